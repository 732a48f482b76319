"""The sharp edges of props as exact straight lines, clipped where something hides them."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from PIL import Image, ImageDraw
from scipy import ndimage

from .camera import Camera
from .mesh import BoolArray, FloatArray
from .pixels import Pixels
from .solids import Solid

SAMPLE = 2.0  # px between tested points of an edge
BEHIND = 0.012  # m that an edge may lie behind what its pixel shows and still be seen
SHORTEST = 9.0  # px; shorter visible bits are dropped
BRIDGE = 3  # samples; shorter interruptions are drawn over
CREASE_BAND = 7  # px, width in which a traced prop outline counts as drawn by its crease


def visible_creases(solids: Sequence[Solid], camera: Camera, pixels: Pixels) -> list[FloatArray]:
    """Return the seen stretches `(2, 2)` px of all crease edges of `solids`."""
    nearest = ndimage.maximum_filter(np.where(np.isfinite(pixels.depth), pixels.depth, 1e3), 3)
    person = pixels.figure
    found = []
    for solid in solids:
        points = camera.project(solid.vertices)
        for start, end in solid.edges.tolist():
            found += _seen_stretches(points[start], points[end], nearest, person)
    return found


def _seen_stretches(
    start: FloatArray, end: FloatArray, nearest: FloatArray, person: BoolArray
) -> list[FloatArray]:
    """Return the visible parts of the edge from `start` to `end` (px, px, metres)."""
    length = float(np.linalg.norm(end[:2] - start[:2]))
    if length < SHORTEST / 2:
        return []
    count = max(int(length / SAMPLE), 2)
    points = start + np.linspace(0, 1, count + 1)[:, None] * (end - start)
    height, width = nearest.shape
    x, y = np.floor(points[:, 0]).astype(int), np.floor(points[:, 1]).astype(int)
    inside = (x >= 0) & (x < width) & (y >= 0) & (y < height)
    x, y = np.clip(x, 0, width - 1), np.clip(y, 0, height - 1)
    seen = inside & (points[:, 2] < nearest[y, x] + BEHIND) & ~person[y, x]
    bridged = ndimage.binary_closing(np.pad(seen, BRIDGE), np.ones(BRIDGE))[BRIDGE:-BRIDGE] | seen
    starts = np.flatnonzero(np.diff(np.r_[0, bridged.astype(int), 0]) == 1)
    stops = np.flatnonzero(np.diff(np.r_[0, bridged.astype(int), 0]) == -1) - 1
    pairs = [points[[a, b], :2] for a, b in zip(starts, stops, strict=True)]
    return [pair for pair in pairs if np.linalg.norm(pair[1] - pair[0]) >= min(SHORTEST, 0.9 * length)]


def crease_mask(creases: Sequence[FloatArray], shape: tuple[int, ...]) -> BoolArray:
    """Return the pixels beside any of the drawn `creases`."""
    image = Image.new("1", (shape[1], shape[0]))
    draw = ImageDraw.Draw(image)
    for line in creases:
        draw.line([(float(x), float(y)) for x, y in line], fill=1, width=CREASE_BAND)
    return np.asarray(image)
