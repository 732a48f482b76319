"""Which parts of a page's Markdown are running text, where a word may become a link."""

import re
from collections.abc import Iterator

UNTOUCHED = re.compile(
    r"\A---\n.*?\n---\n"  # front matter
    r"|<(?P<tag>figure|svg|nav|a|h[1-6]|script|style|button|summary|label|table|title)\b.*?</(?P=tag)>"
    r"|<p class=\"(?:dose-\w+|lay[\w ]*)\".*?</p>"  # the dose at a glance, and other names
    r"|<span class=\"card-line\">.*?</span>"  # words inside a card, which is one link
    r"|<[^>]*>"
    r"|^[^\n]*\[!\[[^\n]*"  # a card: a picture and words inside one link
    r"|^- [^\n]*\]\(https?:[^\n]*"  # a source: who wrote it, and its title
    r"|!?\[[^\]]*\]\([^)]*\)(?:\{[^}]*\})?|\]\([^)]*\)"
    r"|^#[^\n]*|^ {4}[^\n]*"  # headings, and lines of a program
    r"|\{[^}]*\}|&\#?\w+;",
    re.DOTALL | re.MULTILINE,
)
"""What an inserted link would break, or what is no running text."""


def pieces(markdown: str) -> Iterator[tuple[bool, str]]:
    """The page in order: running text, and what must stay as it is (True)."""
    end = 0
    for found in UNTOUCHED.finditer(markdown):
        yield False, markdown[end : found.start()]
        yield True, found[0]
        end = found.end()
    yield False, markdown[end:]
