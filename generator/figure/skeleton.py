"""Joint positions and rotations of a body for many poses at once."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property, lru_cache

import numpy as np

from .body import Body
from .freedom import COUNT, INDEX
from .mesh import FloatArray
from .rotation import X, Y, Z, about, exponential, frame, twist, unit

SUFFIX = {"left": ".L", "right": ".R"}
SIGN = {"left": 1.0, "right": -1.0}
LOW_SHARES = (0.24, 0.26, 0.26, 0.24)  # how the low back's joints share its angle
HIGH_SHARES = (0.2, 0.27, 0.28, 0.25)
NECK_SHARES = (0.35, 0.35, 0.3)
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


class Motion:
    """Forward kinematics: one pass from the pelvis out, over all poses at once."""

    def __init__(self, skeleton: Skeleton, anchor: Anchor, x: FloatArray) -> None:
        self.s, self.anchor = skeleton, anchor
        self.x = np.atleast_2d(x)
        count = len(skeleton.body.joints)
        self.turn = np.zeros((len(self.x), count, 3, 3))
        self.centre = np.zeros((len(self.x), count, 3))

    def value(self, name: str) -> FloatArray:
        """Return one degree of freedom over all poses, `(b,)`."""
        return np.asarray(self.x[:, INDEX[name]])

    def stand(self) -> Stand:
        """Return all joints posed."""
        first = INDEX["trunk.x"]
        self.turn[:, 0] = exponential(self.x[:, first : first + 3]) @ self.anchor.trunk
        self.centre[:, 0] = self.x[:, :3]
        self._spine()
        for side in SUFFIX:
            self._arm(side)
            self._leg(side)
        return Stand(self.x, self.turn, self.centre)

    def _put(self, name: str, side: str, turn: FloatArray, parent: int | None = None) -> int:
        """Place a joint on its parent and give it a rotation."""
        i = self.s.joint(name, side)
        p = int(self.s.body.parent[i]) if parent is None else parent
        offset = self.s.body.head[i] - self.s.body.head[p]
        self.centre[:, i] = self.centre[:, p] + self.turn[:, p] @ offset
        self.turn[:, i] = turn
        return i

    def _region(self, region: str, shares: tuple[float, ...], joints: tuple[str, ...]) -> None:
        round_, bend, turn = (self.value(f"{region}.{move}") for move in ("round", "bend", "turn"))
        for share, name in zip(shares, joints, strict=True):
            local = about(X, round_ * share) @ about(Z, -bend * share) @ about(Y, turn * share)
            parent = int(self.s.body.parent[self.s.joint(name)])
            self._put(name, "", self.turn[:, parent] @ local)

    def _spine(self) -> None:
        self._region("low_back", LOW_SHARES, tuple(f"sp{i}" for i in range(4)))
        self._region("upper_back", HIGH_SHARES, tuple(f"sp{i}" for i in range(4, 8)))
        self._region("neck", NECK_SHARES, ("neck01", "neck02", "neck03"))
        self._region("head", (1.0,), ("head",))

    def _arm(self, side: str) -> None:
        sign, limb, hand = SIGN[side], self.s.arms[side], self.s.hands[side]
        chest = self.turn[:, self.s.joint("sp6")]
        first = INDEX[f"{side} arm.x"]
        anchor = self.anchor.left if side == "left" else self.anchor.right
        local = anchor @ exponential(self.x[:, first : first + 3])
        girdle = self._girdle(side, chest, local @ limb.upper)
        upper = chest @ local
        swing = np.swapaxes(girdle, -1, -2) @ upper
        half = upper @ about(limb.upper, -0.5 * twist(swing, limb.upper))
        start = self._put("upperarm01", side, half)
        self.turn[:, start] = upper
        self._put("upperarm02", side, upper)
        bend = self.value(f"{side} elbow.bend") - limb.rest_bend
        lower = upper @ about(limb.hinge, bend)
        elbow = self._put("lowerarm01", side, lower, start)
        self.turn[:, start] = half
        roll = sign * (self.value(f"{side} forearm.turn") - hand.turn)
        self._put("lowerarm02", side, lower @ about(limb.lower, 0.7 * roll), elbow)
        flex = self.value(f"{side} wrist.flex") - hand.flex
        aside = self.value(f"{side} wrist.side") - hand.side
        bent = about(hand.flexing, flex) @ about(hand.siding, aside)
        wrist = self._put("wrist", side, lower @ about(limb.lower, roll) @ bent, elbow)
        self._fingers(side, wrist)
        self.turn[:, elbow] = lower @ about(limb.lower, 0.2 * roll)

    def _fingers(self, side: str, wrist: int) -> None:
        """Let the fingers go with the wrist, straight as at rest."""
        own = self.s.fingers[side]
        offset = self.s.body.head[own] - self.s.body.head[wrist]
        self.turn[:, own] = self.turn[:, [wrist]]
        self.centre[:, own] = self.centre[:, [wrist]] + offset @ np.swapaxes(self.turn[:, wrist], -1, -2)

    def _girdle(self, side: str, chest: FloatArray, direction: FloatArray) -> FloatArray:
        """Place collarbone and blade; they follow the raised upper arm (scapulo-humeral rhythm).

        Shape of the rhythm after Inman, Saunders & Abbott 1944: little below 45 degrees, then about
        one degree of the girdle to four of the arm at the collarbone.
        """
        sign = SIGN[side]
        raised = np.degrees(np.arccos(np.clip(-direction[:, 1], -1, 1)))
        ahead = direction[:, 2]
        up = 0.22 * np.maximum(0, raised - 45) - 6 * np.maximum(0, 1 - raised / 55)
        forward = 14 * np.maximum(0, ahead) * np.clip(raised / 60, 0, 1) - 8 * np.maximum(0, -ahead)
        forward = forward - 10 * np.clip((raised - 110) / 60, 0, 1)
        blade = -15 * np.maximum(0, 1 - raised / 60) + 0.10 * np.maximum(0, raised - 70)
        up = self.value(f"{side} shoulder.up") + np.radians(up)
        forward = self.value(f"{side} shoulder.forward") + np.radians(forward)
        collar = chest @ about(Y, -sign * forward) @ about(Z, sign * up)
        self._put("clavicle", side, collar)
        girdle = collar @ about(Z, sign * np.radians(blade))
        self._put("shoulder01", side, girdle)
        return np.asarray(girdle)

    def _leg(self, side: str) -> None:
        sign, limb = SIGN[side], self.s.legs[side]
        bend, open_, turn = (self.value(f"{side} hip.{move}") for move in ("bend", "open", "turn"))
        hip = self.turn[:, 0] @ about(X, -bend) @ about(Z, sign * open_) @ about(Y, sign * turn)
        knee = hip @ about(X, self.value(f"{side} knee.bend"))
        upper, lower = hip @ limb.hung[0], knee @ limb.hung[1]
        swing = np.swapaxes(self.turn[:, 0], -1, -2) @ upper
        start = self._put("upperleg01", side, upper)
        self._put("upperleg02", side, upper)
        middle = self._put("lowerleg01", side, lower, start)
        self.turn[:, start] = upper @ about(limb.upper, -0.5 * twist(swing, limb.upper))
        self._put("lowerleg02", side, lower)
        foot = knee @ about(X, self.value(f"{side} ankle.point"))
        foot = foot @ about(Z, -sign * self.value(f"{side} foot.roll"))
        self._put("foot", side, foot, middle)
        self._put("toes", side, foot @ about(X, -self.value(f"{side} toes.bent")))


def stand(skeleton: Skeleton, anchor: Anchor, x: FloatArray) -> Stand:
    """Return the joints of the poses `x` `(b, COUNT)` or `(COUNT,)`; fingers are left to the hand's shape."""
    assert np.atleast_2d(x).shape[1] == COUNT
    return Motion(skeleton, anchor, x).stand()
