"""Where parts of a posed body are, and the frames of its segments."""

from __future__ import annotations

from functools import lru_cache

import numpy as np

from ..body.body import Body
from ..body.mesh import FloatArray
from ..body.rotation import X, Y, Z
from ..body.sites import SINGLE, sites_of
from ..body.skeleton import skeleton_of
from ..posing.pose import Posed
from .angles import SEGMENT_JOINTS
from .measures import SIDES, Axes, Point

JOINTS = {
    "shoulder joint": "upperarm01", "elbow joint": "lowerarm01", "wrist joint": "wrist",
    "hip joint": "upperleg01", "knee joint": "lowerleg01", "ankle joint": "foot",
}  # fmt: skip
MIDDLE_JOINTS = {"neck joint": "neck01", "skull joint": "head"}
FINGERTIP = "finger3-3"
MIDDLE = ("chin", "crown", "forehead", "head_back", "neck_back", "chest", "belly", "spine", "low_back")
HEART = ("left chest", "right chest", "left spine", "right spine")  # the heart lies between these


def point(metres: FloatArray) -> Point:
    """Return a place `(3,)` m as rounded cm."""
    x, y, z = (round(float(value) * 100, 1) + 0.0 for value in metres)
    return x, y, z


def way(direction: FloatArray) -> Point:
    """Return a unit direction `(3,)` with three decimals."""
    x, y, z = (round(float(value), 3) + 0.0 for value in direction)
    return x, y, z


@lru_cache(maxsize=4)
def _marks(body: Body) -> dict[str, tuple[int, ...]]:
    """Return the vertices whose mean is each place on the skin."""
    sites = sites_of(body)
    found: dict[str, tuple[int, ...]] = {name: (vertex,) for name, vertex in sites.spots.items()}
    single = (name for name in SINGLE if name not in MIDDLE)
    found |= {name: (sites.part(name)[0].middle,) for name in single}
    found |= {name: tuple(sites.spots[f"{side} {name}"] for side in SIDES) for name in MIDDLE}
    return found | {"heart": tuple(sites.spots[name] for name in HEART)}


def places(posed: Posed) -> dict[str, Point]:
    """Return the named places of a frame in the room, in cm."""
    body, skeleton = posed.body, skeleton_of(posed.body)
    found = {name: posed.vertices[list(own)].mean(0) for name, own in _marks(body).items()}
    centre = posed.stand.centre[0]
    found |= {name: centre[skeleton.joint(joint)] for name, joint in MIDDLE_JOINTS.items()}
    for side in SIDES:
        found |= {f"{side} {name}": centre[skeleton.joint(joint, side)] for name, joint in JOINTS.items()}
        found[f"{side} fingertip"] = _moved(posed, skeleton.joint(FINGERTIP, side), body.tail)
    eyes = body.eye * [0, 1, 1]
    found["eyes"] = _at(posed, skeleton.joint("head"), eyes)
    return {name: point(place) for name, place in found.items()}


def _moved(posed: Posed, joint: int, rest: FloatArray) -> FloatArray:
    return _at(posed, joint, rest[joint])


def _at(posed: Posed, joint: int, rest: FloatArray) -> FloatArray:
    """Return where a point `(3,)` m at rest goes with a joint."""
    return np.asarray((posed.transforms[joint] @ np.append(rest, 1))[:3])


def axes(posed: Posed) -> dict[str, Axes]:
    """Return the own frames of pelvis, chest and head."""
    skeleton = skeleton_of(posed.body)
    centre = posed.stand.centre[0]
    found = {}
    for segment, joint in SEGMENT_JOINTS.items():
        turn, origin = posed.stand.turn[0, skeleton.joint(joint)], centre[skeleton.joint(joint)]
        if segment == "pelvis":
            origin = np.mean([centre[skeleton.joint("upperleg01", side)] for side in SIDES], axis=0)
        found[segment] = Axes(point(origin), way(turn @ Z), way(turn @ X), way(turn @ Y))
    return found
