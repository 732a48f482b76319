"""Where the painted muscles show on the person, as patch outlines and what their fibres tell."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

import numpy as np
from scipy import ndimage

from ..anatomy.muscles import ACTIONS, HALF, Muscle, coverage
from ..body.body import Body, Material
from ..body.mesh import BoolArray, FloatArray, IntArray
from ..body.seams import drawn_surface
from ..seeing.masks import box_round
from ..seeing.pixels import Pixels
from .contour import STEP, blurred_within, mask_loops
from .drafts import Draft, closed_draft
from .edges import CROSS, SAME_BODY, Edges
from .fibres import fibre_drafts

BLUR = 2.5  # grid points
KEPT = 0.7  # share of a patch that rounding may not take away: thin strips stay sharp
SMOOTH = 4.0  # grid points along a patch's outline
LARGEST_HOLE = 400.0  # px²; smaller holes in a patch are filled
SMALLEST = 100.0  # px²; smaller scraps of a patch are not painted
SCRAP = 0.14  # share of a muscle's largest patch below which another is a scrap
BROAD = 3  # grid points, half the width a piece has somewhere, if any other has
BARE = 0.15  # share of a patch on bare skin from which its outline has to part the two
PARTED = 5  # grid points between two muscles that meet: they are no ribbon
GAP, WIDE_GAP = 2, 4  # grid points; narrower gaps in a patch are closed, wider ones in one side of a muscle
COLLAR = 0.011  # m, half of the widest gap that one side of a muscle has at a collar or a hem
WELL_SEEN = 0.32  # share of a muscle's own size below which the rest of it is a scrap beside an inset
SEEN_TOO = 0.17  # the same share of a muscle whose other side is well seen
PATCH_TOLERANCE = 1.6  # px
SQUARE = ndimage.generate_binary_structure(2, 2)


@dataclass(frozen=True, eq=False)
class Target:
    """The drafts of the painted muscles and the pixels they cover."""

    drafts: tuple[Draft, ...]
    mask: BoolArray


def paint_target(pixels: Pixels, body: Body, muscles: Sequence[Muscle], scale: float = 0.0) -> Target:
    """Return the patches of `muscles` as far as they are seen, those of one action together.

    `scale` is the px in a metre of a picture in which muscles seen from their edge are as thick as they are.
    """
    drafts: list[Draft] = []
    whole = np.zeros(pixels.region.shape, dtype=bool)
    for action in ACTIONS:
        alike = [muscle for muscle in muscles if muscle.action == action]
        if alike:
            union = seen_patch(pixels, body, alike, scale)
            loops = [loop * STEP for loop in mask_loops(union, SMOOTH, SMALLEST / STEP**2)]
            css = f"f-target f-{action}" + (" f-bare" if _on_skin(union, pixels) else "")
            drafts.append(closed_draft(css, loops, PATCH_TOLERANCE))
            drafts += fibre_drafts(pixels, body, alike, union, Edges.of(pixels, scale))
            whole |= _full_size(union, pixels.region)
    return Target(tuple(drafts), whole)


def _on_skin(patch: BoolArray, pixels: Pixels) -> bool:
    """Return whether a good part of a patch lies on bare skin, whose colour may be near its own."""
    skin = pixels.material[::STEP, ::STEP][patch] == Material.SKIN
    return bool(skin.size and skin.mean() > BARE)


def well_seen(
    pixels: Pixels, scale: float, body: Body, muscles: Sequence[Muscle], least: float
) -> Iterator[Muscle]:
    """Yield the muscles, side by side, of which a picture with `scale` px in a metre shows a good part, and
    `least` px² of it.

    One side is painted with the other where less of it is seen: one alone would read as the only one meant.
    """
    for muscle in muscles:
        sides = ("left", "right") if muscle.side == "both" else (muscle.side,)
        own = [replace(muscle, side=side) for side in sides]
        areas = [float(seen_patch(pixels, body, [each], scale).sum()) * STEP**2 for each in own]
        wholes = [patch_area(body, each.name, each.side) * scale**2 for each in own]
        shown = [area / whole for area, whole in zip(areas, wholes, strict=True)]
        if max(shown) >= WELL_SEEN and max(areas) >= least:
            yield from (each for each, share in zip(own, shown, strict=True) if share >= SEEN_TOO)


@lru_cache(maxsize=256)
def patch_area(body: Body, name: str, side: str) -> float:
    """Return how many m² of the resting body a muscle covers."""
    surface = drawn_surface(body)
    covered = coverage(body, name, side, surface.lift(body.rest_field)) > HALF
    faces = surface.faces[covered[surface.faces].all(axis=1)]
    a, b, c = (surface.lift(body.rest)[faces[:, corner]] for corner in range(3))
    return float(np.linalg.norm(np.cross(b - a, c - a), axis=1).sum()) / 2


def seen_patch(pixels: Pixels, body: Body, muscles: Sequence[Muscle], scale: float = 0.0) -> BoolArray:
    """Return which points of every STEP-th row and column show one of `muscles`, scraps left out."""
    edges = Edges.of(pixels, scale)
    every = slice(None, None, STEP)
    depth, figure = pixels.depth[every, every], pixels.figure[every, every]
    left, collar = pixels.rest[every, every, 0] > 0, max(WIDE_GAP, round(COLLAR * scale / STEP))
    owner = np.zeros(figure.shape, dtype=np.int64)
    for number, name in enumerate(dict.fromkeys(muscle.name for muscle in muscles), 1):
        own = np.zeros(figure.shape, dtype=bool)
        for muscle in (each for each in muscles if each.name == name):
            painted = edges.thickened(muscle_mask(pixels, body, muscle))
            for side in (painted & left, painted & ~left):
                own |= without_strips(without_scraps(without_gaps(side, depth, figure, collar)))
        own = without_holes(without_gaps(own, depth, figure), figure)
        owner[own & (owner == 0)] = number
    return parted(owner) if muscles[0].action == "works" else owner > 0


def parted(owner: IntArray) -> BoolArray:
    """Return where patches, numbered in `owner` muscle by muscle, are painted: a gap parts two that meet, and
    the larger one gives it.
    """
    sizes = np.bincount(owner.ravel())
    kept, before = np.zeros(owner.shape, dtype=bool), np.zeros(owner.shape, dtype=bool)
    for number in sorted(range(1, len(sizes)), key=lambda number: sizes[number]):
        own = owner == number
        kept |= own & ~ndimage.binary_dilation(before, SQUARE, iterations=PARTED)
        before |= own
    return kept


def without_scraps(mask: BoolArray) -> BoolArray:
    """Return `mask` without slivers and scraps that read as scratches; unchanged if it has nothing else."""
    sound = ndimage.binary_opening(mask, SQUARE)
    pieces, count = ndimage.label(sound, SQUARE)
    if not count:
        return mask
    sizes = np.bincount(pieces.ravel())
    sizes[0] = 0
    least = min(max(SMALLEST / STEP**2, SCRAP * sizes.max()), sizes.max())
    return np.asarray((sizes >= least)[pieces])


def without_strips(mask: BoolArray) -> BoolArray:
    """Return `mask` without pieces that are thin all along, unless all of them are."""
    broad = ndimage.binary_opening(mask, SQUARE, iterations=BROAD)
    if not broad.any():
        return mask
    pieces, _ = ndimage.label(mask, SQUARE)
    return np.asarray(np.isin(pieces, np.unique(pieces[broad])) & mask)


def without_holes(mask: BoolArray, figure: BoolArray) -> BoolArray:
    """Return `mask` with small holes filled where the `figure` shows through them: they read as eyes."""
    holes, _ = ndimage.label(ndimage.binary_fill_holes(mask) & ~mask & figure)
    sizes = np.bincount(holes.ravel())
    sizes[0] = 0
    return np.asarray(mask | ((sizes > 0) & (sizes < LARGEST_HOLE / STEP**2))[holes])


def without_gaps(mask: BoolArray, depth: FloatArray, figure: BoolArray, widest: int = GAP) -> BoolArray:
    """Return `mask` with gaps of at most two times `widest` points closed where the `figure` goes on there at
    the same `depth` (m).
    """
    if not mask.any():
        return mask
    size, whole = 2 * widest + 1, mask.copy()
    box = box_round(mask, size)
    mask, depth, figure = mask[box], depth[box], figure[box]
    near = ndimage.minimum_filter(np.where(mask, depth, np.inf), size)
    far = ndimage.maximum_filter(np.where(mask, depth, -np.inf), size)
    same = figure & (depth > near - SAME_BODY) & (depth < far + SAME_BODY)
    closed = ndimage.binary_closing(np.pad(mask, size), CROSS, iterations=widest)[size:-size, size:-size]
    whole[box] |= closed & same
    return whole


def _full_size(coarse: BoolArray, like: IntArray) -> BoolArray:
    """Return a mask of every STEP-th row and column as one of full size."""
    rows, columns = (np.arange(side) // STEP for side in like.shape)
    return np.asarray(coarse[np.ix_(rows, columns)])


@lru_cache(maxsize=8)
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
