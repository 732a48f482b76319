"""What a clinic that makes the handbook its own must hold to."""

from collections.abc import Iterator, Mapping
from typing import Final

from generator.colour import GROUNDS, LEAF, LINES, OF_FIGURES, contrast, muscle_on
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


def _colours(handbook: Handbook) -> Mapping[str, str]:
    """The handbook's own colours; none where they could not be read."""
    return getattr(handbook.publisher, "colours", {})


def colours_can_be_read(handbook: Handbook) -> Iterator[Problem]:
    """Words and drawings in the handbook's own colours stand out from their ground."""
    colours = _colours(handbook)
    for front, ground, least in READ_ON:
        if front in colours and ground in colours:
            found = contrast(colours[front], colours[ground])
            if found < least:
                message = (
                    f"{found:.1f} : 1 on '{ground}', and {least} : 1 at least; make it darker or lighter"
                )
                yield handbook.problem("handbook", ("colours", front), message)


def figures_can_be_read(handbook: Handbook) -> Iterator[Problem]:
    """Outlines, arrows and painted muscles stand out in the colours that the handbook gives its figures."""
    chosen = {name: each for name, each in _colours(handbook).items() if name in OF_FIGURES}
    for name in chosen:
        if name in GROUNDS and (found := contrast(LINES, chosen[name])) < SHAPE:
            message = (
                f"outlines of figures have {found:.1f} : 1 on it, and {SHAPE:g} : 1 at least; make it lighter"
            )
            yield handbook.problem("handbook", ("colours", name), message)
        if name == "arrow" and (found := contrast(chosen[name], LEAF)) < SHAPE:
            message = f"{found:.1f} : 1 on the ground of figures, and {SHAPE:g} : 1 at least; make it darker"
            yield handbook.problem("handbook", ("colours", name), message)
    yield from _muscles_stand_out(handbook, chosen)


def _muscles_stand_out(handbook: Handbook, chosen: Mapping[str, str]) -> Iterator[Problem]:
    """A muscle is told by its colour or by the lines on it, wherever it is painted."""
    for ground in GROUNDS:
        said = [each for each in ("muscle", ground) if each in chosen]
        best = muscle_on(ground, chosen)
        if said and best < SHAPE:
            message = (
                f"a painted muscle has {best:.1f} : 1 on '{ground}', by colour or by line, and {SHAPE:g} : 1 "
                "at least; make the muscle darker, or what it lies on lighter"
            )
            yield handbook.problem("handbook", ("colours", said[0]), message)


def the_theme_speaks_it(handbook: Handbook) -> Iterator[Problem]:
    """The theme has its few words in the handbook's language, and names it to browsers."""
    tag = getattr(handbook.publisher, "language", ENGLISH)
    if not theme_language(tag):
        message = f"the theme has no words in '{tag}'; add them to it, or take a language that it has"
        yield handbook.problem("handbook", ("language",), message)


def its_phrases_speak_it(handbook: Handbook) -> Iterator[Problem]:
    """Sheets and pages in another language say nothing in English of themselves."""
    tag = getattr(handbook.publisher, "language", ENGLISH)
    if is_english(tag):
        return
    for file in ("phrases", "doors", *(["progress"] if handbook.progress.readings else [])):
        for place, names in unsaid(getattr(handbook, file)):
            message = f"in '{tag}' these are still English; give them: {', '.join(names)}"
            yield handbook.problem(file, place, message)


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


CHECKS = (colours_can_be_read, figures_can_be_read, the_theme_speaks_it, its_phrases_speak_it)
