"""Muscle patches by vocabulary id, evaluated point by point on the body's rest position."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from types import MappingProxyType
from typing import Literal

import numpy as np

from generator.model.words import suggestion

from ..body.body import Body
from ..body.mesh import BoolArray, FloatArray
from .atlas_back import BACK_PATCHES
from .atlas_front import FRONT_PATCHES
from .atlas_joints import JOINT_PATCHES
from .atlas_leg import LEG_PATCHES
from .charts import Anatomy, Chart, anatomy_of, charted, heights, metric
from .patches import Patch, Region

CUT = 0.2  # share of a side of an outline that rounding takes off at either end
MIDLINE, MIDDLE_PLANE = 1.3, 6.0  # cm and degrees within which left and right meet
HALF = 0.5  # coverage that counts as painted
SOFT = 0.004  # m over which a patch's edge fades
SIDES: Mapping[str, tuple[float, ...]] = {"left": (1.0,), "right": (-1.0,), "both": (1.0, -1.0)}
Action = Literal["works", "stretches", "moves", "releases", "rests"]
ACTIONS: tuple[Action, ...] = ("works", "stretches", "moves", "releases", "rests")
FLAT = (Chart.BACK, Chart.FRONT)  # the other charts count degrees and close on themselves

JOINTS = frozenset(patch.muscle for patch in JOINT_PATCHES)
"""What is no muscle and has no fibres: places for the body map of a handbook about a joint."""
PATCHES: Mapping[str, Patch] = MappingProxyType(
    {patch.muscle: patch for patch in (*BACK_PATCHES, *FRONT_PATCHES, *LEG_PATCHES, *JOINT_PATCHES)}
)


@dataclass(frozen=True)
class Muscle:
    """One painted muscle: its vocabulary id, "left", "right" or "both", and what happens to it."""

    name: str
    side: str
    action: Action = "works"

    @property
    def deep(self) -> bool:
        """Return whether it lies under others, so that hair does not hide its place."""
        return PATCHES[self.name].deep


def parse_muscle(text: str, action: Action) -> Muscle:
    """Return the muscle named in content, such as "rhomboids right"; both sides unless one is said.

    ValueError for a muscle or a side that does not exist.
    """
    name, _, side = text.strip().partition(" ")
    if name not in PATCHES:
        raise ValueError(f"target: there is no muscle '{name}'{suggestion(name, PATCHES)}")
    if side not in ("", *SIDES):
        raise ValueError(f"target: '{text}': the side is left, right or both")
    return Muscle(name, side or "both", action)


def coverage(body: Body, muscle_id: str, side: str, rest_points: FloatArray) -> FloatArray:
    """Return how much of each rest point `(p, 3)` m the muscle covers, `(p,)` from 0 to 1.

    `side` is "left", "right" or "both". An unknown muscle or side raises KeyError.
    """
    patch, anatomy = PATCHES[muscle_id], anatomy_of(body)
    covered = np.zeros(len(rest_points))
    for sign in SIDES[side]:
        own = rest_points * np.array([sign, 1.0, 1.0])
        for region in patch.regions:
            np.maximum(covered, region_coverage(region, anatomy, own), out=covered)
    return covered


def region_coverage(region: Region, anatomy: Anatomy, points: FloatArray) -> FloatArray:
    """Return how much of each left-side point one outline covers, `(p,)` from 0 to 1."""
    found = np.zeros(len(points))
    low, high = heights(region.chart, anatomy, [v for _, v in region.outline])
    candidates = np.flatnonzero((points[:, 0] > -SOFT) & (points[:, 1] > low) & (points[:, 1] < high))
    place, scale = charted(region.chart, anatomy, points[candidates]), metric(region.chart, anatomy)
    outline = rounded(region) * scale
    flat = np.stack([unrolled(region, place.u), place.v], axis=1) * scale
    near = place.covered & inside_box(outline, flat)
    depth = signed_distance(outline, flat[near])
    found[candidates[near]] = np.clip(0.5 + depth / (2 * SOFT), 0, 1)
    return found


@lru_cache(maxsize=256)
def rounded(region: Region) -> FloatArray:
    """Return the corners `(k, 2)` of a region's outline, each cut off but those where both sides meet.

    Corner cutting after G. Chaikin, "An algorithm for high-speed curve generation" (1974), CUT of each side.
    """
    corners = np.array(region.outline)
    u = corners[:, 0]
    middle = u < MIDLINE if region.chart in FLAT else np.abs((u + 90) % 180 - 90) < MIDDLE_PLANE
    cut = np.where(middle, 0.0, CUT)[:, None]
    before, after = np.roll(corners, 1, axis=0) - corners, np.roll(corners, -1, axis=0) - corners
    ring = np.stack([corners + cut * before, corners + cut * after], axis=1).reshape(-1, 2)
    return np.asarray(ring[(ring != np.roll(ring, 1, axis=0)).any(axis=1)])


def unrolled(region: Region, u: FloatArray) -> FloatArray:
    """Return degrees cut open opposite the outline, so that it lies in one piece; widths as they are."""
    if region.chart in FLAT:
        return u
    middle = np.mean([degrees for degrees, _ in region.outline])
    return np.asarray((u - middle + 180) % 360 - 180 + middle)


def inside_box(outline: FloatArray, points: FloatArray) -> BoolArray:
    """Return which flat points lie in the outline's box, widened by SOFT."""
    low, high = outline.min(axis=0) - SOFT, outline.max(axis=0) + SOFT
    return np.asarray(((points > low) & (points < high)).all(axis=1))


def squared_off(edge: FloatArray, off: FloatArray) -> FloatArray:
    """Return the squared distance of points to a segment `edge` (2,), both given from its start, `(p,)`."""
    share = np.clip(off @ edge / (edge @ edge), 0, 1)
    return np.asarray(((off - share[:, None] * edge) ** 2).sum(axis=1))


def signed_distance(outline: FloatArray, points: FloatArray) -> FloatArray:
    """Return each flat point's distance to a closed outline, positive inside, in the outline's unit.

    Even-odd rule and segment distance as in I. Quilez, "2D distance functions" (polygon).
    """
    nearest = np.full(len(points), np.inf)
    inside = np.zeros(len(points), dtype=np.bool_)
    for start, end in zip(outline, np.roll(outline, -1, axis=0), strict=True):
        edge, off = end - start, points - start
        nearest = np.minimum(nearest, squared_off(edge, off))
        straddles = (start[1] > points[:, 1]) != (end[1] > points[:, 1])
        crossing = start[0] + edge[0] * off[:, 1] / (edge[1] if edge[1] else 1.0)
        inside ^= straddles & (points[:, 0] < crossing)
    return np.asarray(np.where(inside, 1.0, -1.0) * np.sqrt(nearest))
