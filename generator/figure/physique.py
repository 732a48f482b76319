"""What no body can do: joints beyond their range and parts inside each other."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
from scipy.spatial import cKDTree

from generator.model.words import SIDES

from .body import Body
from .finding import Severity
from .limits import ARM_LIMIT, HEAD_AGAINST_CHEST, TRUNK_TURN
from .mesh import FloatArray, vertex_normals
from .rotation import Y, rotation_vector, twist
from .skeleton import SIGN, SUFFIX, Skeleton, Stand, skeleton_of
from .support import plain

Fault = tuple[Severity, str, str, str]
HAND_DEEP, LIMB_DEEP = 0.022, 0.030  # m a hand, and a forearm, shin or head, may press into the body
HAND_MANY, LIMB_MANY = 12, 15  # vertices that deep before it counts
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


def overlap_faults(body: Body, vertices: FloatArray, joined: bool) -> Iterator[Fault]:
    """Yield hands, forearms, shins and head inside other parts."""
    normals = vertex_normals(vertices, body.faces)
    shown = body.field > 0.002
    for side in SIDES:
        other = ("upperarm", "lowerarm", "wrist", "finger")
        hand = ("wrist", "finger")
        away = ("lowerarm", "wrist", "finger", "upperarm02")
        skip = (*hand, "lowerarm") if joined else ()
        yield from overlap(
            body, vertices, normals, shown, f"{side} hand", hand, away, side, skip, HAND_DEEP, HAND_MANY
        )
        yield from overlap(
            body,
            vertices,
            normals,
            shown,
            f"{side} forearm",
            ("lowerarm",),
            other,
            side,
            skip,
            LIMB_DEEP,
            LIMB_MANY,
        )
        own = ("upperleg", "lowerleg", "foot")
        yield from overlap(
            body, vertices, normals, shown, f"{side} shin", ("lowerleg",), own, side, (), LIMB_DEEP, LIMB_MANY
        )
    near = ("head", "neck", "clavicle", "shoulder", "sp7")
    yield from overlap(body, vertices, normals, shown, "head", ("head",), near, "", (), LIMB_DEEP, LIMB_MANY)


def overlap(
    body: Body, vertices: FloatArray, normals: FloatArray, shown: np.ndarray, name: str, bones: tuple[str, ...],
    near: tuple[str, ...], side: str, skip: tuple[str, ...], deepest: float, many: int,
) -> Iterator[Fault]:  # fmt: skip
    """Yield a part whose vertices lie behind the skin of another part it does not hang on."""
    suffix = SUFFIX.get(side, "")
    own = np.array([j.startswith(bones) and j.endswith(suffix) for j in body.joints])
    left_out = np.array(
        [
            (j.startswith(near) and j.endswith(suffix)) or (bool(skip) and j.startswith(skip))
            for j in body.joints
        ]
    )
    part, rest = np.flatnonzero(own[body.dominant] & shown), np.flatnonzero(~left_out[body.dominant] & shown)
    found_near = cKDTree(vertices[rest]).query(vertices[part], k=VOTES, distance_upper_bound=NEARBY)
    distance, index = (np.asarray(one) for one in found_near)
    found = np.isfinite(distance).all(axis=1)
    nearest = rest[index[found]]
    depth = -((vertices[part][found, None] - vertices[nearest]) * normals[nearest]).sum(2).max(axis=1)
    deep = depth > deepest
    if deep.sum() > many:
        worst = body.joints[np.bincount(body.dominant[nearest[deep, 0]]).argmax()]
        text = f"{name} {depth.max() * 100:.1f} cm inside the {plain(worst)}"
        yield ("error", f"overlap {name}", "frames", text)
