"""Rules that were made for English judge nothing in another language, and say so; the others hold."""

import re
from pathlib import Path
from shutil import copytree

import pytest

from generator.__main__ import main
from generator.checks import check_handbook, check_wording
from generator.checks.wording import does_not_apply
from generator.handbook import Handbook
from generator.loading import load_handbook
from tests.conftest import ROOT

HARD = "Considerablemente recomendable: estabilización neuromuscular individualizada."
LONG = "Una " + "y otra " * 12 + "vez."


@pytest.fixture
def spanish(tmp_path: Path) -> Path:
    content = tmp_path / "content"
    copytree(ROOT / "tests" / "content", content)
    file = content / "handbook.yml"
    file.write_text(f"{file.read_text(encoding='utf-8')}language: es\n", encoding="utf-8")
    return content


def _told(content: Path, why: str) -> tuple[Handbook, list[str]]:
    file = content / "exercises" / "neck" / "nod.yml"
    text = file.read_text(encoding="utf-8").replace("It keeps your neck moving.", f"'{why}'")
    file.write_text(text, encoding="utf-8")
    handbook, problems = load_handbook(content)
    assert problems == []
    return handbook, [each.message for each in check_wording(handbook)]


def test_no_grade_is_given_to_another_language_and_that_is_said(spanish: Path) -> None:
    handbook, messages = _told(spanish, HARD * 12)
    assert [each for each in messages if "reading grade" in each] == []
    assert "says nothing of 'es'" in does_not_apply(handbook)


def test_a_check_of_a_whole_spanish_handbook_says_that_all_is_well_and_what_was_not_judged(
    spanish: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    copytree(ROOT / "tests" / "spanish", spanish, dirs_exist_ok=True)
    assert main(["--content", str(spanish), "--out", str(tmp_path / "out"), "check"]) == 0
    said = capsys.readouterr().out
    assert "the reading grade is a formula for English and says nothing of 'es'" in said
    assert said.endswith("no problems\n")


def test_promises_are_held_in_the_words_of_the_language(spanish: Path) -> None:
    """Our lists are English: without lists of its own a promise would pass, and that is a problem."""
    handbook, _ = load_handbook(spanish)
    lacking = [each.message for each in check_wording(handbook) if each.path.endswith("wording.yml")]
    assert len(lacking) == 1 and "promises" in lacking[0]
    copytree(ROOT / "tests" / "spanish", spanish, dirs_exist_ok=True)
    file = spanish / "exercises" / "neck" / "nod.yml"
    text = re.sub(r"(?m)^why: .*$", "why: Te cura el cuello.", file.read_text(encoding="utf-8"))
    file.write_text(text, encoding="utf-8")
    told = [each for each in check_wording(load_handbook(spanish)[0]) if each.where == "why"]
    assert ["'cura' promises too much" in each.message for each in told] == [True]


def test_english_is_still_graded(spanish: Path) -> None:
    file = spanish / "handbook.yml"
    file.write_text(
        file.read_text(encoding="utf-8").replace("language: es", "language: en-GB"), encoding="utf-8"
    )
    handbook, messages = _told(spanish, HARD * 12)
    assert [each for each in messages if "reading grade" in each]
    assert does_not_apply(handbook) == ""


def test_a_long_sentence_is_long_in_every_language(spanish: Path) -> None:
    _, messages = _told(spanish, LONG)
    assert [each for each in messages if "words in one sentence" in each]


def test_a_language_that_the_theme_lacks_is_a_problem(spanish: Path) -> None:
    file = spanish / "handbook.yml"
    file.write_text(
        file.read_text(encoding="utf-8").replace("language: es", "language: haw"), encoding="utf-8"
    )
    handbook, _ = load_handbook(spanish)
    assert "the theme has no words in 'haw'" in " ".join(each.message for each in check_handbook(handbook))
