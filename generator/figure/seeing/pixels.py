"""One frame as pixels: region, rest position, depth and normal of what each pixel shows, slivers removed."""

from __future__ import annotations

from collections.abc import Container
from dataclasses import dataclass, replace
from functools import cached_property

import numpy as np
from scipy import ndimage

from ..body.body import Material
from ..body.mesh import BoolArray, FloatArray, IntArray
from .assembly import FAR, FIRST_PROP, HEAD_GAP, MATERIALS, Assembly
from .camera import Camera
from .masks import box_round, grown, shrunk
from .raster import rasterise

PAPER = -1  # region of a pixel that shows nothing
FAR_AWAY = 1000.0  # m, depth of paper
NORMAL_STEP = 2  # px between normals
SMALLEST_ISLAND = 200  # px²
SLIVER = 2  # px, half the width of a strip that vanishes
FAR_SLIVER = 6  # px, the same for far cloth that peeps out beside the near: its outlines would blot
FAR_CLOTH = (FAR + Material.SHIRT, FAR + Material.LEGGINGS)
SLIT = 3  # px, half the width of a gap between two parts of the person that is closed to one line
SLIT_GAP = 0.33  # of the usual rest distance that makes an edge where a gap was closed
NOTCH = 9  # px, the same between collar and neck
COLLAR = 7  # px, half the width of a collar's far rim that looks out behind the neck
NECK_HALF = 0.12  # m from the midline at rest that neck and head reach, and no hand
SLIVER_REACH = 11  # px over which a sliver or an island looks for its new region


@dataclass(frozen=True, eq=False)
class Pixels:
    """Arrays of shape `(height, width)`, rest positions (m) and normals `(height, width, 3)`."""

    region: IntArray
    rest: FloatArray
    depth: FloatArray
    normal: FloatArray  # of every NORMAL_STEP-th row and column
    gap: FloatArray
    solid: IntArray
    names: tuple[str, ...]

    @cached_property
    def figure(self) -> BoolArray:
        """Return where the person is seen."""
        return np.asarray((self.region >= 0) & (self.region < FIRST_PROP))

    @cached_property
    def prop(self) -> BoolArray:
        """Return where a prop is seen."""
        return np.asarray(self.region >= FIRST_PROP)

    @cached_property
    def material(self) -> IntArray:
        """Return the material where the person is seen, -1 elsewhere."""
        return np.where(self.figure, self.region % MATERIALS, PAPER)

    @cached_property
    def detail(self) -> BoolArray:
        """Return where skin of a hand, a foot, the neck or the face is seen."""
        return np.asarray((self.material == Material.SKIN) & (self.gap <= HEAD_GAP))


def paint_pixels(assembly: Assembly, camera: Camera) -> Pixels:
    """Return what `camera` sees of `assembly`."""
    points = camera.project(assembly.vertices)
    points[:, 2] -= assembly.bias
    buffers = rasterise(points, assembly.faces, camera.width, camera.height)
    pixels = Pixels(
        region=buffers.spread(assembly.region.astype(np.int16), PAPER),
        rest=buffers.interpolate(assembly.faces, assembly.rest),
        depth=np.where(buffers.covered, buffers.depth, FAR_AWAY),
        normal=buffers.interpolate(assembly.faces, assembly.normals, NORMAL_STEP),
        gap=buffers.spread(assembly.gap.astype(np.float32), 1.0),
        solid=buffers.spread(assembly.solid.astype(np.int16), PAPER),
        names=assembly.names,
    )
    return cleaned(pixels)


def cleaned(pixels: Pixels) -> Pixels:
    """Return `pixels` with tiny islands and thin slivers of a region given to their neighbours."""
    thin = _slivers(pixels.material, range(MATERIALS), SLIVER)
    beside = _slivers(pixels.region, FAR_CLOTH, FAR_SLIVER)
    slit = _slits(pixels.figure) | _notches(pixels)
    small = _islands(pixels.region)
    rim = _far_rims(pixels)
    bad = small | thin | slit | beside | rim
    sound = _given(pixels, bad, small | beside)
    sound.gap[slit] *= SLIT_GAP
    left = _islands(sound.region)  # what hung by a sliver
    return _given(sound, left, left) if left.any() else sound


def _given(pixels: Pixels, bad: BoolArray, always: BoolArray) -> Pixels:
    """Return `pixels` with those `bad` given to sound neighbours of another material, or `always`."""
    y, x, giver_y, giver_x = _givers(bad)
    other = always[y, x] | (pixels.material[giver_y, giver_x] != pixels.material[y, x])
    taken, source = (y[other], x[other]), (giver_y[other], giver_x[other])
    region, rest = pixels.region.copy(), pixels.rest.copy()
    depth, gap = pixels.depth.copy(), pixels.gap.copy()
    for array in (region, rest, depth, gap):
        array[taken] = array[source]
    return replace(pixels, region=region, rest=rest, depth=depth, gap=gap)


