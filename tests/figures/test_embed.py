"""The moving figure on other people's pages and slides."""

from __future__ import annotations

import json
import mimetypes
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, Page, Route, expect

from tests.conftest import ROOT
from tests.drawing import PATIENCE
from tests.figures.test_player import grey

CLINIC = "https://clinic.test/"
BOOK = "https://book.test/handbook/"
MORE = {"Access-Control-Allow-Origin": "*"}
"""What GitHub Pages sends with every file."""


@pytest.fixture
def clinic(site: Path, drawing: Browser) -> Iterator[Page]:
    """A page of another site, which knows the handbook by its address alone."""
    asked: list[str] = []

    def answer(route: Route) -> None:
        url = route.request.url
        asked.append(urlsplit(url).netloc)
        file = site / url.removeprefix(BOOK)
        kind = mimetypes.guess_type(file.name)[0] or "application/octet-stream"
        if url.startswith(BOOK) and file.is_file():
            route.fulfill(body=file.read_bytes(), content_type=kind, headers=MORE)
        else:
            route.fulfill(body="<!doctype html><title>Clinic</title>", content_type="text/html")

    page = drawing.new_page(reduced_motion="reduce")
    page.set_default_timeout(PATIENCE)
    page.route("**/*", answer)
    page.goto(CLINIC)
    yield page
    page.close()
    assert set(asked) <= {"clinic.test", "book.test"}


def embedded(page: Page, exercise: str) -> None:
    """Put the two lines of the guide on the page."""
    guide = (ROOT / "content" / "pages" / "guidance" / "moving-figures.md").read_text(encoding="utf-8")
    lines = [line.strip() for line in guide.splitlines() if line.startswith("    <")]
    source = lines[0].partition('src="')[2].partition('"')[0]
    own = BOOK + source[source.index("assets/") :]
    page.add_script_tag(url=own, type="module")
    page.evaluate(
        "html => document.body.insertAdjacentHTML('beforeend', html)", exercise_in(lines[1], exercise)
    )


def exercise_in(line: str, exercise: str) -> str:
    """Return the guide's element for another exercise."""
    before, _, after = line.partition('exercise="')
    return f'{before}exercise="{exercise}"{after[after.index(chr(34)) :]}'


@pytest.fixture
def slug(site: Path) -> str:
    """An exercise that has a film."""
    films: dict[str, object] = json.loads((site / "films" / "films.json").read_text())["films"]
    return next(iter(films))


def test_two_lines_show_a_figure_with_licence_and_link(clinic: Page, slug: str) -> None:
    embedded(clinic, slug)
    own = clinic.locator("moving-figure")
    expect(clinic.get_by_role("img")).to_be_visible(timeout=PATIENCE)
    expect(own.get_by_role("link")).to_have_count(3, timeout=PATIENCE)
    assert (own.locator("a").first.get_attribute("href") or "").startswith(BOOK)
    picture = "() => document.querySelector('moving-figure').shadowRoot.querySelector('canvas').toDataURL()"
    clinic.wait_for_function(f"({picture})().length > 5000")
    before = clinic.evaluate(picture)
    clinic.get_by_role("button", name="Picture B").click()
    clinic.wait_for_function(f"before => ({picture})() !== before", arg=before)


def test_an_unknown_exercise_is_said(clinic: Page) -> None:
    embedded(clinic, "no-such-exercise")
    expect(clinic.get_by_text('There is no figure "no-such-exercise"')).to_be_visible(timeout=PATIENCE)


def film(*words: str) -> subprocess.CompletedProcess[str]:
    """Call `python -m generator film`."""
    return subprocess.run(
        [sys.executable, "-m", "generator", "film", *words], cwd=ROOT, capture_output=True, text=True
    )


def test_slides_get_pictures_that_move(site: Path, slug: str) -> None:
    assert film(slug, "--count", "3").returncode == 0
    folder = ROOT / "build" / "film" / slug
    first, second, _ = (grey(file.read_bytes()) for file in sorted(folder.iterdir()))
    assert first.shape == second.shape
    assert (abs(first - second) > 40).mean() > 0.001


def test_slides_of_what_has_no_film_are_refused(site: Path) -> None:
    refused = film("no-such-exercise")
    assert refused.returncode == 2
    assert "no film of 'no-such-exercise'" in refused.stderr
