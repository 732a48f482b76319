"""A ready-made sheet on screen: its options in the address, and the way to a sheet of one's own."""

import io

import pypdf
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
