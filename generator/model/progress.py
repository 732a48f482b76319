"""Two activities of the reader's own and their pain, rated weekly, as they stand in content/progress.yml."""

from typing import Annotated, Literal

from pydantic import Field

from generator.model.base import Frozen, Slug, SourceName, Text
from generator.model.saying import Saying

Reading = Literal["worse", "team", "check", "advice", "back", "better", "steady"]
"""What the numbers tell, in the order in which they are asked."""
Rating = Annotated[int, Field(ge=0, le=10)]


class Scale(Frozen):
    """Something that gets a number from 0 to 10 once a week."""

    ask: Text
    none: Text
    """What 0 means."""
    full: Text
    """What 10 means."""
    points: Rating = 0
    """How much it has to change before the change counts."""


class Advice(Frozen):
    """What one reading of the numbers means, and what to do."""

    name: Text
    when: Text
    do: Text
    after: Annotated[int, Field(ge=0, le=52)] = 0
    """Weeks since the first numbers."""
    pages: tuple[Slug, ...] = ()
    """Pages of guidance that say more."""


class Progress(Saying):
    """The whole of content/progress.yml; without readings there is no such page."""

    title: Text = "Am I getting better?"
    lead: Text = "Give what you can do a number once a week."
    how: tuple[Text, ...] = ()
    weeks: Annotated[int, Field(ge=1, le=12)] = 12
    """How many weeks the paper has boxes for."""
    activity: Scale | None = None
    pain: Scale | None = None
    nearly_back: Rating = 10
    """An activity from this number on counts as back."""
    readings: dict[Reading, Advice] = {}
    tell: Text = "The first line that fits you is the one to follow."
    sources: tuple[SourceName, ...] = ()
