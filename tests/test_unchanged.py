"""A build that has nothing to do: it is quick, and any change at all makes it a whole one."""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from generator import unchanged
from generator.unchanged import inputs, remember, untouched
from tests.conftest import ROOT

TINY = ROOT / "tests" / "content"
SLOW = {"numpy", "scipy", "PIL", "resvg_py", "playwright", "textstat"}
"""What an edit of words needs none of; an unchanged build needs not even what follows."""
SPINE = {"pydantic", "jinja2", "yaml", "generator.spine"}
BUILD = """
import sys
from generator.__main__ import main
code = main(["--content", "content", "--out", "out", "build"])
print("loaded", *sys.modules)
sys.exit(code)
"""


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A tiny handbook that was built once, in `out/` beside its `content/`."""
    folder = tmp_path_factory.mktemp("built")
    shutil.copytree(TINY, folder / "content")
    assert _build(folder)[0].endswith("0 removed")
    return folder


def _build(folder: Path) -> tuple[str, set[str]]:
    """Build in a process of its own; return what it said and the modules it loaded."""
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    command = [sys.executable, "-c", BUILD]
    done = subprocess.run(command, cwd=folder, env=environment, check=True, capture_output=True, text=True)
    said, loaded = done.stdout.splitlines()
    return said, set(loaded.split()[1:])


def _times(folder: Path) -> dict[Path, int]:
    return {file: file.stat().st_mtime_ns for file in folder.rglob("*") if file.is_file()}


def test_a_second_build_loads_little_and_writes_nothing(built: Path) -> None:
    _build(built)
    before = _times(built / "out")
    said, loaded = _build(built)
    assert said.endswith(" files, 0 changed, 0 removed") and not said.startswith("0 ")
    assert _times(built / "out") == before
    assert loaded & (SLOW | SPINE) == set()


def test_an_edit_of_words_writes_its_pages_and_draws_nothing(built: Path) -> None:
    file = built / "content" / "exercises" / "neck" / "nod.yml"
    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace("why: ", "why: Now and then. ", 1), encoding="utf-8")
    said, loaded = _build(built)
    page = (built / "out" / "docs" / "exercises" / "neck" / "nod" / "index.md").read_text(encoding="utf-8")
    file.write_text(text, encoding="utf-8")
    assert "Now and then" in page and ", 0 changed" not in said
    assert loaded & SLOW == set() and loaded >= SPINE


@pytest.fixture
def settled(tmp_path: Path) -> Path:
    """A folder whose last build read content/ and made one page."""
    _write(tmp_path / "content" / "a.yml", "name: one")
    _write(tmp_path / "docs" / "a.md", "one")
    remember(tmp_path, inputs(tmp_path / "content", tmp_path), ["docs/a.md"], share=False)
    return tmp_path


def _write(file: Path, text: str) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8")


def _asks(folder: Path, share: bool = False) -> int:
    return untouched(folder, inputs(folder / "content", folder), share)


def _same_size_and_time(folder: Path) -> None:
    file = folder / "content" / "a.yml"
    then = file.stat().st_mtime_ns
    _write(file, "name: two")
    os.utime(file, ns=(then, then))


def _behind_a_link(folder: Path) -> None:
    _write(folder / "elsewhere" / "b.yml", "name: two")
    (folder / "content" / "linked").symlink_to(folder / "elsewhere", target_is_directory=True)


CHANGES: dict[str, Callable[[Path], object]] = {
    "a text of the same length and time": _same_size_and_time,
    "a new text": lambda folder: _write(folder / "content" / "b.yml", "name: two"),
    "a text less": lambda folder: (folder / "content" / "a.yml").unlink(),
    "another name": lambda folder: (folder / "content" / "a.yml").rename(folder / "content" / "b.yml"),
    "a text behind a link": _behind_a_link,
    "a page by hand": lambda folder: _write(folder / "docs" / "a.md", "my own"),
    "a page less": lambda folder: (folder / "docs" / "a.md").unlink(),
    "a new PDF": lambda folder: _write(folder / "docs" / "pdf" / "a.pdf", "%PDF"),
    "the list of PDFs": lambda folder: _write(folder / "docs" / "pdf" / ".printed", "key  a.pdf"),
    "a stamp cut short": lambda folder: _write(folder / "build" / ".built", "key"),
}


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES.keys())
def test_every_change_is_seen(change: Callable[[Path], object], settled: Path) -> None:
    assert _asks(settled) == 1
    change(settled)
    assert _asks(settled) == 0


def test_a_new_day_is_a_change_since_a_review_may_have_run_out(
    settled: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Tomorrow(date):
        @classmethod
        def today(cls) -> "Tomorrow":
            return cls(2999, 1, 1)

    monkeypatch.setattr(unchanged, "date", Tomorrow)
    assert _asks(settled) == 0


def test_pictures_to_share_are_drawn_though_nothing_else_changed(settled: Path) -> None:
    assert _asks(settled, share=True) == 0
    remember(settled, inputs(settled / "content", settled), ["docs/a.md"], share=True)
    assert _asks(settled, share=True) == _asks(settled) == 1
