"""Strokes to drawn lines: cut by kind, sorted by weight, loose ends tapered."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

import numpy as np
from scipy import ndimage
from scipy.spatial import cKDTree

from ..body.mesh import BoolArray, FloatArray, IntArray
from .strokes import Stroke
from .trace import Kind

SHORT_RUN = 14  # px; shorter stretches of another kind join their neighbour
SHORT_INNER_RUN = 44  # px; the same among lines within the person, so that a collar has one weight
INNER = (Kind.BORDER, Kind.OCCLUSION, Kind.FINE, Kind.BEFORE)
HEAVY = (Kind.SILHOUETTE, Kind.BEFORE)
OUTLINES = (Kind.SILHOUETTE, Kind.RIM)
TAPER = 46.0  # px over which a loose end thins out
TAPER_SHARE = 0.6  # of a short line that may thin out
UNDRAWN = (Kind.NONE, Kind.TINT)
STRAY = {
    Kind.BEFORE: (0.0, 26.0, 70.0),
    Kind.OCCLUSION: (0.0, 26.0, 70.0),
    Kind.RIM: (0.0, 26.0, 70.0),
    Kind.FINE: (0.0, 12.0, 26.0),
}
"""Length in px below which an inner line with no, one or two loose ends says nothing and is left out."""
SHORT = (Kind.BEFORE, Kind.OCCLUSION, Kind.FINE)  # kinds that give way to a weightier line beside them
BESIDE = 5.0  # px between two lines that read as one
DOUBLED, APART = (
    14,
    14,
)  # points of a stretch that runs beside another line, and of one that says something else
LOOSENED = (Kind.BEFORE, Kind.RIM, Kind.OCCLUSION, Kind.FINE, Kind.BORDER)  # may lose what they met
TOUCHING, ITSELF = 4.0, 12  # px from an end to the line it meets, and points beside it that are its own line
WEIGHTS = (Kind.SILHOUETTE, Kind.BEFORE, Kind.RIM, Kind.PROP, Kind.BORDER, Kind.OCCLUSION, Kind.FINE)


@dataclass(frozen=True, eq=False)
class Line:
    """One line `(n, 2)` px of one kind; `corners` cut it, `tapers` tell which ends thin out.

    `swells` tell which ends go on as a heavier line.
    """

    kind: Kind
    points: FloatArray
    corners: tuple[int, ...]
    closed: bool
    tapers: tuple[bool, bool]
    swells: tuple[bool, bool] = (False, False)

    def pieces(self) -> list[FloatArray]:
        """Return the stretches between corners."""
        stops = (0, *self.corners, len(self.points) - 1)
        return [self.points[a : b + 1] for a, b in pairwise(stops) if b > a]


def drawn_lines(
    strokes: Sequence[Stroke], creased: BoolArray, window: tuple[int, int, int, int] | None = None
) -> list[Line]:
    """Return the lines of all strokes, without prop outlines that a crease draws (`creased` px).

    A `window` (left, top, width, height in px) is all that the picture shows of them.
    """
    left, top, width, height = window or (0, 0, *creased.shape[::-1])
    box = np.array([[left, top], [left + width, top + height]], dtype=float)
    lines = (line for stroke in strokes for line in _stroke_lines(stroke, creased))
    drawn = _without_doubles([line for line in lines if not _is_stray(line, box)])
    while True:  # what is left out leaves ends loose, and a loose line may be a stray one
        known = _with_loose_ends(drawn)
        drawn = [line for line in known if not _is_stray(line, box)]
        if len(drawn) == len(known):
            return drawn


def _with_loose_ends(lines: Sequence[Line]) -> list[Line]:
    """Return `lines` with those ends marked as loose, too, that met a line which is not drawn."""
    if not lines:
        return []
    tree = cKDTree(np.vstack([line.points for line in lines]))
    stops = np.cumsum([0, *(len(line.points) for line in lines)])
    found = []
    for line, (first, past) in zip(lines, pairwise(stops.tolist()), strict=True):
        if line.kind in LOOSENED and not line.closed:
            own = (range(first, first + ITSELF), range(past - ITSELF, past))
            start, end = (
                all(k in here for k in tree.query_ball_point(place, TOUCHING))
                for place, here in zip(line.points[[0, -1]], own, strict=True)
            )
            line = replace(line, tapers=(line.tapers[0] or start, line.tapers[1] or end))
        found.append(line)
    return found


def _without_doubles(lines: Sequence[Line]) -> list[Line]:
    """Return `lines` without the stretches of inner ones that blot with a weightier line beside them."""
    order = sorted(range(len(lines)), key=lambda number: _rank(lines[number]))
    kept: list[int] = []
    left: dict[int, list[Line]] = {}
    low, high = (np.array([end(line.points, axis=0) for line in lines]) for end in (np.min, np.max))
    for number in order:
        line = lines[number]
        left[number] = [line]
        if line.kind in SHORT and not line.closed and kept:
            near = _near(low[kept], high[kept], low[number], high[number])
            beside = [part.points for k in near for part in left[kept[k]]]
            if beside:
                left[number] = list(
                    _apart(line, np.asarray(cKDTree(np.vstack(beside)).query(line.points)[0]))
                )
        kept.append(number)
    return [part for number in sorted(kept) for part in left[number]]


def _apart(line: Line, far: FloatArray) -> Iterator[Line]:
    """Yield the stretches of a line that run apart from all others, which are `far` px from each point."""
    runs, count = ndimage.label(far < BESIDE)
    doubled = (np.bincount(runs, minlength=count + 1) >= DOUBLED)[runs] & (runs > 0)
    if not doubled.any():
        yield line
        return
    own, count = ndimage.label(~doubled)
    last = len(line.points) - 1
    for number in range(1, count + 1):
        inside = np.flatnonzero(own == number)
        if len(inside) < APART:
            continue
        first, past = _met(far, inside[0], -1), _met(far, inside[-1], 1)
        ends = (line.tapers[0] and first == 0, line.tapers[1] and past == last)
        swells = (line.swells[0] and first == 0, line.swells[1] and past == last)
        corners = tuple(corner - first for corner in line.corners if first < corner < past)
        yield Line(line.kind, line.points[first : past + 1], corners, False, ends, swells)


def _met(far: FloatArray, end: int, step: int) -> int:
    """Return where a stretch that ends at point `end` comes nearest to the line beside which it went on."""
    beyond = far[end::step][:DOUBLED]
    return int(end + step * int(np.argmin(beyond)))


def _rank(line: Line) -> tuple[int, int, int]:
    """Return what sorts lines: weighty ones first, then those that bound something, then long ones."""
    return WEIGHTS.index(line.kind), sum(line.tapers), -len(line.points)


def _near(lows: FloatArray, highs: FloatArray, low: FloatArray, high: FloatArray) -> list[int]:
    """Return which boxes `(n, 2)` px come as near to one box as BESIDE."""
    met = np.maximum(lows - BESIDE, low) <= np.minimum(highs + BESIDE, high)
    return [int(k) for k in np.flatnonzero(met.all(axis=1))]


def _is_stray(line: Line, window: FloatArray) -> bool:
    """Return whether a line within the person shows too little of a fold: a tick that reads as dirt.

    Where the `window` (low, high corner in px) cuts a line, its end says no more than a loose one.
    """
    if line.kind not in STRAY or line.closed:
        return False
    ends = line.points[[0, -1]]
    cut = ((ends < window[0]) | (ends > window[1])).any(axis=1)
    loose = int((cut | np.array(line.tapers)).sum()) if any(line.tapers) else 0
    steps = np.linalg.norm(np.diff(line.points, axis=0), axis=1)
    if cut.any():
        steps = steps[((line.points[1:] >= window[0]) & (line.points[1:] <= window[1])).all(axis=1)]
    return float(steps.sum()) < STRAY[line.kind][loose]


def _stroke_lines(stroke: Stroke, creased: BoolArray) -> list[Line]:
    kinds = stroke.kinds.copy()
    kinds[(kinds == Kind.PROP) & _on_crease(stroke.points, creased)] = Kind.NONE
    runs = _merged_runs(kinds)
    lines = []
    for number, (kind, first, last) in enumerate(runs):
        if kind in UNDRAWN:
            continue
        corners = tuple(corner - first for corner in stroke.corners if first < corner < last)
        whole = stroke.closed and len(runs) == 1
        tapers = (stroke.loose[0] and first == 0, stroke.loose[1] and last == len(stroke.points) - 1)
        swells = _swells(runs, number, stroke.closed)
        lines.append(Line(Kind(kind), stroke.points[first : last + 1], corners, whole, tapers, swells))
    return lines


def _swells(runs: list[tuple[int, int, int]], number: int, ring: bool) -> tuple[bool, bool]:
    """Return whether a stretch of light outline goes on as a heavy one before and after."""
    if runs[number][0] != Kind.RIM:
        return False, False
    before = runs[number - 1][0] if number or ring else Kind.NONE
    after = runs[(number + 1) % len(runs)][0] if number + 1 < len(runs) or ring else Kind.NONE
    return before in HEAVY, after in HEAVY


def _on_crease(points: FloatArray, creased: BoolArray) -> BoolArray:
    """Return which steps of a line lie on a drawn crease."""
    height, width = creased.shape
    middle = (points[:-1] + points[1:]) / 2
    x = np.clip(middle[:, 0].astype(int), 0, width - 1)
    y = np.clip(middle[:, 1].astype(int), 0, height - 1)
    return np.asarray(creased[y, x])


def _merged_runs(kinds: IntArray) -> list[tuple[int, int, int]]:
    """Return kind, first and last point of each stretch, short ones given to their longer neighbour."""
    cuts = np.flatnonzero(np.diff(kinds)) + 1
    stops = [0, *cuts.tolist(), len(kinds)]
    runs = [(int(kinds[a]), a, b) for a, b in pairwise(stops)]
    while len(runs) > 1:
        index = next((i for i in range(len(runs)) if _is_noise(runs, i)), None)
        if index is None:
            break
        runs = _absorb(runs, index)
    return runs


def _is_noise(runs: list[tuple[int, int, int]], index: int) -> bool:
    """Return whether a stretch is too short to have a kind, or among inner lines a weight, of its own."""
    kind, first, last = runs[index]
    beside = [run[0] for run in runs[max(index - 1, 0) : index + 2]]
    limit = SHORT_INNER_RUN if all(each in INNER for each in beside) else SHORT_RUN
    return last - first < limit and kind not in OUTLINES


def _absorb(runs: list[tuple[int, int, int]], index: int) -> list[tuple[int, int, int]]:
    """Return `runs` with run `index` given to its longer neighbour and equal neighbours joined."""
    beside = [i for i in (index - 1, index + 1) if 0 <= i < len(runs)]
    longer = max(beside, key=lambda i: runs[i][2] - runs[i][1])
    runs = [(runs[longer][0], *run[1:]) if i == index else run for i, run in enumerate(runs)]
    joined = runs[:1]
    for run in runs[1:]:
        if run[0] == joined[-1][0]:
            joined[-1] = (run[0], joined[-1][1], run[2])
        else:
            joined.append(run)
    return joined


def split_taper(line: Line) -> tuple[Line | None, list[FloatArray]]:
    """Return the full-weight part of a line (None if all thins out) and its tapering tails, tip last."""
    steps = np.linalg.norm(np.diff(line.points, axis=0), axis=1)
    along = np.r_[0.0, np.cumsum(steps)]
    reach = min(TAPER, along[-1] * TAPER_SHARE / max(sum(line.tapers), 1))
    first, last = 0, len(line.points) - 1
    tails = []
    if line.tapers[0]:
        first = int(np.searchsorted(along, reach))
        tails.append(line.points[: first + 1][::-1])
    if line.tapers[1]:
        last = int(np.searchsorted(along, along[-1] - reach))
        tails.append(line.points[last:])
    if last <= first:
        return None, tails
    corners = tuple(corner - first for corner in line.corners if first < corner < last)
    return Line(line.kind, line.points[first : last + 1], corners, False, (False, False)), tails
