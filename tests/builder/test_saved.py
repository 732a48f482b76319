"""What stays on the reader's device: the name, the saved sheets, and all of them as a file."""

import json
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from tests.builder.making import HOSTILE, hash_of, names_on, open_builder, sheet_words


def test_the_name_stays_on_the_device_unless_ticked(page: Page, address: str) -> None:
    open_builder(page, address, "#1&chin-tuck")
    page.get_by_label("Made for").fill("Grandma Ada")
    page.get_by_label("Made for").blur()
    assert "Grandma Ada" in sheet_words(page)
    assert "Ada" not in hash_of(page)
    page.reload()
    expect(page.locator("#builder-sheet .sheet")).to_contain_text("Grandma Ada")
    page.get_by_label("Put this name in the link").check()
    assert "f=Grandma+Ada" in hash_of(page)


def test_a_link_does_not_swallow_my_own_sheet(page: Page, address: str) -> None:
    open_builder(page, address, "#1&bridge")
    page.get_by_label("Title").fill("Mine")
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
    page.get_by_label("Made for").fill("Ada")
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
