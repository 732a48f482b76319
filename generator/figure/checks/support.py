"""What carries the body: sinking in, hovering, and the ground it balances on."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
from scipy.spatial import ConvexHull, QhullError

from ..body.body import Body
from ..body.mesh import BoolArray, FloatArray
from ..finding import Severity
from ..things.depth import boxed, inside_depth
from ..things.solids import REST, WORN, Solid

SUNK_FLOOR, SUNK_PROP, SUNK_SOFT = 0.028, 0.025, 0.06  # m below the floor, inside a hard and a soft prop
NEAR = 0.02  # m from a support that counts as carried
LOW_HOVER, HIGH_HOVER = 0.014, 0.09  # m above a support that looks like a fault
REGIONS = {
    "head": ("head",),
    "trunk": ("sp", "pelvis", "clavicle", "shoulder"),
    "hand": ("wrist", "finger"),
    "elbow": ("lowerarm01", "upperarm02"),
    "leg": ("upperleg", "lowerleg"),
    "foot": ("foot", "toes"),
}
LYING = {
    "head": ("head",),
    "shoulders": ("sp5", "sp6", "sp7", "shoulder01", "clavicle", "upperarm01"),
    "pelvis": ("pelvis", "upperleg01"),
}
LIFTS = {
    "head": ("head", "forehead", "back_of_head", "head_side", "ear", "cheek", "chin"),
    "shoulders": ("shoulders", "shoulder", "chest", "upper_back", "shoulder_blade", "back"),
    "pelvis": ("pelvis", "seat", "hip", "belly", "buttock", "tailbone"),
}
SOFT = ("soft", "roller", "band")
OPEN = ("mat",)


def region(body: Body, bones: tuple[str, ...], side: str = "") -> BoolArray:
    """Return which vertices hang on bones of these names, shown ones only, `(n,)`."""
    suffix = {"left": ".L", "right": ".R"}.get(side, "")
    fits = [joint.startswith(bones) and joint.endswith(suffix) for joint in body.joints]
    return np.asarray(np.array(fits)[body.dominant] & (body.field > 0))


def sunk_faults(
    body: Body, raw: FloatArray, solids: tuple[Solid, ...]
) -> Iterator[tuple[Severity, str, str, str]]:
    """Yield parts that sink into the floor or a prop."""
    for name, bones in REGIONS.items():
        depth = -float(raw[region(body, bones), 1].min())
        if depth > SUNK_FLOOR:
            yield ("error", f"below {name}", "frames", f"{name} {depth * 100:.1f} cm below the floor")
    shown = body.field > 0
    for solid in solids:
        if solid.tone in OPEN or solid.use == WORN:
            continue
        allowed = SUNK_SOFT if solid.tone in SOFT else SUNK_PROP
        inside = np.flatnonzero(shown & boxed(solid, raw))
        depths = inside_depth(solid, raw[inside])
        deep = inside[depths > allowed]
        if len(deep) > 10:
            worst = body.joints[np.bincount(body.dominant[deep]).argmax()]
            text = f"{plain(worst)} {depths.max() * 100:.1f} cm inside the {solid.name}"
            yield ("error", f"inside {solid.name}", "frames", text)


def plain(joint: str) -> str:
    """Return a joint's name for people."""
    names = {
        "upperarm": "upper arm",
        "lowerarm": "forearm",
        "wrist": "hand",
        "finger": "hand",
        "upperleg": "thigh",
        "lowerleg": "shin",
        "sp": "back",
        "clavicle": "shoulder",
        "toes": "foot",
    }
    side = {"L": "left ", "R": "right "}.get(joint.rpartition(".")[2], "") if "." in joint else ""
    stem = next((word for start, word in names.items() if joint.startswith(start)), joint.split(".")[0])
    return side + stem


def hover_faults(
    body: Body, stance: str, raw: FloatArray, solids: tuple[Solid, ...], lifted: set[str]
) -> Iterator[tuple[Severity, str, str, str]]:
    """Yield head, shoulders or pelvis of a lying body just above what should carry them."""
    if not stance.startswith("lying"):
        return
    for name, bones in LYING.items():
        if any(part.split(" ")[-1] in LIFTS[name] for part in lifted):
            continue
        gap = lowest_gap(raw[region(body, bones)], solids)
        if LOW_HOVER < gap < HIGH_HOVER:
            yield (
                "error",
                f"hover {name}",
                "frames",
                f"{name} {gap * 100:.1f} cm above the support; rest it or name it in lift",
            )


def lowest_gap(points: FloatArray, solids: tuple[Solid, ...]) -> float:
    """Return the least height of points above the floor or the top of any prop near them, in metres."""
    gap = float(points[:, 1].min())
    for solid in solids:
        if solid.tone in OPEN or solid.use != REST:
            continue
        gap = min(gap, float((-inside_depth(solid, points, HIGH_HOVER)).min()))
    return max(gap, 0.0)


def hull_distance(raw: FloatArray, body: Body, solids: tuple[Solid, ...], centre: FloatArray) -> float | None:
    """Return how far `centre` lies outside the hull of all carried points from above; None if none is."""
    points = carried_points(raw, body, solids)[:, [0, 2]]
    try:
        hull = ConvexHull(points)
    except (QhullError, ValueError):
        return None
    return float((hull.equations[:, :2] @ centre[[0, 2]] + hull.equations[:, 2]).max())


def carried_points(raw: FloatArray, body: Body, solids: tuple[Solid, ...]) -> FloatArray:
    """Return the points of the skin that something carries, `(n, 3)` m."""
    shown = body.field > 0
    carried = shown & (raw[:, 1] < NEAR)
    for solid in solids:
        if solid.tone not in OPEN and solid.use == REST:
            carried |= shown & near_box(solid, raw)
    return np.asarray(raw[carried])


def near_box(solid: Solid, points: FloatArray) -> BoolArray:
    """Return which points lie within NEAR of a solid."""
    out = boxed(solid, points, NEAR)
    out[out] = inside_depth(solid, points[out], NEAR) > -NEAR
    return out
