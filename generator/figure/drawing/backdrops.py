"""Props that lie behind everything else, such as mats and walls, drawn as whole exact polygons."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np

from ..body.mesh import BoolArray, FloatArray, IntArray
from ..seeing.assembly import FIRST_PROP, group_names, smooth_groups
from ..seeing.camera import Camera
from ..seeing.pixels import Pixels
from ..things.solids import Solid
from .drafts import Draft
from .svg import polygon

BOX_CORNERS = 8  # vertices of a prop simple enough to be drawn as polygons
NEARER = 0.004  # m that a prop must lie before its neighbour to count as in front
FEW = 6  # px of border where it may


def backdrop_drafts(
    solids: Sequence[Solid], camera: Camera, pixels: Pixels
) -> tuple[list[Draft], frozenset[int]]:
    """Return the polygons of all props behind everything, lowest first, and the regions they stand for."""
    front = regions_in_front(pixels)
    drafts: list[Draft] = []
    regions: set[int] = set()
    first = FIRST_PROP
    placed = []
    for solid in solids:
        own = range(first, first + int(smooth_groups(solid.faces, solid.edges).max()) + 1)
        first = own.stop
        if len(solid.vertices) == BOX_CORNERS and not front & set(own):
            placed.append((float(solid.vertices[:, 1].min()), solid))
            regions |= set(own)
    for _, solid in sorted(placed, key=lambda pair: pair[0]):
        drafts += _sides(solid, camera)
    return drafts, frozenset(regions)


def _sides(solid: Solid, camera: Camera) -> Iterator[Draft]:
    """Yield one exact polygon for each side of a box that is turned to the viewer."""
    groups = smooth_groups(solid.faces, solid.edges)
    flat = camera.project(solid.vertices)[:, :2]
    for number, name in enumerate(group_names(solid, groups)):
        faces = solid.faces[groups == number]
        if _area(flat[faces[0]]) < 0:
            corners = flat[np.unique(faces)]
            away = corners - corners.mean(axis=0)
            ring = corners[np.argsort(np.arctan2(away[:, 1], away[:, 0]))]
            yield Draft("f-" + name.replace(" ", "-"), (), exact=(polygon(ring),))


def _area(triangle: FloatArray) -> float:
    """Return twice the signed area of a projected triangle `(3, 2)`; below zero faces the viewer."""
    (ax, ay), (bx, by), (cx, cy) = triangle.tolist()
    return float((bx - ax) * (cy - ay) - (cx - ax) * (by - ay))


def regions_in_front(pixels: Pixels) -> set[int]:
    """Return the prop regions that hide a part of the person or of another prop."""
    level = slice(None)
    across = _borders(pixels, (level, slice(1, None)), (level, slice(None, -1)))
    down = _borders(pixels, (slice(1, None), level), (slice(None, -1), level))
    numbers, counts = np.unique(np.concatenate([across, down]), return_counts=True)
    return {int(number) for number, count in zip(numbers, counts, strict=True) if count > FEW}


def _borders(pixels: Pixels, one: tuple[slice, slice], other: tuple[slice, slice]) -> IntArray:
    """Return the region of every prop pixel that lies before a neighbour that is not of the same prop."""
    a, b = pixels.region[one], pixels.region[other]
    differ: BoolArray = (a != b) & (a >= 0) & (b >= 0) & ((a >= FIRST_PROP) | (b >= FIRST_PROP))
    same_solid = pixels.solid[one] == pixels.solid[other]
    y, x = np.nonzero(differ & ~same_solid)
    step = pixels.depth[one][y, x] - pixels.depth[other][y, x]
    a, b = a[y, x], b[y, x]
    found = np.concatenate([a[step < -NEARER], b[step > NEARER]])
    return np.asarray(found[found >= FIRST_PROP])
