"""The arrows of stretched muscles as strokes on the skin, which bend and turn with the body.

Those that the still shows lie where it has them; those that only its inset shows, along the whole muscle.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from scipy.spatial import cKDTree

from ..anatomy.charts import Chart, anatomy_of, charted, metric
from ..anatomy.muscles import PATCHES, SIDES, Muscle, region_coverage, rounded, signed_distance, unrolled
from ..anatomy.patches import Region
from ..body.body import Body
from ..body.mesh import BoolArray, FloatArray, IntArray
from ..drawing.pulls import BARB, Piece, pull_arrow
from ..seeing.pixels import Pixels
from .near import grown

NEIGHBOURS = 8  # faces round a point that may hold it
GRID = 0.004  # m between the points that stand for a patch's area
PULL_WIDTH = 4.0  # px of an arrow's line
OUTSIDE = -0.3  # share of a face by which a point may lie beyond it, where no face has it


@dataclass(frozen=True, eq=False)
class PullStroke:
    """One line of an arrow: faces `(n,)` of the body and where in each its points lie, `(n, 3)`."""

    faces: IntArray
    weights: FloatArray


@dataclass(frozen=True, eq=False)
class Sheet:
    """All regions of a muscle in one chart: the longest of them lays it flat, and the px in its metre."""

    regions: tuple[Region, ...]
    scale: float

    @property
    def chart(self) -> Chart:
        """Return the chart."""
        return self.regions[0].chart

    def flat(self, body: Body, points: FloatArray) -> tuple[FloatArray, BoolArray]:
        """Return left-side rest points laid flat, `(p, 2)` px, and which of them the chart covers."""
        anatomy = anatomy_of(body)
        place = charted(self.chart, anatomy, points)
        flat = np.stack([unrolled(self.regions[0], place.u), place.v], axis=1)
        return flat * metric(self.chart, anatomy) * self.scale, place.covered

    def outlines(self, body: Body) -> list[FloatArray]:
        """Return the regions' outlines, `(k, 2)` px."""
        scale = metric(self.chart, anatomy_of(body)) * self.scale
        return [rounded(region) * scale for region in self.regions]

    def piece(self, body: Body) -> Piece:
        """Return the patch as the still's engine takes it: points, outer fibres, half its width."""
        outlines = self.outlines(body)
        step = GRID * self.scale
        low, high = (bound(np.vstack(outlines), axis=0) for bound in (np.min, np.max))
        grid = np.stack(np.meshgrid(*(np.arange(a, b, step) for a, b in zip(low, high, strict=True))), -1)
        points = grid.reshape(-1, 2)
        depth = np.max([signed_distance(outline, points) for outline in outlines], axis=0)
        scale = metric(self.chart, anatomy_of(body)) * self.scale
        fibres = tuple(np.array(side) * scale for region in self.regions for side in region.sides())
        return Piece(points[depth > 0], fibres, float(depth.max()))


def sheet_of(muscle: Muscle, body: Body, scale: float) -> Sheet:
    """Return the chart that holds most of a muscle, with its regions there, the largest first."""
    regions = sorted(PATCHES[muscle.name].regions, key=lambda region: -_area(region, body))
    return Sheet(tuple(each for each in regions if each.chart is regions[0].chart), scale)


def _area(region: Region, body: Body) -> float:
    """Return the area of an outline in m² (shoelace formula)."""
    x, y = (np.array(region.outline) * metric(region.chart, anatomy_of(body))).T
    return abs(float(x @ np.roll(y, 1) - y @ np.roll(x, 1))) / 2


def has_room(muscle: Muscle, body: Body, scale: float) -> bool:
    """Return whether a muscle shows fibres: a stretched one only if they have room beside its arrow."""
    return muscle.action != "stretches" or sheet_of(muscle, body, scale).piece(body).broad


