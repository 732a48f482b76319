"""Thin outlines of the shoulder blades, which clothes hide, for figures about the muscles that move them."""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np

from .body import Body, Material
from .charts import anatomy_of
from .contour import mask_loops
from .drafts import Draft, closed_draft
from .muscles import region_coverage
from .patches import back
from .pixels import Pixels
from .target import HALF, STEP, Muscle

BLADE_MUSCLES = frozenset(
    {"rhomboids", "middle-trapezius", "lower-trapezius", "serratus-anterior"}
) | frozenset({"rotator-cuff", "levator-scapulae"})
BLADE = back(
    (6.0, 0.075), (6.4, 0.13), (6.7, 0.22), (7.2, 0.30), (8.0, 0.315), (9.0, 0.29),
    (12.0, 0.215), (14.8, 0.155), (15.0, 0.125), (12.0, 0.10), (8.6, 0.07), (7.0, 0.06),
)  # fmt: skip
"""Upper corner at T2, inner border 6-7 cm from the midline, lower tip at T7 (surface marks of Gray)."""
LEAST = 700.0  # px²; a blade seen smaller than this is not drawn
BLADE_TOLERANCE = 1.2  # px


def blade_drafts(pixels: Pixels, body: Body, muscles: Iterable[Muscle]) -> list[Draft]:
    """Return the outlines of the blades as far as they are seen, if `muscles` are about them."""
    if not BLADE_MUSCLES & {muscle.name for muscle in muscles}:
        return []
    every = slice(None, None, STEP)
    shirt = pixels.material[every, every] == Material.SHIRT
    rest = pixels.rest[every, every][shirt].astype(float)
    loops = []
    for sign in (1.0, -1.0):
        seen = np.zeros(shirt.shape, dtype=bool)
        seen[shirt] = region_coverage(BLADE, anatomy_of(body), rest * np.array([sign, 1.0, 1.0])) > HALF
        loops += [loop * STEP for loop in mask_loops(seen, 4.0, LEAST / STEP**2)]
    return [closed_draft("f-blade", loops, BLADE_TOLERANCE)]
