"""What a reader has done: ticked off at the end, shown by month, kept on the device, as a file and back."""

import json
import re
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from generator.handbook import Handbook
from tests.builder.making import open_builder
from tests.follow.running import begin, open_run

ROUTINE = "stiff-neck-ease"
DAY = {
    "day": "2026-11-03", "kind": "routine", "id": ROUTINE, "title": "Neck", "items": ["chin-tuck"],
    "skipped": [], "pain": 2, "line": "fine",
}  # fmt: skip


def _ended(page: Page, address: str, skips: int = 0) -> None:
    """A run that has come to its end on the third of November."""
    page.clock.install(time="2026-11-03T10:00:00")
    open_run(page, address, f"routine/{ROUTINE}")
    begin(page)
    for _ in range(skips):
        page.get_by_role("button", name="Skip").click()
    page.clock.fast_forward("10:00")
    page.clock.run_for(200)


def test_a_tick_stands_in_the_month_and_on_the_printed_sheet(
    page: Page, address: str, handbook: Handbook
) -> None:
    _ended(page, address, skips=1)
    first = handbook.exercises[handbook.routines[ROUTINE].items[0].exercise].name
    expect(page.locator(".follow-panel")).to_contain_text(f"Left out: {first}.")
    page.get_by_role("button", name="3", exact=True).click()
    page.get_by_label("A line for yourself").fill("slept well")
    page.get_by_role("button", name="Tick it off").click()
    expect(page.get_by_text("Ticked off.")).to_be_visible()
    page.goto(f"{address}days/")
    expect(page.locator("#days")).to_contain_text("November 2026")
    entry = page.locator(".days-done li")
    for words in ("4 of 5 done", f"Left out: {first}", "Pain: 3 of 10", "slept well"):
        expect(entry).to_contain_text(words)
    page.goto(f"{address}routines/{ROUTINE}/sheet/")
    page.get_by_label("Tick the days I did").check()
    ticked = page.locator(".ticks tbody tr:has(.tick-done)")
    assert ticked.count() == len(handbook.routines[ROUTINE].items) - 1
    assert page.locator(".ticks .tick-done").first.evaluate("each => each.cellIndex") == 1


def test_pain_is_answered_in_the_words_of_the_traffic_light(
    page: Page, address: str, handbook: Handbook
) -> None:
    _ended(page, address)
    light = handbook.safety.traffic_light
    for number, each in ((2, light.green), (5, light.amber), (8, light.red)):
        page.get_by_role("button", name=str(number), exact=True).click()
        expect(page.locator(".follow-pain")).to_contain_text(each.action)


def test_a_line_that_tells_of_danger_leads_to_the_warning_signs(page: Page, address: str) -> None:
    _ended(page, address)
    page.get_by_label("A line for yourself").fill("numb between my legs since this morning")
    page.get_by_role("button", name="Tick it off").click()
    page.clock.resume()
    expect(page.get_by_role("heading", name="Stop now")).to_be_visible()


def _with_days(page: Page, address: str, *days: dict[str, Any]) -> None:
    page.goto(f"{address}days/")
    page.evaluate("([key, days]) => localStorage.setItem(key, JSON.stringify(days))", ["/unknot/days", days])
    page.reload()
    expect(page.locator(".month")).to_be_visible()


def test_days_of_my_own_sheet_are_ticked_on_it(page: Page, address: str) -> None:
    items = ["bridge", "cat-cow"]
    own = {**DAY, "kind": "sheet", "id": "1&bridge&cat-cow", "items": items, "skipped": [1]}
    _with_days(page, address, own, {**own, "items": ["bridge"], "day": "2026-11-04"})
    open_builder(page, address, "#1&t=Mine&bridge&cat-cow")
    page.get_by_label("Tick the days I did").check()
    rows = page.locator("#builder-sheet .ticks tbody tr")
    expect(rows.nth(0).locator(".tick-done").first).to_be_attached()
    assert rows.nth(0).locator(".tick-done").count() == 1
    assert rows.nth(1).locator(".tick-done").count() == 0, "it was left out"


