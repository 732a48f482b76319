"""The fold under each kneecap, by which a bent knee is known when thigh or shin points at the viewer."""

from __future__ import annotations

from functools import lru_cache

import numpy as np

from .body import Body, Material
from .face import Curve, Stroke, bezier, glued
from .mesh import FloatArray

FOLD: Curve = ((-0.034, 0.006), (-0.030, -0.036), (0.030, -0.036), (0.034, 0.006))
"""The lower rim of the kneecap, across and up from the middle of the knee in metres."""
AROUND = 0.08  # m round the middle of the knee in which the fold lies
FACING = 0.3  # least cosine to the viewer
SIDES = {"left": ".L", "right": ".R"}


@lru_cache(maxsize=4)
def knee_strokes(body: Body) -> dict[str, Stroke]:
    """Return the fold of each knee of `body`, by side."""
    return {side: _fold(body, body.head[body.joint(f"lowerleg01{suffix}")]) for side, suffix in SIDES.items()}


def _fold(body: Body, middle: FloatArray) -> Stroke:
    centres = body.rest[body.faces].mean(axis=1)
    near = (np.abs(centres - middle)[:, :2] < AROUND).all(axis=1) & (centres[:, 2] > middle[2])
    flat = bezier(FOLD) + middle[:2]
    return glued(body, "knee", flat, 0.0, near, (0, 1, 2), FACING, material=Material.LEGGINGS)
