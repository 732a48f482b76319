"""What each routine must hold to."""

from collections.abc import Iterator

from generator.handbook import Handbook
from generator.problem import Problem

ITEMS_WITHOUT_PARTS = 7
"""More than seven things in one list are hard to follow (CDC Clear Communication Index, item 8)."""


def no_accidental_repeats(handbook: Handbook) -> Iterator[Problem]:
    """An exercise that stands twice in a routine says so on purpose."""
    for routine in handbook.routines.values():
        seen: set[str] = set()
        for p, part in enumerate(routine.parts):
            for i, item in enumerate(part.items):
                if item.exercise in seen and not item.again:
                    message = f"'{item.exercise}' stands twice; remove one, or add `again: true` if meant"
                    place = ("parts", p, "items", i, "exercise")
                    yield handbook.problem(routine.address, place, message)
                seen.add(item.exercise)


def long_routines_are_grouped(handbook: Handbook) -> Iterator[Problem]:
    """More than seven exercises stand in titled parts."""
    for routine in handbook.routines.values():
        titled = all(part.title for part in routine.parts)
        if len(routine.items) > ITEMS_WITHOUT_PARTS and not titled:
            message = f"{len(routine.items)} exercises: group them in parts, each with a title"
            yield handbook.problem(routine.address, ("parts",), message)


def first_days_stay_gentle(handbook: Handbook) -> Iterator[Problem]:
    """A routine for the first days only holds exercises that suit them."""
    for routine in handbook.routines.values():
        if routine.phases != (handbook.fresh,):
            continue
        for p, part in enumerate(routine.parts):
            for i, item in enumerate(part.items):
                exercise = handbook.exercises.get(item.exercise)
                if exercise and handbook.fresh not in exercise.phases:
                    message = f"'{item.exercise}' does not suit the first days"
                    yield handbook.problem(routine.address, ("parts", p, "items", i, "exercise"), message)


def items_suit_the_phases(handbook: Handbook) -> Iterator[Problem]:
    """An exercise that is not for one of the routine's phases has a note that says what to do then."""
    for routine in handbook.routines.values():
        for p, part in enumerate(routine.parts):
            for i, item in enumerate(part.items):
                exercise = handbook.exercises.get(item.exercise)
                lacking = set(routine.phases) - set(exercise.phases) if exercise else set()
                if lacking and not item.note:
                    place = ("parts", p, "items", i, "exercise")
                    phases = ", ".join(sorted(lacking))
                    message = (
                        f"'{item.exercise}' is not for {phases}; change it, or add a note for these readers"
                    )
                    yield handbook.problem(routine.address, place, message)


def readers_it_is_made_for_leave_nothing_out(handbook: Handbook) -> Iterator[Problem]:
    """A routine for people with a caution holds no exercise whose page tells them to leave it out."""
    for routine in handbook.routines.values():
        for p, part in enumerate(routine.parts):
            for i, item in enumerate(part.items):
                exercise = handbook.exercises.get(item.exercise)
                skipped = {care.caution for care in exercise.care if care.skip} if exercise else set()
                for caution in sorted(skipped.intersection(routine.made_for)):
                    message = f"it is made for '{caution}', but '{item.exercise}' says to leave it out"
                    yield handbook.problem(routine.address, ("parts", p, "items", i, "exercise"), message)


CHECKS = (
    no_accidental_repeats,
    long_routines_are_grouped,
    first_days_stay_gentle,
    items_suit_the_phases,
    readers_it_is_made_for_leave_nothing_out,
)
