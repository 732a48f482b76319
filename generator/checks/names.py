"""Names must lead somewhere: every id that an entry uses stands in its vocabulary.

Read from the plain data, so that a file with another mistake is told all of its wrong names, too.
"""

import re
from collections.abc import Iterator, Mapping
from typing import Final

from generator.handbook import Handbook
from generator.model.base import KEY
from generator.nearness import suggestion
from generator.problem import Problem
from generator.source import Data, Place

ALL: Final = "*"
"""In a place: every entry of a list, or of fields."""
KEYS: Final = "~"
"""In a place: the names of the fields themselves."""
Rules = Mapping[str, str]
"""Place of an id -> its vocabulary, with what stands before the id there, as in `pages:guidance/`."""
OF_EXERCISES: Final[Rules] = {
    "area": "areas",
    "figure.base": "poses",
    "figure.frames.*.base": "poses",
    "goal": "goals",
    "level": "levels",
    "positions.*": "positions",
    "phases.*": "phases",
    "equipment.*": "equipment",
    "optional_equipment.*": "equipment",
    "muscles.main.*": "muscles",
    "muscles.also.*": "muscles",
    "sources.*": "sources",
    "care.*.caution": "cautions",
    "not_needed.~": "cautions",
    "easier.exercise": "exercises",
    "harder.exercise": "exercises",
    "no_floor.exercise": "exercises",
}
OF_ROUTINES: Final[Rules] = {
    "place": "places",
    "areas.*": "areas",
    "screen.*": "areas",
    "made_for.*": "cautions",
    "phases.*": "phases",
    "sources.*": "sources",
    "parts.*.items.*.exercise": "exercises",
}
OF_PAGES: Final[Rules] = {
    "sources.*": "sources",
    "areas.*": "areas",
    "figures.*.base": "poses",
    "figures.*.frames.*.base": "poses",
}
OF_FILES: Final[Mapping[str, Rules]] = {
    "areas": {"*.picture": "exercises"},
    "muscles": {"*.area": "areas"},
    "cert": {"*.pages.*": "pages"},
    "cautions": {"*.page": "pages:guidance/"},
    "demands": {"*.cautions.*": "cautions", "*.goals.*": "goals", "*.sources.*": "sources"},
    "doors": {
        "about": "pages",
        "young": "pages:guidance/",
        "struck.page": "pages:guidance/",
        "struck.routine": "routines",
    },
    "facets": {
        "goals.*.care.*": "cautions",
        "goals.*.risk.sources.*": "sources",
        "positions.*.wheelchair": "poses",
    },
    "poses": {"*.mirror_of": "poses"},
    "tombstones": {"*.now": "exercises"},
    "progress": {"readings.*.pages.*": "pages:guidance/", "sources.*": "sources"},
    "start": {
        "where.*.picture": "exercises",
        "where.*.adds.*": "cautions",
        "since.*.phase": "phases",
        "can.*.positions.*": "positions",
        "spare.~": "cautions",
        "spare.*.without.*": "positions",
        "ways.~": "exercises",
        "ways.*.*.position": "positions",
        "endings.*.page": "pages:guidance/",
        "rows.*.where.*": "where",
        "rows.*.since.*": "since",
        "rows.*.can.*": "can",
        "rows.*.routines.*": "routines",
        "rows.*.exercises.*": "exercises",
    },
    "safety": {
        "red_flag_page": "pages:guidance/",
        "floor_page": "pages:guidance/",
        "call_first.~": "cautions",
        "line_names.~": "signs",
        "harm.*.sources.*": "sources",
        "signs.*.group": "groups",
        "signs.*.areas.*": "areas",
        "signs.*.stops.*": "areas",
        "signs.*.cautions.*": "cautions",
        "signs.*.sources.*": "sources",
    },
}


def _rules(key: str, handbook: Handbook) -> Rules:
    if key in OF_FILES:
        return OF_FILES[key]
    folder = handbook.folder_of(key)
    return {"exercises": OF_EXERCISES, "routines": OF_ROUTINES, "pages": OF_PAGES}.get(folder, {})


def _found(data: Data, parts: list[str], place: Place = ()) -> Iterator[tuple[str, Place]]:
    """Every text at a place that is written with ALL and KEYS."""
    if not parts:
        if isinstance(data, str):
            yield data, place
        return
    first, *rest = parts
    if isinstance(data, list) and first == ALL:
        for index, each in enumerate(data):
            yield from _found(each, rest, (*place, index))
    elif isinstance(data, dict) and first == KEYS:
        yield from ((name, (*place, name)) for name in data)
    elif isinstance(data, dict):
        for name in data if first == ALL else (first,):
            yield from _found(data.get(name), rest, (*place, name))


def unknown_names(handbook: Handbook) -> Iterator[Problem]:
    """An id that no vocabulary, exercise or page has."""
    for key, source in handbook.sources.items():
        for rule, target in _rules(key, handbook).items():
            vocabulary, _, folder = target.partition(":")
            # A vocabulary that could not be read at all is a Problem of its own, not of all its users.
            known = handbook.known.get(vocabulary)
            if known is None:
                continue
            for name, place in _found(source.data, rule.split(".")):
                whole = folder + name
                # What has the form of no id is told so already.
                if whole not in known and re.fullmatch(KEY, name):
                    message = f"there is no '{whole}' in {vocabulary}{suggestion(whole, known)}"
                    yield handbook.problem(key, place, message)


def poses_stand_on_their_own(handbook: Handbook) -> Iterator[Problem]:
    """A base pose that is the mirror of another comes at last to one that is not."""
    for name, pose in handbook.poses.items():
        seen, here = {name}, pose.mirror_of
        while here and here in handbook.poses and here not in seen:
            seen.add(here)
            here = handbook.poses[here].mirror_of
        if here in seen:
            message = f"'{name}' is the mirror of itself, by way of '{pose.mirror_of}'; write its words out"
            yield handbook.problem("poses", (name, "mirror_of"), message)


def slugs_match_files(handbook: Handbook) -> Iterator[Problem]:
    """An entry's slug and area are its file's name and folder, since they are its address."""
    for key, source in handbook.sources.items():
        folder, *rest = key.split("/")
        if handbook.folder_of(key) not in ("exercises", "routines") or not isinstance(source.data, dict):
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


CHECKS = (
    unknown_names,
    poses_stand_on_their_own,
    slugs_match_files,
    one_name_one_exercise,
    tombstones_stay_buried,
)
