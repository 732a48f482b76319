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
from ..body.face import Stroke
from ..body.mesh import BoolArray, FloatArray, IntArray, grown_over
from ..drawing.contour import enclosed_area
from ..drawing.pulls import BARB, Piece, pull_arrow
from ..seeing.pixels import Pixels

NEIGHBOURS = 8  # faces round a point that may hold it
GRID = 0.004  # m between the points that stand for a patch's area
PULL_WIDTH = 4.0  # px of an arrow's line
FACING = 0.05  # least cosine to the viewer at which it is seen
RINGS = 2  # of neighbours round a patch on which its lines may lie
OUTSIDE = -0.3  # share of a face by which a point may lie beyond it, where no face has it


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

    def piece(self, body: Body) -> Piece:
        """Return the patch as the still's engine takes it: points, outer fibres, half its width."""
        scale = metric(self.chart, anatomy_of(body)) * self.scale
        outlines = [rounded(region) * scale for region in self.regions]
        step = GRID * self.scale
        low, high = (bound(np.vstack(outlines), axis=0) for bound in (np.min, np.max))
        grid = np.stack(np.meshgrid(*(np.arange(a, b, step) for a, b in zip(low, high, strict=True))), -1)
        points = grid.reshape(-1, 2)
        depth = np.max([signed_distance(outline, points) for outline in outlines], axis=0)
        fibres = tuple(np.array(side) * scale for region in self.regions for side in region.sides())
        return Piece(points[depth > 0], fibres, float(depth.max()))


def sheet_of(muscle: Muscle, body: Body, scale: float) -> Sheet:
    """Return the chart that holds most of a muscle, with its regions there, the largest first."""
    regions = sorted(PATCHES[muscle.name].regions, key=lambda region: -_area(region, body))
    return Sheet(tuple(each for each in regions if each.chart is regions[0].chart), scale)


def _area(region: Region, body: Body) -> float:
    """Return the area of an outline in m²."""
    closed = (*region.outline, region.outline[0])
    return enclosed_area(np.array(closed) * metric(region.chart, anatomy_of(body)))


def has_room(muscle: Muscle, body: Body, scale: float) -> bool:
    """Return whether a muscle shows fibres: a stretched one only if they have room beside its arrow."""
    return muscle.action != "stretches" or sheet_of(muscle, body, scale).piece(body).broad


def strokes_seen(body: Body, pixels: Pixels, scale: float, lines: Sequence[FloatArray]) -> Iterator[Stroke]:
    """Yield the lines `(n, 2)` px of a picture as they lie on the body; `scale` is its px in a metre."""
    height, width = pixels.region.shape
    shown = []
    for line in lines:
        x, y = np.round(line).astype(int).T
        x, y = x.clip(0, width - 1), y.clip(0, height - 1)
        shown.append(pixels.rest[y, x][pixels.figure[y, x]].astype(float))
    yield from laid_on(body.rest[body.faces], np.arange(len(body.faces)), shown, scale)


def strokes_along(body: Body, muscles: Sequence[Muscle], scale: float, fine: float) -> Iterator[Stroke]:
    """Yield the lines of the arrows on the stretched muscles among some; `scale` is px in a metre of the
    still and `fine` how much smaller its lines are than in a large picture.
    """
    for muscle in muscles:
        if muscle.action != "stretches":
            continue
        sheet = sheet_of(muscle, body, scale)
        lines = [_level(line) for line in pull_arrow(sheet.piece(body), BARB * fine)]
        for sign in SIDES[muscle.side] if lines else ():
            yield from _along(body, sheet, sign, lines)


def _along(body: Body, sheet: Sheet, sign: float, lines: Sequence[FloatArray]) -> Iterator[Stroke]:
    """Yield flat lines laid on the skin of one side, as far as they have any below them."""
    own = body.rest * np.array([sign, 1.0, 1.0])
    flat, covered = sheet.flat(body, own)
    amount = np.max([region_coverage(each, anatomy_of(body), own) for each in sheet.regions], axis=0)
    near = covered & grown_over(body.faces, amount > 0, RINGS)
    faces = np.flatnonzero(near[body.faces].all(axis=1))
    if len(faces) >= NEIGHBOURS:
        yield from laid_on(_level(flat)[body.faces[faces]], faces, lines, sheet.scale)


def _level(flat: FloatArray) -> FloatArray:
    """Return flat points with a height of nothing."""
    return np.column_stack([flat, np.zeros(len(flat))])


def laid_on(
    corners: FloatArray, faces: IntArray, lines: Sequence[FloatArray], scale: float
) -> Iterator[Stroke]:
    """Yield lines `(n, 3)` as strokes on triangles `(f, 3, 3)`, which are the body's `faces` `(f,)`.

    A point lies on the triangle on whose plane it falls best within its corners; beyond OUTSIDE it has none.
    """
    found, shares = _shares(corners, np.vstack(lines))
    held = shares.min(axis=1) > OUTSIDE
    whole = np.clip(shares, 0, None)
    whole /= whole.sum(axis=1, keepdims=True)
    for part in np.split(np.arange(len(held)), np.cumsum([len(line) for line in lines])[:-1]):
        own = part[held[part]]
        if len(own) > 1:
            yield Stroke("pull", faces[found[own]], whole[own], PULL_WIDTH / scale, FACING)


def _shares(corners: FloatArray, points: FloatArray) -> tuple[IntArray, FloatArray]:
    """Return the triangle each point `(p, 3)` lies best on, and its shares `(p, 3)` in that one's corners."""
    near = np.asarray(cKDTree(corners.mean(axis=1)).query(points, NEIGHBOURS)[1])
    a, b, c = (corners[near][:, :, corner] for corner in range(3))
    one, other, off = b - a, c - a, points[:, None] - a
    normal = np.cross(one, other)
    size = np.maximum((normal**2).sum(-1), 1e-18)
    two = (np.cross(off, other) * normal).sum(-1) / size
    three = (np.cross(one, off) * normal).sum(-1) / size
    shares = np.stack([1 - two - three, two, three], axis=-1)
    rows, best = np.arange(len(points)), shares.min(axis=2).argmax(axis=1)
    return near[rows, best], shares[rows, best]
