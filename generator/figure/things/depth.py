"""How deep points lie in a thing made of convex pieces."""

from __future__ import annotations

import numpy as np
from scipy.sparse import coo_array
from scipy.sparse.csgraph import connected_components

from ..body.mesh import FloatArray
from .solids import Solid


def pieces(solid: Solid) -> list[FloatArray]:
    """Return the face planes `(k, 4)` of each convex piece of a solid: outward normal and offset."""
    count = len(solid.vertices)
    a, b, c = solid.faces.T
    links = coo_array((np.ones(2 * len(a)), (np.r_[a, b], np.r_[b, c])), shape=(count, count))
    label = connected_components(links, directed=False)[1]
    found = []
    for number in range(int(label.max()) + 1):
        faces = solid.faces[label[solid.faces[:, 0]] == number]
        if not len(faces):
            continue
        points = solid.vertices[faces]
        normal = np.cross(points[:, 1] - points[:, 0], points[:, 2] - points[:, 0])
        size = np.linalg.norm(normal, axis=1)
        normal, corner = normal[size > 1e-12] / size[size > 1e-12, None], points[size > 1e-12, 0]
        middle = solid.vertices[label == number].mean(0)
        normal *= np.sign(((corner - middle) * normal).sum(1))[:, None]
        found.append(np.column_stack([normal, (normal * corner).sum(1)]))
    return found


def inside_depth(solid: Solid, points: FloatArray) -> FloatArray:
    """Return how deep each point lies inside a solid of convex pieces, negative outside, `(n,)` m."""
    best = np.full(len(points), -1.0)
    low, high = solid.vertices.min(0), solid.vertices.max(0)
    near = np.flatnonzero(((points > low) & (points < high)).all(1))
    for planes in pieces(solid):
        depth = -(points[near] @ planes[:, :3].T - planes[:, 3]).max(1)
        best[near] = np.maximum(best[near], depth)
    return best


def inside_depth_far(solid: Solid, points: FloatArray) -> FloatArray:
    """Return signed depth as `inside_depth`, measured for points outside the solid's box as well."""
    best = np.full(len(points), -1.0)
    for planes in pieces(solid):
        best = np.maximum(best, -(points @ planes[:, :3].T - planes[:, 3]).max(1))
    return best


def nearest_faces(solid: Solid, points: FloatArray) -> tuple[FloatArray, FloatArray]:
    """Return each point's signed depth `(n,)` m and the outward direction of its nearest face `(n, 3)`."""
    depth, outward = np.full(len(points), -1.0), np.zeros((len(points), 3))
    if not len(points):
        return depth, outward
    for planes in pieces(solid):
        off = points @ planes[:, :3].T - planes[:, 3]
        nearest = off.argmax(1)
        own = -off[np.arange(len(points)), nearest]
        better = own > depth
        depth[better], outward[better] = own[better], planes[nearest[better], :3]
    return depth, outward
