"""Every text that a reader meets, piece by piece, with its line: what the checks of words read."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from generator.handbook import Handbook
from generator.model.page import Page
from generator.problem import Problem
from generator.source import REMEMBERED, Data, Place, Source, spell

READ = frozenset(
    (
        "areas",
        "cautions",
        "doors",
        "equipment",
        "facets",
        "glossary",
        "muscles",
        "progress",
        "safety",
        "start",
    )
)
"""The single files whose words stand on pages."""
NOT_READ = frozenset((
    "slug", "also_called", "area", "areas", "positions", "equipment", "optional_equipment", "goal", "phases",
    "level", "sides", "muscles", "sources", "review", "frame", "caution", "exercise", "page", "care_level",
    "place", "silence", "part_of_body", "only_in", "also", "deep", "group", "key", "path", "figure", "filter",
    "card", "picture", "view", "hands", "adds", "phase", "without", "pages",
))  # fmt: skip
"""Fields that hold ids, search words or remarks to the house, and no text of a page; of `figure` see _alt."""
UNREAD = ("emergency_words", "rows")
"""What people type when it is urgent, in safety.yml, and the ids of a decision table, in start.yml."""
LINK = re.compile(r"\[([^\[\]]{0,500})\]\([^()\n]{0,2000}\)")
"""A link and its words; bounded, so that no text is slow to read."""


@dataclass(frozen=True)
class Told:
    """One piece of text, whose it is, and where."""

    key: str
    """The address of the page or the name of the file it belongs to."""
    path: str
    place: Place
    line: int
    text: str

    def problem(self, message: str) -> Problem:
        """A Problem at this text."""
        where = "body" if self.place[0] == "body" else spell(self.place)
        return Problem(self.path, self.line, where, message)


def texts(handbook: Handbook) -> Iterator[Told]:
    """Every text a reader meets: of exercises, routines, pages and the words behind them."""
    entries = {each.address for each in handbook.exercises.values()}
    entries |= {each.address for each in handbook.routines.values()}
    for key, source in handbook.sources.items():
        if (key in entries or key in READ) and isinstance(source.data, dict):
            yield from _fields(key, source, source.data, ())
    for page in handbook.pages.values():
        source = handbook.sources[page.path]
        front = {name: getattr(page, name) for name in ("title", "description", "main_message")}
        yield from _fields(page.path, source, front, ())
        yield from _alternatives(page, source)
        yield from _fields(page.path, source, {"captions": page.captions}, ())  # type: ignore[dict-item]
        yield from _lines(page, source)


def _fields(key: str, source: Source, value: Data, place: Place) -> Iterator[Told]:
    if isinstance(value, dict):
        for name, each in value.items():
            # An id of a vocabulary may be called as a field is that nobody reads.
            if name not in NOT_READ or (key in READ and not place and name not in UNREAD):
                yield from _fields(key, source, each, (*place, name))
        if not place and isinstance(value.get("figure"), dict):
            yield from _alt(key, source, value["figure"], ("figure",))
    elif isinstance(value, list):
        for index, each in enumerate(value):
            yield from _fields(key, source, each, (*place, index))
    elif value:
        yield Told(key, source.path, place, source.line(place), value)


def _alt(key: str, source: Source, figure: Data, place: Place) -> Iterator[Told]:
    frames = figure.get("frames") if isinstance(figure, dict) else None
    for letter, frame in frames.items() if isinstance(frames, dict) else ():
        if isinstance(frame, dict) and isinstance(frame.get("alt"), str):
            here = (*place, "frames", letter, "alt")
            yield Told(key, source.path, here, source.line(here), str(frame["alt"]))


def _alternatives(page: Page, source: Source) -> Iterator[Told]:
    for name, figure in page.figures.items():
        for letter, frame in figure.frames.items():
            place = ("figures", name, "frames", letter, "alt")
            yield Told(page.path, source.path, place, source.line(place), frame.alt)


def _lines(page: Page, source: Source) -> Iterator[Told]:
    """The lines of a body; a paragraph is one line in this house."""
    for index, line in enumerate(page.body.split("\n")):
        if line.strip():
            place = ("body", index)
            yield Told(page.path, source.path, place, source.line(place), line)


def remembered(pattern: re.Pattern[str]) -> Callable[[str], object]:
    """Search with a memory: from one check to the next nearly all texts are the same."""
    return lru_cache(4 * REMEMBERED)(pattern.search)


def plain(text: str) -> str:
    """A text without the marks of Markdown and without addresses."""
    return re.sub(r"[*_`]", "", LINK.sub(r"\1", text))
