"""Cautions follow from the pose: what a figure's body does must be met by a line of care, or by a reason."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from generator.agreement.conditions import Reading, read, unknown
from generator.figure import DrawnFigure, Measures
from generator.handbook import Handbook
from generator.model.demand import Demand
from generator.model.exercise import Exercise
from generator.nearness import suggestion
from generator.problem import Problem

SIDES = ("left", "right")


@dataclass(frozen=True)
class Found:
    """A demand that a figure makes: its id, the frame that shows it best, and what was measured there."""

    name: str
    letter: str
    reading: Reading


def found_demands(
    demands: Mapping[str, Demand], exercise: Exercise, measures: Mapping[str, Measures]
) -> Iterator[Found]:
    """Yield the demands that the measured frames of an exercise make."""
    for name, demand in demands.items():
        if demand.goals and exercise.goal not in demand.goals:
            continue
        if exercise.dose.hold < demand.held:
            continue
        shown = _shown(demand, measures)
        if shown is not None:
            yield Found(name, *shown)


def _shown(demand: Demand, measures: Mapping[str, Measures]) -> tuple[str, Reading] | None:
    """Return the frame that shows a demand best, and the reading; None if it is not made."""
    letters = sorted(measures)
    asked = letters[1:] if demand.frames == "held" else letters
    met = {letter: reading for letter in asked if (reading := _met(demand, measures[letter])) is not None}
    if not met or (demand.frames == "all" and len(met) < len(asked)):
        return None
    letter = max(met, key=lambda each: met[each].excess)
    return letter, met[letter]


def _met(demand: Demand, m: Measures) -> Reading | None:
    """Return the reading of the first condition on the side where all hold, or None."""
    whole = [first for side in SIDES if (first := _first(demand, m, side)) is not None]
    return max(whole, key=lambda reading: reading.excess) if whole else None


def _first(demand: Demand, m: Measures, side: str) -> Reading | None:
    """Return the reading of the first condition if all hold on a side; most fail early, and end it."""
    first = read(demand.when[0], m, side)
    whole = first.holds and all(read(condition, m, side).holds for condition in demand.when[1:])
    return first if whole else None


def measured(
    handbook: Handbook, figures: Mapping[str, DrawnFigure]
) -> Iterator[tuple[Exercise, Mapping[str, Measures]]]:
    """Yield the exercises whose figures were drawn and measured."""
    for slug, exercise in handbook.exercises.items():
        if slug in figures and figures[slug].measures:
            yield exercise, figures[slug].measures


def demands_name_measures(handbook: Handbook, figures: Mapping[str, DrawnFigure]) -> Iterator[Problem]:
    """Every name in a demand's conditions is one that is measured."""
    one = next((frame for figure in figures.values() for frame in figure.measures.values()), None)
    if one is None:
        return
    for name, demand in handbook.demands.items():
        for index, condition in enumerate(demand.when):
            for field, wrong, known in unknown(condition, one):
                message = f"nobody measures '{wrong}'{suggestion(wrong, known)}"
                yield handbook.problem("demands", (name, "when", index, field), message)


def poses_are_cared_for(handbook: Handbook, figures: Mapping[str, DrawnFigure]) -> Iterator[Problem]:
    """Every caution that a figure demands has a line of care, or a reason under `not_needed`."""
    if list(demands_name_measures(handbook, figures)):
        return
    for exercise, measures in measured(handbook, figures):
        answered = {each.caution for each in exercise.care} | set(exercise.not_needed)
        missing: dict[str, list[Found]] = {}
        for found in found_demands(handbook.demands, exercise, measures):
            for caution in handbook.demands[found.name].cautions:
                if caution not in answered:
                    missing.setdefault(caution, []).append(found)
        for caution, founds in missing.items():
            message = _remedy(handbook, caution, founds)
            yield handbook.problem(exercise.address, ("care",), message)


def _remedy(handbook: Handbook, caution: str, founds: list[Found]) -> str:
    """Return what a writer is told: what was measured, why it matters, what to do."""
    first, *others = founds
    also = f"; so do {', '.join(each.name for each in others)}" if others else ""
    shown = f"frame {first.letter} shows {first.reading.text}: {handbook.demands[first.name].what}"
    remedy = f"Say what this reader does, or why no line is needed: `not_needed: {{{caution}: reason}}`"
    return f"no line for '{caution}', but {shown} ({first.name}{also}). {remedy}"


def reasons_are_needed(handbook: Handbook, figures: Mapping[str, DrawnFigure]) -> Iterator[Problem]:
    """A reason why a caution is not needed answers a demand, and stands for no line of care."""
    if list(demands_name_measures(handbook, figures)):
        return
    for exercise, measures in measured(handbook, figures):
        if not exercise.not_needed:
            continue
        asked = {
            caution
            for found in found_demands(handbook.demands, exercise, measures)
            for caution in handbook.demands[found.name].cautions
        }
        said = {each.caution for each in exercise.care}
        for caution in exercise.not_needed:
            place = ("not_needed", caution)
            if caution in said:
                yield handbook.problem(exercise.address, place, f"'{caution}' has a line of care; keep one")
            elif caution not in asked:
                message = f"nothing in the figure asks for '{caution}'; remove this reason"
                yield handbook.problem(exercise.address, place, message)


CHECKS = (demands_name_measures, poses_are_cared_for, reasons_are_needed)
