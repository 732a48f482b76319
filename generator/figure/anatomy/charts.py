"""Anatomical charts: flat coordinates on the left half of the resting body, measured from its bony landmarks.

Heights on the trunk are levels: 0 at the bump at the base of the neck (C7), 1 at the dimples above the
buttocks (S2). Widths are centimetres on a body whose acromion lies 19 cm from the midline.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum
from functools import lru_cache

import numpy as np

from ..body.body import Body, arm_share
from ..body.mesh import BoolArray, FloatArray

DIMPLES = 0.17  # S2's share of the way from hip joint to C7: PSIS 9 cm above the joint on a 1.62 m body
ACROMION_BESIDE_JOINT = 0.02  # m from the shoulder joint out to the acromion's edge
HALF_SHOULDER = 0.19  # m from midline to acromion on the body the outlines are written for
HIP_LEVEL = 1 + DIMPLES / (1 - DIMPLES)  # level of the hip joint and the trochanter: 1.205
RING_RADIUS, NECK_RADIUS, LIMB_RADIUS, FOREARM_RADIUS = (
    0.13,
    0.055,
    0.070,
    0.040,
)  # m that turn degrees into widths
DEGREE = np.pi / 180
ARMPIT = np.array([0.020, 0.002])  # m beyond the shoulder joint to the armpit fold, and below it
FLANK = np.arange(0.40, 1.01, 0.10)  # levels at which a wide trunk is measured
NECK_REACH, ARM_REACH = (0.105, 0.070), (0.12, 0.12)  # m; the neck's stops short of the ears
FOREARM_REACH = (0.075, 0.06)  # m
SLANT = 0.09  # m that the round of a slanted limb spreads in height
WRAP = 0.012  # m a front or back patch may reach past the body's middle plane


class Chart(Enum):
    """What the two coordinates of an outline mean."""

    BACK = "back"  # cm from the midline, level; the rear half of trunk and shoulders
    FRONT = "front"  # cm from the midline, level; the front half
    RING = "ring"  # degrees round the trunk (0 front, 90 side, 180 back), level
    NECK = "neck"  # degrees round the neck, share of the way from C7 (0) to the skull's joint (1)
    LEG = "leg"  # degrees round the leg (90 outside, 180 back, 270 inside), 0 hip, 1 knee, 2 ankle
    FOREARM = "forearm"  # degrees round the forearm (0 front, 90 outside, 270 inside), 0 elbow, 1 wrist
    ARM = "arm"  # degrees round the upper arm (0 front, 90 outside, 180 back), 0 shoulder, 1 elbow


@dataclass(frozen=True, eq=False)
class Anatomy:
    """One body's landmarks at rest, left side, in metres."""

    c7: float  # height
    level: float  # m from C7 down to S2
    broad: float  # shoulder width against HALF_SHOULDER
    neck: FloatArray  # (2, 3) ends of the neck's axis
    leg: FloatArray  # (3, 3) hip, knee, ankle
    arm: FloatArray  # (2, 3) shoulder, elbow
    forearm: FloatArray  # (2, 3) elbow, wrist
    axis_levels: FloatArray  # (k,) levels where the trunk's middle depth is known
    axis_depth: FloatArray  # (k,) z of the trunk's middle there
    flank: FloatArray  # (len(FLANK),) how far out from the midline the trunk reaches at most

    def levels(self, height: FloatArray) -> FloatArray:
        """Return the level of each height (m)."""
        return np.asarray((self.c7 - height) / self.level)

    def middle(self, levels: FloatArray) -> FloatArray:
        """Return the z of the trunk's middle plane at each level."""
        return np.interp(levels, self.axis_levels, self.axis_depth)

    def breadth(self, levels: FloatArray) -> FloatArray:
        """Return the width scale at each level: the shoulders' above, 1 at the pelvis."""
        return np.interp(levels, [0.45, 0.95], [self.broad, 1.0])


