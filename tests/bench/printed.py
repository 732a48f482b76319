"""What is printed: every sheet in every variant, measured on paper, and the ready PDFs."""

import time
from collections.abc import Iterator
from pathlib import Path

import pypdf
from playwright.sync_api import Page, sync_playwright

from generator.loading import load_handbook
from generator.press.browser import QUIET, at_home, find_browser, print_page
from generator.press.prints import FOLDER
from tests.bench.table import Row
from tests.conftest import ROOT
from tests.paper import ink, measure

VARIANTS = ("a4", "letter", "a4.low-ink", "a4.large", "a4.no-pictures")


def sheet_rows(folder: Path) -> Iterator[Row]:
    """Yield every routine's sheet in every variant: pages, sizes, ink, weight, and the time to print it."""
    handbook = load_handbook(ROOT / "content")[0]
    yield ("sheet", "variant", "pages", "smallest pt", "tick mm", "dark", "all ink", "kB", "s")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=find_browser(), args=list(QUIET))
        page = at_home(
            browser.new_page(service_workers="block"), ROOT / "build" / "site", handbook.publisher.address
        )
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


def pdf_rows() -> Iterator[Row]:
    """Yield every ready PDF with its weight, the heaviest first."""
    yield ("ready PDF", "kB")
    files = sorted((ROOT / FOLDER).glob("*.pdf"), key=lambda file: -file.stat().st_size)
    for file in files:
        yield (file.name, f"{file.stat().st_size / 1000:.0f}")
    if not files:
        yield ("none; run: make pdf", "")
