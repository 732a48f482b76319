"""The site's tests in Debian's Firefox, and how each area went: `python -m tests.engines`."""

from __future__ import annotations

import subprocess
import sys
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final
from xml.etree import ElementTree

from tests.conftest import ROOT
from tests.engines import firefox

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
ENGINES: Final[dict[str, tuple[Callable[[], str | None], str]]] = {
    "firefox": (firefox.installed, firefox.MISSING),
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


def run(engine: str, tests: str, folder: Path) -> Counter[str]:
    """Run one area in one engine; a run that makes no report has failed."""
    report = folder / "report.xml"
    report.unlink(missing_ok=True)
    words = ["--engine", engine, "-q", "--tb=short", f"--junitxml={report}", tests]
    subprocess.run([sys.executable, "-m", "pytest", *words], cwd=ROOT, check=False)
    return counted(report) if report.exists() else Counter(failed=1)


def main(asked: list[str]) -> int:
    """Run the asked areas, or all; the number of areas with a failure."""
    rows, failures = [], 0
    for engine, (installed, missing) in ENGINES.items():
        if not installed():
            rows.append(missing)
            continue
        with TemporaryDirectory() as folder:
            for area in asked or AREAS:
                found = run(engine, AREAS[area], Path(folder))
                failures += bool(found["failed"])
                rows.append(f"{engine:10}{area:20}" + "".join(f"{found[each]:14}" for each in OUTCOMES))
    print(f"{'engine':10}{'area':20}" + "".join(f"{each:>14}" for each in OUTCOMES), *rows, sep="\n")
    return failures


if __name__ == "__main__":
    sys.exit(min(main(sys.argv[1:]), 1))
