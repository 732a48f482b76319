"""Region image to planar map: the cracks between unlike pixels, walked into chains."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import IntEnum

import numpy as np
from numpy.typing import NDArray

from .assembly import HEAD_GAP, MATERIALS
from .mesh import BoolArray, IntArray
from .pixels import PAPER, Pixels

DEPTH_GATE = 0.0025  # m; a rest-position jump without this depth jump is only grazing light
DEPTH_JUMP = 0.045  # m; an edge whatever the rest positions say
WIDE_JUMP = 3.0  # times the rest gap that needs no depth gate
SPUR = 16  # px; shorter occlusion lines with a loose end are noise
LOOSE_SPUR = 22  # px; the same with two loose ends
SMALL_RING = 26  # px; shorter closed occlusion lines are noise
PRUNING_ROUNDS = 3
RIGHT, DOWN, LEFT, UP = range(4)
ONWARD = ((1, 2, 3), (0, 2, 3), (0, 1, 3), (0, 1, 2))  # ways out of a corner entered from each way


class Kind(IntEnum):
    """Why two neighbouring pixels differ."""

    NONE = 0
    SILHOUETTE = 1  # person against paper or prop
    OCCLUSION = 2  # one part of the person before another
    BORDER = 3  # where a garment or the hair ends
    TINT = 4  # only the far-limb tint changes: no line
    PROP = 5  # prop against paper or another prop
    FINE = 6  # occlusion within hands and face


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


@dataclass(frozen=True, eq=False)
class Cracks:
    """Kinds of the cracks of a padded image: `up[y, x]` lies left of pixel x, `level[y, x]` above it."""

    up: IntArray
    level: IntArray


def trace_chains(pixels: Pixels) -> list[Chain]:
    """Return the planar map of `pixels` without spurs, in a fixed order."""
    cracks = find_cracks(pixels)
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


def find_cracks(pixels: Pixels) -> Cracks:
    """Return the kind of every crack, the picture's edge counted as paper that needs no line."""
    height, width = pixels.region.shape
    up = np.zeros((height + 2, width + 2), dtype=np.uint8)
    level = np.zeros_like(up)
    up[1:-1, 1:-1], level[1:-1, 1:-1] = _kinds(pixels, 1), _kinds(pixels, width)
    drawn = np.where(pixels.region == PAPER, Kind.NONE, Kind.TINT)
    up[1:-1, 1], up[1:-1, -1] = drawn[:, 0], drawn[:, -1]
    level[1, 1:-1], level[-1, 1:-1] = drawn[0], drawn[-1]
    return Cracks(up, level)


def _kinds(pixels: Pixels, back: int) -> NDArray[np.uint8]:
    """Return the kinds of the cracks between each pixel and that `back` places before it, row by row."""
    region, person = pixels.region.ravel(), pixels.figure.ravel()
    kinds = np.zeros(region.size, dtype=np.uint8)
    unlike = region[back:] != region[:-back]
    kinds[back:][unlike & ~person[back:] & ~person[:-back]] = Kind.PROP
    kinds[back:][person[back:] != person[:-back]] = Kind.SILHOUETTE
    one = np.flatnonzero(person[back:] & person[:-back]) + back
    other = one - back
    inside = np.where(_apart(pixels, one, other), _occlusion(pixels, one, other), Kind.NONE)
    a, b = region[one], region[other]
    border = np.where(a % MATERIALS == b % MATERIALS, Kind.TINT, Kind.BORDER)
    kinds[one] = np.where((inside == Kind.NONE) & (a != b), border, inside)
    return np.asarray(kinds.reshape(pixels.region.shape))


def _apart(pixels: Pixels, one: IntArray, other: IntArray) -> BoolArray:
    """Return whether neighbouring pixels, numbered row by row, show places that lie apart on the body."""
    rest, depth, gap = pixels.rest.reshape(-1, 3), pixels.depth.ravel(), pixels.gap.ravel()
    across, down, ahead = (rest.take(one, axis=0) - rest.take(other, axis=0)).T
    jump = across**2 + down**2 + ahead**2
    step = np.abs(depth[one] - depth[other])
    limit = np.minimum(gap[one], gap[other]) ** 2
    near = (jump > limit) & ((step > DEPTH_GATE) | (jump > WIDE_JUMP**2 * limit))
    return np.asarray(near | (step > DEPTH_JUMP))


