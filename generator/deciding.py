"""The guided start decided: answers to its questions -> one routine and three exercises, or an ending.

The browser decides by the same rule in docs/assets/start/decide.js; a test walks both.
"""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from itertools import islice
from typing import Final

from generator.handbook import Handbook
from generator.model.dose import Dose, FirstDays
from generator.model.exercise import Exercise
from generator.model.start import Ending, Row

EXERCISES: Final = 3
"""How many exercises an answer has."""
IN_BED: Final = "bed"
"""The group of positions that are taken on a mattress of a bed."""


@dataclass(frozen=True)
class Path:
    """One answer to every question but the one for danger, which ends or goes on."""

    where: str
    since: str
    can: str
    spare: frozenset[str]
    """The cautions that the reader chose."""
    time: str


@dataclass(frozen=True)
class Offered:
    """A way to do an exercise."""

    position: str
    """What the reader has to get into, such as a bed."""
    posture: str
    """How the body lies in it: the position that the picture shows, or again the position."""
    how: str | None = None
    """Words where the picture shows another position."""


@dataclass(frozen=True)
class Answer:
    """Where a path ends."""

    ending: Ending | None = None
    routine: str | None = None
    exercises: tuple[str, ...] = ()


class Decider:
    """The decision table over one handbook."""

    def __init__(self, handbook: Handbook) -> None:
        self.handbook = handbook
        self.start = handbook.start
        self.without = {caution: frozenset(each.without) for caution, each in self.start.spare.items()}
        used = {slug: handbook.exercises[slug] for slug in self._used()}
        self.ways = {slug: tuple(self._ways(each)) for slug, each in used.items()}
        """Every way to do each exercise that words or a picture show."""
        self.leave = {slug: left_out(each) for slug, each in used.items()}
        """The cautions whose readers leave an exercise out."""

    def decide(self, path: Path) -> Answer | None:
        """The answer of a path; None where the table has none."""
        row = self.row(path.where, path.since, path.can)
        if row is None or row.ending:
            return Answer(ending=row.ending) if row else None
        spare = self.spared(path)
        routine = next((each for each in self._wanted(row, spare) if self.suits(each, path.can, spare)), None)
        fitting = (each for each in row.exercises if self._fits(each, path, spare))
        chosen = tuple(islice(fitting, EXERCISES))
        return Answer(None, routine, chosen) if routine and len(chosen) == EXERCISES else None

    def row(self, where: str, since: str, can: str) -> Row | None:
        """The first row of the table that holds."""
        for row in self.start.rows:
            if where in row.where and since in row.since and (not row.can or can in row.can):
                return row
        return None

    def spared(self, path: Path) -> frozenset[str]:
        """The cautions chosen, and those that come with the place."""
        return path.spare.union(self.start.where[path.where].adds)

    def way(self, slug: str, can: str, spare: Collection[str], told: bool = True) -> Offered | None:
        """How a reader can do an exercise, or None; unless `told` the picture alone must show it."""
        barred = {position for caution in spare for position in self.without.get(caution, ())}
        reach = self.start.can[can].positions
        ways = (each for each in self.ways[slug] if each.position in reach and each.posture not in barred)
        ways = (each for each in ways if told or not each.how)
        return next(ways, None) if self.leave[slug].isdisjoint(spare) else None

    def seconds(self, slug: str, phase: str) -> int:
        """How long one round of an exercise takes in a phase."""
        exercise = self.handbook.exercises[slug]
        return self.dose_in(exercise, phase).seconds(exercise.sides, self.handbook.pace)

    def dose_in(self, exercise: Exercise, phase: str) -> Dose:
        """The dose of a phase: in the first days the smaller one, where there is one."""
        small: FirstDays | None = exercise.first_days if phase == self.handbook.fresh else None
        return exercise.dose.model_copy(update=small.numbers) if small else exercise.dose

    def _used(self) -> Iterator[str]:
        """Every exercise that an answer may hold, alone or in a routine."""
        for row in self.start.rows:
            yield from row.exercises
            for routine in row.routines:
                yield from (item.exercise for item in self.handbook.routines[routine].items)

    def _wanted(self, row: Row, spare: Collection[str]) -> list[str]:
        """The routines of a row, those made for a chosen caution first."""
        made_for = {slug: self.handbook.routines[slug].made_for for slug in row.routines}
        return sorted(row.routines, key=lambda slug: frozenset(spare).isdisjoint(made_for[slug]))

    def suits(self, routine: str, can: str, spare: Collection[str]) -> bool:
        """Whether a reader can do all of a routine as its sheet shows it: no words of ours stand there."""
        items = self.handbook.routines[routine].items
        return all(self.way(item.exercise, can, spare, told=False) for item in items)

    def _fits(self, slug: str, path: Path, spare: Collection[str]) -> bool:
        short = self.seconds(slug, self.start.since[path.since].phase) <= self.start.time[path.time].each
        return short and self.way(slug, path.can, spare) is not None

    def _ways(self, exercise: Exercise) -> Iterator[Offered]:
        """As drawn; on a bed, if it is drawn lying on the floor; and as `ways` says."""
        drawn, *others = exercise.positions
        yield Offered(drawn, drawn)
        known = self.handbook.facets.positions
        bed = next((each for each in others if known[each].group == IN_BED), None)
        if bed and known[drawn].needs_floor:
            yield Offered(bed, drawn)
        for way in self.start.ways.get(exercise.slug, ()):
            yield Offered(way.position, way.position, way.how)


def left_out(exercise: Exercise) -> frozenset[str]:
    """The cautions whose readers leave an exercise out."""
    return frozenset(care.caution for care in exercise.care if care.skip)


def paths(handbook: Handbook, spared: Collection[frozenset[str]]) -> Iterator[Path]:
    """Every path through the table, with each of these sets of cautions."""
    start = handbook.start
    for where in start.where:
        for since in start.since:
            for can in start.can:
                for spare in spared:
                    yield from (Path(where, since, can, spare, time) for time in start.time)
