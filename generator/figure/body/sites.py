"""Parts of the body that touch things, as patches of vertices, and the spots that can be touched."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass, field
from functools import lru_cache

import numpy as np
from scipy.spatial import ConvexHull, QhullError

from .body import Body
from .mesh import FloatArray, IntArray, vertex_normals
from .skeleton import skeleton_of

MOST = 40  # vertices kept of a patch: enough to find its lowest point within 2 mm
RIBS_SHARE = 0.50  # how far up the trunk the low ribs are
HOOK_SHARE = 0.60  # how far down the thigh hands hook behind it, clear of the calf
SPREAD = 90  # vertices kept of a patch that lies on something round
SHOWN = 0.0  # garment field above which a vertex is really there


@dataclass(frozen=True)
class Patch:
    """A rule for a patch: which bones, facing which way at rest, how near which landmark (m)."""

    bones: tuple[str, ...]
    facing: tuple[float, float, float] | None = None  # x counts outwards from the midline
    near: str = ""
    within: float = 0.0
    at_least: float = 0.2  # cosine between the skin's normal and `facing`
    band: tuple[float, float] = (0.0, 1.0)  # share of the patch's own height kept, from below
    soft: float = 0.2  # cm the flesh gives


LOWER_ARM = ("lowerarm01", "lowerarm02")
UPPER_LEG, LOWER_LEG, FOOT = ("upperleg01", "upperleg02"), ("lowerleg01", "lowerleg02"), ("foot", "toes")
GIRDLE = ("clavicle", "shoulder01", "upperarm01")
HIGH, MIDDLE, LOW = ("sp5", "sp6", "sp7"), ("sp3", "sp4", "sp5"), ("sp0", "sp1", "sp2")
BACK, FRONT, OUT, IN = (0.0, 0.0, -1.0), (0.0, 0.0, 1.0), (1.0, 0.0, 0.0), (-1.0, 0.0, 0.0)
DOWN, UP = (0.0, -1.0, 0.0), (0.0, 1.0, 0.0)

PAIRED: dict[str, tuple[Patch, ...]] = {
    "hand_edge": (Patch(("wrist", "finger5"), near="palm", within=0.2),),
    "fingertips": (Patch(("finger2-3", "finger3-3", "finger4-3")),),
    "fist": (Patch(("wrist", "finger")),),
    "wrist": (Patch(("wrist", "lowerarm02"), near="wrist", within=0.05),),
    "forearm": (
        Patch(LOWER_ARM, near="elbow", within=0.06, soft=0.3),
        Patch(("lowerarm02", "wrist"), near="wrist", within=0.06, soft=0.3),
    ),
    "elbow": (Patch(("lowerarm01", "upperarm02"), near="elbow", within=0.06, soft=0.3),),
    "upper_arm": (Patch(("upperarm01", "upperarm02"), soft=0.5),),
    "shoulder": (
        Patch((*GIRDLE, "upperarm02", "sp6", "sp7"), near="shoulder_outside", within=0.13, soft=0.8),
    ),
    "shoulder_blade": (Patch((*HIGH, *GIRDLE), BACK, near="shoulder_blade", within=0.11, soft=0.6),),
    "ear": (Patch(("head",), OUT, soft=0.6),),
    "head_side": (Patch(("head",), OUT, soft=0.6),),
    "cheek": (Patch(("head",), OUT, near="cheek", within=0.06, soft=0.4),),
    "buttock": (
        Patch(("pelvis", "upperleg01"), (0.2, -0.5, -1.0), near="seat", within=0.13, at_least=0.0, soft=1.5),
    ),
    "hip": (Patch(("pelvis", "upperleg01", "upperleg02"), OUT, near="hip_side", within=0.14, soft=1.2),),
    "thigh": (Patch(UPPER_LEG, FRONT, soft=0.6),),
    "thigh_back": (Patch(("upperleg02",), BACK, soft=0.8),),
    "knee": (Patch(("lowerleg01", "upperleg02"), near="knee", within=0.075, soft=0.4),),
    "knee_inside": (Patch(("lowerleg01", "upperleg02"), IN, near="knee", within=0.1, soft=0.3),),
    "shin": (
        Patch((*LOWER_LEG, "upperleg02"), near="knee", within=0.08, soft=0.4),
        Patch(FOOT, FRONT, near="foot_top", within=0.07, at_least=0.0),
    ),
    "calf": (Patch(LOWER_LEG, BACK, soft=0.8),),
    "ankle": (Patch((*LOWER_LEG, "foot"), near="ankle", within=0.05, soft=0.2),),
    "heel": (Patch(("foot",), near="heel", within=0.05, soft=0.3),),
    "sole": (
        Patch(("foot",), DOWN, near="heel", within=0.06, at_least=0.5),
        Patch(FOOT, DOWN, near="sole_inner", within=0.035, at_least=0.5),
        Patch(FOOT, DOWN, near="sole_outer", within=0.035, at_least=0.5),
    ),
    "toes": (Patch(("toes",), soft=0.1),),
    "instep": (Patch(FOOT, near="foot_top", within=0.075, soft=0.2),),
    "foot": (Patch(FOOT, soft=0.2),),
}
SINGLE: dict[str, tuple[Patch, ...]] = {
    "head": (Patch(("head",), soft=0.8),),
    "back_of_head": (Patch(("head",), BACK, soft=0.8),),
    "forehead": (Patch(("head",), FRONT, near="left forehead", within=0.05, soft=0.3),),
    "chin": (Patch(("head",), near="left chin", within=0.05),),
    "nose": (Patch(("head",), FRONT),),
    "crown": (Patch(("head",), UP, near="left crown", within=0.1),),
    "chest": (Patch((*HIGH, "sp4"), FRONT, soft=0.8),),
    "belly": (Patch((*LOW, "sp3"), FRONT, soft=1.0),),
    "upper_back": (Patch((*HIGH, "clavicle", "shoulder01"), BACK, soft=0.8),),
    "mid_back": (Patch(MIDDLE, BACK, soft=0.8),),
    "low_back": (Patch(LOW, BACK, soft=0.3),),
    "pelvis": (Patch(("pelvis", "upperleg01", "sp0"), soft=1.2),),
    "tailbone": (Patch(("pelvis",), BACK, near="left seat", within=0.14, soft=1.0),),
}
GROUPS: dict[str, tuple[str, ...]] = {
    "seat": ("left buttock", "right buttock"),
    "back": ("left shoulder_blade", "right shoulder_blade", "left buttock", "right buttock"),
    "front": ("chest", "left thigh", "right thigh"),
    "shoulders": ("left shoulder_blade", "right shoulder_blade"),
    "feet": ("left foot", "right foot"),
    "knees": ("left knee", "right knee"),
}
RIGID = {"palm": 1.0, "hand": 1.0, "back_of_hand": -1.0}  # hand parts, and which way along the palm's normal


@dataclass(frozen=True, eq=False)
class Site:
    """One patch of a part: its vertices, how far it gives in metres, and its middle vertex."""

    name: str
    vertices: IntArray
    spread: IntArray  # evenly over the patch, for round supports that touch its hollows
    give: float
    middle: int


@dataclass(eq=False)
class Sites:
    """All patches of a body, found when asked for."""

    body: Body
    normals: FloatArray
    spots: dict[str, int]
    _found: dict[str, tuple[Site, ...]] = field(default_factory=dict)

    def part(self, name: str) -> tuple[Site, ...]:
        """Return the patches of a part named with its side, such as "left knee" or "head"."""
        if name not in self._found:
            self._found[name] = self._find(name)
        return self._found[name]

    def _find(self, name: str) -> tuple[Site, ...]:
        if name in GROUPS:
            return tuple(site for member in GROUPS[name] for site in self.part(member))
        side, _, noun = name.partition(" ")
        if noun in RIGID:
            return (self._hand(name, side, RIGID[noun]),)
        rules = PAIRED[noun] if noun else SINGLE[side]
        return tuple(self._site(name, rule, side if noun else "") for rule in rules)

    def _hand(self, name: str, side: str, way: float) -> Site:
        skeleton = skeleton_of(self.body)
        own = self.body.dominant == skeleton.joint("wrist", side)
        facing = self.normals @ skeleton.hands[side].palm * way > 0.4
        return self._made(name, np.flatnonzero(own & facing & (self.body.field > SHOWN)), 0.2)

    def _site(self, name: str, rule: Patch, side: str) -> Site:
        chosen = self._bones(rule.bones, side) & (self.body.field > SHOWN)
        if rule.facing is not None:
            sign = -1.0 if side == "right" else 1.0
            way = np.array(rule.facing) * [sign, 1, 1]
            chosen &= self.normals @ (way / np.linalg.norm(way)) > rule.at_least
        if rule.near:
            spot = self.spots[rule.near if " " in rule.near else f"{side} {rule.near}"]
            chosen &= np.linalg.norm(self.body.rest - self.body.rest[spot], axis=1) < rule.within
        return self._made(name, np.flatnonzero(chosen), rule.soft)

    def _bones(self, bones: tuple[str, ...], side: str) -> np.ndarray:
        other = {"left": ".R", "right": ".L"}.get(side, "")
        fits = [
            joint.startswith(bones) and not (other and joint.endswith(other)) for joint in self.body.joints
        ]
        own = np.array(fits)[self.body.dominant]
        midline = self.body.rest[:, 0] * (1 if side == "left" else -1) > -0.005
        return np.asarray(own & midline) if side else np.asarray(own)

    def _made(self, name: str, chosen: IntArray, soft: float) -> Site:
        if not len(chosen):
            raise ValueError(f"no skin found for '{name}'")
        points = self.body.rest[chosen]
        middle = chosen[np.argmin(np.linalg.norm(points - points.mean(0), axis=1))]
        spread = chosen[:: max(1, len(chosen) // SPREAD)]
        return Site(name, outermost(points, chosen), spread, soft / 100, int(middle))


def outermost(points: FloatArray, chosen: IntArray) -> IntArray:
    """Return at most MOST of `chosen`, those on the convex hull of their `points` `(k, 3)`."""
    with suppress(QhullError):
        chosen = chosen[np.sort(ConvexHull(points).vertices)] if len(points) > 8 else chosen
    step = max(1, -(-len(chosen) // MOST))
    return np.asarray(chosen[::step])


def low_ribs(body: Body, sign: float) -> FloatArray:
    """Return the point on the front of the low ribs where a hand feels the breath, `(3,)` m."""
    skeleton = skeleton_of(body)
    low, high = skeleton.at("pelvis")[1], skeleton.at("neck01")[1]
    trunk = np.isin(body.dominant, [skeleton.joint(f"sp{i}") for i in range(8)]) & (body.field > SHOWN)
    level = abs(body.rest[:, 1] - low - (high - low) * RIBS_SHARE) < 0.015
    near = body.rest[trunk & level]
    return np.asarray(near[np.argmax(near @ np.array([sign * 0.55, 0.0, 1.0]))])


def behind(body: Body, hip: FloatArray, knee: FloatArray) -> FloatArray:
    """Return the point on the back of the thigh where hands hook round it, `(3,)` m."""
    middle = hip + (knee - hip) * HOOK_SHARE
    near = body.rest[(np.abs(body.rest - middle)[:, :2] < 0.03).all(1) & (body.field > SHOWN)]
    return np.asarray(near[np.argmin(near[:, 2])])


@lru_cache(maxsize=4)
def sites_of(body: Body) -> Sites:
    """Return the patches and spots of `body`."""
    spots = dict(body.landmarks)
    skeleton = skeleton_of(body)
    for side, sign in (("left", 1.0), ("right", -1.0)):
        wrist, hand = skeleton.at("wrist", side), skeleton.hands[side]
        toes = skeleton.at("toes", side)
        extra = {
            "palm": wrist + hand.centre,
            "thigh_back": behind(body, skeleton.at("upperleg01", side), skeleton.at("lowerleg01", side)),
            "ribs": low_ribs(body, sign),
            "back_of_hand": wrist + hand.centre - hand.palm * 0.035,
            "buttock": body.rest[spots[f"{side} seat"]],
            "knee_inside": skeleton.at("lowerleg01", side) - [sign * 0.05, 0, 0],
            "shin_inside": skeleton.at("lowerleg02", side) - [sign * 0.05, -0.02, -0.02],
            "sole_inner": toes * [1, 0, 1] + [-sign * 0.03, 0, 0],
            "sole_outer": toes * [1, 0, 1] + [sign * 0.03, 0, -0.01],
        }
        shown = np.flatnonzero(body.field > SHOWN)
        for name, point in extra.items():
            spots[f"{side} {name}"] = int(shown[np.argmin(((body.rest[shown] - point) ** 2).sum(1))])
    return Sites(body, vertex_normals(body.rest, body.faces), spots)


MIDDLE_SPOTS = {
    "head": "left head_back", "pelvis": "left hip_side", "shoulders": "left shoulder", "chest": "left chest",
    "seat": "left seat",
}  # fmt: skip


def spot_name(spot: str) -> str:
    """Return the landmark of a spot; those of the middle lie beside the left one."""
    return spot if " " in spot else MIDDLE_SPOTS[spot]
