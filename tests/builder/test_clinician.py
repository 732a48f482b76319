"""A sheet that a clinician makes says so; a note stands apart; a dose beyond reason is told at its row."""

import pytest
from playwright.sync_api import Page, expect

from generator.handbook import Handbook
from tests.builder.making import open_builder, sheet_words, write


def test_under_a_clinician_s_sheet_no_reader_is_named(page: Page, address: str, handbook: Handbook) -> None:
    by = handbook.phrases.own_by.format
    open_builder(page, address, "#1&bridge")
    assert by(name=handbook.phrases.own_reader) in sheet_words(page)
    page.locator("summary", has_text="Made by a clinic").click()
    for field, words in (("Made by", "Anna Back, physiotherapist"), ("Phone", "020 7946 0000")):
        write(page.get_by_label(field, exact=True), words)
        page.keyboard.press("Tab")
    on_paper = sheet_words(page)
    assert by(name="Anna Back, physiotherapist") in on_paper
    assert by(name=handbook.phrases.own_reader) not in on_paper
    assert "Made by Anna Back, physiotherapist" in on_paper and "Phone 020 7946 0000" in on_paper
    open_builder(page, address, "#1&cat-cow")
    assert "Phone 020 7946 0000" in sheet_words(page), "what somebody is called stays on the device"


def test_a_note_is_a_line_of_its_own_that_looks_like_none_of_the_handbook_s(page: Page, address: str) -> None:
    open_builder(page, address, "#1&bridge:5.8.1.3")
    write(page.get_by_label("Note").first, "Only as high as it is easy")
    page.keyboard.press("Tab")
    sheet_words(page)
    card = page.locator("#builder-sheet .card").first
    note, how = card.locator(".note-line"), card.locator(".how")
    expect(note).to_have_text("Only as high as it is easy")
    expect(how).not_to_contain_text("Only as high")
    weight = "each => Number(getComputedStyle(each).fontWeight)"
    assert note.evaluate(weight) > how.evaluate(weight)
    tops = [each.bounding_box() for each in (how, note)]
    assert tops[0] and tops[1] and tops[1]["y"] >= tops[0]["y"] + tops[0]["height"] - 1


@pytest.mark.parametrize("width", [390, 1280])
def test_a_hold_beyond_reason_is_told_at_its_row_with_a_way_back(
    width: int, page: Page, address: str, handbook: Handbook
) -> None:
    page.set_viewport_size({"width": width, "height": 844})
    usual = handbook.exercises["bridge"].dose.hold
    open_builder(page, address, "#1&cat-cow&bridge")
    row = page.locator("[data-index='1']")
    hold = row.get_by_role("textbox", name="Hold (seconds)")
    expect(hold).to_have_value(str(usual))
    write(hold, "500")
    page.keyboard.press("Tab")
    warning = row.locator(".row-warnings")
    expect(warning).to_contain_text("more than twice")
    expect(page.locator("[data-index='0'] .row-warnings")).to_be_hidden()
    field, told = hold.bounding_box(), warning.bounding_box()
    assert field and told and abs(told["y"] - field["y"]) < 844 / 2, "both are seen at once"
    warning.get_by_role("button").click()
    expect(hold).to_have_value(str(usual))
    expect(warning).to_be_hidden()
