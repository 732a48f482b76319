"""A moment that the moving figure passes between two pictures, where no true way is found without it."""

from collections.abc import Mapping

from pydantic import ConfigDict, Field

from generator.model.pose import FigureSpec, Frame, Letter, Posture

LETTERS = "ABCDEFGH"


class Passing(Posture):
    """A posture between two pictures, as a change to the first of them; it is never shown by itself."""

    model_config = ConfigDict(frozen=True, extra="forbid", populate_by_name=True)
    after: Letter
    before: Letter
    origin: Letter | None = Field(default=None, alias="from")
    """The picture it is a change to; left out, that of `after`."""

    def frame(self) -> "Passed":
        """Return it as a frame to be posed."""
        words = self.model_dump(mode="json", by_alias=True, exclude_unset=True)
        alt = f"On the way from picture {self.after} to picture {self.before}."
        return Passed.model_validate({"from": self.after, **words, "alt": alt})


class Passed(Frame):
    """A frame that is passed on the way and not shown."""

    after: Letter
    before: Letter


def with_passing(spec: FigureSpec, passing: tuple[Passing, ...]) -> FigureSpec:
    """Return a figure with moments to pass as further frames, whose letters come last."""
    spare = [letter for letter in LETTERS if letter > max(spec.frames)]
    own = dict(zip(spare, (each.frame() for each in passing), strict=False))
    return spec.model_copy(update={"frames": {**spec.frames, **own}})


def without_passing(spec: FigureSpec) -> tuple[FigureSpec, Mapping[str, Passed]]:
    """Return a figure without the moments it passes, and these by letter."""
    passed = {letter: frame for letter, frame in spec.frames.items() if isinstance(frame, Passed)}
    shown = {letter: frame for letter, frame in spec.frames.items() if letter not in passed}
    return spec.model_copy(update={"frames": shown}), passed
