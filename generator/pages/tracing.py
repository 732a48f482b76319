"""The body map as calm zones: all of the body near an area's muscles is that area, so that zones touch.

Lengths are the units of a drawn map, about 340 wide and 900 high.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Final

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageChops, ImageDraw
from scipy import ndimage

from generator.pages.zones import MUSCLE, VIEW, Outline

Mask = NDArray[np.bool_]
Points = NDArray[np.float64]
PATH: Final = re.compile(r'<path class="([\w -]+)"[^>]*? d="([^"]*)"')
PIECE: Final = re.compile(r"([MmCcLlHhVvZz])|(-?(?:\d+\.?\d*|\.\d+))")
BODY: Final = frozenset(("f-skin", "f-shirt", "f-legs", "f-hair"))
CURVE_STEPS: Final = 6
LEAST_VIEW: Final = 300.0
"""The least width and height of a view of one muscle."""
STEP: Final = 2
"""The side of a pixel; what follows is in pixels."""
REACH: Final = 17
"""How far a zone reaches beyond its muscles: over the midline and the flanks, not to hands and feet."""
THIN: Final = 11
"""Half the width of a strip that does not decide where a zone ends, as the broad muscle's at the waist."""
SMALL: Final = 150
"""Pieces with fewer pixels are no zone of their own."""
CALM: Final = 2.5
"""The blur that takes the corners off the borders between zones."""
GRID: Final = 2
"""The step of a zone's outline, before it is rounded."""


