"""Am I getting better? Two things of the reader's own and their pain, once a week, on paper and device."""

import io
import json
from pathlib import Path
from typing import Any

import pypdf
import pytest
from playwright.sync_api import Page, expect

from generator.handbook import Handbook
from tests.paper import POINT, words

KEY = "/unknot/numbers"
THINGS = ["put on my socks", "carry my child"]
LEAST_TYPE = 9
"""Points, on paper."""
RATE = """async ([root, weeks, points, after]) => {
  const { reading } = await import(`${root}assets/days/numbers.js`)
  const rated = weeks.map(([day, one, other, pain]) => ({ day, things: [one, other], pain }))
  return reading({ weeks: rated }, points, after)
}"""
START = ("2026-11-01", 3, 4, 6)
SIX_WEEKS, TWELVE_WEEKS = "2026-12-13", "2027-01-24"
CASES: dict[str, tuple[list[tuple[str, int, int, int]], str]] = {
    "a first week tells nothing": ([START], ""),
    "one thing up by three": ([START, ("2026-11-08", 6, 4, 6)], "better"),
    "pain down by two": ([START, ("2026-11-08", 3, 4, 4)], "better"),
    "less than that": ([START, ("2026-11-08", 5, 4, 5)], "steady"),
    "pain up by two since last week": ([START, ("2026-11-08", 3, 4, 4), ("2026-11-15", 3, 4, 6)], "worse"),
    "worse, and better in another thing": ([START, ("2026-11-08", 9, 1, 6)], "worse"),
    "nothing at all after two weeks": ([START, ("2026-11-15", 3, 4, 6)], "advice"),
    "one point after two weeks": ([START, ("2026-11-15", 4, 4, 6)], "steady"),
    "no real change after six weeks": ([START, (SIX_WEEKS, 5, 5, 5)], "check"),
    "no real change after twelve weeks": ([START, (TWELVE_WEEKS, 5, 5, 5)], "team"),
    "real change after twelve weeks": ([START, (TWELVE_WEEKS, 7, 5, 5)], "better"),
    "both things back": ([START, (SIX_WEEKS, 9, 10, 5)], "back"),
}


@pytest.mark.parametrize("case", CASES)
def test_the_first_reading_that_fits_is_told(case: str, page: Page, address: str, handbook: Handbook) -> None:
    weeks, expected = CASES[case]
    progress = handbook.progress
    assert progress.activity and progress.pain
    points = {
        "activity": progress.activity.points,
        "pain": progress.pain.points,
        "back": progress.nearly_back,
    }
    after = [[id, each.after] for id, each in progress.readings.items() if each.after]
    page.goto(f"{address}a-z/")
    assert page.evaluate(RATE, [address, weeks, points, after]) == expected


def _rate(page: Page, *numbers: int) -> None:
    for field, number in zip(page.locator(".weeks-scale").all(), numbers, strict=True):
        field.get_by_role("radio", name=str(number), exact=True).check()
    page.get_by_role("button", name="Keep these numbers").click()


def _begun(page: Page, address: str) -> None:
    page.clock.set_fixed_time("2026-11-01T10:00:00")
    page.goto(f"{address}days/")
    page.get_by_label("Something that is hard now").fill(THINGS[0])
    page.get_by_label("Another, if you like").fill(THINGS[1])
    page.get_by_role("button", name="Begin").click()
    _rate(page, 3, 4, 4)
    expect(page.locator("#numbers")).to_contain_text("Your next numbers: Sunday, November 8")


def test_worse_numbers_lead_to_the_warning_signs(page: Page, address: str, handbook: Handbook) -> None:
    _begun(page, address)
    page.clock.set_fixed_time("2026-11-08T10:00:00")
    page.reload()
    _rate(page, 3, 4, 7)
    told = page.locator(".weeks-told")
    expect(told).to_contain_text(handbook.progress.readings["worse"].do)
    assert "red-flags" in (told.get_by_role("link").first.get_attribute("href") or "")
    assert page.locator(".weeks-table tbody th").all_inner_texts() == ["1", "Start"]


def test_a_slip_of_the_finger_can_be_changed(page: Page, address: str) -> None:
    _begun(page, address)
    page.get_by_role("button", name="Change the last numbers").click()
    _rate(page, 5, 4, 4)
    assert page.locator(".weeks-table tbody td").all_inner_texts() == ["5", "4", "4"]


def test_numbers_leave_with_the_days_are_deleted_with_them_and_come_back(
    page: Page, address: str, tmp_path: Path
) -> None:
    _begun(page, address)
    with page.expect_download() as download:
        page.get_by_role("button", name="Save all as a file").click()
    download.value.save_as(tmp_path / "days.json")
    page.get_by_role("button", name="Delete everything here").click()
    assert page.evaluate("key => localStorage.getItem(key)", KEY) is None
    expect(page.get_by_label("Something that is hard now")).to_be_visible()
    page.get_by_label("Bring days back").set_input_files(tmp_path / "days.json")
    expect(page.locator(".days-status")).to_contain_text("1 entry added")
    assert page.locator(".weeks-table thead th").all_inner_texts() == ["Week", *THINGS, "Pain"]


HOSTILE = "<img src=x onerror=alert(1)>"
GOOD = {"day": "2026-11-01", "things": [3], "pain": 4}


@pytest.mark.parametrize(
    ("numbers", "weeks"),
    [
        ({"things": "no", "weeks": [GOOD]}, 0),
        ({"things": [], "weeks": [GOOD]}, 0),
        (
            {"things": [HOSTILE], "weeks": [None, GOOD, {**GOOD, "pain": 11}, {**GOOD, "day": HOSTILE}]},
            1,
        ),
    ],
)
def test_numbers_that_are_none_are_left_out(
    numbers: Any, weeks: int, page: Page, address: str, tmp_path: Path
) -> None:
    file = tmp_path / "days.json"
    content = {"format": "exercise days", "version": 1, "days": [], "numbers": numbers}
    file.write_text(json.dumps(content), encoding="utf-8")
    page.goto(f"{address}days/")
    page.get_by_label("Bring days back").set_input_files(file)
    expect(page.locator(".days-status")).to_contain_text("left out" if not weeks else "1 entry added")
    assert page.locator(".weeks-table tbody tr").count() == weeks
    assert page.locator("#numbers img").count() == 0


def test_the_paper_is_one_page_with_boxes_for_every_week_and_what_to_do(
    page: Page, address: str, handbook: Handbook
) -> None:
    page.goto(f"{address}days/sheet/")
    told = [text for each in handbook.progress.readings.values() for text in (each.when, each.do)]
    for paper in ("A4", "Letter"):
        printed = pypdf.PdfReader(io.BytesIO(page.pdf(format=paper, prefer_css_page_size=False)))
        assert len(printed.pages) == 1, paper
        text = words(printed.pages[0].extract_text())
        for line in (*told, handbook.safety.red_flag_short, handbook.publisher.emergency[0].number):
            assert words(line) in text, line
    boxes = page.locator(".weeks").first.locator("tbody td").count()
    assert (page.locator(".weeks").count(), boxes) == (3, 11 * (handbook.progress.weeks + 1))
    page.emulate_media(media="print")
    smallest = page.evaluate(
        """() => Math.min(...[...document.querySelectorAll(".sheet :is(p, li, th, caption, b, span, a)")]
          .filter(each => each.textContent.trim())
          .map(each => parseFloat(getComputedStyle(each).fontSize)))"""
    )
    assert smallest / POINT >= LEAST_TYPE
