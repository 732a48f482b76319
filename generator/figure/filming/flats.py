"""What lies flat in a figure's room and is seen from one side alone: floors, shadows of feet, boards."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np

from ..body.mesh import FloatArray
from ..drawing.ground import floors, shadows_of, walls_of
from ..posing.pose import Posed
from ..things.solids import Solid

UP = np.array([0.0, 1.0, 0.0])
STILL = 1e-6  # m that a thing may move and count as still
FLOOR, SHADOW, BOARD = ("floor", 0.08), ("shade", 0.13), ("wall dark", 1.0)  # ink, and how much of it covers


def flats_of(frames: Sequence[Posed], feet: FloatArray) -> list[list[object]]:
    """Return the ink, the share of it and the triangles of each flat, their corners' x, y, z in turn (m).

    `feet` are what stands on the floor in any frame, `(n, 3)` m. Corners go round against the clock for
    whoever sees the flat.
    """
    first = frames[0]
    found = [(FLOOR, ring, UP) for ring in floors(first, feet)]
    found += [(SHADOW, ring, UP) for solid in _still(frames) for ring in shadows_of(solid)]
    found += [(BOARD, wall.skirting(), wall.out) for wall in walls_of(first, feet)]
    return [
        [*look, [round(float(x), 3) for x in _fan(_facing(ring, out)).ravel()]] for look, ring, out in found
    ]


def _still(frames: Sequence[Posed]) -> Iterator[Solid]:
    """Yield the things that stand where they are in all frames."""
    for solid in frames[0].solids:
        same = [each for frame in frames for each in frame.solids if each.name == solid.name]
        if all(alike(solid, each) for each in same):
            yield solid


def alike(one: Solid, other: Solid) -> bool:
    """Return whether two shapes lie in the same place."""
    return one.vertices.shape == other.vertices.shape and bool(
        np.abs(one.vertices - other.vertices).max() < STILL
    )


def _fan(ring: FloatArray) -> FloatArray:
    """Return the corners of a convex ring as triangles."""
    return np.array([ring[[0, k, k + 1]] for k in range(1, len(ring) - 1)])


def _facing(ring: FloatArray, out: FloatArray) -> FloatArray:
    """Return the corners of a flat ring in the order that goes round against the clock, seen from `out`."""
    area = sum(np.cross(one, other) @ out for one, other in zip(ring, np.roll(ring, -1, axis=0), strict=True))
    return ring if area > 0 else ring[::-1]
