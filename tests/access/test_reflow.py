"""Pages stay whole for readers who enlarge, space out, recolour, or hold still what they read."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page

from generator.handbook import Handbook
from tests.kinds import KINDS
from tests.styling import restyle

SPACED = """* { line-height: 1.5 !important; letter-spacing: .12em !important }
* { word-spacing: .16em !important }
p { margin-bottom: 2em !important }"""
"""The distances of WCAG 1.4.12."""
WIDE = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
MOVING = "document.getAnimations().filter(each => each.playState === 'running').length"
COVERED = """() => {
  const each = document.activeElement
  const box = each.getBoundingClientRect()
  if (!box.width || each === document.body) return ""
  const [x, y] = [Math.min(Math.max(box.x + box.width / 2, 1), innerWidth - 1), box.y + box.height / 2]
  const top = document.elementFromPoint(x, y)
  if (each.ownerSVGElement?.contains(top)) return "" // the middle of a bent shape may lie in its neighbour
  const seen = top && (each.contains(top) || top.contains(each) || each.labels?.[0]?.contains(top))
  return seen ? "" : each.outerHTML.slice(0, 120)
}"""
TABS = 40
TOO_WIDE_ON_PURPOSE = ("sheet", "days on paper")
"""Paper has one width; on a small screen it is looked at, and the page it came from is read."""


@pytest.fixture(scope="module")
def small(browser: Browser) -> Iterator[Page]:
    """A page of 320 pixels: a small phone, or a laptop's page four times as large."""
    context = browser.new_context(
        viewport={"width": 320, "height": 256}, service_workers="block", reduced_motion="reduce"
    )
    yield context.new_page()
    context.close()


@pytest.mark.parametrize("kind", [kind for kind in KINDS if kind not in TOO_WIDE_ON_PURPOSE])
def test_a_page_fits_320_pixels_with_room_between_letters(
    kind: str, handbook: Handbook, small: Page, address: str
) -> None:
    small.goto(f"{address}{KINDS[kind](handbook)}")
    small.wait_for_timeout(200)
    assert small.evaluate(WIDE) <= 0
    assert small.evaluate(MOVING) == 0
    restyle(small, SPACED)
    assert small.evaluate(WIDE) <= 0


@pytest.mark.parametrize("kind", ["home", "exercise", "finder", "builder", "guided start"])
def test_the_keyboard_is_never_led_under_something(
    kind: str, handbook: Handbook, page: Page, address: str
) -> None:
    page.set_viewport_size({"width": 390, "height": 600})
    page.goto(f"{address}{KINDS[kind](handbook)}")
    page.wait_for_timeout(200)
    found = []
    for _ in range(TABS):
        page.keyboard.press("Tab")
        found.append(covered(page))
    assert [each for each in found if each] == []


def covered(page: Page) -> str:
    """What has the focus, if something lies over it once the page has scrolled there."""
    for _ in range(10):
        if not (found := str(page.evaluate(COVERED))):
            break
        page.wait_for_timeout(100)
    return found
