"""The movement in one line for a sheet that asks for one side only: without the words that say to change."""

import re
from typing import Final

THEN: Final = r"then (?:change|swap|switch)(?: \w+)?|then (?:the other \w+|(?:turn )?(?:the )?(?:left|right))"
CHANGES: Final = re.compile(
    r"\b(?:change|swap|switch|other side|then (?:the )?(?:left|right))\b", re.IGNORECASE
)
CHANGE: Final = re.compile(rf"(?P<before>,|[.;])? ?(?:{THEN}|(?:change|swap|switch) \w+)\.$", re.IGNORECASE)


def one_side(short: str) -> str:
    """The line without its end that says to do the same with the other side."""
    found = CHANGE.search(short)
    return short[: found.start()].rstrip(" ,.;") + "." if found else short


def still_changes(short: str) -> bool:
    """Whether a line for one side still tells to change sides."""
    return CHANGES.search(short) is not None
