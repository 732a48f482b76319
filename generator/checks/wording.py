"""Words a person in pain can read: grade, sentence length, exact amounts, verbs first, no promises."""

import re
from collections.abc import Iterable, Iterator
from functools import cache, lru_cache

from generator.checks.passages import (
    Passage,
    passages_of_exercise,
    passages_of_facets,
    passages_of_page,
    passages_of_progress,
    passages_of_routine,
    passages_of_safety,
    sentences,
    words,
)
from generator.handbook import Handbook
from generator.language import ENGLISH, is_english
from generator.model.base import switched_on
from generator.model.wording import Wording
from generator.problem import Problem
from generator.source import REMEMBERED

EXERCISE_GRADE = 6.0
"""Flesch-Kincaid grade of exercises and routines: reading age 9 to 11 (NHS service manual)."""
GUIDANCE_GRADE = 8.0
SENTENCE_WORDS = 20
LIST_LENGTH = 7

SHARE = re.compile(r"\d+(?:\.\d+)?\s?(?:%|per ?cent\b)")
HUNDRED = re.compile(r"\b100\b(?!\s?(?:%|per ?cent))")


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
