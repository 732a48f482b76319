"""The outline of one arrow along its way: a shaft that swells towards its head, even between two heads."""

from __future__ import annotations

import numpy as np
from scipy import interpolate

from ..body.mesh import FloatArray
from ..drawing.drafts import Draft, Path

SHOWN_WIDTH = 240.0  # px, the width at which a picture must still be understood
TALL_SHARE = 0.85  # a tall picture's height counts that much of a width
SHAFT, HEAD_LENGTH, HEAD_WIDTH = 3.8, 12.5, 14.0  # px of a picture shown SHOWN_WIDTH wide
TAIL, SWOLLEN = 0.65, 0.7  # share of its width a shaft begins with; of its length after which it has all
SHORTEST, LONGEST = 28.0, 190.0  # px, shown; a shorter one is all head
CLEAR = 5.0  # px, shown, between an arrow and what it must not touch
BARB = 0.12  # share of the head's length that its back is hollow
FINE, SPANS, ENDS = 72, 5, 100.0  # points of a way that is drawn, pieces of its spline, weight of its ends
NECK = 1.2  # times the head's length from the tip, where the shaft begins to bend into the head
CAP = np.radians([60.0, 20.0, -20.0, -60.0])  # corners of the shaft's round end


def shown_unit(width: float, height: float) -> float:
    """Return how many px of a picture of `width` by `height` px make one px where it is shown small."""
    return max(width, TALL_SHARE * height) / SHOWN_WIDTH


def arrow_draft(lines: list[FloatArray], both_ways: list[bool], unit: float) -> Draft:
    """Return the arrows along `lines` `(n, 2)` px; `unit` is the px that make one px shown small."""
    pairs = zip(lines, both_ways, strict=True)
    return Draft("f-arrow", tuple(arrow_path(line, unit, both) for line, both in pairs))


def arrow_path(line: FloatArray, unit: float, both_ways: bool = False) -> Path:
    """Return the closed outline of an arrow along `line` `(n, 2)` px."""
    line = _finer(line)
    shaft = _shaft(line, unit)
    shaft = _shaft(shaft[::-1], unit)[::-1] if both_ways else shaft
    half = _normals(shaft) * (SHAFT / 2 * unit * _swelling(len(shaft), both_ways))[:, None]
    left, right = shaft + half, (shaft - half)[::-1]
    tail = _head(line[::-1], unit) if both_ways else _cap(shaft, unit)
    return Path((left, *_corners(left[-1], _head(line, unit), right[0]), right,
                 *_corners(right[-1], tail, left[0])), True)  # fmt: skip


def _swelling(count: int, both_ways: bool) -> FloatArray:
    """Return the share of its width a shaft has at each of its points, `(count,)`."""
    if both_ways:
        return np.ones(count)
    return np.asarray(np.clip(np.linspace(TAIL, TAIL + (1 - TAIL) / SWOLLEN, count), TAIL, 1.0))


def _corners(start: FloatArray, corners: FloatArray, stop: FloatArray) -> list[FloatArray]:
    """Return straight pieces from `start` through `corners` to `stop`."""
    points = np.vstack([start, corners, stop])
    return [points[k : k + 2] for k in range(len(points) - 1)]


def _finer(line: FloatArray) -> FloatArray:
    """Return a way with FINE points at even distances on a cubic spline of SPANS pieces near its own.

    It begins and ends where the way does: ends weigh ENDS times what points between them do.
    """
    along = np.r_[0.0, np.cumsum(np.linalg.norm(np.diff(line, axis=0), axis=1))]
    apart = np.r_[True, np.diff(along) > along[-1] / 1e4]
    if apart.sum() <= SPANS + 3:
        return line
    weights = np.ones(int(apart.sum()))
    weights[[0, -1]] = ENDS
    inner = np.linspace(0.0, along[-1], SPANS + 1)[1:-1]
    knots = np.r_[[0.0] * 4, inner, [along[-1]] * 4]
    along[apart.nonzero()[0][-1]] = along[-1]
    spline = interpolate.make_lsq_spline(along[apart], line[apart], knots, w=weights)
    return np.asarray(spline(np.linspace(0.0, along[-1], FINE)))


def _shaft(line: FloatArray, unit: float) -> FloatArray:
    """Return the way without its head, ending in the middle of the head's hollow back."""
    left, tip, right = _head(line, unit)
    back = (left + right) / 2
    return np.vstack([_cut(line, NECK * HEAD_LENGTH * unit), back + (tip - back) * BARB])


def _cut(line: FloatArray, length: float) -> FloatArray:
    """Return `line` without its last `length` px."""
    left = np.linalg.norm(line - line[-1], axis=1)
    return line[: max(int(np.searchsorted(-left, -length)), 2)]


def _normals(line: FloatArray) -> FloatArray:
    """Return the unit vectors to the left of the way at each point, `(n, 2)`."""
    way = np.gradient(line, axis=0)
    across = np.stack([way[:, 1], -way[:, 0]], axis=1)
    return np.asarray(across / np.maximum(np.linalg.norm(across, axis=1), 1e-9)[:, None])


def _head(line: FloatArray, unit: float) -> FloatArray:
    """Return the left corner, the tip and the right corner of the head at the way's end, `(3, 2)` px."""
    back = _cut(line, HEAD_LENGTH * unit)[-1]
    along = (line[-1] - back) / max(float(np.linalg.norm(line[-1] - back)), 1e-9)
    across = np.array([along[1], -along[0]]) * HEAD_WIDTH / 2 * unit
    base = line[-1] - along * HEAD_LENGTH * unit
    return np.stack([base + across, line[-1], base - across])


def _cap(shaft: FloatArray, unit: float) -> FloatArray:
    """Return the corners of the shaft's round end, from its right side to its left, `(k, 2)` px."""
    back = shaft[0] - shaft[1]
    back = back / max(float(np.linalg.norm(back)), 1e-9)
    side = np.array([back[1], -back[0]])
    return np.stack([shaft[0] + (np.cos(a) * back + np.sin(a) * side) * TAIL * SHAFT / 2 * unit for a in CAP])
