"""Closed outlines of the regions of a planar map, made of the same smoothed chains as the lines."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from ..body.mesh import FloatArray
from .trace import Chain


def region_loops(
    chains: Sequence[Chain], points: Sequence[FloatArray], regions: frozenset[int]
) -> list[FloatArray]:
    """Return the closed outlines `(n, 2)` px round the union of `regions`, holes included."""
    waiting = {
        number: None
        for number, chain in enumerate(chains)
        if (chain.left in regions) != (chain.right in regions)
    }
    at_node: dict[tuple[int, int], list[int]] = {}
    for number in waiting:
        at_node.setdefault(chains[number].start, []).append(number)
        at_node.setdefault(chains[number].end, []).append(number)
    loops = []
    while waiting:
        number = next(iter(waiting))
        loops.append(_walk_loop(number, chains, points, at_node, waiting))
    return loops


def _walk_loop(
    number: int,
    chains: Sequence[Chain],
    points: Sequence[FloatArray],
    at_node: dict[tuple[int, int], list[int]],
    waiting: dict[int, None],
) -> FloatArray:
    """Return one outline and take its chains off the waiting list."""
    del waiting[number]
    start, node = chains[number].start, chains[number].end
    parts = [points[number]]
    while node != start:
        onward = next((other for other in at_node[node] if other in waiting), None)
        if onward is None:
            break
        del waiting[onward]
        forward = chains[onward].start == node
        parts.append(points[onward][1:] if forward else points[onward][::-1][1:])
        node = chains[onward].end if forward else chains[onward].start
    loop = np.vstack(parts)
    loop[-1] = loop[0]
    return loop
