"""The paper that an illustrator leaves where the line of a far part runs under the outline of a near one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import numpy as np
from scipy.spatial import cKDTree

from ..body.mesh import FloatArray, IntArray
from .lines import Line
from .trace import Kind

GAP = 9  # points of a line left out: half the near outline and as much paper
LEAST = 30  # points that a line must keep
BEHIND = 0.05  # m that a line must lie behind the outline it runs under
TOUCHING = 4.0  # px between the end of a line and the outline it runs under
STRAIGHT = 0.8  # cosine between two lines of which one goes on as the other
AROUND = 3  # px round a point in which its nearest depth is looked for
NEAR = (Kind.SILHOUETTE, Kind.BEFORE, Kind.RIM)
FAR = (*NEAR, Kind.OCCLUSION, Kind.BORDER)


def with_gaps(lines: Sequence[Line], depth: FloatArray) -> list[Line]:
    """Return `lines` cut short where they run under a near outline; `depth` is what each px shows, in m."""
    outlines = [number for number, line in enumerate(lines) if line.kind in NEAR]
    if not outlines:
        return list(lines)
    owner = np.repeat(outlines, [len(lines[number].points) for number in outlines])
    tree = cKDTree(np.vstack([lines[number].points for number in outlines]))
    found = []
    for number, line in enumerate(lines):
        touched = (_touched(line.points[end], number, tree, owner) for end in (0, -1))
        under = tuple(
            _is_under(line, end, [lines[other] for other in others], depth)
            for end, others in zip((0, -1), touched, strict=True)
        )
        found.append(_cut(line, under))
    return found


def _touched(end: FloatArray, number: int, tree: cKDTree, owner: IntArray) -> list[int]:
    """Return the numbers of the outlines, but for the line's own, that one of its ends touches."""
    return sorted({int(owner[point]) for point in tree.query_ball_point(end, TOUCHING)} - {number})


def _is_under(line: Line, end: int, others: Sequence[Line], depth: FloatArray) -> bool:
    """Return whether a line's first (0) or last (-1) end runs under one of the outlines it touches."""
    if not others or line.kind not in FAR or line.closed or len(line.points) < LEAST + 2 * GAP:
        return False
    place, before = line.points[end], line.points[_inward(end)]
    if any(_goes_on(place, before, other) for other in others):
        return False
    return _nearest(depth, before) > _nearest(depth, place) + BEHIND


def _inward(end: int) -> int:
    """Return the index of the point a gap away from the first (0) or last (-1) end of a line."""
    return GAP if end == 0 else -1 - GAP


def _goes_on(place: FloatArray, before: FloatArray, other: Line) -> bool:
    """Return whether another line goes straight on where a line comes from `before` to its end at `place`."""
    for end in (0, -1):
        far = other.points[_inward(end)] if len(other.points) > GAP else other.points[-1 - end]
        if np.linalg.norm(other.points[end] - place) < TOUCHING:
            came, goes = place - before, far - place
            straight = came @ goes / max(float(np.linalg.norm(came) * np.linalg.norm(goes)), 1e-9)
            if straight > STRAIGHT:
                return True
    return False


def _nearest(depth: FloatArray, point: FloatArray) -> float:
    """Return the least depth in m round a point in px."""
    x, y = np.floor(point).astype(int).tolist()
    rows, columns = slice(max(y - AROUND, 0), y + AROUND + 1), slice(max(x - AROUND, 0), x + AROUND + 1)
    return float(depth[rows, columns].min(initial=np.inf))


def _cut(line: Line, under: tuple[bool, ...]) -> Line:
    """Return a line without the stretches at its ends that run under an outline."""
    if not any(under):
        return line
    first, last = GAP if under[0] else 0, len(line.points) - 1 - (GAP if under[1] else 0)
    corners = tuple(corner - first for corner in line.corners if first < corner < last)
    swells = (line.swells[0] and not under[0], line.swells[1] and not under[1])
    return replace(line, points=line.points[first : last + 1], corners=corners, swells=swells)
