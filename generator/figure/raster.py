"""Triangles to pixels: a vectorised depth buffer with the face and its barycentric coordinates per pixel."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from .mesh import BoolArray, FloatArray, IntArray

NOTHING = -1  # face index of a pixel that shows no triangle
DEPTH_STEP = 1e-5  # m, depths closer than this count as equal
FACE_BITS = 20  # room for a million faces beside the depth in one sortable integer
EDGE_SLACK = 1e-7  # px, so that shared edges leave no holes
FLAT_AREA = 1e-9  # px², triangles seen edge on


@dataclass(frozen=True, eq=False)
class Buffers:
    """What each pixel shows; arrays of shape `(height, width)`, weights `(height, width, 3)`."""

    face: IntArray
    weights: FloatArray
    depth: FloatArray

    @property
    def covered(self) -> BoolArray:
        """Return where any triangle is seen."""
        return np.asarray(self.face != NOTHING)

    def interpolate(self, faces: IntArray, values: FloatArray) -> FloatArray:
        """Return the vertex `values` (n, k) at every pixel, zero where nothing is seen."""
        covered = self.covered
        out = np.zeros((*self.face.shape, values.shape[1]))
        corners = values[faces[self.face[covered]]]
        out[covered] = np.einsum("pcv,pc->pv", corners, self.weights[covered])
        return out


def rasterise(points: FloatArray, faces: IntArray, width: int, height: int) -> Buffers:
    """Return the nearest face at every pixel centre for projected `points` (px, px, metres), shape `(n, 3)`."""
    face, pixel_x, pixel_y = _covered_pixels(points, faces, width, height)
    depth = _plane_depths(points, faces, face, pixel_x, pixel_y)
    seen = _nearest(depth, face, pixel_y * width + pixel_x, width * height).reshape(height, width)
    return _with_weights(points, faces, seen)


def _covered_pixels(
    points: FloatArray, faces: IntArray, width: int, height: int
) -> tuple[IntArray, IntArray, IntArray]:
    """Return face, x and y of every pixel centre inside every triangle, one span per row."""
    corners = points[faces, :2]
    drawn = np.flatnonzero(np.abs(_doubled_area(corners)) > FLAT_AREA)
    corners = corners[drawn]
    first = np.maximum(np.ceil(corners[:, :, 1].min(axis=1) - 0.5), 0).astype(np.int64)
    last = np.minimum(np.floor(corners[:, :, 1].max(axis=1) - 0.5), height - 1).astype(np.int64)
    which, row = _expand(first, last)
    start, end = _spans(corners[which], row + 0.5)
    begin = np.maximum(np.ceil(start - 0.5 - EDGE_SLACK), 0).astype(np.int64)
    stop = np.minimum(np.floor(end - 0.5 + EDGE_SLACK), width - 1).astype(np.int64)
    span, x = _expand(begin, stop)
    return drawn[which[span]], x, row[span]


def _doubled_area(corners: FloatArray) -> FloatArray:
    """Return twice the signed area of triangles `(m, 3, 2)`."""
    a, b, c = corners[:, 0], corners[:, 1], corners[:, 2]
    return np.asarray((b[:, 0] - a[:, 0]) * (c[:, 1] - a[:, 1]) - (c[:, 0] - a[:, 0]) * (b[:, 1] - a[:, 1]))


def _expand(first: IntArray, last: IntArray) -> tuple[IntArray, IntArray]:
    """Return index and value of every integer from `first[i]` to `last[i]`."""
    counts = np.maximum(last - first + 1, 0)
    which = np.repeat(np.arange(len(first)), counts)
    offset = np.arange(counts.sum()) - np.repeat(np.cumsum(counts) - counts, counts)
    return which, first[which] + offset


def _spans(corners: FloatArray, height: FloatArray) -> tuple[FloatArray, FloatArray]:
    """Return where each triangle `(r, 3, 2)` starts and ends on the horizontal line at `height`."""
    start = np.full(len(corners), np.inf)
    end = np.full(len(corners), -np.inf)
    for k in range(3):
        p, q = corners[:, k], corners[:, (k + 1) % 3]
        rise = q[:, 1] - p[:, 1]
        share = (height - p[:, 1]) / np.where(rise == 0, 1.0, rise)
        crossed = (rise != 0) & (share >= 0) & (share <= 1)
        x = p[:, 0] + share * (q[:, 0] - p[:, 0])
        start = np.where(crossed, np.minimum(start, x), start)
        end = np.where(crossed, np.maximum(end, x), end)
    empty = start > end
    return np.where(empty, 0.0, start), np.where(empty, -1.0, end)


def _plane_depths(
    points: FloatArray, faces: IntArray, face: IntArray, pixel_x: IntArray, pixel_y: IntArray
) -> FloatArray:
    """Return the depth of each face's plane at its pixel centres."""
    a, b, c = (points[faces[:, k]] for k in range(3))
    normal = np.cross(b - a, c - a)
    down = np.where(np.abs(normal[:, 2]) < FLAT_AREA, 1.0, normal[:, 2])
    slope_x, slope_y = -normal[:, 0] / down, -normal[:, 1] / down
    base = a[:, 2] - slope_x * a[:, 0] - slope_y * a[:, 1]
    return np.asarray(base[face] + slope_x[face] * (pixel_x + 0.5) + slope_y[face] * (pixel_y + 0.5))


def _nearest(depth: FloatArray, face: IntArray, pixel: IntArray, count: int) -> IntArray:
    """Return the face of least depth for each of `count` pixels; the lower face wins a tie."""
    if not len(depth):
        return np.full(count, NOTHING, dtype=np.int64)
    steps = np.rint((depth - depth.min()) / DEPTH_STEP).astype(np.int64)
    far = np.iinfo(np.int64).max
    best = np.full(count, far, dtype=np.int64)
    np.minimum.at(best, pixel, (steps << FACE_BITS) | face)
    return np.where(best == far, NOTHING, best & ((1 << FACE_BITS) - 1))


def _with_weights(points: FloatArray, faces: IntArray, seen: IntArray) -> Buffers:
    """Return the buffers with exact barycentric weights at the pixel centres of the seen faces."""
    weights = np.zeros((*seen.shape, 3))
    depth = np.full(seen.shape, np.inf)
    rows, columns = np.nonzero(seen != NOTHING)
    a, b, c = (points[faces[seen[rows, columns], k]] for k in range(3))
    x, y = columns + 0.5, rows + 0.5
    area = _doubled_area(np.stack([a[:, :2], b[:, :2], c[:, :2]], axis=1))
    v = ((x - a[:, 0]) * (c[:, 1] - a[:, 1]) - (c[:, 0] - a[:, 0]) * (y - a[:, 1])) / area
    w = ((b[:, 0] - a[:, 0]) * (y - a[:, 1]) - (x - a[:, 0]) * (b[:, 1] - a[:, 1])) / area
    weights[rows, columns] = np.clip(np.stack([1 - v - w, v, w], axis=1), 0.0, 1.0)
    depth[rows, columns] = a[:, 2] * (1 - v - w) + b[:, 2] * v + c[:, 2] * w
    return Buffers(face=seen, weights=weights, depth=depth)
