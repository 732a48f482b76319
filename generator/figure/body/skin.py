"""The body's surface in a pose: linear blend skinning, then delta mush."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from scipy import sparse

from .body import Body
from .mesh import FloatArray, smoother

MUSH_ROUNDS = 5  # smoothing steps; rest detail is put back after them


@dataclass(frozen=True, eq=False)
class Binding:
    """What skinning needs of a body beyond its weights."""

    smooth: sparse.csr_array  # (n, n) one smoothing step
    detail: FloatArray  # (n, 3) m that smoothing takes away at rest


@lru_cache(maxsize=4)
def binding(body: Body) -> Binding:
    """Return the smoothing operator of `body` and the rest detail it removes."""
    smooth = smoother(len(body.rest), body.faces)
    return Binding(smooth, body.rest - smoothed(smooth, body.rest))


def smoothed(smooth: sparse.csr_array, points: FloatArray) -> FloatArray:
    """Return `points` after MUSH_ROUNDS smoothing steps."""
    for _ in range(MUSH_ROUNDS):
        points = smooth @ points
    return points


def blended(body: Body, transforms: FloatArray) -> FloatArray:
    """Return the `(n, 3, 4)` transform of every vertex: its joints' transforms, weighted."""
    return np.asarray(body.weights @ transforms[:, :3].reshape(-1, 12)).reshape(-1, 3, 4)


def rough_skin(body: Body, transforms: FloatArray) -> FloatArray:
    """Return linear-blend positions `(n, 3)` m: quick, for solvers and distance tests."""
    each = blended(body, transforms)
    return np.asarray(np.einsum("nij,nj->ni", each[:, :, :3], body.rest) + each[:, :, 3])


def skin(body: Body, transforms: FloatArray) -> FloatArray:
    """Return the posed vertices `(n, 3)` m for rest-to-posed joint transforms `(j, 4, 4)`.

    Linear blend skinning with delta mush (Mancewicz et al. 2014, "Delta Mush: smoothing deformations
    while preserving detail"): smooth the blended surface, then put the rest detail back, turned.
    """
    each, bound = blended(body, transforms), binding(body)
    posed = np.einsum("nij,nj->ni", each[:, :, :3], body.rest) + each[:, :, 3]
    detail = np.einsum("nij,nj->ni", each[:, :, :3], bound.detail)
    return np.asarray(smoothed(bound.smooth, posed) + detail)
