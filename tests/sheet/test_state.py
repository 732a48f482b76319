"""A sheet's address: it opens again as it was, says what is damaged, and lets nothing hostile through."""

from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, Route

from generator.model.dose import Dose
from generator.pages.browse import dose_limits

FUZZ = (Path(__file__).parent / "hash_fuzz.js").read_text(encoding="utf-8")
FEW, MANY = 400, 20_000
DECODE = """async ([root, hash]) => {
  const { decodeSheet, encodeSheet } = await import(`${root}assets/sheet/state.js`)
  const { loadCatalogue } = await import(`${root}assets/page/catalogue.js`)
  const { sheet, troubles } = decodeSheet(hash, await loadCatalogue())
  return { sheet, troubles, hash: encodeSheet(sheet) }
}"""
TOMBSTONES = (
    '"tombstones":{"old-tuck":{"now":"older-tuck","since":"2027-01-01","reason":"Renamed."},'
    '"older-tuck":{"now":"chin-tuck","since":"2028-01-01","reason":"Renamed."},'
    '"sit-up":{"since":"2027-01-01","reason":"It loads the spine too much."}}'
)


def _read(page: Page, address: str, hash_: str) -> Any:
    page.goto(f"{address}about/")
    return page.evaluate(DECODE, [address, hash_])


def _bury(route: Route) -> None:
    """The data with three tombstones."""
    text = route.fetch().text()
    assert '"tombstones":{}' in text
    route.fulfill(body=text.replace('"tombstones":{}', TOMBSTONES), content_type="application/json")


def test_a_sheet_opens_as_it_was(page: Page, address: str) -> None:
    words = "t=F%C3%BCr+Oma+%3C3&p=recovering&o=letter.large"
    first = _read(page, address, f"#1&{words}&chin-tuck:7.4.2.3w~Slowly%2E")
    again = _read(page, address, f"#{first['hash']}")
    assert again["troubles"] == []
    assert again["sheet"] == first["sheet"]
    assert again["sheet"]["title"] == "Für Oma <3"
    item = again["sheet"]["items"][0]
    assert [item[name] for name in ("hold", "repetitions", "sets", "times", "per")] == [7, 4, 2, 3, "week"]
    assert item["note"] == "Slowly."


@pytest.mark.parametrize("mangle", [("&", "&amp;"), ("~", "%7E"), (":", "%3A"), ("", "")])
def test_a_link_survives_mail_programs(page: Page, address: str, mangle: tuple[str, str]) -> None:
    whole = _read(page, address, "1&t=A+b&chin-tuck:7.4.2.3~c+d")["hash"]
    assert _read(page, address, whole.replace(*mangle) if mangle[0] else whole)["troubles"] == []


@pytest.mark.parametrize("behind", [".", ")", ",", "&fbclid=IwAR0x-y", "&utm_source=mail", "%20", "”"])
def test_what_others_put_behind_a_link_does_not_count(page: Page, address: str, behind: str) -> None:
    whole = _read(page, address, "1&chin-tuck:7.4.2.3")["hash"]
    found = _read(page, address, whole + behind)
    assert found["troubles"] == []
    assert [item["id"] for item in found["sheet"]["items"]] == ["chin-tuck"]


def test_a_wrong_number_is_noticed(page: Page, address: str) -> None:
    whole = _read(page, address, "1&chin-tuck:7.4.2.3")["hash"]
    found = _read(page, address, whole.replace("7.4.2.3", "7.9.2.3"))
    assert "cut short or changed" in found["troubles"][0]


def test_what_cannot_be_kept_is_named_and_the_rest_stays(page: Page, address: str) -> None:
    found = _read(page, address, "1&nothing-like-it:1.1.1.1&chin-tuck:9999.1.1.1&o=golden&cat-cow:2.2.1.1")
    assert [item["id"] for item in found["sheet"]["items"]] == ["chin-tuck", "cat-cow"]
    said = " ".join(found["troubles"])
    for word in ("nothing-like-it", "Chin tuck", "golden"):
        assert word in said


def test_a_link_of_a_newer_version_is_not_guessed_at(page: Page, address: str) -> None:
    found = _read(page, address, "2&chin-tuck:1.1.1.1")
    assert found["sheet"]["items"] == []
    assert "newer version" in found["troubles"][0]


def test_renamed_exercises_open_and_removed_ones_say_why(page: Page, address: str) -> None:
    page.route("**/browse.json", _bury)
    found = _read(page, address, "1&old-tuck:1.2.1.1&sit-up:1.1.1.1")
    assert [(item["id"], item["repetitions"]) for item in found["sheet"]["items"]] == [("chin-tuck", 2)]
    said = " ".join(found["troubles"])
    assert "“Chin tuck”" in said
    assert "It loads the spine too much." in said


def test_damaged_hashes_break_nothing(page: Page, address: str) -> None:
    page.goto(f"{address}about/")
    found = page.evaluate(FUZZ, {"root": address, "count": FEW, "seed": 7})
    assert found["wrong"] == []


@pytest.mark.audit
def test_twenty_thousand_damaged_hashes_break_nothing(page: Page, address: str) -> None:
    page.goto(f"{address}about/")
    found = page.evaluate(FUZZ, {"root": address, "count": MANY, "seed": 20261122})
    print(found)
    assert found["wrong"] == []


def test_limits_are_the_models_own() -> None:
    usual = {"hold": 5, "repetitions": 5, "sets": 1, "move": 2, "times": 1, "per": "day"}
    for name, (least, most) in dose_limits().items():
        for value in (least, most):
            assert getattr(Dose.model_validate({**usual, name: value}), name) == value
        for value in (least - 1, most + 1):
            with pytest.raises(ValueError, match=name):
                Dose.model_validate({**usual, name: value})
