"""Which way a muscle's fibres run: how far each point lies from one outer fibre towards the other."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

import numpy as np

from ..body.body import Body
from ..body.mesh import FloatArray, IntArray
from .charts import anatomy_of, charted, metric
from .muscles import PATCHES, SIDES, region_coverage, squared_off, unrolled
from .patches import Outline, Region

NEAREST = 1e-6  # m that keep a share defined where two outer fibres meet


@dataclass(frozen=True, eq=False)
class Grain:
    """For points `(p,)`: the share across their bed of fibres, 0 to 1, and the bed's number, -1 for none.

    Points with the same bed and share lie on one fibre.
    """

    share: FloatArray
    bed: IntArray


def grain_of(body: Body, muscle_id: str, side: str, rest_points: FloatArray) -> Grain:
    """Return the grain of a muscle at rest points `(p, 3)` m; every region and side is a bed of its own."""
    anatomy = anatomy_of(body)
    share, best = np.full(len(rest_points), np.nan), np.zeros(len(rest_points))
    bed = np.full(len(rest_points), -1, dtype=np.int64)
    beds = [(sign, region) for sign in SIDES[side] for region in PATCHES[muscle_id].regions if region.grain]
    for number, (sign, region) in enumerate(beds):
        own = rest_points * np.array([sign, 1.0, 1.0])
        amount = region_coverage(region, anatomy, own)
        mine = amount > best
        best[mine], bed[mine] = amount[mine], number
        place, scale = charted(region.chart, anatomy, own[mine]), metric(region.chart, anatomy)
        flat = np.stack([unrolled(region, place.u), place.v], axis=1) * scale
        share[mine] = across(region, flat, scale)
    return Grain(share, bed)


def across(region: Region, flat: FloatArray, scale: FloatArray) -> FloatArray:
    """Return how far flat points `(p, 2)` m lie from a region's first outer fibre to its second, `(p,)`."""
    one, other = (distance(line, flat, scale) + NEAREST for line in region.sides())
    return np.asarray(one / (one + other))


def distance(line: Outline, flat: FloatArray, scale: FloatArray) -> FloatArray:
    """Return the distance in metres of flat points to an open line of chart corners, `(p,)`."""
    corners = np.array(line) * scale
    nearest = np.full(len(flat), np.inf)
    for start, end in pairwise(corners):
        nearest = np.minimum(nearest, squared_off(end - start, flat - start))
    return np.asarray(np.sqrt(nearest))
