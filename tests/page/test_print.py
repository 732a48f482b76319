"""Any page on paper: no chrome, no blank page, nothing cut off at the right, no addresses spilled."""

import io

import pypdf
import pytest
from playwright.sync_api import Page

from generator.handbook import Handbook
from tests.paper import words

KINDS = ("exercises", "guidance", "routines")
MOST_PAGES = 4
CHROME = ("Skip to content", "Back to top", "My sheet", "Add to my sheet", "Report a problem", "Made with")
"""Words that only make sense on a screen."""
CUT_OFF = """() => [...document.querySelectorAll("main :is(p, li, h1, h2, h3, td, dd, svg, figure)")]
  .filter(each => each.checkVisibility() && each.getBoundingClientRect().right > innerWidth + 1)
  .map(each => each.textContent.trim().slice(0, 40))"""
ONE_LEAF = 2
"""Pages of an exercise: front and back."""
LONGEST = 5
"""Exercises with the most words, which stand for all."""
PRINTED_WIDTH = 688
"""CSS pixels between the 14 mm margins of A4."""


def _address(kind: str, handbook: Handbook) -> tuple[str, str]:
    """The longest page of a kind, and a line that must be on it."""
    if kind == "exercises":
        exercise = max(handbook.exercises.values(), key=lambda each: len(each.model_dump_json()))
        return exercise.address, exercise.steps[-1].do
    if kind == "routines":
        routine = max(handbook.routines.values(), key=lambda each: len(each.items))
        return routine.address, routine.move_on
    page = handbook.pages["guidance/red-flags"]
    return page.address, next(reversed(handbook.safety.signs.values())).sign


@pytest.mark.parametrize("paper", ["A4", pytest.param("Letter", marks=pytest.mark.audit)])
@pytest.mark.parametrize("kind", KINDS)
def test_a_page_prints_without_the_screen(
    kind: str, paper: str, page: Page, address: str, handbook: Handbook
) -> None:
    path, line = _address(kind, handbook)
    page.goto(f"{address}{path}/")
    printed = pypdf.PdfReader(io.BytesIO(page.pdf(format=paper, print_background=True)))
    texts = [words(each.extract_text()) for each in printed.pages]
    assert len(texts) <= MOST_PAGES and all(texts)
    assert words(line) in "".join(texts)
    assert [chrome for chrome in CHROME if words(chrome) in "".join(texts)] == []
    assert "http" not in "".join(texts)


@pytest.mark.parametrize("kind", KINDS)
def test_nothing_is_cut_off_at_the_margin(kind: str, page: Page, address: str, handbook: Handbook) -> None:
    page.set_viewport_size({"width": PRINTED_WIDTH, "height": 1000})
    page.goto(f"{address}{_address(kind, handbook)[0]}/")
    page.emulate_media(media="print")
    assert page.evaluate(CUT_OFF) == []


def test_an_exercise_takes_one_leaf_with_the_emergency_number_on_it(
    page: Page, address: str, handbook: Handbook
) -> None:
    longest = sorted(handbook.exercises.values(), key=lambda each: -len(each.model_dump_json()))[:LONGEST]
    for exercise in longest:
        page.goto(f"{address}{exercise.address}/")
        printed = pypdf.PdfReader(io.BytesIO(page.pdf(format="A4", print_background=True)))
        assert len(printed.pages) <= ONE_LEAF, exercise.name
        assert words(handbook.publisher.emergency[0].number) in words(printed.pages[-1].extract_text())
