"""The sharp edges of props as exact straight lines, clipped where something hides them."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from PIL import Image, ImageDraw
from scipy import ndimage

from ..body.mesh import BoolArray, FloatArray
from ..seeing.camera import Camera
from ..seeing.masks import highest
from ..seeing.pixels import Pixels
from ..things.solids import Solid

SAMPLE = 2.0  # px between tested points of an edge
BEHIND = 0.012  # m that an edge may lie behind what its pixel shows and still be seen
SHORTEST = 9.0  # px; shorter visible bits are dropped
BRIDGE = 3  # samples; shorter interruptions are drawn over
CREASE_BAND = 7  # px, width in which a traced prop outline counts as drawn by its crease


def visible_creases(solids: Sequence[Solid], camera: Camera, pixels: Pixels) -> list[FloatArray]:
    """Return the seen stretches `(2, 2)` px of all crease edges of `solids`."""
    nearest = highest(np.where(np.isfinite(pixels.depth), pixels.depth, 1e3))
    person = pixels.figure
    found = []
    for solid in solids:
        points = camera.project(solid.vertices)
        for start, end in _front_edges(solid, points):
            found += _seen_stretches(points[start], points[end], nearest, person)
    return found


def _front_edges(solid: Solid, points: FloatArray) -> list[tuple[int, int]]:
    """Return the crease edges of `solid` beside a face that turns to the viewer; `points` are projected."""
    a, b, c = (points[solid.faces[:, k], :2] for k in range(3))
    one, other = b - a, c - a
    front = one[:, 0] * other[:, 1] - one[:, 1] * other[:, 0] < 0
    sides = np.sort(solid.faces[front][:, [0, 1, 1, 2, 2, 0]].reshape(-1, 2), axis=1)
    seen = set(map(tuple, sides.tolist()))
    return [(start, end) for start, end in solid.edges.tolist() if (min(start, end), max(start, end)) in seen]


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
    bridged = _bridged(seen)
    starts = np.flatnonzero(np.diff(np.r_[0, bridged.astype(int), 0]) == 1)
    stops = np.flatnonzero(np.diff(np.r_[0, bridged.astype(int), 0]) == -1) - 1
    pairs = [points[[a, b], :2] for a, b in zip(starts, stops, strict=True)]
    return [pair for pair in pairs if np.linalg.norm(pair[1] - pair[0]) >= min(SHORTEST, 0.9 * length)]


def _bridged(seen: BoolArray) -> BoolArray:
    """Return `seen` with short interruptions closed."""
    if seen.all() or not seen.any():
        return seen
    closed = ndimage.binary_closing(np.pad(seen, BRIDGE), np.ones(BRIDGE, dtype=bool))
    return np.asarray(closed[BRIDGE:-BRIDGE] | seen)


def crease_mask(creases: Sequence[FloatArray], shape: tuple[int, ...]) -> BoolArray:
    """Return the pixels beside any of the drawn `creases`."""
    image = Image.new("1", (shape[1], shape[0]))
    draw = ImageDraw.Draw(image)
    for line in creases:
        draw.line([(float(x), float(y)) for x, y in line], fill=1, width=CREASE_BAND)
    return np.asarray(image)
