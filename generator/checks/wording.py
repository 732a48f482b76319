"""Words a person in pain can read: grade, sentence length, exact amounts, verbs first, no promises."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache, lru_cache

from generator.checks.texts import LINK
from generator.handbook import Handbook
from generator.language import ENGLISH, is_english
from generator.model.base import switched_on
from generator.model.exercise import Exercise
from generator.model.page import Page
from generator.model.progress import Progress
from generator.model.routine import Routine
from generator.model.safety import Safety, TrafficLight
from generator.model.vocabulary import Facets
from generator.model.wording import Wording
from generator.problem import Problem
from generator.source import REMEMBERED, Place

EXERCISE_GRADE = 6.0
"""Flesch-Kincaid grade of exercises and routines: reading age 9 to 11 (NHS service manual)."""
GUIDANCE_GRADE = 8.0
SENTENCE_WORDS = 20
LIST_LENGTH = 7

SENTENCE_END = re.compile(r"(?<=[.!?])[\"”’)]*\s+")
BLOCKS = re.compile(r"\[\[[^\[\]\n]{0,200}\]\]|\{[^{}\n]{0,500}\}")
"""Blocks and attributes: what no reader sees as it stands. Bounded, so that no text is slow to read."""
SHARE = re.compile(r"\d+(?:\.\d+)?\s?(?:%|per ?cent\b)")
HUNDRED = re.compile(r"\b100\b(?!\s?(?:%|per ?cent))")
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


def grade(texts: Iterable[str], explained: Iterable[str] = ()) -> float:
    """Flesch-Kincaid grade: 0.39 words/sentences + 11.8 syllables/words - 15.59 (Kincaid et al. 1975).

    Words in `explained` stand in the glossary and count as one plain word.
    """
    return _grade(" ".join(_ended(text) for text in texts), tuple(explained))


@lru_cache(REMEMBERED)
def _grade(whole: str, explained: tuple[str, ...]) -> float:
    import textstat  # slow to load, and a build asks for no grade

    for word in sorted(explained, key=len, reverse=True):
        whole = re.sub(rf"\b{re.escape(word)}\b", "word", whole, flags=re.IGNORECASE)
    return float(textstat.flesch_kincaid_grade(whole)) if words(whole) else 0.0


def _ended(text: str) -> str:
    return text if text.rstrip().endswith((".", "!", "?")) else text.rstrip(" :;,") + "."


def explained_words(handbook: Handbook) -> tuple[str, ...]:
    """Medical words that the glossary explains, with the muscles' and exercises' own names."""
    glossary = [word for term in handbook.glossary.values() for word in (term.word, *term.also)]
    return tuple(glossary)


def grades(handbook: Handbook) -> dict[str, float]:
    """The reading grade of every exercise, routine and page, by address."""
    known = explained_words(handbook)
    return {key: grade((each.text for each in found), known) for key, found, _ in _readable(handbook)}


def _readable(handbook: Handbook) -> Iterator[tuple[str, list[Passage], float]]:
    for exercise in handbook.exercises.values():
        yield exercise.address, list(passages_of_exercise(exercise)), EXERCISE_GRADE
    for routine in handbook.routines.values():
        yield routine.address, list(passages_of_routine(routine)), EXERCISE_GRADE
    if hasattr(handbook.safety, "signs"):
        yield "safety", list(passages_of_safety(handbook.safety)), EXERCISE_GRADE
    if getattr(handbook.facets, "goals", None):
        yield "facets", list(passages_of_facets(handbook.facets)), EXERCISE_GRADE
    if getattr(handbook.progress, "readings", None):
        yield "progress", list(passages_of_progress(handbook.progress)), EXERCISE_GRADE
    easiest = ("", getattr(handbook.safety, "red_flags", ""))
    for page in handbook.pages.values():
        limit = EXERCISE_GRADE if page.path in easiest else GUIDANCE_GRADE
        yield page.path, list(passages_of_page(page)), limit


def _in_english(handbook: Handbook) -> bool:
    return is_english(getattr(handbook.publisher, "language", ENGLISH))


def does_not_apply(handbook: Handbook) -> str:
    """What to tell a writer of a language for which the reading grade says nothing; nothing in English."""
    if _in_english(handbook):
        return ""
    tag = handbook.publisher.language
    return (
        f"the reading grade is a formula for English and says nothing of '{tag}'; sentences are still counted"
    )


def reads_easily(handbook: Handbook) -> Iterator[Problem]:
    """No page reads harder than its grade allows; the formula counts syllables as English has them."""
    if not _in_english(handbook):
        return
    limits = {key: limit for key, _, limit in _readable(handbook)}
    for key, found in grades(handbook).items():
        if found > limits[key]:
            message = (
                f"reading grade {found:.1f}, and {limits[key]:.0f} at most; use shorter words and sentences"
            )
            yield handbook.problem(key, (), message)


def sentences_are_short(handbook: Handbook) -> Iterator[Problem]:
    """No sentence has more than twenty words."""
    for key, found, _ in _readable(handbook):
        for passage in found:
            for sentence in sentences(passage.text):
                count = len(words(sentence))
                if count > SENTENCE_WORDS:
                    message = f"{count} words in one sentence, {SENTENCE_WORDS} at most: '{sentence[:50]}…'"
                    yield handbook.problem(key, passage.place, message)


@cache
def _any_of(phrases: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile("|".join(rf"(?<!\w){re.escape(each)}(?!\w)" for each in phrases), re.IGNORECASE)


def amounts_are_exact(handbook: Handbook) -> Iterator[Problem]:
    """Numbers instead of "a few"."""
    for key, found, _ in _readable(handbook):
        for passage in found:
            # What not to do may be as vague as people are when they do it.
            exact = passage.place[0] not in ("mistakes", "stricter")
            for match in _any_of(handbook.wording.vague).finditer(passage.text) if exact else ():
                yield handbook.problem(key, passage.place, f"'{match[0]}' is vague; give a number")


def shares_have_a_base(handbook: Handbook) -> Iterator[Problem]:
    """A percentage says as well how many of 100 that is (CDC index, items 15 to 17)."""
    for key, found, _ in _readable(handbook):
        for passage in found:
            share = SHARE.search(passage.text)
            if share and not HUNDRED.search(passage.text):
                message = f"'{share[0]}' alone is hard to picture; say how many of 100 that is, too"
                yield handbook.problem(key, passage.place, message)


def nothing_is_promised(handbook: Handbook) -> Iterator[Problem]:
    """No claim of cure. A page may name claims in order to deny them, and says so."""
    for key, found, _ in _readable(handbook):
        if key in handbook.pages and switched_on(handbook.pages[key].denies):
            continue
        for passage in found:
            for match in _any_of(handbook.wording.promises).finditer(passage.text):
                message = f"'{match[0]}' promises too much; say 'may help' or 'often eases'"
                yield handbook.problem(key, passage.place, message)


def steps_start_with_a_verb(handbook: Handbook) -> Iterator[Problem]:
    """A step begins with what to do."""
    no_verbs = {each.casefold() for each in handbook.wording.no_verbs}
    for exercise in handbook.exercises.values():
        for index, step in enumerate(exercise.steps):
            first = words(step.do)[:1]
            if first and first[0].casefold() in no_verbs:
                message = f"begins with '{first[0]}'; begin with what to do, such as 'Lift' or 'Keep'"
                yield handbook.problem(exercise.address, ("steps", index, "do"), message)


def words_to_avoid_are_known(handbook: Handbook) -> Iterator[Problem]:
    """In another language our lists find nothing, and promises of a cure would pass: it has its own."""
    lacking = sorted(Wording.model_fields.keys() - handbook.wording.model_fields_set)
    if lacking and not _in_english(handbook):
        message = (
            f"these lists are still English, so nothing is held by them; give them: {', '.join(lacking)}"
        )
        yield handbook.problem("wording", (), message)


def lists_are_short(handbook: Handbook) -> Iterator[Problem]:
    """No list of a hand-written page has more than seven points in a row (CDC index, item 8)."""
    for page in handbook.pages.values():
        for run in _runs_of_points(page.body):
            if run > LIST_LENGTH:
                message = f"a list of {run} points; group them, {LIST_LENGTH} at most in each"
                yield handbook.problem(page.path, ("body",), message)


def _runs_of_points(body: str) -> Iterator[int]:
    run = 0
    for line in body.splitlines():
        if re.match(r"(?:[-*]|\d+\.)\s", line):
            run += 1
        elif line.strip() and not line.startswith((" ", "\t")):
            yield run
            run = 0
    yield run


CHECKS = (
    reads_easily,
    sentences_are_short,
    amounts_are_exact,
    shares_have_a_base,
    nothing_is_promised,
    steps_start_with_a_verb,
    words_to_avoid_are_known,
    lists_are_short,
)