def _givers(bad: BoolArray) -> tuple[IntArray, IntArray, IntArray, IntArray]:
    """Return row and column of each bad pixel and of the nearest sound one within reach."""
    sound = ~np.pad(bad, SLIVER_REACH, mode="edge")  # so that no neighbour lies beyond the picture
    wide = sound.shape[1]
    y, x = np.nonzero(bad)
    down, right = np.zeros(len(y), dtype=np.int64), np.zeros(len(x), dtype=np.int64)
    waiting, place = np.arange(len(y)), (y + SLIVER_REACH) * wide + x + SLIVER_REACH
    for i, j in _NEAREST_FIRST:
        if not len(waiting):
            break
        taken = sound.ravel()[place + (i * wide + j)]
        down[waiting[taken]], right[waiting[taken]] = i, j
        waiting, place = waiting[~taken], place[~taken]
    found = (down != 0) | (right != 0)
    y, x = y[found], x[found]
    giver_y = np.clip(y + down[found], 0, bad.shape[0] - 1)
    return y, x, giver_y, np.clip(x + right[found], 0, bad.shape[1] - 1)


def _nearest_first(reach: int) -> list[tuple[int, int]]:
    """Return all steps down and right of at most `reach` px, the shortest first."""
    steps = [(i, j) for i in range(-reach, reach + 1) for j in range(-reach, reach + 1)]
    near = (step for step in steps if 0 < step[0] ** 2 + step[1] ** 2 <= reach**2)
    return sorted(near, key=lambda step: (step[0] ** 2 + step[1] ** 2, step))


_NEAREST_FIRST = _nearest_first(SLIVER_REACH)


def _slits(figure: BoolArray, half: int = SLIT) -> BoolArray:
    """Return the pixels between parts of the person, such as fingers, too narrow to draw both edges."""
    rim = 2 * half
    closed = shrunk(grown(np.pad(figure, rim), half), half)[rim:-rim, rim:-rim]
    return np.asarray(closed & ~figure)


def _notches(pixels: Pixels) -> BoolArray:
    """Return the pixels between a collar and the neck: a rim that stands off reads as a hook."""
    found, neck = np.zeros(pixels.region.shape, dtype=bool), _neck(pixels)
    box = box_round(neck, 4 * NOTCH)  # as far as pixels beside it are looked at
    shirt = pixels.material[box] == Material.SHIRT
    beside = grown(neck[box], 2 * NOTCH) & grown(shirt, 2 * NOTCH)
    found[box] = _slits(pixels.figure[box], NOTCH) & beside
    return found


def _far_rims(pixels: Pixels) -> BoolArray:
    """Return the pixels of a collar that looks out behind the neck as a strip: it reads as a hook."""
    found, neck = np.zeros(pixels.region.shape, dtype=bool), _neck(pixels)
    box = box_round(neck, 4 * COLLAR)
    strips = _thin(pixels.material[box] == Material.SHIRT, COLLAR)
    found[box] = strips & grown(neck[box], 2 * COLLAR) & grown(~pixels.figure[box], 2 * COLLAR)
    return found


def _neck(pixels: Pixels) -> BoolArray:
    """Return where skin or hair of neck and head is seen."""
    middle = np.abs(pixels.rest[..., 0]) < NECK_HALF
    return np.asarray(middle & ((pixels.material == Material.HAIR) | pixels.detail))


def _islands(region: IntArray) -> BoolArray:
    """Return the pixels of patches too small to draw."""
    small = np.zeros(region.shape, dtype=bool)
    for number, box in enumerate(ndimage.find_objects(region + 1)):
        if box is None:
            continue
        patches, count = ndimage.label(region[box] == number)
        little = np.bincount(patches.ravel(), minlength=2) < SMALLEST_ISLAND
        little[0] = False
        if count > 1 and little.any():
            small[box] |= little[patches]
    return small


def _slivers(label: IntArray, numbers: Container[int], half: int) -> BoolArray:
    """Return the pixels of some labels where these are strips less than two times `half` px wide."""
    thin = np.zeros(label.shape, dtype=bool)
    for number, box in enumerate(ndimage.find_objects(label + 1)):
        if box is not None and number in numbers:
            thin[box] |= _thin(label[box] == number, half)
    return thin


def _thin(mask: BoolArray, half: int) -> BoolArray:
    """Return where a mask is less than two times `half` px wide."""
    rim = half + 1
    padded = np.pad(mask, rim)
    return np.asarray(mask & ~grown(shrunk(padded, half), half)[rim:-rim, rim:-rim])
