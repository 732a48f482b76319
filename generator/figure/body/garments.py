"""Where shirt, leggings and hair end: scalar fields of the rest position, above zero where they cover."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from scipy.interpolate import PchipInterpolator

from .mesh import FloatArray

SLEEVE_SHARE = 0.66  # of the upper arm, shoulder to elbow
HEM_BELOW_WAIST = 0.014  # m that the shirt hem overlaps the leggings
HEM_ABOVE_HIP = 0.031  # m from the hip joints up to the hem of the shirt as it is worn, which contacts know
HEM_DRAWN = 0.065  # the same as it is drawn: shorter, so that hips and buttocks are not hidden in its folds
ANKLE_CUFF = 0.075  # m from the ankle joint up to the leggings' cuff
UNCOVERED = -1.0  # field value far from any garment
SKULL_BEHIND = 0.085  # m from the eyes back to the axis that a hairline is told around
BEHIND_EAR = (0.018, 0.014, -0.014, -0.058, -0.084, -0.089)  # m above the eyes, over the ear to the nape
HAIRLINES = {
    # degrees from the middle of the forehead round to the nape, m above the eyes: brow, temple, the hair in
    # front of the ear, over the ear, behind it, nape
    "crop": (
        (0, 14, 30, 42, 52, 58, 63, 68, 74, 84, 98, 108, 122, 140, 180),
        (0.067, 0.068, 0.073, 0.065, 0.040, 0.016, -0.004, -0.004, 0.012, *BEHIND_EAR),
    ),
    "thin": (
        (0, 14, 28, 40, 52, 58, 63, 68, 74, 84, 98, 108, 122, 140, 180),
        (0.083, 0.086, 0.094, 0.086, 0.048, 0.018, -0.004, -0.004, 0.012, *BEHIND_EAR),
    ),
    "bun": (
        (0, 20, 38, 50, 60, 68, 74, 84, 98, 108, 122, 140, 180),
        (0.066, 0.066, 0.056, 0.037, 0.016, 0.006, 0.010, 0.017, 0.013, -0.010, -0.044, -0.066, -0.078),
    ),
}  # fmt: skip
ARM_SHARE = 0.35  # skin weight above which a point belongs to the arm


@dataclass(frozen=True, eq=False)
class Tailoring:
    """The joints, all in metres at rest, that the garment edges are measured from."""

    shoulder: FloatArray
    elbow: FloatArray
    neck: FloatArray
    eye: FloatArray
    hip_height: float
    ankle_height: float
    hair: str


def sleeve_length(points: FloatArray, tailoring: Tailoring) -> FloatArray:
    """Return how far along the upper arm each point lies, in metres from the shoulder, either side."""
    left = points * [0, 1, 1] + np.abs(points) * [1, 0, 0]
    along = tailoring.elbow - tailoring.shoulder
    return np.asarray((left - tailoring.shoulder) @ (along / np.linalg.norm(along)))


def neck_opening(points: FloatArray, tailoring: Tailoring) -> FloatArray:
    """Return the crew neckline's field: above zero on the shirt side, in metres."""
    behind = points[:, 2] - tailoring.neck[2]
    radius = np.hypot(points[:, 0], behind)
    below = tailoring.neck[1] - 0.008 - points[:, 1]
    return np.asarray(np.minimum(1.0, below - 0.36 * behind + 0.40 * (radius - 0.060)))


def shirt(
    points: FloatArray, arm_weight: FloatArray, tailoring: Tailoring, hem_height: float = HEM_ABOVE_HIP
) -> FloatArray:
    """Return the shirt's field, shape `(n,)`; `arm_weight` tells sleeves from flanks.

    `hem_height` is in metres from the hip joints up.
    """
    upper_arm = float(np.linalg.norm(tailoring.elbow - tailoring.shoulder))
    to_cuff = SLEEVE_SHARE * upper_arm - sleeve_length(points, tailoring)
    sleeve = np.where(arm_weight > ARM_SHARE, to_cuff, 0.5)
    hem = points[:, 1] - (tailoring.hip_height + hem_height)
    return np.minimum(np.minimum(hem, sleeve), neck_opening(points, tailoring))


def leggings(
    points: FloatArray, arm_weight: FloatArray, tailoring: Tailoring, hem_height: float = HEM_ABOVE_HIP
) -> FloatArray:
    """Return the leggings' field, shape `(n,)`: up to a little above the hem."""
    cuff = points[:, 1] - (tailoring.ankle_height + ANKLE_CUFF)
    waist = tailoring.hip_height + hem_height + HEM_BELOW_WAIST - points[:, 1]
    return np.where(arm_weight > 0.05, UNCOVERED, np.minimum(cuff, waist))


def hair(points: FloatArray, tailoring: Tailoring) -> FloatArray:
    """Return the hairline's field, shape `(n,)`: m above the line of `HAIRLINES` at each point's turn."""
    beside = np.abs(points[:, 0])
    above, ahead = (points[:, k] - tailoring.eye[k] for k in (1, 2))
    turn = np.degrees(np.arctan2(beside, ahead + SKULL_BEHIND))
    field = above - PchipInterpolator(*HAIRLINES[tailoring.hair])(turn)
    return np.where((above > -0.14) & (beside < 0.125), field, UNCOVERED)
