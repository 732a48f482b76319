"""One routine, as it stands in content/routines/<slug>.yml."""

from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from generator.model.base import Frozen, Name, Slug, SourceName, Text
from generator.model.dose import Hold, Repetitions, Sets, Times
from generator.model.exercise import Review


class Item(Frozen):
    """One exercise of a routine; numbers left out are the exercise's own."""

    exercise: Slug
    hold: Hold | None = None
    repetitions: Repetitions | None = None
    sets: Sets | None = None
    note: Text | None = None
    again: bool = False
    """Says that the exercise stands twice in the routine on purpose."""


class Part(Frozen):
    """A few items that belong together, such as a warm-up."""

    title: Text | None = None
    items: tuple[Item, ...] = Field(min_length=1, max_length=7)


class HowOften(Frozen):
    """How often to do the routine."""

    times: Times
    per: Literal["day", "week"]
    note: Text | None = None


class Routine(Frozen):
    """One routine."""

    slug: Slug
    name: Name
    also_called: tuple[Text, ...] = ()
    summary: Text
    who_for: Text
    who_for_short: Annotated[str, StringConstraints(max_length=110)]
    """The same for the head of the printed sheet."""
    screen: tuple[Slug, ...] = ()
    """Areas whose warning signs its page asks about first; their words stand in safety.yml."""
    not_for: tuple[Text, ...] = Field(min_length=1, max_length=7)
    made_for: tuple[Slug, ...] = ()
    """Cautions this routine is made for: no exercise in it may be one that those readers leave out."""
    areas: tuple[Slug, ...] = Field(min_length=1)
    phases: tuple[Slug, ...] = Field(min_length=1)
    place: Slug
    often: HowOften
    move_on: Text
    stop: Text
    note: Text | None = None
    order: int = 50
    """Where it stands in the list of routines: the smaller, the earlier."""
    parts: tuple[Part, ...] = Field(min_length=1)
    sources: tuple[SourceName, ...] = Field(min_length=1)
    review: Review

    @property
    def address(self) -> str:
        """The page's path below the site's root, without slashes at the ends."""
        return f"routines/{self.slug}"

    @property
    def items(self) -> tuple[Item, ...]:
        """Every item, in order."""
        return tuple(item for part in self.parts for item in part.items)
