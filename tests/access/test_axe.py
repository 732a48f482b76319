"""axe-core finds nothing on any kind of page: light and dark, laptop and phone, whatever is open."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from generator.handbook import Handbook
from tests.access.judging import faults
from tests.drawing import PATIENCE
from tests.kinds import KINDS


@pytest.fixture(scope="module")
def still(browser: Browser) -> Iterator[Page]:
    """One page for all that axe looks at; nothing moves, so that no colour is caught half way."""
    context = browser.new_context(service_workers="block", reduced_motion="reduce")
    yield context.new_page()
    context.close()


FEW_OF_ALIKE = """document.querySelectorAll("main :is(ul, ol)").forEach(list =>
  [...list.children].slice(12).forEach(each => each.remove()))"""
"""Rows of the long index stand for each other here; `make audit` judges them all."""


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_of_page(kind: str, handbook: Handbook, still: Page, address: str) -> None:
    still.goto(f"{address}{KINDS[kind](handbook)}")
    still.evaluate(FEW_OF_ALIKE)
    assert "\n".join(faults(still, kind)) == ""


def test_an_open_search(still: Page, address: str) -> None:
    still.goto(address)
    still.keyboard.press("/")
    still.keyboard.type("stiff neck")
    expect(still.locator(".md-search-result__item").first).to_be_visible()
    assert "\n".join(faults(still, "search")) == ""


def test_the_builder_with_a_sheet(handbook: Handbook, still: Page, address: str) -> None:
    still.goto(f"{address}build/#from={next(iter(handbook.routines))}")
    expect(still.locator(".card").first).to_be_visible()
    for each in still.locator("main details, .md-content details").all():
        each.evaluate("each => { each.open = true }")
    assert "\n".join(faults(still, "builder")) == ""


def test_the_player(handbook: Handbook, still: Page, address: str) -> None:
    still.goto(f"{address}{next(iter(handbook.routines.values())).address}/")
    still.locator("[data-follow] button").first.click()
    expect(still.locator(".follow-start")).to_be_visible()
    found = faults(still, "player, before")
    still.locator(".follow-start").click()
    found += faults(still, "player, running")
    assert "\n".join(found) == ""


def test_an_open_film(handbook: Handbook, drawing: Browser, address: str) -> None:
    page = drawing.new_page(service_workers="block", reduced_motion="reduce")
    page.goto(f"{address}{next(iter(handbook.exercises.values())).address}/")
    page.locator(".film-open").click()
    expect(page.locator(".film.is-open canvas")).to_be_visible(timeout=PATIENCE)
    found = faults(page, "film")
    page.close()
    assert "\n".join(found) == ""
