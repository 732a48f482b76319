"""The paper that an illustrator leaves where the line of a far part runs under the outline of a near one."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

import numpy as np
from scipy.spatial import cKDTree

from ..body.mesh import FloatArray
from .lines import Line
from .trace import Kind

GAP = 11  # points of a line left out: half the near outline and as much paper
LEAST = 30  # points that a line must keep
BEHIND = 0.05  # m that a line must lie behind the outline it runs under
TOUCHING = 4.0  # px between the end of a line and the outline it runs under
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
    return [_cut(line, tuple(_under(number, line, tree, owner, depth))) for number, line in enumerate(lines)]


def _under(number: int, line: Line, tree: cKDTree, owner: FloatArray, depth: FloatArray) -> Iterator[bool]:
    """Yield for the first and the last end of a line whether it runs under another's outline."""
    for end, before in ((0, GAP), (-1, -1 - GAP)):
        if line.kind not in FAR or line.closed or len(line.points) < LEAST + 2 * GAP:
            yield False
            continue
        touched = tree.query_ball_point(line.points[end], TOUCHING)
        others = any(owner[point] != number for point in touched)
        yield others and _nearest(depth, line.points[before]) > _nearest(depth, line.points[end]) + BEHIND


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
