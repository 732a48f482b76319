"""A phrase that would not fit where it stands, or says less than it must, is told with its remedy."""

from pathlib import Path
from shutil import copytree

import pytest

from generator.checks import check_handbook
from generator.handbook import load_handbook
from tests.conftest import ROOT


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
    ],
)
def test_a_phrase_is_checked(phrase: str, message: str, tmp_path: Path) -> None:
    content = tmp_path / "content"
    copytree(ROOT / "tests" / "content", content)
    (content / "phrases.yml").write_text(f"{phrase}\n", encoding="utf-8")
    _, problems = load_handbook(content)
    assert [each for each in problems if message in each.for_terminal()], problems


def test_another_language_needs_every_phrase(tmp_path: Path) -> None:
    content = tmp_path / "content"
    copytree(ROOT / "tests" / "content", content)
    copytree(ROOT / "tests" / "spanish", content, dirs_exist_ok=True)
    file = content / "phrases.yml"
    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace("made_for: Para\n", ""), encoding="utf-8")
    handbook, problems = load_handbook(content)
    assert problems == []
    assert [each.message for each in check_handbook(handbook)] == [
        "in 'es' these are still English; give them: made_for"
    ]
