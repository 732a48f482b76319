"""Fingers that close until they meet what the hand touches."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from scipy.spatial import cKDTree

from ..body.body import Body
from ..body.hands import FINGERS, PHALANGES, FingerPose, bend_finger, finger_turns, point_thumb
from ..body.mesh import BoolArray, FloatArray, vertex_normals
from ..body.rotation import cross, squared
from ..body.skeleton import SUFFIX
from ..things.solids import Solid

MOST_CURL = (75.0, 95.0, 60.0)  # degrees each finger joint bends at most on a thing
LYING_CURL = (40.0, 42.0, 24.0)  # the same on the body: a hand on a thigh lies, it does not clutch
LEAST_CURL = (-14.0, 2.0, 2.0)
OPENING = (10, 0, 0)  # steps each joint gives back at most when its bone would start inside something
STEP = 4.0  # degrees a joint closes at a time
APART = 6.0  # degrees by which a finger may bend more or less than its neighbours: a mitten, not a claw
FINGER_THICK, THUMB_THICK = 0.0085, 0.007  # m from a finger's bone to its skin
SEARCH = 0.05  # m
NOWHERE = np.full((3, 3), 100.0)  # m; so that there always are three nearest points
REACH = 0.20  # m round the palm within which a hand closes
TIP = 1.2  # share by which the last bone is longer than its joint tells
SPREAD = 0.0  # degrees between fingers
THUMBS = ((0.55, 0.15, 0.80), (0.60, 0.35, 0.60), (0.70, 0.50, 0.30), (0.75, 0.65, 0.05), (0.75, 0.65, -0.25))
SAMPLE = 0.012  # m between sample points on a prop


@dataclass(frozen=True, eq=False)
class Obstacle:
    """Points of surfaces with their outward normals, ready to be searched."""

    points: FloatArray
    normals: FloatArray
    tree: cKDTree

    def hit(self, points: FloatArray, thick: float) -> BoolArray:
        """Tell whether any of `k` points `(..., k, 3)` comes closer than `thick`, or lies inside, `(...)`."""
        distance, index = (np.asarray(found) for found in self.tree.query(points, k=3))
        height = ((points[..., None, :] - self.points[index]) * self.normals[index]).sum(-1)
        return np.asarray(((height.min(-1) < thick) & (distance[..., 0] < SEARCH)).any(axis=-1))


def obstacle(body: Body, vertices: FloatArray, solids: tuple[Solid, ...], side: str) -> Obstacle:
    """Return everything one hand can close on: the body without that arm, and the props, as far as near."""
    arm = ("lowerarm", "wrist", "finger")
    own = np.array([name.endswith(SUFFIX[side]) and name.startswith(arm) for name in body.joints])
    wrist = body.dominant == body.joint("wrist" + SUFFIX[side])
    low, high = vertices[wrist].min(axis=0) - REACH, vertices[wrist].max(axis=0) + REACH
    near = ((vertices > low) & (vertices < high)).all(axis=1)
    kept = near & ~own[body.dominant] & (body.field > -0.002)
    points, normals = [NOWHERE, vertices[kept]], [-NOWHERE, vertex_normals(vertices, body.faces)[kept]]
    for solid in solids:
        corners = solid.vertices[solid.faces]
        close = ((corners.max(axis=1) > low) & (corners.min(axis=1) < high)).all(axis=1)
        if solid.tone != "mat" and close.any():
            sampled, facing = samples(corners[close])
            points.append(sampled)
            normals.append(facing)
    everything = np.vstack(points)
    return Obstacle(everything, np.vstack(normals), cKDTree(everything))


def samples(faces: FloatArray) -> tuple[FloatArray, FloatArray]:
    """Return points spread over a prop's faces `(m, 3, 3)` m and the faces' normals, both `(k, 3)`."""
    a, one, other = faces[:, 0], faces[:, 1] - faces[:, 0], faces[:, 2] - faces[:, 0]
    normal = cross(one, other)
    size = np.sqrt(squared(normal))
    real = np.flatnonzero(size >= 1e-10)
    steps = np.clip(np.sqrt(size) / SAMPLE, 1, 40).astype(int).tolist()
    grids = ((k, *grid_of(steps[k])) for k in real.tolist())
    points = [a[k] + u * one[k] + v * other[k] for k, u, v in grids]
    normals = np.repeat(normal[real] / size[real, None], [len(own) for own in points], axis=0)
    return np.vstack([np.zeros((0, 3)), *points]), normals


@lru_cache(maxsize=40)
def grid_of(steps: int) -> tuple[FloatArray, FloatArray]:
    """Return the shares `(k, 1)` of two sides of a triangle that spread points over it."""
    u, v = (part.ravel() / steps for part in np.mgrid[: steps + 1, : steps + 1])
    inner = u + v <= 1
    return u[inner, None], v[inner, None]


def close_hand(pose: FingerPose, side: str, around: Obstacle, most: Sequence[float] = MOST_CURL) -> None:
    """Close the fingers of one hand together, joint by joint, until something stops them, then the thumb."""
    total = np.zeros(len(FINGERS))
    for phalanx, limit in zip(PHALANGES, most, strict=True):
        stops = [
            close_joint(pose, side, (finger, phalanx), start, limit, around)
            for finger, start in zip(FINGERS, total.tolist(), strict=True)
        ]
        total += stops
        total = np.clip(total, np.median(total) - APART, np.median(total) + APART)
        for finger, bent in zip(FINGERS, total.tolist(), strict=True):
            bend_finger(pose, side, finger, phalanx, bent, SPREAD)
    close_thumb(pose, side, around)


def close_thumb(pose: FingerPose, side: str, around: Obstacle) -> None:
    """Lay the thumb as far round as the surface lets it."""
    for aim in THUMBS:
        point_thumb(pose, side, pose.skeleton.hands[side], aim)
        tips = np.array([pose.tip(f"finger1-{phalanx}", side) for phalanx in PHALANGES[1:]])
        if not around.hit(tips, THUMB_THICK):
            return


def close_joint(
    pose: FingerPose, side: str, bone: tuple[int, int], total: float, most: float, around: Obstacle
) -> float:
    """Return how far in degrees a finger joint (`bone`: finger, phalanx) bends before it meets anything."""
    finger, phalanx = bone
    name = f"finger{finger}-{phalanx}"
    i, body = pose.skeleton.joint(name, side), pose.skeleton.body
    least, back = LEAST_CURL[phalanx - 1], OPENING[phalanx - 1]
    curls = np.arange(least - back * STEP, most + 1, STEP)
    bend_finger(pose, side, finger, phalanx, total, SPREAD)
    along = finger_turns(pose, side, bone, total + curls, SPREAD) @ (body.tail[i] - body.head[i])
    ends = along[:, None] * (TIP if phalanx == 3 else 1.0) * np.array([[0.55], [1.0]])
    return float(curls[farthest(around.hit(pose.centre[i] + ends, FINGER_THICK), back)])


def farthest(met: BoolArray, start: int) -> int:
    """Return the last free place from `start` to what is `met`, or before `start` if that is not free."""
    if met[start]:
        free = np.flatnonzero(~met[:start])
        return int(free[-1]) if len(free) else start
    ahead = np.flatnonzero(met[start:])
    return start + int(ahead[0]) - 1 if len(ahead) else len(met) - 1
