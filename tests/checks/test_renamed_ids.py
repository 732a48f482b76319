"""A fork may call its goals, cautions and pages what it likes: no rule of safety falls silent by that."""

from pathlib import Path
from shutil import copytree

import pytest

from generator.checks import check_handbook
from generator.loading import load_handbook
from tests.conftest import ROOT

TINY = ROOT / "tests" / "content"
IDS = {
    "mobility": "movilidad",
    "strength": "fuerza",
    "red-flags": "alarmas",
    "first-72-hours": "primeras-horas",
    "first-days:": "primeros-dias:",
    "[first-days": "[primeros-dias",
    ":first-days]": ":primeros-dias]",
}


@pytest.fixture
def fork(tmp_path: Path) -> Path:
    """A copy of the tiny handbook whose author speaks another language."""
    content = tmp_path / "content"
    copytree(TINY, content)
    for file in (*content.rglob("*.yml"), *content.rglob("*.md")):
        text = file.read_text(encoding="utf-8")
        for ours, theirs in IDS.items():
            text = text.replace(f"hyper{ours}", "laxitud").replace(ours, theirs)
        file.write_text(text, encoding="utf-8")
    pages = content / "pages" / "guidance"
    (pages / "red-flags.md").rename(pages / "alarmas.md")
    (pages / "first-72-hours.md").rename(pages / "primeras-horas.md")
    safety = content / "safety.yml"
    if "red_flag_page" not in safety.read_text(encoding="utf-8"):
        safety.write_text(safety.read_text(encoding="utf-8") + "\nred_flag_page: alarmas\n", encoding="utf-8")
    return content


def messages(content: Path) -> list[str]:
    """Everything that is wrong with a handbook."""
    handbook, problems = load_handbook(content)
    return [each.message for each in (*problems, *check_handbook(handbook))]


def edit(file: Path, old: str, new: str) -> None:
    """Put other words into a file that holds the old ones."""
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new), encoding="utf-8")


def test_a_handbook_with_ids_of_its_own_is_fine(fork: Path) -> None:
    assert messages(fork) == []


def test_a_goal_asks_for_its_line_of_care_under_any_name(fork: Path) -> None:
    edit(fork / "exercises" / "neck" / "nod.yml", "care: [{caution: laxitud, do: Stop early.}]\n", "")
    assert "a movilidad exercise needs a line of care for 'laxitud'" in messages(fork)


def test_a_goal_that_says_nothing_of_care_is_no_goal(fork: Path) -> None:
    edit(fork / "facets.yml", ", care: [laxitud], effort: false, held: true", "")
    assert any("care" in each and "missing" in each for each in messages(fork))


def test_the_phase_of_fresh_injuries_cannot_go(fork: Path) -> None:
    edit(fork / "facets.yml", ", fresh: true", "")
    assert any(each.startswith("no phase says `fresh: true`") for each in messages(fork))


def test_no_two_phases_are_fresh(fork: Path) -> None:
    edit(fork / "facets.yml", "meaning: After that.", "meaning: After that., fresh: true")
    assert any(each.startswith("primeros-dias and recovering say `fresh: true`") for each in messages(fork))


def test_a_limit_of_the_first_days_cannot_go(fork: Path) -> None:
    edit(fork / "policy.yml", "first-days-hold:", "primeros-hold:")
    assert any(each.startswith("the number 'first-days-hold' is missing") for each in messages(fork))


def test_who_calls_the_page_of_warning_signs_otherwise_is_told_where_to_say_so(fork: Path) -> None:
    edit(fork / "safety.yml", "red_flag_page: alarmas", "")
    assert any("names it as `red_flag_page`" in each for each in messages(fork))
