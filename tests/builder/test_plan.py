"""What clinicians and planners take from the builder: text for the notes, a logo, a plan, a calendar file."""

from pathlib import Path

import pytest
from PIL import Image
from playwright.sync_api import Page, expect

from generator.handbook import Handbook
from tests.builder.making import hash_of, open_builder, sheet_words, write

LONGEST_LINE = 75
"""Bytes of a line of RFC 5545, its end left out."""


def _open(page: Page, words: str) -> None:
    page.locator("#builder summary", has_text=words).click()


def test_a_plan_is_on_the_sheet_and_in_a_calendar_file(page: Page, address: str) -> None:
    open_builder(page, address)
    page.locator("[data-focus=add]").select_option("cat-cow")
    page.get_by_role("button", name="Add", exact=True).click()
    write(page.get_by_label("Title"), "Back; neck, and “größer” " + "ä" * 50)
    page.get_by_label("Title").blur()
    _open(page, "Plan it")
    write(page.get_by_label("After I …"), "boil the kettle, twice")
    page.get_by_label("After I …").blur()
    page.get_by_label("Time of the reminder").fill("07:30")
    assert "After I boil the kettle, twice, I will do these moves." in sheet_words(page)
    assert "kettle" not in hash_of(page)
    with page.expect_download() as download:
        page.get_by_role("button", name="Save a reminder").click()
    data = Path(download.value.path()).read_bytes()
    lines = data.split(b"\r\n")
    assert b"\n" not in data.replace(b"\r\n", b"") and lines[-1] == b""
    assert max(map(len, lines)) <= LONGEST_LINE
    for line in lines:
        line.decode("utf-8")
    text = data.replace(b"\r\n ", b"").decode("utf-8")
    assert "SUMMARY:Back\\; neck\\, and “größer” ä" in text
    assert "DESCRIPTION:After I boil the kettle\\, twice\\, I will do my exercises." in text
    fields = {line.partition(":")[0]: line.partition(":")[2] for line in text.split("\r\n")}
    assert fields["DTSTART"].endswith("T073000") and fields["DTSTAMP"].endswith("Z") and "@" in fields["UID"]
    assert fields["RRULE"] == "FREQ=DAILY;COUNT=28"


def test_a_logo_stays_on_the_device_and_hostile_files_are_refused(
    page: Page, address: str, tmp_path: Path
) -> None:
    good, liar, huge = tmp_path / "logo.png", tmp_path / "liar.png", tmp_path / "logo.svg"
    Image.new("RGB", (900, 300), "teal").save(good)
    liar.write_text("<script>alert(1)</script>", encoding="utf-8")
    huge.write_text("<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>", encoding="utf-8")
    open_builder(page, address)
    _open(page, "Made by a clinic")
    write(page.get_by_label("Made by"), "Back Clinic")
    page.get_by_label("Made by").blur()
    for file, words in ((liar, "could not be read"), (huge, "something else")):
        page.get_by_label("Logo").set_input_files(file)
        expect(page.locator(".builder-status")).to_contain_text(words)
        assert page.locator("#builder-sheet .head-logo").count() == 0
    page.get_by_label("Logo").set_input_files(good)
    expect(page.locator("#builder-sheet .head-logo img")).to_be_visible()
    assert "Made by Back Clinic" in sheet_words(page)
    assert "Clinic" not in hash_of(page)
    page.get_by_role("button", name="Take the logo off").click()
    expect(page.locator("#builder-sheet .head-logo")).to_have_count(0)


def test_the_text_for_the_notes_names_doses_version_and_address(page: Page, address: str) -> None:
    page.goto(f"{address}about/")
    text = page.evaluate(
        """async root => {
          const { asText } = await import(`${root}assets/builder/notes.js`)
          const { decodeSheet } = await import(`${root}assets/sheet/state.js`)
          const catalogue = await (await import(`${root}assets/page/catalogue.js`)).loadCatalogue()
          const { sheet } = decodeSheet("1&t=Mine&open-book:5.4.1.2l~Slowly", catalogue)
          return [asText(sheet, catalogue, "https://example.org/#1"), catalogue.lines.version]
        }""",
        address,
    )
    assert (
        "1. Open book: Hold 5 seconds · 4 times on the left side only, twice a day. Note: Slowly" in text[0]
    )
    assert text[1].startswith("Version ") and f"\n{text[1]}\n" in text[0]
    assert "https://example.org/#1" in text[0]


@pytest.mark.parametrize("words", ["bridge", "no such move"])
def test_exercises_are_picked_from_pictures(words: str, page: Page, address: str) -> None:
    open_builder(page, address)
    _open(page, "Pick from pictures")
    page.get_by_label("Search by name").fill(words)
    shown = page.locator(".pick-list li:visible")
    if words == "bridge":
        shown.get_by_role("button", name="Add Bridge").click()
        expect(page.locator(".row-head a")).to_have_text(["1. Bridge"])
    else:
        assert shown.count() == 0
        expect(page.locator(".pick-count")).to_contain_text("No exercise fits")


def test_a_part_that_does_not_come_is_said_and_comes_the_next_time(page: Page, address: str) -> None:
    open_builder(page, address)
    page.route("**/pick.js", lambda route: route.abort())
    panel = page.locator("summary", has_text="Pick from pictures")
    panel.click()
    expect(page.locator(".builder-status")).to_contain_text("could not be loaded")
    page.unroute("**/pick.js")
    panel.click()
    panel.click()
    expect(page.get_by_role("button", name="Add Bridge")).to_be_visible()


def test_a_dose_is_stepped_and_the_step_is_said(page: Page, address: str) -> None:
    open_builder(page, address)
    page.locator("[data-focus=add]").select_option("cat-cow")
    page.get_by_role("button", name="Add", exact=True).click()
    field = page.locator("[data-focus=repetitions-0]")
    before = int(field.input_value())
    page.get_by_role("button", name="Cat-cow, Times: one more").click()
    expect(page.locator(".builder-status")).to_have_text(f"Times: {before + 1}")
    assert f"{before + 1} times" in sheet_words(page)


def test_the_readers_place_is_kept_and_shown_on_every_sheet(
    page: Page, address: str, handbook: Handbook
) -> None:
    lines = handbook.publisher.emergency
    chosen, named = lines[-1], lines[0]
    page.goto(f"{address}routines/desk-break-5/sheet/#letter")
    calls = page.locator(".foot-flag .call:visible")
    shown = [
        f"{each.number} ({each.where})" for each in sorted(lines, key=lambda line: line.paper != "letter")
    ]
    expect(calls).to_have_text(shown)
    page.locator(".bar summary").click()
    page.get_by_label("Emergency number of").select_option(chosen.place)
    expect(calls).to_have_text([f"{chosen.number} ({chosen.where})"])
    page.goto(f"{address}routines/no-floor/sheet/")
    expect(calls).to_have_text([f"{chosen.number} ({chosen.where})"])
    page.goto("about:blank")
    page.goto(f"{address}routines/no-floor/sheet/#in-{named.place}")
    expect(calls).to_have_text([f"{named.number} ({named.where})"])
