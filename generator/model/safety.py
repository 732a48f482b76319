"""What must stand, word for word the same, on every page that moves a body."""

import re
from collections.abc import Iterable
from typing import Literal

from pydantic import Field, model_validator

from generator.model.base import Frozen, Slug, SourceName, Text
from generator.model.told import Told

Level = Literal["emergency", "urgent", "soon"]
"""How fast to get help: an ambulance now, advice the same day, a doctor in the next days."""


class Sign(Frozen):
    """A warning sign: the one place of its words, of where they stand, and of what they rest on."""

    level: Level
    group: Slug
    """The heading it stands under, by id."""
    sign: Text
    why: Text
    areas: tuple[Slug, ...] = ()
    """Areas whose page, and whose routines, ask for it before any exercise."""
    stops: tuple[Slug, ...] = ()
    """Areas in whose every exercise it is a reason to stop, or not to start."""
    cautions: tuple[Slug, ...] = ()
    """Cautions of the people it concerns most; their page of guidance lists it."""
    words: tuple[Text, ...] = Field(min_length=1)
    """What a person types who has it; the search answers with the red-flag page."""
    sources: tuple[SourceName, ...] = ()
    stricter: Text | None = None
    """Where we ask for more care than a source, and why."""
    narrower: Text | None = None
    """Where a source counts more than we do, and why. With neither, we say the same."""
    to_confirm: bool = False
    """No source was read for it: it stands on the page "to be confirmed by a clinician"."""

    @model_validator(mode="after")
    def _rests_on_something(self) -> "Sign":
        if not self.sources and not self.to_confirm:
            raise ValueError("a sign names the sources it was read in, or says `to_confirm: true`")
        return self


class Help(Frozen):
    """What stands above a list of signs of each level."""

    emergency: Text
    urgent: Text
    soon: Text


class SendsForHelp(Frozen):
    """How a page says that a reader should get help; nothing beside such a line may hold one back."""

    headings: tuple[Text, ...] = Field(min_length=1)
    """What a heading begins with that stands above lines of this kind."""
    lines: tuple[Text, ...] = Field(min_length=1)
    """What a line of this kind says, wherever it stands."""

    def begins(self, heading: str) -> bool:
        """Whether lines that send for help stand below a heading."""
        return _has(self.headings, r"^#+\s+", heading)

    def says(self, line: str) -> bool:
        """Whether a line sends for help."""
        return _has(self.lines, r"(?<!\w)", line)


def _has(phrases: Iterable[str], before: str, line: str) -> bool:
    choices = "|".join(map(re.escape, phrases))
    return bool(re.search(rf"{before}(?:{choices})(?!\w)", line, re.IGNORECASE))


class Light(Frozen):
    """One colour of the traffic light."""

    name: Text
    feeling: Text
    action: Text


class TrafficLight(Frozen):
    """How much discomfort is all right."""

    green: Light
    amber: Light
    red: Light


class Safety(Frozen):
    """The whole of content/safety.yml: the one source of every safety line."""

    scope: Text
    red_flag_line: Text
    """One or two sentences, on every exercise, routine and sheet; leads to the red-flag page."""
    red_flag_short: Text
    """The same for a printed sheet's foot."""
    not_advice: Text
    """That the handbook supports a clinician and does not replace one."""
    not_reviewed: Text
    """Shown until a real person has signed."""
    stop: tuple[Text, ...] = Field(min_length=1, max_length=7)
    """Signs that end any exercise at once."""
    stop_short: Text
    """The same as one line for a printed sheet."""
    harm: tuple[Told, ...] = Field(min_length=1, max_length=5)
    """What exercise can do besides good, seldom or often, and what nobody has counted."""
    traffic_light: TrafficLight
    help: Help
    sends_for_help: SendsForHelp
    call_first: dict[Slug, Text] = {}
    """What stands above the urgent signs of people with a caution, who have someone nearer to call."""
    groups: dict[Slug, Text]
    """The headings that signs stand under, in reading order."""
    signs: dict[Slug, Sign]
    """Every warning sign by id, in reading order."""
    red_flag_ask: Text | None = None
    """The same as one line that stays in sight at the head of pages where nobody starts an exercise."""
    line_names: dict[Slug, tuple[Text, ...]] = {}
    """Signs that `red_flag_line` and `red_flag_short` both name, each with the words by which they do."""
    red_flag_page: Slug = "red-flags"
    floor_page: Slug | None = None
    """The page of guidance that helps down to the floor and up again; floor moves lead to it."""

    @property
    def red_flags(self) -> str:
        """Where the page of warning signs stands among all pages."""
        return f"guidance/{self.red_flag_page}"
