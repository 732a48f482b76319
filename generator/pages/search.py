"""What the search box knows, in the order in which it is fetched.

docs/search-vocabulary.json has every page with the names people give it, which is all that an answer needs.
docs/search-lines.json has what stands below a page's title. docs/search-texts.json has what only the pages'
texts say; it is fetched for words that no name has.
"""

import json
from collections import Counter
from collections.abc import Collection, Iterator
from typing import Final

from generator.handbook import Handbook
from generator.language import is_english
from generator.model.base import Frozen
from generator.model.publisher import Line
from generator.model.search import Danger, in_english
from generator.pages.entries import Entry, words_of
from generator.pages.warnings import words_at
from generator.phrasing import fill, script_words

TELLS: Final = 8
"""A word of a text in more pages than this tells nothing."""


class Help(Frozen):
    """How the search answers a sign of danger."""

    at: str
    """The address of the red-flag page."""
    line: str
    """Whom to call at once."""
    soon: str
    """What stands above the signs that can wait for a doctor; it names no emergency number."""
    numbers: tuple[Line, ...]
    """The numbers to call at once, with the place where each is right."""
    emergency: tuple[str, ...]
    """What people type in an emergency: the red-flag page answers alone."""
    urgent: tuple[str, ...]
    """What people type when they need advice soon: the red-flag page answers first."""


class Vocabulary(Frozen):
    """Everything the search needs."""

    help: Help
    danger: Danger
    """How people put a sign of danger, from content/danger.yml."""
    words: dict[str, object]
    """How a query is read, from content/search.yml; whole, for what is left out there is read as well."""
    entries: tuple[Entry, ...]
    say: dict[str, object]
    """What stands below the search box, by the names of content/phrases.yml."""


def search_json(handbook: Handbook, entries: Collection[Entry]) -> str:
    """The text of search-vocabulary.json."""
    english = is_english(handbook.publisher.language)
    vocabulary = Vocabulary(
        help=_help(handbook),
        danger=in_english(handbook.danger) if english else handbook.danger,
        words=handbook.search.model_dump(mode="json"),
        entries=tuple(entries),
        say=dict(script_words(handbook, "search")),
    )
    fetched_later = {"entries": {"__all__": {"line", "text"}}}
    return vocabulary.model_dump_json(exclude_defaults=True, exclude=fetched_later) + "\n"


def lines_json(entries: Collection[Entry]) -> str:
    """The text of search-lines.json: by address, the line below a result's title."""
    return json.dumps({each.at: each.line for each in entries if each.line}, ensure_ascii=False) + "\n"


def texts_json(entries: Collection[Entry]) -> str:
    """The text of search-texts.json: by address, the words of line and text that no name or facet has.

    Words that stand in many texts are left out too: they decide nothing and cost bytes.
    """
    told = {*words_of(text for each in entries for text in _told(each))}
    said = {each.at: (*words_of((each.line,)), *each.text.split()) for each in entries}
    counts = Counter(word for words in said.values() for word in {*words})
    texts = {
        at: " ".join(dict.fromkeys(word for word in words if word not in told and counts[word] <= TELLS))
        for at, words in said.items()
    }
    return json.dumps({at: text for at, text in texts.items() if text}, ensure_ascii=False) + "\n"


def _told(entry: Entry) -> Iterator[str]:
    yield from (entry.title, *entry.names, *entry.asked, entry.facets)


def _help(handbook: Handbook) -> Help:
    safety = handbook.safety
    page = handbook.pages.get(safety.red_flags)
    say, called = handbook.phrases.pages.search, _called(handbook)
    return Help(
        at=f"{safety.red_flags}/",
        line=fill(say.call, numbers=called) if called else say.call_unknown,
        soon=say.soon,
        numbers=handbook.publisher.emergency,
        emergency=words_at(handbook, "emergency"),
        urgent=(*(page.also_called if page else ()), *words_at(handbook, "urgent", "soon")),
    )


def _called(handbook: Handbook) -> str:
    """The numbers to call, such as "111 (here) or 222 (there)"; nothing where there are none."""
    numbers = [f"{line.number} ({line.where})" for line in handbook.publisher.emergency]
    some, last = ", ".join(numbers[:-1]), "".join(numbers[-1:])
    return fill(handbook.phrases.pages.search.call_or, numbers=some, last=last) if some else last
