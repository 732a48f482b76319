"""Triangles to pixels: a vectorised depth buffer with the face and its barycentric coordinates per pixel."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeVar

import numpy as np
from numpy.typing import NDArray

from ..body.mesh import BoolArray, FloatArray, IntArray

NOTHING = -1  # face index of a pixel that shows no triangle
DEPTH_STEP = 1e-5  # m, depths closer than this count as equal
FACE_BITS = 20  # room for a million faces beside the depth in one sortable integer
EDGE_SLACK = 1e-7  # px, so that shared edges leave no holes
FLAT_AREA = 1e-9  # px², triangles seen edge on
Scalar = TypeVar("Scalar", bound=np.generic)


@dataclass(frozen=True, eq=False)
class Buffers:
    """What each pixel shows: faces and depths `(height, width)`, and more of the `p` pixels that show any."""

    face: IntArray
    depth: FloatArray
    place: IntArray  # (p,) pixels that show a face, row by row
    weights: FloatArray  # (p, 3) barycentric, single precision

    @property
    def covered(self) -> BoolArray:
        """Return where any triangle is seen."""
        return np.asarray(self.face != NOTHING)

    def spread(self, values: NDArray[Scalar], nothing: float) -> NDArray[Scalar]:
        """Return the value of the face at every pixel `(height, width)`, `nothing` where there is none."""
        out = np.full(self.face.size, nothing, dtype=values.dtype)
        out[self.place] = values[self.face.ravel()[self.place]]
        return out.reshape(self.face.shape)

    def interpolate(self, faces: IntArray, values: FloatArray, step: int = 1) -> FloatArray:
        """Return the vertex `values` (n, k) at every `step`-th pixel, single precision, zero on nothing."""
        height, width = self.face.shape
        shape = (-(-height // step), -(-width // step), values.shape[1])
        out = np.zeros((shape[0] * shape[1], shape[2]), dtype=np.float32)
        place, weights = self.place, self.weights
        seen = self.face.ravel()[place]
        if step > 1:
            row = np.repeat(np.arange(height), self.covered.sum(axis=1))
            column = place - row * width
            chosen = (row % step == 0) & (column % step == 0)
            place = (row // step * shape[1] + column // step)[chosen]
            seen, weights = seen[chosen], weights[chosen]
        of_face = values.astype(np.float32)[faces].reshape(len(faces), -1)
        corners = of_face.take(seen, axis=0).reshape(len(seen), 3, -1)
        out[place] = np.einsum("pck,pc->pk", corners, weights)
        return np.asarray(out.reshape(shape))


def rasterise(points: FloatArray, faces: IntArray, width: int, height: int) -> Buffers:
    """Return the nearest face at every pixel centre for projected `points` `(n, 3)` (px, px, metres)."""
    planes = _planes(points, faces)
    face, depth, pixel = _covered_pixels(points, faces, planes, width, height)
    seen = _nearest(depth, face, pixel, width * height).reshape(height, width)
    return _with_weights(planes, seen)


def centres(pixel: IntArray) -> FloatArray:
    """Return the px of pixels' centres along one axis."""
    return pixel.astype(np.float64) + 0.5


def _covered_pixels(
    points: FloatArray, faces: IntArray, planes: _Planes, width: int, height: int
) -> tuple[IntArray, FloatArray, IntArray]:
    """Return face, depth and pixel of every pixel centre inside every triangle, one span per row."""
    corners = points[faces, :2]
    drawn = np.flatnonzero(np.abs(_doubled_area(corners)) > FLAT_AREA)
    corners = corners[drawn]
    first = np.maximum(np.ceil(corners[:, :, 1].min(axis=1) - 0.5), 0).astype(np.int64)
    last = np.minimum(np.floor(corners[:, :, 1].max(axis=1) - 0.5), height - 1).astype(np.int64)
    which, row = _expand(first, last)
    start, end = _spans(corners[which], centres(row))
    begin = np.maximum(np.ceil(start - 0.5 - EDGE_SLACK), 0).astype(np.int64)
    stop = np.minimum(np.floor(end - 0.5 + EDGE_SLACK), width - 1).astype(np.int64)
    owner, counts = drawn[which], np.maximum(stop - begin + 1, 0)
    level = planes.z[0][owner] + planes.z[2][owner] * centres(row)
    x = np.repeat(begin - (np.cumsum(counts) - counts), counts) + np.arange(counts.sum())
    depth = np.repeat(level, counts) + np.repeat(planes.z[1][owner], counts) * centres(x)
    return np.repeat(owner, counts), depth, np.repeat(row * width, counts) + x


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


@dataclass(frozen=True, eq=False)
class _Planes:
    """Depth and second and third barycentric weight of every face, linear functions `(3, m)` of 1, x, y."""

    z: FloatArray
    v: FloatArray
    w: FloatArray

    def depth(self, face: IntArray, x: FloatArray, y: FloatArray) -> FloatArray:
        """Return the depth of each face's plane at its own px."""
        return np.asarray(self.z[0][face] + self.z[1][face] * x + self.z[2][face] * y)

    def weights(self, face: IntArray, x: FloatArray, y: FloatArray) -> tuple[FloatArray, FloatArray]:
        """Return the second and third weight of each face at its own px."""
        v = self.v[0][face] + self.v[1][face] * x + self.v[2][face] * y
        w = self.w[0][face] + self.w[1][face] * x + self.w[2][face] * y
        return v, w


def _planes(points: FloatArray, faces: IntArray) -> _Planes:
    """Return the linear functions of all faces, zero where a face is seen edge on."""
    (ax, ay, az), (bx, by, bz), (cx, cy, cz) = (points[faces[:, k]].T for k in range(3))
    area = (bx - ax) * (cy - ay) - (cx - ax) * (by - ay)
    area = np.where(np.abs(area) < FLAT_AREA, np.inf, area)
    vx, vy = (cy - ay) / area, -(cx - ax) / area
    wx, wy = -(by - ay) / area, (bx - ax) / area
    v0, w0 = -(vx * ax + vy * ay), -(wx * ax + wy * ay)
    up, across = bz - az, cz - az
    z = np.stack([az + v0 * up + w0 * across, vx * up + wx * across, vy * up + wy * across])
    return _Planes(z, np.stack([v0, vx, vy]), np.stack([w0, wx, wy]))


def _nearest(depth: FloatArray, face: IntArray, pixel: IntArray, count: int) -> IntArray:
    """Return the face of least depth for each of `count` pixels; the lower face wins a tie."""
    if not len(depth):
        return np.full(count, NOTHING, dtype=np.int64)
    steps = np.rint((depth - depth.min()) / DEPTH_STEP).astype(np.int64)
    far = np.iinfo(np.int64).max
    best = np.full(count, far, dtype=np.int64)
    np.minimum.at(best, pixel, (steps << FACE_BITS) | face)
    return np.where(best == far, NOTHING, best & ((1 << FACE_BITS) - 1))


def _with_weights(planes: _Planes, seen: IntArray) -> Buffers:
    """Return the buffers with exact barycentric weights at the pixel centres of the seen faces."""
    width = seen.shape[1]
    place = np.flatnonzero(seen.ravel() != NOTHING)
    face, x, y = seen.ravel()[place], centres(place % width), centres(place // width)
    v, w = (np.clip(weight, 0.0, 1.0) for weight in planes.weights(face, x, y))
    weights = np.stack([1 - v - w, v, w], axis=1).astype(np.float32)
    depth = np.full(seen.size, np.inf)
    depth[place] = planes.depth(face, x, y)
    return Buffers(seen, depth.reshape(seen.shape), place, np.asarray(weights))
