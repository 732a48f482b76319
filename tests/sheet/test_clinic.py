"""A clinic that makes the book its own stands on its sheets, by name and mark; ours has none to show."""

import io
import json
from dataclasses import replace

import pypdf
import pytest
from playwright.sync_api import Page, Route, expect

from generator.handbook import Handbook
from generator.pages import render_site

CLINIC = "Example Clinic for Sore Backs"
SHEET = "docs/routines/tiny/sheet/index.md"
CELL = f'<td class="head-logo"><img src="../../../mark.svg" alt=""><b>{CLINIC}</b></td>'


def test_a_ready_sheet_bears_the_clinic_that_the_handbook_names(spanish: Handbook) -> None:
    theirs = replace(spanish, publisher=spanish.publisher.model_copy(update={"clinic": CLINIC}))
    assert CELL in render_site(theirs, {})[SHEET]
    assert json.loads(render_site(theirs, {})["docs/browse.json"])["lines"]["clinic"] == CLINIC
    assert "head-logo" not in render_site(spanish, {})[SHEET]


@pytest.mark.parametrize("slug", ["first-days-gentle", "maintenance-3x-week"])
def test_there_is_room_for_it_on_one_page(slug: str, page: Page, address: str) -> None:
    page.goto(f"{address}routines/{slug}/sheet/#letter")
    page.wait_for_selector(".bar-options", state="attached")
    page.evaluate(
        "cell => document.querySelector('.head-title').insertAdjacentHTML('beforebegin', cell)", CELL
    )
    page.wait_for_function("document.querySelector('.head-logo img').naturalWidth > 0")
    printed = pypdf.PdfReader(io.BytesIO(page.pdf(prefer_css_page_size=True, print_background=True)))
    assert len(printed.pages) == 1 and "Example" in printed.pages[0].extract_text()


def test_so_does_a_sheet_of_ones_own(page: Page, address: str) -> None:
    def named(route: Route) -> None:
        found = route.fetch().json()
        route.fulfill(json={**found, "lines": {**found["lines"], "clinic": CLINIC}})

    page.route("**/browse.json", named)
    page.goto(f"{address}build/#1&t=Mine&chin-tuck")
    logo = page.locator(".sheet .head-logo")
    expect(logo).to_have_text(CLINIC)
    assert logo.locator("img").evaluate("each => each.decode().then(() => each.naturalWidth > 0)")
