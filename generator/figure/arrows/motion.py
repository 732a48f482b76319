"""The way a part of the body takes from one pose to the next."""

from __future__ import annotations

from functools import lru_cache

import numpy as np
from scipy.spatial.transform import Rotation

from ..body.body import Body
from ..body.mesh import FloatArray, IntArray
from ..body.sites import sites_of
from ..seeing.staged import Staged

MOMENTS = 13  # poses along the way, both ends included
WIDEST_SWING = 150.0  # degrees; a bone that swings farther may go round either way
SHORT_BONE = 0.02  # m; shorter ones do not decide


@lru_cache(maxsize=256)
def part_vertices(body: Body, part: str) -> tuple[int, ...]:
    """Return the middle vertices of a part such as "right hand"; "both" gives the right one's."""
    name = part.replace("both ", "right ", 1)
    return tuple(site.middle for site in sites_of(body).part(name))


def part_path(before: Staged, after: Staged, part: str) -> FloatArray:
    """Return where `part` is on its way between two poses, `(MOMENTS, 3)` m.

    Every bone on the way from the pelvis to the part swings evenly, the shortest way.
    Where one swings so far that its plane is not sure, every joint turns evenly instead.
    """
    vertices = part_vertices(before.body, part)
    chains = [(_chain(before, vertex), _chain(after, vertex)) for vertex in vertices]
    if any(_swing(one, other) > WIDEST_SWING for one, other in chains):
        return _jointwise(before, after, np.array(vertices))
    return np.asarray(np.mean([_swung(one, other) for one, other in chains], axis=0))


def _chain(posed: Staged, vertex: int) -> FloatArray:
    """Return the joints from the pelvis to a vertex of the skin, and the vertex, `(k, 3)` m."""
    body = posed.body
    joints = [int(body.dominant[vertex])]
    while body.parent[joints[-1]] >= 0:
        joints.append(int(body.parent[joints[-1]]))
    turned = posed.transforms[joints[::-1]]
    places = np.einsum("jab,jb->ja", turned[:, :3, :3], body.head[joints[::-1]]) + turned[:, :3, 3]
    return np.vstack([places, _skinned(body, posed.transforms, np.array([vertex]))])


def _swing(one: FloatArray, other: FloatArray) -> float:
    """Return the widest angle in degrees by which a bone of a chain `(k, 3)` m swings."""
    first, second = np.diff(one, axis=0), np.diff(other, axis=0)
    long = np.linalg.norm(first, axis=1) > SHORT_BONE
    return float(np.degrees(_angles(first, second)[long].max(initial=0.0)))


def _angles(first: FloatArray, second: FloatArray) -> FloatArray:
    """Return the angles in radians between vectors `(k, 3)`."""
    sizes = np.linalg.norm(first, axis=1) * np.linalg.norm(second, axis=1)
    cosines = (first * second).sum(axis=1) / np.maximum(sizes, 1e-12)
    return np.asarray(np.arccos(cosines.clip(-1, 1)))


def _swung(one: FloatArray, other: FloatArray) -> FloatArray:
    """Return the last point's way while all bones of a chain swing evenly, `(MOMENTS, 3)` m.

    Spherical linear interpolation (Shoemake 1985) of each bone, its length interpolated.
    """
    first, second = np.diff(one, axis=0), np.diff(other, axis=0)
    sizes = [np.maximum(np.linalg.norm(bones, axis=1, keepdims=True), 1e-12) for bones in (first, second)]
    angle = np.maximum(_angles(first, second), 1e-6)[:, None]
    places = []
    for share in np.linspace(0, 1, MOMENTS).tolist():
        ways = np.sin((1 - share) * angle) * first / sizes[0] + np.sin(share * angle) * second / sizes[1]
        length = sizes[0] * (1 - share) + sizes[1] * share
        root = one[0] * (1 - share) + other[0] * share
        places.append(root + (ways / np.sin(angle) * length).sum(axis=0))
    return np.stack(places)


def _skinned(body: Body, transforms: FloatArray, vertices: IntArray) -> FloatArray:
    """Return the places of some vertices in a pose, `(k, 3)` m."""
    each = np.asarray(body.weights[vertices] @ transforms[:, :3].reshape(-1, 12)).reshape(-1, 3, 4)
    return np.asarray(np.einsum("nij,nj->ni", each[:, :, :3], body.rest[vertices]) + each[:, :, 3])


def _jointwise(before: Staged, after: Staged, vertices: IntArray) -> FloatArray:
    """Return the mean way of some vertices while every joint turns evenly, `(MOMENTS, 3)` m."""
    moments = blend_poses(before.body, before.transforms, after.transforms)
    return np.stack([_skinned(before.body, pose, vertices).mean(axis=0) for pose in moments])


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
