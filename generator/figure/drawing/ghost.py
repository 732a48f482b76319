"""Where a small movement began: the start's outline behind the end, or within it where the body swelled."""

from __future__ import annotations

import numpy as np
from scipy import ndimage
from scipy.spatial import cKDTree

from ..body.body import Material
from ..body.mesh import BoolArray, FloatArray
from ..seeing.pixels import Pixels
from ..seeing.staged import Staged
from .contour import STEP, mask_loops
from .drafts import Draft, closed_draft

SMALLEST, LARGEST = 0.012, 0.20  # m the part that moves most goes; less is stillness, more tells itself
OUTWEIGHS = 2.0  # times as much as it has left a swelling gains
SPINE = ("pelvis", "head")
THIN = 1  # grid points: thinner rims of the start are not drawn
SMOOTH = 5.0  # grid points along the outline
SCRAP = 300.0  # px²
MEANT = 0.5  # share of the farthest way below which a part has only been dragged along
HAIRLINE = 4.0  # grid points, half the width below which a piece is a scratch
LEAST = 0.3  # share of the largest piece's area below which a piece tells of nothing that is meant
TOLERANCE = 1.6  # px
MATERIALS = {Material.SKIN: "skin", Material.LEGGINGS: "legs", Material.SHIRT: "shirt", Material.HAIR: "hair"}


def ghost_drafts(now: Staged, before: Staged, seen: Pixels, seen_before: Pixels) -> list[Draft]:
    """Return the pale rims of the start that the end has left, if the movement is a small one."""
    if not is_small(now, before):
        return []
    hidden = seen.prop & (seen.depth < seen_before.depth)
    left = _opened(seen_before.figure & ~seen.figure & ~hidden)
    rims = _largest(_meant(left, now, before, seen_before))
    return [*_tones(rims, seen_before), _outlines(rims)]


def swelling_drafts(now: Staged, before: Staged, seen: Pixels, seen_before: Pixels) -> list[Draft]:
    """Return what a trunk that stays has gained, drawn on it: a belly that fills leaves nothing behind."""
    if not is_small(now, before) or not _spine_still(now, before):
        return []
    shirt = seen.material == Material.SHIRT
    gained = _opened(seen.figure & ~seen_before.figure & shirt)
    left = _opened(seen_before.figure & ~seen.figure & (seen_before.material == Material.SHIRT))
    return [_outlines(_largest(gained))] if gained.sum() > OUTWEIGHS * left.sum() else []


def _spine_still(now: Staged, before: Staged) -> bool:
    """Return whether neither pelvis nor chest nor head has moved."""
    joints = [now.body.joint(name) for name in SPINE]
    moved = now.transforms[joints, :3, 3] - before.transforms[joints, :3, 3]
    return bool(np.linalg.norm(moved, axis=1).max() < SMALLEST)


def _meant(left: BoolArray, now: Staged, before: Staged, seen_before: Pixels) -> BoolArray:
    """Return the points of `left` that showed a part which went far, not one that was dragged along."""
    went = ways(now, before)
    shown = seen_before.rest[::STEP, ::STEP][left]
    nearest = cKDTree(before.body.rest_field).query(shown)[1]
    meant = left.copy()
    meant[left] = went[nearest] > MEANT * travel(now, before)
    return meant


def _opened(mask: BoolArray) -> BoolArray:
    """Return every STEP-th point of a mask, thin rims left out."""
    every = slice(None, None, STEP)
    return np.asarray(ndimage.binary_opening(mask[every, every], iterations=THIN))


def _tones(rims: BoolArray, seen_before: Pixels) -> list[Draft]:
    """Return what the rims showed at the start, material by material: a head is known by its hair."""
    material = seen_before.material[::STEP, ::STEP]
    return [_closed(f"f-was f-{name}", rims & (material == number)) for number, name in MATERIALS.items()]


def _outlines(rims: BoolArray) -> Draft:
    """Return the outlines of rims."""
    return _closed("f-ghost", rims)


def _closed(css: str, mask: BoolArray) -> Draft:
    """Return the outlines of a mask's pieces as a draft of a class."""
    loops = mask_loops(mask, SMOOTH, SCRAP / STEP**2)
    return closed_draft(css, [loop * STEP for loop in loops], TOLERANCE)


def _largest(rims: BoolArray) -> BoolArray:
    """Return `rims` without hairlines, and without pieces that are scraps beside the largest: they are what
    moved along with it.
    """
    pieces, count = ndimage.label(rims)
    areas = np.bincount(pieces.ravel(), minlength=count + 1)
    depth = ndimage.distance_transform_edt(np.pad(rims, 1))[1:-1, 1:-1]
    widths = np.asarray(ndimage.maximum(depth, pieces, np.arange(count + 1)))
    areas[widths < HAIRLINE] = 0
    areas[0] = 0
    return np.asarray((areas >= max(LEAST * areas.max(), 1))[pieces])


def is_small(now: Staged, before: Staged) -> bool:
    """Return whether a movement is one that does not tell itself, and no stillness."""
    return SMALLEST < travel(now, before) < LARGEST


def travel(now: Staged, before: Staged) -> float:
    """Return how far in metres the point of the body that moves most goes."""
    return float(ways(now, before)[now.body.field > 0].max())


def ways(now: Staged, before: Staged) -> FloatArray:
    """Return how far in metres every vertex goes, `(n,)`."""
    return np.asarray(np.linalg.norm(now.vertices - before.vertices, axis=1))
