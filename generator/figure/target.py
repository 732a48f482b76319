"""Where the painted muscles show on the person, as patch outlines and hatch lines."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np

from generator.model.words import suggestion

from .body import Body, Material
from .contour import blurred_within, mask_loops
from .drafts import Draft, closed_draft
from .mesh import BoolArray, FloatArray
from .muscles import PATCHES, SIDES, coverage
from .pixels import Pixels
from .svg import open_lines

STEP = 2  # px between tested points
HALF = 0.5  # coverage that counts as painted
BLUR = 1.5  # grid points
KEPT = 0.7  # share of a patch that rounding may not take away: thin strips stay sharp
SMALLEST = 40.0  # px²; smaller scraps of a patch are not painted
PATCH_TOLERANCE = 1.4  # px
HATCH_GAP = 13  # px between hatch lines, measured along the picture's rows
SHORTEST_HATCH = 7.0  # px


@dataclass(frozen=True)
class Muscle:
    """One painted muscle: its vocabulary id and "left", "right" or "both"."""

    name: str
    side: str

    @property
    def deep(self) -> bool:
        """Return whether it lies under others and is drawn as if seen through."""
        return PATCHES[self.name].deep


@dataclass(frozen=True, eq=False)
class Target:
    """The drafts of the painted muscles and the pixels they cover."""

    drafts: tuple[Draft, ...]
    mask: BoolArray


def parse_muscle(text: str) -> Muscle:
    """Return the muscle named in content, such as "rhomboids right"; both sides unless one is said.

    ValueError for a muscle or a side that does not exist.
    """
    name, _, side = text.strip().partition(" ")
    if name not in PATCHES:
        raise ValueError(f"target: there is no muscle '{name}'{suggestion(name, PATCHES)}")
    if side not in ("", *SIDES):
        raise ValueError(f"target: '{text}': the side is left, right or both")
    return Muscle(name, side or "both")


def paint_target(pixels: Pixels, body: Body, muscles: Sequence[Muscle]) -> Target:
    """Return the patches of `muscles` as far as they are seen."""
    mask = np.zeros(pixels.region.shape, dtype=bool)
    surface: list[FloatArray] = []
    hatched: list[FloatArray] = []
    drafts: list[Draft] = []
    for muscle in muscles:
        seen = muscle_mask(pixels, body, muscle)
        loops = [loop * STEP for loop in mask_loops(seen, 3.0, SMALLEST / STEP**2)]
        (hatched if muscle.deep else surface).extend(loops)
        full = _full_size(seen, mask)
        drafts.append(
            Draft("f-deep-hatch" if muscle.deep else "f-hatch", (), exact=open_lines(hatch_lines(full)))
        )
        mask |= full
    patches = [
        closed_draft("f-target", surface, PATCH_TOLERANCE),
        closed_draft("f-deep", hatched, PATCH_TOLERANCE),
    ]
    return Target((*patches, *drafts), mask)


def _full_size(seen: BoolArray, like: BoolArray) -> BoolArray:
    """Return a mask of every STEP-th row and column as one of full size."""
    rows, columns = (np.arange(side) // STEP for side in like.shape)
    return np.asarray(seen[np.ix_(rows, columns)])


def muscle_mask(pixels: Pixels, body: Body, muscle: Muscle) -> BoolArray:
    """Return which points of every STEP-th row and column show `muscle`."""
    every = slice(None, None, STEP)
    material = pixels.material[every, every]
    person = (material >= 0) & (muscle.deep | (material != Material.HAIR))
    rest = pixels.rest[every, every][person].astype(float)
    amount = np.zeros(person.shape)
    amount[person] = coverage(body, muscle.name, muscle.side, rest)
    sharp = np.asarray(amount > HALF)
    if not sharp.any():
        return sharp
    soft = np.asarray(person & (blurred_within(amount, person, BLUR) > HALF))
    return soft if soft.sum() > KEPT * sharp.sum() else sharp


def hatch_lines(mask: BoolArray) -> list[FloatArray]:
    """Return the stretches `(2, 2)` px of rising diagonals that lie in `mask`."""
    rows = np.flatnonzero(mask.any(axis=1))
    if not len(rows):
        return []
    height, width = mask.shape
    lines = []
    for total in range(HATCH_GAP // 2, height + width, HATCH_GAP):
        x = np.arange(max(0, total - height + 1), min(width, total + 1))
        on = np.r_[0, mask[total - x, x].astype(np.int64), 0]
        stops = np.flatnonzero(np.diff(on))
        for first, last in pairwise(stops.tolist()):
            if on[first + 1] and (last - first) * np.sqrt(2) >= SHORTEST_HATCH:
                a, b = x[first], x[last - 1]
                lines.append(np.array([[a, total - a], [b, total - b]], dtype=float))
    return lines
