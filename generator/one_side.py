"""The movement in one line for a sheet that asks for one side only: without the words that say to change."""

import re
from collections.abc import Mapping
from typing import Final, Literal

from generator.handbook import Handbook
from generator.model.exercise import Exercise

Side = Literal["left", "right"]
THEN: Final = r"then (?:change|swap|switch)(?: \w+)?|then (?:the other \w+|(?:turn )?(?:the )?(?:left|right))"
CHANGES: Final = re.compile(
    r"\b(?:change|swap|switch|other side|then (?:the )?(?:left|right))\b", re.IGNORECASE
)
CHANGE: Final = re.compile(rf"(?P<before>,|[.;])? ?(?:{THEN}|(?:change|swap|switch) \w+)\.$", re.IGNORECASE)


def one_side(short: str, change: str) -> str:
    """The line without its end that says to do the same with the other side; `change` is the usual one."""
    if short.endswith(change):
        return short.removesuffix(change).rstrip()
    found = CHANGE.search(short)
    return short[: found.start()].rstrip(" ,.;") + "." if found else short


def still_changes(short: str) -> bool:
    """Whether a line for one side still tells to change sides."""
    return CHANGES.search(short) is not None


def for_each_side(handbook: Handbook, exercise: Exercise) -> dict[Side, str]:
    """The line for a sheet that asks for one side, by the side; the pictures are turned as the words are."""
    line = one_side(exercise.short, handbook.phrases.change_sides)
    shown = side_shown(handbook, exercise)
    return {side: line if shown in (None, side) else _turned(handbook, line) for side in ("left", "right")}


def side_shown(handbook: Handbook, exercise: Exercise) -> Side | None:
    """The side that words and pictures show, where they name one."""
    found = _sides(handbook).search(one_side(exercise.short, handbook.phrases.change_sides))
    if not found:
        return None
    return "left" if found[0].casefold() == handbook.phrases.side_left.casefold() else "right"


def _turned(handbook: Handbook, line: str) -> str:
    left, right = handbook.phrases.side_left.casefold(), handbook.phrases.side_right.casefold()
    other: Mapping[str, str] = {left: right, right: left}

    def turned(found: re.Match[str]) -> str:
        word = other[found[0].casefold()]
        return word.capitalize() if found[0][0].isupper() else word

    return _sides(handbook).sub(turned, line)


def _sides(handbook: Handbook) -> re.Pattern[str]:
    words = handbook.phrases
    return re.compile(rf"\b(?:{re.escape(words.side_left)}|{re.escape(words.side_right)})\b", re.IGNORECASE)
