"""What the build costs and what is printed, as tables: `make bench`, or `python -m tests.bench`.

Seconds are processor time of the child process and its children (user + system), which a busy machine
changes little; ratios are what to compare between machines.
"""

import os
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pypdf
from playwright.sync_api import Page, sync_playwright

from generator.handbook import Handbook, load_handbook
from generator.press.browser import QUIET, at_home, find_browser, print_page
from generator.press.prints import FOLDER
from tests.conftest import ROOT
from tests.edit_loop import edit_table
from tests.paper import ink, measure
from tests.table import show

MOST_SHARE = 0.15
"""The generator should take no more than this share of a warm build."""
VARIANTS = ("a4", "letter", "a4.low-ink", "a4.large", "a4.no-pictures")


@dataclass(frozen=True)
class Run:
    """One command: what it is, its processor seconds, and what it said last."""

    name: str
    seconds: float
    said: str


def main() -> None:
    """Measure and print all tables; nothing below the project's root changes but build/ and docs/pdf/."""
    handbook = load_handbook(ROOT / "content")[0]
    with tempfile.TemporaryDirectory() as folder:
        show(_build_table(Path(folder)))
        show(_sheet_table(handbook, Path(folder)))
    show(_pdf_table())
    show(edit_table())


def _build_table(folder: Path) -> Iterator[tuple[str, ...]]:
    runs = list(_builds(folder))
    cold, warm, again, site = (run.seconds for run in runs)
    yield ("step", "processor s", "of the site's build", "last line")
    for run in runs:
        yield (run.name, f"{run.seconds:.2f}", f"{run.seconds / site:.2f} ×", run.said)
    share = again / (again + site)
    verdict = "within" if share <= MOST_SHARE else "over"
    yield ("generator's share, warm", f"{share:.0%}", f"{verdict} {MOST_SHARE:.0%}", "")
    yield ("cold to warm", f"{cold / warm:.1f} ×", "", "")


def _builds(folder: Path) -> Iterator[Run]:
    """The generator with no figures drawn, with all drawn, and with nothing to do; then MkDocs."""
    out = folder / "out"
    shutil.copytree(ROOT / "docs" / "assets", out / "docs" / "assets")
    generate = ["generator", "--out", str(out), "build"]
    yield _run("generator, no figure drawn yet", generate)
    for path in (out / "docs").iterdir():
        if path.name != "assets":
            shutil.rmtree(path) if path.is_dir() else path.unlink()
    yield _run("generator, figures drawn", generate)
    yield _run("generator, nothing changed", generate)
    _copy_settings(out)
    yield _run("mkdocs", ["mkdocs", "build", "--strict", "--quiet", "-f", str(out / "mkdocs.yml")])


def _copy_settings(out: Path) -> None:
    shutil.copy(ROOT / "mkdocs.yml", out)
    shutil.copytree(ROOT / "generator" / "theme", out / "generator" / "theme")


def _run(name: str, module: list[str]) -> Run:
    before = _children()
    environment = {**os.environ, "NO_MKDOCS_2_WARNING": "1"}
    command = [sys.executable, "-m", *module]
    done = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=False)
    lines = (done.stdout + done.stderr).strip().splitlines()
    said = "" if not lines else lines[-1][:60]
    return Run(name, _children() - before, said if done.returncode == 0 else f"FAILED: {said}")


def _children() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def _sheet_table(handbook: Handbook, folder: Path) -> Iterator[tuple[str, ...]]:
    yield ("sheet", "variant", "pages", "smallest pt", "tick mm", "dark", "all ink", "kB", "s")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=find_browser(), args=list(QUIET))
        page = at_home(browser.new_page(), ROOT / "build" / "site", handbook.publisher.address)
        for slug in handbook.routines:
            for variant in VARIANTS:
                file, started = folder / "sheet.pdf", time.perf_counter()
                print_page(page, f"{handbook.publisher.address}routines/{slug}/sheet/#{variant}", file)
                seconds = time.perf_counter() - started
                pages = len(pypdf.PdfReader(file).pages)
                yield (slug, variant, str(pages), *_measured(page), *_printed(file, folder), f"{seconds:.1f}")
        browser.close()


def _measured(page: Page) -> tuple[str, str]:
    found = measure(page)
    return f"{found.smallest:g}", f"{found.tick_width:g} × {found.tick_height:g}"


def _printed(file: Path, folder: Path) -> tuple[str, str, str]:
    dark, grey = ink(file, folder)
    return f"{dark:.1%}", f"{grey:.1%}", f"{file.stat().st_size / 1000:.0f}"


def _pdf_table() -> Iterator[tuple[str, ...]]:
    yield ("ready PDF", "kB")
    files = sorted((ROOT / FOLDER).glob("*.pdf"), key=lambda file: -file.stat().st_size)
    for file in files:
        yield (file.name, f"{file.stat().st_size / 1000:.0f}")
    if not files:
        yield ("none; run: make pdf", "")


if __name__ == "__main__":
    main()
