"""Medical words explained where a page first uses them: a link to the glossary that shows the meaning."""

import re
from collections.abc import Mapping
from functools import cache
from html import escape
from itertools import groupby

from generator.model.vocabulary import Term

GLOSSARY = "guidance/glossary"
UNTOUCHED = re.compile(
    r"\A---\n.*?\n---\n"  # front matter
    r"|<(?P<tag>figure|svg|nav|a|h[1-6]|script|style|button|table|title)\b.*?</(?P=tag)>"
    r"|<p class=\"dose-\w+\".*?</p>"  # the dose at a glance; its words are explained below
    r"|<[^>]*>"
    r"|^[^\n]*\[!\[[^\n]*"  # a card: a picture and words inside one link
    r"|!?\[[^\]]*\]\([^)]*\)(?:\{[^}]*\})?|\]\([^)]*\)"
    r"|^#[^\n]*|^\s*\|[^\n]*"
    r"|\{[^}]*\}|&\#?\w+;",
    re.DOTALL | re.MULTILINE,
)
"""What an inserted link would break, or what is no running text."""


def with_meanings(markdown: str, glossary: Mapping[str, Term], address: str) -> str:
    """A page's Markdown with the first use of each medical word linked to its meaning."""
    if address == GLOSSARY or not glossary:
        return markdown
    words, pattern = _vocabulary(tuple(glossary.items()))
    up = "../" * (address.count("/") + 1)
    seen: set[str] = set()

    def explained(found: re.Match[str]) -> str:
        name = words[found[0].casefold()]
        if name in seen:
            return found[0]
        seen.add(name)
        return _link(found[0], f"{up}{GLOSSARY}/#{name}", glossary[name].meaning)

    return "".join(
        piece if untouched else pattern.sub(explained, piece) for untouched, piece in _pieces(markdown)
    )


def _link(word: str, way: str, meaning: str) -> str:
    # Entities keep Markdown from reading a sign of the meaning as its own.
    safe = re.sub(r"([*_`\[\]~^])", lambda sign: f"&#{ord(sign[0])};", escape(meaning))
    return f'<a class="term" href="{way}" data-meaning="{safe}">{word}</a>'


def _pieces(markdown: str) -> list[tuple[bool, str]]:
    """The page in order: running text, and what must stay as it is."""
    pieces, end = [], 0
    for found in UNTOUCHED.finditer(markdown):
        pieces += [(False, markdown[end : found.start()]), (True, found[0])]
        end = found.end()
    return [*pieces, (False, markdown[end:])]


@cache
def _vocabulary(terms: tuple[tuple[str, Term], ...]) -> tuple[Mapping[str, str], re.Pattern[str]]:
    """Every spelling with its term, and a pattern that finds the longest first."""
    words = {spelling.casefold(): name for name, term in terms for spelling in (term.word, *term.also)}
    # Grouped by first letter: a flat list of 200 words is tried anew at every letter of the page.
    ordered = sorted(words, key=lambda word: (word[0], -len(word)))
    choices = "|".join(
        f"{re.escape(first)}(?:{'|'.join(re.escape(word[1:]) for word in group)})"
        for first, group in groupby(ordered, key=lambda word: word[0])
    )
    return words, re.compile(rf"(?<![\w-])(?:{choices})(?![\w-])", re.IGNORECASE)
