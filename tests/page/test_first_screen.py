"""The first message of a page stands in the first screen of a phone: on every page, of every kind."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Page, ViewportSize

from generator.handbook import Handbook
from tests.kinds import KINDS

PHONE: ViewportSize = {"width": 375, "height": 667}
ANY = ("h1", ".main-message, .lead")
FIRST: dict[str, tuple[str, ...]] = {
    "home": ("h1", ".door-help", ".door-start"),
    "sheet": (".sheet h1", ".sheet .head-title"),
    "days on paper": (".sheet h1",),
    "not here": ("h1",),
    "exercise": ("h1", ".doing-title .lead", ".doing-side .flag", ".dose-main"),
}
"""Kind of page -> what tells its first message; all other kinds have ANY."""
PICTURE = 48
"""Pixels of an exercise's first picture that stand above the bar with its dose, at least."""
ENDS = """wanted => wanted.map(each => {
  const found = [...document.querySelectorAll(each)].find(one => one.checkVisibility())
  return found ? Math.round(found.getBoundingClientRect().bottom) : 0
})"""
OF_PICTURE = """() => document.querySelector(".dose-now").getBoundingClientRect().top
  - document.querySelector(".panel .frame").getBoundingClientRect().top"""


def _pages(handbook: Handbook) -> Iterator[tuple[str, str]]:
    """Every page of the kinds of which there are many, and one of each other kind."""
    yield from (("exercise", f"{each.address}/") for each in handbook.exercises.values())
    yield from (("routine", f"{each.address}/") for each in handbook.routines.values())
    yield from (("guidance", f"{path}/") for path in handbook.pages if path)
    yield from (("muscle", f"muscles/{id}/") for id in handbook.muscles)
    yield from (("area", f"exercises/{each.area}/") for each in handbook.exercises.values())


def _hidden(page: Page, address: str, kind: str, path: str) -> list[str]:
    """What of a page's first message lies below the first screen, or is not there."""
    page.goto(address + path, wait_until="domcontentloaded")
    wanted = FIRST.get(kind, ANY)
    ends = zip(wanted, page.evaluate(ENDS, list(wanted)), strict=True)
    found = [f"{path} {each} ends at {end}" for each, end in ends if not 0 < end <= PHONE["height"]]
    if kind == "exercise" and (seen := page.evaluate(OF_PICTURE)) < PICTURE:
        found.append(f"{path} shows {seen:.0f} pixels of its picture")
    return found


@pytest.mark.parametrize("kind", KINDS)
def test_the_first_message_stands_in_the_first_screen(
    kind: str, handbook: Handbook, page: Page, address: str
) -> None:
    page.set_viewport_size(PHONE)
    assert _hidden(page, address, kind, KINDS[kind](handbook)) == []


RARER = tuple(
    pytest.param(each, marks=pytest.mark.audit) for each in ("routine", "guidance", "muscle", "area")
)


@pytest.mark.parametrize("kind", ["exercise", *RARER])
def test_it_does_so_on_every_page_of_its_kind(
    kind: str, handbook: Handbook, page: Page, address: str
) -> None:
    page.set_viewport_size(PHONE)
    paths = dict.fromkeys(path for each, path in _pages(handbook) if each == kind)
    assert [found for path in paths for found in _hidden(page, address, kind, path)] == []