def _occlusion(pixels: Pixels, one: IntArray, other: IntArray) -> IntArray:
    """Return the kind of line an occlusion between neighbouring pixels makes."""
    gap = pixels.gap.ravel()
    return np.where(np.maximum(gap[one], gap[other]) <= HEAD_GAP, Kind.FINE, Kind.OCCLUSION)


def walk_chains(cracks: Cracks) -> list[tuple[IntArray, IntArray]]:
    """Return corner points `(n, 2)` and crack kinds `(n - 1,)` of every chain, open ones first."""
    exits = _exits(cracks)
    width = cracks.up.shape[1] + 1
    degree = np.add.reduce([exits[..., way] > 0 for way in range(4)], dtype=np.uint8).ravel()
    walker = _Walker(exits.tobytes(), degree.tobytes(), width)
    nodes = np.flatnonzero((degree > 0) & (degree != 2))
    walks = [walk for node in nodes.tolist() for walk in walker.from_node(node)]
    walks += [walk for node in walker.unwalked(degree == 2) for walk in walker.from_node(node)]
    return [(_corners(walk, width), kinds) for walk, kinds in walks]


def _exits(cracks: Cracks) -> IntArray:
    """Return for every corner the kind of the crack that leaves it right, down, left and up."""
    height, width = cracks.up.shape
    exits = np.zeros((height + 1, width + 1, 4), dtype=np.uint8)
    exits[:height, :width, RIGHT] = cracks.level
    exits[:height, 1:, LEFT] = cracks.level
    exits[:height, :width, DOWN] = cracks.up
    exits[1:, :width, UP] = cracks.up
    return exits


class _Walker:
    """Walks each crack once; corners are numbered row by row."""

    def __init__(self, exits: bytes, degree: bytes, width: int) -> None:
        self.exits, self.degree = exits, degree
        self.used = bytearray(len(exits))
        self.steps = (1, width, -1, -width)

    def unwalked(self, wanted: BoolArray) -> Iterator[int]:
        """Yield the `wanted` nodes no chain has passed yet, at the time each is asked for."""
        passed = np.frombuffer(bytes(self.used), dtype=np.uint32) != 0
        for node in np.flatnonzero(wanted & ~passed).tolist():
            if not any(self.used[4 * node : 4 * node + 4]):
                yield node

    def from_node(self, node: int) -> list[tuple[list[int], IntArray]]:
        """Return the unwalked chains that leave `node`."""
        found = []
        for way in range(4):
            if self.exits[4 * node + way] and not self.used[4 * node + way]:
                found.append(self._walk(node, way))
        return found

    def _walk(self, start: int, way: int) -> tuple[list[int], IntArray]:
        exits, degree, used, steps = self.exits, self.degree, self.used, self.steps
        node, path, kinds = start, [start], bytearray()
        while True:
            place = 4 * node + way
            kinds.append(exits[place])
            used[place] = 1
            node += steps[way]
            base, back = 4 * node, (way + 2) & 3
            used[base + back] = 1
            path.append(node)
            if degree[node] != 2 or node == start:
                return path, np.frombuffer(bytes(kinds), dtype=np.uint8).astype(np.int64)
            for way in ONWARD[back]:
                if exits[base + way]:
                    break


def _corners(walk: Sequence[int], width: int) -> IntArray:
    """Return the px of numbered corners."""
    numbers = np.array(walk, dtype=np.int64)
    return np.stack([numbers % width, numbers // width], axis=1)


def _noise(chains: list[tuple[IntArray, IntArray]]) -> list[IntArray]:
    """Return the points of the chains that are too short to be meant."""
    ends = (
        np.vstack([points[[0, -1]] for points, _ in chains]) if chains else np.zeros((0, 2), dtype=np.int64)
    )
    keys = ends @ np.array([1, 1 << 20])
    unique, counts = np.unique(keys, return_counts=True)
    loose = (counts[np.searchsorted(unique, keys)] == 1).reshape(-1, 2).sum(axis=1)
    found = []
    for (points, kinds), free in zip(chains, loose.tolist(), strict=True):
        inner = bool(((kinds == Kind.OCCLUSION) | (kinds == Kind.FINE)).all())
        ring = bool((points[0] == points[-1]).all())
        limit = SMALL_RING if ring else (0, SPUR, LOOSE_SPUR)[free]
        if inner and len(points) < limit:
            found.append(points)
    return found


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
