"""One frame as pixels: region, rest position, depth and normal of what each pixel shows, slivers removed."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np
from scipy import ndimage

from .assembly import FIRST_PROP, MATERIALS, Assembly
from .camera import Camera
from .mesh import BoolArray, FloatArray, IntArray
from .raster import Buffers, rasterise

PAPER = -1  # region of a pixel that shows nothing
SMALLEST_ISLAND = 70  # px²
SLIVER = 2  # px, half the width of a strip that vanishes
SLIVER_REACH = 5.0  # px over which a sliver looks for its new region


@dataclass(frozen=True, eq=False)
class Pixels:
    """Arrays of shape `(height, width)`, positions and normals `(height, width, 3)` in metres."""

    region: IntArray
    rest: FloatArray
    depth: FloatArray
    normal: FloatArray
    world: FloatArray
    gap: FloatArray
    names: tuple[str, ...]

    @property
    def figure(self) -> BoolArray:
        """Return where the person is seen."""
        return np.asarray((self.region >= 0) & (self.region < FIRST_PROP))

    @property
    def prop(self) -> BoolArray:
        """Return where a prop is seen."""
        return np.asarray(self.region >= FIRST_PROP)

    @property
    def material(self) -> IntArray:
        """Return the material where the person is seen, -1 elsewhere."""
        return np.where(self.figure, self.region % MATERIALS, PAPER)


def paint_pixels(assembly: Assembly, camera: Camera) -> Pixels:
    """Return what `camera` sees of `assembly`."""
    points = camera.project(assembly.vertices)
    points[:, 2] -= assembly.bias
    buffers = rasterise(points, assembly.faces, camera.width, camera.height)
    values = np.hstack([assembly.rest, assembly.normals, assembly.vertices])
    mixed = buffers.interpolate(assembly.faces, values)
    pixels = Pixels(
        region=_of_face(buffers, assembly.region, PAPER),
        rest=mixed[..., :3],
        depth=buffers.depth,
        normal=mixed[..., 3:6],
        world=mixed[..., 6:],
        gap=_of_face(buffers, assembly.gap, 1.0),
        names=assembly.names,
    )
    return _without_slivers(_without_islands(pixels))


def _of_face(buffers: Buffers, values: FloatArray | IntArray, empty: float) -> FloatArray | IntArray:
    """Return each pixel's face value, `empty` where there is none."""
    return np.where(buffers.covered, values[buffers.face], np.asarray(empty, dtype=values.dtype))


def _without_islands(pixels: Pixels) -> Pixels:
    """Return `pixels` with tiny islands of a region given to their surroundings."""
    small = np.zeros(pixels.region.shape, dtype=bool)
    for number, box in enumerate(ndimage.find_objects(pixels.region + 1)):
        if box is None:
            continue
        islands, count = ndimage.label(pixels.region[box] == number)
        if count > 1:
            sizes = np.bincount(islands.ravel())
            small[box] |= (islands > 0) & (sizes < SMALLEST_ISLAND)[islands]
    return _adopt(pixels, small, ~small, np.inf) if small.any() else pixels


def _without_slivers(pixels: Pixels) -> Pixels:
    """Return `pixels` with strips of cloth, skin or hair too thin to draw given to their neighbours."""
    diamond = ndimage.iterate_structure(ndimage.generate_binary_structure(2, 1), SLIVER)
    sound = np.zeros(pixels.region.shape, dtype=bool)
    material = pixels.material
    for number in range(MATERIALS):
        mask = material == number
        sound |= ndimage.binary_opening(mask, diamond) & mask
    thin = pixels.figure & ~sound
    return _adopt(pixels, thin, sound, SLIVER_REACH) if thin.any() else pixels


def _adopt(pixels: Pixels, taken: BoolArray, givers: BoolArray, reach: float) -> Pixels:
    """Return `pixels` where each `taken` pixel copies the nearest giver no farther than `reach` px."""
    distance, (rows, columns) = ndimage.distance_transform_edt(~givers, return_indices=True)
    y, x = np.nonzero(taken & (distance <= reach))
    source = rows[y, x], columns[y, x]
    other = pixels.material[source] != pixels.material[y, x]
    y, x, source = y[other], x[other], (source[0][other], source[1][other])
    region, rest, depth = pixels.region.copy(), pixels.rest.copy(), pixels.depth.copy()
    for array in (region, rest, depth):
        array[y, x] = array[source]
    return replace(pixels, region=region, rest=rest, depth=depth)
