"""What belongs to what: every "see also" is worked out here, none is typed."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby

from generator.handbook import Handbook
from generator.model.exercise import Exercise
from generator.model.page import Page
from generator.model.routine import Routine
from generator.pages.doses import minutes


@dataclass(frozen=True)
class Neighbours:
    """The exercises before and after one in its area."""

    before: Exercise | None
    after: Exercise | None


def neighbours(handbook: Handbook) -> dict[str, Neighbours]:
    """The exercises on either side of every exercise, within the area, by slug."""
    return {
        each.slug: Neighbours(before, after)
        for _, area in by_area(handbook)
        for before, each, after in zip((None, *area), area, (*area[1:], None), strict=False)
    }


def routines_with(handbook: Handbook, slug: str) -> tuple[Routine, ...]:
    """Every routine that contains an exercise."""
    return tuple(
        routine
        for routine in handbook.routines.values()
        if any(item.exercise == slug for item in routine.items)
    )


def uses(handbook: Handbook, muscle: str) -> dict[str, object]:
    """The exercises that mainly reach a muscle, and those that reach it too."""
    exercises = handbook.exercises.values()
    return {
        "main": [each for each in exercises if muscle in each.muscles.main],
        "also": [each for each in exercises if muscle in each.muscles.also],
    }


def by_area(handbook: Handbook) -> list[tuple[str, list[Exercise]]]:
    """Every area that has exercises, with them."""
    grouped = groupby(handbook.exercises.values(), key=lambda each: each.area)
    return [(area, list(group)) for area, group in grouped]


def face_of(handbook: Handbook, area: str) -> Exercise | None:
    """The exercise whose drawing stands for an area, where it has any."""
    named = handbook.exercises.get(handbook.areas[area].picture or "")
    return named or next((each for each in handbook.exercises.values() if each.area == area), None)


def by_phase(handbook: Handbook) -> list[tuple[str, list[Routine]]]:
    """Every phase that has routines, with those that start in it, short ones first."""
    short_first = by_minutes(handbook)
    phases = handbook.facets.phases
    groups = ((phase, [each for each in short_first if each.phases[0] == phase]) for phase in phases)
    return [(phase, found) for phase, found in groups if found]


def by_minutes(handbook: Handbook) -> list[Routine]:
    """Every routine, short ones first."""
    return sorted(handbook.routines.values(), key=lambda each: (minutes(handbook, each), each.slug))


def guidance(handbook: Handbook) -> list[tuple[str, list[Page]]]:
    """The hand-written pages by how soon a reader should act."""
    pages = [page for page in handbook.pages.values() if page.address not in ("", "guidance")]
    groups = ((title, _at_level(pages, level)) for level, title in _care_levels(handbook))
    return [(title, found) for title, found in groups if found]


def _care_levels(handbook: Handbook) -> Iterator[tuple[str | None, str]]:
    """How soon to act, and the heading; that of what readers do by themselves tells the subject."""
    say = handbook.phrases.pages
    yield "emergency", say.titles.help_now
    yield "urgent", say.guidance.soon
    yield "self-care", handbook.doors.self_care
    yield None, say.titles.about


def _at_level(pages: Iterable[Page], level: str | None) -> list[Page]:
    return [page for page in pages if page.care_level == level]
