"""Files that are whole or not there: written through a neighbour, by one process at a time."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from hashlib import sha256
from pathlib import Path
from shutil import copy2

try:
    import fcntl
except ImportError:  # Windows has no such lock; two builds at once are then the caller's to avoid
    fcntl = None  # type: ignore[assignment]

LOCK = ".lock"


@contextmanager
def alone(folder: Path) -> Iterator[None]:
    """Make others who want to write here wait; the lock goes with the process that holds it.

    Raises OSError when the disk refuses.
    """
    folder.mkdir(parents=True, exist_ok=True)
    with (folder / LOCK).open("w") as lock:
        if fcntl:
            fcntl.flock(lock, fcntl.LOCK_EX)
        yield


def write_whole(file: Path, content: bytes | Path) -> None:
    """Give a file new content (bytes, or what another file holds) at once, so that nobody reads half of it.

    Raises OSError when the disk refuses; the file is then what it was, and no half of it is left.
    """
    file.parent.mkdir(parents=True, exist_ok=True)
    half = file.with_name(f".{file.name}.half")
    try:
        if isinstance(content, Path):
            copy2(content, half)
        else:
            half.write_bytes(content)
        os.replace(half, file)
    except OSError:
        half.unlink(missing_ok=True)
        raise


def keep_text(file: Path, text: str) -> None:
    """Keep a text with its hash in the first line, so that damage shows when it is read."""
    data = text.encode("utf-8")
    write_whole(file, sha256(data).hexdigest().encode() + b"\n" + data)


def kept_text(file: Path) -> str | None:
    """The text that `keep_text` kept; None where it is not there, or not as it was written."""
    try:
        first, _, data = file.read_bytes().partition(b"\n")
    except OSError:
        return None
    return data.decode("utf-8") if first == sha256(data).hexdigest().encode() else None
