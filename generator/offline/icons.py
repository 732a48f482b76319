"""The site's mark as pictures for a home screen, made of mark.svg."""

import re
from pathlib import Path
from typing import Final

import resvg_py

MARK: Final = "mark.svg"
SIZES: Final = (180, 192, 512)
"""Pixels: what iPhones, Android and splash screens ask for; site.webmanifest names them."""
WHOLE: Final = 512
CORNER: Final = ' rx="7"'
SAFE: Final = "translate(2.4 2.4) scale(.85)"
"""A system may cut a circle out of a whole square; the mark is made smaller to stay inside."""


def write_icons(site: Path) -> None:
    """Put the pictures into a built site, below icons/."""
    mark = (site / MARK).read_text(encoding="utf-8")
    folder = site / "icons"
    folder.mkdir(exist_ok=True)
    for size in SIZES:
        (folder / f"{size}.png").write_bytes(_png(mark, size))
    bare = mark.replace(CORNER, "")
    whole = re.sub(r"(<g .*)(</svg>)", rf'<g transform="{SAFE}">\1</g>\2', bare, flags=re.DOTALL)
    (folder / "whole.png").write_bytes(_png(whole, WHOLE))


def _png(svg: str, side: int) -> bytes:
    return bytes(resvg_py.svg_to_bytes(svg_string=svg, width=side, height=side, skip_system_fonts=True))
