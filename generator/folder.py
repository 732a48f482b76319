"""Which files of content/ are read: well named, inside the folder, and each by some rule."""

from collections.abc import Iterator
from pathlib import Path
from typing import Final

from generator.problem import Problem
from generator.reading import wrong_id
from generator.source import Fault, Source

NOBODYS: Final = (".schema.json", "~", ".swp")
"""Endings of files that editors and the generator keep beside the content."""
UNREAD: Final = (
    "nothing reads this file; exercises are exercises/<area>/<slug>.yml, "
    "routines routines/<slug>.yml, pages pages/<path>.md"
)


def entry_files(content: Path, folder: str, pattern: str) -> tuple[list[Path], list[Problem]]:
    """The files of one folder in order, and a Problem for each whose name cannot be part of an address."""
    found = [each for each in sorted((content / folder).glob(pattern)) if not _hidden(each, content)]
    faults = {file: list(_faults_of_name(file.relative_to(content / folder))) for file in found}
    problems = [Problem(file.as_posix(), 1, "", fault) for file in found for fault in faults[file]]
    return [file for file in found if not faults[file]], problems


def _faults_of_name(path: Path) -> Iterator[str]:
    parts = path.with_suffix("").parts
    if parts != ("index",):  # the home page
        yield from (f"the file's name: {fault}" for fault in map(wrong_id, parts) if fault)


def outside(file: Path, content: Path) -> Source | None:
    """An empty source with a fault where a link leads out of content/: what lies there is not content."""
    if file.resolve().is_relative_to(content.resolve()):
        return None
    return Source(file.as_posix(), faults=(Fault(1, "", "this leads out of the content folder; copy it"),))


def strangers(content: Path, singles: frozenset[str]) -> Iterator[Problem]:
    """Files that no rule reads would be lost without a word; say so instead."""
    for file in sorted(content.rglob("*")):
        if file.is_dir():
            if file.is_symlink() and not _followed(file.relative_to(content)):
                yield Problem(file.as_posix(), 1, "", "nobody follows a link to a folder; copy what it holds")
        elif not _expected(file, content, singles):
            yield Problem(file.as_posix(), 1, "", UNREAD)


def _followed(folder: Path) -> bool:
    """Whether files in a folder are read where it is a link, too: an area of exercises."""
    return len(folder.parts) == 2 and folder.parts[0] == "exercises"


def _hidden(file: Path, content: Path) -> bool:
    return any(part.startswith(".") for part in file.relative_to(content).parts)


def _expected(file: Path, content: Path, singles: frozenset[str]) -> bool:
    """Whether some rule reads this file (or it is nobody's business)."""
    path = file.relative_to(content)
    if path.name.endswith(NOBODYS) or _nobodys(path):
        return True
    depth = {"exercises": 3, "routines": 2}.get(path.parts[0])
    if depth:
        return len(path.parts) == depth and path.suffix == ".yml"
    if path.parts[0] == "pages":
        return path.suffix == ".md" and not _hidden(file, content)
    return str(path) in singles


def _nobodys(path: Path) -> bool:
    """Hidden files are an editor's or Git's; a hidden page is one that somebody expects to see."""
    hidden = any(part.startswith(".") for part in path.parts)
    return hidden and not (path.parts[0] == "pages" and path.suffix == ".md")
