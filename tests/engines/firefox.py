"""Starts Debian's Firefox for Playwright."""

import os
import re
import shutil
import subprocess
import sys
from functools import cache
from pathlib import Path
from typing import Final

from tests.engines.between import FIREFOX

NAMES: Final = ("firefox-esr", "firefox")
OLDEST: Final = 143
"""The first Firefox that tells of its network what Playwright asks for."""
MISSING: Final = (
    f"Firefox {OLDEST} or newer is not installed, so not tested "
    "(on Debian: apt-get update && apt-get install firefox-esr)"
)
"""What to say where `installed` finds none."""
ROOT: Final = Path(__file__).parent.parent.parent
STARTER: Final = """#!/bin/sh
cd {root} && {variable}={firefox} exec {python} -m tests.engines.between "$@"
"""


@cache
def installed() -> str | None:
    """Where a Firefox that is new enough is on this machine, if there is one."""
    there = (found for name in NAMES if (found := shutil.which(name)))
    return next((firefox for firefox in there if version(firefox) >= OLDEST), None)


def version(firefox: str) -> int:
    """Return the main number of a Firefox's version, 0 if it does not tell."""
    told = subprocess.run([firefox, "--version"], capture_output=True, text=True, check=False).stdout
    found = re.search(r"(\d+)\.", told)
    return int(found[1]) if found else 0


def write_starter(folder: Path) -> Path:
    """Write what starts Firefox by way of `between`."""
    starter = folder / "firefox"
    words = {"root": ROOT, "variable": FIREFOX, "firefox": installed(), "python": sys.executable}
    starter.write_text(STARTER.format(**words), encoding="utf-8")
    os.chmod(starter, 0o755)
    return starter
