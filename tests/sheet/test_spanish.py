"""A sheet of a Spanish handbook is Spanish throughout: the ready one and the reader's own."""

import html
import re
from functools import cache
from pathlib import Path

import pytest
import yaml
from playwright.sync_api import Page

from generator.handbook import Handbook
from generator.model.builder_phrases import LinkPhrases
from generator.model.phrases import Phrases
from generator.pages import render_site
from tests.conftest import ROOT
from tests.translated import said

TESTS = ROOT / "tests"
WORD = re.compile(r"[^\W\d_]{2,}")
DRAWING = re.compile(r"<!--drawing.*?drawing-->", re.DOTALL)
SHEET = "docs/routines/tiny/sheet/index.md"
SHOWN = (
    "exercises/neck/nod.yml",
    "routines/tiny.yml",
    "safety.yml",
    "cautions.yml",
    "facets.yml",
    "phrases.yml",
)
DAYS = "2026 enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre de"
DRAW = """async ([root, both, options]) => {
  const { loadCatalogue } = await import(`${root}assets/page/catalogue.js`)
  const { drawSheet } = await import(`${root}assets/builder/draw.js`)
  const { emptySheet, newItem } = await import(`${root}assets/sheet/state.js`)
  const { readOptions } = await import(`${root}assets/sheet/option-words.js`)
  const { asText } = await import(`${root}assets/builder/notes.js`)
  const catalogue = await loadCatalogue()
  const items = both.map(side => ({ ...newItem(catalogue.exercises.get("nod")), side }))
  const sheet = { ...emptySheet(), items, options: readOptions(options) }
  const drawn = drawSheet(sheet, catalogue, { plan: items.length ? { after: "cenar" } : {} })
  const text = node => node.nodeType === 3 ? ` ${node.data} ` : [...node.childNodes].map(text).join("")
  return [text(drawn), asText(sheet, catalogue, "")].join(" ")
}"""


@cache
def _spanish_words() -> set[str]:
    """Every word that a Spanish sheet may have: the English of the same files is not among them."""
    spanish, english = (
        {word.casefold() for name in SHOWN if (folder / name).exists() for word in _words(folder / name)}
        for folder in (TESTS / "spanish", TESTS / "content")
    )
    phrases = yaml.safe_load((TESTS / "spanish" / "phrases.yml").read_text(encoding="utf-8"))
    of_sheets = [phrases[name] for name in phrases if name not in ("scripts", "pages")]
    own = {word.casefold() for word in WORD.findall(" ".join(said(of_sheets)))}
    return (spanish - english) | own | {*DAYS.split(), "españa", "cenar"}


def _words(file: Path) -> list[str]:
    return WORD.findall(file.read_text(encoding="utf-8"))


def _foreign(text: str) -> list[str]:
    """The words of a sheet that are not Spanish; addresses and the version are no words."""
    plain = re.sub(r"\S+\.example\S*|(?<=Versión )\w+", "", text)
    return sorted({word for word in WORD.findall(plain) if word.casefold() not in _spanish_words()})


def test_a_ready_sheet_has_no_english_word(spanish: Handbook) -> None:
    page = DRAWING.sub("", render_site(spanish, {})[SHEET])
    front, body = page.split("---\n", 2)[1:]
    said = re.findall(r'(?:title|description|back_words): "(.*)"', front)
    said += [html.unescape(each) for each in re.findall(r'(?:aria-label|title)="([^"]*)"', body)]
    said += [html.unescape(re.sub(r"<[^>]*>", " ", body))]
    assert "Mantén 1 minuto 30 segundos · 4 veces por lado · 2 series" in said[-1]
    assert _foreign(" ".join(said)) == []


@pytest.mark.parametrize("sides", [(), ("both",), ("left", "right")], ids=len)
@pytest.mark.parametrize("options", ["", "blank.goal.pain.plan.6-weeks", "goal", "pain.2-weeks"])
def test_the_readers_own_sheet_has_no_english_word(
    sides: tuple[str, ...], options: str, spanish: Handbook, page: Page, address: str
) -> None:
    data = render_site(spanish, {})["docs/browse.json"]
    page.route("**/browse.json", lambda route: route.fulfill(body=data, content_type="application/json"))
    empty = '<svg xmlns="http://www.w3.org/2000/svg" data-ratio="1" data-wide="1"></svg>'
    page.route("**/nod.frames.svg", lambda route: route.fulfill(body=empty, content_type="image/svg+xml"))
    page.goto(f"{address}404.html")
    said = page.evaluate(DRAW, [address, list(sides), options])
    if "right" in sides:
        assert "hacia la derecha." in said and "5 veces solo a la derecha" in said
    assert _foreign(said) == []


def test_no_english_is_added_to_a_spanish_name(spanish: Handbook) -> None:
    page = render_site(spanish, {})["docs/a-z/index.md"]
    assert [
        line for line in page.splitlines() if re.search(r"(?<!All) exercises\]|muscle\b|stretch", line)
    ] == []


def test_scripts_know_every_phrase_they_say(spanish: Handbook) -> None:
    """What a script takes from `words` is in content/phrases.yml: a wrong name would print "undefined"."""
    files = [file for room in ("sheet", "builder") for file in (ROOT / "docs" / "assets" / room).glob("*.js")]
    text = "\n".join(file.read_text(encoding="utf-8") for file in files)
    said = set(re.findall(r"\b(?:words|said)\.([a-z]+_[a-z_]+|tick|blank|stop|emergency|printed)\b", text))
    links = {name for name in said if name in LinkPhrases.model_fields}
    assert said and said - links <= Phrases.model_fields.keys()
