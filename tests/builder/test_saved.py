"""What stays on the reader's device: the name, the saved sheets, and all of them as a file."""

import json
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from tests.builder.making import HOSTILE, hash_of, names_on, open_builder, sheet_words, write
from tests.conftest import ROOT


def test_the_name_stays_on_the_device_unless_ticked(page: Page, address: str) -> None:
    open_builder(page, address, "#1&chin-tuck")
    write(page.get_by_label("Made for"), "Grandma Ada")
    page.get_by_label("Made for").blur()
    assert "Grandma Ada" in sheet_words(page)
    assert "Ada" not in hash_of(page)
    page.reload()
    expect(page.locator("#builder-sheet .sheet")).to_contain_text("Grandma Ada")
    page.get_by_label("Put this name in the link").check()
    assert "f=Grandma+Ada" in hash_of(page)


def test_a_link_does_not_swallow_my_own_sheet(page: Page, address: str) -> None:
    open_builder(page, address, "#1&bridge")
    write(page.get_by_label("Title"), "Mine")
    page.get_by_label("Title").blur()
    open_builder(page, address, "#1&cat-cow&chin-tuck")
    expect(page.locator(".builder-troubles")).to_contain_text("Your own sheet is kept")
    page.get_by_role("button", name="Back to my own sheet").click()
    assert names_on(page) == ["Bridge"]
    open_builder(page, address, "#1&cat-cow&chin-tuck")
    page.get_by_role("button", name="Remove Cat-cow").click()
    expect(page.locator(".builder-saved li")).to_contain_text("Mine")


def test_saved_sheets_come_back_from_a_file(page: Page, address: str, tmp_path: Path) -> None:
    open_builder(page, address, "#1&t=Evening&bridge&cat-cow")
    write(page.get_by_label("Made for"), "Ada")
    page.get_by_label("Made for").blur()
    page.get_by_role("button", name="Save on this device").click()
    with page.expect_download() as download:
        page.get_by_role("button", name="Save all as a file").click()
    file = tmp_path / "sheets.json"
    download.value.save_as(file)
    assert "Ada" not in file.read_text(encoding="utf-8")
    page.get_by_role("button", name="Delete Evening").click()
    assert page.locator(".builder-saved li").count() == 0
    page.get_by_label("Bring sheets back").set_input_files(file)
    expect(page.locator(".builder-saved li")).to_contain_text("Evening")
    page.get_by_role("button", name="Remove Bridge").click()
    page.get_by_role("button", name="Open Evening").click()
    assert names_on(page) == ["Bridge", "Cat-cow"]


DAMAGED: dict[str, tuple[Any, str]] = {
    "no json": ("{", "could not be read"),
    "something else": ({"hello": 1}, "not a list of sheets"),
    "newer": ({"format": "exercise sheets", "version": 9, "sheets": []}, "another version"),
    "odd entries": (
        {
            "format": "exercise sheets",
            "version": 1,
            "sheets": [None, 5, {"hash": HOSTILE}, {"hash": "1&bridge"}],
        },
        "Sheet 3",
    ),
}


@pytest.mark.parametrize("kind", DAMAGED)
def test_damaged_files_are_explained(kind: str, page: Page, address: str, tmp_path: Path) -> None:
    content, words = DAMAGED[kind]
    file = tmp_path / "sheets.json"
    file.write_text(content if isinstance(content, str) else json.dumps(content), encoding="utf-8")
    open_builder(page, address)
    page.get_by_label("Bring sheets back").set_input_files(file)
    expect(page.locator(".builder-troubles")).to_contain_text(words)
    assert page.locator(".builder-saved li").count() == (1 if kind == "odd entries" else 0)


def test_it_works_where_nothing_may_be_stored(page: Page, address: str) -> None:
    page.add_init_script("Storage.prototype.setItem = () => { throw new DOMException('no') }")
    open_builder(page, address, "#1&bridge")
    page.locator("[data-focus=add]").select_option("cat-cow")
    page.get_by_role("button", name="Add", exact=True).click()
    assert names_on(page) == ["Bridge", "Cat-cow"]
    page.get_by_role("button", name="Save on this device").click()
    expect(page.locator(".builder-status")).to_contain_text("Copy the link")


def save_for(page: Page, name: str) -> None:
    """Save the sheet as it stands for somebody."""
    write(page.get_by_label("Made for"), name)
    page.get_by_label("Made for").blur()
    page.get_by_role("button", name="Save on this device").click()


