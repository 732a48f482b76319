"""What each exercise must say, beyond what its fields demand."""

from collections.abc import Iterator

from generator.floor import drawn_on_floor, may_need_floor
from generator.handbook import Handbook
from generator.model.base import switched_on
from generator.model.exercise import Exercise
from generator.model.vocabulary import Goal
from generator.one_side import one_side, still_changes
from generator.problem import Problem
from generator.source import Data, Place

TO_WRITE = "WRITE "


def nothing_is_left_to_write(handbook: Handbook) -> Iterator[Problem]:
    """What `python -m generator new` left open has been filled in."""
    for exercise in handbook.exercises.values():
        for place, text in _said(handbook.sources[exercise.address].data, ()):
            if text.startswith(TO_WRITE):
                yield handbook.problem(exercise.address, place, "this is still to write")


def _said(data: Data, place: Place) -> Iterator[tuple[Place, str]]:
    if isinstance(data, str):
        yield place, data
    elif data:
        parts = data.items() if isinstance(data, dict) else enumerate(data)
        for name, each in parts:
            yield from _said(each, (*place, name))


def steps_show_frames(handbook: Handbook) -> Iterator[Problem]:
    """Each step names a frame of the figure, and each frame is named by a step."""
    for exercise in handbook.exercises.values():
        frames = set(exercise.figure.frames)
        for index, step in enumerate(exercise.steps):
            if step.frame not in frames:
                message = f"the figure has no frame {step.frame}; it has {', '.join(sorted(frames))}"
                yield handbook.problem(exercise.address, ("steps", index, "frame"), message)
        if exercise.card and exercise.card not in frames:
            message = f"the figure has no frame {exercise.card}; it has {', '.join(sorted(frames))}"
            yield handbook.problem(exercise.address, ("card",), message)
        for letter in sorted(frames - {step.frame for step in exercise.steps}):
            message = f"no step shows frame {letter}"
            yield handbook.problem(exercise.address, ("figure", "frames", letter), message)


def frames_are_lettered(handbook: Handbook) -> Iterator[Problem]:
    """A figure has at least two frames, lettered A, B, C … without gaps."""
    for exercise in handbook.exercises.values():
        letters = "".join(exercise.figure.frames)
        if letters != "ABCDE"[: len(letters)] or len(letters) < 2:
            message = f"frames are {', '.join(letters)}; expected A, B, C … in order, two or more"
            yield handbook.problem(exercise.address, ("figure", "frames"), message)


def alternatives_tell_more(handbook: Handbook) -> Iterator[Problem]:
    """A frame's text says what is seen, not the exercise's name again, and differs from frame to frame."""
    for exercise in handbook.exercises.values():
        seen: dict[str, str] = {}
        for letter, frame in exercise.figure.frames.items():
            place = ("figure", "frames", letter, "alt")
            if frame.alt.casefold().strip(". ") == exercise.name.casefold():
                yield handbook.problem(exercise.address, place, "say what is seen, not the name again")
            if frame.alt in seen:
                yield handbook.problem(exercise.address, place, f"the same text as frame {seen[frame.alt]}")
            seen.setdefault(frame.alt, letter)


def floor_is_named(handbook: Handbook) -> Iterator[Problem]:
    """Who is drawn on a mat is in a position that needs the floor, so that help with it stands beside it."""
    if not getattr(handbook.facets, "positions", None):
        return
    for exercise in handbook.exercises.values():
        if drawn_on_floor(handbook, exercise) and not may_need_floor(handbook, exercise):
            message = "the figure lies, sits or kneels on a mat; add a position that needs the floor"
            yield handbook.problem(exercise.address, ("positions",), message)


def _needs_floor(handbook: Handbook, exercise: Exercise) -> bool:
    positions = [handbook.facets.positions.get(each) for each in exercise.positions]
    return all(position is not None and position.needs_floor for position in positions)


def floor_has_a_way_round(handbook: Handbook) -> Iterator[Problem]:
    """An exercise that can only be done on the floor offers a version without it."""
    if not getattr(handbook.facets, "positions", None):
        return
    for exercise in handbook.exercises.values():
        if exercise.no_floor is None and _needs_floor(handbook, exercise):
            message = "every position needs the floor; add no_floor, a version that does without"
            yield handbook.problem(exercise.address, ("positions",), message)


def wheelchairs_are_shown(handbook: Handbook) -> Iterator[Problem]:
    """Who offers an exercise from a wheelchair shows it there, from a frame that the figure has."""
    position = handbook.wheelchair
    if not handbook.facets.positions:
        return  # facets.yml could not be read, and says so
    for exercise in handbook.exercises.values():
        asked, frames = exercise.in_wheelchair, exercise.figure.frames
        if asked and not position:
            message = "no position in facets.yml has `wheelchair`, the base pose of somebody who sits in one"
            yield handbook.problem(exercise.address, ("in_wheelchair",), message)
        elif asked is None and position in exercise.positions:
            message = "a wheelchair is offered but not shown; add in_wheelchair: do, frame and alt"
            yield handbook.problem(exercise.address, ("positions",), message)
        elif asked and position not in exercise.positions:
            message = f"it is shown in a wheelchair; name {position} among its positions"
            yield handbook.problem(exercise.address, ("positions",), message)
        if asked and asked.frame not in frames:
            message = f"the figure has no frame {asked.frame}; it has {', '.join(sorted(frames))}"
            yield handbook.problem(exercise.address, ("in_wheelchair", "frame"), message)


