"""Promises that can be read off the built site: dates, contact, data for machines, calm, a stated grade."""

import json
import re
from html import escape
from pathlib import Path

import pytest

from generator.changes import last_changes
from generator.checks.wording import EXERCISE_GRADE, GUIDANCE_GRADE
from generator.handbook import Handbook
from generator.pages.text import first_sentence
from tests.conftest import ROOT

DATA = re.compile(r'<script type="application/ld\+json">(.*?)</script>', re.DOTALL)


@pytest.fixture(scope="module")
def built(site: Path, handbook: Handbook) -> dict[str, str]:
    """The built pages of all exercises, routines and guidance, by address."""
    addresses = [
        *(each.address for each in handbook.exercises.values()),
        *(each.address for each in handbook.routines.values()),
        *(each.address for each in handbook.pages.values() if each.address),
    ]
    return {each: (site / each / "index.html").read_text(encoding="utf-8") for each in addresses}


def test_every_page_tells_when_it_was_last_changed(built: dict[str, str]) -> None:
    """Where git knows it; a copy without its history cannot tell."""
    if last_changes(ROOT / "content"):
        assert [address for address, page in built.items() if "Last changed on" not in page] == []


def test_every_page_leads_to_whoever_publishes_it(built: dict[str, str], handbook: Handbook) -> None:
    assert [each for each, page in built.items() if handbook.publisher.feedback not in page] == []


def test_every_exercise_tells_machines_what_it_is(built: dict[str, str], handbook: Handbook) -> None:
    for exercise in handbook.exercises.values():
        found = [json.loads(each) for each in DATA.findall(built[exercise.address])]
        assert exercise.name in json.dumps(found, ensure_ascii=False)


def test_every_sheet_stands_beside_a_clinician(site: Path, handbook: Handbook) -> None:
    words = str(first_sentence(handbook.safety.not_advice))
    for routine in handbook.routines.values():
        assert words in (site / routine.address / "sheet" / "index.html").read_text(encoding="utf-8")


def test_nothing_moves_by_itself() -> None:
    """A style may show late what a script did not draw in time; it may not move anything."""
    styles = "".join(each.read_text(encoding="utf-8") for each in (ROOT / "docs" / "assets").rglob("*.css"))
    frames = re.findall(r"@keyframes [\w-]+ \{((?:[^{}]*\{[^{}]*\})*)", styles)
    changed = {name.strip() for each in frames for name in re.findall(r"[{;]\s*([\w-]+)\s*:", each)}
    assert changed <= {"visibility"}


def test_the_grade_that_is_stated_is_the_grade_that_is_held(handbook: Handbook) -> None:
    stated = " ".join(page.body for page in handbook.pages.values() if "Flesch-Kincaid" in page.body)
    grades = {float(each) for each in re.findall(r"grade (\d+) or less", stated)}
    assert grades == {EXERCISE_GRADE, GUIDANCE_GRADE}


def test_latin_is_marked_for_a_voice(site: Path, handbook: Handbook) -> None:
    every = (site / "muscles" / "index.html").read_text(encoding="utf-8")
    for slug, muscle in handbook.muscles.items():
        latin = f'<i lang="la">{escape(muscle.latin)}</i>'
        assert latin in (site / "muscles" / slug / "index.html").read_text(encoding="utf-8")
        assert latin in every


PARTS = {
    "E01": ("neck/neck-side-bend", "neck/neck-rotation"),
    "G08": ("rhomboid",),
    "G68": ("back-to-normal", "yoga"),
    "G74": ("exercises often ease",),
}
"""Pieces of the source text that once were carried in part, and what their pages say now."""


def test_pieces_in_two_parts_are_carried_whole(handbook: Handbook) -> None:
    for number, parts in PARTS.items():
        carried = handbook.coverage[number]
        page = handbook.pages.get(carried.page or "")
        told = " ".join([carried.page or "", *carried.also, page.body if page else ""])
        assert [each for each in parts if each not in told] == [], number
