"""A Spanish handbook is Spanish throughout: no page, no line of the search and not the book has English.

What content says is taken out first; every word that is left has to be one of a phrase in Spanish.
"""

import json
import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from html.parser import HTMLParser
from pathlib import Path
from zipfile import ZipFile

import pytest
import yaml
from pydantic import BaseModel

from generator.figure import BodyMap, DrawnFigure, DrawnFrame, captioned
from generator.handbook import Handbook
from generator.model.exercise import Exercise
from generator.model.saying import Saying
from generator.model.start import Start
from generator.offline.archive import write_archive
from generator.orders import ordered
from generator.pages.pdfs import book_pdf, sheet_pdf
from generator.press.book import book_html
from tests.conftest import ROOT
from tests.page.test_pages import built
from tests.translated import said

WORD = re.compile(r"[^\W\d_]{2,}")
BLANK = re.compile(r"\{\w+\}")
DATES = "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre de el"
OTHERS = "Saltar al contenido Lighthouse axe core Chromium JavaScript PDF"
"""What the theme says, and names of programs."""
SHOWN = ("alt", "title", "aria-label", "placeholder", "data-words")
INSIDE = frozenset(("a", "abbr", "b", "code", "em", "i", "kbd", "small", "strong", "tspan"))
"""Elements that stand inside a line; every other one begins a line."""
DRAWING = (
    '<svg xmlns="http://www.w3.org/2000/svg" class="fig" viewBox="0 0 400 300" role="img" '
    'aria-labelledby="t d"><title id="t">The title</title><desc id="d">The description</desc>'
    '<path class="f-ghost"/></svg>'
)
MAP = (
    '<svg xmlns="http://www.w3.org/2000/svg" class="fig fig-map" viewBox="0 0 340 900" role="img" '
    'aria-labelledby="t d"><title id="t">Map of the muscles</title><desc id="d">Each muscle is one.</desc>'
    '<path class="f-skin" d="M50 50h240v800h-240z"/><path class="f-muscle" id="m-deep" '
    'data-muscle="deep-neck-flexors" d="M100 100h100v200h-100z">'
    "<title>deep front of the neck</title></path></svg>"
)
QUESTIONS = ("danger", "where", "since", "can", "spare", "time")
START = Start.model_validate({
    "title": "Por aquí", "lead": "Unas preguntas.",
    "questions": {each: {"ask": "¿Qué notas?", "help": "Elige.", "none": "Nada"} for each in QUESTIONS},
    "where": {"neck": {"name": "Cuello", "line": "Arriba.", "picture": "nod"}},
    "since": {"long": {"name": "Mucho", "phase": "recovering", "note": "Con calma."}},
    "can": {"sit": {"name": "Silla", "positions": ["sitting"]}},
    "spare": {"dizziness": {}},
    "time": {"short": {"name": "Poco", "minutes": 5, "each": 60}},
    "endings": {
        each: {"title": "Ve", "do": ["Ve ya."], "page": "red-flags"}
        for each in ("emergency", "urgent", "soon", "wait")
    },
    "rows": [{"where": ["neck"], "since": ["long"], "routines": ["tiny"], "exercises": ["nod", "hostile"]}],
})  # fmt: skip


class _Shown(HTMLParser):
    """Collects what a reader sees or is told: a line for each block, and what stands in attributes."""

    def __init__(self) -> None:
        super().__init__()
        self.lines: list[str] = [""]
        self._silent = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in ("script", "style"):
            self._silent = tag
        if tag not in INSIDE:
            self.lines.append("")
        elif tag == "a":
            self.lines[-1] += " "  # buttons stand side by side without one
        given = {name: value or "" for name, value in attrs}
        told = given.get("name", given.get("property", "")).endswith(("description", "title", ":alt"))
        heard = (given.get(name, "") for name in (*SHOWN, *(["content"] if told else [])))
        self.lines[:0] = [each for each in heard if not each.startswith("{")]  # what scripts say of a sheet

    def handle_endtag(self, tag: str) -> None:
        self._silent = "" if tag == self._silent else self._silent
        if tag not in INSIDE:
            self.lines.append("")

    def handle_data(self, data: str) -> None:
        if not self._silent:
            self.lines[-1] += data


def shown(html: str) -> list[str]:
    """The lines of a page, in one form of space and letters."""
    found = _Shown()
    found.feed(html)
    return [" ".join(each.split()).casefold() for each in found.lines]


@pytest.fixture(scope="module")
def whole(spanish: Handbook) -> Handbook:
    """The Spanish handbook with a guided start, too, and for one country."""
    publisher = spanish.publisher.model_copy(update={"language": "es-MX"})
    exercises = {**spanish.exercises, "nod": _drawn(spanish.exercises["nod"])}
    return replace(spanish, start=START, publisher=publisher, exercises=exercises)


def _drawn(exercise: Exercise) -> Exercise:
    """The exercise with all that a picture may say; nobody draws it, so its pose need not hold."""
    told = exercise.model_dump(by_alias=True, exclude_defaults=True)
    told["figure"] |= {"inset": "back", "target": {"works": ["deep-neck-flexors"]}}
    told["figure"]["frames"]["B"]["head"] = {"slide": "backward 1"}
    alt = "The same in a wheelchair, the chin low and the back tall."
    told["in_wheelchair"] = {"do": "Sit back first.", "frame": "B", "alt": alt}
    return Exercise.model_validate(told)


