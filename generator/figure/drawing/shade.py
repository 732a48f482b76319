"""One cel shade on the person and contact shadows on what carries it."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from scipy import ndimage
from scipy.spatial import cKDTree

from ..body.body import Material
from ..body.mesh import BoolArray, FloatArray, IntArray
from ..seeing.assembly import HEAD_GAP
from ..seeing.camera import Camera
from ..seeing.masks import grown, shrunk
from ..seeing.pixels import NORMAL_STEP, Pixels
from .contour import blurred_within, mask_loops

LIGHT = np.array(
    [-0.7, 0.45, 0.55]
)  # from the viewer's left and above: shade runs down the far side of a form
SHADE_BELOW = 0.0  # cosine to the light under which a surface is shaded: a strip with an edge, no stains
SHADE_BLUR = 16.0  # px
SHADE_SMOOTH = 14.0  # px along a shade's outline
SHADE_NARROW = 4  # times SHADE_STEP px, half the width below which a shade is a splinter
BORDERING = 0.42  # share of a shade's rim that lies on its garment's edge; islands read as stains
ACROSS = 0.66  # the same, from which a shade on a bare limb is a band right across it: a stain, too
SHADE_STEP = NORMAL_STEP  # px between points tested for light
SHADE_SMALLEST = 2200.0  # px²
SHADED = (Material.SKIN, Material.SHIRT, Material.LEGGINGS)
CAST = (3, 6, 9, 12, 15)  # px down and right to which a part casts shade on another
CAST_ABOVE = 0.025  # m it must be nearer to the viewer
CAST_APART = 0.12  # m between their rest positions: no part shades its own round
CAST_SMALLEST = 1500.0  # px²
CONTACT = 0.055  # m from the body
CONTACT_SMOOTH, CONTACT_SMALLEST = 6.0, 160.0  # px along the outline, px²
CONTACT_STEP, CONTACT_FINER = 4, 2  # px between tested points; points put between them
CONTACT_REACH = 0.08  # m; SOFT_CONTACT and as far as the blur reaches
TOWARD_VIEWER = 0.030  # m that a shadow on a level surface creeps towards a low camera
NO_HALO = 1.3  # how much narrower a shadow is all round the body than on the viewer's side
ASIDE = 0.022  # m that a shadow on a wall falls right and down, away from the light
WALL_NARROWING = 1.7  # how much narrower a shadow is on a wall than on the floor
LEVEL = 0.8  # upward share of a surface's normal that counts as level
THINNING = 3  # every so many body vertices are enough to measure distances


@dataclass(frozen=True, eq=False)
class Shades:
    """Closed outlines in px of the shade on the person and of the contact shadow."""

    person: list[FloatArray]
    contact: list[FloatArray]


def shade_frame(pixels: Pixels, camera: Camera, body: FloatArray) -> Shades:
    """Return the shades of one frame; `body` (n, 3) are the person's vertices in metres."""
    near = contact_distance(pixels, camera, body)
    return Shades(
        person=_shade_loops(own_shade(pixels, camera) | cast_shade(pixels), pixels),
        contact=_contact_loops(near < CONTACT, CONTACT_SMOOTH, CONTACT_SMALLEST),
    )


def _contact_loops(mask: BoolArray, smoothing: float, smallest: float) -> list[FloatArray]:
    """Return the px outlines of a mask on the grid of contact distances."""
    step = CONTACT_STEP // CONTACT_FINER
    return [loop * step for loop in mask_loops(mask, smoothing / step, smallest / step**2)]


def _shade_loops(shaded: BoolArray, pixels: Pixels) -> list[FloatArray]:
    """Return the px outlines of all shade on the person, none of which leaves it or crosses another."""
    person = shrunk(pixels.figure[::SHADE_STEP, ::SHADE_STEP])
    broad = ndimage.binary_opening(shaded & person, iterations=SHADE_NARROW)
    smallest = CAST_SMALLEST / SHADE_STEP**2
    return [loop * SHADE_STEP for loop in mask_loops(broad, SHADE_SMOOTH / SHADE_STEP, smallest)]


def own_shade(pixels: Pixels, camera: Camera) -> BoolArray:
    """Return what the light does not reach, garment by garment, of every SHADE_STEP-th row and column."""
    light = LIGHT / np.linalg.norm(LIGHT) @ camera.direction.axes()
    every = slice(None, None, SHADE_STEP)
    lit, material = pixels.normal @ light.astype(np.float32), pixels.material[every, every]
    face = (material == Material.SKIN) & (pixels.gap[every, every] <= HEAD_GAP)
    found = np.zeros(material.shape, dtype=bool)
    for number in SHADED:
        inside = (material == number) & ~face
        dark = inside & (blurred_within(lit, inside, SHADE_BLUR / SHADE_STEP) < SHADE_BELOW)
        most = ACROSS if number == Material.SKIN else 1.0
        found |= _large(_beside_an_edge(dark, inside, most), SHADE_SMALLEST)
    return found


