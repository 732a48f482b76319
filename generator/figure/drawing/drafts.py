"""Shapes still made of points, and one curve fit for all of them at once."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np

from ..body.mesh import FloatArray
from .fit import fit_curves
from .svg import Outline, Shape, polygon

LINE_TOLERANCE = 0.75  # px between a drawn line and the traced one
FILL_TOLERANCE = 1.6  # px; fills end under lines
SOFT_TOLERANCE = 3.0  # px, for shades
TAIL_TIP = 0.35  # px, half the width where a tapering line ends


@dataclass(frozen=True, eq=False)
class Path:
    """One line of a draft: its stretches `(n, 2)` px between corners."""

    pieces: tuple[FloatArray, ...]
    closed: bool


@dataclass(frozen=True, eq=False)
class Draft:
    """Paths that share a class and a tolerance in px; `exact` outlines are taken as they are."""

    css: str
    paths: tuple[Path, ...]
    tolerance: float = LINE_TOLERANCE
    exact: tuple[Outline, ...] = ()
    muscle: str = ""
    finer: int = 1  # steps per px the shape is written in


def closed_draft(css: str, loops: Iterable[FloatArray], tolerance: float) -> Draft:
    """Return closed outlines `(n, 2)` px as a draft."""
    return Draft(css, tuple(Path((loop,), True) for loop in loops), tolerance)


def straightened(draft: Draft) -> Draft:
    """Return a draft of closed outlines as polygons with as few corners as its tolerance allows."""
    rings = [simplified(path.pieces[0], draft.tolerance) for path in draft.paths]
    return Draft(draft.css, (), exact=tuple(polygon(ring[:-1]) for ring in rings if len(ring) > 3))


def simplified(line: FloatArray, tolerance: float) -> FloatArray:
    """Return the corners that keep `line` (n, 2) within `tolerance` px (Douglas and Peucker, 1973)."""
    kept = {0, len(line) - 1}
    waiting = [(0, len(line) - 1)]
    while waiting:
        first, last = waiting.pop()
        if last - first < 2:
            continue
        far = _off_chord(line[first : last + 1])
        worst = int(np.argmax(far))
        if far[worst] > tolerance:
            kept.add(first + worst)
            waiting += [(first, first + worst), (first + worst, last)]
    return line[sorted(kept)]


def _off_chord(line: FloatArray) -> FloatArray:
    """Return how far in px each point of `line` lies from the segment between its ends."""
    chord, way = line[-1] - line[0], line - line[0]
    length = float(np.hypot(*chord))
    if length < 1e-9:
        return np.asarray(np.hypot(way[:, 0], way[:, 1]))
    return np.asarray(np.abs(way[:, 0] * chord[1] - way[:, 1] * chord[0]) / length)


def tail_path(points: FloatArray, half_width: float, tip: float = TAIL_TIP) -> Path:
    """Return the wedge along `points` (n, 2) px that thins out from `half_width` to `tip` px at their end."""
    way = np.gradient(points, axis=0)
    across = (
        np.stack([-way[:, 1], way[:, 0]], axis=1) / np.maximum(np.linalg.norm(way, axis=1), 1e-9)[:, None]
    )
    half = np.linspace(half_width, tip, len(points))[:, None]
    left, right = points + across * half, (points - across * half)[::-1]
    return Path((left, np.stack([left[-1], right[0]]), right), True)


def finish_drafts(drafts: Sequence[Draft]) -> list[Shape]:
    """Return the drafts as shapes of Bezier curves, empty ones left out."""
    pieces = [piece for draft in drafts for path in draft.paths for piece in path.pieces]
    tolerances = [draft.tolerance for draft in drafts for path in draft.paths for _ in path.pieces]
    curves = iter(fit_curves(pieces, np.array(tolerances)))
    shapes = []
    for draft in drafts:
        fitted = [
            Outline(np.concatenate([next(curves) for _ in path.pieces]), path.closed) for path in draft.paths
        ]
        shapes.append(Shape(draft.css, (*draft.exact, *fitted), finer=draft.finer))
    return [shape for shape in shapes if any(len(outline.curves) for outline in shape.outlines)]
