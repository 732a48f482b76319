"""A reader's way through the built site, in a real browser."""

import pytest
from playwright.sync_api import Page, expect

from generator.handbook import Handbook

PAPER = "getComputedStyle(document.body).backgroundColor"


def test_home_leads_to_help_first(page: Page, address: str) -> None:
    page.goto(address)
    first = page.locator("main a, [role=main] a, .md-content a").first
    expect(first).to_have_attribute("href", "guidance/red-flags/")


def test_search_opens_an_exercise(page: Page, address: str) -> None:
    page.goto(address)
    page.keyboard.press("/")
    page.keyboard.type("chin tuck", delay=30)
    result = page.locator(".md-search-result a", has_text="Chin tuck").first
    result.click()
    expect(page.locator("h1")).to_contain_text("Chin tuck")


def test_every_safety_line_stands_on_an_exercise(page: Page, address: str, handbook: Handbook) -> None:
    """Whoever publishes it, signed or not."""
    exercise = handbook.exercises["chin-tuck"]
    page.goto(f"{address}{exercise.address}/")
    text = page.locator("body").inner_text()
    assert (exercise.review.reviewer or handbook.safety.not_reviewed) in text
    assert all(line.number in text for line in handbook.publisher.emergency)
    assert handbook.safety.red_flag_line in text


def test_the_page_is_complete_without_script(plain_page: Page, address: str) -> None:
    plain_page.goto(f"{address}exercises/neck/chin-tuck/")
    assert "Slide your whole head straight back" in plain_page.locator("body").inner_text()
    plain_page.goto(f"{address}exercises/")
    assert plain_page.locator("a", has_text="Chin tuck").first.is_visible()


@pytest.mark.parametrize("path", ["", "exercises/", "exercises/neck/chin-tuck/", "routines/desk-break-5/"])
@pytest.mark.parametrize("width", [360, 640])
def test_nothing_scrolls_sideways(path: str, width: int, page: Page, address: str) -> None:
    page.set_viewport_size({"width": width, "height": 740})
    page.goto(address + path)
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_the_choice_of_light_or_dark_lasts(page: Page, address: str) -> None:
    page.emulate_media(color_scheme="light")
    page.goto(address)
    light = page.evaluate(PAPER)
    page.get_by_role("button", name="Light or dark").click()
    dark = page.evaluate(PAPER)
    assert dark != light
    page.goto(f"{address}exercises/")
    assert page.evaluate(PAPER) == dark
    page.get_by_role("button", name="Light or dark").click()
    page.reload()
    assert page.evaluate(PAPER) == light


def test_a_lost_reader_gets_help(page: Page, address: str) -> None:
    page.goto(f"{address}exercises/neck/no-such-page/")
    expect(page.locator("body")).to_contain_text("page")
    page.get_by_role("link", name="Signs that need help now").click()
    expect(page).to_have_url(f"{address}guidance/red-flags/")


def test_an_old_page_of_a_renamed_exercise_leads_on(page: Page, address: str) -> None:
    grave = '"tombstones":{"head-slide":{"now":"chin-tuck","since":"2027-01-01","reason":"Renamed."}}'
    page.route(
        "**/browse.json",
        lambda route: route.fulfill(
            body=route.fetch().text().replace('"tombstones":{}', grave), content_type="application/json"
        ),
    )
    page.goto(f"{address}exercises/neck/head-slide/")
    page.get_by_role("link", name="It is now: Chin tuck").click()
    expect(page.locator("h1")).to_have_text("Chin tuck")
