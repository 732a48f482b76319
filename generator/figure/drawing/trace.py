"""Region image to planar map: the cracks between unlike pixels, and the chains they make."""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum

import numpy as np
from numpy.typing import NDArray

from ..body.mesh import BoolArray, IntArray
from ..seeing.assembly import HAND_GAP, HEAD_GAP, MATERIALS
from ..seeing.pixels import PAPER, Pixels
from .walks import Cracks, walk_chains

DEPTH_GATE = 0.0025  # m; a rest-position jump without this depth jump is only grazing light
WELL_BEFORE = 0.11  # m of depth behind a line from which it is drawn heavier
DEPTH_JUMP = 0.045  # m; an edge whatever the rest positions say
LEAST_GAP = 0.9 * min(HAND_GAP, HEAD_GAP)  # m; closer rest positions never make an edge
WIDE_JUMP = 3.0  # times the rest gap that needs no depth gate
FINGER_JUMP, FINGER_LIMIT = 1.3, 0.011  # the same between fingers, and m that their gap stays under
SPUR = 16  # px; shorter occlusion lines with a loose end are noise
LOOSE_SPUR = 22  # px; the same with two loose ends
SMALL_RING = 56  # px; shorter closed occlusion lines are noise: a knot at the end of a fold
PRUNING_ROUNDS = 3


class Kind(IntEnum):
    """Why two neighbouring pixels differ."""

    NONE = 0
    SILHOUETTE = 1  # person against paper or prop
    OCCLUSION = 2  # one part of the person before another
    BORDER = 3  # where a garment or the hair ends
    TINT = 4  # only the far-limb tint changes: no line
    PROP = 5  # prop against paper or another prop
    FINE = 6  # occlusion within hands and face
    BEFORE = 7  # one part of the person well before another
    UNDER = 9  # person against paper or prop below it: no crack has it, lines get it afterwards
    RIM = 8  # a hand, a foot or the face against whatever lies behind it: small forms take a lighter line


OCCLUSIONS = (Kind.OCCLUSION, Kind.FINE, Kind.BEFORE)


@dataclass(frozen=True, eq=False)
class Chain:
    """A run of cracks between two nodes: corners `(n, 2)` px, the kind of each crack, regions either side."""

    points: IntArray
    kinds: IntArray  # (n - 1,)
    left: int
    right: int

    @property
    def start(self) -> tuple[int, int]:
        """Return the first node."""
        return int(self.points[0, 0]), int(self.points[0, 1])

    @property
    def end(self) -> tuple[int, int]:
        """Return the last node; equal to the first for a closed chain."""
        return int(self.points[-1, 0]), int(self.points[-1, 1])


def trace_chains(pixels: Pixels, plain: BoolArray | None = None) -> list[Chain]:
    """Return the planar map of `pixels` without spurs, in a fixed order.

    `plain` are pixels between which nothing hides another: no line parts them.
    """
    cracks = find_cracks(pixels, plain)
    padded = np.pad(pixels.region, 1, constant_values=PAPER)
    chains = walk_chains(cracks)
    for _ in range(PRUNING_ROUNDS):
        noise = _noise(chains)
        if not noise:
            break
        for chain in noise:
            _erase(cracks, chain)
        chains = walk_chains(cracks)
    return [Chain(points - 1, kinds, *_sides(padded, points)) for points, kinds in chains]


def find_cracks(pixels: Pixels, plain: BoolArray | None = None) -> Cracks:
    """Return the kind of every crack, the picture's edge counted as paper that needs no line."""
    height, width = pixels.region.shape
    up = np.zeros((height + 2, width + 2), dtype=np.uint8)
    level = np.zeros_like(up)
    up[1:-1, 1:-1], level[1:-1, 1:-1] = _kinds(pixels, 1, plain), _kinds(pixels, width, plain)
    drawn = np.where(pixels.region == PAPER, Kind.NONE, Kind.TINT)
    up[1:-1, 1], up[1:-1, -1] = drawn[:, 0], drawn[:, -1]
    level[1, 1:-1], level[-1, 1:-1] = drawn[0], drawn[-1]
    return Cracks(up, level)


