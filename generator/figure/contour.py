"""Pixel masks to smooth closed outlines, for the soft overlays: shade, contact shadow, target."""

from __future__ import annotations

import numpy as np
from scipy import ndimage

from .mesh import BoolArray, FloatArray
from .trace import Cracks, Kind, walk_chains


def mask_loops(mask: BoolArray, smoothing: float, smallest: float, step: int = 1) -> list[FloatArray]:
    """Return closed outlines `(n, 2)` px of `mask`, read every `step` px.

    `smoothing` is the standard deviation in px along the outline; loops of less than `smallest` px² are dropped.
    """
    coarse = np.pad(mask[::step, ::step], 1)
    up, level = np.zeros(coarse.shape, dtype=np.int64), np.zeros(coarse.shape, dtype=np.int64)
    up[:, 1:] = np.where(coarse[:, 1:] != coarse[:, :-1], Kind.SILHOUETTE, Kind.NONE)
    level[1:] = np.where(coarse[1:] != coarse[:-1], Kind.SILHOUETTE, Kind.NONE)
    loops = []
    for points, _ in walk_chains(Cracks(up, level)):
        loop = (points - 1).astype(float) * step
        if enclosed_area(loop) >= smallest:
            loops.append(_smooth_ring(loop, smoothing / step))
    return loops


def enclosed_area(loop: FloatArray) -> float:
    """Return the area in px² inside a closed outline `(n, 2)`, by the shoelace formula."""
    x, y = loop[:, 0], loop[:, 1]
    return abs(float(np.dot(x[:-1], y[1:]) - np.dot(x[1:], y[:-1]))) / 2


def _smooth_ring(loop: FloatArray, sigma: float) -> FloatArray:
    """Return the closed `loop` smoothed along its length."""
    ring = ndimage.gaussian_filter1d(loop[:-1], min(sigma, len(loop) / 8), axis=0, mode="wrap")
    return np.vstack([ring, ring[:1]])


def blurred_within(values: FloatArray, inside: BoolArray, sigma: float) -> FloatArray:
    """Return `values` blurred by `sigma` px using only pixels `inside`; 1 elsewhere."""
    boxes = ndimage.find_objects(inside.astype(np.int64))
    out = np.ones(values.shape)
    if not boxes or boxes[0] is None:
        return out
    box = boxes[0]
    mask = inside[box].astype(np.float32)
    weight = ndimage.gaussian_filter(mask, sigma, truncate=3)
    total = ndimage.gaussian_filter(values[box].astype(np.float32) * mask, sigma, truncate=3)
    out[box] = np.where(inside[box], total / np.maximum(weight, 0.05), 1.0)
    return out
