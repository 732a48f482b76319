"""The way a part of the body takes from one pose to the next."""

from __future__ import annotations

from functools import lru_cache

import numpy as np
from scipy.spatial.transform import Rotation

from .body import Body
from .mesh import FloatArray, IntArray
from .sites import sites_of
from .staged import Staged

MOMENTS = 13  # poses along the way, both ends included


@lru_cache(maxsize=256)
def part_vertices(body: Body, part: str) -> tuple[int, ...]:
    """Return the middle vertices of a part such as "right hand"; "both" gives the right one's."""
    name = part.replace("both ", "right ", 1)
    return tuple(site.middle for site in sites_of(body).part(name))


def part_path(before: Staged, after: Staged, part: str) -> FloatArray:
    """Return where `part` is on its way between two poses, `(MOMENTS, 3)` m: every joint turns evenly."""
    body = before.body
    vertices = np.array(part_vertices(body, part))
    moments = [blend_poses(body, before.transforms, after.transforms, t) for t in np.linspace(0, 1, MOMENTS)]
    return np.stack([_follow(body, transforms, vertices) for transforms in moments])


def _follow(body: Body, transforms: FloatArray, vertices: IntArray) -> FloatArray:
    """Return the mean place of `vertices` under joint transforms `(j, 4, 4)`."""
    each = np.asarray(body.weights[vertices] @ transforms[:, :3].reshape(-1, 12)).reshape(-1, 3, 4)
    moved = np.einsum("nij,nj->ni", each[:, :, :3], body.rest[vertices]) + each[:, :, 3]
    return np.asarray(moved.mean(axis=0))


def blend_poses(body: Body, before: FloatArray, after: FloatArray, share: float) -> FloatArray:
    """Return the rest-to-posed transforms `(j, 4, 4)` a `share` of the way, each joint turned about its centre."""
    out = np.empty_like(before)
    for joint in np.argsort(_depths(body), kind="stable").tolist():
        parent = int(body.parent[joint])
        if parent < 0:
            out[joint] = _between(before[joint], after[joint], body.head[joint], share)
            continue
        one = np.linalg.solve(before[parent], before[joint])
        other = np.linalg.solve(after[parent], after[joint])
        out[joint] = out[parent] @ _between(one, other, body.head[joint], share)
    return out


def _depths(body: Body) -> IntArray:
    """Return how many joints lie between each joint and the root."""
    depths = np.zeros(len(body.parent), dtype=np.int64)
    for joint in range(len(body.parent)):
        above = int(body.parent[joint])
        while above >= 0:
            depths[joint] += 1
            above = int(body.parent[above])
    return depths


def _between(one: FloatArray, other: FloatArray, centre: FloatArray, share: float) -> FloatArray:
    """Return the rigid transform between two, turning about the image of `centre`."""
    start = Rotation.from_matrix(one[:3, :3])
    turn = (start.inv() * Rotation.from_matrix(other[:3, :3])).as_rotvec()
    rotation = (start * Rotation.from_rotvec(turn * share)).as_matrix()
    places = [m[:3, :3] @ centre + m[:3, 3] for m in (one, other)]
    out = np.eye(4)
    out[:3, :3] = rotation
    out[:3, 3] = places[0] * (1 - share) + places[1] * share - rotation @ centre
    return out
