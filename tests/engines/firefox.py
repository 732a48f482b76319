"""Starts Debian's Firefox for Playwright."""

import os
import shutil
import sys
from pathlib import Path
from typing import Final

from tests.engines.between import FIREFOX

NAMES: Final = ("firefox-esr", "firefox")
MISSING: Final = "Firefox is not installed, so not tested (on Debian: apt-get install firefox-esr)"
"""What to say where `installed` finds none."""
ROOT: Final = Path(__file__).parent.parent.parent
STARTER: Final = """#!/bin/sh
cd {root} && {variable}={firefox} exec {python} -m tests.engines.between "$@"
"""


def installed() -> str | None:
    """Where Firefox is on this machine, if it is."""
    return next((found for name in NAMES if (found := shutil.which(name))), None)


def write_starter(folder: Path) -> Path:
    """Write what starts Firefox by way of `between`."""
    starter = folder / "firefox"
    words = {"root": ROOT, "variable": FIREFOX, "firefox": installed(), "python": sys.executable}
    starter.write_text(STARTER.format(**words), encoding="utf-8")
    os.chmod(starter, 0o755)
    return starter
