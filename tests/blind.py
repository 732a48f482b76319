"""Pictures for viewers who have seen nothing before: `python -m tests.blind FOLDER [SLUG …]`.

Writes numbered sheets of figures without a word, shuffled, at the width of a card, and `key.tsv` with the
slug of each number. What viewers say goes into tests/figure/marks.tsv.
"""

import random
import sys
from pathlib import Path

from playwright.sync_api import sync_playwright

from generator.contact_sheet import STYLE
from generator.figure import DrawnFigure
from generator.gallery import draw_figures
from generator.loading import load_handbook
from generator.press.browser import find_browser
from tests.conftest import BARE, ROOT

FRAME, INSET, A_SHEET = 240, 150, 4  # CSS px of a frame and of its inset; figures on a sheet nobody shrinks
LOOK = f"""body {{ margin: 12px; background: #fff; font: bold 20px sans-serif; }}
section {{ display: flex; gap: 12px; align-items: center; border-bottom: 1px solid #999; padding: 8px 0; }}
.frame {{ width: {FRAME}px; }} .inset {{ width: {INSET}px; }}"""


def main() -> None:
    """Write the sheets of all exercises, or of those named, and their key."""
    folder, slugs = Path(sys.argv[1]), sys.argv[2:]
    folder.mkdir(parents=True, exist_ok=True)
    handbook, _ = load_handbook(ROOT / "content")
    figures, _ = draw_figures(handbook, ROOT / "build" / "figures", slugs)
    order = sorted(slug for slug in figures if slug in handbook.exercises)
    random.shuffle(order)
    key = [f"{number}\t{slug}\n" for number, slug in enumerate(order, 1)]
    (folder / "key.tsv").write_text("".join(key), encoding="utf-8")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=find_browser(), args=list(BARE))
        page = browser.new_page(viewport={"width": 1010, "height": 900})
        for first in range(0, len(order), A_SHEET):
            few = order[first : first + A_SHEET]
            page.set_content(sheet([(first + place, figures[slug]) for place, slug in enumerate(few, 1)]))
            page.screenshot(path=folder / f"{first // A_SHEET + 1:02}.png", full_page=True)
        browser.close()


def sheet(numbered: list[tuple[int, DrawnFigure]]) -> str:
    """Return one sheet as a page: a number, the frames in their order, the inset."""
    rows = "".join(f"<section>{number}{_row(figure)}</section>" for number, figure in numbered)
    return f"<!DOCTYPE html><style>{STYLE.read_text(encoding='utf-8')}</style><style>{LOOK}</style>{rows}"


def _row(figure: DrawnFigure) -> str:
    frames = "".join(f'<div class="frame">{frame.svg}</div>' for frame in figure.frames)
    return frames + (f'<div class="inset">{figure.inset}</div>' if figure.inset else "")


if __name__ == "__main__":
    main()
