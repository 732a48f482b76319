"""Fingers that close until they meet what the hand touches."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from scipy.spatial import cKDTree

from .body import Body
from .hands import FINGERS, PHALANGES, FingerPose, bend_finger, point_thumb
from .mesh import FloatArray, vertex_normals
from .skeleton import SUFFIX
from .solids import Solid

MOST_CURL = (75.0, 95.0, 60.0)  # degrees each finger joint bends at most
LEAST_CURL = (-14.0, 2.0, 2.0)
STEP = 4.0  # degrees a joint closes at a time
FINGER_THICK, THUMB_THICK = 0.0085, 0.007  # m from a finger's bone to its skin
SEARCH = 0.05  # m
TIP = 1.2  # share by which the last bone is longer than its joint tells
SPREAD = 1.0  # degrees between fingers
THUMBS = ((0.55, 0.15, 0.80), (0.60, 0.35, 0.60), (0.70, 0.50, 0.30), (0.75, 0.65, 0.05), (0.75, 0.65, -0.25))
SAMPLE = 0.012  # m between sample points on a prop


@dataclass(frozen=True, eq=False)
class Obstacle:
    """Points of surfaces with their outward normals, ready to be searched."""

    points: FloatArray
    normals: FloatArray
    tree: cKDTree

    def hit(self, points: FloatArray, thick: float) -> bool:
        """Tell whether any point `(k, 3)` comes closer than `thick` to the surface, or lies inside."""
        distance, index = (np.asarray(found) for found in self.tree.query(points, k=3))
        height = ((points[:, None] - self.points[index]) * self.normals[index]).sum(2)
        return bool(((height.min(1) < thick) & (distance[:, 0] < SEARCH)).any())


def obstacle(body: Body, vertices: FloatArray, solids: tuple[Solid, ...], side: str) -> Obstacle:
    """Return everything one hand can close on: the body without that arm, and the props."""
    arm = ("lowerarm", "wrist", "finger")
    own = np.array([name.endswith(SUFFIX[side]) and name.startswith(arm) for name in body.joints])
    kept = ~own[body.dominant] & (body.field > -0.002)
    points, normals = [vertices[kept]], [vertex_normals(vertices, body.faces)[kept]]
    for solid in solids:
        if solid.tone != "mat":
            sampled, facing = samples(solid)
            points.append(sampled)
            normals.append(facing)
    everything = np.vstack(points)
    return Obstacle(everything, np.vstack(normals), cKDTree(everything))


def samples(solid: Solid) -> tuple[FloatArray, FloatArray]:
    """Return points spread over a prop's faces and the faces' normals, both `(k, 3)`."""
    points: list[FloatArray] = []
    normals: list[FloatArray] = []
    for corners in solid.vertices[solid.faces]:
        a, b, c = corners
        normal = np.cross(b - a, c - a)
        size = float(np.linalg.norm(normal))
        if size < 1e-10:
            continue
        steps = int(np.clip(np.sqrt(size) / SAMPLE, 1, 40))
        u, v = (part.ravel() / steps for part in np.mgrid[: steps + 1, : steps + 1])
        inner = u + v <= 1
        points.append(a + u[inner, None] * (b - a) + v[inner, None] * (c - a))
        normals.append(np.tile(normal / size, (int(inner.sum()), 1)))
    return np.vstack(points), np.vstack(normals)


def close_hand(pose: FingerPose, side: str, around: Obstacle) -> None:
    """Close the fingers of one hand joint by joint until the surface stops them, then the thumb."""
    for finger in FINGERS:
        total = 0.0
        for phalanx in PHALANGES:
            total += close_joint(pose, side, finger, phalanx, total, around)
            bend_finger(pose, side, finger, phalanx, total, SPREAD)
    for aim in THUMBS:
        point_thumb(pose, side, pose.skeleton.hands[side], aim)
        tips = np.array([pose.tip(f"finger1-{phalanx}", side) for phalanx in PHALANGES[1:]])
        if not around.hit(tips, THUMB_THICK):
            return


def close_joint(
    pose: FingerPose, side: str, finger: int, phalanx: int, total: float, around: Obstacle
) -> float:
    """Return how far in degrees one finger joint bends before its bone meets the surface."""
    name = f"finger{finger}-{phalanx}"
    i = pose.skeleton.joint(name, side)
    best = LEAST_CURL[phalanx - 1]
    for curl in np.arange(best, MOST_CURL[phalanx - 1] + 1, STEP):
        bend_finger(pose, side, finger, phalanx, total + curl, SPREAD)
        along = (pose.tip(name, side) - pose.centre[i]) * (TIP if phalanx == 3 else 1.0)
        if around.hit(pose.centre[i] + along * np.array([[0.55], [1.0]]), FINGER_THICK):
            break
        best = float(curl)
    return best
