"""The files on disk: writes what changed, removes what it once made and makes no longer."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import Final

from generator.disk import alone, write_whole

MANIFEST: Final = "docs/.generated"
"""The list of files made by the last run: only these are ever removed. MkDocs ignores dot files."""
OURS: Final = ("docs", "build")
"""The folders below which the generator makes files."""
BESIDE: Final = ("build/nav.yml", "build/README.txt")
"""What a build makes beside the pages: what MkDocs reads, and what the archive of the site brings."""
PRINTED: Final = "docs/pdf/.printed"
"""The list of the PDFs that the press has made."""
NEVER: Final = (MANIFEST, "docs/assets", "docs/pdf")
"""What is written by hand or by the press, and stays whatever a list says."""


@dataclass(frozen=True)
class Written:
    """How many files a run made, changed and removed."""

    total: int
    changed: int
    removed: int


class OccupiedError(Exception):
    """Files stand where pages would be written, and no build made them; `paths` names them."""

    def __init__(self, paths: list[str]) -> None:
        super().__init__(f"not made by a build, and in the way: {', '.join(paths)}; move or delete them")
        self.paths = paths


Content = str | bytes | Path
"""What a file should hold: text, bytes, or what another file holds."""


def write_tree(out: Path, tree: Mapping[str, Content]) -> Written:
    """Make the files below `out` equal to `tree` (path -> content); leave every other file alone.

    Raises OSError when the disk refuses; a file is then either its old self or its new self. Raises
    OccupiedError before anything is written where files of somebody else stand in the way, and ValueError
    for a path that leads out of `out`.
    """
    with alone(out / "build"):
        before = _listed(out)
        _refuse_strangers(out, tree, before)
        # The list first: a file that is written but not listed would never be removed.
        _write_if_changed(out / MANIFEST, _list_of(set(tree) | before))
        changed = sum(_write_if_changed(out / path, text) for path, text in tree.items())
        gone = sorted(path for path in before - set(tree) if _remove(out, path))
        _write_if_changed(out / MANIFEST, _list_of(set(tree)))
    return Written(len(tree), changed, len(gone))


def clean(out: Path) -> int:
    """Remove every file that a build or the press has made below `out`, and its list; return how many."""
    gone = [path for path in (*sorted(_listed(out)), *_printed(out)) if _remove(out, path)]
    for path in (MANIFEST, PRINTED):
        _remove(out, path)
    return len(gone)


def _printed(out: Path) -> list[str]:
    """The PDFs that the press has made."""
    try:
        lines = (out / PRINTED).read_bytes().decode("utf-8", errors="replace").splitlines()
    except OSError:
        return []
    return [f"docs/pdf/{found[1]}" for line in lines if (found := re.search(r"  ([a-z0-9-]+\.pdf)$", line))]


def _list_of(paths: set[str]) -> str:
    return "".join(f"{path}\n" for path in sorted(paths))


def _listed(out: Path) -> set[str]:
    """The paths of the last run; anything else that stands in the list is nobody's to remove."""
    try:
        lines = (out / MANIFEST).read_bytes().decode("utf-8", errors="replace").splitlines()
    except FileNotFoundError:
        return set()
    return {line for line in lines if _is_ours(out, line)}


def _is_ours(out: Path, path: str) -> bool:
    """Whether a path names something that a build may make: below docs/ or build/, and behind no link."""
    parts = PurePosixPath(path).parts
    if not parts or parts[0] not in OURS or ".." in parts or "\0" in path or "\\" in path:
        return False
    if any(path == each or path.startswith(f"{each}/") for each in NEVER):
        return False
    if parts[0] == "build" and path not in BESIDE:
        return False
    return (out / path).parent.resolve() == out.resolve().joinpath(*parts[:-1])


def _refuse_strangers(out: Path, tree: Mapping[str, Content], before: set[str]) -> None:
    outside = sorted(path for path in tree if not _is_ours(out, path))
    if outside:
        raise ValueError(f"not a place for a page: {', '.join(outside)}")
    strange = sorted(_strangers(out, tree, before))
    if strange:
        raise OccupiedError(strange)


def _strangers(out: Path, tree: Mapping[str, Content], before: set[str]) -> Iterator[str]:
    """Paths of the tree at which something stands that no build made and that holds something else."""
    for path in tree.keys() - before:
        file = out / path
        if file.is_symlink() or (file.exists() and not (file.is_file() and _holds(file, _data(tree[path])))):
            yield path


def _data(content: Content) -> bytes | Path:
    return content.encode("utf-8") if isinstance(content, str) else content


def _write_if_changed(file: Path, content: Content) -> bool:
    data = _data(content)
    try:
        if not file.is_symlink() and _holds(file, data):
            return False
    except (FileNotFoundError, NotADirectoryError):
        pass
    write_whole(file, data)
    return True


def _holds(file: Path, data: bytes | Path) -> bool:
    """Whether a file holds this already; a copy has its original's size and time, and is not read."""
    if isinstance(data, Path):
        copied, original = file.stat(), data.stat()
        return (copied.st_size, copied.st_mtime_ns) == (original.st_size, original.st_mtime_ns)
    return file.read_bytes() == data


def _remove(out: Path, path: str) -> bool:
    """Remove one plain file and the folders it leaves empty; whether there was one."""
    file = out / path
    if file.is_symlink() or not file.is_file():
        return False
    file.unlink()
    for folder in file.parents:
        if folder == out or any(folder.iterdir()):
            break
        folder.rmdir()
    return True
