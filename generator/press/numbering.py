"""Printing the book until its contents and its index name the pages that things are really on."""

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Final

from pypdf import PdfReader

ROUNDS: Final = 5
"""Numbers may move lines, and lines may move numbers; two rounds are the rule."""


class RestlessBookError(Exception):
    """The page numbers of the book do not settle."""


def print_numbered(write: Callable[[Mapping[str, int]], None], file: Path) -> int:
    """Call `write(numbers)`, which prints `file`, until its numbers are true; return the rounds."""
    numbers: dict[str, int] = {}
    for done in range(1, ROUNDS + 1):
        write(numbers)
        found = page_numbers(file)
        if found == numbers:
            return done
        numbers = found
    raise RestlessBookError(f"the page numbers of {file.name} still change after {ROUNDS} prints")


def page_numbers(file: Path) -> dict[str, int]:
    """Anchor -> page, counted from 1, of every place that a link of the PDF leads to."""
    reader = PdfReader(file)
    found: dict[str, int] = {}
    for name, destination in reader.named_destinations.items():
        number = reader.get_destination_page_number(destination)
        if number is not None and number >= 0:
            found[name.lstrip("/")] = number + 1
    return found
