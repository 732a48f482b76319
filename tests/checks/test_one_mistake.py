"""One mistake is one Problem: what leans on a file that cannot be read says nothing, and raises nothing."""

import shutil
from pathlib import Path

import pytest

from generator.checks import check_handbook, check_wording
from generator.loading import SINGLE_FILES, VOCABULARIES, load_handbook
from generator.problem import Problem
from tests.conftest import ROOT

BROKEN = "key: [one\n"
FIRST = ("facets", "handbook", "muscles", "phrases", "policy", "safety")
"""Files on which most else leans; the others are tried by `make audit`."""
NAMES = [
    pytest.param(f"{name}.yml", marks=() if name in FIRST else pytest.mark.audit)
    for name in (*SINGLE_FILES, *VOCABULARIES)
]


@pytest.fixture(scope="module")
def content(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the real content, in which every file leans on others."""
    folder = tmp_path_factory.mktemp("one") / "content"
    shutil.copytree(ROOT / "content", folder)
    return folder


def told(content: Path, file: Path, text: str) -> list[Problem]:
    """What is told while one file says this; afterwards it is whole again."""
    before = file.read_text(encoding="utf-8")
    file.write_text(text, encoding="utf-8")
    try:
        handbook, problems = load_handbook(content)
        # Reading grades are slow to count, and lean on these alone.
        wording = check_wording(handbook) if file.stem in (*SINGLE_FILES, "glossary", "policy") else []
        return [*problems, *check_handbook(handbook), *wording]
    finally:
        file.write_text(before, encoding="utf-8")


@pytest.mark.parametrize("name", NAMES)
def test_a_file_that_cannot_be_read_is_told_alone(name: str, content: Path) -> None:
    file = content / name
    if not file.exists():
        assert name not in ("policy.yml", "facets.yml", "safety.yml")  # a fork may leave others out
        return
    found = told(content, file, BROKEN)
    assert found and {each.path for each in found} == {file.as_posix()}, found


@pytest.mark.parametrize("pattern", ["exercises/*/*.yml", "routines/*.yml", "pages/guidance/*.md"])
def test_an_entry_that_cannot_be_read_is_told_alone(pattern: str, content: Path) -> None:
    """Other files lead to it, count it or ask for it."""
    for file in sorted(content.glob(pattern))[::25]:
        text = f"---\n{BROKEN}---\n" if file.suffix == ".md" else BROKEN
        found = told(content, file, text)
        assert found and {each.path for each in found} == {file.as_posix()}, found


def test_a_number_that_cannot_be_read_is_told_alone(content: Path) -> None:
    """Every text that names it, and every minute that rests on it, says nothing."""
    file = content / "policy.yml"
    text = file.read_text(encoding="utf-8")
    for id in ("first-days", "rest-between-sets"):
        before, found, after = text.partition(f"\n{id}:\n  number: ")
        assert found
        problems = told(content, file, f"{before}{found}several\n{after.partition(chr(10))[2]}")
        assert problems and {each.path for each in problems} == {file.as_posix()}, problems
