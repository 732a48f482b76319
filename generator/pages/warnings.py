"""Which warning signs stand where: every list of signs on every page is made here, none is typed twice."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final, get_args

from generator.handbook import Handbook
from generator.model.exercise import Exercise
from generator.model.routine import Routine
from generator.model.safety import Level, Sign
from generator.model.vocabulary import Reference

LEVELS: Final[tuple[Level, ...]] = get_args(Level)
"""The most urgent first."""


@dataclass(frozen=True)
class Listed:
    """Signs that stand together: under the heading of a group, or with one way to get help."""

    title: str
    signs: tuple[Sign, ...]


@dataclass(frozen=True)
class Ends:
    """The signs that end every exercise of one area."""

    area: str
    lists: tuple[Listed, ...]


def groups_at(handbook: Handbook, level: Level) -> Iterator[Listed]:
    """Every sign of one level under the headings of the red-flag page."""
    for group, title in handbook.safety.groups.items():
        found = tuple(each for each in _all(handbook) if (each.level, each.group) == (level, group))
        if found:
            yield Listed(title, found)


def signs_before(handbook: Handbook, areas: Iterable[str]) -> tuple[Listed, ...]:
    """What to get help for before any exercise of some areas, each sign once."""
    asked = frozenset(areas)
    return _by_level(handbook, (each for each in _all(handbook) if not asked.isdisjoint(each.areas)))


def signs_with(handbook: Handbook, caution: str) -> tuple[Listed, ...]:
    """The signs that people with one caution should know first."""
    return _by_level(handbook, (each for each in _all(handbook) if caution in each.cautions), caution)


def ends_of_exercise(handbook: Handbook, exercise: Exercise) -> tuple[Ends, ...]:
    """What ends every exercise of this exercise's area."""
    return tuple(_ends(handbook, (exercise.area,)))


def ends_of_routine(handbook: Handbook, routine: Routine) -> tuple[Ends, ...]:
    """What ends the moves of each area in a routine that has not asked for that area's signs before."""
    areas = dict.fromkeys(handbook.exercises[item.exercise].area for item in routine.items)
    return tuple(_ends(handbook, (each for each in areas if each not in routine.screen)))


def words_at(handbook: Handbook, *levels: Level) -> tuple[str, ...]:
    """What people type who have a sign of these levels."""
    return tuple(word for each in _all(handbook) if each.level in levels for word in each.words)


def read_for(handbook: Handbook, sign: Sign) -> tuple[Reference, ...]:
    """The sources that a sign was read in."""
    return tuple(handbook.references[key] for key in sign.sources)


def _ends(handbook: Handbook, areas: Iterable[str]) -> Iterator[Ends]:
    for area in areas:
        lists = _by_level(handbook, (each for each in _all(handbook) if area in each.stops))
        if lists:
            yield Ends(handbook.areas[area].name.lower(), lists)


def _by_level(handbook: Handbook, signs: Iterable[Sign], caution: str = "") -> tuple[Listed, ...]:
    kept, safety = tuple(signs), handbook.safety
    titles = {level: getattr(safety.help, level) for level in LEVELS}
    titles["urgent"] = safety.call_first.get(caution, titles["urgent"])
    lists = ((titles[level], tuple(each for each in kept if each.level == level)) for level in LEVELS)
    return tuple(Listed(title, found) for title, found in lists if found)


def _all(handbook: Handbook) -> Iterable[Sign]:
    return handbook.safety.signs.values()
