"""A few light lines in the hair that lead from the hairline to bun or whorl, so that a head has a front."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache

import numpy as np

from .body import Body, Material
from .face import SAMPLES, Stroke, bezier, pinned
from .mesh import FloatArray
from .rotation import unit

Curve = tuple[tuple[float, float, float], ...]  # Bezier points: directions from the skull's middle
SKULL = (0.02, -0.09)  # m above and ahead of the eye: where the directions start
FACING = 0.22  # least cosine to the viewer
PEN = 0.0024  # m
NEAR = 0.94  # cosine: only hair within 20 degrees of a direction is looked through

STRANDS: Mapping[str, tuple[Curve, ...]] = {  # aside, up, ahead; those with an aside are drawn on both sides
    "bun": (
        ((0.14, 0.66, 0.70), (0.16, 1.00, 0.30), (0.06, 1.00, -0.06)),  # the parting, on one side
        ((0.46, 0.66, 0.56), (0.56, 0.96, 0.10), (0.30, 0.96, -0.16)),
        ((0.92, 0.24, 0.16), (0.90, 0.60, -0.16), (0.44, 0.74, -0.40)),
        ((0.46, -0.48, -0.75), (0.62, 0.05, -0.85), (0.34, 0.42, -0.80)),
    ),
    "crop": (
        ((0.10, 0.80, 0.62), (0.14, 1.00, 0.20), (0.12, 0.98, -0.30)),
        ((0.50, 0.72, 0.46), (0.62, 0.90, 0.00), (0.36, 0.84, -0.46)),
        ((0.80, 0.30, -0.50), (0.66, 0.56, -0.62), (0.36, 0.66, -0.68)),
        ((0.26, -0.05, -1.00), (0.24, 0.30, -0.96), (0.14, 0.50, -0.84)),
    ),
    "thin": (
        ((0.10, 0.92, 0.36), (0.14, 1.00, 0.10), (0.12, 0.98, -0.30)),
        ((0.50, 0.86, 0.10), (0.62, 0.90, -0.10), (0.36, 0.84, -0.46)),
        ((0.80, 0.30, -0.50), (0.66, 0.56, -0.62), (0.36, 0.66, -0.68)),
        ((0.26, -0.05, -1.00), (0.24, 0.30, -0.96), (0.14, 0.50, -0.84)),
    ),
}
MIDDLE = 0.2  # aside under which a strand is drawn once
BUN_WAY, BUN_REACH = (0.0, 0.80, -0.60), 12.5  # where a bun sits, and degrees from there to its rim


@lru_cache(maxsize=4)
def hair_strokes(body: Body) -> tuple[Stroke, ...]:
    """Return the strands of `body`'s haircut as `STRANDS` has them."""
    curves = STRANDS[body.tailoring.hair]
    both = [curve for curve in curves if curve[0][0] >= MIDDLE]
    once = [curve for curve in curves if curve[0][0] < MIDDLE]
    ways = [bezier(curve) for curve in (*once, *both)] + [bezier(curve) * [-1, 1, 1] for curve in both]
    if body.tailoring.hair == "bun":
        ways.append(bun_rim())
    return tuple(strand(body, way) for way in ways)


def bun_rim() -> FloatArray:
    """Return the directions round the rim of a bun, `(SAMPLES, 3)`."""
    turn = np.linspace(0, 2 * np.pi, SAMPLES)[:, None]
    across, up, out = outward_axes(np.array(BUN_WAY))
    aside = np.cos(turn) * across + np.sin(turn) * up
    return np.asarray(out + np.tan(np.radians(BUN_REACH)) * aside)


def strand(body: Body, ways: FloatArray) -> Stroke:
    """Return the stroke on the outermost hair seen from the skull's middle along `ways` `(k, 3)`."""
    middle = np.array([0.0, body.eye[1] + SKULL[0], body.eye[2] + SKULL[1]])
    candidates = np.flatnonzero(body.material == Material.HAIR)
    corners = body.rest[body.faces[candidates]] - middle
    outward = unit(corners.mean(axis=1))
    chosen, weights = [], []
    for way in unit(ways):
        near = np.flatnonzero(outward @ way > NEAR)
        best, shares = pinned(corners[near] @ outward_axes(way).T, np.zeros(2))
        chosen.append(near[best])
        weights.append(shares)
    return Stroke("strand", candidates[chosen], np.array(weights), PEN, FACING, Material.HAIR)


def outward_axes(way: FloatArray) -> FloatArray:
    """Return two axes across `way` and its own direction, `(3, 3)` rows."""
    out = unit(way)
    across = unit(np.cross([0.31, 0.17, 0.93], out))
    return np.stack([across, np.cross(out, across), out])
