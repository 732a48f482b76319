"""Shapes to SVG text: the only place in the figure engine that writes markup."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from html import escape

import numpy as np

from ..body.mesh import FloatArray

STRAIGHT = 0.55  # px a curve may bulge and still be written as a straight line
RING = 3  # px between a medallion's ring and the edge of its window


@dataclass(frozen=True, eq=False)
class Outline:
    """Joined Bezier pieces `(m, 4, 2)` px, closed or not."""

    curves: FloatArray
    closed: bool = False


@dataclass(frozen=True, eq=False)
class Shape:
    """Outlines that share one class of the style sheet; `muscle` and `label` name a body map's region,
    `finer` is the number of steps a px is written in.
    """

    css: str
    outlines: tuple[Outline, ...]
    muscle: str = ""
    label: str = ""
    finer: int = 1


@dataclass(frozen=True, eq=False)
class Drawing:
    """One picture: window in px (left, top, width, height), its words, and shapes from back to front.

    A `medallion` shows only the circle inside its square window, with a ring round it.
    """

    prefix: str
    title: str
    description: str
    css: str
    window: tuple[int, int, int, int]
    shapes: tuple[Shape, ...]
    medallion: bool = False


def render_svg(drawing: Drawing) -> str:
    """Return `drawing` as one `<svg>` element without styles, links or line breaks."""
    name, about = f"{drawing.prefix}-title", f"{drawing.prefix}-desc"
    box = " ".join(str(side) for side in drawing.window)
    body = "".join(_path(shape, drawing.prefix) for shape in drawing.shapes)
    if drawing.medallion:
        body = _in_ring(body, drawing)
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" class="{drawing.css}" viewBox="{box}" role="img" '
        f'aria-labelledby="{name} {about}"><title id="{name}">{escape(drawing.title)}</title>'
        f'<desc id="{about}">{escape(drawing.description)}</desc>{body}</svg>'
    )


def _in_ring(body: str, drawing: Drawing) -> str:
    """Return markup cut to the circle in the drawing's window, on a disc of paper and under a ring."""
    left, top, width, _ = drawing.window
    half = width // 2
    place = f'cx="{left + half}" cy="{top + half}" r="{half - RING}"'
    clip = f"{drawing.prefix}-clip"
    return (
        f'<clipPath id="{clip}"><circle {place}/></clipPath><circle class="f-disc" {place}/>'
        f'<g clip-path="url(#{clip})">{body}</g><circle class="f-ring" {place}/>'
    )


def _path(shape: Shape, prefix: str) -> str:
    """Return the path element of one shape, empty if there is nothing in it."""
    data = path_data(shape.outlines, shape.finer)
    if not data:
        return ""
    if shape.muscle:
        return (
            f'<path class="{shape.css}" id="{prefix}-{shape.muscle}" data-muscle="{shape.muscle}" d="{data}">'
            f"<title>{escape(shape.label)}</title></path>"
        )
    smaller = f' transform="scale({1 / shape.finer:g})"' if shape.finer > 1 else ""
    return f'<path class="{shape.css}"{smaller} d="{data}"/>'


def path_data(outlines: Iterable[Outline], finer: int = 1) -> str:
    """Return relative path commands in whole steps, `finer` to the px, for all `outlines`."""
    return "".join(_outline_data(outline, finer) for outline in outlines if len(outline.curves))


def _outline_data(outline: Outline, finer: int) -> str:
    rounded = np.rint(outline.curves * finer).astype(np.int64)
    x, y = rounded[0, 0].tolist()
    steps = (rounded[:, 1:] - rounded[:, :1]).reshape(-1, 6).tolist()
    text, command = f"M{x} {y}", ""
    for piece, straight in zip(steps, (_bulges(outline.curves) < STRAIGHT).tolist(), strict=True):
        if piece[4] == piece[5] == 0:
            continue
        wanted = "l" if straight else "c"
        numbers = _written(piece[4:] if straight else piece)
        text += wanted + numbers if wanted != command else _joined(numbers)
        command = wanted
    return text + ("z" if outline.closed else "") if command else ""


def _bulges(curves: FloatArray) -> FloatArray:
    """Return how far in px the handles of each Bezier piece `(m, 4, 2)` lie off its chord, `(m,)`."""
    chord, handles = curves[:, 3:] - curves[:, :1], curves[:, 1:3] - curves[:, :1]
    length = np.maximum(np.hypot(chord[:, 0, 0], chord[:, 0, 1]), 1e-9)
    off = np.abs(handles[..., 0] * chord[..., 1] - handles[..., 1] * chord[..., 0])
    return np.asarray(off.max(axis=1) / length * 0.75)


def _written(steps: Sequence[int]) -> str:
    """Return whole numbers as short as they can follow each other."""
    return " ".join(map(str, steps)).replace(" -", "-")


def _joined(number: str) -> str:
    """Return a number ready to follow another: a minus sign needs no blank before it."""
    return number if number.startswith("-") else f" {number}"


def polygon(points: FloatArray, closed: bool = True) -> Outline:
    """Return straight lines through `points` (n, 2) px as an outline."""
    ends = np.vstack([points, points[:1]]) if closed else points
    start, stop = ends[:-1], ends[1:]
    return Outline(np.stack([start, start, stop, stop], axis=1), closed)


def open_lines(segments: Sequence[FloatArray]) -> tuple[Outline, ...]:
    """Return each polyline `(n, 2)` px as an open outline of straight lines."""
    return tuple(polygon(np.asarray(segment, dtype=float), closed=False) for segment in segments)
