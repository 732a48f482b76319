"""What a clinic that makes the handbook its own must hold to."""

from collections.abc import Iterator
from typing import Final

from generator.handbook import Handbook
from generator.language import ENGLISH, is_english, theme_language
from generator.model.saying import unsaid
from generator.problem import Problem

TEXT: Final = 4.5
"""Least contrast of words and their ground (WCAG 2.2, 1.4.3)."""
SHAPE: Final = 3.0
"""Least contrast of a drawing's parts and their ground (WCAG 2.2, 1.4.11)."""
READ_ON: Final = (
    ("ink", "paper", TEXT),
    ("teal", "paper", TEXT),
    ("emergency", "paper", TEXT),
    ("ink", "mat", TEXT),
    ("ink", "leaf", TEXT),
    ("teal", "leaf", TEXT),
    ("emergency", "leaf", TEXT),
    ("terracotta", "paper", SHAPE),
)
"""Which colour stands on which ground, and the least contrast."""


def colours_can_be_read(handbook: Handbook) -> Iterator[Problem]:
    """Words and drawings in the handbook's own colours stand out from their ground."""
    colours = getattr(handbook.publisher, "colours", {})
    for front, ground, least in READ_ON:
        if front in colours and ground in colours:
            found = contrast(colours[front], colours[ground])
            if found < least:
                message = (
                    f"{found:.1f} : 1 on '{ground}', and {least} : 1 at least; make it darker or lighter"
                )
                yield handbook.problem("handbook", ("colours", front), message)


def the_theme_speaks_it(handbook: Handbook) -> Iterator[Problem]:
    """The theme has its few words in the handbook's language, and names it to browsers."""
    tag = getattr(handbook.publisher, "language", ENGLISH)
    if not theme_language(tag):
        message = f"the theme has no words in '{tag}'; add them to it, or take a language that it has"
        yield handbook.problem("handbook", ("language",), message)


def its_phrases_speak_it(handbook: Handbook) -> Iterator[Problem]:
    """Sheets and pages in another language say nothing in English of themselves."""
    tag = getattr(handbook.publisher, "language", ENGLISH)
    if not is_english(tag):
        for place, names in unsaid(handbook.phrases):
            message = f"in '{tag}' these are still English; give them: {', '.join(names)}"
            yield handbook.problem("phrases", place, message)


def stray_address(address: str, repository: str) -> str:
    """A warning when a site on GitHub Pages says that it stands elsewhere there; nothing where that is fine.

    `repository` is `owner/name`, as GitHub's jobs are told. A domain of one's own is nobody's to judge.
    """
    owner, _, name = repository.lower().partition("/")
    home = f"https://{owner}.github.io/"
    if not name or ".github.io/" not in address or address in (f"{home}{name}/", home):
        return ""
    return (
        f"`address` in handbook.yml is {address}, but this repository deploys to {home}{name}/; "
        "codes to scan, shared pictures and the page for lost readers would lead to the other site"
    )


def contrast(first: str, second: str) -> float:
    """Contrast of two colours such as #0f5e66, from 1 to 21 (WCAG 2.2, definition of contrast ratio)."""
    light, dark = sorted((_luminance(first), _luminance(second)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def _luminance(colour: str) -> float:
    """Relative luminance of a colour, 0 to 1 (WCAG 2.2)."""
    parts = [int(colour[start : start + 2], 16) / 255 for start in (1, 3, 5)]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


CHECKS = (colours_can_be_read, the_theme_speaks_it, its_phrases_speak_it)
