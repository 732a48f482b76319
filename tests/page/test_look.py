"""One look on every page: a scale of distances, a radius, two kinds of card, letters of a named family."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page

from generator.handbook import Handbook
from tests.conftest import ROOT
from tests.page.test_budget import page_types

WIDTHS = ((390, 844), pytest.param((1280, 800), marks=pytest.mark.audit))

ASSETS = ROOT / "docs" / "assets"
OTHER_PAPER = ("press",)
"""Rooms whose style no page of the site loads."""
DISTANCE = re.compile(r"(?<![\w-])(?:margin|padding|gap|row-gap|column-gap)(?:-\w+)*: ([^;}]+)")
RADIUS = re.compile(r"border(?:-\w+-\w+)?-radius: ([^;}]+)")
OF_THE_SCALE = re.compile(r"var\(--(?:s\d|top)\)")
FREE = re.compile(r"-?[\d.]+(?:mm|em|%)|-?[0-3](?:px)?|auto|inherit|!important|env\([^)]*\)")
"""Millimetres of paper, distances that go with the letters, hairlines, and the edge of a phone's glass."""
SHARED = re.compile(r"calc|max|[-+*/(),\s\d.]+")
RADII = {"0", "50%", "inherit", "var(--round)"}


def _styles() -> Iterator[Path]:
    yield from (each for each in ASSETS.rglob("*.css") if each.parent.name not in OTHER_PAPER)


def test_distances_come_from_one_scale() -> None:
    odd = []
    for file in _styles():
        for found in DISTANCE.finditer(file.read_text(encoding="utf-8")):
            rest = FREE.sub("", OF_THE_SCALE.sub("", found[1]))
            if SHARED.sub("", rest):
                odd.append(f"{file.relative_to(ASSETS)}: {found[0]}")
    assert odd == []


def test_there_is_one_radius() -> None:
    found = {each for file in _styles() for each in RADIUS.findall(file.read_text(encoding="utf-8"))}
    assert found - RADII == set()


DRAWN = re.compile(r"[{;]\s*content: \"([^\"]*)\"(?! / )(?=[^}]*\})[^}]*")
SPOKEN_AS_NOTHING = re.compile(r"[\s\w.,:;()·]*")
"""Stops, commas and words; other signs are read out by name: "black down-pointing small triangle"."""


def test_a_sign_that_a_style_draws_is_not_read_out() -> None:
    read = [
        f"{file.relative_to(ASSETS)}: {found[1]}"
        for file in _styles()
        for found in DRAWN.finditer(file.read_text(encoding="utf-8"))
        if not SPOKEN_AS_NOTHING.fullmatch(found[1]) and ' / ""' not in found[0]
    ]
    assert read == []


CARDS = """() => {
  const kinds = new Map()
  const control = "a, button, input, select, textarea, label, summary, kbd, b, i, span, dialog, img, svg"
  for (const each of document.querySelectorAll("main *, .md-main *")) {
    const style = getComputedStyle(each)
    if (each.closest(".sheet") || each.matches(control) || !each.checkVisibility()) continue
    if (style.borderTopRightRadius !== "10px" || style.backgroundColor === "rgba(0, 0, 0, 0)") continue
    const edges = ["Top", "Right", "Bottom"].some(side => style[`border${side}Width`] !== "0px")
    const kind = [style.boxShadow === "none" ? "flat" : "raised", edges ? "framed" : ""].join(" ").trim()
    kinds.set(kind, each.className || each.localName)
  }
  return Object.fromEntries(kinds)
}"""


@pytest.mark.parametrize("size", WIDTHS, ids=lambda size: str(size[0]))
def test_cards_come_in_two_kinds_and_no_letter_falls_to_a_default(
    size: tuple[int, int], handbook: Handbook, page: Page, address: str
) -> None:
    """A card lies on the page with a shadow, or is a flat tint of it, with a bar where it warns."""
    page.set_viewport_size({"width": size[0], "height": size[1]})
    for path in page_types(handbook):
        page.goto("about:blank")
        page.goto(f"{address}{path}")
        assert set(page.evaluate(CARDS)) <= {"raised", "flat"}, (path, page.evaluate(CARDS))
        families = page.evaluate(
            "[...new Set([...document.querySelectorAll('body, body *')]"
            ".map(each => getComputedStyle(each).fontFamily))]"
        )
        assert [each for each in families if not re.search(r"\bsans-serif$", each)] == [], path


HINT = """input => {
  const style = getComputedStyle(input), pen = document.createElement("canvas").getContext("2d")
  pen.font = style.font
  const taken = ["borderLeftWidth", "paddingLeft", "paddingRight", "borderRightWidth"]
  const room = input.offsetWidth - taken.reduce((sum, name) => sum + parseFloat(style[name]), 0)
  return room - pen.measureText(input.placeholder).width
}"""


@pytest.mark.parametrize("width", [800, 1024, 1215, 1216, 1280])
def test_the_hint_in_the_search_is_whole_on_every_window(width: int, page: Page, address: str) -> None:
    page.set_viewport_size({"width": width, "height": 700})
    page.goto(f"{address}exercises/")
    assert page.locator(".md-search__input").evaluate(HINT) >= 0
    over = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
    assert page.evaluate(over) <= 0
