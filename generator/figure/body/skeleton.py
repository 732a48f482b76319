"""A body's joints at rest: where they are, how limbs hang on them, and what a pose gives back."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property, lru_cache

import numpy as np

from .body import Body
from .mesh import FloatArray
from .rotation import X, Y, frame, unit

SUFFIX = {"left": ".L", "right": ".R"}
SIGN = {"left": 1.0, "right": -1.0}
DOWN = -Y


@dataclass(frozen=True, eq=False)
class Limb:
    """The rest shape of one arm or leg: unit directions and hinge axis, `(3,)`."""

    upper: FloatArray
    lower: FloatArray
    hinge: FloatArray
    rest_bend: float  # radians between the two at rest

    @cached_property
    def hung(self) -> tuple[FloatArray, FloatArray]:
        """Return the rotations that hang both segments straight down with the hinge to the left."""
        straight = frame(DOWN, X)
        return tuple(straight @ frame(way, self.hinge).T for way in (self.upper, self.lower))  # type: ignore[return-value]


@dataclass(frozen=True, eq=False)
class Hand:
    """The rest shape of one hand: unit directions of fingers, palm and thumb side, and the palm's centre."""

    fingers: FloatArray
    palm: FloatArray
    thumb: FloatArray
    centre: FloatArray  # (3,) m from the wrist joint
    flexing: FloatArray  # (3,) unit axis of bending the wrist
    siding: FloatArray  # (3,) unit axis of bending it to the little finger
    turn: float  # radians: forearm turn at rest
    flex: float  # radians: wrist bend at rest
    side: float  # radians: wrist side bend at rest


@dataclass(frozen=True, eq=False)
class Anchor:
    """Where the ball joints' angles are counted from: trunk and both upper arms, `(3, 3)`."""

    trunk: FloatArray
    left: FloatArray
    right: FloatArray


@dataclass(frozen=True, eq=False)
class Stand:
    """Rotations `(b, j, 3, 3)` and centres `(b, j, 3)` m of all joints in `b` poses `x` `(b, COUNT)`."""

    x: FloatArray
    turn: FloatArray
    centre: FloatArray

    def transforms(self, body: Body, pose: int = 0) -> FloatArray:
        """Return the rest-to-posed transforms `(j, 4, 4)` of one of the poses."""
        out = np.tile(np.eye(4), (len(body.joints), 1, 1))
        out[:, :3, :3] = self.turn[pose]
        out[:, :3, 3] = self.centre[pose] - np.einsum("jik,jk->ji", self.turn[pose], body.head)
        return out


class Skeleton:
    """A body's joints, ready to be posed."""

    def __init__(self, body: Body) -> None:
        self.body = body
        self.index = {name: i for i, name in enumerate(body.joints)}
        self.arms = {side: self._limb(side, "upperarm01", "lowerarm01", "wrist") for side in SUFFIX}
        self.legs = {side: self._limb(side, "upperleg01", "lowerleg01", "foot") for side in SUFFIX}
        self.fingers = {
            side: [i for name, i in self.index.items() if name.startswith("finger") and name.endswith(end)]
            for side, end in SUFFIX.items()
        }
        self.hands = {side: self._hand(side) for side in SUFFIX}

    def at(self, name: str, side: str = "") -> FloatArray:
        """Return a joint's centre at rest, `(3,)` m."""
        return np.asarray(self.body.head[self.joint(name, side)])

    def joint(self, name: str, side: str = "") -> int:
        """Return the index of a joint, `side` being "left", "right" or empty."""
        return self.index[name + SUFFIX.get(side, "")]

    def _limb(self, side: str, top: str, middle: str, end: str) -> Limb:
        a, b, c = (self.at(name, side) for name in (top, middle, end))
        upper, lower = unit(b - a), unit(c - b)
        leg = top.startswith("upperleg")
        hinge = unit(X - upper * upper[0]) if leg else unit(np.cross(upper, lower))
        return Limb(upper, lower, hinge, float(np.arccos(np.clip(upper @ lower, -1, 1))))

    def _hand(self, side: str) -> Hand:
        wrist = self.at("wrist", side)
        knuckle = {i: self.at(f"finger{i}-1", side) - wrist for i in range(1, 6)}
        fingers = unit(knuckle[3] + knuckle[4])
        palm = np.cross(knuckle[2], knuckle[5])
        palm = unit(palm - fingers * (palm @ fingers))
        palm = palm * np.sign(palm @ (self.at("finger3-3", side) - wrist - knuckle[3]))
        thumb = unit(knuckle[2] - knuckle[5])
        thumb = unit(thumb - fingers * (thumb @ fingers) - palm * (thumb @ palm))
        centre = (knuckle[3] + knuckle[4]) / 3
        own = self.body.dominant == self.joint("wrist", side)
        depth = float(((self.body.rest[own] - wrist - centre) @ palm).max())
        arm = self.arms[side]
        level = SIGN[side] * (arm.hinge - arm.lower * (arm.hinge @ arm.lower))
        flat = palm - arm.lower * (palm @ arm.lower)
        turn = np.arctan2(np.cross(level, flat) @ arm.lower, level @ flat) * SIGN[side]
        flex = np.arctan2(-(arm.lower @ palm), arm.lower @ fingers)
        aside = np.arcsin(np.clip(arm.lower @ thumb, -1, 1))
        return Hand(
            fingers,
            palm,
            thumb,
            centre + palm * max(depth * 0.8, 0.01),
            np.cross(fingers, palm),
            np.cross(thumb, fingers),
            float(turn),
            float(flex),
            float(aside),
        )


@lru_cache(maxsize=4)
def skeleton_of(body: Body) -> Skeleton:
    """Return the skeleton of `body`."""
    return Skeleton(body)
