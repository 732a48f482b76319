"""Pictures to share as PNG files: made by resvg, kept below build/ until their drawing changes."""

from collections.abc import Mapping
from hashlib import sha256
from pathlib import Path

import resvg_py

from generator.figure import DrawnFigure
from generator.handbook import Handbook
from generator.pages.share import share_svgs

KEY_LENGTH = 16
"""Hex digits of a picture's key."""


def share_pictures(handbook: Handbook, figures: Mapping[str, DrawnFigure], folder: Path) -> dict[str, bytes]:
    """The PNG of every drawn exercise, by its path below the project's root; `folder` keeps what is made."""
    folder.mkdir(parents=True, exist_ok=True)
    svgs = share_svgs(handbook, figures).items()
    return {f"docs/share/{slug}.png": _png(folder, slug, svg) for slug, svg in svgs}


def _png(folder: Path, slug: str, svg: str) -> bytes:
    """The PNG of one SVG, from `folder` if it was made before; older ones of the same name go."""
    key = sha256(f"{resvg_py.__version__}\0{svg}".encode()).hexdigest()[:KEY_LENGTH]
    file = folder / f"{slug}.{key}.png"
    if not file.exists():
        for old in folder.glob(f"{slug}.*.png"):
            old.unlink()
        file.write_bytes(resvg_py.svg_to_bytes(svg_string=svg, skip_system_fonts=True))
    return file.read_bytes()
