"""Where a picture is small its finest lines drop out, on screen and on paper; its outline never does."""

from pathlib import Path
from typing import Literal

import pytest
from playwright.sync_api import Browser

STYLE = Path(__file__).parents[2] / "docs" / "assets" / "figures" / "style.css"
FINE, OUTLINE = (
    {"f-fine", "f-tail", "f-strand"},
    {"f-line", "f-under", "f-rim", "f-before", "f-fold", "f-hem", "f-edge", "f-target"},
)
SHOWN = """() => [...document.querySelectorAll("path")]
  .filter(each => getComputedStyle(each).display != "none")
  .map(each => each.classList[0])"""


@pytest.mark.parametrize("medium", ["screen", "print"])
@pytest.mark.parametrize(
    ("place", "width", "gone"),
    [
        ("frame", 600, set()),
        ("frame", 240, set()),
        ("frame", 150, FINE),
        ("place", 98, FINE),
    ],
)
def test_fine_lines_drop_out_of_small_pictures(
    browser: Browser, medium: Literal["screen", "print"], place: str, width: int, gone: set[str]
) -> None:
    paths = "".join(f'<path class="{name}" d="M0 0h9"/>' for name in sorted(FINE | OUTLINE))
    drawing = f'<svg class="fig" viewBox="0 0 1000 750">{paths}</svg>'
    style = STYLE.read_text(encoding="utf-8")
    page = browser.new_page(service_workers="block")
    page.emulate_media(media=medium)
    page.set_content(f'<style>{style}</style><div class="{place}" style="width:{width}px">{drawing}</div>')
    assert set(page.evaluate(SHOWN)) == (FINE | OUTLINE) - gone
    assert page.locator("svg").bounding_box()["width"] == pytest.approx(width)  # type: ignore[index]
    page.close()
