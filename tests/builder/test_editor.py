"""The reader's own sheet: made by mouse or keys alone, kept in the address, every change undone."""

import re

import pytest
from playwright.sync_api import Browser, Page, expect

from generator.handbook import Handbook
from generator.pages.doses import minutes
from tests.builder.making import EIGHT, HOSTILE, hash_of, names_on, open_builder, sheet_words, write


def test_a_link_opens_the_same_sheet_elsewhere(page: Page, address: str, browser: Browser) -> None:
    open_builder(page, address, "#1&chin-tuck&cat-cow")
    write(page.get_by_label("Title"), "For the train")
    write(page.get_by_label("Hold (seconds)").first, "7")
    write(page.get_by_label("Note").first, "Only if it feels good.")
    page.get_by_label("Note").first.blur()
    other = browser.new_context(service_workers="block").new_page()
    other.goto(page.get_by_label("Link to this sheet").input_value())
    expect(other.locator(".builder-minutes")).to_be_visible()
    assert other.locator(".builder-damage").count() == 0
    assert sheet_words(other) == sheet_words(page)
    assert "Hold 7 seconds" in sheet_words(other)
    other.context.close()


def test_ticked_cautions_warn_and_stay_out_of_the_link(page: Page, address: str, handbook: Handbook) -> None:
    exercise = next(each for each in handbook.exercises.values() if any(care.skip for care in each.care))
    care = next(each for each in exercise.care if each.skip)
    open_builder(page, address, f"#1&{exercise.slug}")
    page.locator("summary", has_text="Warn me").click()
    page.get_by_label(handbook.cautions[care.caution].filter).check()
    expect(page.locator(".row-warnings")).to_contain_text(f"Leave out “{exercise.name}”")
    assert care.caution not in hash_of(page)


@pytest.mark.parametrize("slug", ["first-days-gentle", "desk-break-5"])
def test_a_routine_is_a_start(slug: str, page: Page, address: str, handbook: Handbook) -> None:
    routine = handbook.routines[slug]
    open_builder(page, address)
    page.get_by_label("Or start from a routine").select_option(slug)
    page.get_by_role("button", name="Start from it").click()
    assert names_on(page) == [handbook.exercises[item.exercise].name for item in routine.items]
    expect(page.locator(".builder-minutes")).to_contain_text(f"about {minutes(handbook, routine)} minutes")


def test_numbers_outside_the_limits_are_refused(page: Page, address: str) -> None:
    open_builder(page, address, "#1&chin-tuck:5.8.1.3")
    for label, words in (("Times", "51"), ("Sets", "0"), ("Hold (seconds)", "2.5"), ("How often", "")):
        field = page.get_by_label(label, exact=True).first
        before = field.input_value()
        write(field, words)
        field.blur()
        assert field.input_value() == before
        expect(page.locator(".builder-status")).to_contain_text("whole numbers from")
    assert "chin-tuck:5.8.1.3" in hash_of(page)


def test_hostile_links_stay_words(page: Page, address: str) -> None:
    dialogs: list[str] = []
    page.on("dialog", lambda dialog: dialogs.append(dialog.message))
    open_builder(page, address, f"#1&t={HOSTILE}&{HOSTILE}&f={HOSTILE}&chin-tuck~{HOSTILE}&o={HOSTILE}")
    assert names_on(page) == ["Chin tuck"]
    assert "<img src=x onerror=alert(1)>" in sheet_words(page)
    page.get_by_role("button", name="Save on this device").click()
    page.wait_for_timeout(200)
    for place in ("#builder", "#builder-sheet .sheet"):
        assert page.locator(f"{place} :is(img:not([src*='/figures/']), script, iframe)").count() == 0
    assert dialogs == []
    expect(page.locator(".builder-damage")).to_be_visible()


def test_every_change_can_be_undone(page: Page, address: str) -> None:
    open_builder(page, address, "#1&chin-tuck&cat-cow&bridge")
    first = sheet_words(page)
    page.get_by_role("button", name="Remove Cat-cow").click()
    page.get_by_role("button", name="Move Bridge up").click()
    write(page.get_by_label("Title"), "Other")
    page.get_by_label("Title").blur()
    assert names_on(page) == ["Bridge", "Chin tuck"]
    for _ in range(3):
        page.get_by_role("button", name="Undo").click()
    assert sheet_words(page) == first
    expect(page.get_by_role("button", name="Undo")).to_be_disabled()


