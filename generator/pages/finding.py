"""The pages and the data that lead to other pages: the search's vocabulary and the A to Z."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby

from generator.handbook import Handbook
from generator.language import initial, sort_key
from generator.pages.entries import Entry, asked_entries, search_entries
from generator.pages.search import lines_json, search_json, texts_json
from generator.pages.templates import Templates


@dataclass(frozen=True)
class Name:
    """One name of a page."""

    name: str
    title: str
    address: str


def finding_texts(handbook: Handbook, templates: Templates) -> Iterator[tuple[str, str]]:
    """Each file: path below the project's root -> text."""
    entries = asked_entries(handbook)
    yield "docs/search-vocabulary.json", search_json(handbook, entries)
    yield "docs/search-lines.json", lines_json(entries)
    yield "docs/search-texts.json", texts_json(entries)
    letters = by_letter(names(search_entries(handbook)), handbook.publisher.language)
    yield templates.page("a-z.md.j2", "a-z", letters=letters)


def names(entries: Iterable[Entry]) -> Iterator[Name]:
    """Every name of every page; lists and explained words have no page of their own."""
    for entry in entries:
        if "#" not in entry.at:
            said = {name.casefold(): name for name in (*entry.names, entry.title)}
            for name in said.values():
                yield Name(name[:1].upper() + name[1:], entry.title, entry.at.rstrip("/"))


def by_letter(named: Iterable[Name], tag: str) -> list[tuple[str, list[Name]]]:
    """The names below their first letters, in order; digits come first, below "0–9"."""
    ordered = sorted(
        set(named), key=lambda each: (sort_key(each.name, tag), each.title, each.name, each.address)
    )
    return [(letter, list(group)) for letter, group in groupby(ordered, key=lambda each: _letter(each, tag))]


def _letter(each: Name, tag: str) -> str:
    first = initial(each.name, tag)
    return first if first.isalpha() else "0–9"
