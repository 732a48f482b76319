"""QR codes as the path of one SVG shape, so that a sheet carries them without a second file."""

from dataclasses import dataclass
from itertools import groupby

import segno

QUIET = 4
"""Modules of white border that ISO/IEC 18004 asks for."""
MASK = 2
"""One of the eight patterns, all of which readers know; trying each costs more than the rest of a page."""


@dataclass(frozen=True)
class Code:
    """A QR code in modules: the side of its square with the border, and its dark rows as path data."""

    side: int
    path: str


def qr_path(address: str) -> Code:
    """The code of an address with medium error correction (15 % of it may be lost)."""
    rows = segno.make(address, error="m", micro=False, mask=MASK).matrix
    runs = ((x, y, n) for y, row in enumerate(rows) for x, n in _runs(row))
    path = "".join(f"M{x + QUIET} {y + QUIET}h{n}v1h-{n}z" for x, y, n in runs)
    return Code(len(rows) + 2 * QUIET, path)


def _runs(row: bytearray) -> list[tuple[int, int]]:
    """Start and length of every dark run of a row."""
    found, x = [], 0
    for dark, modules in groupby(row):
        length = len(list(modules))
        if dark:
            found.append((x, length))
        x += length
    return found
