"""Lighthouse by way of npx, on the phone that it imitates."""

import json
import os
import shutil
import subprocess
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, Final

from generator.handbook import Handbook
from generator.model.tested import Score
from generator.press.browser import QUIET, find_browser
from tests.kinds import KINDS

VERSION: Final = "12.8.2"
"""The last that runs on Node 20."""
PAGES: Final = ("home", "exercise", "routine", "finder", "builder", "sheet")
CATEGORIES: Final = {
    "performance": "performance",
    "accessibility": "accessibility",
    "best-practices": "practices",
    "seo": "seo",
}
PATIENCE: Final = 600
"""Seconds for one page."""


def is_there() -> bool:
    """Whether npx can fetch Lighthouse here."""
    return shutil.which("npx") is not None


def scores(handbook: Handbook, address: str, folder: Path) -> Iterator[tuple[Score, list[str]]]:
    """Each page's scores, and the audits that it does not pass whole, one line each."""
    for kind in PAGES:
        report = _report(f"{address}{KINDS[kind](handbook)}", folder / f"{kind}.json")
        yield _score(kind, report["categories"]), list(_missed(report))


def _report(url: str, file: Path) -> dict[str, Any]:
    subprocess.run(
        [
            *(
                "npx",
                "--yes",
                f"lighthouse@{VERSION}",
                url,
                "--quiet",
                "--output=json",
                f"--output-path={file}",
            ),
            f"--only-categories={','.join(CATEGORIES)}",
            f"--chrome-flags={' '.join(('--headless=new', *QUIET))}",
        ],
        check=True,
        timeout=PATIENCE,
        env={**os.environ, "CHROME_PATH": find_browser()},
    )
    found: dict[str, Any] = json.loads(file.read_text(encoding="utf-8"))
    return found


def _score(kind: str, categories: Mapping[str, Any]) -> Score:
    given = {ours: round(100 * categories[theirs]["score"]) for theirs, ours in CATEGORIES.items()}
    return Score(page=kind, **given)


def _missed(report: Mapping[str, Any]) -> Iterator[str]:
    parts = (part for each in report["categories"].values() for part in each["auditRefs"])
    weighed = {part["id"] for part in parts if part["weight"]}
    for id in sorted(weighed):
        audit = report["audits"][id]
        if audit["score"] is not None and audit["score"] < 1:
            yield f"{audit['title']}: {audit.get('displayValue', audit['score'])}"
