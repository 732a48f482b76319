"""Where a small movement began: the start's outline behind the end, or within it where the body swelled."""

from __future__ import annotations

import numpy as np
from scipy import ndimage

from ..body.mesh import BoolArray, FloatArray
from ..seeing.pixels import Pixels
from ..seeing.staged import Staged
from .contour import STEP, mask_loops
from .drafts import Draft, closed_draft

SMALLEST, LARGEST = 0.012, 0.20  # m the part that moves most goes; less is stillness, more tells itself
THIN = 1  # grid points: thinner rims of the start are not drawn
SMOOTH = 3.0  # grid points along the outline
SCRAP = 160.0  # px²
LEAST = 0.3  # share of the largest piece's area below which a piece tells of nothing that is meant
TOLERANCE = 1.6  # px


def ghost_drafts(now: Staged, before: Staged, seen: Pixels, seen_before: Pixels) -> list[Draft]:
    """Return the pale rims of the start that the end has left, if the movement is a small one."""
    if not SMALLEST < travel(now, before) < LARGEST:
        return []
    left = seen_before.figure & ~seen.figure & ~seen.prop
    return [_rims("f-ghost", left)]


def swelling_drafts(now: Staged, before: Staged, seen: Pixels, seen_before: Pixels) -> list[Draft]:
    """Return what the body has gained, drawn on it, if it has left nothing: a belly that fills."""
    if not SMALLEST < travel(now, before) < LARGEST:
        return []
    left = seen_before.figure & ~seen.figure
    gained = seen.figure & ~seen_before.figure
    if left.sum() > SCRAP or not gained.any():
        return []
    return [_rims("f-ghost", gained)]


def _rims(css: str, mask: BoolArray) -> Draft:
    """Return the outlines of a mask's large pieces."""
    every = slice(None, None, STEP)
    rims = _largest(ndimage.binary_opening(mask[every, every], iterations=THIN))
    return closed_draft(css, [loop * STEP for loop in mask_loops(rims, SMOOTH, SCRAP / STEP**2)], TOLERANCE)


def _largest(rims: BoolArray) -> BoolArray:
    """Return `rims` without pieces that are scraps beside the largest: they are what moved along with it."""
    pieces, count = ndimage.label(rims)
    areas = np.bincount(pieces.ravel(), minlength=count + 1)
    areas[0] = 0
    return np.asarray((areas >= max(LEAST * areas.max(), 1))[pieces])


def travel(now: Staged, before: Staged) -> float:
    """Return how far in metres the point of the body that moves most goes."""
    moved: FloatArray = np.linalg.norm(now.vertices - before.vertices, axis=1)
    return float(moved[now.body.field > 0].max())
