"""One frame from pixels to shapes, back to front: props, contact, person, target, shade, lines."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from .assembly import FIRST_PROP, REGION_NAMES, assemble_frame
from .camera import Camera
from .creases import crease_mask, visible_creases
from .fills import region_loops
from .fit import fit_curves
from .lines import Line, drawn_lines, split_taper
from .mesh import FloatArray
from .pixels import Pixels, paint_pixels
from .pose import Posed
from .shade import shade_frame
from .strokes import chain_points, join_strokes
from .svg import Outline, Shape, open_lines
from .trace import Chain, Kind, trace_chains

LINE_TOLERANCE = 0.9  # px between a drawn line and the traced one
FILL_TOLERANCE = 1.6  # px; fills end under lines
SOFT_TOLERANCE = 2.2  # px, for shades
TAIL_WIDTH = 2.2  # px, half the width where a tapering line begins
TAIL_TIP = 0.35  # px, half the width where it ends
LINE_CLASSES = {
    Kind.PROP: "f-edge",
    Kind.BORDER: "f-hem",
    Kind.FINE: "f-fine",
    Kind.OCCLUSION: "f-fold",
    Kind.SILHOUETTE: "f-line",
}
TAIL_KINDS = (Kind.OCCLUSION, Kind.FINE)
PERSON_ORDER = ("skin", "legs", "shirt", "hair", "hair far", "skin far", "shirt far", "legs far")


def see_frame(posed: Posed, camera: Camera) -> Pixels:
    """Return the pixels of one posed frame."""
    return paint_pixels(assemble_frame(posed, camera), camera)


def frame_shapes(posed: Posed, camera: Camera, pixels: Pixels) -> list[Shape]:
    """Return the shapes of one frame, back to front, without target, face and arrows."""
    chains = trace_chains(pixels)
    strokes = join_strokes(chains, pixels)
    points = chain_points(strokes, len(chains))
    creases = visible_creases(posed.solids, camera, pixels)
    lines = drawn_lines(strokes, crease_mask(creases, pixels.region.shape))
    shades = shade_frame(pixels, camera, posed.vertices)
    return [
        *prop_fills(chains, points, pixels.names),
        soft_shape("f-contact", shades.soft),
        soft_shape("f-core", shades.core),
        *person_fills(chains, points),
        soft_shape("f-shade", shades.person),
        *line_shapes(lines, creases),
    ]


def prop_fills(chains: Sequence[Chain], points: Sequence[FloatArray], names: tuple[str, ...]) -> list[Shape]:
    """Return one shape per prop tone."""
    tones = dict.fromkeys(names[FIRST_PROP:])
    return [
        shape
        for tone in tones
        if (shape := _fill(tone, frozenset(k for k, name in enumerate(names) if name == tone and k >= FIRST_PROP), chains, points))
    ]


def person_fills(chains: Sequence[Chain], points: Sequence[FloatArray]) -> list[Shape]:
    """Return one shape per material, the far limbs' tint on top of it."""
    shapes = []
    for name in PERSON_ORDER:
        number = REGION_NAMES.index(name)
        regions = frozenset({number} if name.endswith("far") else {number, number + len(REGION_NAMES) // 2})
        shape = _fill(name, regions, chains, points)
        if shape:
            shapes.append(shape)
    return shapes


def _fill(
    name: str, regions: frozenset[int], chains: Sequence[Chain], points: Sequence[FloatArray]
) -> Shape | None:
    """Return the filled shape of the union of `regions`, None if none of it is seen."""
    loops = region_loops(chains, points, regions)
    fitted = fit_curves(loops, FILL_TOLERANCE)
    outlines = tuple(Outline(curves, True) for curves in fitted if len(curves))
    return Shape("f-" + name.replace(" ", "-"), outlines) if outlines else None


def soft_shape(css: str, loops: Sequence[FloatArray]) -> Shape:
    """Return closed px outlines `(n, 2)` as one loosely fitted shape."""
    return Shape(css, tuple(Outline(curves, True) for curves in fit_curves(loops, SOFT_TOLERANCE)))


def line_shapes(lines: Sequence[Line], creases: Sequence[FloatArray]) -> list[Shape]:
    """Return the drawn lines, one shape per weight, thin ones first."""
    whole: dict[Kind, list[Line]] = {kind: [] for kind in LINE_CLASSES}
    tails: list[Outline] = []
    for line in lines:
        kept: Line | None = line
        if line.kind in TAIL_KINDS and any(line.tapers):
            kept, ends = split_taper(line)
            tails += [tail_outline(end) for end in ends if len(end) > 3]
        if kept is not None:
            whole[line.kind].append(kept)
    shapes = [Shape(css, _fitted(whole[kind])) for kind, css in LINE_CLASSES.items()]
    edges = Shape(shapes[0].css, (*open_lines(creases), *shapes[0].outlines))
    return [edges, *shapes[1:], Shape("f-tail", tuple(tails))]


def _fitted(lines: Sequence[Line]) -> tuple[Outline, ...]:
    """Return `lines` as outlines, broken only at their corners."""
    pieces = [line.pieces() for line in lines]
    curves = iter(fit_curves([piece for group in pieces for piece in group], LINE_TOLERANCE))
    return tuple(
        Outline(np.concatenate([next(curves) for _ in group]), line.closed)
        for line, group in zip(lines, pieces, strict=True)
    )


def tail_outline(points: FloatArray) -> Outline:
    """Return the wedge along `points` (n, 2) px that thins out towards their end."""
    way = np.gradient(points, axis=0)
    across = np.stack([-way[:, 1], way[:, 0]], axis=1) / np.maximum(np.linalg.norm(way, axis=1), 1e-9)[:, None]
    half = np.linspace(TAIL_WIDTH, TAIL_TIP, len(points))[:, None]
    sides = [points + across * half, (points - across * half)[::-1]]
    left, right = fit_curves(sides, 1.2)
    tip = np.stack([left[-1, 3], left[-1, 3], right[0, 0], right[0, 0]])[None]
    return Outline(np.concatenate([left, tip, right]), True)
