"""The shoulder blades as pale bones on the clothes that hide them, for figures about moving them."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import compress

import numpy as np

from ..anatomy.charts import anatomy_of
from ..anatomy.muscles import HALF, region_coverage
from ..anatomy.patches import Region, back
from ..body.body import Body, Material
from ..body.mesh import BoolArray, FloatArray
from ..seeing.masks import shrunk
from ..seeing.pixels import Pixels
from .contour import STEP, blurred_within, mask_loops
from .drafts import Draft, closed_draft
from .ghost import GHOST, OVER

BLADE = back(
    (5.8, 0.07), (7.4, 0.035), (11.0, 0.055), (15.6, 0.045), (17.6, 0.06), (17.2, 0.095), (15.4, 0.135),
    (14.0, 0.20), (11.2, 0.29), (9.3, 0.375), (8.1, 0.39), (7.1, 0.365), (6.3, 0.25), (5.8, 0.13),
)  # fmt: skip
"""Upper corner at T2, inner border 6-7 cm from the midline, lower tip at T7-T8 (surface marks of Gray)."""
RIDGE = back(
    (6.6, 0.150), (10.0, 0.132), (14.4, 0.094), (16.4, 0.07), (16.8, 0.092), (14.6, 0.122), (10.0, 0.152),
    (6.6, 0.160),
)  # fmt: skip
"""From the inner border at T3 up and out to the shoulder's tip (surface marks of Gray)."""
BLUR, RIDGE_BLUR = 2.0, 0.6  # grid points
INSET = 2  # grid points within the person's outline: a bone ends inside, it is no horn on the shoulder
SMOOTH, RIDGE_SMOOTH = 5.0, 2.5  # grid points along the outline
SIGNS = (1.0, -1.0)  # the left side, the right side
LEAST, RIDGE_LEAST = 1200.0, 120.0  # px²; what is seen smaller is not drawn
SHARE = 0.45  # of the other side's blade that must be seen of this one
STAYED = 0.9  # share of both places from which a blade has not moved
BLADE_TOLERANCE = 1.2  # px


def blade_drafts(pixels: Pixels, body: Body) -> list[Draft]:
    """Return the blades of `body` and their ridges as far as they are seen."""
    blades = _blades(pixels, body)
    ridges = [_seen(pixels, body, RIDGE, sign, RIDGE_BLUR) for sign in SIGNS]
    bones = _loops(filter(np.any, blades), SMOOTH, LEAST)
    seen = [bool(blade.any()) for blade in blades]
    lines = _loops(compress(ridges, seen), RIDGE_SMOOTH, RIDGE_LEAST) if bones else []
    return [closed_draft("f-blade", bones, BLADE_TOLERANCE), closed_draft("f-ridge", lines, BLADE_TOLERANCE)]


def blade_ghosts(pixels: Pixels, earlier: Pixels, body: Body) -> list[Draft]:
    """Return the outlines of where `earlier` showed the blades, if they have left it."""
    before, now = _blades(earlier, body), _blades(pixels, body)
    if not any(map(_moved, before, now)):
        return []
    figure = pixels.figure[::STEP, ::STEP]
    starts = (old & figure & new.any() for old, new in zip(before, now, strict=True))
    return [closed_draft(f"{GHOST} {OVER}", _loops(starts, SMOOTH, LEAST), BLADE_TOLERANCE)]


def _blades(pixels: Pixels, body: Body) -> list[BoolArray]:
    """Return where the left and the right blade are seen; nowhere if only a scrap of one is."""
    blades = [_seen(pixels, body, BLADE, sign, BLUR) for sign in SIGNS]
    least = SHARE * max(blade.sum() for blade in blades)
    return [blade & (blade.sum() > least) for blade in blades]


def _moved(old: BoolArray, new: BoolArray) -> bool:
    """Return whether a blade has left so much of its place that its old outline can be told from the new."""
    return bool(old.any() and new.any() and (old & new).sum() < STAYED * (old | new).sum())


def _seen(pixels: Pixels, body: Body, region: Region, sign: float, blur: float) -> BoolArray:
    """Return which points of every STEP-th row and column show `region` on one side of the shirt."""
    every = slice(None, None, STEP)
    shirt = (pixels.material[every, every] == Material.SHIRT) & shrunk(pixels.figure[every, every], INSET)
    rest = pixels.rest[every, every][shirt].astype(float) * np.array([sign, 1.0, 1.0])
    amount = np.zeros(shirt.shape)
    amount[shirt] = region_coverage(region, anatomy_of(body), rest)
    return np.asarray(shirt & (blurred_within(amount, shirt, blur) > HALF))


def _loops(masks: Iterable[BoolArray], smoothing: float, least: float) -> list[FloatArray]:
    """Return the outlines in px of masks of every STEP-th row and column."""
    return [loop * STEP for mask in masks for loop in mask_loops(mask, smoothing, least / STEP**2)]
