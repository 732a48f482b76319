"""Medical words explained where a page first uses them: a link to the glossary that shows the meaning."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from html import escape
from itertools import groupby

from generator.model.vocabulary import Term
from generator.pages.running import pieces

NEAR = 40
"""Signs before and after a word in which a phrase with it may stand."""


@dataclass(frozen=True)
class Words:
    """What to look for: spellings with their terms, phrases with a spelling in them, names to leave alone."""

    terms: Mapping[str, str]
    phrases: tuple[tuple[re.Pattern[str], str], ...]
    """A phrase as a pattern whose group is the spelling, and the spelling's term."""
    pattern: re.Pattern[str]


def with_meanings(
    markdown: str,
    glossary: Mapping[str, Term],
    at: str,
    address: str,
    names: frozenset[str] = frozenset(),
) -> str:
    """A page's Markdown with the first use of each medical word linked to its meaning.

    `at` is the address of the glossary, nothing where there is none; `address` is that of the page.
    `names` of exercises, routines and pages are left alone: the break in "Desk break" is none of a bone.
    """
    if address == at or not at or not glossary:
        return markdown
    words = _vocabulary(tuple(glossary.items()), names)
    up = "../" * (address.count("/") + 1)
    seen: set[str] = set()

    def explained(found: re.Match[str]) -> str:
        name = _term(found, words)
        if not name or name in seen:
            return found[0]
        seen.add(name)
        return _link(found[0], f"{up}{at}/#{name}", glossary[name].meaning)

    return "".join(
        piece if untouched else words.pattern.sub(explained, piece) for untouched, piece in pieces(markdown)
    )


def _term(found: re.Match[str], words: Words) -> str:
    """The term that a match means, or nothing."""
    if found["name"]:
        return ""
    if name := words.terms.get(found[0].casefold()):
        return name
    around = found.string[max(0, found.start() - NEAR) : found.end() + NEAR]
    at = found.start() - max(0, found.start() - NEAR)
    span = (at, at + len(found[0]))
    for pattern, name in words.phrases:
        if any(each.span(1) == span for each in pattern.finditer(around)):
            return name
    return ""


def _link(word: str, way: str, meaning: str) -> str:
    # Entities keep Markdown from reading a sign of the meaning as its own.
    safe = re.sub(r"([*_`\[\]~^|])", lambda sign: f"&#{ord(sign[0])};", escape(meaning))
    return f'<a class="term" href="{way}" data-meaning="{safe}">{word}</a>'


@cache
def _vocabulary(terms: tuple[tuple[str, Term], ...], names: frozenset[str]) -> Words:
    """Every spelling with its term, and a pattern that finds the longest first; names before all."""
    spelled = {spelling.casefold(): name for name, term in terms for spelling in (term.word, *term.also)}
    everyday = {each.word.casefold() for _, term in terms for each in term.only_in}
    phrases = [
        (_phrase(phrase, each.word), name)
        for name, term in terms
        for each in term.only_in
        for phrase in each.phrases
    ]
    # Grouped by first letter: a flat list of 200 words is tried anew at every letter of the page.
    ordered = sorted(spelled, key=lambda word: (word[0], -len(word)))
    choices = "|".join(
        f"{re.escape(first)}(?:{'|'.join(re.escape(word[1:]) for word in group)})"
        for first, group in groupby(ordered, key=lambda word: word[0])
    )
    named = "|".join(re.escape(each) for each in sorted(names, key=lambda each: (-len(each), each)))
    pattern = rf"(?<![\w-])(?:(?P<name>(?-i:{named or '(?!)'}))|{choices})(?![\w-])"
    plain = {word: name for word, name in spelled.items() if word not in everyday}
    return Words(plain, tuple(phrases), re.compile(pattern, re.IGNORECASE))


def _phrase(phrase: str, word: str) -> re.Pattern[str]:
    """A pattern for one phrase, with its word as the group; # stands for a number."""
    parts = [re.escape(each).replace(r"\#", r"\d+") for each in phrase.casefold().split()]
    parts = [f"({part})" if part == re.escape(word.casefold()) else part for part in parts]
    return re.compile(rf"(?<![\w-]){' +'.join(parts)}(?![\w-])", re.IGNORECASE)