def test_days_leave_as_a_file_are_deleted_in_one_tap_and_come_back(
    page: Page, address: str, tmp_path: Path
) -> None:
    page.clock.set_fixed_time("2026-11-03T10:00:00")
    _with_days(page, address, DAY)
    with page.expect_download() as download:
        page.get_by_role("button", name="Save all as a file").click()
    download.value.save_as(tmp_path / "days.json")
    page.get_by_role("button", name="Delete everything here").click()
    assert page.evaluate("localStorage.getItem('/unknot/days')") is None
    page.get_by_label("Bring days back").set_input_files(tmp_path / "days.json")
    expect(page.locator(".days-status")).to_contain_text("1 entry added")
    expect(page.locator(".days-done li")).to_contain_text("fine")
    page.get_by_label("Bring days back").set_input_files(tmp_path / "days.json")
    expect(page.locator(".days-status")).to_contain_text("0 entries added")


HOSTILE = "<img src=x onerror=alert(1)>"
FILES: dict[str, tuple[Any, str, int]] = {
    "no json": ("{", "could not be read", 0),
    "something else": ({"hello": 1}, "not a list of days", 0),
    "newer": ({"format": "exercise days", "version": 9, "days": []}, "another version", 0),
    "too large": ("[" * 2_000_001, "too large", 0),
    "odd entries": (
        {
            "format": "exercise days",
            "version": 1,
            "days": [
                None, 7, {"day": "2026-02-31"}, {**DAY, "day": "__proto__"}, {**DAY, "items": [HOSTILE]},
                {**DAY, "id": HOSTILE}, {**DAY, "kind": "constructor"},
                {**DAY, "title": HOSTILE, "line": HOSTILE, "pain": 99, "skipped": [5, "x"]},
            ],
        },
        "7 of 8 entries could not be read",
        1,
    ),
}  # fmt: skip


@pytest.mark.parametrize("kind", FILES)
def test_a_hostile_file_is_refused_in_plain_words(
    kind: str, page: Page, address: str, tmp_path: Path
) -> None:
    content, words, entries = FILES[kind]
    file = tmp_path / "days.json"
    file.write_text(content if isinstance(content, str) else json.dumps(content), encoding="utf-8")
    page.clock.set_fixed_time("2026-11-03T10:00:00")
    page.goto(f"{address}days/")
    page.get_by_label("Bring days back").set_input_files(file)
    expect(page.locator(".days-status")).to_contain_text(words)
    assert page.locator(".days-done li").count() == entries
    assert page.locator(".days-done img").count() == 0


def test_a_full_device_is_told_of_and_nothing_else_is_lost(page: Page, address: str) -> None:
    page.add_init_script("Storage.prototype.setItem = () => { throw new DOMException('full') }")
    _ended(page, address)
    page.get_by_role("button", name="Tick it off").click()
    expect(page.locator(".follow-panel")).to_contain_text("does not let the page keep anything")


def test_the_privacy_page_names_every_key_that_is_kept(handbook: Handbook) -> None:
    root = Path(__file__).parent.parent.parent
    text = (root / "content/pages/guidance/privacy-and-accessibility.md").read_text(encoding="utf-8")
    scripts = "".join(each.read_text(encoding="utf-8") for each in (root / "docs/assets").rglob("*.js"))
    keys = set(re.findall(r"\$\{root\.pathname\}(\w+)", scripts)) | {"scheme"}
    assert keys and all(f"| `{key}` |" in text for key in keys)
    # A browser keeps things by host, and some hosts hold the sites of many people.
    assert "could read what this one keeps" in text


def test_a_system_without_a_language_has_a_month_all_the_same(page: Page, address: str) -> None:
    """Linux with nothing set gives "C" as its language."""
    page.add_init_script("Object.defineProperty(navigator, 'language', { value: 'C' })")
    page.goto(f"{address}days/")
    expect(page.locator(".month caption")).to_be_visible()
