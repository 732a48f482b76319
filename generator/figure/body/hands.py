"""Finger shapes: flat, relaxed, fist, cup, hook … as rotations of the finger joints."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

import numpy as np

from .mesh import FloatArray
from .rotation import between, frame, unit
from .skeleton import Hand, Skeleton

FINGERS = (2, 3, 4, 5)
PHALANGES = (1, 2, 3)
OUTER_CURL = 0.04  # share each finger towards the little one curls more
TOGETHER = {2: -11.0, 3: 0.0, 4: 3.5, 5: 13.0}  # degrees to the thumb side at which the fingers touch


@dataclass(frozen=True)
class Shape:
    """Curl of the finger joints and spread from touching fingers in degrees, and where the thumb points.

    The thumb's three numbers weigh along the fingers, aside, and towards the palm.
    """

    curl: tuple[float, float, float]
    spread: float
    thumb: tuple[float, float, float]


SHAPES: Mapping[str, Shape] = {
    "flat": Shape((5, 5, 4), 0, (0.80, 0.58, -0.08)),
    "relaxed": Shape((14, 20, 12), 0, (0.80, 0.48, 0.34)),
    "fist": Shape((80, 95, 60), 0, (0.60, 0.10, 0.80)),
    "cup": Shape((22, 28, 18), 0, (0.78, 0.56, 0.34)),
    "wrap": Shape((22, 28, 18), 0, (0.72, 0.66, 0.34)),
    "grip_edge": Shape((30, 70, 45), 0, (0.60, 0.35, 0.65)),
    "fingertips": Shape((28, 12, 8), 3, (0.80, 0.45, 0.35)),
    "spread": Shape((3, 3, 3), 13, (0.60, 0.80, 0.05)),
    "hook": Shape((25, 70, 50), 0, (0.75, 0.40, 0.50)),
    "pointing": Shape((80, 95, 60), 0, (0.60, 0.10, 0.80)),
    "interlace": Shape((48, 72, 30), 7, (0.50, 0.32, 0.80)),
    "clasp": Shape((50, 45, 30), 1, (0.80, 0.35, 0.50)),
}


@dataclass(eq=False)
class FingerPose:
    """The hand's joints as they are set: rotations `(j, 3, 3)` and centres `(j, 3)` m of the whole body."""

    skeleton: Skeleton
    turn: FloatArray
    centre: FloatArray

    def put(self, name: str, side: str, turn: FloatArray) -> None:
        """Give a finger joint its rotation and place it on its parent."""
        i = self.skeleton.joint(name, side)
        p = int(self.skeleton.body.parent[i])
        offset = self.skeleton.body.head[i] - self.skeleton.body.head[p]
        self.centre[i] = self.centre[p] + self.turn[p] @ offset
        self.turn[i] = turn

    def tip(self, name: str, side: str) -> FloatArray:
        """Return the far end of a finger bone, `(3,)` m."""
        i = self.skeleton.joint(name, side)
        return np.asarray(
            self.centre[i] + self.turn[i] @ (self.skeleton.body.tail[i] - self.skeleton.body.head[i])
        )


def bone(skeleton: Skeleton, finger: int, phalanx: int, side: str) -> FloatArray:
    """Return the rest direction of a finger bone, `(3,)` unit."""
    i = skeleton.joint(f"finger{finger}-{phalanx}", side)
    end = skeleton.at(f"finger{finger}-{phalanx + 1}", side) if phalanx < 3 else skeleton.body.tail[i]
    return unit(end - skeleton.body.head[i])


def shape_hand(pose: FingerPose, side: str, shape: Shape) -> None:
    """Give the fingers of one hand a shape."""
    hand = pose.skeleton.hands[side]
    for finger in FINGERS:
        total = 0.0
        for phalanx, curl in zip(PHALANGES, shape.curl, strict=True):
            total += curl * (1 + OUTER_CURL * (finger - 2))
            bend_finger(pose, side, finger, phalanx, total, shape.spread)
    point_thumb(pose, side, hand, shape.thumb)


def bend_finger(pose: FingerPose, side: str, finger: int, phalanx: int, total: float, spread: float) -> None:
    """Turn one finger bone `total` degrees to the palm, and `spread` degrees per finger off its neighbour."""
    turn = finger_turns(pose, side, (finger, phalanx), np.array(total), spread)
    pose.put(f"finger{finger}-{phalanx}", side, turn)


def finger_turns(
    pose: FingerPose, side: str, number: tuple[int, int], totals: FloatArray, spread: float
) -> FloatArray:
    """Return the rotations `(..., 3, 3)` of a bone (finger, phalanx) bent by `totals` `(...)` degrees."""
    hand, skeleton = pose.skeleton.hands[side], pose.skeleton
    aside = np.radians(TOGETHER[number[0]] + spread * (3 - number[0] + 0.2))
    ahead = hand.fingers * np.cos(aside) + hand.thumb * np.sin(aside)
    across = hand.thumb * np.cos(aside) - hand.fingers * np.sin(aside)
    angle = np.radians(totals)[..., None]
    way = ahead * np.cos(angle) + hand.palm * np.sin(angle)
    wrist = pose.turn[skeleton.joint("wrist", side)]
    return np.asarray(wrist @ frame(way, across) @ axes_at_rest(skeleton, *number, side))


@lru_cache(maxsize=128)
def axes_at_rest(skeleton: Skeleton, finger: int, phalanx: int, side: str) -> FloatArray:
    """Return the turn `(3, 3)` that takes a finger bone at rest to the axes of the room."""
    return frame(bone(skeleton, finger, phalanx, side), skeleton.hands[side].thumb).T


def point_thumb(pose: FingerPose, side: str, hand: Hand, aim: tuple[float, float, float]) -> None:
    """Point the thumb's bones, each less aside than the one before."""
    wrist = pose.turn[pose.skeleton.joint("wrist", side)]
    for phalanx in PHALANGES:
        way = unit(
            hand.fingers * aim[0] + hand.thumb * aim[1] * (1 - 0.25 * (phalanx - 1)) + hand.palm * aim[2]
        )
        rest = bone(pose.skeleton, 1, phalanx, side)
        pose.put(f"finger1-{phalanx}", side, wrist @ between(rest, way))
