"""The last good site stays until the next one is whole, whatever ends the building of it."""

import subprocess
from pathlib import Path

import pytest

from tests.conftest import ROOT

HALF = "mkdir -p build/site.new && echo half > build/site.new/index.html"
WHOLE = "mkdir -p build/site.new && echo new > build/site.new/index.html"


def _project(folder: Path, mkdocs: str, python: str = "exit 0") -> None:
    """A folder with a site, and with tools that do no more than this; what is installed counts as fresh."""
    (folder / "bin").mkdir()
    (folder / "build" / "site").mkdir(parents=True)
    (folder / "build" / "site" / "index.html").write_text("old\n")
    for name in ("pyproject.toml", "uv.lock", "bin/uv", "bin/.site"):
        (folder / name).touch()
    for name, words in (("mkdocs", mkdocs), ("python", python)):
        (folder / "bin" / name).write_text(f"#!/bin/sh\n{words}\n")
        (folder / "bin" / name).chmod(0o755)


def _made(folder: Path) -> tuple[int, str]:
    """Run `make site`; its code, and what the site's first page says then."""
    command = ["make", "--silent", "-f", str(ROOT / "Makefile"), "site", "BIN=bin"]
    code = subprocess.run(command, cwd=folder, capture_output=True, check=False).returncode
    return code, (folder / "build" / "site" / "index.html").read_text().strip()


@pytest.mark.parametrize("end", ["kill -9 $$", "exit 1"], ids=["killed", "failed"])
def test_a_build_that_ends_early_leaves_the_last_site(end: str, tmp_path: Path) -> None:
    _project(tmp_path, f"{HALF}; {end}")
    code, page = _made(tmp_path)
    assert code != 0 and page == "old"


def test_what_comes_after_the_builder_may_fail_too(tmp_path: Path) -> None:
    _project(tmp_path, WHOLE, python='case "$2" in generator.offline) exit 1;; esac')
    code, page = _made(tmp_path)
    assert code != 0 and page == "old"


def test_a_whole_build_takes_its_place(tmp_path: Path) -> None:
    _project(tmp_path, WHOLE)
    assert _made(tmp_path) == (0, "new")
    assert [each.name for each in (tmp_path / "build").iterdir()] == ["site"]
