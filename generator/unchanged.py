"""Whether anything changed since the last build; where nothing did, a build has nothing to do.

This asks the disk alone and imports nothing of the rest, whose loading takes longer than the answer.
"""

import os
import sys
from collections.abc import Iterable, Iterator
from datetime import date
from hashlib import sha256
from pathlib import Path
from stat import S_ISREG

STAMP = "build/.built"
"""What the last build read, as a key; then each file it made, with its size and the time it was written."""
WITH_PICTURES = "with pictures to share"
GENERATOR = Path(__file__).parent
LARGEST = 20_000_000
"""Bytes of a file that is read to tell whether it changed; of larger ones size and time must do."""
READ_BY_ALL = (GENERATOR, GENERATOR.parent / "docs" / "assets")
"""The program with its templates, and the styles that picture files carry and PDFs are printed with."""


def inputs(content: Path, out: Path) -> str:
    """Everything that decides what a build makes, as one key; take it before anything is read."""
    total = sha256(repr((date.today(), sys.version, _packages(), _prints(out))).encode())
    for folder in (content, *READ_BY_ALL):
        for file in _files(folder):
            total.update(f"\0{os.path.relpath(file, folder)}\0".encode())
            total.update(_bytes(file))
    return total.hexdigest()


def untouched(out: Path, key: str, share: bool) -> int:
    """How many files the last build made, if it read the same and all of them are as it left them; else 0."""
    try:
        first, pictures, *made = (out / STAMP).read_text(encoding="utf-8").splitlines()
    except (OSError, ValueError):
        return 0  # damaged or not there: build
    if first != key or (share and pictures != WITH_PICTURES):
        return 0
    return len(made) if all(line == _state(out, line.rpartition("\t")[0]) for line in made) else 0


def remember(out: Path, key: str, made: Iterable[str], share: bool) -> None:
    """Keep what a build read and made; `made` are paths below `out`."""
    lines = [key, WITH_PICTURES if share else "", *(_state(out, path) for path in sorted(made))]
    (out / STAMP).parent.mkdir(parents=True, exist_ok=True)
    (out / STAMP).write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")


def _state(out: Path, path: str) -> str:
    """One file's line: its path, a tab, its size and when it was written (ns)."""
    try:
        found = os.stat(f"{out}/{path}")
    except (FileNotFoundError, NotADirectoryError):
        return f"{path}\tgone"
    return f"{path}\t{found.st_size} {found.st_mtime_ns}"


def _bytes(file: str) -> bytes:
    """What a file holds; what keeps it from being read is for the build to report."""
    try:
        found = os.stat(file)
        if not S_ISREG(found.st_mode) or found.st_size > LARGEST:
            # A pipe would wait for ever; nothing so large is content.
            return f"{found.st_mode} {found.st_size} {found.st_mtime_ns}".encode()
        with open(file, "rb") as opened:
            return opened.read()
    except OSError as error:
        return str(error).encode()


def _files(folder: Path) -> Iterator[str]:
    """Every file below a folder but Python's own, in order; a folder behind a link is a folder, once."""
    seen: set[str] = set()
    for here, folders, names in os.walk(folder, followlinks=True):
        real = os.path.realpath(here)
        folders[:] = sorted(name for name in folders if name != "__pycache__" and real not in seen)
        seen.add(real)
        yield from (os.path.join(here, name) for name in sorted(names))


def _packages() -> list[str]:
    """The installed packages with their versions."""
    folders = [path for path in sys.path if path.endswith("site-packages") and os.path.isdir(path)]
    return sorted(name for path in folders for name in os.listdir(path) if name.endswith(".dist-info"))


def _prints(out: Path) -> list[str]:
    """The PDFs that a build may offer, and the list of what they were printed from."""
    return [_state(out, os.path.relpath(file, out)) for file in _files(out / "docs" / "pdf")]
