"""The files on disk: only what changed is written, only our own is removed."""

import subprocess
import sys
import time
from pathlib import Path

import pytest

from generator.disk import keep_text, kept_text
from generator.writer import OccupiedError, Written, clean, write_tree
from tests.conftest import ROOT


def test_a_second_run_writes_nothing(tmp_path: Path) -> None:
    tree = {"docs/a.md": "a", "docs/b/c.md": "c"}
    assert write_tree(tmp_path, tree) == Written(total=2, changed=2, removed=0)
    before = {file: file.stat().st_mtime_ns for file in tmp_path.rglob("*") if file.is_file()}
    assert write_tree(tmp_path, tree) == Written(total=2, changed=0, removed=0)
    after = {file: file.stat().st_mtime_ns for file in tmp_path.rglob("*") if file.is_file()}
    pages = {file for file in before if not file.name.startswith(".")}
    assert {file: after[file] for file in pages} == {file: before[file] for file in pages}


def test_what_is_no_longer_made_goes_and_what_others_made_stays(tmp_path: Path) -> None:
    write_tree(tmp_path, {"docs/old/page.md": "x", "docs/a.md": "a"})
    (tmp_path / "docs" / "notes.md").write_text("mine")
    assert write_tree(tmp_path, {"docs/a.md": "a"}).removed == 1
    assert not (tmp_path / "docs" / "old").exists()
    assert (tmp_path / "docs" / "notes.md").read_text() == "mine"


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A project that was built once, beside a file of somebody else."""
    (tmp_path / "precious.txt").write_text("keep")
    write_tree(tmp_path / "project", {"docs/a.md": "a"})
    return tmp_path / "project"


@pytest.mark.parametrize(
    "line",
    [
        "../precious.txt",
        "/etc/hostname",
        "README.md",
        "content/areas.yml",
        "docs/../README.md",
        "docs/assets/page/tokens.css",
        "docs/pdf/own.pdf",
        "docs/link/precious.txt",
        "docs/folder",
        "build/figures/x.json",
        "docs/a\0b",
    ],
)
@pytest.mark.parametrize("end", [write_tree, clean])
def test_a_list_names_nothing_but_what_a_build_makes(line: str, end: object, project: Path) -> None:
    mine = ("README.md", "content/areas.yml", "docs/assets/page/tokens.css", "docs/pdf/own.pdf")
    for path in (*mine, "build/figures/x.json", "docs/folder/notes.md"):
        (project / path).parent.mkdir(parents=True, exist_ok=True)
        (project / path).write_text("mine")
    (project / "docs" / "link").symlink_to(project.parent)
    with (project / "docs" / ".generated").open("a") as listed:
        listed.write(f"{line}\n")
    write_tree(project, {"docs/a.md": "a"}) if end is write_tree else clean(project)
    assert (project.parent / "precious.txt").read_text() == "keep"
    assert all((project / path).read_text() == "mine" for path in (*mine, "build/figures/x.json"))
    assert (project / "docs/folder/notes.md").exists()
    assert (project / "docs/a.md").exists() is (end is write_tree)


@pytest.mark.parametrize("damage", [b"\xff\xfe\x00", b"", b"docs/assets\n\0\n"])
def test_a_damaged_list_hinders_no_build(damage: bytes, project: Path) -> None:
    (project / "docs" / ".generated").write_bytes(damage)
    write_tree(project, {"docs/a.md": "a", "docs/b.md": "b"})
    assert (project / "docs" / ".generated").read_text() == "docs/a.md\ndocs/b.md\n"


@pytest.mark.parametrize("path", ["docs/own.md", "docs/link.md", "docs/folder.md"])
def test_what_others_wrote_is_never_overwritten(path: str, project: Path) -> None:
    (project / "docs" / "own.md").write_text("my own work")
    (project / "docs" / "link.md").symlink_to(project.parent / "precious.txt")
    (project / "docs" / "folder.md").mkdir()
    with pytest.raises(OccupiedError) as refused:
        write_tree(project, {"docs/a.md": "new", path: "made"})
    assert refused.value.paths == [path]
    assert (project / "docs/a.md").read_text() == "a"
    assert (project / "docs/own.md").read_text() == "my own work"
    assert (project.parent / "precious.txt").read_text() == "keep"


@pytest.mark.parametrize(
    "path",
    [
        "../x.md",
        "/x.md",
        "docs/../../x.md",
        "content/x.yml",
        "docs/assets/x.js",
        "mkdocs.yml",
        "docs/.generated",
    ],
)
def test_nothing_is_written_where_no_page_belongs(path: str, project: Path) -> None:
    before = sorted(project.parent.rglob("*"))
    with pytest.raises(ValueError, match="not a place for a page"):
        write_tree(project, {path: "x", "docs/b.md": "b"})
    assert sorted(project.parent.rglob("*")) == before


def test_a_full_disk_leaves_old_files_whole_and_no_halves(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(file: Path, data: bytes) -> int:
        with file.open("wb") as half:
            half.write(data[: len(data) // 2])
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "write_bytes", full)
    with pytest.raises(OSError, match="No space"):
        write_tree(project, {"docs/a.md": "a longer text"})
    monkeypatch.undo()
    assert (project / "docs/a.md").read_text() == "a"
    assert list(project.rglob("*.half")) == []
    assert write_tree(project, {"docs/a.md": "a longer text"}).changed == 1


TWO_BUILDS = """
import sys
from pathlib import Path
from generator.writer import write_tree
for round in range(40):
    write_tree(Path(sys.argv[1]), {f"docs/{name}.md": f"{round} {name}" * 2000 for name in range(12)})
"""


def test_two_builds_at_once_both_end_well(project: Path) -> None:
    both = [subprocess.Popen([sys.executable, "-c", TWO_BUILDS, str(project)], cwd=ROOT) for _ in range(2)]
    assert [each.wait(60) for each in both] == [0, 0]
    assert {(project / f"docs/{name}.md").read_text() for name in range(12)} == {
        f"39 {name}" * 2000 for name in range(12)
    }


def test_a_killed_build_is_mended_by_the_next(project: Path) -> None:
    for delay in (0.05, 0.15, 0.3):
        build = subprocess.Popen([sys.executable, "-c", TWO_BUILDS, str(project)], cwd=ROOT)
        time.sleep(delay)
        build.kill()
        build.wait()
        write_tree(project, {"docs/a.md": "b"})
        ours = {file.name for file in (project / "docs").rglob("*") if file.suffix == ".md"}
        assert ours == {"a.md"}


def test_kept_text_is_whole_or_not_there(tmp_path: Path) -> None:
    file = tmp_path / "kept"
    keep_text(file, "some text, ümläuts too\n")
    whole = file.read_bytes()
    assert kept_text(file) == "some text, ümläuts too\n"
    for damaged in (whole[:-1], whole + b"x", b"", b"\xff" * 80, whole.replace(b"some", b"same")):
        file.write_bytes(damaged)
        assert kept_text(file) is None
    assert kept_text(tmp_path / "nowhere") is None
