"""Each step beside the picture that shows it, in the order in which they are done."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from generator.model.exercise import Exercise, Step
from generator.pages.pictures import Picture


@dataclass(frozen=True)
class Panel:
    """One picture and the steps beside it."""

    picture: Picture
    steps: tuple[Step, ...]
    first: int
    """The number of the panel's first step, from 1."""


def storyboard(exercise: Exercise, pictures: Sequence[Picture]) -> tuple[Panel, ...]:
    """The panels of an exercise, one a picture; their steps in a row are all steps in order.

    A way back to an earlier picture stays in the panel that it leaves, so that nobody reads backwards.
    """
    letters = [picture.letter for picture in pictures]
    places = tuple(_places(exercise.steps, letters))
    panels = []
    for place, picture in enumerate(pictures):
        steps = tuple(step for step, at in zip(exercise.steps, places, strict=True) if at == place)
        panels.append(Panel(picture, steps, 1 + sum(at < place for at in places)))
    return tuple(panels)


def _places(steps: Sequence[Step], letters: Sequence[str]) -> Iterator[int]:
    """The panel of every step: that of its picture, or the one reached before it."""
    reached = 0
    for step in steps:
        reached = max(reached, letters.index(step.frame))
        yield reached
