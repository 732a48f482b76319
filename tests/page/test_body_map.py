"""The body map of the built site: every part a link, on the figure and in the list, for every reader."""

import pytest
from playwright.sync_api import Page

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


DOWN_THE_MIDDLE = """figure => {
  figure.scrollIntoView()
  const box = figure.getBoundingClientRect(), steps = [...Array(60).keys()].map(n => n / 60)
  return steps.map(at => document.elementFromPoint(box.left + box.width / 2, box.top + box.height * at))
    .map(found => Boolean(found?.closest(".map-zone")))
}"""


def test_no_place_between_two_parts_is_dead(body_map: Page) -> None:
    """A low back hurts in its middle, just where two muscles leave a gap."""
    body_map.set_viewport_size({"width": 390, "height": 1200})
    for figure in body_map.locator(".map-figure svg").all():
        met = figure.evaluate(DOWN_THE_MIDDLE)
        first, last = met.index(True), len(met) - met[::-1].index(True)
        assert last - first > 10 and all(met[first:last])


MOST_STOPS = 80
"""Of the Tab key on the whole page."""
TABS = 40
LIT = "each => getComputedStyle(each).getPropertyValue('--map-tone')"


def test_the_keyboard_finds_every_part_once_and_follows_it(body_map: Page) -> None:
    """In the list alone; the part lights up on the figure, which says each of them on both of its sides."""
    names = body_map.locator(NAMES).all_inner_texts()
    found: list[str] = []
    for _ in range(TABS):
        body_map.keyboard.press("Tab")
        found.append(str(body_map.evaluate("document.activeElement.innerText")))
        assert not body_map.evaluate("document.activeElement.matches('.map-zone')")
        if found[-1] == names[0]:
            break
    assert found[-1] == names[0]
    here, other = (body_map.locator(f'{ZONE}[aria-label="{name}"]').first for name in names[:2])
    assert here.evaluate(LIT) != other.evaluate(LIT)
    lit = here.evaluate(LIT)
    body_map.keyboard.press("Tab")
    assert other.evaluate(LIT) == lit
    assert here.evaluate(LIT) != lit
    body_map.keyboard.press("Shift+Tab")
    body_map.keyboard.press("Enter")
    body_map.wait_for_url("**/exercises/neck/")


def test_the_keyboard_is_soon_through_the_page(body_map: Page) -> None:
    stops = "all => all.filter(each => each.checkVisibility() && each.tabIndex >= 0).length"
    every = body_map.locator("a[href], .map-zone, button, input, summary, [tabindex]")
    assert every.evaluate_all(stops) <= MOST_STOPS


def test_a_part_says_when_to_get_help_before_anything_else(body_map: Page, handbook: Handbook) -> None:
    text = body_map.inner_text("article")
    asked = [each.sign for each in handbook.safety.signs.values() if {"upper-back", "neck"} & {*each.areas}]
    assert asked and [sign for sign in asked if sign not in text] == []
    body_map.click(f"{NAMES} >> text=Upper back")
    body_map.wait_for_url("**/exercises/upper-back/")
    headings = body_map.locator("article h2").all_inner_texts()
    assert headings[0] == "Get help first for"


def test_the_map_works_without_javascript(plain_page: Page, address: str) -> None:
    page = plain_page
    page.goto(f"{address}body-map/")
    box = page.locator(f'{ZONE}[aria-label="Shoulders"] .map-number').first.bounding_box()
    assert box is not None
    page.mouse.click(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    page.wait_for_url("**/exercises/shoulders/")


def test_a_part_shows_its_name_when_it_is_pointed_at(body_map: Page) -> None:
    for zone in body_map.locator(ZONE).all():
        number, name = zone.locator(".map-number"), zone.locator(".map-name")
        assert name.evaluate("each => getComputedStyle(each).opacity") == "0"
        box = number.bounding_box()
        assert box is not None
        body_map.mouse.move(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
        assert name.evaluate("each => getComputedStyle(each).opacity") == "1"
        assert name.text_content() == zone.get_attribute("aria-label")


def test_a_muscle_shows_itself_alone(page: Page, address: str) -> None:
    page.goto(f"{address}muscles/erector-spinae-lumbar/")
    shown = page.locator(".muscle-alone .f-muscle")
    assert set(shown.evaluate_all("all => all.map(each => each.dataset.muscle)")) == {"erector-spinae-lumbar"}
