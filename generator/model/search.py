"""What the search knows beside the pages' own words: content/asked.yml, search.yml and danger.yml."""

from collections.abc import Mapping
from typing import Final

from pydantic import Field

from generator.model.base import Frozen, Slug, Text


class Asked(Frozen):
    """One class of names, written as a whole: what people ask for, and the pages that answer."""

    what: Text
    """What belongs into the class, for the writer who adds to it."""
    pages: dict[str, tuple[Text, ...]]
    """Phrases by the address of a page, or of a list of the finder such as exercises/#uses=band."""


class Elsewhere(Frozen):
    """Something that people look for and the book does not cover."""

    name: Text
    """What it is, after "This book does not cover"."""
    words: tuple[Text, ...]
    """What people type; all words of one of them must stand in the query."""
    go: Text
    """Where to go instead."""


class Words(Frozen):
    """How the search reads a query."""

    same: dict[str, tuple[Text, ...]] = {}
    """Different words for the same thing: all become the key."""
    together: tuple[Text, ...] = ()
    """Names of two small words, read as one: "it band"."""
    general: tuple[Text, ...] = ()
    """Words that fit almost every page here: they find something, and decide nothing."""
    not_covered: dict[Slug, Elsewhere] = {}
    pointers: tuple[Text, ...] = ()
    """From here on of no use in English, which the search knows: words that say whose it is, such as "my"."""
    passing: tuple[Text, ...] = ()
    """Words that carry no subject, such as "for"."""
    negation: tuple[Text, ...] = ()
    """Words after which something is left out, such as "without"."""


class Ages(Frozen):
    """Ages of which each is a word of a class."""

    least: int = Field(ge=1, le=120)
    most: int = Field(ge=1, le=120)
    counts_as: Text


class AboutMuscles(Frozen):
    """What must be said, and what must not, for a sign to be about muscles."""

    found_by: tuple[Text, ...] = ()
    """Classes and words of the rules that may mean muscles."""
    beside: tuple[Text, ...] = ()
    """What must be said as well."""
    unless: tuple[Text, ...] = ()
    """What must not be said."""


class Danger(Frozen):
    """How people put a sign of danger. A rule is words that stand together in a query, in any order."""

    harmless: tuple[Text, ...] = ()
    """Phrases that hold a word of danger and mean none; they are taken out first."""
    read_as: dict[Text, Text] = {}
    """Phrases that mean less than their words: each is read as one word of its own."""
    classes: dict[str, tuple[Text, ...]] = {}
    """Words and phrases that count as one, by a name in capitals that rules may use."""
    now: tuple[tuple[Text, ...], ...] = ()
    """Rules that mean danger now, one list for each kind of sign."""
    soon: tuple[tuple[Text, ...], ...] = ()
    """Rules that mean advice soon."""
    ages: Ages | None = None
    """Which numbers are an age that tells."""
    as_typed: tuple[Text, ...] = ()
    """Words whose endings matter."""
    as_typed_counts_as: dict[str, tuple[Text, ...]] = {}
    """Words that, just as they stand, count as a class besides: "legs" are both."""
    about_muscles: AboutMuscles = AboutMuscles()
    """When a sign is about muscles, and not alone."""
    muscle_talk: tuple[Text, ...] = ()
    """Words one of which is said where a sign is about muscles."""
    telling: tuple[Text, ...] = ()
    """Words that alone may be the start of a sign."""
    beside: tuple[Text, ...] = ()
    """Words that stand beside a sign in any query of this handbook, and tell nothing."""
    alone: tuple[Text, ...] = ()
    """What is a sign to have checked when a query says nothing else."""


def in_english(danger: Danger) -> Danger:
    """The same for a handbook in English; what its file left out is as English has it.

    Files that were written before these were asked for go on telling every sign that they told.
    """
    lacking = {name: each for name, each in ENGLISH.items() if name not in danger.model_fields_set}
    known = {name: each for name, each in lacking.items() if name != "ages" or "OLD" in danger.classes}
    return danger.model_copy(update=known) if danger.classes else danger


ENGLISH: Final[Mapping[str, object]] = {
    "ages": Ages(least=65, most=99, counts_as="OLD"),
    "as_typed": ("legs", "arms", "feet", "fell", "fallen", "dived", "soiled"),
    "as_typed_counts_as": {"BOTHLEGS": ("legs", "feet")},
    "about_muscles": AboutMuscles(found_by=("CHEST", "chest"), beside=("tight",), unless=("pain",)),
}