@dataclass(frozen=True, eq=False)
class Charted:
    """Points in a chart: coordinates `(p,)` each, and which points the chart covers at all."""

    u: FloatArray
    v: FloatArray
    covered: BoolArray


@lru_cache(maxsize=4)
def anatomy_of(body: Body) -> Anatomy:
    """Return the landmarks of `body` that the charts are measured from."""

    def at(joint: str) -> FloatArray:
        return np.asarray(body.head[body.joint(joint)])

    shoulder, hip = at("upperarm01.L"), at("upperleg01.L")
    c7 = float(at("neck01")[1])
    level = (c7 - float(hip[1])) * (1 - DIMPLES)
    levels = np.arange(0.30, 1.11, 0.10)
    depth = trunk_middle(body, c7 - levels * level)
    base, skull = at("neck01") + np.array([0, 0, 0.030]), at("head") + np.array([0, 0, 0.010])
    return Anatomy(
        c7=c7,
        level=level,
        broad=float(shoulder[0] + ACROMION_BESIDE_JOINT) / HALF_SHOULDER,
        neck=np.array([base, skull]),
        leg=np.array([hip, at("lowerleg01.L"), at("foot.L")]),
        arm=np.array([shoulder, at("lowerarm01.L")]),
        forearm=np.array([at("lowerarm01.L"), at("wrist.L")]),
        axis_levels=np.array([-0.25, 0.0, 0.12, *levels, HIP_LEVEL]),
        axis_depth=np.array([skull[2], base[2] - 0.01, shoulder[2], *depth, hip[2] + 0.01]),
        flank=flank_widths(body, c7 - FLANK * level),
    )


def flank_widths(body: Body, heights: FloatArray) -> FloatArray:
    """Return how far out (m) the trunk reaches at each height; where the arms lie against it, to them."""
    arms = arm_share(body.weights, body.joints)
    left = (body.rest[:, 0] > 0) & (body.field > 0)
    widths = []
    for height in heights:
        near = left & (np.abs(body.rest[:, 1] - height) < 0.02)
        trunk, beside = body.rest[near & (arms < 0.3), 0], body.rest[near & (arms >= 0.3), 0]
        widths.append(min(trunk.max(), beside.min(initial=np.inf)))
    return np.array(widths)


def trunk_middle(body: Body, heights: FloatArray) -> FloatArray:
    """Return the z half-way between belly and back on the midline at each height (m)."""
    near = (np.abs(body.rest[:, 0]) < 0.03) & (arm_share(body.weights, body.joints) < 0.3) & (body.field > 0)
    midline = body.rest[near]
    slices = [midline[np.abs(midline[:, 1] - height) < 0.02, 2] for height in heights]
    return np.array([(part.min() + part.max()) / 2 for part in slices])


def angle(sideways: FloatArray, ahead: FloatArray) -> FloatArray:
    """Return degrees from 0 to 360: 0 straight ahead, 90 to the left, 180 behind."""
    return np.asarray(np.degrees(np.arctan2(sideways, ahead)) % 360)


def charted(chart: Chart, anatomy: Anatomy, points: FloatArray) -> Charted:
    """Return left-side rest points `(p, 3)` m in the coordinates of `chart`."""
    if chart is Chart.NECK:
        return along_axis(anatomy.neck, points, NECK_REACH)
    if chart is Chart.ARM:
        return along_axis(anatomy.arm, points, ARM_REACH)
    if chart is Chart.FOREARM:
        return along_axis(anatomy.forearm, points, FOREARM_REACH)
    if chart is Chart.LEG:
        return along_leg(anatomy, points)
    return on_trunk(chart, anatomy, points)