def outlines(svg: str, areas: Mapping[str, str]) -> Iterator[Outline]:
    """The zones of one drawn map; `areas` gives the area of every muscle."""
    width, height = map(int, VIEW.search(svg).groups())  # type: ignore[union-attr]  # every map has a view
    size = (width // STEP, height // STEP)
    body = _union((_filled(d, size) for name, d in PATH.findall(svg) if name in BODY), size)
    muscles: dict[str, Mask] = {}
    for muscle, d in MUSCLE.findall(svg):
        area = areas[muscle]
        muscles[area] = muscles.get(area, np.zeros(size[::-1], bool)) | _wide(_filled(d, size))
    # Small areas last: what lies over a large one is what hurts there.
    order = sorted(muscles, key=lambda area: -int(muscles[area].sum()))
    labels = _labels(body, [muscles[area] for area in order])
    for number, area in enumerate(order, 1):
        zone = labels == number
        if zone.any():
            x, y = _middle(zone)
            yield Outline(area, _path(zone), x, y)


def _wide(muscle: Mask) -> Mask:
    """A muscle without its thin strips; a thin muscle is kept."""
    kept = ndimage.binary_opening(muscle, iterations=THIN)
    return kept if kept.any() else muscle


def _without_crumbs(labels: NDArray[np.int_], count: int) -> NDArray[np.int_]:
    """Places of every zone's larger pieces; 0 elsewhere."""
    kept = np.zeros_like(labels)
    for number in range(1, count + 1):
        pieces, found = ndimage.label(labels == number)
        sizes = np.bincount(pieces.ravel())
        large = [piece for piece in range(1, found + 1) if sizes[piece] >= SMALL]
        kept[np.isin(pieces, large)] = number
    return kept


def view_round(paths: Iterable[str]) -> str:
    """The view box of a map that shows some paths large, with enough of the body to see where they lie."""
    points = np.array([point for d in paths for piece in _polygons(d) for point in piece])
    (left, top), (right, bottom) = points.min(axis=0), points.max(axis=0)
    width, height = max(LEAST_VIEW, 1.5 * (right - left)), max(LEAST_VIEW, 1.2 * (bottom - top))
    return f"{(left + right - width) / 2:.0f} {(top + bottom - height) / 2:.0f} {width:.0f} {height:.0f}"


def _labels(body: Mask, muscles: list[Mask]) -> NDArray[np.int_]:
    """Which zone every place of the body belongs to, from 1; 0 is none."""
    seeds = np.zeros(body.shape, int)
    for number, mask in enumerate(muscles, 1):
        seeds[mask] = number
    far = ndimage.distance_transform_edt(seeds == 0)
    inside = body & (ndimage.gaussian_filter(far, CALM) < REACH)
    near = _without_crumbs(np.where(inside, _nearest(seeds), 0), len(muscles))
    spread = _nearest(near)
    blurred = [ndimage.gaussian_filter((spread == n).astype(float), CALM) for n in range(1, len(muscles) + 1)]
    calm = np.where(inside, np.argmax(blurred, axis=0) + 1, 0)
    return _without_crumbs(calm, len(muscles))


def _nearest(labels: NDArray[np.int_]) -> NDArray[np.int_]:
    """Every place with the label nearest to it."""
    _, (rows, columns) = ndimage.distance_transform_edt(labels == 0, return_indices=True)
    return labels[rows, columns]  # type: ignore[no-any-return]


def _union(masks: Iterator[Mask], size: tuple[int, int]) -> Mask:
    whole = np.zeros(size[::-1], bool)
    for mask in masks:
        whole |= mask
    return ndimage.binary_fill_holes(ndimage.binary_closing(whole, iterations=2))


def _filled(d: str, size: tuple[int, int]) -> Mask:
    """The inside of a path, by the even-odd rule."""
    whole = Image.new("1", size)
    for points in _polygons(d):
        one = Image.new("1", size)
        ImageDraw.Draw(one).polygon([(x / STEP, y / STEP) for x, y in points], fill=1)
        whole = ImageChops.logical_xor(whole, one)
    return np.asarray(whole, bool)


def _polygons(d: str) -> Iterator[list[tuple[float, float]]]:
    """The pieces of a path as polygons; the engine writes M, c, l, h, v and z."""
    here = np.zeros(2)
    points: list[Points] = []
    for command, numbers in _commands(d):
        steps = np.array(numbers).reshape(-1, 1 if command in "hv" else 2)
        if command == "M":
            here, points = steps[0], [steps[0]]
        elif command == "c":
            for curve in steps.reshape(-1, 3, 2):
                points += list(_curve(here, curve + here))
                here = here + curve[2]
        elif command in "lhv":
            for step in steps:
                here = here + (step if command == "l" else [step[0], 0] if command == "h" else [0, step[0]])
                points.append(here)
        elif len(points) > 2:
            yield [(float(x), float(y)) for x, y in points]
            here, points = points[0], []


def _commands(d: str) -> Iterator[tuple[str, list[float]]]:
    command = ""
    numbers: list[float] = []
    for letter, number in PIECE.findall(d + "z"):
        if letter:
            if command:
                yield command, numbers
            command, numbers = letter if letter == "M" else letter.lower(), []
        else:
            numbers.append(float(number))
    yield command, numbers


def _curve(start: Points, controls: Points) -> Iterator[Points]:
    for t in np.linspace(1 / CURVE_STEPS, 1, CURVE_STEPS):
        u = 1 - t
        yield u**3 * start + 3 * u * u * t * controls[0] + 3 * u * t * t * controls[1] + t**3 * controls[2]


def _middle(zone: Mask) -> tuple[int, int]:
    """The place deepest inside, where a number or a name stands clear of the edge."""
    row, column = np.unravel_index(int(ndimage.distance_transform_edt(zone).argmax()), zone.shape)
    return int(column) * STEP, int(row) * STEP


def _path(zone: Mask) -> str:
    """The outline of a mask, its corners rounded through the middles of its edges."""
    rows, columns = (GRID * (side // GRID + 3) for side in zone.shape)
    framed = np.zeros((rows, columns))
    framed[GRID : GRID + zone.shape[0], GRID : GRID + zone.shape[1]] = zone
    coarse = framed.reshape(rows // GRID, GRID, columns // GRID, GRID).mean(axis=(1, 3)) > 0.3
    return "".join(
        _rounded([((x - 1) * GRID * STEP, (y - 1) * GRID * STEP) for x, y in loop]) for loop in _loops(coarse)
    )


def _loops(mask: Mask) -> Iterator[list[tuple[int, int]]]:
    """The borders of a mask as closed walks along the grid, the inside on the right."""
    padded = np.pad(mask, 1)
    after: dict[tuple[int, int], list[tuple[int, int]]] = {}
    for y, x in np.argwhere(padded):
        x, y = int(x), int(y)
        for (dx, dy), (a, b) in (
            ((0, -1), ((x, y), (x + 1, y))),
            ((1, 0), ((x + 1, y), (x + 1, y + 1))),
            ((0, 1), ((x + 1, y + 1), (x, y + 1))),
            ((-1, 0), ((x, y + 1), (x, y))),
        ):
            if not padded[y + dy, x + dx]:
                after.setdefault(a, []).append(b)
    while after:
        start = here = next(iter(after))
        walk = []
        while here in after:
            walk.append((here[0] - 1, here[1] - 1))
            following = after[here].pop()
            if not after[here]:
                del after[here]
            here = following
            if here == start:
                break
        yield walk


def _rounded(corners: list[tuple[int, int]]) -> str:
    points = corners[::2]
    middles = [
        ((a[0] + b[0]) / 2, (a[1] + b[1]) / 2) for a, b in zip(points, points[1:] + points[:1], strict=True)
    ]
    first = middles[-1]
    bends = "".join(f"Q{x} {y} {mx:g} {my:g}" for (x, y), (mx, my) in zip(points, middles, strict=True))
    return f"M{first[0]:g} {first[1]:g}{bends}Z"
