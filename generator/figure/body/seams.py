"""The body's drawn surface: its faces cut where shirt, leggings and hair end."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

import numpy as np

from .body import Body
from .mesh import BoolArray, FloatArray, IntArray, grown_over

OPENING_RINGS = 6  # faces this near to a garment edge may show their inside


@dataclass(frozen=True, eq=False)
class DrawnSurface:
    """Faces `(m, 3)` over the body's vertices and new ones, each a `share` of the way between two `ends`."""

    ends: IntArray
    share: FloatArray
    faces: IntArray
    material: IntArray  # (m,)
    opening: BoolArray  # (m,) near an open edge

    def lift(self, values: FloatArray) -> FloatArray:
        """Return vertex `values` (n, c) with those of the cut edges appended."""
        start, end = values[self.ends[:, 0]], values[self.ends[:, 1]]
        return np.vstack([values, start + (end - start) * self.share[:, None]])


@lru_cache(maxsize=4)
def drawn_surface(body: Body) -> DrawnSurface:
    """Return the part of the body's faces whose garment field is above zero, cut exactly at zero."""
    return cut_surface(body.faces, body.material, body.drawn_field)


def cut_surface(faces: IntArray, material: IntArray, field: FloatArray) -> DrawnSurface:
    """Return `faces` (m, 3) clipped to `field` (n,) >= 0, linear along every edge."""
    covered = field[faces] >= 0
    count = covered.sum(axis=1)
    edges, share, two, one = _crossings(faces, field, count)
    pieces = [faces[count == 3], *two.pieces(), *one.pieces()]
    origin = [np.flatnonzero(count == 3), two.origin, two.origin, one.origin]
    kept = np.vstack(pieces)
    return DrawnSurface(edges, share, kept, material[np.concatenate(origin)], _near_opening(kept))


@dataclass(frozen=True, eq=False)
class _Split:
    """Triangles turned so that the odd corner comes first; `ab` and `ca` are the new vertices beside it."""

    origin: IntArray
    corners: IntArray
    ab: IntArray
    ca: IntArray
    odd_covered: bool

    def pieces(self) -> list[IntArray]:
        """Return the covered triangles."""
        a, b, c = self.corners.T
        if self.odd_covered:
            return [np.stack([a, self.ab, self.ca], axis=1)]
        return [np.stack([self.ab, b, c], axis=1), np.stack([self.ab, c, self.ca], axis=1)]


def _crossings(
    faces: IntArray, field: FloatArray, count: IntArray
) -> tuple[IntArray, FloatArray, _Split, _Split]:
    """Return the cut edges with their shares, and the triangles with two and with one covered corner."""
    turned = [_odd_first(faces, field, count, covered) for covered in (2, 1)]
    sides = [corners[:, pair] for _, corners in turned for pair in ([0, 1], [0, 2])]
    edges, which = np.unique(np.sort(np.vstack(sides), axis=1), axis=0, return_inverse=True)
    parts = np.split(which.ravel() + len(field), np.cumsum([len(side) for side in sides])[:-1])
    start, end = field[edges[:, 0]], field[edges[:, 1]]
    share = start / np.where(start == end, 1.0, start - end)
    two = _Split(*turned[0], parts[0], parts[1], odd_covered=False)
    one = _Split(*turned[1], parts[2], parts[3], odd_covered=True)
    return edges, share, two, one


def _odd_first(
    faces: IntArray, field: FloatArray, count: IntArray, covered: int
) -> tuple[IntArray, IntArray]:
    """Return which faces have `covered` corners covered, turned so that the odd corner leads."""
    origin = np.flatnonzero(count == covered)
    inside = field[faces[origin]] >= 0
    odd = np.argmax(inside if covered == 1 else ~inside, axis=1)
    order = (odd[:, None] + np.arange(3)) % 3
    return origin, np.take_along_axis(faces[origin], order, axis=1)


def _near_opening(faces: IntArray) -> BoolArray:
    """Return which faces lie within a few rings of an open edge."""
    sides = np.sort(np.vstack([faces[:, [0, 1]], faces[:, [1, 2]], faces[:, [2, 0]]]), axis=1)
    edges, uses = np.unique(sides, axis=0, return_counts=True)
    near = np.zeros(int(faces.max()) + 1, dtype=bool)
    near[edges[uses == 1]] = True
    return np.asarray(grown_over(faces, near, OPENING_RINGS)[faces].any(axis=1))
