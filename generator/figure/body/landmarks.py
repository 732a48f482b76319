"""Named places on the skin and clothes that hands, feet and props are put on."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from .mesh import BoolArray, FloatArray

BESIDE = 0.025  # m a landmark may lie off its ray
DEEPEST = 0.25  # m from the ray's start to the skin at most
SIDES: Mapping[str, float] = {"left": 1.0, "right": -1.0}


@dataclass(frozen=True, eq=False)
class Ray:
    """A line from inside the body outward: a start in metres and a unit direction, both `(3,)`."""

    start: FloatArray
    direction: FloatArray


def ray(start: FloatArray, *direction: float) -> Ray:
    """Return the ray from `start` along `direction`, which need not be of unit length."""
    towards = np.array(direction)
    return Ray(start, towards / np.linalg.norm(towards))


class Bones:
    """Joint centres at rest by name, for one side of the body."""

    def __init__(self, joints: tuple[str, ...], head: FloatArray, side: str) -> None:
        self._at: dict[str, FloatArray] = dict(zip(joints, head, strict=True))
        self._suffix = ".L" if side == "left" else ".R"
        self.sign = SIDES[side]

    def middle(self, name: str) -> FloatArray:
        """Return an unpaired joint's centre, `(3,)` m."""
        return self._at[name]

    def own(self, name: str) -> FloatArray:
        """Return this side's joint centre, `(3,)` m."""
        return self._at[name + self._suffix]

    def between(self, one: str, other: str, share: float) -> FloatArray:
        """Return the point `share` of the way from this side's `one` to its `other`."""
        return np.asarray(self.own(one) * (1 - share) + self.own(other) * share)


def leg_rays(bones: Bones) -> dict[str, Ray]:
    """Return the rays to the landmarks of one leg."""
    out, hip, knee, ankle = bones.sign, "upperleg01", "lowerleg01", "foot"
    return {
        "knee": ray(bones.own(knee), 0, 0, 1),
        "knee_outside": ray(bones.own(knee), out, 0, 0.15),
        "knee_back": ray(bones.own(knee), 0, 0, -1),
        "thigh": ray(bones.between(hip, knee, 0.70), 0, 0, 1),
        "thigh_low": ray(bones.between(hip, knee, 0.86), 0, 0, 1),
        "thigh_middle": ray(bones.between(hip, knee, 0.45), 0, 0, 1),
        "thigh_back": ray(bones.between(hip, knee, 0.75), 0, 0, -1),
        "thigh_outside": ray(bones.between(hip, knee, 0.75), out, 0, 0.35),
        "thigh_inside": ray(bones.between(hip, knee, 0.60), -out, 0, 0.1),
        "shin": ray(bones.between(knee, ankle, 0.30), 0, 0, 1),
        "shin_low": ray(bones.between(knee, ankle, 0.75), 0, 0, 1),
        "calf": ray(bones.between(knee, ankle, 0.30), 0, 0, -1),
        "ankle": ray(bones.own(ankle), out, 0, 0),
        "heel": ray(bones.own(ankle), 0, -0.5, -1),
        "sole": ray(bones.between(ankle, "toes", 0.6), 0, -1, 0),
        "toes": ray(bones.own("toes"), 0, 0, 1),
        "foot_top": ray(bones.own("toes"), 0, 1, 0),
    }


def arm_rays(bones: Bones) -> dict[str, Ray]:
    """Return the rays to the landmarks of one arm."""
    out, shoulder, elbow, wrist = bones.sign, "upperarm01", "lowerarm01", "wrist"
    return {
        "elbow": ray(bones.own(elbow), out * 0.15, -0.15, -1),
        "elbow_inside": ray(bones.own(elbow), -out * 0.2, 0.2, 1),
        "upper_arm": ray(bones.between(shoulder, elbow, 0.75), out * 0.7, 0.4, -0.5),
        "forearm": ray(bones.between(elbow, wrist, 0.45), out * 0.3, 0.3, -0.8),
        "wrist": ray(bones.own(wrist), out * 0.6, 0.6, -0.4),
        "shoulder": ray(bones.own(shoulder), out * 0.5, 1, 0),
        "shoulder_outside": ray(bones.own(shoulder), out, 0.3, 0),
        "shoulder_front": ray(bones.own(shoulder), out * 0.35, 0.1, 1),
        "shoulder_back": ray(bones.own(shoulder), out * 0.2, 0.0, -1),
    }


