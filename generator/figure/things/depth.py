"""How deep points lie in a thing made of convex pieces."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from scipy.sparse import coo_array
from scipy.sparse.csgraph import connected_components

from ..body.mesh import BoolArray, FloatArray, IntArray
from .solids import Solid

OUTSIDE = -1.0  # m, depth of a point that is near no piece
SAME_PLANE = 9  # decimals in which planes agree that are one


@dataclass(frozen=True, eq=False)
class Piece:
    """A convex piece: the planes `(k, 4)` of its faces, each once, as outward normals and offsets in m.

    The first `cage` of them face up, down and to the four sides: few points lie behind all of these.
    """

    planes: FloatArray
    cage: int

    def near(self, points: FloatArray, reach: float) -> IntArray:
        """Return which points may lie less than `reach` m outside all planes."""
        return np.flatnonzero((_outside(self.planes[: self.cage], points) < reach).all(axis=0))


def _outside(planes: FloatArray, points: FloatArray) -> FloatArray:
    """Return how far outside each plane each point lies, `(k, n)` m."""
    return np.asarray(planes[:, :3] @ points.T - planes[:, 3:])


@lru_cache(maxsize=16)
def pieces(solid: Solid) -> tuple[Piece, ...]:
    """Return the convex pieces of a solid."""
    count = len(solid.vertices)
    a, b, c = solid.faces.T
    links = coo_array((np.ones(2 * len(a)), (np.r_[a, b], np.r_[b, c])), shape=(count, count))
    label = connected_components(links, directed=False)[1]
    faces = (solid.faces[label[a] == number] for number in range(int(label.max()) + 1))
    return tuple(_piece(solid.vertices, own) for own in faces if len(own))


def _piece(vertices: FloatArray, faces: IntArray) -> Piece:
    """Return the convex piece with these faces."""
    middle, points = vertices[np.unique(faces)].mean(0), vertices[faces]
    normal = np.cross(points[:, 1] - points[:, 0], points[:, 2] - points[:, 0])
    size = np.linalg.norm(normal, axis=1)
    normal, corner = normal[size > 1e-12] / size[size > 1e-12, None], points[size > 1e-12, 0]
    normal *= np.sign(((corner - middle) * normal).sum(1))[:, None]
    planes = np.column_stack([normal, (normal * corner).sum(1)])
    _, first = np.unique(planes.round(SAME_PLANE), axis=0, return_index=True)
    planes = planes[first]
    cage = np.unique(np.r_[planes[:, :3].argmin(0), planes[:, :3].argmax(0)])
    return Piece(np.vstack([planes[cage], np.delete(planes, cage, axis=0)]), len(cage))


def boxed(solid: Solid, points: FloatArray, rim: float = 0.0) -> BoolArray:
    """Return which points lie less than `rim` m outside the upright box round a solid."""
    low, high = solid.vertices.min(0) - rim, solid.vertices.max(0) + rim
    return np.asarray(((points > low) & (points < high)).all(1))


def inside_depth(solid: Solid, points: FloatArray, reach: float = 0.0) -> FloatArray:
    """Return how deep each point lies inside a solid of convex pieces, negative outside, `(n,)` m.

    It is true up to `reach` m outside the pieces, and may be OUTSIDE for points that are farther from all.
    """
    return nearest_faces(solid, points, reach)[0]


def nearest_faces(solid: Solid, points: FloatArray, reach: float) -> tuple[FloatArray, FloatArray]:
    """Return depths `(n,)` m as `inside_depth` and the outward directions of the nearest faces `(n, 3)`."""
    depth, outward = np.full(len(points), OUTSIDE), np.zeros((len(points), 3))
    for piece in pieces(solid):
        near = piece.near(points, reach)
        if not len(near):
            continue
        off = _outside(piece.planes, points[near])
        nearest, own = off.argmax(0), -off.max(0)
        better = own > depth[near]
        depth[near[better]], outward[near[better]] = own[better], piece.planes[nearest[better], :3]
    return depth, outward
