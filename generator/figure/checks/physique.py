"""What no body can do: joints beyond their range and parts inside each other."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from scipy.spatial import cKDTree

from generator.model.words import SIDES

from ..body.body import Body
from ..body.limits import ARM_LIMIT, HEAD_AGAINST_CHEST, TRUNK_TURN
from ..body.mesh import BoolArray, FloatArray, IntArray, vertex_normals
from ..body.rotation import Y, rotation_vector, twist
from ..body.skeleton import SIGN, SUFFIX, Skeleton, Stand, skeleton_of
from ..finding import Severity
from .support import plain, region

Fault = tuple[Severity, str, str, str]
HAND_DEEP, LIMB_DEEP = 0.022, 0.030  # m a hand, and a forearm, shin or head, may press into the body
SHIN_DEEP = 0.055  # m a shin may press into a thigh it is crossed over: both give
HAND_MANY, LIMB_MANY = 12, 15  # vertices that deep before it counts
SHOWN = 0.002  # garment field above which a vertex is surely there
HAND = ("wrist", "finger")
NEARBY = 0.06  # m
VOTES = 6  # nearest skin vertices that must all agree that a point lies inside: hems have none behind them
LOW_ARM = 0.35  # share of the upper arm's direction that points up, below which the arm counts as low


def body_faults(body: Body, stand: Stand, vertices: FloatArray, joined: bool) -> Iterator[Fault]:
    """Yield joints beyond their range and parts of the body inside each other."""
    skeleton = skeleton_of(body)
    yield from trunk_faults(skeleton, stand)
    for side in SIDES:
        yield from shoulder_faults(skeleton, stand, side)
    yield from overlap_faults(body, vertices, joined)


def trunk_faults(skeleton: Skeleton, stand: Stand) -> Iterator[Fault]:
    """Yield a trunk or head turned too far in all."""
    pelvis, chest, head = (stand.turn[0, skeleton.joint(name)] for name in ("pelvis", "sp7", "head"))
    turned = abs(float(np.degrees(twist(pelvis.T @ chest, Y))))
    if turned > TRUNK_TURN:
        yield (
            "error",
            "joint trunk",
            "frames",
            f"trunk turned {turned:.0f} against the pelvis, beyond {TRUNK_TURN:.0f}",
        )
    bent = float(np.degrees(np.linalg.norm(rotation_vector(chest.T @ head))))
    if bent > HEAD_AGAINST_CHEST:
        yield (
            "error",
            "joint head",
            "frames",
            f"head {bent:.0f} against the chest, beyond {HEAD_AGAINST_CHEST:.0f}",
        )


def shoulder_faults(skeleton: Skeleton, stand: Stand, side: str) -> Iterator[Fault]:
    """Yield an upper arm too far back or across the chest."""
    chest = stand.turn[0, skeleton.joint("sp6")]
    upper = stand.turn[0, skeleton.joint("upperarm02", side)] @ skeleton.arms[side].upper
    out, up, ahead = chest.T @ upper * [SIGN[side], 1, 1]
    behind = float(np.degrees(np.arcsin(np.clip(-ahead, -1, 1))))
    limit = ARM_LIMIT.backward if up < -LOW_ARM else ARM_LIMIT.behind_level
    if behind > limit + 1 and up < 0.6:
        yield (
            "error",
            f"joint {side} shoulder",
            "frames",
            f"{side} upper arm {behind:.0f} behind the trunk, beyond {limit:.0f}",
        )
    across = float(np.degrees(np.arcsin(np.clip(-out, -1, 1))))
    if across > ARM_LIMIT.across:
        text = f"{side} upper arm {across:.0f} past the midline, beyond {ARM_LIMIT.across:.0f}"
        yield ("error", f"joint {side} shoulder", "frames", text)


@dataclass(frozen=True)
class Mover:
    """A part that may not lie inside others: its bones, those it hangs on, and how deep is too deep."""

    name: str
    side: str
    bones: tuple[str, ...]
    near: tuple[str, ...]  # bones of its own side that it may touch
    deepest: float  # m
    many: int  # vertices that deep before it counts

    def others(self, body: Body, skip: tuple[str, ...]) -> BoolArray:
        """Return which joints belong to parts it may not lie inside, `(j,)`."""
        suffix = SUFFIX.get(self.side, "")
        left_out = [
            (joint.startswith(self.near) and joint.endswith(suffix))
            or (bool(skip) and joint.startswith(skip))
            for joint in body.joints
        ]
        return ~np.array(left_out)


def movers() -> Iterator[Mover]:
    """Yield the parts that are looked at: hands, forearms, shins and the head."""
    arm = ("upperarm", "lowerarm", "wrist", "finger")
    for side in SIDES:
        hangs = ("lowerarm", "wrist", "finger", "upperarm02")
        yield Mover(f"{side} hand", side, HAND, hangs, HAND_DEEP, HAND_MANY)
        yield Mover(f"{side} forearm", side, ("lowerarm",), arm, LIMB_DEEP, LIMB_MANY)
        yield Mover(
            f"{side} shin", side, ("lowerleg",), ("upperleg", "lowerleg", "foot"), SHIN_DEEP, LIMB_MANY
        )
    near_head = ("head", "neck", "clavicle", "shoulder", "sp7")
    yield Mover("head", "", ("head",), near_head, LIMB_DEEP, LIMB_MANY)


def overlap_faults(body: Body, vertices: FloatArray, joined: bool) -> Iterator[Fault]:
    """Yield parts whose skin lies behind the skin of a part they do not hang on; joined hands may meet."""
    normals = vertex_normals(vertices, body.faces)
    shown = body.field > SHOWN
    for mover in movers():
        skip = (*HAND, "lowerarm") if joined and mover.name.endswith(("hand", "forearm")) else ()
        part = np.flatnonzero(region(body, mover.bones, mover.side) & shown)
        rest = np.flatnonzero(mover.others(body, skip)[body.dominant] & shown)
        depth, at = depths(vertices[part], vertices[rest], normals[rest])
        deep = depth > mover.deepest
        if deep.sum() > mover.many:
            worst = body.joints[np.bincount(body.dominant[rest[at[deep]]]).argmax()]
            text = f"{mover.name} {depth.max() * 100:.1f} cm inside the {plain(worst)}"
            yield ("error", f"overlap {mover.name}", "frames", text)


def around(points: FloatArray, others: FloatArray) -> BoolArray:
    """Return which of the `others` lie within NEARBY of the box round `points`."""
    low, high = points.min(axis=0) - NEARBY, points.max(axis=0) + NEARBY
    return np.asarray(((others > low) & (others < high)).all(axis=1))


def depths(points: FloatArray, skin: FloatArray, normals: FloatArray) -> tuple[FloatArray, IntArray]:
    """Return how deep points lie behind the skin near them, `(k,)` m, and the nearest vertex of each."""
    near = around(points, skin)
    if not near.any():
        return np.zeros(1), np.zeros(1, dtype=np.int64)
    own = np.flatnonzero(near)
    tree = cKDTree(skin[own])
    distance, index = (np.asarray(one) for one in tree.query(points, k=VOTES, distance_upper_bound=NEARBY))
    found = np.isfinite(distance).all(axis=1)
    nearest = own[index[found]]
    depth = -((points[found, None] - skin[nearest]) * normals[nearest]).sum(2).max(axis=1)
    return np.asarray(depth if len(depth) else np.zeros(1)), np.asarray(nearest[:, 0] if len(depth) else [0])
