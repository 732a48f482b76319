"""The site's mark as pictures for a home screen: assets/page/mark.svg in the publisher's colours."""

import re
from collections.abc import Iterator, Mapping
from io import BytesIO
from pathlib import Path
from typing import Final

import numpy as np
from PIL import Image, ImageDraw

MARK: Final = Path(__file__).parent.parent.parent / "docs" / "assets" / "page" / "mark.svg"
SIDE: Final = 32
"""Units of the mark's own drawing."""
SIZES: Final = (180, 192, 512)
"""Pixels: what iPhones, Android and splash screens ask for."""
FINER: Final = 4
"""Drawn this many times larger and made smaller again, for smooth edges."""
ROUND: Final = 7
WHOLE: Final = 512
SAFE: Final = 0.85
"""A system may cut a circle out of the whole square; the mark is made smaller to stay inside."""
STEPS: Final = 60
COLOURS: Final = 64
NUMBER: Final = re.compile(r"[Mcs]|-?\d*\.?\d+")
STROKE: Final = re.compile(r'<path d="([^"]+)"([^>]*)>')
WIDTH: Final = re.compile(r'stroke-width="([\d.]+)"')
OPACITY: Final = re.compile(r' opacity="([\d.]+)"')
Points = np.ndarray[tuple[int, ...], np.dtype[np.float64]]


def icons(colours: Mapping[str, str]) -> dict[str, bytes]:
    """Every picture: path below the project's root -> PNG."""
    drawn = {f"docs/icons/{size}.png": _png(size, colours, ROUND, 1.0) for size in SIZES}
    return {**drawn, "docs/icons/whole.png": _png(WHOLE, colours, 0, SAFE)}


def _png(size: int, colours: Mapping[str, str], corner: float, scale: float) -> bytes:
    side = size * FINER
    unit = side / SIDE
    ground, ink = colours.get("teal", "#0f5e66"), colours.get("paper", "#faf7f0")
    picture = Image.new("RGBA", (side, side))
    ImageDraw.Draw(picture).rounded_rectangle((0, 0, side - 1, side - 1), corner * unit, fill=ground)
    for path, rest in STROKE.findall(MARK.read_text(encoding="utf-8")):
        layer = Image.new("L", picture.size)
        width = float(WIDTH.findall(rest)[0]) * scale * unit
        strength = float(next(iter(OPACITY.findall(rest)), 1))
        for curve in _curves(path):
            _stroke(ImageDraw.Draw(layer), ((curve - SIDE / 2) * scale + SIDE / 2) * unit, width)
        faint = layer.point([round(value * strength) for value in range(256)])
        picture.paste(Image.new("RGB", picture.size, ink), mask=faint)
    out = BytesIO()
    small = picture.resize((size, size), Image.Resampling.LANCZOS)
    small.quantize(COLOURS, Image.Quantize.FASTOCTREE).save(out, "PNG", optimize=True)
    return out.getvalue()


def _stroke(draw: ImageDraw.ImageDraw, points: Points, width: float) -> None:
    """A line with round ends and joints, as a row of discs."""
    for x, y in points:
        draw.ellipse((x - width / 2, y - width / 2, x + width / 2, y + width / 2), fill=255)


def _curves(path: str) -> Iterator[Points]:
    """The cubic curves of a path that is written with M, c and s alone, as points (n, 2) in its own units."""
    words = NUMBER.findall(path)
    at = handle = np.zeros(2)
    command, here = "", 0
    while here < len(words):
        if words[here] in "Mcs":
            command, here = words[here], here + 1
        count = {"M": 2, "c": 6, "s": 4}[command]
        pairs = np.array(words[here : here + count], dtype=float).reshape(-1, 2)
        here += count
        if command == "M":
            at = handle = pairs[0]
            continue
        ends = at + pairs
        first = ends[0] if command == "c" else 2 * at - handle
        handle, end = ends[-2], ends[-1]
        yield _cubic(at, first, handle, end)
        at = end


def _cubic(start: Points, first: Points, second: Points, end: Points) -> Points:
    t = np.linspace(0, 1, STEPS * FINER)[:, None]
    return (1 - t) ** 3 * start + 3 * (1 - t) ** 2 * t * first + 3 * (1 - t) * t**2 * second + t**3 * end
