"""The day a file was last changed, from a project's history."""

import os
import subprocess
from datetime import date
from pathlib import Path

from generator.changes import last_changes
from generator.handbook import Handbook
from generator.model.base import switched_on
from tests.conftest import ROOT


def _git(folder: Path, *words: str, day: str = "2026-01-01") -> None:
    who = {
        f"GIT_{role}_{field}": "a@example.org"
        for role in ("AUTHOR", "COMMITTER")
        for field in ("NAME", "EMAIL")
    }
    dates = {f"GIT_{role}_DATE": f"{day}T12:00:00Z" for role in ("AUTHOR", "COMMITTER")}
    environment = {**os.environ, **who, **dates}
    subprocess.run(["git", "-C", str(folder), *words], env=environment, check=True, capture_output=True)


def _committed(root: Path, name: str, text: str, day: str) -> None:
    (root / "content" / name).write_text(text, encoding="utf-8")
    _git(root, "add", ".")
    _git(root, "commit", "-m", "Change", day=day)


def test_the_newest_commit_of_each_file_counts(tmp_path: Path) -> None:
    (tmp_path / "content").mkdir()
    _git(tmp_path, "init")
    _committed(tmp_path, "hüfte.yml", "a", "2026-02-01")
    _committed(tmp_path, "neck.yml", "a", "2026-03-01")
    _committed(tmp_path, "hüfte.yml", "b", "2026-04-01")
    content = tmp_path / "content"
    found = {Path(path).name: day for path, day in last_changes(content).items()}
    assert found == {"hüfte.yml": date(2026, 4, 1), "neck.yml": date(2026, 3, 1)}


def test_without_the_whole_history_nothing_is_said(tmp_path: Path) -> None:
    whole, part = tmp_path / "whole", tmp_path / "part"
    (whole / "content").mkdir(parents=True)
    assert last_changes(whole / "content") == {}
    _git(whole, "init")
    _committed(whole, "neck.yml", "a", "2026-03-01")
    _committed(whole, "neck.yml", "b", "2026-04-01")
    subprocess.run(
        ["git", "clone", "--depth", "1", f"file://{whole}", str(part)], check=True, capture_output=True
    )
    assert last_changes(part / "content") == {}


def test_a_change_of_a_safety_line_stands_in_the_public_history(handbook: Handbook) -> None:
    """Who changes safety.yml on a later day than the newest entry about safety writes one."""
    day = last_changes(ROOT / "content").get(f"{ROOT / 'content'}/safety.yml")
    told = [each.day for each in handbook.changes.values() if switched_on(each.safety)]
    assert day is None or day <= max(told)


def test_the_page_of_changes_is_one_tap_away(site: Path, handbook: Handbook) -> None:
    """From the foot of any page, and from the page about the book."""
    page = handbook.page_with("changes")
    assert page and f'href="guidance/{page.rpartition("/")[2]}/"' in (site / "index.html").read_text("utf-8")
    assert f"(/{page}/)" in handbook.pages["about"].body
