"""The quick look: an exercise over the list, by keyboard too, moving where asked, and back again."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from generator.handbook import Handbook
from generator.model.exercise import Exercise
from generator.pages.doses import dose_line
from tests.drawing import PATIENCE, page_that_draws


@pytest.fixture
def filmed(handbook: Handbook, site: Path) -> Exercise:
    """An exercise that has a film."""
    films: dict[str, object] = json.loads((site / "films" / "films.json").read_text())["films"]
    return handbook.exercises[next(iter(films))]


def looked(page: Page, address: str, exercise: Exercise) -> None:
    """Open the finder, and the look at an exercise by keyboard."""
    page.goto(f"{address}exercises/")
    opener = page.get_by_role("button", name=f"Look at {exercise.name}", exact=True)
    opener.focus()
    page.keyboard.press("Enter")
    expect(page.get_by_role("dialog", name=exercise.name)).to_be_visible(timeout=PATIENCE)


def test_a_look_shows_picture_dose_and_the_way_on(
    page: Page, address: str, handbook: Handbook, filmed: Exercise
) -> None:
    looked(page, address, filmed)
    dialog = page.get_by_role("dialog")
    expect(dialog).to_contain_text(dose_line(handbook, filmed, filmed.dose))
    expect(dialog).to_contain_text("Stop")
    assert dialog.locator("img").evaluate(
        "async image => { await image.decode(); return image.naturalWidth }"
    )
    dialog.get_by_role("link").click()
    page.wait_for_url(f"{address}{filmed.address}/")


def test_escape_leads_back_to_the_card(page: Page, address: str, filmed: Exercise) -> None:
    looked(page, address, filmed)
    page.keyboard.press("Escape")
    expect(page.get_by_role("dialog")).to_have_count(0)
    expect(page.get_by_role("button", name=f"Look at {filmed.name}", exact=True)).to_be_focused()


def test_what_a_caution_asks_is_said_in_the_look(page: Page, address: str, handbook: Handbook) -> None:
    exercise = next(
        each
        for each in handbook.exercises.values()
        if any(care.caution == "osteoporosis" and not care.skip for care in each.care)
    )
    line = next(care.do for care in exercise.care if care.caution == "osteoporosis")
    page.goto("about:blank")
    page.goto(f"{address}exercises/#without=osteoporosis")
    page.get_by_role("button", name=f"Look at {exercise.name}", exact=True).click()
    expect(page.get_by_role("dialog")).to_contain_text(line)


def test_nothing_of_the_look_is_fetched_before_the_tap(page: Page, address: str, filmed: Exercise) -> None:
    late = re.compile(r"look\.(js|css)|films\.json|\.film$|player\.js|open\.js")
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(f"{address}exercises/", wait_until="networkidle")
    expect(page.get_by_role("button", name=f"Look at {filmed.name}", exact=True)).to_be_visible()
    assert [url for url in asked if late.search(url)] == []


@pytest.fixture
def moving(drawing: Browser, address: str) -> Iterator[Page]:
    """A page that draws WebGL in software, and where a script error fails the test."""
    with page_that_draws(drawing) as opened:
        yield opened


def test_the_figure_moves_in_the_look(moving: Page, address: str, filmed: Exercise) -> None:
    moving.emulate_media(reduced_motion="reduce")
    looked(moving, address, filmed)
    moving.get_by_role("button", name="See it move").click()
    moving.wait_for_function("() => document.querySelector('.look canvas')?.width > 300")
    moving.get_by_role("button", name="Picture B").click()
    expect(moving.locator(".look .film-said")).to_contain_text("Picture B", timeout=PATIENCE)
    moving.keyboard.press("Escape")
    expect(moving.locator("canvas")).to_have_count(0)
    expect(moving.get_by_role("button", name=f"Look at {filmed.name}", exact=True)).to_be_focused()
