"""A reader's own colours, and the dark: controls keep an edge, paper stays paper, prints take no more ink."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from generator.handbook import Handbook
from tests.kinds import KINDS
from tests.paper import ink

EDGELESS = """() => {
  const drawn = "[type=checkbox], [type=radio], [type=file]"        // by the browser itself
  const ground = getComputedStyle(document.body).backgroundColor
  const bare = style => ["Top", "Right", "Bottom", "Left"]
    .some(side => parseFloat(style[`border${side}Width`]) < 1 || style[`border${side}Color`] === ground)
  return [...document.querySelectorAll(`button, select, textarea, .act a, input:not(${drawn})`)]
    .filter(each => each.checkVisibility() && bare(getComputedStyle(each)))
    .map(each => each.outerHTML.slice(0, 90))
}"""
SHEETS = ("sheet", "builder")
SAME_INK = 0.005
"""Of the first page."""
LIGHT, DARK = 200, 60
"""Levels of grey that paper is above and a desk in the dark is below."""


@pytest.fixture(scope="module")
def forced(browser: Browser) -> Iterator[Page]:
    """A page in a reader's own few colours."""
    context = browser.new_context(service_workers="block", forced_colors="active")
    yield context.new_page()
    context.close()


@pytest.fixture(scope="module")
def dark(browser: Browser) -> Iterator[Page]:
    """A laptop's page of a reader whose system is dark."""
    context = browser.new_context(
        service_workers="block", color_scheme="dark", viewport={"width": 1280, "height": 900}
    )
    yield context.new_page()
    context.close()


def _open(page: Page, address: str, handbook: Handbook, kind: str) -> None:
    routine = next(iter(handbook.routines))
    page.goto("about:blank")
    page.goto(f"{address}build/#from={routine}" if kind == "builder" else f"{address}{KINDS[kind](handbook)}")
    if kind in SHEETS:
        expect(page.locator(".sheet .place svg").first).to_be_visible()


@pytest.mark.parametrize("kind", KINDS)
def test_every_control_has_an_edge_in_a_readers_own_colours(
    kind: str, handbook: Handbook, forced: Page, address: str
) -> None:
    _open(forced, address, handbook, kind)
    for each in forced.locator("main details, .bar details, .md-content details").all():
        each.evaluate("each => { each.open = true }")
    assert forced.evaluate(EDGELESS) == []


def test_the_page_one_is_on_is_marked_in_a_readers_own_colours(
    handbook: Handbook, forced: Page, address: str
) -> None:
    _open(forced, address, handbook, "routines")
    edge = "each => getComputedStyle(each).borderBottomColor"
    ground = forced.evaluate("getComputedStyle(document.body).backgroundColor")
    links = forced.locator(".top-links a")
    marked = [each.get_attribute("aria-current") for each in links.all() if each.evaluate(edge) != ground]
    assert marked and None not in marked


@pytest.mark.parametrize("kind", SHEETS)
def test_drawings_of_a_sheet_lie_on_white_in_a_readers_own_colours(
    kind: str, handbook: Handbook, forced: Page, address: str
) -> None:
    _open(forced, address, handbook, kind)
    place = forced.locator(".sheet .place").first
    assert place.evaluate("each => getComputedStyle(each).backgroundColor") == "rgb(255, 255, 255)"


@pytest.mark.parametrize("kind", SHEETS)
def test_a_sheet_is_paper_on_a_dark_desk(kind: str, handbook: Handbook, dark: Page, address: str) -> None:
    _open(dark, address, handbook, kind)
    grey = "each => getComputedStyle(each).backgroundColor.match(/\\d+/g).slice(0, 3).map(Number)"
    assert min(dark.locator(".sheet").evaluate(grey)) > LIGHT
    assert max(dark.locator("body").evaluate(grey)) < DARK
    words = dark.locator(".sheet .how").first.evaluate("each => getComputedStyle(each).color")
    assert words == "rgb(0, 0, 0)"


@pytest.mark.parametrize("kind", ("exercise", "routine", "sheet", "builder", "guidance"))
def test_a_print_from_a_dark_page_takes_no_more_ink_than_from_a_light_one(
    kind: str, handbook: Handbook, page: Page, dark: Page, address: str, tmp_path: Path
) -> None:
    taken = []
    for each in (page, dark):
        _open(each, address, handbook, kind)
        file = tmp_path / "print.pdf"
        file.write_bytes(each.pdf(format="A4", print_background=True))
        taken.append(ink(file, tmp_path))
    assert taken[1] == pytest.approx(taken[0], abs=SAME_INK)


CONTRAST = """() => {
  const pen = document.createElement("canvas").getContext("2d", { willReadFrequently: true })
  const bright = colour => {
    pen.fillStyle = colour
    pen.fillRect(0, 0, 1, 1)
    const [r, g, b] = [...pen.getImageData(0, 0, 1, 1).data].map(each => each / 255)
      .map(each => each <= .04045 ? each / 12.92 : ((each + .055) / 1.055) ** 2.4)
    return .2126 * r + .7152 * g + .0722 * b
  }
  const ground = each => {
    for (; each; each = each.parentElement) {
      const { backgroundColor } = getComputedStyle(each)
      if (!/^rgba\\(.*, 0\\)$/.test(backgroundColor)) return backgroundColor
    }
    return "white"
  }
  const ratio = (a, b) => (Math.max(a, b) + .05) / (Math.min(a, b) + .05)
  const line = each => getComputedStyle(each)[each.matches("path") ? "stroke" : "borderTopColor"]
  const fields = "select, textarea, input:not([type=checkbox], [type=radio], [type=file]), path.map-shape"
  return [...document.querySelectorAll(fields)].filter(each => each.checkVisibility())
    .map(each => [each.outerHTML.slice(0, 70), ratio(bright(line(each)), bright(ground(each.parentElement)))])
    .filter(([, found]) => found < 3)
}"""


@pytest.mark.parametrize("scheme", ["default", "slate"])
@pytest.mark.parametrize("kind", ["home", "builder", "days", "body map", "sheet"])
def test_the_edge_of_a_field_is_seen(
    kind: str, scheme: str, handbook: Handbook, page: Page, address: str
) -> None:
    """WCAG 1.4.11, which axe-core does not look at."""
    _open(page, address, handbook, kind)
    page.evaluate("scheme => { document.documentElement.dataset.mdColorScheme = scheme }", scheme)
    for each in page.locator("main details, .bar details, .md-content details").all():
        each.evaluate("each => { each.open = true }")
    assert page.evaluate(CONTRAST) == []
