"""Joint positions and rotations of a body for many poses at once; left and right are posed together."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import lru_cache

import numpy as np

from ..body.body import Body
from ..body.mesh import FloatArray, IntArray
from ..body.rotation import X, Y, Z, about, exponential, twist
from ..body.skeleton import SIGN, SUFFIX, Anchor, Skeleton, Stand, skeleton_of
from .freedom import COUNT, INDEX

SPINE = (  # region of the spine, its joints and how they share its angle
    ("low_back", ("sp0", "sp1", "sp2", "sp3"), (0.24, 0.26, 0.26, 0.24)),
    ("upper_back", ("sp4", "sp5", "sp6", "sp7"), (0.2, 0.27, 0.28, 0.25)),
    ("neck", ("neck01", "neck02", "neck03"), (0.35, 0.35, 0.3)),
    ("head", ("head",), (1.0,)),
)
BOTH = np.array(list(SIGN.values()))  # sign of the left and of the right side


def pair(each: Callable[[str], Sequence[float] | FloatArray | float]) -> FloatArray:
    """Return what `each` gives for left and right, one above the other."""
    return np.array([each(side) for side in SUFFIX], dtype=float)


class Links:
    """What forward kinematics needs of a skeleton, left and right stacked: joints, offsets and axes."""

    def __init__(self, skeleton: Skeleton) -> None:
        body, arms, legs, hands = skeleton.body, skeleton.arms, skeleton.legs, skeleton.hands
        self.skeleton = skeleton
        self.spine = [skeleton.joint(name) for _, names, _ in SPINE for name in names]
        self.offset = body.head - body.head[body.parent]
        self.arm_upper, self.arm_lower = pair(lambda s: arms[s].upper), pair(lambda s: arms[s].lower)
        self.arm_hinge, self.arm_bend = pair(lambda s: arms[s].hinge), pair(lambda s: arms[s].rest_bend)
        self.leg_upper = pair(lambda s: legs[s].upper)
        self.thigh, self.shin = pair(lambda s: legs[s].hung[0]), pair(lambda s: legs[s].hung[1])
        self.flexing, self.siding = pair(lambda s: hands[s].flexing), pair(lambda s: hands[s].siding)
        self.turned, self.flexed = pair(lambda s: hands[s].turn), pair(lambda s: hands[s].flex)
        self.sided = pair(lambda s: hands[s].side)
        self.fingers = np.array([skeleton.fingers[side] for side in SUFFIX])
        wrist = np.array([[skeleton.joint("wrist", side)] for side in SUFFIX])
        self.from_wrist = body.head[self.fingers] - body.head[wrist]

    @lru_cache(maxsize=64)  # noqa: B019 - there is one of these per body, kept as long as the program runs
    def both(self, name: str) -> IntArray:
        """Return the indices of a joint's left and right, `(2,)`."""
        return np.array([self.skeleton.joint(name, side) for side in SUFFIX])


@lru_cache(maxsize=4)
def links_of(skeleton: Skeleton) -> Links:
    """Return the links of `skeleton`."""
    return Links(skeleton)


@lru_cache(maxsize=64)
def columns(*names: str) -> IntArray:
    """Return the places of degrees of freedom in the solver's vector."""
    return np.array([INDEX[name] for name in names])


@lru_cache(maxsize=64)
def sided(name: str) -> IntArray:
    """Return the places of a limb's degree of freedom on the left and on the right."""
    return columns(*(f"{side} {name}" for side in SUFFIX))


def turned(turns: FloatArray, vectors: FloatArray) -> FloatArray:
    """Return each vector `(..., 3)` turned by its rotation `(..., 3, 3)`."""
    return np.asarray((turns @ vectors[..., None])[..., 0])


