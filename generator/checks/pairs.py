"""British and American words together: who first meets one on a page finds the other beside it."""

import re
from collections.abc import Callable, Iterator, Mapping
from functools import cache
from itertools import groupby

from generator.checks.texts import READ, Told, plain, remembered, texts
from generator.handbook import Handbook
from generator.model.vocabulary import Term, WordPair
from generator.problem import Problem

ALONE = ("short", "who_for_short", "description", "note")
"""Fields that stand on a sheet, in a list or in a search result without the rest of their page."""


def both_words_are_given(handbook: Handbook) -> Iterator[Problem]:
    """The first use of a word of a pair has the other one in the same sentence or list entry."""
    if "glossary" not in handbook.known:
        return  # it explains some of the pairs; that it could not be read is a Problem of its own
    pairs = {name: pair for name, pair in handbook.pairs.items() if not _explained(pair, handbook.glossary)}
    has_word = _has_any(tuple(word for each in pairs.values() for word in (*each.british, *each.american)))
    for _, told in groupby(texts(handbook), key=_where_it_is_read):
        met: set[str] = set()
        for each in told:
            text = plain(each.text)
            # One look tells for most texts that they have no such word.
            for name, pair in pairs.items() if has_word(text) else ():
                if name not in met:
                    message = _lacking(pair, text, met, name)
                    if message:
                        yield each.problem(message)


def _where_it_is_read(told: Told) -> tuple[object, ...]:
    """What is read together: a page, an entry of a vocabulary, or a field that goes out alone."""
    if told.key in READ:
        return told.key, told.place[:2]
    return (told.key, told.place) if told.place[-1] in ALONE else (told.key,)


def _lacking(pair: WordPair, text: str, met: set[str], name: str) -> str:
    """What to add to a text that uses one word of a pair without the other, or nothing."""
    british, american = _any_of(pair.british).search(text), _any_of(pair.american).search(text)
    if british or american:
        met.add(name)
    if british and not american and pair.everyone_knows != "british":
        return f"'{british[0]}' is British; add ({pair.american[0]}) for readers in America"
    if american and not british and pair.everyone_knows != "american":
        return f"'{american[0]}' is American; add ({pair.british[0]}) for readers in Britain"
    return ""


def _explained(pair: WordPair, glossary: Mapping[str, Term]) -> bool:
    """Whether a term of the glossary has one word of the pair and its meaning the other."""
    for term in glossary.values():
        names = " / ".join((term.word, *term.also))
        for one, other in ((pair.british, pair.american), (pair.american, pair.british)):
            if _any_of(one).search(names) and _any_of(other).search(term.meaning):
                return True
    return False


@cache
def _any_of(words: tuple[str, ...]) -> re.Pattern[str]:
    choices = "|".join(re.escape(word) for word in words)
    return re.compile(rf"(?<![\w-])(?:{choices})(?:s|es)?(?![\w-])", re.IGNORECASE)


@cache
def _has_any(words: tuple[str, ...]) -> Callable[[str], object]:
    return remembered(_any_of(words))


CHECKS = (both_words_are_given,)