def saved_list(page: Page) -> str:
    """What stands in the list of saved sheets."""
    return " ".join(page.locator(".builder-saved li span").all_inner_texts())


def test_the_same_sheet_for_two_people_is_kept_twice(page: Page, address: str) -> None:
    open_builder(page, address, "#1&chin-tuck")
    save_for(page, "Ann")
    save_for(page, "Ben")
    assert "Ann" in saved_list(page) and "Ben" in saved_list(page)
    assert "1 exercise," in saved_list(page)


def test_bringing_sheets_back_loses_no_name_and_no_sheet(page: Page, address: str, tmp_path: Path) -> None:
    open_builder(page, address, "#1&chin-tuck")
    save_for(page, "Ann")
    with page.expect_download() as download:
        page.get_by_role("button", name="Save all as a file").click()
    file = tmp_path / "sheets.json"
    download.value.save_as(file)
    page.get_by_label("Bring sheets back").set_input_files(file)
    expect(page.locator(".builder-status")).to_contain_text("The list holds 1 sheet.")
    assert "Ann" in saved_list(page)
    many = [{"hash": f"1&t=Sheet+{number}&bridge"} for number in range(200)]
    file.write_text(json.dumps({"format": "exercise sheets", "version": 1, "sheets": many}), encoding="utf-8")
    page.get_by_label("Bring sheets back").set_input_files(file)
    expect(page.locator(".builder-status")).to_contain_text("Nothing was brought in")
    assert page.locator(".builder-saved li").count() == 1 and "Ann" in saved_list(page)


@pytest.mark.parametrize("draft", ["2&bridge", "bridge&z=0000", "1&no-such-move&bridge&z=zzzz"])
def test_looking_at_a_sheet_that_cannot_be_read_changes_nothing(draft: str, page: Page, address: str) -> None:
    page.goto(address)
    kept = json.dumps({"hash": draft, "madeFor": "Ann", "cautions": []})
    page.evaluate("kept => localStorage.setItem('/unknot/sheet', kept)", kept)
    open_builder(page, address)
    assert page.evaluate("localStorage.getItem('/unknot/sheet')") == kept
    page.locator("[data-focus=add]").select_option("cat-cow")
    page.get_by_role("button", name="Add", exact=True).click()
    saved = json.loads(page.evaluate("localStorage.getItem('/unknot/sheets')"))
    assert [(each["hash"], each["madeFor"]) for each in saved] == [(draft, "Ann")]


def test_a_full_device_keeps_the_sheet_that_was_there(page: Page, address: str) -> None:
    open_builder(page, address, "#1&bridge")
    write(page.get_by_label("Title"), "Mine")
    page.get_by_label("Title").blur()
    before = page.evaluate("localStorage.getItem('/unknot/sheet')")
    page.add_init_script("Storage.prototype.setItem = () => { throw new DOMException('full') }")
    open_builder(page, address, "#1&cat-cow&chin-tuck")
    page.get_by_role("button", name="Remove Cat-cow").click()
    expect(page.locator(".builder-status")).to_contain_text("does not let the page keep anything")
    assert page.evaluate("localStorage.getItem('/unknot/sheet')") == before


def test_two_tabs_share_names_and_ticks(page: Page, address: str) -> None:
    open_builder(page, address, "#1&bridge")
    write(page.get_by_label("Title"), "Shared")
    page.get_by_label("Title").blur()
    other = page.context.new_page()
    open_builder(other, address)
    write(other.get_by_label("Made for"), "Ann")
    other.get_by_label("Made for").blur()
    other.locator("summary", has_text="Warn me").click()
    other.locator(".builder-cautions input").first.check()
    other.close()
    page.locator("[data-focus=add]").select_option("cat-cow")
    page.get_by_role("button", name="Add", exact=True).click()
    kept = json.loads(page.evaluate("localStorage.getItem('/unknot/sheet')"))
    assert kept["madeFor"] == "Ann" and len(kept["cautions"]) == 1 and "cat-cow" in kept["hash"]


