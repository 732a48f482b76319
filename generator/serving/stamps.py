"""Whether files changed: what the disk says of each, without reading it."""

import os
from collections.abc import Iterator
from pathlib import Path

Stamp = tuple[int, int, int]
"""When a file was last written (ns), its size (bytes), and its number on the disk, new after a rename."""


def stamps(folder: Path) -> dict[str, Stamp]:
    """The stamp of every file below a folder by its path from there; hidden files are nobody's."""
    return {path.relative_to(folder).as_posix(): stamp for path, stamp in _stamped(folder)}


def stamp_of(file: Path) -> Stamp | None:
    """One file's stamp, or None where there is no such file."""
    try:
        found = file.stat()
    except OSError:
        return None
    return found.st_mtime_ns, found.st_size, found.st_ino


def _stamped(folder: Path) -> Iterator[tuple[Path, Stamp]]:
    for place, folders, files in os.walk(folder):
        folders[:] = [name for name in folders if not name.startswith((".", "__pycache__"))]
        for name in files:
            file = Path(place, name)
            stamp = None if name.startswith(".") else stamp_of(file)
            if stamp:
                yield file, stamp
