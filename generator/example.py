"""What of the example that `python -m generator new handbook` writes still stands in a handbook.

It is there to be changed: its address leads nowhere, and its warning signs are nobody's.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Final
from urllib.parse import urlsplit

from generator.problem import Problem
from generator.scaffold import STARTER
from generator.source import Data, Place, Source, read_source, read_text, spell

MARK: Final = re.compile(r"^\s*#\s*CHANGE\b(?P<or_keep>, or keep)?")
KEY: Final = re.compile(r"^\s*(?:- )?([\w-]+):")
WRITTEN: Final = (".yml", ".md")
NOBODYS: Final = ("example", "invalid", "test", "localhost")
"""Last parts of the names of hosts that nobody can have (RFC 2606)."""
SHOWN: Final = ("example.com", "example.net", "example.org")
"""The three that show how a name looks."""
SAME: Final = {
    "handbook": ("name", "tagline", "address", "publisher", "contact", "feedback", "repository"),
    "safety": ("scope", "red_flag_line", "red_flag_short", "signs.*"),
    "sources": ("*",),
}
"""What is the example's own as long as it says the same, whether somebody took CHANGE away or not."""


def example_left(content: Path) -> list[Problem]:
    """Every place of a handbook that still holds the example, and addresses that nobody can have."""
    return _once((*_same(content), *_nowhere(content), *_marked(content)))


def leads_nowhere(address: str) -> bool:
    """Whether nobody can publish anything at an address: it stands in examples alone."""
    host = (urlsplit(address).hostname or "").rstrip(".")
    return host.rpartition(".")[2] in NOBODYS or any(f".{host}".endswith(f".{each}") for each in SHOWN)


def example_of(content: Path) -> Iterator[Problem]:
    """All of the example that is left, as one Problem, for somebody who is at work on other things."""
    if found := _once((*_same(content), *_marked(content))):
        count = f"{len(found)} place{'s' if len(found) > 1 else ''}"
        message = f"not to be published yet: {count} of it still an example; `make check` names each"
        yield replace(found[0], message=message)


def _once(found: Iterable[Problem]) -> list[Problem]:
    return sorted({(each.path, each.where): each for each in found}.values())


def _marked(content: Path) -> Iterator[Problem]:
    """Comments that say CHANGE, at the line below them."""
    for file in _files(content):
        text, _ = read_text(file)
        lines = text.splitlines()
        for number, line in enumerate(lines, 1):
            if (mark := MARK.match(line)) and not mark["or_keep"]:
                below = (KEY.match(each) for each in lines[number:] if not each.lstrip().startswith("#"))
                key = next((each[1] for each in below if each), "")
                message = "this is an example; make it yours, then take the comment that says CHANGE away"
                yield Problem(file.as_posix(), number, key, message)


def _same(content: Path) -> Iterator[Problem]:
    for name, places in SAME.items():
        ours, theirs = _source(content, name), _source(STARTER, name)
        for place in (each for pattern in places for each in _places(theirs.data, pattern)):
            if (said := _at(ours.data, place)) is not None and said == _at(theirs.data, place):
                message = "this is the example of a new handbook, word for word; make it yours"
                yield Problem(ours.path, ours.line(place), spell(place), message)


def _nowhere(content: Path) -> Iterator[Problem]:
    source = _source(content, "handbook")
    for name in ("address", "feedback", "repository"):
        address = _at(source.data, (name,))
        if isinstance(address, str) and leads_nowhere(address):
            message = f"{address} leads nowhere: no one can have such an address"
            yield Problem(source.path, source.line((name,)), name, message)


def _source(content: Path, name: str) -> Source:
    file = content / f"{name}.yml"
    return read_source(file, file.as_posix()) if file.exists() else Source(file.as_posix())


def _places(data: Data, pattern: str) -> Iterator[Place]:
    """The places that a pattern means; a star is every name there."""
    name, _, rest = pattern.partition(".")
    inside = data if isinstance(data, dict) else {}
    for each in inside if name == "*" else [name]:
        yield from ((each, *deeper) for deeper in _places(inside.get(each), rest)) if rest else [(each,)]


def _at(data: Data, place: Place) -> Data:
    for name in place:
        data = data.get(str(name)) if isinstance(data, dict) else None
    return data


def _files(content: Path) -> Iterator[Path]:
    yield from (file for file in sorted(content.rglob("*")) if file.suffix in WRITTEN and file.is_file())
