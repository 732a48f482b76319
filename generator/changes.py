"""When each file of content/ was last changed, as the project's history says."""

import subprocess
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Final

DAY: Final = "\0"
"""Stands before the day of a commit; no name of a file holds it."""


def last_changes(content: Path) -> Mapping[str, date]:
    """The day of the last commit of every file below `content`, by its path with the folder's.

    Empty where there is no history, or only the end of it, which would date every file alike.
    """
    if _git(content, "rev-parse", "--is-shallow-repository").strip() != "false":
        return {}
    found: dict[str, date] = {}
    day = date.min
    for line in _git(content, "log", "--format=%x00%cs", "--name-only", "--relative", "--", ".").split("\n"):
        if line.startswith(DAY):
            day = date.fromisoformat(line.removeprefix(DAY))
        elif line:
            found.setdefault(f"{content}/{line}", day)
    return found


def _git(folder: Path, *words: str) -> str:
    try:
        done = subprocess.run(
            ["git", "-c", "core.quotePath=off", "-C", str(folder), *words],
            capture_output=True,
            text=True,
            check=True,
        )
    except (OSError, subprocess.CalledProcessError):
        return ""
    return done.stdout
