"""The body as balls, so that the solver keeps arms and legs out of it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

import numpy as np

from generator.model.words import SIDES

from ..body.body import Body
from ..body.mesh import BoolArray, FloatArray, IntArray
from ..body.rotation import squared
from ..body.skeleton import SUFFIX, skeleton_of
from .goals import Goal, Scene

ROOM = 0.003  # m tolerance of two parts pressing into each other
SOFT_SHARE = 0.9  # share of two balls' radii they may not come closer than
SLICE = 0.025  # m of a limb on both sides of a ball that its radius is measured on
LIMBS = {  # joint, end, shares of the way, bones whose skin is measured
    "upper arm": ("upperarm02", "lowerarm01", (0.25, 0.6, 0.9), ("upperarm",)),
    "forearm": ("lowerarm01", "wrist", (0.1, 0.4, 0.7, 0.95), ("lowerarm",)),
    "hand": ("wrist", "finger3-1", (0.35, 0.9, 1.6), ("wrist", "finger")),
    "thigh": ("upperleg02", "lowerleg01", (0.08, 0.3, 0.5, 0.7, 0.9), ("upperleg",)),
    "shin": ("lowerleg01", "foot", (0.1, 0.35, 0.6, 0.9), ("lowerleg",)),
}
HAND_GRID = (  # share of the way to the knuckles, and metres towards the thumb
    (0.35, 0.0), (0.9, -0.028), (0.9, 0.0), (0.9, 0.028), (1.4, -0.03), (1.4, 0.0), (1.4, 0.025), (1.75, 0.0),
    (0.6, 0.045),
)  # fmt: skip
THICKEST = 0.022  # m half the thickness of a hand at most
TRUNK = {  # joint: bones of the slice, metres beside the midline, share of the depth taken as radius
    "pelvis": ("pelvis",), "sp1": ("sp0", "sp1", "sp2"), "sp4": ("sp3", "sp4", "sp5"), "sp6": ("sp5", "sp6"),
}  # fmt: skip
HEAD_CENTRE = (0.0, 0.075, 0.02)  # m from the head joint at rest
AVOIDS = {  # what each moving limb keeps out of; "other" is the other side's
    "hand": ("trunk", "head", "thigh", "shin", "other upper arm", "other forearm"),
    "forearm": ("trunk", "head", "thigh", "shin", "other upper arm", "other forearm"),
    "shin": ("other shin", "other thigh", "trunk"),
}  # fmt: skip


@dataclass(frozen=True, eq=False)
class Balls:
    """Balls fixed to joints: names, joint indices `(k,)`, rest centres `(k, 3)` m and radii `(k,)` m."""

    names: tuple[str, ...]
    joint: IntArray
    centre: FloatArray
    radius: FloatArray


@lru_cache(maxsize=4)
def balls_of(body: Body) -> Balls:
    """Return the balls that stand for `body`."""
    found: list[tuple[str, int, FloatArray, float]] = []
    for side in SIDES:
        for limb in LIMBS:
            found += limb_balls(body, limb, side)
    found += trunk_balls(body)
    names, joint, centre, radius = zip(*found, strict=True)
    return Balls(names, np.array(joint), np.array(centre), np.array(radius))


def limb_balls(body: Body, limb: str, side: str) -> list[tuple[str, int, FloatArray, float]]:
    """Return the balls along one limb, as thick as its skin there."""
    if limb == "hand":
        return hand_balls(body, side)
    skeleton = skeleton_of(body)
    start, end, shares, bones = LIMBS[limb]
    a, b = skeleton.at(start.replace("02", "01"), side), skeleton.at(end, side)
    points = own_skin(body, bones, side)
    axis = (b - a) / np.linalg.norm(b - a)
    found = []
    for share in shares:
        centre = a + (b - a) * share
        slice_ = points[abs((points - centre) @ axis) < SLICE] - centre
        across = slice_ - (slice_ @ axis)[:, None] * axis
        middle = np.median(across, axis=0)
        radius = float(np.median(np.linalg.norm(across - middle, axis=1)))
        found.append((f"{side} {limb}", skeleton.joint(start, side), centre + middle, radius))
    return found


def hand_balls(body: Body, side: str) -> list[tuple[str, int, FloatArray, float]]:
    """Return the balls of one hand: three rows over its width, and the thumb."""
    skeleton = skeleton_of(body)
    hand, wrist = skeleton.hands[side], skeleton.at("wrist", side)
    knuckle = float((skeleton.at("finger3-1", side) - wrist) @ hand.fingers)
    points = own_skin(body, ("wrist", "finger"), side)
    found = []
    for share, aside in HAND_GRID:
        centre = wrist + hand.fingers * knuckle * share + hand.thumb * aside
        flat = (points - centre) - ((points - centre) @ hand.palm)[:, None] * hand.palm
        near = points[np.linalg.norm(flat, axis=1) < SLICE / 2]
        if not len(near):
            continue
        heights = (near - centre) @ hand.palm
        middle, radius = (heights.max() + heights.min()) / 2, (heights.max() - heights.min()) / 2
        ball = centre + hand.palm * float(middle)
        found.append((f"{side} hand", skeleton.joint("wrist", side), ball, float(min(radius, THICKEST))))
    return found


def own_skin(body: Body, bones: tuple[str, ...], side: str) -> FloatArray:
    """Return the rest positions `(k, 3)` m of the shown skin on some bones of one side."""
    own = np.array([j.startswith(bones) and j.endswith(SUFFIX[side]) for j in body.joints])[body.dominant]
    return body.rest[own & (body.field > 0)]


def trunk_balls(body: Body) -> list[tuple[str, int, FloatArray, float]]:
    """Return two balls side by side at each height of the trunk, and one for the head."""
    skeleton, found = skeleton_of(body), []
    for joint, bones in TRUNK.items():
        own = np.isin(body.dominant, [skeleton.joint(bone) for bone in bones]) & (body.field > 0)
        points = body.rest[own]
        middle = (points.max(0) + points.min(0)) / 2
        radius = float(points[:, 2].max() - points[:, 2].min()) / 2 * SOFT_SHARE
        half = float(np.percentile(abs(points[:, 0]), 95))
        for sign in (1.0, -1.0):
            centre = np.array([sign * max(half - radius, 0.0), middle[1], middle[2]])
            found.append(("trunk", skeleton.joint(joint), centre, radius))
    found.append(("head", skeleton.joint("head"), skeleton.at("head") + np.array(HEAD_CENTRE), 0.09))
    return found


@dataclass(frozen=True, eq=False)
class KeepOut(Goal):
    """Arms and shins stay out of the rest of the body."""

    balls: Balls
    movers: IntArray  # (p,)
    forbidden: BoolArray  # (p, k) which balls each mover keeps out of

    @property
    def obstacle(self) -> bool:
        """Tell that this only keeps parts out of each other."""
        return True

    def residuals(self, scene: Scene) -> FloatArray:
        """Return how deep each moving ball presses into the others, `(b, p)`."""
        b = self.balls
        offset = b.centre - scene.skeleton.body.head[b.joint]
        where = scene.stand.centre[:, b.joint] + (scene.stand.turn[:, b.joint] @ offset[..., None])[..., 0]
        need = (b.radius[self.movers, None] + b.radius) * SOFT_SHARE
        mover, other = np.nonzero(self.forbidden & self._near(where, need))
        away = where[:, self.movers[mover]] - where[:, other]
        distance = np.sqrt(squared(away) + 1e-12)
        deep = np.maximum(need[mover, other] - distance, 0) / ROOM
        total = deep**2 @ (mover[:, None] == np.arange(len(self.movers)))
        return np.asarray(np.sqrt(total + 1e-12))

    def _near(self, where: FloatArray, need: FloatArray) -> BoolArray:
        """Return which balls any of the poses `where` `(b, k, 3)` can bring closer than `need` `(p, k)`."""
        first = where[0]
        moved = float(np.sqrt(squared(where - first).max()))
        away = first[self.movers, None] - first[None]
        return np.asarray(np.sqrt(squared(away)) < need + 2 * moved)


@dataclass(frozen=True, eq=False)
class OverFloor(Goal):
    """A hand stays above the floor."""

    balls: Balls
    side: str

    @property
    def obstacle(self) -> bool:
        """Tell that this only keeps parts out of each other."""
        return True

    def residuals(self, scene: Scene) -> FloatArray:
        """Return how deep each ball of the hand lies in the floor, `(b, p)`."""
        own = np.array([i for i, name in enumerate(self.balls.names) if name == f"{self.side} hand"])
        joint = self.balls.joint[own]
        offset = self.balls.centre[own] - scene.skeleton.body.head[joint]
        where = scene.stand.centre[:, joint] + (scene.stand.turn[:, joint] @ offset[..., None])[..., 0]
        return np.asarray(np.maximum(self.balls.radius[own] - where[..., 1], 0) / ROOM)


@lru_cache(maxsize=4)
def keep_out(body: Body) -> KeepOut:
    """Return the goal that arms and shins stay out of the rest of the body."""
    balls = balls_of(body)
    movers = [i for i, name in enumerate(balls.names) if name.split(" ", 1)[-1] in AVOIDS]
    forbidden = np.array([[avoids(balls.names[i], name) for name in balls.names] for i in movers])
    return KeepOut(balls, np.array(movers), forbidden)


def avoids(mover: str, name: str) -> bool:
    """Tell whether a moving limb keeps out of a ball of another part."""
    side, limb = mover.split(" ", 1)
    if " " not in name:
        return name in AVOIDS[limb]
    other_side, other = name.split(" ", 1)
    return (f"other {other}" in AVOIDS[limb] and other_side != side) or other in AVOIDS[limb]
