"""Linear blend skinning of the few vertices that goals watch, for many poses at once."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from scipy import sparse

from ..body.body import Body
from ..body.mesh import FloatArray, IntArray
from ..body.sites import sites_of
from ..body.skeleton import Skeleton, Stand
from .goals import Goal, Scene, facing, watched


@dataclass(frozen=True, eq=False)
class Pull:
    """How joints pull watched vertices: `(m, 4 j)`, three columns a joint that turn and one that shifts."""

    chosen: IntArray  # (m,) vertices whose places are watched
    faced: IntArray  # (k,) vertices whose normals are
    places: sparse.csr_array
    normals: sparse.csr_array
    count: int  # vertices of the body

    @classmethod
    def of(cls, body: Body, goals: tuple[Goal, ...]) -> Pull:
        """Return the pull on every vertex that some goal watches."""
        chosen, faced = watched(goals), facing(goals)
        normals = sites_of(body).normals
        return cls(
            chosen, faced, spread(body, chosen, body.rest[chosen], 1.0),
            spread(body, faced, normals[faced], 0.0), len(body.rest),
        )  # fmt: skip

    def narrowed(self, goals: tuple[Goal, ...]) -> Pull:
        """Return the pull on what a part of the goals watches."""
        chosen, faced = watched(goals), facing(goals)
        return Pull(
            chosen, faced, self.places[np.searchsorted(self.chosen, chosen)],
            self.normals[np.searchsorted(self.faced, faced)], self.count,
        )  # fmt: skip

    def scene(self, skeleton: Skeleton, stand: Stand) -> Scene:
        """Return joints and watched vertices in the poses of `stand`."""
        head = skeleton.body.head
        poses = len(stand.turn)
        shift = stand.centre - (stand.turn @ head[..., None])[..., 0]
        packed = np.concatenate([np.swapaxes(stand.turn, -1, -2), shift[:, :, None]], axis=2)
        mixed = np.ascontiguousarray(packed.transpose(1, 2, 0, 3)).reshape(-1, poses * 3)
        points = (self.places @ mixed).reshape(-1, poses, 3)
        normals = (self.normals @ mixed).reshape(-1, poses, 3)
        return Scene(
            skeleton, stand, points.swapaxes(0, 1), normals.swapaxes(0, 1),
            columns(self.chosen, self.count), columns(self.faced, self.count),
        )  # fmt: skip


def spread(body: Body, vertices: IntArray, vectors: FloatArray, shifted: float) -> sparse.csr_array:
    """Return the matrix `(m, 4 j)` that turns rest `vectors` `(m, 3)` with the joints, and shifts them."""
    weights = body.weights[vertices].tocoo()
    row, joint, weight = weights.row, weights.col, weights.data
    own = np.column_stack([vectors[row], np.full(len(row), shifted)]) * weight[:, None]
    column = joint[:, None] * 4 + np.arange(4)
    shape = (len(vertices), 4 * len(body.joints))
    return sparse.csr_array((own.ravel(), (np.repeat(row, 4), column.ravel())), shape=shape)


def columns(vertices: IntArray, count: int) -> IntArray:
    """Return where each of `count` vertices is among the chosen, -1 elsewhere."""
    column = np.full(count, -1)
    column[vertices] = np.arange(len(vertices))
    return column