def cast_shade(pixels: Pixels) -> BoolArray:
    """Return where an arm or another part casts shade on what is behind it, at the same points."""
    every = slice(None, None, SHADE_STEP)
    depth, rest, person = (each[every, every] for each in (pixels.depth, pixels.rest, pixels.figure))
    person = person & (pixels.material[every, every] != Material.HAIR)
    shaded = np.zeros_like(person)
    for far in (step // SHADE_STEP for step in CAST):
        here, there = (slice(far, None), slice(far, None)), (slice(None, -far), slice(None, -far))
        above = person[here] & person[there] & (depth[here] - depth[there] > CAST_ABOVE)
        way = rest[here][above] - rest[there][above]
        above[above] = np.linalg.norm(way, axis=-1) > CAST_APART
        shaded[here] |= above
    return _large(shaded, CAST_SMALLEST)


def _large(mask: BoolArray, smallest: float) -> BoolArray:
    """Return the pieces of a mask of every SHADE_STEP-th row and column that have `smallest` px² or more."""
    pieces, _ = ndimage.label(mask)
    sizes = np.bincount(pieces.ravel()) * SHADE_STEP**2
    sizes[0] = 0
    return np.asarray((sizes >= smallest)[pieces])


def _beside_an_edge(dark: BoolArray, inside: BoolArray, most: float) -> BoolArray:
    """Return the pieces of `dark` that follow the edge of the garment, the area `inside`.

    Of their rims at least BORDERING and at most the share `most` lies on that edge.
    """
    if not dark.any():
        return dark
    pieces, count = ndimage.label(dark)
    rim = dark & ~shrunk(dark)
    edge = rim & grown(~inside)
    rims, edges = (np.bincount(pieces[each], minlength=count + 1) for each in (rim, edge))
    return np.asarray(dark & ((edges > BORDERING * rims) & (edges <= most * rims))[pieces])


def contact_distance(pixels: Pixels, camera: Camera, body: FloatArray) -> FloatArray:
    """Return the true distance in m of floor and props from the body, up to the reach, every other px."""
    height, width = pixels.region.shape
    rows, columns = np.arange(1, height, CONTACT_STEP), np.arange(1, width, CONTACT_STEP)
    grid = np.ix_(rows, columns)
    where, level = _support_points(pixels, camera, rows, columns)
    known = np.isfinite(where[..., 0])
    distance = np.full(known.shape, CONTACT_REACH)
    distance[known] = _distances(where[known], level[known], camera, body)
    person = pixels.figure[grid]
    if person.any() and known.any():
        source = ndimage.distance_transform_edt(~known, return_distances=False, return_indices=True)
        distance = np.where(person, distance[tuple(source)], distance)
    smooth = ndimage.gaussian_filter(distance, 0.8)
    return np.asarray(ndimage.zoom(smooth, CONTACT_FINER, order=1, grid_mode=True, mode="nearest"))


def _support_points(
    pixels: Pixels, camera: Camera, rows: IntArray, columns: IntArray
) -> tuple[FloatArray, BoolArray]:
    """Return the point of floor or prop seen at each grid pixel (nan on the person), and if it is level."""
    grid = np.ix_(rows, columns)
    x, y = np.meshgrid(columns + 0.5, rows + 0.5)
    floor = camera.floor_points(np.stack([x.ravel(), y.ravel()], axis=1)).reshape(*x.shape, 3)
    prop, person = pixels.prop[grid], pixels.figure[grid]
    depth = np.where(prop, pixels.depth[grid], 0.0)
    solid = camera.points_at(np.stack([x.ravel(), y.ravel()], axis=1), depth.ravel()).reshape(*x.shape, 3)
    where = np.where(prop[..., None], solid, floor)
    where[person] = np.nan
    level = ~prop | (pixels.normal[np.ix_(rows // NORMAL_STEP, columns // NORMAL_STEP)][..., 1] > LEVEL)
    return where, level


def _distances(points: FloatArray, level: BoolArray, camera: Camera, body: FloatArray) -> FloatArray:
    """Return how far in metres `points` lie from the body, level ones also tried nearer to the viewer."""
    out = np.full(len(points), CONTACT_REACH)
    low, high = body.min(axis=0) - CONTACT_REACH, body.max(axis=0) + CONTACT_REACH
    close = ((points > low) & (points < high)).all(axis=1)
    if not close.any():
        return out
    tree = cKDTree(body[::THINNING])
    right, up, toward = camera.direction.axes()
    ahead = toward * [1, 0, 1]
    ahead = ahead / max(float(np.linalg.norm(ahead)), 1e-9) * TOWARD_VIEWER
    tried, flat = points[close], level[close]
    shift = np.where(flat[:, None], -ahead, (up - right) * ASIDE)
    shifted = tree.query(tried + shift, distance_upper_bound=CONTACT_REACH)[0]
    direct = tree.query(tried, distance_upper_bound=CONTACT_REACH)[0]
    below = np.minimum(direct * NO_HALO, shifted)
    nearest = np.where(flat, below, np.maximum(direct, shifted) * WALL_NARROWING)
    out[close] = np.minimum(nearest, CONTACT_REACH)
    return out
