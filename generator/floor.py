"""What is done on the floor, so that help with getting down and up can stand beside it."""

from collections.abc import Iterator, Mapping

from generator.handbook import Handbook
from generator.model.exercise import Exercise
from generator.model.routine import Routine
from generator.model.things import Prop


def may_need_floor(handbook: Handbook, exercise: Exercise) -> bool:
    """Whether one of the positions an exercise offers is on the floor."""
    positions = handbook.facets.positions
    return any(positions[each].needs_floor for each in exercise.positions if each in positions)


def drawn_on_floor(handbook: Handbook, exercise: Exercise) -> bool:
    """Whether a frame of the exercise shows its person on a mat."""
    figure = exercise.figure
    own = (figure.base, *(frame.base for frame in figure.frames.values()))
    return "mat" in figure.props or any("mat" in props for base in own for props in _props(handbook, base))


def routine_needs_floor(handbook: Handbook, routine: Routine) -> bool:
    """Whether a move of a routine is shown on the floor, or the routine says that its place is there."""
    exercises = (handbook.exercises[item.exercise] for item in routine.items)
    return routine.place == "floor" or any(drawn_on_floor(handbook, each) for each in exercises)


def without_floor(handbook: Handbook, routine: Routine) -> bool:
    """Whether nobody has to get down to the floor: what is drawn on a mat is done on a bed there."""
    return routine.place == "bed" or not routine_needs_floor(handbook, routine)


def _props(handbook: Handbook, name: str | None) -> Iterator[Mapping[str, Prop]]:
    """The props of a base pose and of the one that it mirrors."""
    seen: set[str] = set()
    while name and name in handbook.poses and name not in seen:
        seen.add(name)
        base = handbook.poses[name]
        yield base.props
        name = base.mirror_of
