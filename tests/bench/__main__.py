"""Measure and print all tables; nothing below the project's root changes but build/ and docs/pdf/."""

import tempfile
from pathlib import Path

from tests.bench.builds import build_rows
from tests.bench.cold import cold_rows
from tests.bench.films import film_rows
from tests.bench.printed import pdf_rows, sheet_rows
from tests.bench.table import show
from tests.edit_loop import edit_table
from tests.search.evaluate import search_rows
from tests.search.stock import large_row, stock_rows

LARGE = 1000
"""Exercises of the largest handbook whose search is timed."""


def main() -> None:
    """Print every table as soon as it is measured."""
    with tempfile.TemporaryDirectory() as folder:
        show("From nothing: the real handbook", cold_rows(Path(folder)))
        show("Builds beside stock Material", build_rows(Path(folder)))
    show("The search on judged queries", search_rows())
    with tempfile.TemporaryDirectory() as folder:
        show("The theme's search on the same pages", stock_rows(Path(folder)))
        show("The search of a large handbook", large_row(Path(folder), LARGE))
    show("Moving figures without a graphics card", film_rows())
    show("Ready PDFs", pdf_rows())
    show("An edit while `make serve` runs", edit_table())
    with tempfile.TemporaryDirectory() as folder:
        show("Sheets on paper", sheet_rows(Path(folder)))


if __name__ == "__main__":
    main()
