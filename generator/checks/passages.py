"""What a reader meets of an entry, passage by passage, and how it falls into sentences and words."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from generator.checks.texts import LINK
from generator.model.exercise import Exercise
from generator.model.page import Page
from generator.model.progress import Progress
from generator.model.routine import Routine
from generator.model.safety import Safety, TrafficLight
from generator.model.vocabulary import Facets
from generator.source import Place

SENTENCE_END = re.compile(r"(?<=[.!?])[\"”’)]*\s+")
BLOCKS = re.compile(r"\[\[[^\[\]\n]{0,200}\]\]|\{[^{}\n]{0,500}\}")
"""Blocks and attributes: what no reader sees as it stands. Bounded, so that no text is slow to read."""
POINT = re.compile(r"^[ \t]{0,40}(?:[-*>]|\d{1,9}\.)[ \t]+", re.MULTILINE)
ABBREVIATIONS = {"e.g.": "for example", "i.e.": "that is", "vs.": "versus", "Dr.": "Doctor"}


@dataclass(frozen=True)
class Passage:
    """One piece of text a reader meets, and its place in its file."""

    place: Place
    text: str


def passages_of_exercise(exercise: Exercise) -> Iterator[Passage]:
    """Every sentence of an exercise that the page shows."""
    for name in ("why", "start", "one_repetition", "feel", "evidence"):
        yield Passage((name,), getattr(exercise, name))
    yield from (Passage(("steps", i, "do"), step.do) for i, step in enumerate(exercise.steps))
    yield from (Passage(("mistakes", i), each.do) for i, each in enumerate(exercise.mistakes))
    yield from (Passage(("care", i, "do"), each.do) for i, each in enumerate(exercise.care))
    yield from (Passage(("stop", i), text) for i, text in enumerate(exercise.stop))
    for name in ("easier", "harder", "no_floor"):
        variant = getattr(exercise, name)
        if variant is not None:
            yield Passage((name, "do"), variant.do)
    if exercise.stricter:
        yield Passage(("stricter",), exercise.stricter)
    if exercise.first_days:
        yield Passage(("first_days", "note"), exercise.first_days.note)


def passages_of_routine(routine: Routine) -> Iterator[Passage]:
    """Every sentence of a routine that the page shows."""
    for name in ("summary", "who_for", "who_for_short", "move_on", "stop"):
        yield Passage((name,), getattr(routine, name))
    yield from (Passage(("not_for", i), text) for i, text in enumerate(routine.not_for))
    if routine.note:
        yield Passage(("note",), routine.note)


def passages_of_safety(safety: Safety) -> Iterator[Passage]:
    """Every line of safety.yml that a reader meets."""
    for name in ("scope", "red_flag_line", "red_flag_short", "not_advice", "not_reviewed", "stop_short"):
        yield Passage((name,), getattr(safety, name))
    yield from (Passage(("stop", i), text) for i, text in enumerate(safety.stop))
    yield from (Passage(("harm", i, "text"), each.text) for i, each in enumerate(safety.harm))
    for colour in TrafficLight.model_fields:
        light = getattr(safety.traffic_light, colour)
        yield from (
            Passage(("traffic_light", colour, each), getattr(light, each)) for each in ("feeling", "action")
        )
    for id, sign in safety.signs.items():
        texts = ((each, getattr(sign, each)) for each in ("sign", "why", "stricter", "narrower"))
        yield from (Passage(("signs", id, name), text) for name, text in texts if text)


def passages_of_facets(facets: Facets) -> Iterator[Passage]:
    """What the goals of exercises tell a reader."""
    for id, goal in facets.goals.items():
        yield Passage(("goals", id, "meaning"), goal.meaning)
        yield Passage(("goals", id, "risk", "text"), goal.risk.text)


def passages_of_progress(progress: Progress) -> Iterator[Passage]:
    """What tells readers whether they get better, and what to do then."""
    yield from (Passage((name,), getattr(progress, name)) for name in ("lead", "tell"))
    yield from (Passage(("how", i), text) for i, text in enumerate(progress.how))
    for id, reading in progress.readings.items():
        yield from (Passage(("readings", id, name), getattr(reading, name)) for name in ("when", "do"))


def passages_of_page(page: Page) -> Iterator[Passage]:
    """The prose of a hand-written page, block by block, without its Markdown."""
    for name in ("description", "main_message"):
        if getattr(page, name):
            yield Passage((name,), getattr(page, name))
    for name, told in page.captions.items():
        yield from (Passage(("captions", name, letter), words) for letter, words in told.items())
    for block in re.split(r"\n\s*\n|\n(?=\s*(?:[-*]|\d+\.)\s)", page.body):
        text = _plain(block)
        if text and not block.lstrip().startswith(("#", "[[", "|", "<")):
            yield Passage(("body",), text)


def _plain(markdown: str) -> str:
    text = LINK.sub(r"\1", BLOCKS.sub("", markdown))
    text = POINT.sub("", text)
    return re.sub(r"[*_`]", "", text).strip()


def sentences(text: str) -> list[str]:
    """The sentences of a text; a colon ends one too, since what follows it stands alone."""
    for short, long in ABBREVIATIONS.items():
        text = text.replace(short, long)
    return [each.strip() for each in SENTENCE_END.split(text) if each.strip()]


def words(text: str) -> list[str]:
    """The words of a text."""
    return re.findall(r"[^\W_][\w'’-]*", text)