def test_a_long_sheet_is_whole_after_loading_again(page: Page, address: str) -> None:
    open_builder(page, address, "#1&" + "&".join(["bridge"] * 39))
    write(page.get_by_label("Note").first, "ü" * 140)
    page.get_by_label("Note").first.blur()
    for word in ("chin-tuck", "cat-cow"):
        page.locator("[data-focus=add]").select_option(word)
        page.get_by_role("button", name="Add", exact=True).click()
    expect(page.locator(".builder-status")).to_contain_text("holds 40 exercises")
    names = names_on(page)
    page.reload()
    expect(page.locator(".builder-minutes")).to_be_visible()
    assert names_on(page) == names and len(names) == 40
    assert page.get_by_label("Note").first.input_value() == "ü" * 140
    assert page.locator(".builder-damage").count() == 0


def test_a_wrong_file_is_called_a_file(page: Page, address: str, tmp_path: Path) -> None:
    open_builder(page, address, "#1&bridge")
    page.get_by_role("button", name="Save on this device").click()
    file = tmp_path / "x.json"
    file.write_text('{"a": 1}', encoding="utf-8")
    page.get_by_label("Bring sheets back").set_input_files(file)
    expect(page.locator(".builder-troubles")).to_contain_text("Part of this file could not be used")
    expect(page.locator(".builder-status")).to_contain_text(
        "0 sheets came from the file. The list holds 1 sheet."
    )
    page.get_by_label("Bring sheets back").set_input_files([])


SHEETS = "/unknot/sheets"
MANY = """key => localStorage.setItem(key, JSON.stringify(Array.from({ length: 200 },
  (_, n) => ({ hash: `1&t=Own+${n}&bridge`, madeFor: "", saved: "2026-01-01" }))))"""


def test_a_full_list_refuses_one_more_and_drops_none(page: Page, address: str) -> None:
    page.goto(address)
    page.evaluate(MANY, SHEETS)
    before = page.evaluate("key => localStorage.getItem(key)", SHEETS)
    open_builder(page, address)
    page.locator("[data-focus=add]").select_option("cat-cow")
    page.get_by_role("button", name="Add", exact=True).click()
    page.get_by_role("button", name="Save on this device").click()
    expect(page.locator(".builder-status")).to_contain_text("The list of saved sheets is full: 200.")
    assert page.evaluate("key => localStorage.getItem(key)", SHEETS) == before


def test_a_start_from_a_routine_on_a_full_device_keeps_the_sheet_that_was_there(
    page: Page, address: str
) -> None:
    open_builder(page, address, "#1&bridge")
    write(page.get_by_label("Title"), "Mine")
    page.get_by_label("Title").blur()
    before = page.evaluate("localStorage.getItem('/unknot/sheet')")
    page.add_init_script("Storage.prototype.setItem = () => { throw new DOMException('full') }")
    routine = min(file.stem for file in (ROOT / "content" / "routines").glob("*.yml"))
    open_builder(page, address, f"#from={routine}")
    expect(page.locator(".builder-status")).to_contain_text("does not let the page keep anything")
    assert page.evaluate("localStorage.getItem('/unknot/sheet')") == before


def test_a_link_in_one_tab_saves_what_another_tab_made_of_my_own_sheet(page: Page, address: str) -> None:
    open_builder(page, address, "#1&bridge")
    page.get_by_label("Title").fill("Mine")
    page.get_by_label("Title").blur()
    other = page.context.new_page()
    open_builder(other, address, "#1&t=Linked&chin-tuck&cat-cow")
    page.locator("[data-focus=add]").select_option("bird-dog")
    page.get_by_role("button", name="Add", exact=True).click()
    mine = json.loads(page.evaluate("localStorage.getItem('/unknot/sheet')"))["hash"]
    assert "bird-dog" in mine
    other.get_by_role("button", name="Remove Cat-cow").click()
    saved = json.loads(other.evaluate("key => localStorage.getItem(key)", SHEETS))
    other.close()
    assert [each["hash"] for each in saved] == [mine]


def test_a_file_that_is_far_too_large_is_refused_unread(page: Page, address: str, tmp_path: Path) -> None:
    file = tmp_path / "sheets.json"
    file.write_bytes(b"x" * 1_000_001)
    page.add_init_script(
        "for (const name of ['text', 'arrayBuffer', 'stream', 'slice'])"
        " Blob.prototype[name] = () => { throw new Error(`${name} was called`) };"
        " window.FileReader = class { constructor() { throw new Error('FileReader was made') } }"
    )
    open_builder(page, address)
    page.get_by_label("Bring sheets back").set_input_files(file)
    expect(page.locator(".builder-troubles")).to_contain_text("too large to be a list of sheets")
