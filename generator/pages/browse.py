"""The data behind the finder and the reader's own sheet: browse.json, and the frames of every exercise."""

from collections.abc import Iterator, Mapping
from typing import Final, Literal, NamedTuple

from generator.handbook import Handbook
from generator.model.base import Frozen
from generator.model.dose import Dose, FirstDays
from generator.model.exercise import Care, Exercise
from generator.model.policy import Pace
from generator.model.routine import Item, Routine
from generator.model.tombstone import Tombstone
from generator.model.vocabulary import Choice, Goal, Phase, Position
from generator.one_side import Side, for_each_side, side_shown
from generator.pages.caring import version_of
from generator.pages.doses import dose_of, staying
from generator.pages.pictures import DrawnFigure, card_words, drawn_larger, on_paper
from generator.pages.sheet import SIZES, words_of_sheet
from generator.pages.templates import Templates
from generator.pages.text import first_sentence
from generator.phrasing import fill, script_words

ROOMS: Final = ("finder", "links")
"""Whose scripts find their phrases here."""


class Named(Frozen):
    """The words behind an id."""

    name: str


class Listed(Frozen):
    """What the finder and a sheet need to know of one exercise."""

    id: str
    name: str
    area: str
    address: str
    positions: tuple[str, ...]
    equipment: tuple[str, ...]
    goal: str
    phases: tuple[str, ...]
    level: str
    sides: str
    brief: str
    """What to do in the end position where room is short, with {time} for the seconds."""
    main: tuple[str, ...]
    also: tuple[str, ...]
    care: tuple[Care, ...]
    dose: Dose
    first_days: FirstDays | None
    short: str
    one_side: dict[Side, str] | None
    """The same for a sheet that asks for one side only, where sides are done apart."""
    shown: Side | None
    """The side that words and pictures show, where they name one."""
    feel: str


class Planned(Frozen):
    """One exercise of a routine with the numbers that hold there."""

    id: str
    hold: int
    repetitions: int
    sets: int
    times: int
    per: Literal["day", "week"]
    note: str


class Plan(Frozen):
    """A routine to start a sheet from."""

    id: str
    name: str
    phase: str
    items: tuple[Planned, ...]


class Range(NamedTuple):
    """The smallest and the largest number allowed, both included."""

    least: int
    most: int


class Warned(Frozen):
    """A caution: its name, and the words of its tick box."""

    name: str
    filter: str


class Layout(Frozen):
    """A size of cards on a sheet, as the ready-made sheets use it."""

    name: str
    most: int
    columns: int
    feel: bool


class Call(Frozen):
    """An emergency number, and the place it is for as words and as an address spells it."""

    number: str
    where: str
    place: str
    paper: str | None


class Lines(Frozen):
    """What stands on every sheet, word for word."""

    stop: str
    red_flag: str
    """The signs, and what stands before the numbers to call."""
    not_reviewed: str
    not_advice: str
    fresh: str
    """When doses are smaller, in words."""
    emergency: tuple[Call, ...]
    clinic: str | None
    """The clinic whose book this is, where it wants to stand on sheets."""
    phone: str | None
    site: str
    version: str
    """In words, such as "Version 2b6cb5"."""


class Browse(Frozen):
    """The whole of browse.json."""

    version: Literal[1] = 1
    areas: dict[str, Named]
    muscles: dict[str, Named]
    positions: dict[str, Position]
    equipment: dict[str, Named]
    goals: dict[str, Goal]
    phases: dict[str, Phase]
    fresh: str
    """The phase in which doses are smaller."""
    levels: dict[str, Choice]
    cautions: dict[str, Warned]
    exercises: tuple[Listed, ...]
    routines: tuple[Plan, ...]
    tombstones: dict[str, Tombstone]
    limits: dict[str, Range]
    pace: Pace
    layouts: tuple[Layout, ...]
    lines: Lines
    words: dict[str, object]
    """What a sheet and two rooms say, by the names of content/phrases.yml, and the language."""


