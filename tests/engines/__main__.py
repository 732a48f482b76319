"""The site's tests in Debian's Firefox and stories in its WebKit: `python -m tests.engines`."""

from __future__ import annotations

import os
import subprocess
import sys
from collections import Counter
from collections.abc import Callable, Mapping
from contextlib import nullcontext
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final
from xml.etree import ElementTree

from tests.conftest import ROOT
from tests.engines import firefox
from tests.engines.screen import has_screens, screen
from tests.engines.webkit import launching as webkit

AREAS: Final = {
    "search": "tests/search/test_box.py",
    "finder": "tests/finder",
    "start": "tests/start",
    "builder": "tests/builder",
    "sheet": "tests/sheet",
    "pages and print": "tests/page",
    "days": "tests/days",
    "moving figure": "tests/figures",
    "follow along": "tests/follow",
    "offline": "tests/offline",
}
DRAWING: Final = ("finder", "moving figure")
"""Areas that need a screen. The others go without: a window that no window manager activates has no focus."""
STORIES: Final = "tests/engines/webkit/stories.py"
TOLD: Final = (
    "search", "finder", "builder", "sheet", "body map", "moving figure", "follow along", "storage",
    "refused storage", "no voice and no lock", "offline", "every kind of page",
)  # fmt: skip


@dataclass(frozen=True)
class Engine:
    """Another engine than Chromium: whether it is here, what to say if not, and what runs in it."""

    installed: Callable[[], str | None]
    missing: str
    areas: Mapping[str, str]
    words: tuple[str, ...] = ()


ENGINES: Final[Mapping[str, Engine]] = {
    "firefox": Engine(firefox.installed, firefox.MISSING, AREAS, ("--engine", "firefox")),
    "webkit": Engine(
        webkit.installed,
        webkit.MISSING,
        {name: f"{STORIES}::test_{name.replace(' ', '_')}" for name in TOLD},
    ),
}
OUTCOMES: Final = ("passed", "failed", "not possible")


def counted(report: Path) -> Counter[str]:
    """How the tests of a JUnit report went."""
    found: Counter[str] = Counter()
    for case in ElementTree.parse(report).iter("testcase"):
        kinds = {each.tag for each in case}
        wrong = kinds & {"failure", "error"}
        found["failed" if wrong else "not possible" if "skipped" in kinds else "passed"] += 1
    return found


def run(engine: Engine, area: str, folder: Path) -> Counter[str]:
    """Run one area in one engine; a run that makes no report has failed."""
    report = folder / "report.xml"
    report.unlink(missing_ok=True)
    words = [*engine.words, "-q", "--tb=short", f"--junitxml={report}", engine.areas[area]]
    with screen() if area in DRAWING and has_screens() else nullcontext() as display:
        seen = {name: value for name, value in os.environ.items() if name != "DISPLAY"}
        if display:
            seen["DISPLAY"] = display
        subprocess.run([sys.executable, "-m", "pytest", *words], cwd=ROOT, check=False, env=seen)
    return counted(report) if report.exists() else Counter(failed=1)


def main(asked: list[str]) -> int:
    """Run what is asked for by the names of engines and areas, or all; the number of areas with a failure.

    SystemExit for a name that is neither.
    """
    known = {*ENGINES, *(area for engine in ENGINES.values() for area in engine.areas)}
    if strange := [name for name in asked if name not in known]:
        raise SystemExit(f"there is no engine or area '{strange[0]}'. There are: {', '.join(sorted(known))}")
    engines = [name for name in ENGINES if name in asked] or list(ENGINES)
    areas = [name for name in asked if name not in ENGINES]
    rows, failures = [], 0
    for name in engines:
        engine = ENGINES[name]
        if not engine.installed():
            rows.append(engine.missing)
            continue
        with TemporaryDirectory() as folder:
            for area in [each for each in engine.areas if each in areas or not areas]:
                found = run(engine, area, Path(folder))
                failures += bool(found["failed"])
                rows.append(f"{name:10}{area:20}" + "".join(f"{found[each]:14}" for each in OUTCOMES))
    print(f"{'engine':10}{'area':20}" + "".join(f"{each:>14}" for each in OUTCOMES), *rows, sep="\n")
    return failures


if __name__ == "__main__":
    sys.exit(min(main(sys.argv[1:]), 1))
