"""How much of an exercise: the numbers, and the seconds they come to."""

from typing import Annotated, Literal, Self

from pydantic import Field

from generator.model.base import Frozen, Text
from generator.model.policy import Pace

Hold = Annotated[int, Field(ge=0, le=3600)]
Repetitions = Annotated[int, Field(ge=1, le=50)]
Sets = Annotated[int, Field(ge=1, le=5)]
Times = Annotated[int, Field(ge=1, le=12)]
Sides = Literal["together", "each", "alternating"]
"""Both sides at once; one side wholly before the other; or a repetition on each in turn."""


class Dose(Frozen):
    """A full dose."""

    hold: Hold
    """Seconds to stay in the end position; 0 means keep moving."""
    repetitions: Repetitions
    sets: Sets = 1
    move: Annotated[int, Field(ge=0, le=60)]
    """Seconds to get into and out of one repetition."""
    times: Times
    per: Literal["day", "week"]
    when: Text | None = None
    """A hint in words, such as "at each desk break"."""

    def work(self) -> int:
        """Seconds of one round on one side, rests left out."""
        return self.sets * self.repetitions * (self.hold + self.move)

    def changed(self, hold: int | None, repetitions: int | None, sets: int | None) -> Self:
        """The same dose with a routine's own numbers."""
        given = {"hold": hold, "repetitions": repetitions, "sets": sets}
        return self.model_copy(update={name: value for name, value in given.items() if value is not None})

    def seconds(self, sides: Sides, pace: Pace) -> int:
        """How long one round takes, in seconds; assets/follow/cues.js lists the same seconds one by one.

        sets × repetitions × sides × (hold + movement), the rests between sets, the change of sides
        in every set where the second side waits for the first, and the change-over before it all.
        """
        turns = 1 if sides == "together" else 2
        work = self.sets * self.repetitions * turns * (self.hold + self.move)
        changes = self.sets * pace.change_sides if sides == "each" else 0
        return work + changes + (self.sets - 1) * pace.rest + pace.change_over


class FirstDays(Frozen):
    """The smaller dose for the first days of an injury."""

    hold: Hold
    repetitions: Repetitions
    sets: Sets = 1
    times: Times
    note: Text

    @property
    def numbers(self) -> dict[str, int | str]:
        """What a full dose becomes in the first days."""
        small = {"hold": self.hold, "repetitions": self.repetitions, "sets": self.sets, "times": self.times}
        return {**small, "per": "day"}

    def work(self, move: int) -> int:
        """Seconds of one round on one side, rests left out; `move` is the full dose's."""
        return self.sets * self.repetitions * (self.hold + move)
