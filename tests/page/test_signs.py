"""Warning signs on the built pages: the same words wherever a reader needs them, without a script."""

import re
from html import unescape
from pathlib import Path

import pytest
from pydantic import ValidationError

from generator.handbook import Handbook
from generator.model.safety import Sign
from generator.model.told import Told

ARTERY = ("eyelid", "pupil", "headache", "unsteadiness")
"""What the early signs of a torn neck artery are called."""


def words(html: str) -> str:
    """The text of a page on one line, without the marks of the glossary."""
    return " ".join(unescape(re.sub(r"<[^>]+>", "", html)).split())


@pytest.fixture(scope="module")
def said(site: Path) -> dict[str, str]:
    """The words of every page, by its address."""
    files = site.rglob("index.html")
    return {str(each.parent.relative_to(site)): words(each.read_text(encoding="utf-8")) for each in files}


def _missing(text: str, signs: list[Sign]) -> list[str]:
    return [each.sign for each in signs if each.sign not in text]


def test_the_red_flag_page_and_the_page_of_sources_hold_every_sign(
    said: dict[str, str], handbook: Handbook
) -> None:
    signs = list(handbook.safety.signs.values())
    page = said[f"guidance/{handbook.safety.red_flag_page}"]
    assert _missing(page, signs) == [] and [each.why for each in signs if each.why not in page] == []
    assert _missing(said["guidance/warning-sign-sources"], signs) == []


def test_every_exercise_shows_the_signs_that_end_it(said: dict[str, str], handbook: Handbook) -> None:
    signs = handbook.safety.signs.values()
    for exercise in handbook.exercises.values():
        ends = [each for each in signs if exercise.area in each.stops]
        assert _missing(said[exercise.address], ends) == [], exercise.slug


def test_every_routine_warns_of_what_ends_its_moves(said: dict[str, str], handbook: Handbook) -> None:
    """At its head for the areas it asks about, at its end for the others."""
    signs = handbook.safety.signs.values()
    for routine in handbook.routines.values():
        asked = set(routine.screen)
        ended = {handbook.exercises[item.exercise].area for item in routine.items} - asked
        due = [each for each in signs if asked & {*each.areas} or ended & {*each.stops}]
        assert _missing(said[routine.address], due) == [], routine.slug


@pytest.mark.parametrize(
    "address", ["exercises/neck", "exercises/neck/chin-tuck", "routines/stiff-neck-ease"]
)
def test_early_signs_of_a_torn_neck_artery_stand_where_the_neck_is_moved(
    address: str, said: dict[str, str]
) -> None:
    assert [word for word in ARTERY if word not in said[address]] == []


NAMED = {
    *("saddle-numbness", "bladder-trouble", "leg-nerve", "chest-pain", "fever"),
    *("accident", "cancer", "weight-loss"),
}
"""The eight signs that guidelines on low back pain ask for first (NICE NG59 and others)."""


def test_the_short_lines_name_the_eight_signs(handbook: Handbook) -> None:
    """The check holds both lines to this list; the list itself may grow, and never loses one of these."""
    assert set(handbook.safety.line_names) >= NAMED
    assert "red-flag" in handbook.safety.red_flag_line


def test_every_exercise_tells_what_can_happen_and_what_that_rests_on(site: Path, handbook: Handbook) -> None:
    for exercise in handbook.exercises.values():
        page = (site / exercise.address / "index.html").read_text(encoding="utf-8")
        told = page.partition('id="risk"')[2].partition("<h2")[0]
        for each in (handbook.facets.goals[exercise.goal].risk, *handbook.safety.harm):
            assert each.text in words(told), exercise.slug
            assert all(handbook.references[key].address in told for key in each.sources), exercise.slug


def test_what_can_happen_rests_on_something() -> None:
    with pytest.raises(ValidationError, match="name the sources"):
        Told(text="It can ache.")
