"""Joint angles of a solved frame, and how its segments lie in the room."""

from __future__ import annotations

import numpy as np

from ..body.mesh import FloatArray
from ..body.rotation import X, Y, Z, frame, twist, unit
from ..body.skeleton import SIGN, Skeleton, skeleton_of
from ..posing.freedom import INDEX
from ..posing.pose import Posed
from .measures import SIDES

REGIONS = {"lumbar": "low_back", "thoracic": "upper_back", "neck": "neck", "head": "head"}
MOVES = {"flexion": "round", "side bend": "bend", "rotation": "turn"}
LIMB = {  # angle -> degree of freedom and its sign
    "girdle elevation": ("shoulder.up", 1),
    "girdle protraction": ("shoulder.forward", 1),
    "elbow flexion": ("elbow.bend", 1),
    "forearm pronation": ("forearm.turn", 1),
    "wrist extension": ("wrist.flex", -1),
    "wrist ulnar deviation": ("wrist.side", 1),
    "hip flexion": ("hip.bend", 1),
    "hip abduction": ("hip.open", 1),
    "hip rotation": ("hip.turn", 1),
    "knee flexion": ("knee.bend", 1),
    "ankle dorsiflexion": ("ankle.point", -1),
    "foot inversion": ("foot.roll", 1),
    "toe extension": ("toes.bent", 1),
}
LINES = {
    "upper arm rise": ("upperarm01", "lowerarm01"),
    "forearm rise": ("lowerarm01", "wrist"),
    "thigh rise": ("upperleg01", "lowerleg01"),
    "shin rise": ("lowerleg01", "foot"),
}
SEGMENT_JOINTS = {"pelvis": "pelvis", "chest": "sp6", "head": "head"}
HUNG = frame(-Y, -X)  # an arm that hangs straight down: along, and its hinge


def angles(posed: Posed) -> dict[str, float]:
    """Return every angle of `measures` by name, in degrees."""
    skeleton = skeleton_of(posed.body)
    found = _spine(posed, skeleton) | _tilts(posed, skeleton)
    for side in SIDES:
        own = _limbs(posed, side) | _lines(posed, skeleton, side) | _shoulder(posed, skeleton, side)
        found |= {f"{side} {name}": value for name, value in own.items()}
    return {name: round(float(value), 1) + 0.0 for name, value in found.items()}


def _degrees(posed: Posed, name: str) -> float:
    return float(np.degrees(posed.state.x[INDEX[name]]))


def _spine(posed: Posed, skeleton: Skeleton) -> dict[str, float]:
    """Return the angles of the spine's regions, and of chest on pelvis and head on chest as wholes."""
    found = {
        f"{region} {move}": _degrees(posed, f"{stem}.{way}")
        for region, stem in REGIONS.items()
        for move, way in MOVES.items()
    }
    pelvis, chest, head = (posed.stand.turn[0, skeleton.joint(name)] for name in ("pelvis", "sp7", "head"))
    for region, turn in (("trunk", pelvis.T @ chest), ("cervical", chest.T @ head)):
        found |= {f"{region} {move}": angle for move, angle in zip(MOVES, cardan(turn), strict=True)}
    return found


def cardan(turn: FloatArray) -> tuple[float, float, float]:
    """Return flexion, side bend to the left and rotation to the left of a rotation `(3, 3)`, in degrees.

    The order is flexion, then side bend, then rotation (Wu et al. 2002, spine).
    """
    flexion = np.arctan2(turn[2, 1], turn[1, 1])
    bend = np.arcsin(np.clip(turn[0, 1], -1, 1))
    rotation = np.arctan2(turn[0, 2], turn[0, 0])
    return float(np.degrees(flexion)), float(np.degrees(bend)), float(np.degrees(rotation))


def above_level(way: FloatArray) -> float:
    """Return by how many degrees a direction `(3,)` rises above level."""
    return float(np.degrees(np.arcsin(np.clip(unit(way)[1], -1, 1))))


def _tilts(posed: Posed, skeleton: Skeleton) -> dict[str, float]:
    """Return how pelvis, chest and head lie in the room, and the line from hips to neck."""
    found: dict[str, float] = {}
    for segment, joint in SEGMENT_JOINTS.items():
        turn = posed.stand.turn[0, skeleton.joint(joint)]
        found |= {f"{segment} rise": above_level(turn @ Y), f"{segment} facing": above_level(turn @ Z)}
    centre = posed.stand.centre[0]
    hips = np.mean([centre[skeleton.joint("upperleg01", side)] for side in SIDES], axis=0)
    return found | {"trunk rise": above_level(centre[skeleton.joint("neck01")] - hips)}


def _limbs(posed: Posed, side: str) -> dict[str, float]:
    return {name: sign * _degrees(posed, f"{side} {joint}") for name, (joint, sign) in LIMB.items()}


def _lines(posed: Posed, skeleton: Skeleton, side: str) -> dict[str, float]:
    centre = posed.stand.centre[0]
    ends = {name: [centre[skeleton.joint(end, side)] for end in pair] for name, pair in LINES.items()}
    return {name: above_level(end - start) for name, (start, end) in ends.items()}


def _shoulder(posed: Posed, skeleton: Skeleton, side: str) -> dict[str, float]:
    """Return the upper arm's angles in the chest's axes.

    The rotation is the twist of the swing-twist split from the hanging arm, as a goniometer reads it with the
    arm at the side or raised sideways; it has no meaning straight overhead.
    """
    limb = skeleton.arms[side]
    chest = posed.stand.turn[0, skeleton.joint("sp6")]
    local = chest.T @ posed.stand.turn[0, skeleton.joint("upperarm02", side)]
    out, up, ahead = (local @ limb.upper) * [SIGN[side], 1, 1]
    elevation = float(np.degrees(np.arccos(np.clip(-up, -1, 1))))
    plane = np.arctan2(ahead, out)
    hung = HUNG @ frame(limb.upper, limb.hinge).T
    return {
        "shoulder elevation": elevation,
        "shoulder plane": float(np.degrees(plane)),
        "shoulder flexion": elevation * float(np.sin(plane)),
        "shoulder abduction": elevation * float(np.cos(plane)),
        "shoulder rotation": SIGN[side] * float(np.degrees(twist(local @ hung.T, Y))),
    }
