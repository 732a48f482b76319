"""The way a part of the body takes from one pose to the next."""

from __future__ import annotations

from functools import lru_cache

import numpy as np
from scipy.spatial.transform import Rotation

from .body import Body
from .mesh import FloatArray
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
    weights = body.weights[vertices]
    places = []
    for transforms in blend_poses(body, before.transforms, after.transforms):
        each = np.asarray(weights @ transforms[:, :3].reshape(-1, 12)).reshape(-1, 3, 4)
        moved = np.einsum("nij,nj->ni", each[:, :, :3], body.rest[vertices]) + each[:, :, 3]
        places.append(moved.mean(axis=0))
    return np.stack(places)


def blend_poses(body: Body, before: FloatArray, after: FloatArray) -> list[FloatArray]:
    """Return MOMENTS sets of rest-to-posed transforms `(j, 4, 4)` from one pose to the other.

    Each joint turns evenly about its own centre, measured against its parent.
    """
    one, other = _local(body, before), _local(body, after)
    start = Rotation.from_matrix(one[:, :3, :3])
    turn = (start.inv() * Rotation.from_matrix(other[:, :3, :3])).as_rotvec()
    places = [np.einsum("jab,jb->ja", m[:, :3, :3], body.head) + m[:, :3, 3] for m in (one, other)]
    moments = []
    for share in np.linspace(0, 1, MOMENTS).tolist():
        local = np.tile(np.eye(4), (len(before), 1, 1))
        local[:, :3, :3] = (start * Rotation.from_rotvec(turn * share)).as_matrix()
        place = places[0] * (1 - share) + places[1] * share
        local[:, :3, 3] = place - np.einsum("jab,jb->ja", local[:, :3, :3], body.head)
        moments.append(_world(body, local))
    return moments


def _local(body: Body, transforms: FloatArray) -> FloatArray:
    """Return each joint's transform against its parent, `(j, 4, 4)`."""
    above = np.where(body.parent < 0, 0, body.parent)
    against = np.linalg.solve(transforms[above], transforms)
    return np.where((body.parent < 0)[:, None, None], transforms, against)


def _world(body: Body, local: FloatArray) -> FloatArray:
    """Return the joints' transforms in the room from those against their parents."""
    out = local.copy()
    for joint in _from_root(body):
        above = int(body.parent[joint])
        if above >= 0:
            out[joint] = out[above] @ local[joint]
    return out


@lru_cache(maxsize=4)
def _from_root(body: Body) -> tuple[int, ...]:
    """Return the joints' numbers, every parent before its children."""

    def depth(joint: int) -> int:
        above = int(body.parent[joint])
        return 0 if above < 0 else 1 + depth(above)

    return tuple(sorted(range(len(body.parent)), key=lambda joint: (depth(joint), joint)))
