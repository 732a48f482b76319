"""Pixel masks to smooth closed outlines, for the soft overlays: shade, contact shadow, target."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray
from scipy import ndimage

from ..body.mesh import BoolArray, FloatArray, IntArray
from .trace import Kind
from .walks import Cracks, walk_chains

STEP = 2  # px between the points at which soft overlays are tested


def mask_loops(mask: BoolArray, smoothing: float, smallest: float, step: int = 1) -> list[FloatArray]:
    """Return closed outlines `(n, 2)` px of `mask`, read every `step` px.

    `smoothing` is the standard deviation in px along the outline; loops below `smallest` px² are dropped.
    """
    corner, coarse = _cropped(mask[::step, ::step])
    up, level = np.zeros(coarse.shape, dtype=np.int64), np.zeros(coarse.shape, dtype=np.int64)
    up[:, 1:] = np.where(coarse[:, 1:] != coarse[:, :-1], Kind.SILHOUETTE, Kind.NONE)
    level[1:] = np.where(coarse[1:] != coarse[:-1], Kind.SILHOUETTE, Kind.NONE)
    loops = []
    for points, _ in walk_chains(Cracks(up, level)):
        loop = (points - 1 + corner).astype(float) * step
        if enclosed_area(loop) >= smallest:
            loops.append(_smooth_ring(loop, smoothing / step))
    return loops


def _cropped(mask: BoolArray) -> tuple[IntArray, BoolArray]:
    """Return the column and row where the marked part of `mask` begins, and that part with a rim of one."""
    rows, columns = np.flatnonzero(mask.any(axis=1)), np.flatnonzero(mask.any(axis=0))
    if not len(rows):
        return np.zeros(2, dtype=np.int64), np.zeros((2, 2), dtype=bool)
    part = mask[rows[0] : rows[-1] + 1, columns[0] : columns[-1] + 1]
    return np.array([columns[0], rows[0]]), np.pad(part, 1)


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


def at(grid: NDArray[Any], points: FloatArray) -> NDArray[Any]:
    """Return what a `grid` of every STEP-th point holds at `points` (…, 2) px."""
    x, y = np.moveaxis((points / STEP).round().astype(int), -1, 0)
    return np.asarray(grid[y.clip(0, grid.shape[0] - 1), x.clip(0, grid.shape[1] - 1)])


def length(line: FloatArray) -> float:
    """Return how long `line` (n, 2) is."""
    return float(np.linalg.norm(np.diff(line, axis=0), axis=1).sum())