def test_rows_are_dragged(page: Page, address: str) -> None:
    open_builder(page, address, "#1&chin-tuck&cat-cow&bridge")
    page.locator(".builder-rows").scroll_into_view_if_needed()
    start = page.locator(".grip").first.bounding_box()
    end = page.locator(".builder-rows > li").last.bounding_box()
    assert start and end
    page.mouse.move(start["x"] + 8, start["y"] + 8)
    page.mouse.down()
    page.mouse.move(end["x"] + 20, end["y"] + end["height"] / 2, steps=5)
    page.mouse.move(end["x"] + 20, end["y"] + end["height"] - 4, steps=5)
    page.mouse.up()
    assert names_on(page) == ["Cat-cow", "Bridge", "Chin tuck"]


def _tab_to(page: Page, selector: str, back: bool = False) -> None:
    for _ in range(80):
        if page.evaluate("selector => document.activeElement.matches(selector)", selector):
            return
        page.keyboard.press("Shift+Tab" if back else "Tab")
    raise AssertionError(f"{selector} was not reached")


def test_a_sheet_is_made_with_keys_alone(page: Page, address: str) -> None:
    open_builder(page, address)
    page.evaluate("document.activeElement.blur()")
    for name in ("Cat-cow", "Chin tuck"):
        _tab_to(page, "[data-focus=add]")
        page.keyboard.type(name, delay=5)
        page.keyboard.press("Enter")
        if name not in names_on(page):  # some systems only choose on Enter
            _tab_to(page, ".builder-pick button")
            page.keyboard.press("Enter")
        expect(page.locator(".builder-status")).to_contain_text(f"{name} is number")
    _tab_to(page, "[data-focus=down-0]")
    page.keyboard.press("Enter")
    assert names_on(page) == ["Chin tuck", "Cat-cow"]
    assert page.evaluate("document.activeElement.dataset.focus") == "up-1", "the focus goes with the row"
    _tab_to(page, "[data-focus=repetitions-1]")
    page.keyboard.press("ArrowUp")
    page.keyboard.press("Tab")
    expect(page.locator("#builder-sheet .sheet")).to_contain_text("7 times")
    _tab_to(page, "[data-focus=remove-0]", back=True)
    page.keyboard.press("Space")
    assert names_on(page) == ["Cat-cow"]
    page.keyboard.press("Control+z")
    assert names_on(page) == ["Chin tuck", "Cat-cow"]
    _tab_to(page, ".builder-share input")
    assert page.evaluate("document.activeElement.value").endswith(hash_of(page))


@pytest.mark.parametrize("width", [320, 360])
def test_it_fits_a_phone(width: int, page: Page, address: str) -> None:
    page.set_viewport_size({"width": width, "height": 700})
    open_builder(page, address, EIGHT)
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    controls = "#builder :is(button, select, input:not([type=checkbox]), summary):visible"
    small = page.locator(controls).evaluate_all(
        "all => all.filter(each => each.offsetHeight < 24).map(each => each.outerHTML)"
    )
    assert small == []


def test_a_change_is_said_once_with_the_warning_that_it_brings(
    page: Page, address: str, handbook: Handbook
) -> None:
    """One line speaks; what stands on the page besides changes without a word."""
    dose = handbook.exercises["chin-tuck"].dose
    most = 2 * dose.repetitions
    open_builder(page, address, f"#1&chin-tuck:{dose.hold}.{most - 1}.{dose.sets}.{dose.times}")
    live = page.locator("#builder :is([role=status], [role=alert], [aria-live])").evaluate_all(
        "all => all.map(each => each.className).sort()"
    )
    assert live == ["builder-pages", "builder-status", "builder-troubles"]
    status = page.locator(".builder-status")
    more = page.get_by_role("button", name="Times: one more")
    more.click()
    expect(status).to_have_text(f"Times: {most}")
    more.click()
    expect(status).to_contain_text(re.compile(f"^Times: {most + 1} .*more than twice the handbook's dose"))
    more.click()
    expect(status).to_have_text(f"Times: {most + 2}")
