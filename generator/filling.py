"""The blanks of content: `[[number:first-days]]` becomes the number that content/policy.yml names so."""

import re
from collections.abc import Mapping
from dataclasses import replace
from functools import lru_cache
from typing import Final

from generator.nearness import suggestion
from generator.source import REMEMBERED, Data, Fault, Place, Source, spell

BLANK: Final = re.compile(r"\[\[number:([^\]\s]*)\]\]")
Numbers = Mapping[str, str] | None
"""The words for each number, by id: "3", "3 to 5"; None where policy.yml could not be read."""
SOME: Final = "3"
"""Stands for a number that could not be read, which is a Problem of its own and not of those who name it."""


def with_numbers(source: Source, numbers: Numbers) -> Source:
    """The same source with every blank filled; a blank that names no number stays and is a Fault."""
    return _filled(source, None if numbers is None else tuple(numbers.items()))


@lru_cache(REMEMBERED)
def _filled(source: Source, named: tuple[tuple[str, str], ...] | None) -> Source:
    numbers = None if named is None else dict(named)
    faults: list[Fault] = []

    def filled(value: Data, place: Place) -> Data:
        if isinstance(value, dict):
            return {name: filled(each, (*place, name)) for name, each in value.items()}
        if isinstance(value, list):
            return [filled(each, (*place, index)) for index, each in enumerate(value)]
        if value is None:
            return None
        faults.extend(unknown_blanks(value, numbers, source.line(place), spell(place)))
        return fill(value, numbers)

    data = filled(source.data, ())
    return replace(source, data=data, faults=(*source.faults, *faults))


def fill(text: str, numbers: Numbers) -> str:
    """A text with its known blanks filled."""
    if numbers is None:
        return BLANK.sub(SOME, text)
    return BLANK.sub(lambda found: numbers.get(found[1], found[0]), text)


def unknown_blanks(text: str, numbers: Numbers, line: int, where: str) -> list[Fault]:
    """A Fault for every blank that names no number; `line` is the line of the text's first line."""
    return [
        Fault(line + text.count("\n", 0, found.start()), where, _unknown(found[1], numbers))
        for found in BLANK.finditer(text)
        if numbers is not None and found[1] not in numbers
    ]


def _unknown(name: str, numbers: Mapping[str, str]) -> str:
    return f"there is no number '{name}' in policy.yml{suggestion(name, numbers)}"
