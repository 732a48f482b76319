"""The files on disk: only what changed is written, only our own is removed."""

from pathlib import Path

from generator.writer import Written, write_tree


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


def test_a_tampered_list_removes_nothing_outside(tmp_path: Path) -> None:
    outside = tmp_path / "precious.txt"
    outside.write_text("keep")
    project = tmp_path / "project"
    (project / "docs").mkdir(parents=True)
    (project / "docs" / ".generated").write_text("../precious.txt\n" + str(outside) + "\n")
    write_tree(project, {"docs/a.md": "a"})
    assert outside.read_text() == "keep"
