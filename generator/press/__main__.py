"""`python -m generator.press`: print every PDF that is not there or no longer true.

The built site must stand in build/site; `make pdf` builds it first, and again when the PDFs are there.
"""

import argparse
import shutil
import sys
import time
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from playwright.sync_api import Error, Page

from generator.example import leads_nowhere
from generator.figure import DrawnFigure
from generator.gallery import draw_figures
from generator.handbook import Handbook
from generator.language import regional
from generator.loading import load_handbook
from generator.offline.listing import VERSION
from generator.pages import render_sheets
from generator.press.book import book_html
from generator.press.browser import NoBrowserError, find_browser, print_page, reader
from generator.press.numbering import RestlessBookError, print_numbered
from generator.press.prints import (
    FOLDER,
    Print,
    book_print,
    is_ready,
    read_manifest,
    sheet_assets,
    sheet_prints,
    write_manifest,
)

FAILED = 2


@dataclass(frozen=True)
class Press:
    """What to print from, and where to."""

    out: Path
    handbook: Handbook
    figures: Mapping[str, DrawnFigure]
    printed: dict[str, str] = field(default_factory=dict)

    @property
    def site(self) -> Path:
        """The built site."""
        return self.out / "build" / "site"

    def run(self, wanted: Iterable[Print], book: Print) -> None:
        """Print what is not ready; remove what nobody wants any more."""
        everything = [*wanted, book]
        self._forget(each.name for each in everything)
        due = [each for each in everything if not is_ready(self.out, each, self.printed)]
        if not due:
            print(f"all {len(everything)} PDFs are current")
            return
        home = self.handbook.publisher
        with reader(self.site, home.address, locale=regional(home.language)) as page:
            for each in due:
                self.make(page, each, each == book)

    def make(self, page: Page, each: Print, is_book: bool) -> None:
        """Print one PDF and keep its key."""
        started = time.perf_counter()
        file = self.out / FOLDER / each.name
        if is_book:
            self._print_book(page, each, file)
        else:
            print_page(page, self.handbook.publisher.address + each.address, file)
        self.printed[each.name] = each.key
        write_manifest(self.out, self.printed)
        size, seconds = file.stat().st_size / 1000, time.perf_counter() - started
        print(f"{each.name}  {size:.0f} kB  {seconds:.1f} s", flush=True)

    def _print_book(self, page: Page, each: Print, file: Path) -> None:
        """The book's own page lies in the site while it is printed; it is no page of the site."""
        source = self.site / each.address / "index.html"
        source.parent.mkdir(exist_ok=True)

        def write(numbers: Mapping[str, int]) -> None:
            source.write_text(book_html(self.handbook, self.figures, numbers), encoding="utf-8")
            print_page(page, self.handbook.publisher.address + each.address, file)

        try:
            print_numbered(write, file)
        finally:
            shutil.rmtree(source.parent)

    def _forget(self, wanted: Iterable[str]) -> None:
        for name in self.printed.keys() - set(wanted):
            (self.out / FOLDER / name).unlink(missing_ok=True)
            del self.printed[name]
            write_manifest(self.out, self.printed)


def main(arguments: list[str] | None = None) -> int:
    """Print, and return the exit code: 0 done, 2 could not."""
    options = _parser().parse_args(arguments)
    handbook, problems = load_handbook(options.content)
    if not problems and leads_nowhere(handbook.publisher.address):
        return _fail(f"the address {handbook.publisher.address} leads nowhere, and paper would lead there")
    figures, more = ({}, []) if problems else draw_figures(handbook, options.out / "build" / "figures")
    if problems or more:
        return _fail("the content has problems; run: python -m generator check")
    if not is_fresh(options.out, handbook, figures):
        return _fail("build/site is not what the content says now; run: make pdf")
    (options.out / FOLDER).mkdir(parents=True, exist_ok=True)
    press = Press(options.out, handbook, figures, read_manifest(options.out))
    try:
        find_browser()
        press.run(sheet_prints(handbook, figures), book_print(handbook, figures))
    except (NoBrowserError, RestlessBookError, Error, OSError) as error:
        return _fail(str(error))
    return 0


def is_fresh(out: Path, handbook: Handbook, figures: Mapping[str, DrawnFigure]) -> bool:
    """Whether the built sheets and their styles are those of the content as it is now.

    A finished site's scripts are leaner than those they were made from, so it is ages that are compared.
    """
    docs, site = out / "docs", out / "build" / "site"
    try:
        return all(_younger(site / VERSION, docs / name) for name in sheet_assets()) and all(
            (docs / f"routines/{slug}/sheet/index.md").read_text(encoding="utf-8") == text
            and _younger(site / f"routines/{slug}/sheet/index.html", docs / f"routines/{slug}/sheet/index.md")
            for slug, text in render_sheets(handbook, figures).items()
        )
    except FileNotFoundError:
        return False


def _younger(made: Path, source: Path) -> bool:
    # A source from the future, as a wrong clock makes it, counts as one of now.
    return made.stat().st_mtime >= min(source.stat().st_mtime, time.time() - 1)


def _fail(message: str) -> int:
    print(message, file=sys.stderr)
    return FAILED


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m generator.press", description="Print the site's PDFs.")
    parser.add_argument("--content", type=Path, default=Path("content"), metavar="DIR", help="read from DIR")
    parser.add_argument("--out", type=Path, default=Path("."), metavar="DIR", help="print below DIR")
    return parser


if __name__ == "__main__":
    sys.exit(main())
