"""The index at the end of the book: every name a reader may look for, and the pages that answer."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import groupby

from generator.handbook import Handbook
from generator.language import initial, sort_key
from generator.press.chapters import UNKNOWN, anchor

Named = Iterator[tuple[str, str]]


@dataclass(frozen=True)
class Mention:
    """One page where a term is dealt with, and the place on it."""

    number: int
    anchor: str


@dataclass(frozen=True)
class Term:
    """One line of the index."""

    words: str
    mentions: tuple[Mention, ...]


@dataclass(frozen=True)
class Letter:
    """All terms with one initial."""

    initial: str
    terms: tuple[Term, ...]


def index_of(handbook: Handbook, kept: frozenset[str], numbers: Mapping[str, int]) -> list[Letter]:
    """The index of what the book holds; `numbers` gives the page of each anchor."""
    places: dict[str, tuple[str, list[str]]] = {}
    for words, address in _names(handbook):
        if address in kept:
            places.setdefault(words.casefold(), (words, []))[1].append(anchor(address))
    terms = (Term(words, _mentions(anchors, numbers)) for words, anchors in places.values())
    tag = handbook.publisher.language
    ordered = sorted(terms, key=lambda term: sort_key(_sortable(term.words), tag))
    by_letter = groupby(ordered, lambda term: _initial(term.words, tag))
    return [Letter(letter, tuple(group)) for letter, group in by_letter]


def _names(handbook: Handbook) -> Named:
    """Every name and the address it leads to."""
    for exercise in handbook.exercises.values():
        yield from _each((exercise.name, *exercise.also_called), exercise.address)
        for id in exercise.muscles.main:
            muscle = handbook.muscles[id]
            yield from _each((muscle.name, muscle.latin, *muscle.also_called), exercise.address)
    for routine in handbook.routines.values():
        yield from _each((routine.name, *routine.also_called), routine.address)
    for page in handbook.pages.values():
        yield from _each((page.title.split(":")[0], *page.also_called), page.address)
    for id, area in handbook.areas.items():
        yield from _each((area.name, *area.also_called), f"exercises/{id}")


def _each(names: Iterable[str], address: str) -> Named:
    return ((name, address) for name in dict.fromkeys(names))


def _mentions(anchors: Iterable[str], numbers: Mapping[str, int]) -> tuple[Mention, ...]:
    """The pages in order, each once."""
    first: dict[int, str] = {}
    for name in anchors:
        first.setdefault(numbers.get(name, UNKNOWN), name)
    return tuple(Mention(number, first[number]) for number in sorted(first))


def _sortable(words: str) -> str:
    return "".join(sign for sign in words.casefold() if sign.isalnum() or sign == " ")


def _initial(words: str, tag: str) -> str:
    first = initial(words, tag)
    return first if first.isalpha() else "0–9"
