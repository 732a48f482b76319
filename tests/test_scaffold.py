"""`python -m generator new`: a file with every field, which `make check` leads through."""

from pathlib import Path
from shutil import copytree

import pytest

from generator.__main__ import main
from generator.checks import check_handbook
from generator.handbook import load_handbook
from tests.conftest import ROOT

Output = pytest.CaptureFixture[str]


@pytest.fixture
def content(tmp_path: Path) -> Path:
    """A copy of the tiny handbook to write into."""
    return Path(copytree(ROOT / "tests" / "content", tmp_path / "content"))


def new(content: Path, name: str, goal: str) -> int:
    """Run the command."""
    return main(["--content", str(content), "--out", str(content.parent), "new", name, "--goal", goal])


def test_a_new_exercise_only_lacks_what_its_author_knows(content: Path) -> None:
    assert new(content, "neck/slow-nod", "mobility") == 0
    handbook, problems = load_handbook(content)
    assert problems == []
    assert [each.caution for each in handbook.exercises["slow-nod"].care] == ["hypermobility"]
    found = [each for each in check_handbook(handbook) if "slow-nod" in each.path]
    others = {each.message for each in found} - {"this is still to write"}
    assert others == {"there is no 'WRITE-A-KEY-OF-SOURCES' in sources; known here: KP-NECK"}
    assert len(found) > 10


@pytest.mark.parametrize(
    ("name", "goal", "words"),
    [
        ("nek/slow-nod", "mobility", "there is no area 'nek'; did you mean 'neck'?"),
        ("neck/nod", "mobility", "'nod' is there already"),
        ("neck/Slow nod", "mobility", "lower-case letters, digits and hyphens"),
        ("neck/../../nod", "mobility", "lower-case letters, digits and hyphens"),
        ("neck/slow-nod", "mobilty", "did you mean 'mobility'?"),
    ],
)
def test_a_wrong_call_writes_nothing(content: Path, capsys: Output, name: str, goal: str, words: str) -> None:
    before = sorted(content.rglob("*"))
    assert new(content, name, goal) == 2
    assert words in capsys.readouterr().err
    assert sorted(content.rglob("*")) == before
