"""Cracks to chains: every crack as two half-edges, linked and numbered along their chains all at once."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np

from ..body.mesh import BoolArray, IntArray

RIGHT, DOWN, LEFT, UP = range(4)
WAYS = 4  # out of a corner


@dataclass(frozen=True, eq=False)
class Cracks:
    """Kinds of the cracks of a padded image: `up[y, x]` lies left of pixel x, `level[y, x]` above it."""

    up: IntArray
    level: IntArray


@dataclass(frozen=True, eq=False)
class _Edges:
    """Half-edges `(h,)` by rising `4 * corner + way out`; corners are numbered row by row."""

    key: IntArray
    kind: IntArray
    back: IntArray  # which half-edge runs the other way
    onward: IntArray  # which one follows; the edge itself where its chain ends

    @property
    def corner(self) -> IntArray:
        """Return the corner that each half-edge leaves."""
        return self.key // WAYS


def walk_chains(cracks: Cracks) -> list[tuple[IntArray, IntArray]]:
    """Return corner points `(n, 2)` and crack kinds `(n - 1,)` of every chain, open ones before rings.

    Of the two ways along a chain it is the one that starts at the upper, then the left corner.
    """
    width = cracks.up.shape[1] + 1
    edges = _linked(cracks, width)
    if not len(edges.key):
        return []
    edges, ring = _cut_rings(edges)
    first, last, rank = _ranked(edges)
    order = np.flatnonzero(first <= edges.back[last])
    order = order[np.lexsort((-rank[order], first[order], ring[order]))]
    stops = np.flatnonzero(rank[order] == 0) + 1
    corners = np.insert(edges.corner[order], stops, edges.corner[edges.back[last[order[stops - 1]]]])
    points = np.stack([corners % width, corners // width], axis=1)
    paths = np.split(points, (stops + np.arange(1, len(stops) + 1))[:-1])
    return list(zip(paths, np.split(edges.kind[order], stops[:-1]), strict=True))


def _linked(cracks: Cracks, width: int) -> _Edges:
    """Return all half-edges of the cracks, linked where just two leave a corner."""
    level, up = np.flatnonzero(cracks.level), np.flatnonzero(cracks.up)
    across, down = (place // (width - 1) * width + place % (width - 1) for place in (level, up))
    there = np.concatenate([WAYS * across + RIGHT, WAYS * down + DOWN])
    return_ = np.concatenate([WAYS * (across + 1) + LEFT, WAYS * (down + width) + UP])
    kind = np.concatenate([cracks.level.ravel()[level], cracks.up.ravel()[up]]).astype(np.int64)
    key, count = np.concatenate([there, return_]), len(there)
    order = np.argsort(key, kind="stable")
    place = np.empty(2 * count, dtype=np.int64)
    place[order] = np.arange(2 * count)
    key, back = key[order], place[(order + count) % max(2 * count, 1)]
    return _Edges(key, np.tile(kind, 2)[order], back, _onward(key // WAYS, back))


def _onward(corner: IntArray, back: IntArray) -> IntArray:
    """Return which half-edge follows each: the other of the two that leave the corner it comes to."""
    here = np.arange(len(corner))
    opening = np.flatnonzero(np.diff(corner, prepend=-1))
    counts = np.diff(opening, append=len(corner))
    other = 2 * np.repeat(opening, counts) + 1 - here
    return np.where(np.repeat(counts == 2, counts)[back], other[back], here)


def _cut_rings(edges: _Edges) -> tuple[_Edges, BoolArray]:
    """Return the edges with each ring cut before its first one, and which edges are in a ring."""
    least, far = np.arange(len(edges.key)), edges.onward
    for _ in range(len(least).bit_length()):
        least, far = np.minimum(least, least[far]), far[far]
    ring = edges.onward[far] != far
    here = np.arange(len(least))
    closing = ring & (edges.onward == least)
    return replace(edges, onward=np.where(closing, here, edges.onward)), ring


def _ranked(edges: _Edges) -> tuple[IntArray, IntArray, IntArray]:
    """Return the first and the last edge of each chain, for every edge, and how many follow it."""
    here = np.arange(len(edges.key))
    last, rank = edges.onward, (edges.onward != here).astype(np.int64)
    for _ in range(int(rank.sum()).bit_length()):
        rank, last = rank + rank[last], last[last]
    begins = np.ones(len(here), dtype=bool)
    begins[edges.onward[edges.onward != here]] = False
    first = np.empty_like(here)
    first[last[begins]] = here[begins]
    return first[last], last, rank
