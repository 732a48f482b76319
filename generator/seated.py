"""The figure of an exercise done in a wheelchair, made from the figure that shows it on a chair."""

from generator.model.exercise import Exercise
from generator.model.pose import Arm, FigureSpec, Frame, View
from generator.model.things import Prop

NAME = "in-wheelchair"
"""The figure's name below its exercise."""
SEATS = ("chair", "stool")
UNDER = ("seat", "sole")
"""Parts that rest where the base pose puts them: on the wheelchair's seat and footplates."""
VIEW = View(side="right", turn=58.0, above=9.0)


def figure_name(exercise: Exercise) -> str:
    """What the figure is called among all figures."""
    return f"{exercise.address}#{NAME}"


def seated_figure(exercise: Exercise, base: str | None) -> FigureSpec | None:
    """The one picture in a wheelchair that the exercise asks for, from the base pose in one."""
    asked, figure = exercise.in_wheelchair, exercise.figure
    if asked is None or base is None or asked.frame not in figure.frames:
        return None
    needed = {"A", asked.frame, figure.frames[asked.frame].origin}
    resting = asked.hands is not None
    frames = {letter: _settled(frame, resting) for letter, frame in figure.frames.items() if letter in needed}
    frames[asked.frame] = frames[asked.frame].model_copy(update={"alt": asked.alt})
    own = {
        "base": base, "frames": frames, "view": asked.view or VIEW, "crop": "whole", "inset": None,
        "silence": {}, "props": _without_seats(figure.props),
    }  # fmt: skip
    return figure.model_copy(update=own)


def _without_seats(props: dict[str, Prop]) -> dict[str, Prop]:
    return {name: prop for name, prop in props.items() if (prop.kind or name) not in SEATS}


def _settled(frame: Frame, resting: bool) -> Frame:
    """The frame without what a chair asks for; `resting` arms keep the base pose but for their shoulders."""
    kept = {part: each for part, each in frame.contacts.items() if part.split(" ")[-1] not in UNDER}
    arms = Arm(shoulder=frame.arms.shoulder) if resting and frame.arms else frame.arms
    return frame.model_copy(update={"contacts": kept, "arms": arms})
