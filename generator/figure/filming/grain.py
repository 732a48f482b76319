"""A target's fibres as a browser draws them: for each vertex, between which two fibres it lies."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np

from ..anatomy.charts import anatomy_of, charted, metric
from ..anatomy.grain import across, distance
from ..anatomy.muscles import PATCHES, SIDES, Muscle, region_coverage, unrolled
from ..anatomy.patches import Region
from ..body.body import Body
from ..body.mesh import BoolArray, FloatArray, IntArray, grown_over
from ..drawing.fibres import GAPS, fineness
from .pulls import has_room

STEPS = 15  # of a gap between two fibres; a byte holds 16 gaps
MOST = 16  # gaps in a bed
FEWEST = 2
RINGS = 2  # of neighbours round a patch that get a share too: its rim cuts their faces
SEAM = 0.02  # m between the sides of two beds that meet
SURE = 0.5  # coverage within which a bed's width is measured


def grain_of_vertices(body: Body, muscles: Sequence[Muscle], scale: float, long: float) -> FloatArray:
    """Return where each vertex lies across its bed, `(n,)`: 0 for none, else 1 at its first outer fibre.

    Every further fibre is one more. `scale` is the px of the still a metre, `long` its longer side in px:
    fibres are as far apart as there.
    """
    found, best = np.zeros(len(body.rest)), np.zeros(len(body.rest))
    first = last = 0.0
    listed = list(beds([muscle for muscle in muscles if has_room(muscle, body, scale)]))
    for before, (muscle, sign, region) in zip((None, *listed), listed, strict=False):
        goes_on = before and before[:2] == (muscle, sign) and joined(body, before[2], region)
        first = last if goes_on else 0.0
        own = body.rest * np.array([sign, 1.0, 1.0])
        amount = region_coverage(region, anatomy_of(body), own)
        near = np.flatnonzero(
            grown_over(body.faces, amount > 0, RINGS) & (amount >= best) & ((amount > 0) | (found == 0))
        )
        if not len(near) or not (amount > SURE).any():
            continue
        share = shares(body, region, own[near])
        whole = np.full(len(body.rest), np.nan)
        whole[near] = share
        gap = GAPS[muscle.action] * fineness(long) / scale
        count = np.clip(round(width(body, whole, amount > SURE) / gap), FEWEST, MOST)
        last = min(first + count, MOST)
        found[near], best[near] = 1 + first + share * (last - first), amount[near]
    return found


def joined(body: Body, one: Region, other: Region) -> bool:
    """Return whether `other` begins where `one` ends, so that its fibres are counted on over the seam."""
    if one.chart is not other.chart:
        return False
    scale = metric(one.chart, anatomy_of(body))
    end, start = one.sides()[1], other.sides()[0]
    ways = (distance(near, np.array(far) * scale, scale) for near, far in ((end, start), (start, end)))
    return min(float(np.median(way)) for way in ways) < SEAM


def beds(muscles: Sequence[Muscle]) -> Iterator[tuple[Muscle, float, Region]]:
    """Yield each bed of fibres of the muscles that show any: muscle, side (1 left, -1 right) and region."""
    for muscle in muscles:
        for sign in SIDES[muscle.side] if muscle.action in GAPS else ():
            for region in PATCHES[muscle.name].regions:
                if region.grain:
                    yield muscle, sign, region


def shares(body: Body, region: Region, points: FloatArray) -> FloatArray:
    """Return how far left-side rest points `(p, 3)` m lie across a region's bed, `(p,)` from 0 to 1."""
    anatomy = anatomy_of(body)
    place, scale = charted(region.chart, anatomy, points), metric(region.chart, anatomy)
    return across(region, np.stack([unrolled(region, place.u), place.v], axis=1) * scale, scale)


def width(body: Body, share: FloatArray, inside: BoolArray) -> float:
    """Return the width of a bed in metres, by how fast its `share` grows along edges of faces within."""
    edges: IntArray = np.vstack([body.faces[:, [0, 1]], body.faces[:, [1, 2]], body.faces[:, [2, 0]]])
    edges = edges[inside[edges].all(axis=1) & np.isfinite(share[edges]).all(axis=1)]
    if not len(edges):
        return 0.0
    one, other = edges.T
    slope = abs(share[one] - share[other]) / np.linalg.norm(body.rest[one] - body.rest[other], axis=1)
    steep = np.zeros(len(share))
    for ends in (one, other):
        np.maximum.at(steep, ends, slope)
    return 1 / max(float(np.median(steep[np.unique(edges)])), 1e-6)