def _kinds(pixels: Pixels, back: int, plain: BoolArray | None) -> NDArray[np.uint8]:
    """Return the kinds of the cracks between each pixel and that `back` places before it, row by row."""
    region, person = pixels.region.ravel(), pixels.figure.ravel()
    kinds = np.zeros(region.size, dtype=np.uint8)
    unlike = region[back:] != region[:-back]
    some = person[back:] | person[:-back]
    kinds[back:][unlike & ~some] = Kind.PROP
    kinds[back:][person[back:] != person[:-back]] = Kind.SILHOUETTE
    small = (pixels.detail & pixels.figure).ravel()
    kinds[back:][(person[back:] != person[:-back]) & (small[back:] | small[:-back])] = Kind.RIM
    inner = person[back:] & person[:-back]
    one = np.flatnonzero(inner & (unlike | _stepped(pixels, back))) + back
    other = one - back
    apart = _apart(pixels, one, other)
    if plain is not None:
        apart &= ~(plain.ravel()[one] & plain.ravel()[other])
    inside = np.where(apart, _occlusion(pixels, one, other), Kind.NONE)
    a, b = region[one], region[other]
    border = np.where(a % MATERIALS == b % MATERIALS, Kind.TINT, Kind.BORDER)
    kinds[one] = np.where((inside == Kind.NONE) & (a != b), border, inside)
    return np.asarray(kinds.reshape(pixels.region.shape))


def _stepped(pixels: Pixels, back: int) -> BoolArray:
    """Return whether each pixel may lie apart from that `back` places before it: a quick test for all."""
    rest, depth = pixels.rest.reshape(-1, 3), pixels.depth.ravel()
    way = rest[back:] - rest[:-back]
    way *= way
    far = way[:, 0] + way[:, 1] + way[:, 2] > LEAST_GAP**2
    return np.asarray(far | (np.abs(depth[back:] - depth[:-back]) > DEPTH_JUMP))


def _apart(pixels: Pixels, one: IntArray, other: IntArray) -> BoolArray:
    """Return whether neighbouring pixels, numbered row by row, show places that lie apart on the body."""
    rest, depth, gap = pixels.rest.reshape(-1, 3), pixels.depth.ravel(), pixels.gap.ravel()
    across, down, ahead = (rest.take(one, axis=0) - rest.take(other, axis=0)).T
    jump = across**2 + down**2 + ahead**2
    step = np.abs(depth[one] - depth[other])
    limit = np.minimum(gap[one], gap[other]) ** 2
    wide = np.where(limit < FINGER_LIMIT**2, FINGER_JUMP, WIDE_JUMP) ** 2
    near = (jump > limit) & ((step > DEPTH_GATE) | (jump > wide * limit))
    return np.asarray(near | (step > DEPTH_JUMP))


def _occlusion(pixels: Pixels, one: IntArray, other: IntArray) -> IntArray:
    """Return the kind of line an occlusion between neighbouring pixels makes."""
    gap, depth = pixels.gap.ravel(), pixels.depth.ravel()
    within = np.where(np.maximum(gap[one], gap[other]) <= HEAD_GAP, Kind.FINE, Kind.OCCLUSION)
    nearer = np.where(depth[one] < depth[other], one, other)
    before = np.where(pixels.detail.ravel()[nearer], Kind.RIM, Kind.BEFORE)
    return np.where(np.abs(depth[one] - depth[other]) > WELL_BEFORE, before, within)


def _noise(chains: list[tuple[IntArray, IntArray]]) -> list[IntArray]:
    """Return the points of the chains that are too short to be meant."""
    if not chains:
        return []
    lengths = np.array([len(kinds) for _, kinds in chains])
    starts = np.cumsum(lengths) - lengths
    kinds = np.concatenate([kinds for _, kinds in chains])
    inner = np.logical_and.reduceat(np.isin(kinds, OCCLUSIONS), starts)
    ends = np.array([(points[0], points[-1]) for points, _ in chains]) @ np.array([1, 1 << 20])
    unique, counts = np.unique(ends, return_counts=True)
    loose = (counts[np.searchsorted(unique, ends)] == 1).sum(axis=1)
    limit = np.where(ends[:, 0] == ends[:, 1], SMALL_RING, np.array([0, SPUR, LOOSE_SPUR])[loose])
    return [chains[k][0] for k in np.flatnonzero(inner & (lengths + 1 < limit)).tolist()]


def _erase(cracks: Cracks, points: IntArray) -> None:
    """Clear the cracks along `points` in place."""
    low = np.minimum(points[:-1], points[1:])
    level: BoolArray = points[:-1, 1] == points[1:, 1]
    cracks.level[low[level, 1], low[level, 0]] = Kind.NONE
    cracks.up[low[~level, 1], low[~level, 0]] = Kind.NONE


def _sides(region: IntArray, points: IntArray) -> tuple[int, int]:
    """Return the regions left and right of the middle crack of `points`, corners of the padded image."""
    middle = max(len(points) // 2, 1)
    (x, y), (to_x, to_y) = points[middle - 1].tolist(), points[middle].tolist()
    step_x, step_y = to_x - x, to_y - y
    pairs = {
        (1, 0): ((y - 1, x), (y, x)),
        (-1, 0): ((y, x - 1), (y - 1, x - 1)),
        (0, 1): ((y, x), (y, x - 1)),
        (0, -1): ((y - 1, x - 1), (y - 1, x)),
    }
    left, right = pairs[(step_x, step_y)]
    return int(region[left]), int(region[right])