def on_trunk(chart: Chart, anatomy: Anatomy, points: FloatArray) -> Charted:
    """Return points in the BACK, FRONT or RING chart; arms hanging beside the trunk are left out."""
    levels = anatomy.levels(points[:, 1])
    ahead = points[:, 2] - anatomy.middle(levels)
    width = np.interp(levels, [0.20, 0.27, 0.40, 1.0], [0.35, *(anatomy.arm[0, 0] + ARMPIT), 0.20])
    width = np.maximum(width, np.interp(levels, FLANK, anatomy.flank, left=0.0))
    trunk = (points[:, 0] < width) & (levels < 1.6)
    if chart is Chart.RING:
        return Charted(angle(points[:, 0], ahead), levels, trunk)
    behind = ahead < WRAP if chart is Chart.BACK else ahead > -WRAP
    return Charted(100 * points[:, 0] / anatomy.breadth(levels), levels, trunk & behind)


def along_axis(axis: FloatArray, points: FloatArray, reach: tuple[float, float]) -> Charted:
    """Return degrees round and share along a straight axis, for points within `reach` metres of its ends."""
    along = axis[1] - axis[0]
    way = along / np.linalg.norm(along)
    ahead = np.array([0, 0, 1.0]) - way[2] * way
    ahead = ahead / np.linalg.norm(ahead)
    aside = np.cross(ahead, way) * np.sign(np.cross(ahead, way)[0])
    share = (points - axis[0]) @ along / (along @ along)
    off = points - axis[0] - share[:, None] * along
    near = np.linalg.norm(off, axis=1) < np.interp(share, [0.2, 0.9], reach)
    return Charted(angle(off @ aside, off @ ahead), share, near)


def along_leg(anatomy: Anatomy, points: FloatArray) -> Charted:
    """Return degrees round and share down the leg, for points on the left side below the hip."""
    heights = anatomy.leg[::-1, 1]
    share = np.interp(points[:, 1], heights, [2.0, 1.0, 0.0])
    centre = [np.interp(points[:, 1], heights, anatomy.leg[::-1, k]) for k in (0, 2)]
    covered = (points[:, 0] > -0.002) & (points[:, 1] < anatomy.leg[0, 1]) & (share < 1.99)
    return Charted(angle(points[:, 0] - centre[0], points[:, 2] - centre[1]), share, covered)


def metric(chart: Chart, anatomy: Anatomy) -> FloatArray:
    """Return the metres one unit of each chart coordinate spans, `(2,)`."""
    lengths = {
        Chart.BACK: (0.01 * anatomy.broad, anatomy.level),
        Chart.FRONT: (0.01 * anatomy.broad, anatomy.level),
        Chart.RING: (RING_RADIUS * DEGREE, anatomy.level),
        Chart.NECK: (NECK_RADIUS * DEGREE, float(np.linalg.norm(anatomy.neck[1] - anatomy.neck[0]))),
        Chart.LEG: (LIMB_RADIUS * DEGREE, float(np.linalg.norm(anatomy.leg[1] - anatomy.leg[0]))),
        Chart.FOREARM: (
            FOREARM_RADIUS * DEGREE,
            float(np.linalg.norm(anatomy.forearm[1] - anatomy.forearm[0])),
        ),
        Chart.ARM: (LIMB_RADIUS * DEGREE, float(np.linalg.norm(anatomy.arm[1] - anatomy.arm[0]))),
    }
    return np.array(lengths[chart])


def heights(chart: Chart, anatomy: Anatomy, shares: Sequence[float]) -> tuple[float, float]:
    """Return the lowest and highest y (m) where an outline with these second coordinates can lie."""
    top, bottom = min(shares), max(shares)
    if chart is Chart.LEG:
        down = np.interp([bottom + 0.02, top - 0.02], [0, 1, 2], anatomy.leg[:, 1])
        return float(down[0]), float(down[1]) + 0.02
    axes = {Chart.NECK: anatomy.neck, Chart.ARM: anatomy.arm, Chart.FOREARM: anatomy.forearm}
    if chart in axes:
        axis = axes[chart]
        ends = [float(axis[0, 1] + share * (axis[1, 1] - axis[0, 1])) for share in (top, bottom)]
        return min(ends) - SLANT, max(ends) + SLANT
    return anatomy.c7 - (bottom + 0.02) * anatomy.level, anatomy.c7 - (top - 0.02) * anatomy.level
