"""Where a small movement began: the start's outline behind the end, as far as the end does not cover it."""

from __future__ import annotations

import numpy as np
from scipy import ndimage

from ..body.mesh import FloatArray
from ..seeing.pixels import Pixels
from ..seeing.staged import Staged
from .contour import STEP, mask_loops
from .drafts import Draft, closed_draft

SMALLEST, LARGEST = 0.012, 0.20  # m the part that moves most goes; less is stillness, more tells itself
THIN = 1  # grid points: thinner rims of the start are not drawn
SMOOTH = 3.0  # grid points along the outline
SCRAP = 160.0  # px²
TOLERANCE = 1.6  # px


def ghost_drafts(now: Staged, before: Staged, seen: Pixels, seen_before: Pixels) -> list[Draft]:
    """Return the pale rims of the start that the end has left, if the movement is a small one."""
    if not SMALLEST < travel(now, before) < LARGEST:
        return []
    every = slice(None, None, STEP)
    left = (seen_before.figure & ~seen.figure & ~seen.prop)[every, every]
    rims = ndimage.binary_opening(left, iterations=THIN)
    return [
        closed_draft(
            "f-ghost", [loop * STEP for loop in mask_loops(rims, SMOOTH, SCRAP / STEP**2)], TOLERANCE
        )
    ]


def travel(now: Staged, before: Staged) -> float:
    """Return how far in metres the point of the body that moves most goes."""
    moved: FloatArray = np.linalg.norm(now.vertices - before.vertices, axis=1)
    return float(moved[now.body.field > 0].max())