def first_days_are_smaller(handbook: Handbook) -> Iterator[Problem]:
    """The dose of the first days stands where the exercise suits them, and is no larger than the full one."""
    for exercise in handbook.exercises.values() if handbook.fresh else ():
        suits = handbook.fresh in exercise.phases
        small = exercise.first_days
        if suits != (small is not None):
            message = f"first_days and the phase '{handbook.fresh}' go together: give both or neither"
            yield handbook.problem(exercise.address, ("phases",), message)
        elif small and small.hold > exercise.dose.hold:
            message = f"hold {small.hold} seconds in the first days, but {exercise.dose.hold} later"
            yield handbook.problem(exercise.address, ("first_days", "hold"), message)
        elif small and small.work(exercise.dose.move) > exercise.dose.work():
            message = "one round takes longer in the first days than later; make it smaller"
            yield handbook.problem(exercise.address, ("first_days",), message)


def goals_have_their_care(handbook: Handbook) -> Iterator[Problem]:
    """An exercise has a line for every caution that its goal names, such as loose joints for a stretch."""
    for exercise in handbook.exercises.values():
        goal = goal_of(handbook, exercise)
        warned = {each.caution for each in exercise.care}
        for caution in goal.care if goal else ():
            if caution not in warned:
                message = f"a {exercise.goal} exercise needs a line of care for '{caution}'"
                yield handbook.problem(exercise.address, ("care",), message)


def goal_of(handbook: Handbook, exercise: Exercise) -> Goal | None:
    """What an exercise is for; none where the vocabularies could not be read."""
    return getattr(handbook.facets, "goals", {}).get(exercise.goal)


def phases_begin_fresh(handbook: Handbook) -> Iterator[Problem]:
    """One phase is that of a fresh injury: without it all the rules for it would be silent."""
    phases = getattr(handbook.facets, "phases", None)
    fresh = [id for id, each in (phases or {}).items() if switched_on(each.fresh)]
    if phases is not None and len(fresh) != 1:
        found = f"{' and '.join(fresh)} say" if fresh else "no phase says"
        message = f"{found} `fresh: true`; say it of one, what a fresh injury must not do is checked by it"
        yield handbook.problem("facets", ("phases",), message)


def cautions_stand_once(handbook: Handbook) -> Iterator[Problem]:
    """One line of care per caution."""
    for exercise in handbook.exercises.values():
        seen: set[str] = set()
        for index, each in enumerate(exercise.care):
            if each.caution in seen:
                message = f"'{each.caution}' stands twice; say it in one line"
                yield handbook.problem(exercise.address, ("care", index, "caution"), message)
            seen.add(each.caution)


def variants_point_elsewhere(handbook: Handbook) -> Iterator[Problem]:
    """An easier, harder or no-floor version is another exercise."""
    for exercise in handbook.exercises.values():
        for name in ("easier", "harder", "no_floor"):
            variant = getattr(exercise, name)
            if variant is not None and variant.exercise == exercise.slug:
                message = "this is the exercise itself; name another, or leave `exercise` out"
                yield handbook.problem(exercise.address, (name, "exercise"), message)


def tells_what_it_is_called(handbook: Handbook) -> Iterator[Problem]:
    """Other names are other: none repeats the name or another one."""
    for exercise in handbook.exercises.values():
        seen = {exercise.name.casefold()}
        for index, name in enumerate(exercise.also_called):
            if name.casefold() in seen:
                message = f"'{name}' stands already; give a name that people also use"
                yield handbook.problem(exercise.address, ("also_called", index), message)
            seen.add(name.casefold())


def one_side_can_stand_alone(handbook: Handbook) -> Iterator[Problem]:
    """A sheet may ask for one side only: the line on it then tells nobody to change sides."""
    change = handbook.phrases.change_sides
    for exercise in handbook.exercises.values():
        if exercise.sides != "together" and still_changes(one_side(exercise.short, change)):
            message = f"a sheet for one side would still say to change; put '{change}' last"
            yield handbook.problem(exercise.address, ("short",), message)


def effort_breathes(handbook: Handbook) -> Iterator[Problem]:
    """The steps of every exercise of effort say to breathe: a held breath raises the blood pressure."""
    for exercise in handbook.exercises.values():
        said = " ".join(step.do for step in exercise.steps).casefold()
        goal = goal_of(handbook, exercise)
        if goal and goal.effort and handbook.phrases.breath.casefold() not in said:
            yield handbook.problem(
                exercise.address, ("steps",), "no step says how to breathe; add 'Breathe out as …'"
            )


CHECKS = (
    nothing_is_left_to_write,
    steps_show_frames,
    frames_are_lettered,
    alternatives_tell_more,
    floor_is_named,
    floor_has_a_way_round,
    wheelchairs_are_shown,
    first_days_are_smaller,
    goals_have_their_care,
    phases_begin_fresh,
    cautions_stand_once,
    variants_point_elsewhere,
    tells_what_it_is_called,
    one_side_can_stand_alone,
    effort_breathes,
)
