"""Hostile storage and files in the real page: no script, no broken page, nothing lost that was there."""

import json
import random
from pathlib import Path

import pytest
from playwright.sync_api import Page

PIECES = (
    "<img src=x onerror=alert(1)>", "__proto__", "constructor", "1&bridge", "2&bridge",
    "1&chin-tuck:5.8.1.3&z=zzzz", "javascript:alert(1)", "%", "%ff", "\u202e", "🧘", "",
    "null", "x" * 2000, "1&" + "bridge&" * 60,
)  # fmt: skip
READ = (Path(__file__).parent / "store_fuzz.js").read_text(encoding="utf-8")


def _values(count: int) -> list[str]:
    """Contents of storage and files: damaged, hostile, and of every shape JSON has."""
    chance = random.Random(20261128)
    made: list[str] = []
    for _ in range(count):
        piece = chance.choice(PIECES)
        entry = chance.choice((piece, None, 5, [piece], {"hash": piece}, {"hash": [piece], "madeFor": {}}))
        whole = chance.choice((
            entry, [entry, entry], {"format": "exercise sheets", "version": 1, "sheets": [entry] * 3},
            {"hash": piece, "madeFor": piece, "cautions": chance.choice(([piece], piece, None))},
            {"__proto__": {"polluted": 1}, "hash": piece},
        ))  # fmt: skip
        text = json.dumps(whole)
        made.append(text[: chance.randrange(len(text) + 1)] if chance.random() < 0.3 else text)
    return made


def test_nothing_in_storage_or_a_file_breaks_the_page(page: Page, address: str) -> None:
    page.goto(f"{address}build/")
    assert page.evaluate(READ, {"root": address, "values": _values(600)}) == []


def test_the_builder_opens_on_much_that_a_device_may_keep(page: Page, address: str) -> None:
    _opens_on(page, address, 8)


@pytest.mark.audit
def test_the_builder_opens_on_whatever_the_device_keeps(page: Page, address: str) -> None:
    _opens_on(page, address, 60)


def _opens_on(page: Page, address: str, count: int) -> None:
    dialogs: list[str] = []
    page.on("dialog", lambda dialog: dialogs.append(dialog.message))
    page.goto(address)
    for value in _values(count):
        page.evaluate("value => localStorage.setItem('/unknot/sheet', value)", value)
        page.evaluate("value => localStorage.setItem('/unknot/sheets', value)", value)
        page.goto(f"{address}build/")
        page.wait_for_selector(".builder-minutes")
    assert dialogs == []
