"""The tiny handbook in Spanish, for every test that looks for English in it."""

from pathlib import Path
from shutil import copytree

from generator.checks import check_handbook
from generator.handbook import Handbook
from generator.loading import load_handbook

TESTS = Path(__file__).parent


def spanish_book(folder: Path) -> Handbook:
    """The tiny handbook with the words of tests/spanish/, written below a folder and read from there."""
    content = folder / "content"
    copytree(TESTS / "content", content)
    copytree(TESTS / "spanish", content, dirs_exist_ok=True)
    handbook, problems = load_handbook(content)
    assert [each.for_terminal() for each in (*problems, *check_handbook(handbook))] == []
    return handbook
