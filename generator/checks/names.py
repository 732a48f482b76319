"""Names must lead somewhere: every id that an entry uses stands in its vocabulary."""

import re
from collections.abc import Iterable, Iterator

from generator.handbook import Handbook
from generator.model.exercise import Exercise
from generator.model.routine import Routine
from generator.problem import Problem
from generator.reading import did_you_mean
from generator.source import Place

SIGNS_WITH = re.compile(r"\[\[signs-with:([a-z0-9-]+)\]\]")
"""Where a page lists the signs of one caution."""
Use = tuple[str, str, Place]
"""A vocabulary, an id that is used from it, and the place of the use."""


def _many(vocabulary: str, ids: Iterable[str], *place: str) -> Iterator[Use]:
    return ((vocabulary, each, (*place, index)) for index, each in enumerate(ids))


def _exercise_uses(exercise: Exercise) -> Iterator[Use]:
    yield "areas", exercise.area, ("area",)
    yield "poses", exercise.figure.base, ("figure", "base")
    yield "goals", exercise.goal, ("goal",)
    yield "levels", exercise.level, ("level",)
    yield from _many("positions", exercise.positions, "positions")
    yield from _many("phases", exercise.phases, "phases")
    yield from _many("equipment", exercise.equipment, "equipment")
    yield from _many("equipment", exercise.optional_equipment, "optional_equipment")
    yield from _many("muscles", exercise.muscles.main, "muscles", "main")
    yield from _many("muscles", exercise.muscles.also, "muscles", "also")
    yield from _many("sources", exercise.sources, "sources")
    yield from (("cautions", each.caution, ("care", i, "caution")) for i, each in enumerate(exercise.care))
    yield from (("cautions", name, ("not_needed", name)) for name in exercise.not_needed)
    for name in ("easier", "harder", "no_floor"):
        variant = getattr(exercise, name)
        if variant is not None and variant.exercise is not None:
            yield "exercises", variant.exercise, (name, "exercise")


def _routine_uses(routine: Routine) -> Iterator[Use]:
    yield "places", routine.place, ("place",)
    yield from _many("areas", routine.areas, "areas")
    yield from _many("areas", routine.screen, "screen")
    yield from _many("cautions", routine.made_for, "made_for")
    yield from _many("phases", routine.phases, "phases")
    yield from _many("sources", routine.sources, "sources")
    for p, part in enumerate(routine.parts):
        for i, item in enumerate(part.items):
            yield "exercises", item.exercise, ("parts", p, "items", i, "exercise")


def _vocabulary_uses(handbook: Handbook) -> Iterator[tuple[str, Use]]:
    for name, muscle in handbook.muscles.items():
        yield "muscles", ("areas", muscle.area, (name, "area"))
    for name, caution in handbook.cautions.items():
        if caution.page is not None:
            yield "cautions", ("pages", f"guidance/{caution.page}", (name, "page"))
    for name, demand in handbook.demands.items():
        for vocabulary in ("cautions", "goals", "sources"):
            for use in _many(vocabulary, getattr(demand, vocabulary), name, vocabulary):
                yield "demands", use
    for name, tombstone in handbook.tombstones.items():
        if tombstone.now is not None:
            yield "tombstones", ("exercises", tombstone.now, (name, "now"))
    for name in getattr(handbook.safety, "call_first", {}):
        yield "safety", ("cautions", name, ("call_first", name))
    for name, sign in getattr(handbook.safety, "signs", {}).items():
        yield "safety", ("groups", sign.group, ("signs", name, "group"))
        for field, vocabulary in (
            ("areas", "areas"),
            ("stops", "areas"),
            ("cautions", "cautions"),
            ("sources",) * 2,
        ):
            yield from (
                ("safety", use) for use in _many(vocabulary, getattr(sign, field), "signs", name, field)
            )


def _all_uses(handbook: Handbook) -> Iterator[tuple[str, Use]]:
    for exercise in handbook.exercises.values():
        yield from ((exercise.address, use) for use in _exercise_uses(exercise))
    for routine in handbook.routines.values():
        yield from ((routine.address, use) for use in _routine_uses(routine))
    for page in handbook.pages.values():
        yield from ((page.path, use) for use in _many("sources", page.sources, "sources"))
        yield from ((page.path, use) for use in _many("areas", page.areas, "areas"))
        for caution in SIGNS_WITH.findall(page.body):
            yield page.path, ("cautions", caution, ("body",))
    yield from _vocabulary_uses(handbook)


def unknown_names(handbook: Handbook) -> Iterator[Problem]:
    """An id that no vocabulary, exercise or page has."""
    for key, (vocabulary, name, place) in _all_uses(handbook):
        known = handbook.known.get(vocabulary, frozenset())
        # A vocabulary that could not be read at all is a Problem of its own, not of all its users.
        if known and name not in known:
            message = f"there is no '{name}' in {vocabulary}{did_you_mean(name, known)}"
            yield handbook.problem(key, place, message)


def slugs_match_files(handbook: Handbook) -> Iterator[Problem]:
    """An entry's slug and area are its file's name and folder, since they are its address."""
    for key, source in handbook.sources.items():
        folder, *rest = key.split("/")
        if folder not in ("exercises", "routines") or not isinstance(source.data, dict):
            continue
        slug, area = source.data.get("slug"), source.data.get("area")
        if isinstance(slug, str) and slug != rest[-1]:
            message = f"the slug is '{slug}' but the file is called '{rest[-1]}.yml'; make them the same"
            yield handbook.problem(key, ("slug",), message)
        if folder == "exercises" and isinstance(area, str) and area != rest[0]:
            message = f"the area is '{area}' but the file lies in the folder '{rest[0]}'; make them the same"
            yield handbook.problem(key, ("area",), message)


def one_name_one_exercise(handbook: Handbook) -> Iterator[Problem]:
    """Two exercises with one name cannot be told apart on a sheet."""
    first: dict[str, str] = {}
    for exercise in handbook.exercises.values():
        name = exercise.name.casefold()
        if name in first:
            message = f"'{exercise.name}' is also the name of {first[name]}; give each its own"
            yield handbook.problem(exercise.address, ("name",), message)
        first.setdefault(name, exercise.slug)


def tombstones_stay_buried(handbook: Handbook) -> Iterator[Problem]:
    """A slug with a tombstone is never used again: old links must not open something else."""
    for slug in handbook.tombstones:
        if slug in handbook.known["exercises"]:
            message = f"'{slug}' is in use; a slug that was given up stays given up"
            yield handbook.problem("tombstones", (slug,), message)


CHECKS = (unknown_names, slugs_match_files, one_name_one_exercise, tombstones_stay_buried)