class Motion:
    """Forward kinematics: one pass from the pelvis out, over all poses at once."""

    def __init__(self, skeleton: Skeleton, anchor: Anchor, x: FloatArray) -> None:
        self.s, self.links, self.anchor = skeleton, links_of(skeleton), anchor
        self.x = np.atleast_2d(x)
        count = len(skeleton.body.joints)
        self.turn = np.zeros((len(self.x), count, 3, 3))
        self.centre = np.zeros((len(self.x), count, 3))

    def value(self, name: str) -> FloatArray:
        """Return a limb's degree of freedom over all poses, left and right, `(b, 2)`."""
        return np.asarray(self.x[:, sided(name)])

    def stand(self) -> Stand:
        """Return all joints posed."""
        self.turn[:, 0] = exponential(self.x[:, columns("trunk.x", "trunk.y", "trunk.z")]) @ self.anchor.trunk
        self.centre[:, 0] = self.x[:, :3]
        self._spine()
        self._arms()
        self._legs()
        return Stand(self.x, self.turn, self.centre)

    def _place(self, joint: IntArray | int, parent: IntArray | int) -> None:
        """Place joints on their parents, which have their rotations."""
        offset = self.s.body.head[joint] - self.s.body.head[parent]
        self.centre[:, joint] = self.centre[:, parent] + turned(self.turn[:, parent], offset)

    def _put(self, name: str, turn: FloatArray, parent: str) -> IntArray:
        """Place a joint of both sides on another and give it a rotation `(b, 2, 3, 3)`."""
        joint = self.links.both(name)
        self._place(joint, self.links.both(parent))
        self.turn[:, joint] = turn
        return joint

    def _spine(self) -> None:
        shares = np.concatenate([share for _, _, share in SPINE])
        moves = (
            self.x[:, columns(*(f"{region}.{move}" for region, names, _ in SPINE for _ in names))] * shares
            for move in ("round", "bend", "turn")
        )
        round_, bend, turn = moves
        local = about(X, round_) @ about(Z, -bend) @ about(Y, turn)
        for number, joint in enumerate(self.links.spine):
            parent = int(self.s.body.parent[joint])
            self._place(joint, parent)
            self.turn[:, joint] = self.turn[:, parent] @ local[:, number]

    def _arms(self) -> None:
        links = self.links
        first = np.stack([sided(f"arm.{axis}") for axis in "xyz"], axis=1)
        chest = self.turn[:, [self.s.joint("sp6")]]
        local = np.stack([self.anchor.left, self.anchor.right]) @ exponential(self.x[:, first])
        girdle = self._girdle(chest, turned(local, links.arm_upper))
        upper = chest @ local
        swing = np.swapaxes(girdle, -1, -2) @ upper
        half = upper @ about(links.arm_upper, -0.5 * twist(swing, links.arm_upper))
        start = self._put("upperarm01", upper, "shoulder01")
        self._put("upperarm02", upper, "upperarm01")
        lower = upper @ about(links.arm_hinge, self.value("elbow.bend") - links.arm_bend)
        elbow = self._put("lowerarm01", lower, "upperarm01")
        self.turn[:, start] = half
        roll = BOTH * (self.value("forearm.turn") - links.turned)
        self._put("lowerarm02", lower @ about(links.arm_lower, 0.7 * roll), "lowerarm01")
        bent = about(links.flexing, self.value("wrist.flex") - links.flexed)
        bent = bent @ about(links.siding, self.value("wrist.side") - links.sided)
        wrist = self._put("wrist", lower @ about(links.arm_lower, roll) @ bent, "lowerarm01")
        self._fingers(wrist)
        self.turn[:, elbow] = lower @ about(links.arm_lower, 0.2 * roll)

    def _fingers(self, wrist: IntArray) -> None:
        """Let the fingers go with the wrist, straight as at rest."""
        own = self.links.fingers
        self.turn[:, own] = self.turn[:, wrist, None]
        offset = self.links.from_wrist @ np.swapaxes(self.turn[:, wrist], -1, -2)
        self.centre[:, own] = self.centre[:, wrist, None] + offset

    def _girdle(self, chest: FloatArray, direction: FloatArray) -> FloatArray:
        """Place collarbone and blade; they follow the raised upper arm (scapulo-humeral rhythm).

        Shape of the rhythm after Inman, Saunders & Abbott 1944: little below 45 degrees, then about
        one degree of the girdle to four of the arm at the collarbone.
        """
        raised = np.degrees(np.arccos(np.clip(-direction[..., 1], -1, 1)))
        ahead = direction[..., 2]
        up = 0.22 * np.maximum(0, raised - 45) - 6 * np.maximum(0, 1 - raised / 55)
        forward = 14 * np.maximum(0, ahead) * np.clip(raised / 60, 0, 1) - 8 * np.maximum(0, -ahead)
        forward = forward - 10 * np.clip((raised - 110) / 60, 0, 1)
        blade = -15 * np.maximum(0, 1 - raised / 60) + 0.10 * np.maximum(0, raised - 70)
        up = self.value("shoulder.up") + np.radians(up)
        forward = self.value("shoulder.forward") + np.radians(forward)
        collar = chest @ about(Y, -BOTH * forward) @ about(Z, BOTH * up)
        joint = self.links.both("clavicle")
        self._place(joint, np.repeat(self.s.joint("sp6"), 2))
        self.turn[:, joint] = collar
        girdle = collar @ about(Z, BOTH * np.radians(blade))
        self._put("shoulder01", girdle, "clavicle")
        return np.asarray(girdle)

    def _legs(self) -> None:
        links, pelvis = self.links, self.turn[:, [0]]
        bend, open_, turn = (self.value(f"hip.{move}") for move in ("bend", "open", "turn"))
        hip = pelvis @ about(X, -bend) @ about(Z, BOTH * open_) @ about(Y, BOTH * turn)
        knee = hip @ about(X, self.value("knee.bend"))
        upper, lower = hip @ links.thigh, knee @ links.shin
        swing = np.swapaxes(pelvis, -1, -2) @ upper
        start = self.links.both("upperleg01")
        self._place(start, np.zeros(2, dtype=np.int64))
        self.turn[:, start] = upper
        self._put("upperleg02", upper, "upperleg01")
        self._put("lowerleg01", lower, "upperleg01")
        self.turn[:, start] = upper @ about(links.leg_upper, -0.5 * twist(swing, links.leg_upper))
        self._put("lowerleg02", lower, "lowerleg01")
        foot = knee @ about(X, self.value("ankle.point")) @ about(Z, -BOTH * self.value("foot.roll"))
        self._put("foot", foot, "lowerleg01")
        self._put("toes", foot @ about(X, -self.value("toes.bent")), "foot")


def stand(body: Body, anchor: Anchor, x: FloatArray) -> Stand:
    """Return the joints of the poses `x` `(b, COUNT)` or `(COUNT,)`; fingers are left to the hand's shape."""
    assert np.atleast_2d(x).shape[1] == COUNT
    return Motion(skeleton_of(body), anchor, x).stand()
