"""Triangle meshes as plain arrays: normals, Laplacian smoothing, midpoint subdivision."""

from __future__ import annotations

from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray
from scipy import sparse

FloatArray: TypeAlias = NDArray[np.float64]
IntArray: TypeAlias = NDArray[np.int64]
BoolArray: TypeAlias = NDArray[np.bool_]


def vertex_normals(vertices: FloatArray, faces: IntArray) -> FloatArray:
    """Return the area-weighted unit normal of every vertex, shape `(n, 3)`."""
    normals, count = face_normals(vertices, faces), len(vertices)
    corner = faces.ravel()
    summed = np.stack(
        [np.bincount(corner, weights=np.repeat(normals[:, k], 3), minlength=count) for k in range(3)], axis=1
    )
    return np.asarray(summed / np.maximum(np.linalg.norm(summed, axis=1, keepdims=True), 1e-12))


def face_normals(vertices: FloatArray, faces: IntArray) -> FloatArray:
    """Return the normal of every face, twice its area long, `(m, 3)`."""
    a, b, c = (vertices.take(faces[:, k], axis=0) for k in range(3))
    one, other = b - a, c - a
    out = np.empty_like(one)
    for k, (up, down) in enumerate(((1, 2), (2, 0), (0, 1))):
        out[:, k] = one[:, up] * other[:, down] - one[:, down] * other[:, up]
    return out


def edges_of(faces: IntArray) -> IntArray:
    """Return each undirected edge once, lower index first, shape `(e, 2)`."""
    pairs = np.vstack([faces[:, [0, 1]], faces[:, [1, 2]], faces[:, [2, 0]]])
    low, high = np.sort(pairs, axis=1).T
    size = int(faces.max(initial=0)) + 1
    return np.stack(np.divmod(np.unique(low * size + high), size), axis=1)


def grown_over(faces: IntArray, chosen: BoolArray, rings: int) -> BoolArray:
    """Return the chosen vertices with `rings` of neighbours."""
    for _ in range(rings):
        touched = chosen[faces].any(axis=1)
        chosen = chosen.copy()
        chosen[faces[touched]] = True
    return chosen


def smoother(count: int, faces: IntArray, strength: float = 0.5) -> sparse.csr_array:
    """Return the `(count, count)` operator moving vertices `strength` of the way to their neighbours.

    The umbrella Laplacian of Taubin (1995); vertices without a face stay where they are.
    """
    ends = edges_of(faces)
    rows, columns = np.concatenate([ends, ends[:, ::-1]]).T
    neighbours = sparse.csr_array((np.ones(len(rows)), (rows, columns)), shape=(count, count))
    degree = np.asarray(neighbours.sum(axis=1)).ravel()
    share = np.where(degree > 0, strength, 0.0)
    mean = sparse.diags_array(share / np.maximum(degree, 1)) @ neighbours
    return sparse.csr_array(sparse.diags_array(1 - share) + mean)


def subdivision(count: int, faces: IntArray) -> tuple[sparse.csr_array, IntArray]:
    """Return the operator from `count` vertices to those plus edge midpoints, and the four-fold faces."""
    corners = np.sort(np.vstack([faces[:, [0, 1]], faces[:, [1, 2]], faces[:, [2, 0]]]), axis=1)
    ends, which = np.unique(corners, axis=0, return_inverse=True)
    ab, bc, ca = which.reshape(3, len(faces)) + count
    a, b, c = faces.T
    finer = np.concatenate(
        [np.stack(t, axis=1) for t in ((a, ab, ca), (ab, b, bc), (ca, bc, c), (ab, bc, ca))]
    )
    halves = sparse.csr_array(
        (np.full(ends.size, 0.5), (np.repeat(np.arange(len(ends)), 2), ends.ravel())),
        shape=(len(ends), count),
    )
    return sparse.csr_array(sparse.vstack([sparse.eye_array(count, format="csr"), halves])), finer
