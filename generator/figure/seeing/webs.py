"""Narrow gaps between fingers or toes closed, so that their edges are drawn as one line, not as a blot."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
from scipy.spatial import cKDTree

from ..body.body import Material
from ..body.mesh import BoolArray, FloatArray, IntArray
from .assembly import FOOT_GAP, HEAD_GAP
from .masks import grown, shrunk
from .pixels import Pixels

WEB = 4  # px, half the width of a gap that closes
BEHIND = 0.002  # m that what is seen through a gap lies farther away than the finger beside it

LIMB_GAP = (FOOT_GAP + HEAD_GAP) / 2  # m, rest distance that makes an edge: less on hands and feet
Places = tuple[IntArray, IntArray]  # rows and columns


def webbed(pixels: Pixels) -> Pixels:
    """Return `pixels` with the narrow gaps between fingers and between toes given to hand and foot."""
    limb = (pixels.material == Material.SKIN) & (pixels.gap < LIMB_GAP)
    taken, source = webs(limb, pixels.depth)
    region, solid = pixels.region.copy(), pixels.solid.copy()
    rest, depth, gap = pixels.rest.copy(), pixels.depth.copy(), pixels.gap.copy()
    for array in (region, solid, rest, depth, gap):
        array[taken] = array[source]
    return replace(pixels, region=region, rest=rest, depth=depth, gap=gap, solid=solid)


def webs(limb: BoolArray, depth: FloatArray) -> tuple[Places, Places]:
    """Return the pixels in narrow gaps of the mask `limb`, and for each the nearest pixel of the limb.

    `depth` is in metres, as far as the limb and what lies behind it are seen.
    """
    rows, columns = np.nonzero(limb)
    if not len(rows):
        return (rows, columns), (rows, columns)
    top, left = max(int(rows.min()) - WEB, 0), max(int(columns.min()) - WEB, 0)
    mask = np.pad(limb[top : rows.max() + WEB + 1, left : columns.max() + WEB + 1], 1)
    gaps = np.argwhere(shrunk(grown(mask, WEB), WEB) & ~mask)
    rim = np.argwhere(mask & grown(~mask))
    givers = rim[cKDTree(rim).query(gaps)[1]] if len(gaps) else gaps
    (y, x), (near_y, near_x) = ((part - 1 + [top, left]).T for part in (gaps, givers))
    behind = depth[y, x] > depth[near_y, near_x] + BEHIND
    return (y[behind], x[behind]), (near_y[behind], near_x[behind])
