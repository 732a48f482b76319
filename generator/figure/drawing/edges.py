"""The edges at which the body is seen: a muscle that lies there is as thick as it is, and no hairline."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from scipy import ndimage

from ..body.mesh import BoolArray, FloatArray, IntArray
from ..seeing.pixels import Pixels
from .contour import STEP

THICK, THICKEST = 0.042, 0.06  # m a muscle goes in from an edge of the body where it is seen from its side
LEAST_THICK = 28.0  # px it does, if it may be as thick as that
ONE_PART = 0.13  # m between resting points within which edge and point belong to one part of the body
SAME_BODY = 0.03  # m of depth within which a gap belongs to the part of the body round it
CROSS = ndimage.generate_binary_structure(2, 1)


@dataclass(frozen=True, eq=False)
class Edges:
    """For every STEP-th point of the person: where the body's nearest edge is, if that is no farther than
    a muscle is thick, and how far it is in px.
    """

    near: BoolArray
    rows: IntArray
    columns: IntArray
    far: FloatArray

    @classmethod
    @lru_cache(maxsize=2)
    def of(cls, pixels: Pixels, scale: float) -> Edges:
        """Return the edges of a picture with `scale` px in a metre."""
        every = slice(None, None, STEP)
        depth, figure = pixels.depth[every, every], pixels.figure[every, every]
        behind = ndimage.maximum_filter(depth, footprint=CROSS)
        beside = ndimage.binary_dilation(~figure, CROSS)
        edge = figure & (beside | (behind > depth + SAME_BODY))
        if not scale or not edge.any():
            nowhere = np.zeros(figure.shape, dtype=np.int64)
            return cls(np.zeros(figure.shape, dtype=bool), nowhere, nowhere, np.full(figure.shape, np.inf))
        far, (rows, columns) = ndimage.distance_transform_edt(~edge, return_indices=True)
        rest = pixels.rest[every, every]
        one_part = np.linalg.norm(rest - rest[rows, columns], axis=2) < ONE_PART
        thick = float(np.clip(LEAST_THICK, THICK * scale, THICKEST * scale))
        return cls(figure & (far * STEP < thick) & one_part, rows, columns, far * STEP)

    def thickened(self, mask: BoolArray) -> BoolArray:
        """Return a muscle's `mask` with what lies inward of the edges at which it is seen."""
        return np.asarray(mask | (self.near & mask[self.rows, self.columns]))
