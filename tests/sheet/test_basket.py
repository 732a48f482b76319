"""From any page onto the reader's own sheet, and the count in the header."""

from playwright.sync_api import Page, expect

from tests.builder.making import names_on, open_builder, sheet_words


def test_an_exercise_goes_from_its_page_to_the_sheet(page: Page, address: str) -> None:
    page.goto(f"{address}exercises/neck/chin-tuck/")
    page.get_by_role("button", name="Add to my sheet").click()
    expect(page.locator(".sheet-count")).to_have_text("1")
    page.goto(f"{address}exercises/#area=upper-back")
    page.get_by_role("button", name="Add to my sheet: Cat-cow").click()
    expect(page.locator(".sheet-count")).to_have_text("2")
    page.get_by_role("link", name="My sheet").click()
    expect(page.locator(".builder-minutes")).to_contain_text("2 exercises")
    assert names_on(page) == ["Chin tuck", "Cat-cow"]
    assert "Chin tuck" in sheet_words(page)


def test_going_back_shows_what_was_added_since(page: Page, address: str) -> None:
    open_builder(page, address, "#1&bridge")
    page.get_by_label("Title").fill("Mine")
    page.get_by_label("Title").blur()
    page.goto(f"{address}exercises/neck/chin-tuck/")
    page.get_by_role("button", name="Add to my sheet").click()
    page.go_back()
    expect(page.locator(".builder-minutes")).to_contain_text("2 exercises")
    assert names_on(page) == ["Bridge", "Chin tuck"]
    assert page.locator(".builder-troubles").inner_text() == ""


def test_a_device_that_keeps_nothing_says_so_on_the_button(page: Page, address: str) -> None:
    page.add_init_script("Storage.prototype.setItem = () => { throw new DOMException('no') }")
    page.goto(f"{address}exercises/neck/chin-tuck/")
    page.locator("[data-add]").first.click()
    expect(page.locator("[data-add]").first).to_contain_text("does not let the page keep anything")
