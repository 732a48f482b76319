"""What tests and measurements share about things on paper."""

import re
import subprocess
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from PIL import Image
from playwright.sync_api import Page

POINT = 96 / 72
"""CSS pixels in a point."""
MILLIMETRE = 96 / 25.4
"""CSS pixels in a millimetre."""
SCRIPT = (Path(__file__).parent / "paper.js").read_text(encoding="utf-8").split("*/", 1)[1].strip()
DARK = 128
"""Grey levels below this count as dark."""
WHITE = 255


@dataclass(frozen=True)
class Measured:
    """A sheet as it lies on paper."""

    smallest: float
    """Smallest type, points."""
    tick_width: float
    """Narrowest day of the tick table, left and right together, millimetres."""
    tick_height: float
    clipped: tuple[str, ...]
    overlaps: tuple[str, ...]
    cards: int
    pictured: int
    """Cards with a figure or its place."""


def measure(page: Page) -> Measured:
    """Measure the sheet that stands open, as print would lay it out."""
    page.emulate_media(media="print")
    found = page.evaluate(SCRIPT)
    page.emulate_media(media="null")  # "screen" would hold for printing, too
    return Measured(
        smallest=round(found["smallest"] / POINT, 2),
        tick_width=round(min(width for width, _ in found["ticks"]) / MILLIMETRE, 2),
        tick_height=round(min(height for _, height in found["ticks"]) / MILLIMETRE, 2),
        clipped=tuple(found["clipped"] + found["wide"]),
        overlaps=tuple(found["overlaps"]),
        cards=found["cards"],
        pictured=found["pictured"],
    )


def words(text: str) -> str:
    """Text without the line breaks and spaces that typesetting adds."""
    return re.sub(r"\s+", "", text).casefold()


def ink(file: Path, folder: Path) -> tuple[float, float]:
    """Share of dark pixels on a PDF's first page (100 dots per inch), and mean darkness with the greys."""
    picture = folder / "page"
    command = ["pdftoppm", "-r", "100", "-gray", "-f", "1", "-l", "1", "-singlefile", str(file), str(picture)]
    subprocess.run(command, check=True)
    pixels = np.asarray(Image.open(picture.with_suffix(".pgm")))
    return float((pixels < DARK).mean()), 1 - float(pixels.mean()) / WHITE
