"""Routines that a sentence names, as links: "Then go to Lower-back relief." leads there."""

import re
from collections.abc import Callable, Iterator

from generator.handbook import Handbook
from generator.model.routine import Routine
from generator.pages.text import text

AFTER = r"(?:go to|move to|use|Use|do|Do|with|at|the) (?:the )?"
"""What stands before a routine that is called by the first words of its name alone."""


def with_routines(handbook: Handbook, link: Callable[[str, str], str], words: str, here: str = "") -> str:
    """Words from content as Markdown; each routine they name is a link, but for the page's own, `here`."""
    found = _pattern(handbook, here)
    if found is None:
        return text(words)
    names = _names(handbook, here)
    parts, end = [], 0
    for match in found.finditer(words):
        name = match.group("whole") or match.group("short")
        start = match.end() - len(name)
        parts += [_kept(words[end:start]), link(names[name], name)]
        end = match.end()
    return "".join((*parts, _kept(words[end:])))


def _kept(words: str) -> str:
    """Words made safe, with the spaces round a link that stands beside them."""
    before, after = words[: len(words) - len(words.lstrip())], words[len(words.rstrip()) :]
    return f"{before}{text(words)}{after if words.strip() else ''}"


def _names(handbook: Handbook, here: str) -> dict[str, str]:
    """Every name of every other routine, whole and short -> its address."""
    others = [each for each in handbook.routines.values() if each.address != here]
    short = {_short(each): each.address for each in others}
    return short | {each.name: each.address for each in others}


def _short(routine: Routine) -> str:
    """The name without what stands behind a colon or in brackets."""
    return re.split(r":| \(", routine.name, maxsplit=1)[0]


def _pattern(handbook: Handbook, here: str) -> re.Pattern[str] | None:
    others = [each for each in handbook.routines.values() if each.address != here]
    if not others:
        return None
    whole, short = (
        "|".join(_longest_first(names))
        for names in ((each.name for each in others), (_short(each) for each in others))
    )
    return re.compile(rf"(?:\b{AFTER})?(?P<whole>{whole})(?!\w)|\b{AFTER}(?P<short>{short})(?!\w)")


def _longest_first(names: Iterator[str]) -> list[str]:
    return [re.escape(each) for each in sorted(set(names), key=len, reverse=True)]
