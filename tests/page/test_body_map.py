"""The body map of the built site: every part a link, on the figure and in the list, for every reader."""

import pytest
from playwright.sync_api import Browser, Page

from generator.handbook import Handbook

ZONE = ".map-zone"
NAMES = ".map-names a"
LEAST_TARGET = 24
"""px, WCAG 2.2 target size (minimum)."""
ALL_ZONES = """zones => zones.map(zone => {
  const box = zone.getBoundingClientRect()
  const [name, to] = [zone.getAttribute('aria-label'), zone.getAttribute('xlink:href')]
  return { name, to, side: Math.min(box.width, box.height) }
})"""


@pytest.fixture
def body_map(page: Page, address: str) -> Page:
    """The body map on a phone."""
    page.set_viewport_size({"width": 390, "height": 844})
    page.goto(f"{address}body-map/")
    return page


def test_every_part_is_on_the_figure_and_in_the_list(body_map: Page, handbook: Handbook) -> None:
    areas = {muscle.area for muscle in handbook.muscles.values()}
    names = {handbook.areas[area].name for area in areas}
    assert set(body_map.locator(NAMES).all_inner_texts()) == names
    zones = body_map.eval_on_selector_all(ZONE, ALL_ZONES)
    assert {zone["name"] for zone in zones} == names
    assert {zone["to"] for zone in zones} == {f"../exercises/{area}/" for area in areas}


def test_every_part_is_large_enough_to_touch(body_map: Page) -> None:
    zones = body_map.eval_on_selector_all(ZONE, ALL_ZONES)
    largest = {
        zone["name"]: max(each["side"] for each in zones if each["name"] == zone["name"]) for zone in zones
    }
    assert [name for name, side in largest.items() if side < LEAST_TARGET] == []
    heights = body_map.eval_on_selector_all(NAMES, "links => links.map(each => each.offsetHeight)")
    assert min(heights) >= LEAST_TARGET


def test_the_keyboard_reaches_a_part_and_follows_it(body_map: Page) -> None:
    body_map.locator(f'{ZONE}[aria-label="Neck"]').first.focus()
    body_map.keyboard.press("Enter")
    body_map.wait_for_url("**/exercises/neck/")


def test_a_part_says_when_to_get_help_before_anything_else(body_map: Page, handbook: Handbook) -> None:
    text = body_map.inner_text("article")
    asked = [each.sign for each in handbook.safety.signs.values() if {"upper-back", "neck"} & {*each.areas}]
    assert asked and [sign for sign in asked if sign not in text] == []
    body_map.click(f"{NAMES} >> text=Upper back")
    body_map.wait_for_url("**/exercises/upper-back/")
    headings = body_map.locator("article h2").all_inner_texts()
    assert headings[0] == "Get help first for"


def test_the_map_works_without_javascript(browser: Browser, address: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{address}body-map/")
    shoulder = page.locator(f'{ZONE}[aria-label="Shoulders"] path').first
    box = shoulder.bounding_box()
    assert box is not None
    shoulder.click(position={"x": box["width"] * 0.08, "y": box["height"] * 0.5})
    page.wait_for_url("**/exercises/shoulders/")
    context.close()
