"""Masks grown and shrunk by diamonds, heights by squares: plain slices, far quicker than general filters."""

from __future__ import annotations

from typing import TypeVar

import numpy as np
from numpy.typing import NDArray

from ..body.mesh import BoolArray

Scalar = TypeVar("Scalar", bound=np.generic)
Box = tuple[slice, slice]  # rows and columns


def shrunk(mask: BoolArray, rounds: int = 1) -> BoolArray:
    """Return where every pixel within `rounds` steps is marked; beyond the picture none is."""
    found = np.zeros_like(mask)
    box = box_round(mask)
    part = np.pad(mask[box], 1)
    for _ in range(rounds):
        inner = np.zeros_like(part)
        inner[1:-1, 1:-1] = part[1:-1, 1:-1] & part[:-2, 1:-1] & part[2:, 1:-1]
        inner[1:-1, 1:-1] &= part[1:-1, :-2] & part[1:-1, 2:]
        part = inner
    found[box] = part[1:-1, 1:-1]
    return found


def grown(mask: BoolArray, rounds: int = 1) -> BoolArray:
    """Return where any pixel within `rounds` steps is marked."""
    found = np.zeros_like(mask)
    box = box_round(mask, rounds)
    part = mask[box]
    for _ in range(rounds):
        wider = part.copy()
        wider[1:] |= part[:-1]
        wider[:-1] |= part[1:]
        wider[:, 1:] |= part[:, :-1]
        wider[:, :-1] |= part[:, 1:]
        part = wider
    found[box] = part
    return found


def highest(values: NDArray[Scalar], reach: int = 1) -> NDArray[Scalar]:
    """Return the greatest value in a square of `reach` px to each side."""
    for _ in range(reach):
        down = values.copy()
        np.maximum(down[1:], values[:-1], out=down[1:])
        np.maximum(down[:-1], values[1:], out=down[:-1])
        values = down.copy()
        np.maximum(values[:, 1:], down[:, :-1], out=values[:, 1:])
        np.maximum(values[:, :-1], down[:, 1:], out=values[:, :-1])
    return values


def box_round(mask: BoolArray, rim: int = 0) -> Box:
    """Return the smallest box round what is marked, `rim` px wider on each side but within the picture."""
    rows, columns = np.flatnonzero(mask.any(axis=1)), np.flatnonzero(mask.any(axis=0))
    if not len(rows):
        return slice(0, 0), slice(0, 0)
    top, left = max(int(rows[0]) - rim, 0), max(int(columns[0]) - rim, 0)
    return slice(top, int(rows[-1]) + rim + 1), slice(left, int(columns[-1]) + rim + 1)
