"""Where shirt, leggings and hair end: scalar fields of the rest position, above zero where they cover."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from .mesh import FloatArray

SLEEVE_SHARE = 0.66  # of the upper arm, shoulder to elbow
HEM_BELOW_WAIST = 0.014  # m that the shirt hem overlaps the leggings
HEM_ABOVE_HIP = 0.031  # m from the hip joints up to the hem of the shirt as it is worn, which contacts know
HEM_DRAWN = 0.065  # the same as it is drawn: shorter, so that hips and buttocks are not hidden in its folds
ANKLE_CUFF = 0.075  # m from the ankle joint up to the leggings' cuff
UNCOVERED = -1.0  # field value far from any garment
RECEDED = (0.012, 0.10)  # m a thin hairline starts higher, and its fall towards the temples
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
    """Return the hairline's field, shape `(n,)`, for a close cut with free ears and nape."""
    beside = np.abs(points[:, 0])
    above, ahead = (points[:, k] - tailoring.eye[k] for k in (1, 2))
    high, corner = RECEDED if tailoring.hair == "thin" else (0.0, 0.16)
    brow = 0.066 + high - corner * np.maximum(beside - 0.030, 0) - 0.9 * np.maximum(beside - 0.058, 0)
    forehead = above - brow
    temple = -(ahead + 0.050) + 0.55 * np.maximum(above, -0.02)
    around_ear = above - 0.014 + np.maximum(0, -(ahead + 0.098)) * 2.6
    nape = np.minimum(-(ahead + 0.135), above + 0.088)
    field = np.maximum(np.maximum(forehead, np.minimum(temple, around_ear)), nape)
    return np.where((above > -0.14) & (beside < 0.125), field, UNCOVERED)
