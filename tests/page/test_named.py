"""What a sentence names is a link: exercises, routines and pages, wherever a link may stand."""

import re
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path

import pytest

from generator.handbook import Handbook
from generator.pages.named import Names, with_names

UNLINKED = {"a", "h1", "h2", "h3", "h4", "title", "script", "style", "svg", "nav", "button", "label"}
UNLINKED |= {"select", "summary", "pre", "code"}
"""Where no link may stand, or the words are one."""
OTHER = re.compile(r"\b(?:lay|card-\w+|review|author|slips)\b")
"""Other names of an entry, and cards, which are links as a whole."""
VOID = {"img", "br", "hr", "input", "meta", "link", "wbr", "col", "path", "rect"}


class _Words(HTMLParser):
    """The lines of a page's running text, with the words of its links taken out."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[tuple[str, str]] = []
        self.words: list[str] = []
        self.ways: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "a" and "article" in {each for each, _ in self.open}:
            self.ways.append(dict(attrs).get("href") or "")
        if tag not in VOID:
            self.open.append((tag, dict(attrs).get("class") or ""))

    def handle_endtag(self, tag: str) -> None:
        while self.open and self.open.pop()[0] != tag:
            pass

    def handle_data(self, data: str) -> None:
        tags = {tag for tag, _ in self.open}
        if "article" in tags and not tags & UNLINKED and not any(OTHER.search(each) for _, each in self.open):
            self.words.append(data)


def _explained(handbook: Handbook) -> Iterator[str]:
    yield from (each.address for each in handbook.exercises.values())
    yield from (each.address for each in handbook.routines.values())
    yield from (
        each
        for each in handbook.pages
        if each.startswith("guidance/") and each != handbook.page_with("glossary")
    )


def _spelled(name: str, move: bool) -> re.Pattern[str]:
    """A move is named in small letters too; a routine's words may then mean something else."""
    return re.compile(rf"(?<![\w-]){re.escape(name)}(?![\w-])", re.IGNORECASE if move else 0)


def test_no_page_names_an_exercise_or_a_routine_without_leading_there(handbook: Handbook, site: Path) -> None:
    moves = {each.name: each.address for each in handbook.exercises.values()}
    routines = {each.name: each.address for each in handbook.routines.values()}
    names = {name: to for name, to in (moves | routines).items() if " " in name}
    plain = []
    for address in _explained(handbook):
        page = _Words()
        page.feed((site / address / "index.html").read_text(encoding="utf-8"))
        words = "\n".join(page.words)
        for name, to in names.items():
            led = to == address or any(each.endswith(f"{to.rpartition('/')[2]}/") for each in page.ways)
            if not led and re.search(_spelled(name, name in moves), words):
                plain.append((address, name))
    assert plain == []


@pytest.fixture(scope="module")
def names(handbook: Handbook) -> Names:
    """The names of the real handbook."""
    return Names.of(handbook)


def test_a_name_leads_there_once_a_line_and_never_to_its_own_page(handbook: Handbook, names: Names) -> None:
    first, other = list(handbook.routines.values())[:2]
    link = f'<a href="../../{other.address}/">{other.name}</a>'
    assert with_names(f"Go to {other.name}. {other.name} helps.", names, first.address) == (
        f"Go to {link}. {other.name} helps."
    )
    assert with_names(f"- {other.name}\n- {other.name}", names, first.address) == f"- {link}\n- {link}"
    own = f"Stay with {first.name}."
    assert with_names(own, names, first.address) == own


def test_a_move_is_known_in_small_letters_and_a_routine_by_its_first_words(
    handbook: Handbook, names: Names
) -> None:
    move = next(each for each in handbook.exercises.values() if " " in each.name and "(" not in each.name)
    small = move.name.lower()
    assert f">{small}</a>" in with_names(f"Do the {small} instead.", names, "x")
    long = next(each for each in handbook.routines.values() if ":" in each.name)
    short = long.name.partition(":")[0]
    assert f'use <a href="../{long.address}/">{short}</a>' in with_names(f"Then use {short}.", names, "x")
    assert with_names(f"{short} of a kind.", names, "x") == f"{short} of a kind."


@pytest.mark.parametrize(
    "line",
    [
        "# NAME",
        "<h2>NAME</h2>",
        "[NAME](../x/)",
        "    say NAME",
        '<p class="lay">Also called NAME.</p>',
        "NAMED",
    ],
)
def test_nothing_is_put_where_no_link_may_stand(line: str, handbook: Handbook, names: Names) -> None:
    line = line.replace("NAME", next(iter(handbook.routines.values())).name)
    assert with_names(line, names, "x") == line


def test_a_row_of_a_table_leads_there_as_well(handbook: Handbook, names: Names) -> None:
    name = next(iter(handbook.routines.values())).name
    assert f">{name}</a>* for 3 days |" in with_names(f"| Better | Do *{name}* for 3 days |", names, "x")


def test_a_line_that_leads_there_already_gets_no_second_link(handbook: Handbook, names: Names) -> None:
    routine = next(iter(handbook.routines.values()))
    line = f"Do {routine.name}. [See it](../{routine.address}/index.md)"
    assert with_names(line, names, "x") == line
