"""What the search knows beside the pages' own words: content/asked.yml, search.yml and danger.yml."""

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
    muscle_talk: tuple[Text, ...] = ()
    """Words with which a tight or sore chest is about its muscles."""
    telling: tuple[Text, ...] = ()
    """Words that alone may be the start of a sign."""
    beside: tuple[Text, ...] = ()
    """Words that stand beside a sign in any query of this handbook, and tell nothing."""
    alone: tuple[Text, ...] = ()
    """What is a sign to have checked when a query says nothing else."""
