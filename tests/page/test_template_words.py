"""No template says anything of itself: what a reader sees or hears is a phrase, which can be given."""

import re
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path

import pytest
from jinja2 import Environment, nodes

from tests.conftest import ROOT

FOLDERS = (ROOT / "generator" / "templates", ROOT / "generator" / "theme")
OF_WRITERS = ("contact-sheet", "serve-", "new-exercise")
"""How templates begin that no reader sees: they speak to who makes a handbook."""
PAGES = (".md.j2", ".html.j2", ".html", "picture.j2", "zones.j2", ".svg.j2")
"""How templates end that become pages or pictures; the others are data and settings."""
ALLOWED = {
    "sheet.html": {"A4"},  # a kind of paper, called so in every language
    "pdf.md.j2": {"A4"},
    "tested.md.j2": {"axe-core", "Lighthouse"},  # names of programs
}
HEARD = ("alt", "title", "aria-label", "placeholder", "content", "data-words")
TAG = re.compile(r"\{%.*?%\}|\{\{.*?\}\}", re.DOTALL)
COMMENT = re.compile(r"\{#-?\s.*?#\}", re.DOTALL)
FRONT = re.compile(r"^---\n.*?^(?:\{\{ about \}\})?---$", re.DOTALL | re.MULTILINE)
NO_WORDS = re.compile(r"\{[^{}]*\}|\]\([^()]*\)|&#?\w+;")
"""Attributes and addresses in Markdown, and signs by their numbers."""
LETTER = re.compile(r"[^\W\d_]")
SPOKEN = re.compile(r"^[A-Z][a-z]|[a-z]{2,} [a-z]{2,}")
"""A string inside a tag that reads like words; keys of front matter and classes do not."""
NOT_SPOKEN = re.compile(r"<[^>]*>|^[a-z]+: .*$|^ ?[a-z]+(?:=\".*)?$", re.MULTILINE)


class _Literal(HTMLParser):
    """Collects the text between tags, and in attributes that are seen or heard."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []
        self._silent = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._silent = tag in ("style", "script")
        data = tag == "meta" and dict(attrs).get("name") in ("viewport", "twitter:card")
        if not data and not dict(attrs).get("http-equiv") and not _names_a_kind(attrs):
            self.found += [value for name, value in attrs if name in HEARD and value]

    def handle_endtag(self, tag: str) -> None:
        self._silent = False

    def handle_data(self, data: str) -> None:
        if not self._silent:
            self.found.append(data)


def _names_a_kind(attrs: list[tuple[str, str | None]]) -> bool:
    return dict(attrs).get("property") in ("og:type", "og:image:width")


def literal(source: str) -> Iterator[str]:
    """The words of a template that stand in it letter for letter."""
    found = _Literal()
    found.feed(TAG.sub("", FRONT.sub("", COMMENT.sub("", source))))
    lines = (line for each in found.found for line in NO_WORDS.sub("", each).splitlines())
    yield from (line.strip(" #|*-") for line in lines if LETTER.search(line))
    for each in Environment().parse(source).find_all(nodes.Const):
        if isinstance(each.value, str) and SPOKEN.search(NOT_SPOKEN.sub("", each.value)):
            yield each.value.strip()


def _templates() -> list[Path]:
    files = (file for folder in FOLDERS for file in folder.rglob("*") if file.name.endswith(PAGES))
    return sorted(file for file in files if not file.name.startswith(OF_WRITERS))


@pytest.mark.parametrize(
    "file", _templates(), ids=lambda file: file.relative_to(ROOT / "generator").as_posix()
)
def test_a_template_holds_no_words(file: Path) -> None:
    found = set(literal(file.read_text(encoding="utf-8")))
    assert found - ALLOWED.get(file.name, set()) == set(), (
        "make it a phrase of generator/model/page_phrases.py"
    )


@pytest.mark.parametrize(
    "source",
    [
        "## Sources { #sources }",
        "<p>{{ name }} minutes</p>",
        '<nav aria-label="Parts of the body"></nav>',
        '{{ head("All exercises", say.area.about) }}',
        '{% for title in ("Easier", "Harder") %}{{ title }}{% endfor %}',
        '{{ link("start", "where it hurts") }}',
        '<img alt="A knee">',
    ],
)
def test_words_in_a_template_are_found(source: str) -> None:
    assert list(literal(source))
