"""The guided start, as it stands in content/start.yml: six questions and a table of answers."""

from typing import Annotated, Literal

from pydantic import Field, model_validator

from generator.model.base import Frozen, Slug, Text
from generator.model.safety import Level

Ending = Literal["emergency", "urgent", "soon", "wait"]
"""An answer without exercises: the levels of the warning signs, and to rest and look again."""
Asked = Literal["danger", "where", "since", "can", "spare", "time"]


class Question(Frozen):
    """One screen."""

    ask: Text
    help: Text | None = None
    none: Text | None = None
    """The answer that nothing of it is so."""


class Where(Frozen):
    """A part of the body that hurts."""

    name: Text
    line: Text
    picture: Slug
    """An exercise whose drawing shows the part."""
    adds: tuple[Slug, ...] = ()
    """Cautions that come with it, without a question."""


class Since(Frozen):
    """How long it has hurt."""

    name: Text
    phase: Slug
    note: Text
    """What people with this answer should know besides; it stands in the answer."""


class Can(Frozen):
    """What a reader can get into."""

    name: Text
    line: Text | None = None
    positions: tuple[Slug, ...] = Field(min_length=1)


class Spare(Frozen):
    """What a caution means for the choice, besides the exercises that say to leave them out."""

    without: tuple[Slug, ...] = ()
    """Positions that are not offered to these readers."""


class Time(Frozen):
    """The time a reader has."""

    name: Text
    line: Text | None = None
    minutes: Annotated[int, Field(ge=1, le=60)]
    """A routine that is no longer comes before the three exercises."""
    each: Annotated[int, Field(ge=30, le=3600)]
    """Seconds that one of the three exercises may take."""


class Way(Frozen):
    """How to do an exercise in a position that its picture does not show."""

    position: Slug
    how: Text


class Outcome(Frozen):
    """An answer without exercises."""

    title: Text
    do: tuple[Text, ...] = Field(min_length=1, max_length=7)
    page: Slug
    """The page of guidance that says more."""


class Row(Frozen):
    """One row of the decision table; the first that holds is the answer."""

    where: tuple[Slug, ...] = Field(min_length=1)
    since: tuple[Slug, ...] = Field(min_length=1)
    can: tuple[Slug, ...] = ()
    """Left out, it holds whatever the reader can get into."""
    ending: Ending | None = None
    routines: tuple[Slug, ...] = ()
    """The best first; one made for a chosen caution goes before the others."""
    exercises: tuple[Slug, ...] = ()
    """The best first; the answer is the first three that fit."""

    @model_validator(mode="after")
    def _one_kind_of_answer(self) -> "Row":
        moves = bool(self.routines) and bool(self.exercises)
        if (self.ending is not None) == moves:
            raise ValueError("a row has an ending, or routines and exercises")
        return self


class Start(Frozen):
    """The whole of content/start.yml."""

    title: Text = "Start here"
    lead: Text = "Six questions lead you to what fits you now."
    questions: dict[Asked, Question] = {}
    where: dict[Slug, Where] = {}
    since: dict[Slug, Since] = {}
    can: dict[Slug, Can] = {}
    spare: dict[Slug, Spare] = {}
    """By caution."""
    time: dict[Slug, Time] = {}
    ways: dict[Slug, tuple[Way, ...]] = {}
    """By exercise."""
    endings: dict[Ending, Outcome] = {}
    rows: tuple[Row, ...] = ()

    def ending_of(self, level: Level) -> Outcome:
        """What to do with a warning sign of this level."""
        return self.endings[level]
