"""Doses in words a person can follow, and the time a routine takes."""

from math import ceil

from generator.handbook import Handbook
from generator.model.dose import Dose, FirstDays
from generator.model.exercise import Exercise
from generator.model.routine import HowOften, Item, Routine

MINUTE = 60
"""Seconds."""
ONCE = {1: "once", 2: "twice"}


def span(seconds: int) -> str:
    """A time in words, such as "1 minute 30 seconds"."""
    minutes, rest = divmod(seconds, MINUTE)
    parts = ((minutes, "minute"), (rest, "second"))
    return " ".join(f"{n} {unit}{'s' if n != 1 else ''}" for n, unit in parts if n)


def times(count: int) -> str:
    """How many times, in words: once, twice, 3 times."""
    return ONCE.get(count, f"{count} times")


def often(dose: Dose | HowOften) -> str:
    """How often in words, such as "3 times a day"."""
    return f"{times(dose.times)} a {dose.per}"


def stay(handbook: Handbook, exercise: Exercise, hold: int) -> str:
    """What to do in the end position, such as "Hold for 5 seconds"."""
    return f"{handbook.facets.goals[exercise.goal].stay} {span(hold)}" if hold else "Keep moving"


def repeat(exercise: Exercise, repetitions: int) -> str:
    """How many repetitions, such as "8 times each side"."""
    side = "" if exercise.sides == "together" else " each side"
    return f"{times(repetitions)}{side}"


def dose_line(handbook: Handbook, exercise: Exercise, dose: Dose | FirstDays) -> str:
    """One round of a dose on one line: "Hold 5 seconds · 8 times each side · 2 sets"."""
    once = dose.repetitions == 1 and exercise.sides == "together"
    parts = (
        stay(handbook, exercise, dose.hold).replace("Hold for", "Hold"),
        "" if once else repeat(exercise, dose.repetitions),
        f"{dose.sets} sets" if dose.sets > 1 else "",
    )
    return " · ".join(filter(None, parts))


def dose_of(item: Item, exercise: Exercise) -> Dose:
    """The dose a routine asks of one exercise."""
    return exercise.dose.changed(item.hold, item.repetitions, item.sets)


def minutes(handbook: Handbook, routine: Routine) -> int:
    """Whole minutes that one round of a routine takes, rounded up."""
    pairs = ((item, handbook.exercises[item.exercise]) for item in routine.items)
    return ceil(sum(dose_of(item, each).seconds(each.sides, handbook.pace) for item, each in pairs) / MINUTE)


def exercise_minutes(handbook: Handbook, exercise: Exercise) -> int:
    """Whole minutes that one round of an exercise takes, rounded up."""
    return ceil(exercise.dose.seconds(exercise.sides, handbook.pace) / MINUTE)
