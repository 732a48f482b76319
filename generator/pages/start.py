"""The guided start's page: every question and every answer as words, and the decision table as data."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

from generator.deciding import Decider, Offered
from generator.handbook import Handbook
from generator.model.dose import Dose
from generator.model.exercise import Exercise
from generator.model.routine import Routine
from generator.model.safety import Level, Sign
from generator.model.start import Row
from generator.pages.doses import dose_line, minutes
from generator.pages.templates import Templates
from generator.pages.warnings import LEVELS

ADDRESS = "start"
LATER = "later"
"""Stands for every phase but that of a fresh injury, whose doses are smaller."""


@dataclass(frozen=True)
class Asked:
    """The signs of one level under one heading, each with its id."""

    title: str
    signs: tuple[tuple[str, Sign], ...]


@dataclass(frozen=True)
class Set:
    """What one place and one time lead to."""

    id: str
    where: str
    since: tuple[str, ...]
    title: str
    row: Row


@dataclass(frozen=True)
class Move:
    """One exercise that an answer may hold."""

    exercise: Exercise
    ways: tuple[Offered, ...]
    doses: tuple[tuple[str, str], ...]
    """In the first days and later: a name for the phase, and the dose in words."""


@dataclass(frozen=True)
class Ready:
    """One routine that an answer may hold."""

    routine: Routine
    can: str
    """Who can get into all of it."""
    leave: str
    """The names of the cautions whose readers need another one."""


def start_texts(handbook: Handbook, templates: Templates) -> Iterator[tuple[str, str]]:
    """The page of the guided start, where there is one: path below the project's root -> text."""
    if not handbook.start.rows:
        return
    decider = Decider(handbook)
    sets = tuple(_sets(decider))
    values = {
        "start": handbook.start,
        "levels": [(level, tuple(_asked(handbook, level))) for level in LEVELS],
        "sets": sets,
        "leads": {(each.where, since): each.id for each in sets for since in each.since},
        "moves": tuple(_moves(decider)),
        "ready": tuple(_ready(decider)),
        "table": table_json(handbook),
    }
    yield templates.page("start.md.j2", ADDRESS, **values)


def table_json(handbook: Handbook) -> str:
    """The decision table as the browser reads it; safe inside a script element."""
    decider, start = Decider(handbook), handbook.start
    moves, ready = tuple(_named(decider, "exercises")), tuple(_named(decider, "routines"))
    items = {slug: [item.exercise for item in handbook.routines[slug].items] for slug in ready}
    used = dict.fromkeys((*moves, *(each for found in items.values() for each in found)))
    table = {
        "fresh": handbook.fresh,
        "signs": {id: sign.level for id, sign in handbook.safety.signs.items()},
        "where": {id: list(each.adds) for id, each in start.where.items()},
        "since": {id: each.phase for id, each in start.since.items()},
        "can": {id: list(each.positions) for id, each in start.can.items()},
        "spare": {id: list(each.without) for id, each in start.spare.items()},
        "time": {id: [each.minutes, each.each] for id, each in start.time.items()},
        "rows": [_row(row) for row in start.rows],
        "moves": {slug: _data(decider, slug) for slug in used},
        "routines": {slug: _routine(handbook, slug, items[slug]) for slug in ready},
    }
    return json.dumps(table, separators=(",", ":")).replace("<", "\\u003c")


def _row(row: Row) -> dict[str, object]:
    own = row.model_dump(exclude_defaults=True)
    return {name: list(value) if isinstance(value, tuple) else value for name, value in own.items()}


def _data(decider: Decider, slug: str) -> dict[str, object]:
    exercise = decider.handbook.exercises[slug]
    phases = dict.fromkeys(each.phase for each in decider.start.since.values())
    return {
        "ways": [[each.position, each.posture, int(bool(each.how))] for each in decider.ways[slug]],
        "leave": sorted(decider.leave[slug]),
        "seconds": {phase: decider.seconds(slug, phase) for phase in phases},
        "dose": {phase: _numbers(decider.dose_in(exercise, phase)) for phase in phases},
    }


def _numbers(dose: Dose) -> dict[str, object]:
    """A dose as the reader's own sheet spells it."""
    return {name: getattr(dose, name) for name in ("hold", "repetitions", "sets", "times", "per")}


def _routine(handbook: Handbook, slug: str, items: list[str]) -> dict[str, object]:
    routine = handbook.routines[slug]
    return {"items": items, "made_for": list(routine.made_for), "minutes": minutes(handbook, routine)}


def _asked(handbook: Handbook, level: Level) -> Iterator[Asked]:
    for group, title in handbook.safety.groups.items():
        signs = handbook.safety.signs.items()
        found = tuple((id, each) for id, each in signs if (each.level, each.group) == (level, group))
        if found:
            yield Asked(title, found)


def _named(decider: Decider, field: str) -> Iterator[str]:
    """Every slug in one field of the rows, once."""
    yield from dict.fromkeys(slug for row in decider.start.rows for slug in getattr(row, field))


def _sets(decider: Decider) -> Iterator[Set]:
    """A place and the times that lead to the same row, for readers who choose without scripts."""
    start = decider.start
    for where in start.where:
        found: dict[int, list[str]] = {}
        for since in start.since:
            rows = (decider.row(where, since, can) for can in start.can)
            row = next(each for each in rows if each and not each.ending)
            found.setdefault(start.rows.index(row), []).append(since)
        for index, times in found.items():
            names = "; ".join(start.since[each].name for each in times)
            title = f"{start.where[where].name}. {names}"
            yield Set(f"{where}-{times[0]}", where, tuple(times), title, start.rows[index])


def _moves(decider: Decider) -> Iterator[Move]:
    for slug in _named(decider, "exercises"):
        exercise = decider.handbook.exercises[slug]
        line = partial(dose_line, decider.handbook, exercise)
        later = line(exercise.dose)
        small = line(exercise.first_days) if exercise.first_days else later
        yield Move(exercise, decider.ways[slug], ((decider.handbook.fresh, small), (LATER, later)))


def _ready(decider: Decider) -> Iterator[Ready]:
    for slug in _named(decider, "routines"):
        start, cautions = decider.start, decider.handbook.cautions
        can = [each for each in start.can if decider.suits(slug, each, ())]
        barred = (each for each in start.spare if not any(decider.suits(slug, one, (each,)) for one in can))
        names = "; ".join(cautions[each].name for each in barred)
        yield Ready(decider.handbook.routines[slug], "; ".join(start.can[each].name for each in can), names)