def browse_texts(
    handbook: Handbook, figures: Mapping[str, DrawnFigure], templates: Templates
) -> Iterator[tuple[str, str]]:
    """The files behind the finder and the builder: path below the project's root -> text."""
    yield "docs/browse.json", browse_json(handbook)
    yield templates.page("build.md.j2", "build")
    yield templates.page("days.md.j2", "days")
    for exercise in handbook.exercises.values():
        file = f"figures/{exercise.slug}.frames.svg"
        drawn = on_paper(handbook, exercise, figures)
        yield f"docs/{file}", templates.fill("frames.svg.j2", file, pictures=drawn)


def browse_json(handbook: Handbook) -> str:
    """The text of browse.json."""
    facets = handbook.facets
    browse = Browse(
        areas=_names(handbook.areas),
        muscles=_names(handbook.muscles),
        equipment=_names(handbook.equipment),
        positions=facets.positions,
        goals=facets.goals,
        phases=facets.phases,
        fresh=handbook.fresh,
        levels=facets.levels,
        cautions={id: Warned(name=each.name, filter=each.filter) for id, each in handbook.cautions.items()},
        exercises=tuple(_listed(handbook, each) for each in handbook.exercises.values()),
        routines=tuple(_plan(handbook, routine) for routine in handbook.routines.values()),
        tombstones=dict(handbook.tombstones),
        limits=dose_limits(),
        pace=handbook.pace,
        layouts=tuple(Layout(name=s.name, most=s.most, columns=s.columns, feel=s.feel) for s in SIZES),
        lines=_lines(handbook),
        words={**words_of_sheet(handbook), **{room: script_words(handbook, room) for room in ROOMS}},
    )
    return browse.model_dump_json(exclude_none=True) + "\n"


def dose_limits() -> dict[str, Range]:
    """What the model allows for each number of a dose that a reader may change."""
    fields = Dose.model_json_schema()["properties"]
    names = ("hold", "repetitions", "sets", "times")
    return {name: Range(fields[name]["minimum"], fields[name]["maximum"]) for name in names}


def _names(entries: Mapping[str, object]) -> dict[str, Named]:
    return {id: Named(name=str(getattr(entry, "name", id))) for id, entry in entries.items()}


def _listed(handbook: Handbook, exercise: Exercise) -> Listed:
    own = {name: getattr(exercise, name, None) for name in Listed.model_fields}
    muscles = exercise.muscles
    larger, lines = drawn_larger(handbook, exercise), for_each_side(handbook, exercise)
    apart = exercise.sides != "together"
    changed = {"id": exercise.slug, "main": muscles.main, "also": muscles.also}
    return Listed.model_validate(
        {
            **own,
            **changed,
            "short": card_words(handbook, exercise),
            "one_side": {side: f"{line} {larger}".strip() for side, line in lines.items()} if apart else None,
            "shown": side_shown(handbook, exercise) if apart else None,
            "feel": first_sentence(exercise.feel),
            "brief": staying(handbook, exercise).brief,
        }
    )


def _plan(handbook: Handbook, routine: Routine) -> Plan:
    items = tuple(_planned(item, handbook.exercises[item.exercise], routine) for item in routine.items)
    return Plan(id=routine.slug, name=routine.name, phase=routine.phases[0], items=items)


def _planned(item: Item, exercise: Exercise, routine: Routine) -> Planned:
    dose = dose_of(item, exercise)
    often = routine.often
    return Planned(
        id=exercise.slug,
        hold=dose.hold,
        repetitions=dose.repetitions,
        sets=dose.sets,
        times=often.times,
        per=often.per,
        note=item.note or "",
    )


def _lines(handbook: Handbook) -> Lines:
    safety, publisher = handbook.safety, handbook.publisher
    return Lines(
        stop=safety.stop_short,
        red_flag=f"{safety.red_flag_short} {handbook.phrases.emergency}",
        not_reviewed=safety.not_reviewed,
        not_advice=first_sentence(safety.not_advice),
        fresh=handbook.doors.struck.when,
        emergency=tuple(
            Call(number=each.number, where=each.where, place=each.place, paper=each.paper)
            for each in publisher.emergency
        ),
        clinic=publisher.clinic,
        phone=publisher.clinic_phone,
        site=publisher.address,
        version=fill(handbook.phrases.version, version=version_of(handbook)),
    )
