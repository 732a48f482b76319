"""A phrase that would not fit where it stands, or says less than it must, is told with its remedy."""

import re
from collections import Counter
from pathlib import Path
from shutil import copytree

import pytest

from generator.checks import check_handbook
from generator.loading import load_handbook
from generator.model.list_phrases import OnSearch
from generator.model.phrases import Phrases
from generator.model.saying import BLANK
from tests.conftest import ROOT
from tests.translated import said


@pytest.mark.parametrize(
    ("phrase", "message"),
    [
        ("made_fro: Para", "there is no field 'made_fro' here"),
        ('tick_week: "Semana"', "tick_week: {n} belongs in 'Semana'"),
        ('tick_week: "Semana {m}"', "tick_week: nothing fills {m} here; it has {n}"),
        ('blank: "{gap} s {gap} veces"', "blank: {gap} belongs in '{gap} s {gap} veces' 4 times"),
        ("phone: Número de teléfono de la clínica", "phone: 32 letters, and there is room for 22"),
        ('time: {"1": una vez}', "give 'other', the form that holds for every number"),
        ('time: {single: una vez, other: "{n} veces"}', "'single' is no number and no kind of one"),
        ('side_left: "izquierda)"', "has the wrong form"),
        ("pages: {exercise: {stpes: Pasos}}", "pages.exercise.stpes: there is no field 'stpes' here"),
        ('pages: {exercise: {once: "{hold}."}}', "pages.exercise: once: {times} belongs in '{hold}.'"),
        ('pages: {home: {call: "Llama {n}"}}', "pages.home: call: nothing fills {n} here; it has no braces"),
        (
            'pages: {area: {count: {"1": uno}}}',
            "pages.area.count: give 'other', the form that holds",
        ),
        ("pages: {search: {list_names: [ejercicios]}}", "pages.search: list_names.0: {name} belongs in"),
        ("pages: {titles: Ejercicios}", "pages.titles: should be fields, each `name: value`"),
    ],
)
def test_a_phrase_is_checked(phrase: str, message: str, tmp_path: Path) -> None:
    content = tmp_path / "content"
    copytree(ROOT / "tests" / "content", content)
    (content / "phrases.yml").write_text(f"{phrase}\n", encoding="utf-8")
    _, problems = load_handbook(content)
    assert [each for each in problems if message in each.for_terminal()], problems


def test_a_page_has_room_for_a_long_phrase(tmp_path: Path) -> None:
    content = tmp_path / "content"
    copytree(ROOT / "tests" / "content", content)
    phrase = "pages: {titles: {letters: De la primera letra a la última y todo lo que hay en medio}}\n"
    (content / "phrases.yml").write_text(phrase, encoding="utf-8")
    _, problems = load_handbook(content)
    assert problems == []


@pytest.mark.parametrize(
    ("file", "phrase", "place", "message"),
    [
        ("phrases.yml", "made_for: Para\n", "", "give them: made_for"),
        ("phrases.yml", "    mistakes: Errores comunes\n", "pages.exercise", "give them: mistakes"),
        ("doors.yml", "self_care: Cuídate\n", "", "give them: self_care"),
        ("progress.yml", "lead: Un número por semana.\n", "", "give them: lead"),
    ],
)
def test_another_language_needs_every_phrase(
    file: str, phrase: str, place: str, message: str, tmp_path: Path
) -> None:
    content = tmp_path / "content"
    copytree(ROOT / "tests" / "content", content)
    copytree(ROOT / "tests" / "spanish", content, dirs_exist_ok=True)
    text = (content / file).read_text(encoding="utf-8")
    assert phrase in text
    (content / file).write_text(text.replace(phrase, ""), encoding="utf-8")
    handbook, problems = load_handbook(content)
    assert problems == []
    found = [(each.where, each.message) for each in check_handbook(handbook)]
    assert found == [(place, f"in 'es' these are still English; {message}")]


def test_a_translator_gives_each_wording_once() -> None:
    """One word may mean two things and names for the search repeat; a sentence stands in one place."""
    words = [each for each in said(Phrases().model_dump()) if re.search(r"\w \w", BLANK.sub("", each))]
    names = {*said(OnSearch().model_dump())}
    again = {each for each, count in Counter(words).items() if count > 1}
    assert again - names == set()