def strokes_seen(body: Body, pixels: Pixels, lines: Sequence[FloatArray]) -> Iterator[PullStroke]:
    """Yield the lines `(n, 2)` px of a picture as they lie on the body that it shows."""
    corners = body.rest[body.faces]
    tree = cKDTree(corners.mean(axis=1))
    height, width = pixels.region.shape
    for line in lines:
        x, y = np.round(line).astype(int).T
        x, y = x.clip(0, width - 1), y.clip(0, height - 1)
        points = pixels.rest[y, x][pixels.figure[y, x]].astype(float)
        if len(points) < 2:
            continue
        near = np.asarray(tree.query(points, NEIGHBOURS)[1])
        shares = shares_near(corners[near], points)
        best = shares.min(axis=2).argmax(axis=1)
        rows = np.arange(len(points))
        yield PullStroke(near[rows, best], _whole(shares[rows, best]))


def shares_near(triangles: FloatArray, points: FloatArray) -> FloatArray:
    """Return the shares of points `(p, 3)` in the corners of `k` triangles each, `(p, k, 3, 3)`: `(p, k, 3)`.

    A point counts where it falls on a triangle's plane.
    """
    a, b, c = (triangles[:, :, corner] for corner in range(3))
    one, other, off = b - a, c - a, points[:, None] - a
    normal = np.cross(one, other)
    size = np.maximum((normal**2).sum(-1), 1e-18)
    two = (np.cross(off, other) * normal).sum(-1) / size
    three = (np.cross(one, off) * normal).sum(-1) / size
    return np.stack([1 - two - three, two, three], axis=-1)


def _whole(shares: FloatArray) -> FloatArray:
    """Return shares of which none is below zero and all of a point make one."""
    kept = np.clip(shares, 0, None)
    return np.asarray(kept / kept.sum(axis=1, keepdims=True))


def strokes_along(body: Body, muscles: Sequence[Muscle], scale: float, fine: float) -> Iterator[PullStroke]:
    """Yield the lines of the arrows on the stretched muscles among some; `scale` is px in a metre of the
    still and `fine` how much smaller its lines are than in a large picture.
    """
    for muscle in muscles:
        if muscle.action != "stretches":
            continue
        sheet = sheet_of(muscle, body, scale)
        lines = pull_arrow(sheet.piece(body), BARB * fine)
        for sign in SIDES[muscle.side]:
            yield from filter(None, (_laid(body, sheet, sign, line) for line in lines))


def _laid(body: Body, sheet: Sheet, sign: float, line: FloatArray) -> PullStroke | None:
    """Return a flat line laid on the skin of one side, as far as it has any below it."""
    own = body.rest * np.array([sign, 1.0, 1.0])
    flat, covered = sheet.flat(body, own)
    amount = np.max([region_coverage(each, anatomy_of(body), own) for each in sheet.regions], axis=0)
    near = covered & grown(body, amount > 0)
    faces = np.flatnonzero(near[body.faces].all(axis=1))
    if not len(faces):
        return None
    shares = shares_in(flat[body.faces[faces]], line)
    least = shares.min(axis=2)
    best = least.argmax(axis=1)
    held = np.flatnonzero(least.max(axis=1) > OUTSIDE)
    if len(held) < 2:
        return None
    return PullStroke(faces[best[held]], _whole(shares[held, best[held]]))


def shares_in(triangles: FloatArray, points: FloatArray) -> FloatArray:
    """Return the shares of flat points `(p, 2)` in the corners of triangles `(f, 3, 2)`, `(p, f, 3)`."""
    a, b, c = (triangles[:, corner] for corner in range(3))
    double = _turn(b - a, c - a)
    double = np.where(np.abs(double) < 1e-12, np.inf, double)
    off = points[:, None]
    two = _turn(off - a, c - a) / double
    three = _turn(b - a, off - a) / double
    return np.stack([1 - two - three, two, three], axis=-1)


def _turn(one: FloatArray, other: FloatArray) -> FloatArray:
    """Return twice the signed area between flat vectors."""
    return np.asarray(one[..., 0] * other[..., 1] - one[..., 1] * other[..., 0])
