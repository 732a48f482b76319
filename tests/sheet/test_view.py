"""A ready-made sheet on screen: its options in the address, and the way to a sheet of one's own."""

import io

import pypdf
import pytest
from playwright.sync_api import Page, expect

from generator.handbook import Handbook
from tests.builder.making import hash_of, names_on, open_builder


def test_a_ready_sheet_keeps_its_options_in_the_address(page: Page, address: str) -> None:
    page.goto(f"{address}routines/desk-break-5/sheet/")
    page.locator(".bar summary").click()
    page.get_by_label("Low ink").check()
    page.get_by_label("Weeks to tick").select_option("6")
    page.wait_for_url("**/#low-ink.6-weeks")
    page.reload()
    expect(page.locator(".sheet.low-ink")).to_be_visible()
    assert page.locator(".ticks thead .week").all_inner_texts() == [f"Week {week}" for week in range(1, 7)]
    page.goto("about:blank")
    page.goto(f"{address}routines/desk-break-5/sheet/#letter.shiny")
    expect(page.locator(".bar-note")).to_contain_text("shiny")
    page.emulate_media(media="print")
    size = pypdf.PdfReader(io.BytesIO(page.pdf(prefer_css_page_size=True))).pages[0].mediabox
    assert (round(float(size.width)), round(float(size.height))) == (612, 792)


def test_lines_for_goal_and_pain_stand_in_the_address_and_on_paper(page: Page, address: str) -> None:
    page.goto(f"{address}routines/desk-break-5/sheet/")
    assert page.locator(".ticks tfoot").count() == 0
    page.locator(".bar summary").click()
    page.get_by_label("Goal line").check()
    page.get_by_label("Pain line").check()
    page.wait_for_url("**/#goal.pain")
    page.reload()
    rows = page.locator(".ticks tfoot tr")
    assert rows.locator("th").all_inner_texts() == ["My goal, in words", "My goal | pain, 0 to 10"]
    assert rows.last.locator("td").count() == 2 * 4, "two numbers for each of four weeks"
    assert len(pypdf.PdfReader(io.BytesIO(page.pdf(format="Letter"))).pages) == 1
    page.goto("about:blank")
    page.goto(f"{address}routines/desk-break-5/sheet/#pain.6-weeks.pain-11")
    expect(page.locator(".bar-note")).to_contain_text("does not know pain-11")
    assert page.locator(".ticks tfoot th").all_inner_texts() == ["My pain, 0 to 10"] * 2
    assert page.locator(".ticks tfoot td").count() == 6


def test_a_ready_sheet_becomes_my_own(page: Page, address: str, handbook: Handbook) -> None:
    open_builder(page, address, "#1&t=Mine&bridge")
    page.get_by_label("Title").fill("Mine")
    page.goto(f"{address}routines/desk-break-5/sheet/")
    page.get_by_role("link", name="Change the exercises or the doses").click()
    expect(page.locator(".builder-minutes")).to_contain_text("7 exercises")
    assert names_on(page) == [
        handbook.exercises[item.exercise].name for item in handbook.routines["desk-break-5"].items
    ]
    assert hash_of(page).startswith("1&t=Desk+break")
    page.reload()
    expect(page.locator(".builder-minutes")).to_contain_text("7 exercises")


@pytest.mark.parametrize("where", ["routines/ROUTINE/sheet/", "build/#1&chin-tuck&bird-dog"])
def test_the_boxes_to_tick_are_explained(
    where: str, page: Page, address: str, plain_page: Page, handbook: Handbook
) -> None:
    sided = next(
        routine.slug
        for routine in handbook.routines.values()
        if len(routine.items) < 6
        and any(handbook.exercises[each.exercise].sides != "together" for each in routine.items)
    )
    for reader in (page, plain_page) if "ROUTINE" in where else (page,):
        reader.goto(f"{address}{where.replace('ROUTINE', sided)}")
        table = reader.locator(".sheet .ticks").first
        expect(table.locator("small").first).to_have_text("L|R")
        expect(table.locator("thead th").first).to_have_text("Tick 1 box a day (L left, R right)")


def test_boxes_without_sides_are_explained_without_them(page: Page, address: str) -> None:
    page.goto(f"{address}build/#1&chin-tuck")
    expect(page.locator(".sheet .ticks thead th").first).to_have_text("Tick 1 box a day")


def test_finding_the_size_of_pictures_styles_and_lays_out_cards_alone(
    page: Page, address: str, handbook: Handbook
) -> None:
    """Each try is a layout: drawings, with a thousand lines, stay out of it, and so do the boxes to tick."""
    page.goto(f"{address}routines/{next(iter(handbook.routines))}/sheet/")
    expect(page.locator(".sheet.fitted")).to_be_attached()
    sheet = page.locator("main .sheet")
    assert not sheet.get_attribute("style")
    assert "--size" in (sheet.locator(".cards").get_attribute("style") or "")
    tried = sheet.evaluate("""sheet => {
        const place = sheet.querySelector(".place"), shown = () => getComputedStyle(place).contentVisibility
        const before = [shown(), place.offsetHeight > 0]
        sheet.classList.add("as-printed")
        return [...before, shown(), place.offsetHeight > 0]
    }""")
    assert tried == ["visible", True, "hidden", True]


def test_on_a_phone_a_sheet_is_fitted_when_it_is_printed(
    page: Page, address: str, handbook: Handbook
) -> None:
    """It is shown to be read there; how it lies on paper costs time that nobody should wait for."""
    slug = next(iter(handbook.routines))
    size = "document.querySelector('.cards').style.getPropertyValue('--size')"
    page.set_viewport_size({"width": 390, "height": 844})
    page.goto(f"{address}routines/{slug}/sheet/")
    expect(page.locator(".sheet.fitted")).to_be_attached()
    assert page.evaluate(size) == ""
    assert len(pypdf.PdfReader(io.BytesIO(page.pdf(prefer_css_page_size=True))).pages) == 1
    phone = page.evaluate(size)
    page.set_viewport_size({"width": 1280, "height": 844})
    page.wait_for_function(f"() => {size} !== ''")
    assert phone == page.evaluate(size) != ""
