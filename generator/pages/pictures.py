"""The frames of an exercise as pages need them, drawn or still to be drawn."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Protocol

from generator.model.exercise import Exercise


class Drawn(Protocol):
    """One finished frame."""

    @property
    def letter(self) -> str: ...
    @property
    def svg(self) -> str: ...


class DrawnFigure(Protocol):
    """All finished frames of one exercise."""

    @property
    def frames(self) -> tuple[Drawn, ...]: ...


@dataclass(frozen=True)
class Picture:
    """One frame of one exercise."""

    letter: str
    alt: str
    svg: str | None
    """The drawing, or None where there is none yet."""


def pictures(exercise: Exercise, figures: Mapping[str, DrawnFigure]) -> tuple[Picture, ...]:
    """Every frame of an exercise, in order."""
    figure = figures.get(exercise.slug)
    drawn = {frame.letter: frame.svg for frame in figure.frames} if figure else {}
    frames = exercise.figure.frames.items()
    return tuple(Picture(letter, frame.alt, drawn.get(letter)) for letter, frame in frames)


def telling(exercise: Exercise, figures: Mapping[str, DrawnFigure]) -> Picture:
    """The one frame that stands for the exercise on a card: the second, where there is one."""
    return pictures(exercise, figures)[:2][-1]
