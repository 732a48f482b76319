"""The degrees of freedom of a pose: their names, order, ranges and how readily each one gives."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

import numpy as np

from ..body.limits import LIMITS
from ..body.mesh import FloatArray

SIDES = ("left", "right")
SPINE = ("low_back", "upper_back", "neck", "head")
PLACE_SOFTNESS = 0.03  # m the body slides along the floor for one unit of discomfort
HEIGHT_SOFTNESS = 0.5  # m: height follows the supports
SOFTNESS = {  # degrees a joint gives for one unit of discomfort; chosen on the twenty hard poses
    "trunk": 5.0,
    "low_back": 6.0, "upper_back": 6.0, "neck": 8.0, "head": 5.0,
    "shoulder": 7.0, "arm": 30.0, "elbow": 30.0, "forearm": 25.0, "wrist": 10.0,
    "hip": 15.0, "knee": 25.0, "ankle": 12.0, "foot": 6.0, "toes": 10.0,
}  # fmt: skip
ARM = ("shoulder.up", "shoulder.forward", "arm.x", "arm.y", "arm.z", "elbow.bend", "forearm.turn",
       "wrist.flex", "wrist.side")  # fmt: skip
LEG = ("hip.bend", "hip.open", "hip.turn", "knee.bend", "ankle.point", "foot.roll", "toes.bent")


def names() -> tuple[str, ...]:
    """Return the name of every degree of freedom, in the order of the solver's vector."""
    trunk = [f"place.{axis}" for axis in "xyz"] + [f"trunk.{axis}" for axis in "xyz"]
    spine = [f"{region}.{move}" for region in SPINE for move in ("round", "bend", "turn")]
    limbs = [f"{side} {name}" for side in SIDES for name in (*ARM, *LEG)]
    return (*trunk, *spine, *limbs)


NAMES = names()
INDEX = {name: i for i, name in enumerate(NAMES)}
COUNT = len(NAMES)


@dataclass(frozen=True, eq=False)
class Ranges:
    """Lower and upper bound and softness of every degree of freedom, `(COUNT,)`, radians and metres."""

    lower: FloatArray
    upper: FloatArray
    softness: FloatArray


def stem(name: str) -> str:
    """Return the joint a degree of freedom belongs to: "left knee.bend" -> "knee"."""
    return name.split(" ")[-1].split(".")[0]


@lru_cache(maxsize=1)
def ranges() -> Ranges:
    """Return the ranges of all degrees of freedom; places and ball joints are unbounded here."""
    lower, upper, soft = np.full(COUNT, -np.inf), np.full(COUNT, np.inf), np.ones(COUNT)
    for i, name in enumerate(NAMES):
        if stem(name) == "place":
            soft[i] = HEIGHT_SOFTNESS if name == "place.y" else PLACE_SOFTNESS
            continue
        soft[i] = np.radians(SOFTNESS[stem(name)])
        limit = LIMITS.get(name.split(" ")[-1])
        if limit:
            lower[i], upper[i] = np.radians(limit.low), np.radians(limit.high)
    return Ranges(lower, upper, soft)
