"""What the first build costs, before anything is drawn, and what it draws."""

import time
from collections.abc import Iterator
from itertools import islice
from pathlib import Path

from generator.gallery import draw_figures
from generator.loading import load_handbook
from generator.press.share import share_pictures
from tests.bench.child import run
from tests.bench.handbooks import CONTENT, DRAWN
from tests.bench.table import Row

SAMPLE = 12
"""Pictures to share that are drawn to know what one costs."""


def cold_rows(folder: Path) -> Iterator[Row]:
    """Yield what a build without any finished figure costs, and each figure and picture in it."""
    handbook = load_handbook(CONTENT)[0]
    first = run(["generator", "--out", str(folder / "first"), "build"], folder / "bytecode")
    figures = draw_figures(handbook, DRAWN)[0]
    some = dict(islice(figures.items(), SAMPLE))
    started = time.process_time()
    pictures = share_pictures(handbook, some, folder / "share", draw=True)
    each = (time.process_time() - started) / len(pictures)
    yield ("", "processor seconds", "MB")
    yield (f"generator, {len(figures)} figures to draw", f"{first.seconds:.1f}", f"{first.megabytes:.0f}")
    yield ("a figure", f"{first.seconds / len(figures):.2f}")
    yield ("a picture to share, drawn by `build --share` alone", f"{each:.3f}")
