"""`python -m generator new`: a file with every field, for `make check` to lead through; a whole handbook."""

import subprocess
import sys
from pathlib import Path
from shutil import copy, copytree

import pytest

from generator.__main__ import main
from generator.checks import check_handbook
from generator.example import MARK, example_left, leads_nowhere
from generator.handbook import Handbook
from generator.loading import load_handbook
from generator.press.__main__ import main as press
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


@pytest.fixture(scope="module")
def begun(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project with nothing but what all handbooks share, and a new handbook in it."""
    root = tmp_path_factory.mktemp("begun")
    for shared in ("docs/assets", "generator/theme"):
        copytree(ROOT / shared, root / shared)
    copy(ROOT / "mkdocs.yml", root)
    assert main(["new", "handbook", str(root / "mine")]) == 0
    return root


def run(root: Path, command: str) -> int:
    """Run a command of the generator over the new handbook."""
    return main(["--content", str(root / "mine"), "--out", str(root), command])


def test_a_new_handbook_has_no_problem_and_becomes_a_whole_site(begun: Path, capsys: Output) -> None:
    assert run(begun, "check") == 0, capsys.readouterr().out
    assert run(begun, "build") == 0
    builder = (sys.executable, "-m", "mkdocs", "build", "--strict", "--quiet")
    made = subprocess.run([*builder, "-f", str(begun / "mkdocs.yml")], capture_output=True, check=False)
    assert made.returncode == 0, made.stderr.decode()
    page = (begun / "build/site/exercises/knees/straighten-one-knee/index.html").read_text(encoding="utf-8")
    assert page.count('class="f-line"') >= 2, "both pictures are drawn"
    assert (begun / "build/site/routines/knees-on-a-chair/sheet/index.html").exists()


def test_a_new_handbook_speaks_of_nobody_else(begun: Path, handbook: Handbook) -> None:
    """What is ours and would be wrong on another's pages: our name, our address, who writes for us."""
    said = "".join(file.read_text(encoding="utf-8") for file in (begun / "mine").rglob("*.*"))
    ours = handbook.publisher
    assert [name for name in (ours.name, ours.address, ours.publisher, ours.repository) if name in said] == []
    assert "CHANGE" in (begun / "mine" / "handbook.yml").read_text(encoding="utf-8")
    assert "CHANGE" in (begun / "mine" / "safety.yml").read_text(encoding="utf-8")


def test_what_is_still_the_example_is_told_and_not_published(
    begun: Path, capsys: Output, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A notice where somebody is at work, with file, line and place; an error where it would be published."""
    monkeypatch.delenv("GITHUB_ACTIONS", raising=False)
    assert run(begun, "check") == 0
    told = capsys.readouterr().out
    for place in ("handbook.yml:6: address:", "safety.yml:39: signs.chest-pain:", "doors.yml:2: search:"):
        assert f"mine/{place}" in told, told
    (begun / "build" / ".built").unlink(missing_ok=True)  # a build that has nothing to do says nothing
    assert run(begun, "build") == 0
    assert "not to be published yet" in capsys.readouterr().out
    assert run(begun, "publishable") == 1
    places = [line for line in capsys.readouterr().out.splitlines() if "mine/" in line]
    noticed = [line for line in told.splitlines() if "mine/" in line]
    assert noticed == [f"{each} (a notice)" for each in places]


def test_what_somebody_made_their_own_is_no_example(tmp_path: Path, capsys: Output) -> None:
    """CHANGE taken away is not enough where the words are still those of the example."""
    mine = tmp_path / "mine"
    assert main(["new", "handbook", str(mine)]) == 0
    for file in mine.rglob("*.yml"):
        lines = file.read_text(encoding="utf-8").splitlines()
        file.write_text("\n".join(line for line in lines if not MARK.match(line)) + "\n", encoding="utf-8")
    left = {each.where.partition(".")[0] for each in example_left(mine)}
    assert left == {"name", "tagline", "address", "publisher", "contact", "feedback", "repository",
                    "scope", "red_flag_line", "red_flag_short", "signs", "OWN-SHEET"}  # fmt: skip
    copytree(ROOT / "content", tmp_path / "ours")
    assert example_left(tmp_path / "ours") == []


@pytest.mark.parametrize(
    ("address", "nowhere"),
    [
        ("https://handbook.example/", True),
        ("https://www.example.com/book/", True),
        ("http://localhost:8000/", True),
        ("https://example.community/", False),
        ("https://clinic.github.io/book/", False),
    ],
)
def test_an_address_that_nobody_can_have_is_known(address: str, nowhere: bool) -> None:
    assert leads_nowhere(address) == nowhere


def test_no_paper_leads_to_an_address_that_nobody_can_have(begun: Path, capsys: Output) -> None:
    assert press(["--content", str(begun / "mine"), "--out", str(begun)]) == 2
    assert "https://handbook.example/ leads nowhere" in capsys.readouterr().err


def test_nothing_is_deployed_that_is_still_an_example() -> None:
    workflow = (ROOT / ".github" / "workflows" / "site.yml").read_text(encoding="utf-8")
    steps = [workflow.index(each) for each in ("make publishable", "make pdf", "upload-pages-artifact")]
    assert steps == sorted(steps)


def test_nobodys_files_are_written_over(tmp_path: Path, capsys: Output) -> None:
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine" / "notes.txt").write_text("keep me")
    for taken in (tmp_path / "mine", tmp_path / "mine" / "notes.txt"):
        assert main(["new", "handbook", str(taken)]) == 2
        assert "new or empty" in capsys.readouterr().err
    assert [each.name for each in tmp_path.rglob("*")] == ["mine", "notes.txt"]
    (tmp_path / "empty").mkdir()
    assert main(["new", "handbook", str(tmp_path / "empty")]) == 0


@pytest.mark.parametrize("call", [["handbook"], ["neck/slow-nod"], ["neck/slow-nod", "DIR", "--goal", "x"]])
def test_half_a_call_says_what_is_missing(call: list[str], capsys: Output) -> None:
    assert main(["new", *call]) == 2
    assert "new handbook DIR" in capsys.readouterr().err
