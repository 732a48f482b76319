"""The outline's stretches on the side away from the light, which an illustrator draws heavier."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

import numpy as np
from scipy import ndimage

from ..body.mesh import BoolArray, IntArray
from .lines import Line
from .trace import Kind

BESIDE = 5  # px above and below the outline at which person and paper are told apart
STEEPEST = 0.8  # share of its way that an underside may go up or down
EVEN = 25  # points over which neighbours outvote each other, so that no weight flickers
SHORTEST = 50  # points of a stretch that is worth a weight of its own


def with_undersides(lines: Sequence[Line], figure: BoolArray) -> list[Line]:
    """Return `lines` with outlines cut where they pass below the person; `figure` is where it is seen."""
    return [part for line in lines for part in (_parts(line, figure) if _is_long(line) else (line,))]


def _is_long(line: Line) -> bool:
    """Return whether a line is an outline that may have a stretch of another weight."""
    return line.kind == Kind.SILHOUETTE and len(line.points) > SHORTEST


def _parts(line: Line, figure: BoolArray) -> Iterator[Line]:
    """Yield a line's stretches, those below the person as lines of their own kind."""
    below = _is_below(line, figure)
    stops = [0, *(np.flatnonzero(np.diff(below)) + 1).tolist(), len(below)]
    if len(stops) == 2 and not below[0]:
        yield line
        return
    for first, last in pairwise(stops):
        corners = tuple(corner - first for corner in line.corners if first < corner < last)
        kind = Kind.UNDER if below[first] else line.kind
        whole = line.closed and len(stops) == 2
        yield replace(line, kind=kind, points=line.points[first : last + 1], corners=corners, closed=whole)


def _is_below(line: Line, figure: BoolArray) -> BoolArray:
    """Return for each step of a line whether it has the person above and something else below."""
    way = np.diff(line.points, axis=0)
    level = np.abs(way[:, 1]) < STEEPEST * np.maximum(np.hypot(way[:, 0], way[:, 1]), 1e-9)
    x, y = np.floor(line.points[:-1].T).astype(int)
    below = level & _seen(figure, x, y - BESIDE) & ~_seen(figure, x, y + BESIDE)
    even: BoolArray = ndimage.uniform_filter1d(below.astype(float), EVEN, mode="nearest") > 0.5
    runs, count = ndimage.label(even)
    sizes = np.bincount(runs, minlength=count + 1)
    return np.asarray(even & (sizes >= SHORTEST)[runs])


def _seen(figure: BoolArray, x: IntArray, y: IntArray) -> BoolArray:
    """Return whether the person is seen at some pixels, the picture's edge going on beyond it."""
    height, width = figure.shape
    return np.asarray(figure[np.clip(y, 0, height - 1), np.clip(x, 0, width - 1)])
