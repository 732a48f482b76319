"""One exercise, as it stands in content/exercises/<area>/<slug>.yml."""

from typing import Annotated, Literal

from pydantic import Field, StringConstraints, model_validator

from generator.model.base import Day, Frozen, Name, Slug, SourceName, Text
from generator.model.claim import Claim, Mistake
from generator.model.dose import Dose, FirstDays, Sides
from generator.model.passing import Passing
from generator.model.pose import Alt, FigureSpec, View

Letter = Annotated[str, StringConstraints(pattern=r"^[A-E]$")]


SOON_DAYS = 60
"""Days before its next check in which a page says that it is due."""


class Step(Frozen):
    """One instruction, and the frame of the figure that shows it."""

    do: Text
    frame: Letter
    shows: tuple[Claim, ...] = ()
    """What the sentence says in numbers or conditions, so that the drawing can be held to it."""


class Targets(Frozen):
    """The muscles an exercise reaches, by vocabulary id."""

    main: tuple[Slug, ...] = Field(min_length=1, max_length=4)
    also: tuple[Slug, ...] = ()


class Variant(Frozen):
    """Another way to do it, and the exercise that shows it, if there is one."""

    do: Text
    exercise: Slug | None = None


class InWheelchair(Frozen):
    """How it is done in a wheelchair, and the picture of it: which frame, what is seen, and from where."""

    do: Text
    frame: Letter
    alt: Alt
    view: View | None = None
    hands: Literal["on-thighs"] | None = None
    """Where hands rest that hang beside a chair's seat: there is no room for them between seat and wheels."""


class Care(Frozen):
    """Who should skip the exercise or take care, and how."""

    caution: Slug
    do: Text
    skip: bool = False
    """Whether people with this caution should leave the exercise out altogether."""


class Review(Frozen):
    """Who wrote it, who checked it, and until when that holds; unsigned fields stay empty."""

    author: Text
    reviewer: Text | None = None
    role: Text | None = None
    reviewed: Day | None = None
    next_review: Day | None = None

    @model_validator(mode="after")
    def _signed_whole_or_not_at_all(self) -> "Review":
        signature = (self.reviewer, self.role, self.reviewed, self.next_review)
        if any(signature) and not all(signature):
            raise ValueError("a review needs reviewer, role, reviewed and next_review, or none of them")
        return self

    def due_soon(self, today: Day) -> bool:
        """Whether the next check is near, or past."""
        return self.next_review is not None and (self.next_review - today).days <= SOON_DAYS

    @property
    def signed(self) -> bool:
        """Whether a real person has signed."""
        return self.reviewer is not None


class Exercise(Frozen):
    """One exercise."""

    slug: Slug
    name: Name
    also_called: tuple[Text, ...] = Field(min_length=3)
    area: Slug
    positions: tuple[Slug, ...] = Field(min_length=1)
    equipment: tuple[Slug, ...] = ()
    optional_equipment: tuple[Slug, ...] = ()
    goal: Slug
    phases: tuple[Slug, ...] = Field(min_length=1)
    level: Slug
    sides: Sides
    muscles: Targets
    why: Text
    start: Text
    start_shows: tuple[Claim, ...] = ()
    """The same for the start position, held to the first frame."""
    steps: tuple[Step, ...] = Field(min_length=2, max_length=7)
    short: Annotated[str, StringConstraints(min_length=20, max_length=110)]
    """The steps in one line, for a printed sheet."""
    one_repetition: Text
    dose: Dose
    first_days: FirstDays | None = None
    feel: Text
    mistakes: tuple[Mistake, ...] = Field(min_length=1, max_length=7)
    easier: Variant
    harder: Variant
    no_floor: Variant | None = None
    in_wheelchair: InWheelchair | None = None
    care: tuple[Care, ...] = ()
    not_needed: dict[Slug, Text] = {}
    """Cautions that the figure's pose demands and this exercise needs no line for, each with the reason."""
    stop: tuple[Text, ...] = Field(min_length=1, max_length=7)
    """Signs that end this exercise, besides those that end every exercise."""
    evidence: Text
    stricter: Text | None = None
    """Where this page asks for more care than its sources do."""
    sources: tuple[SourceName, ...] = Field(min_length=1)
    review: Review
    card: Letter | None = None
    """The frame that stands for it on a card; left out, the second."""
    figure: FigureSpec
    passing: tuple[Passing, ...] = Field(default=(), max_length=3)
    """Moments between two pictures that the moving figure goes through; no still shows them."""

    @model_validator(mode="after")
    def _passes_between_pictures(self) -> "Exercise":
        for each in self.passing:
            for letter in (each.after, each.before, each.origin or each.after):
                if letter not in self.figure.frames:
                    raise ValueError(f"passing: there is no picture {letter}")
        return self

    @property
    def address(self) -> str:
        """The page's path below the site's root, without slashes at the ends."""
        return f"exercises/{self.area}/{self.slug}"