def trunk_rays(bones: Bones) -> dict[str, Ray]:
    """Return the rays to the landmarks of one side of the trunk."""
    out, hip, axis = bones.sign, bones.own("upperleg01"), bones.middle("sp4")[2] + 0.035
    low, high = bones.middle("pelvis")[1], bones.middle("neck01")[1]

    def at(beside: float, share: float) -> FloatArray:
        return np.array([out * beside, low * (1 - share) + high * share, axis])

    return {
        "hip": ray(hip + np.array([0, 0.12, 0]), out, 0, 0.1),
        "hip_side": ray(hip, out, 0, 0),
        "seat": ray(hip + np.array([0, -0.01, -0.03]), 0, 0, -1),
        "chest": ray(at(0.07, 0.67), 0, 0, 1),
        "belly": ray(at(0.05, 0.32), 0, 0, 1),
        "ribs": ray(at(0.05, 0.55), out, 0, 0),
        "low_back": ray(at(0.04, 0.25), 0, 0, -1),
        "spine": ray(at(0.01, 0.59), 0, 0, -1),
        "shoulder_blade": ray(at(0.075, 0.70), 0, 0, -1),
    }


def head_rays(bones: Bones) -> dict[str, Ray]:
    """Return the rays to one side's landmarks of the head."""
    out, skull = bones.sign, bones.middle("head")
    return {
        "head_side": ray(skull + np.array([0, 0.10, 0]), out * 0.9, 0.45, 0),
        "head_back": ray(skull + np.array([out * 0.012, 0.07, 0]), out * 0.35, 0, -1),
        "crown": ray(skull + np.array([0, 0.08, 0]), out * 0.35, 1, 0),
        "forehead": ray(skull + np.array([out * 0.01, 0.085, 0]), 0, 0, 1),
        "cheek": ray(skull + np.array([0, 0.04, 0.06]), out, 0, 0.2),
        "chin": ray(skull + np.array([out * 0.005, -0.02, 0.03]), 0, -0.1, 1),
        "ear": ray(skull + np.array([0, 0.03, -0.01]), out, 0, 0),
        "neck_back": ray(bones.middle("neck02") + np.array([out * 0.015, 0, 0]), 0, 0, -1),
    }


def strike(aim: Ray, points: FloatArray, allowed: BoolArray) -> int:
    """Return the index of the allowed vertex farthest out along the ray and closest to it."""
    along = (points - aim.start) @ aim.direction
    off = np.linalg.norm(points - aim.start - along[:, None] * aim.direction, axis=1)
    near = np.flatnonzero(allowed & (off < BESIDE) & (along > 0) & (along < DEEPEST))
    if not len(near):
        raise ValueError(f"no skin within {DEEPEST} m of {aim.start} along {aim.direction}")
    return int(near[np.argmax(along[near] - 2 * off[near])])


def find_landmarks(
    joints: tuple[str, ...], head: FloatArray, points: FloatArray, shown: BoolArray, arms: BoolArray
) -> dict[str, int]:
    """Return the vertex of every landmark, named with its side: "left knee", "right shoulder_blade".

    `shown` marks vertices no garment edge cuts away, `arms` those that move with an arm.
    """
    found: dict[str, int] = {}
    for side, sign in SIDES.items():
        bones, own = Bones(joints, head, side), shown & (points[:, 0] * sign > -0.002)
        for rays, allowed in (
            (leg_rays(bones), own & ~arms),
            (arm_rays(bones), own),
            (trunk_rays(bones), own & ~arms),
            (head_rays(bones), own & ~arms),
        ):
            found |= {f"{side} {name}": strike(aim, points, allowed) for name, aim in rays.items()}
    return found
