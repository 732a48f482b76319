"""The controlled vocabularies: every id that an entry may use, with its words."""

from typing import Annotated, Literal

from pydantic import Field, model_validator

from generator.model.base import Frozen, Slug, Switch, Text, WebAddress
from generator.model.told import Told


class Area(Frozen):
    """One part of the body that exercises are grouped by."""

    name: Text
    also_called: tuple[Text, ...] = ()
    """What people type when they mean this part."""
    summary: Text
    """What this area's page is for, in one or two sentences."""
    picture: Slug | None = None
    """The exercise whose drawing stands for it; left out, the first of the area."""
    part_of_body: Switch = True
    """Whether it can hurt there; walking is a group of exercises and no place."""


class Muscle(Frozen):
    """One muscle, or a group drawn as one."""

    name: Text
    """The name in plain words, such as "small turning muscles of the spine"."""
    latin: Text
    """The standard anatomical name, such as "rotatores thoracis"."""
    also_called: tuple[Text, ...] = ()
    area: Slug
    where: Text
    does: Text
    deep: bool = False
    """Whether it lies under other muscles, so that it is drawn as if seen through."""


class Equipment(Frozen):
    """A thing an exercise needs."""

    name: Text
    household: Text
    """What to use instead at home."""


class Caution(Frozen):
    """A reason to skip an exercise or to do it with care."""

    name: Text
    """The heading, such as "Thin bones (osteoporosis)"."""
    filter: Text
    """The words of the finder's tick box, such as "thin bones"."""
    meaning: Text
    """What it means for exercise in general, in one or two sentences."""
    page: Slug | None = None
    """The guidance page that says more."""


class Reference(Frozen):
    """Something we read that a statement rests on."""

    organisation: Text
    title: Text
    address: WebAddress
    seen: Text
    """How it was read: directly, or as a copy on another site."""
    plain_http: Annotated[Text | None, Field(exclude=True)] = None
    """Why its address is not https: nobody can tell whether such a page came unchanged."""

    @model_validator(mode="after")
    def _comes_unchanged(self) -> "Reference":
        plain = self.address.startswith("http:")
        if plain and not self.plain_http:
            raise ValueError("address: write https://…, or say in `plain_http` why this one has none")
        if self.plain_http and not plain:
            raise ValueError("plain_http: the address is https; take the excuse out")
        return self


class Everyday(Frozen):
    """A spelling of a term that people also use for other things."""

    word: Text
    phrases: tuple[Text, ...] = ()
    """Where it means the term; # is a number. Without a phrase no page links it by itself."""


class Term(Frozen):
    """A medical word and its plain meaning."""

    word: Text
    also: tuple[Text, ...] = ()
    meaning: Text
    only_in: tuple[Everyday, ...] = ()

    @model_validator(mode="after")
    def _phrases_hold_their_word(self) -> "Term":
        spellings = {spelling.casefold() for spelling in (self.word, *self.also)}
        for each in self.only_in:
            if each.word.casefold() not in spellings:
                raise ValueError(f"only_in: '{each.word}' is no spelling of this term")
            for phrase in each.phrases:
                if each.word.casefold() not in phrase.casefold().split():
                    raise ValueError(f"only_in: '{phrase}' does not hold the word '{each.word}'")
        return self


class WordPair(Frozen):
    """One thing with two names: the words that British and American readers do not share."""

    british: tuple[Text, ...] = Field(min_length=1)
    """The word to offer first, then others that readers may meet."""
    american: tuple[Text, ...] = Field(min_length=1)
    everyone_knows: Literal["british", "american"] | None = None
    """The side whose words all readers know; they need no other beside them."""


class Position(Frozen):
    """A position of the body in which an exercise is done."""

    name: Text
    group: Literal["standing", "sitting", "floor", "bed"]
    needs_floor: bool = False
    lying: Annotated[bool, Field(exclude=True)] = False
    """Whether people who ask for moves "lying down" mean it; for the search alone."""
    mind: Text | None = None
    """What holds for every exercise in this position."""
    wheelchair: Slug | None = None
    """The base pose of somebody in a wheelchair, where this is that position: who offers it shows it so."""


class Choice(Frozen):
    """One value of a small vocabulary: its words and what it means."""

    name: Text
    meaning: Text


class Goal(Choice):
    """What an exercise is for, and the rules of care that come with it: said here, whatever its id."""

    care: tuple[Slug, ...]
    """Cautions for which every exercise with this goal has a line; an empty list says that there are none."""
    effort: bool
    """Whether muscles work hard: the steps say how to breathe, and a fresh injury leaves it out."""
    held: bool
    """Whether its hold is a pull or a push, which the first days shorten."""
    stretches: bool = False
    """Whether it pulls at its main muscles: a second exercise that pulls at the same one is one too many."""
    risk: Told
    """What such a move can seldom or lightly do to a reader; stands on each of its pages."""
    stay: Text | None = None
    """The words before the seconds in the end position, such as "Keep going for"; else see phrases.yml."""


class Phase(Choice):
    """A time since an injury."""

    fresh: Switch = False
    """Whether it is that of a fresh injury: its rules of care hold, and its doses are smaller."""


class Facets(Frozen):
    """The small vocabularies that sort exercises and routines."""

    positions: dict[Slug, Position]
    goals: dict[Slug, Goal]
    phases: dict[Slug, Phase]
    levels: dict[Slug, Choice]
    places: dict[Slug, Choice]
