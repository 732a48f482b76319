"""Moments of a film as joint turns: what is kept of a solved pose, and the pose half-way between two."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from scipy.spatial.transform import Rotation

from ..body.body import Body
from ..body.mesh import FloatArray


@dataclass(frozen=True, eq=False)
class Turns:
    """A pose: the pelvis's place `(3,)` m and every joint's turn on its parent, `(j, 4)`, x y z w, w ≥ 0."""

    place: FloatArray
    turns: FloatArray


def turns_of(body: Body, transforms: FloatArray) -> Turns:
    """Return what is kept of joint transforms `(j, 4, 4)`."""
    turn, parent = transforms[:, :3, :3], body.parent
    local = turn.copy()
    local[1:] = np.swapaxes(turn[parent[1:]], -1, -2) @ turn[1:]
    quaternions = Rotation.from_matrix(local).as_quat()
    place = turn[0] @ body.head[0] + transforms[0, :3, 3]
    return Turns(place, quaternions * np.where(quaternions[:, 3:] < 0, -1.0, 1.0))


def hangs(body: Body) -> list[tuple[int, int]]:
    """Return for every joint but the pelvis the joint it hangs on, and the one that turns it there.

    Both are its parent, but where a limb twists along its length: the twist spreads over two joints in a
    row and must not swing what lies beyond it. So the second joint of upper arm and thigh hangs by its own
    turn, and the wrist from the elbow, as in the engine's kinematics.
    """
    found = []
    for joint, parent in enumerate(body.parent[1:].tolist(), 1):
        name = body.joints[joint]
        if name.startswith(("upperarm02", "upperleg02")):
            found.append((parent, joint))
        elif name.startswith("wrist"):
            found.append((int(body.parent[parent]),) * 2)
        else:
            found.append((parent, parent))
    return found


def standing(body: Body, kept: Turns) -> FloatArray:
    """Return the joint transforms `(j, 4, 4)` of a kept pose."""
    local = Rotation.from_quat(kept.turns).as_matrix()
    turn, centre = local.copy(), np.tile(kept.place, (len(local), 1))
    for joint, (on, by) in enumerate(hangs(body), 1):
        turn[joint] = turn[body.parent[joint]] @ local[joint]
        centre[joint] = centre[on] + turn[by] @ (body.head[joint] - body.head[on])
    out = np.tile(np.eye(4), (len(local), 1, 1))
    out[:, :3, :3] = turn
    out[:, :3, 3] = centre - np.einsum("jik,jk->ji", turn, body.head)
    return out


def mixed(one: Turns, other: Turns, share: float) -> Turns:
    """Return the pose `share` of the way between two, as a browser makes it: turns mixed evenly."""
    same = (one.turns * other.turns).sum(axis=1, keepdims=True) < 0
    turns = one.turns * (1 - share) + np.where(same, -other.turns, other.turns) * share
    whole = turns / np.linalg.norm(turns, axis=1, keepdims=True)
    return Turns(one.place * (1 - share) + other.place * share, whole)
