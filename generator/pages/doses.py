"""Doses in words a person can follow, and the time a routine takes."""

from math import ceil
from typing import NamedTuple

from generator.handbook import Handbook
from generator.model.dose import Dose, FirstDays
from generator.model.exercise import Exercise
from generator.model.routine import HowOften, Item, Routine
from generator.pages.text import continued
from generator.phrasing import counted, fill

MINUTE = 60
"""Seconds."""


class Staying(NamedTuple):
    """The words for the seconds in the end position, which stand for {time}."""

    whole: str
    brief: str
    """The same where room is short."""


def span(handbook: Handbook, seconds: int) -> str:
    """A time in words, such as "1 minute 30 seconds"."""
    minutes, rest = divmod(seconds, MINUTE)
    parts = ((minutes, handbook.phrases.minute), (rest, handbook.phrases.second))
    return " ".join(counted(handbook, forms, n) for n, forms in parts if n)


def times(handbook: Handbook, count: int) -> str:
    """How many times, in words: once, twice, 3 times."""
    return counted(handbook, handbook.phrases.time, count)


def often(handbook: Handbook, dose: Dose | HowOften) -> str:
    """How often in words, such as "3 times a day"."""
    phrase = handbook.phrases.day if dose.per == "day" else handbook.phrases.week
    return fill(phrase, times=times(handbook, dose.times))


def staying(handbook: Handbook, exercise: Exercise) -> Staying:
    """The phrases for the end position: the goal's own, or those of all others."""
    own = handbook.facets.goals[exercise.goal].stay
    words = handbook.phrases
    return Staying(f"{own} {{time}}", f"{own} {{time}}") if own else Staying(words.hold, words.hold_short)


def stay(handbook: Handbook, exercise: Exercise, hold: int, short: bool = False) -> str:
    """What to do in the end position, such as "Hold for 5 seconds"."""
    if not hold:
        return handbook.phrases.moving
    phrases = staying(handbook, exercise)
    return fill(phrases.brief if short else phrases.whole, time=span(handbook, hold))


def repeat(handbook: Handbook, exercise: Exercise, repetitions: int) -> str:
    """How many repetitions, such as "8 times each side"."""
    said = times(handbook, repetitions)
    return said if exercise.sides == "together" else fill(handbook.phrases.each_side, times=said)


def dose_told(handbook: Handbook, exercise: Exercise) -> str:
    """A whole dose in sentences, such as "Hold for 5 seconds. Do it 8 times. Do this once a day."."""
    dose, say = exercise.dose, handbook.phrases.pages.exercise
    done = fill(
        say.once_in_sets if dose.sets > 1 else say.once,
        hold=stay(handbook, exercise, dose.hold),
        times=repeat(handbook, exercise, dose.repetitions),
        sets=counted(handbook, handbook.phrases.sets, dose.sets),
        rest=handbook.pace.rest,
    )
    asked = fill(say.often_when if dose.when else say.often, often=often(handbook, dose), when=dose.when)
    return f"{done} {asked}"


def first_dose(handbook: Handbook, exercise: Exercise) -> str:
    """The dose of the first days in one line; nothing where there is none."""
    first = exercise.first_days
    if first is None:
        return ""
    return fill(
        handbook.phrases.pages.exercise.first_dose,
        hold=continued(stay(handbook, exercise, first.hold)),
        times=repeat(handbook, exercise, first.repetitions),
        often=fill(handbook.phrases.day, times=times(handbook, first.times)),
    )


def dose_line(handbook: Handbook, exercise: Exercise, dose: Dose | FirstDays) -> str:
    """One round of a dose on one line: "Hold 5 seconds · 8 times each side · 2 sets"."""
    once = dose.repetitions == 1 and exercise.sides == "together"
    parts = (
        stay(handbook, exercise, dose.hold, short=True),
        "" if once else repeat(handbook, exercise, dose.repetitions),
        counted(handbook, handbook.phrases.sets, dose.sets) if dose.sets > 1 else "",
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
