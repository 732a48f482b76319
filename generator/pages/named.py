"""Entries that a sentence names, as links: "Then go to Lower-back relief." leads there."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final, Self

from generator.handbook import Handbook
from generator.pages.running import pieces
from generator.pages.text import attr, text

AFTER: Final = r"(?:go to|move to|use|Use|do|Do|with|at|the) (?:the )?"
"""What stands before a routine that is called by the first words of its name alone."""


@dataclass(frozen=True)
class Names:
    """How sentences name the entries of a handbook."""

    ways: Mapping[str, str]
    """A name as running text spells it, that of a move in small letters too -> its address."""
    pattern: re.Pattern[str]

    @classmethod
    def of(cls, handbook: Handbook) -> Self:
        """Whole names as they are written; moves in any letters, and routines by their first words, too."""
        whole, moves = dict(_whole(handbook)), dict(_moves(handbook))
        first = {_first(each.name): each.address for each in handbook.routines.values()}
        kinds = (
            f"(?P<whole>{_any(whole)})",
            f"(?P<move>(?i:{_any(moves)}))",
            rf"{AFTER}(?P<first>{_any(first)})",
        )
        return cls({**first, **moves, **whole}, re.compile(rf"(?<![\w-])(?:{'|'.join(kinds)})(?![\w-])"))


def with_names(markdown: str, names: Names, address: str) -> str:
    """A page's Markdown in which a line leads to every other entry that it names, once."""
    up = "../" * (address.count("/") + 1)
    led, at = [], 0
    for untouched, piece in pieces(markdown):
        led.append(piece if untouched else _led(piece, names, address, up, _lines(markdown, at, len(piece))))
        at += len(piece)
    return "".join(led)


def _led(piece: str, names: Names, own: str, up: str, around: tuple[str, str]) -> str:
    """A piece of running text; `around` is what stands before and behind it in its first and last line."""
    before, behind = around
    seen: set[tuple[int, str]] = set()

    def link(found: re.Match[str]) -> str:
        kind = found.lastgroup or "whole"
        to = names.ways[found[kind].casefold() if kind == "move" else found[kind]]
        line = piece.count("\n", 0, found.start())
        beside = (before if line == 0 else "") + (behind if line == piece.count("\n") else "")
        if to == own or (line, to) in seen or f"{to.rpartition('/')[2]}/" in beside:
            return found[0]
        seen.add((line, to))
        start = found.start(kind) - found.start()
        return f'{found[0][:start]}<a href="{up}{to}/">{found[kind]}</a>'

    return names.pattern.sub(link, piece)


def _lines(markdown: str, at: int, length: int) -> tuple[str, str]:
    end = markdown.find("\n", at + length)
    return markdown[markdown.rfind("\n", 0, at) + 1 : at], markdown[at + length : end if end >= 0 else None]


def _whole(handbook: Handbook) -> Iterator[tuple[str, str]]:
    """Routines come last: of a page and a routine of one name, a sentence means what can be done."""
    for page in handbook.pages.values():
        if page.address:
            yield from ((spelled, page.address) for spelled in _spelled(page.title))
    for exercise in handbook.exercises.values():
        yield from ((spelled, exercise.address) for spelled in _spelled(exercise.name))
    for routine in handbook.routines.values():
        yield from ((spelled, routine.address) for spelled in _spelled(routine.name))


def _moves(handbook: Handbook) -> Iterator[tuple[str, str]]:
    """Moves of two words or more: one in small letters, such as "bridge", is often just a word."""
    for each in handbook.exercises.values():
        for name in (each.name, each.name.split(" (")[0]):
            if " " in name or "-" in name:
                yield from ((spelled.casefold(), each.address) for spelled in _spelled(name))


def _spelled(name: str) -> set[str]:
    return {text(name), attr(name)}


def _first(name: str) -> str:
    """The name without what stands behind a colon or a comma or in brackets."""
    return re.split(r":|,| \(", name, maxsplit=1)[0]


def _any(names: Mapping[str, str]) -> str:
    return "|".join(re.escape(each) for each in sorted(names, key=lambda each: (-len(each), each))) or "(?!)"
