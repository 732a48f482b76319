"""The files on disk: writes what changed, removes what it once made and makes no longer."""

import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from shutil import copy2

MANIFEST = "docs/.generated"
"""The list of files made by the last run: only these are ever removed. MkDocs ignores dot files."""


@dataclass(frozen=True)
class Written:
    """How many files a run made, changed and removed."""

    total: int
    changed: int
    removed: int


Content = str | bytes | Path
"""What a file should hold: text, bytes, or what another file holds."""


def write_tree(out: Path, tree: Mapping[str, Content]) -> Written:
    """Make the files below `out` equal to `tree` (path -> content); leave every other file alone.

    Raises OSError when the disk refuses; a file is then either its old self or its new self.
    """
    # The list first: a file that is written but not listed would never be removed.
    before = _listed(out)
    _write_if_changed(out / MANIFEST, "".join(f"{path}\n" for path in sorted(set(tree) | before)))
    changed = sum(_write_if_changed(out / path, text) for path, text in tree.items())
    gone = sorted(before - set(tree))
    for path in gone:
        _remove(out, path)
    _write_if_changed(out / MANIFEST, "".join(f"{path}\n" for path in sorted(tree)))
    return Written(len(tree), changed, len(gone))


def _listed(out: Path) -> set[str]:
    """The paths of the last run; paths that lead outside `out` are nobody's to remove."""
    try:
        lines = (out / MANIFEST).read_text(encoding="utf-8").splitlines()
    except FileNotFoundError:
        return set()
    return {line for line in lines if line and not line.startswith("/") and ".." not in Path(line).parts}


def _write_if_changed(file: Path, content: Content) -> bool:
    """Write through a neighbour and rename, so that a reader never sees half a file."""
    data = content.encode("utf-8") if isinstance(content, str) else content
    try:
        if _holds(file, data):
            return False
    except (FileNotFoundError, NotADirectoryError):
        file.parent.mkdir(parents=True, exist_ok=True)
    half = file.with_name(f".{file.name}.half")
    if isinstance(data, Path):
        copy2(data, half)
    else:
        half.write_bytes(data)
    os.replace(half, file)
    return True


def _holds(file: Path, data: bytes | Path) -> bool:
    """Whether a file holds this already; a copy has its original's size and time, and is not read."""
    if isinstance(data, Path):
        copied, original = file.stat(), data.stat()
        return (copied.st_size, copied.st_mtime_ns) == (original.st_size, original.st_mtime_ns)
    return file.read_bytes() == data


def _remove(out: Path, path: str) -> None:
    """Remove one file and the folders it leaves empty."""
    file = out / path
    file.unlink(missing_ok=True)
    for folder in file.parents:
        if folder == out or not folder.is_dir() or any(folder.iterdir()):
            return
        folder.rmdir()