@pytest.fixture(scope="module")
def figures(whole: Handbook) -> dict[str, DrawnFigure]:
    """A figure for each that is asked for, with the words that the engine would draw it with."""
    return {
        order.name: captioned(
            DrawnFigure(
                order.slug, tuple(DrawnFrame(each, DRAWING) for each in order.spec.frames), DRAWING, ()
            ),
            order.captions,
        )
        for order in ordered(whole)
    }


@pytest.fixture(scope="module")
def site(whole: Handbook, figures: dict[str, DrawnFigure], tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The Spanish site as MkDocs builds it, with drawings, PDFs and days of change."""
    pdfs = {book_pdf(whole), *(sheet_pdf("tiny", each) for each in ("a4", "letter", "large"))}
    changes = {source.path: date(2026, 3, 4) for source in whole.sources.values()}
    root = tmp_path_factory.mktemp("whole")
    return built(root, whole, figures, body_map=BodyMap(MAP, MAP), pdfs=pdfs, changes=changes)


def _strings(value: object) -> Iterator[str]:
    """Every string of a value, however deep it stands, but those of its phrases."""
    if isinstance(value, Saying) and type(value).__name__ == "Phrases":
        return
    if isinstance(value, BaseModel):
        value = {name: getattr(value, name) for name in type(value).model_fields}
    if isinstance(value, str):
        yield from re.split(r"[\n{}]|(?<=[.!?:])\s|\s\(|\|", value)
    elif hasattr(value, "values"):
        yield from (each for one in value.values() for each in _strings(one))
    elif isinstance(value, list | tuple):
        yield from (each for one in value for each in _strings(one))


@pytest.fixture(scope="module")
def content(whole: Handbook) -> list[str]:
    """What content gave, the longest first."""
    names = whole.__dataclass_fields__.keys() - {"sources", "known"}
    plain = (each.strip(" -#*[].>") for each in _strings([getattr(whole, name) for name in names]))
    lines = {" ".join(each.split()).casefold() for each in plain}
    return sorted((each for each in lines if len(each) > 1), key=lambda each: (-len(each), each))


@pytest.fixture(scope="module")
def own(whole: Handbook) -> frozenset[str]:
    """Every word that a page may say of itself."""
    spanish = yaml.safe_load((ROOT / "tests" / "spanish" / "phrases.yml").read_text(encoding="utf-8"))
    words = " ".join((*said(spanish), DATES, OTHERS))
    return frozenset(each.casefold() for each in WORD.findall(BLANK.sub(" ", words)))


def _foreign(lines: list[str], content: list[str], own: frozenset[str]) -> set[str]:
    """What is left of some lines without content and without Spanish."""
    found = set()
    for line in dict.fromkeys(lines):
        left = re.sub(r"https?://\S+|\S+\.example\S*|(?<=versión )\w+", " ", line)
        for each in content:
            if each in left:
                left = re.sub(rf"(?<!\w){re.escape(each)}(?!\w)", " ", left)
        if strangers := [word for word in WORD.findall(left) if word not in own]:
            found.add(f"{' '.join(strangers)} | {line[:100]}")
    return found


def test_no_page_has_an_english_word(site: Path, content: list[str], own: frozenset[str]) -> None:
    files = sorted(site.rglob("*.html"))
    assert len(files) > 20 and (site / "start" / "index.html") in files
    found = {
        file.relative_to(site).as_posix(): _foreign(shown(file.read_text(encoding="utf-8")), content, own)
        for file in files
    }
    assert {page: words for page, words in found.items() if words} == {}


def test_every_page_tells_its_language_and_where_it_is_spoken(site: Path) -> None:
    pages = {file: file.read_text(encoding="utf-8") for file in site.rglob("*.html")}
    assert pages and [file for file, page in pages.items() if '<html lang="es-MX"' not in page] == []


def test_no_line_of_the_search_has_an_english_word(
    site: Path, content: list[str], own: frozenset[str]
) -> None:
    vocabulary = json.loads((site / "search-vocabulary.json").read_text(encoding="utf-8"))
    lines = json.loads((site / "search-lines.json").read_text(encoding="utf-8"))
    titles = [(each["title"], each.get("names", ())) for each in vocabulary["entries"]]
    told = [*said(titles), *lines.values(), vocabulary["help"]["line"], vocabulary["help"]["soon"]]
    assert _foreign([each.casefold() for each in told], content, own) == set()


def test_the_archive_s_readme_has_no_english_word(
    site: Path, content: list[str], own: frozenset[str], tmp_path: Path
) -> None:
    write_archive(site, tmp_path / "site.zip")
    with ZipFile(tmp_path / "site.zip") as archive:
        text = archive.read("README.txt").decode()
    typed = frozenset(("index", "html", "python", "http", "server"))
    assert "navegador" in text and "python3 -m http.server" in text
    lines = [" ".join(each.split()).casefold() for each in text.split("\n\n")]
    assert _foreign(lines, content, own | typed) == set()


def test_the_book_has_no_english_word(
    whole: Handbook, figures: dict[str, DrawnFigure], content: list[str], own: frozenset[str]
) -> None:
    assert _foreign(shown(book_html(whole, figures, {})), content, own) == set()
