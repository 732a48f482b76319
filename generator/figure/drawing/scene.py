"""One frame from pixels to drafts, back to front: props, contact, person, shade, lines."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from ..body.face import round_the_ears, round_the_nose
from ..body.mesh import BoolArray, FloatArray
from ..seeing.assembly import FIRST_PROP, REGION_NAMES, assemble_frame
from ..seeing.camera import Camera
from ..seeing.pixels import Pixels, paint_pixels
from ..seeing.staged import Staged
from ..seeing.webs import webbed
from .backdrops import backdrop_drafts
from .creases import crease_mask, visible_creases
from .drafts import (
    FILL_TOLERANCE,
    LINE_TOLERANCE,
    SOFT_TOLERANCE,
    Draft,
    Path,
    closed_draft,
    straightened,
    tail_path,
)
from .fills import region_loops
from .ground import ground_drafts, skirting_draft
from .lines import Line, drawn_lines, split_taper
from .portrait import from_the_side
from .shade import shade_frame
from .strokes import chain_points, join_strokes
from .svg import open_lines
from .trace import Chain, Kind, trace_chains
from .undersides import with_undersides

LINE_CLASSES = {
    Kind.PROP: "f-edge",
    Kind.BORDER: "f-hem",
    Kind.FINE: "f-fine",
    Kind.OCCLUSION: "f-fold",
    Kind.RIM: "f-rim",
    Kind.BEFORE: "f-before",
    Kind.SILHOUETTE: "f-line",
    Kind.UNDER: "f-under",
}
TAILS = {
    Kind.BEFORE: 2.3,
    Kind.RIM: 1.7,
    Kind.OCCLUSION: 1.6,
    Kind.BORDER: 1.4,
    Kind.FINE: 1.2,
}  # px, half the width where a tail begins
SWELL = (2.6, 1.6)  # px, half the widths between which a light outline swells to a heavy one
SWELL_REACH, FEWEST = 40, 8  # points of it over which it does; fewer are a knot
ANGULAR = frozenset({"wood", "mat", "wall"})  # tones of props with straight edges
LINE_FINER = 2  # steps per px of a drawn line
PERSON_ORDER = ("skin", "legs", "shirt", "hair", "skin far", "shirt far", "legs far", "hair far")


@dataclass(frozen=True, eq=False)
class FrameDrafts:
    """One frame's drafts in the three layers between which others are put."""

    behind: tuple[Draft, ...]  # props and their contact shadows
    person: tuple[Draft, ...]
    lines: tuple[Draft, ...]


def see_frame(posed: Staged, camera: Camera) -> Pixels:
    """Return the pixels of one posed frame."""
    return webbed(paint_pixels(assemble_frame(posed, camera), camera))


def draft_frame(
    posed: Staged,
    camera: Camera,
    pixels: Pixels,
    feet: FloatArray | None = None,
    window: tuple[int, int, int, int] | None = None,
) -> FrameDrafts:
    """Return the drafts of one frame, without target, face and arrows; `feet` as in `ground_drafts`.

    With a `window` in px it is a picture of its own: undersides are heavy, and what the window hides says
    nothing.
    """
    chains = trace_chains(pixels, _face(posed, camera, pixels))
    strokes = join_strokes(chains, pixels)
    points = chain_points(strokes, len(chains))
    creases = visible_creases(posed.solids, camera, pixels)
    lines = drawn_lines(strokes, crease_mask(creases, pixels.region.shape), window)
    if window:
        lines = with_undersides(lines, pixels.figure)
    backdrops, behind = backdrop_drafts(posed.solids, camera, pixels)
    things = (*backdrops, *prop_fills(chains, points, pixels.names, behind))
    shades = shade_frame(pixels, camera, posed.vertices)
    contact = closed_draft("f-contact", shades.contact, SOFT_TOLERANCE)
    return FrameDrafts(
        behind=(*ground_drafts(posed, camera, feet), *things, skirting_draft(posed, camera), contact),
        person=(*person_fills(chains, points), closed_draft("f-shade", shades.person, SOFT_TOLERANCE)),
        lines=tuple(line_drafts(lines, creases)),
    )


def _face(posed: Staged, camera: Camera, pixels: Pixels) -> BoolArray:
    """Return where the middle of the face and an ear are seen: their lines are drawn, not traced."""
    found: BoolArray = np.zeros(pixels.region.shape, dtype=bool)
    rest = pixels.rest[pixels.detail]
    found[pixels.detail] = round_the_nose(posed.body, rest)
    if from_the_side(posed, camera):
        found[pixels.detail] |= round_the_ears(posed.body, rest)
    return found


def prop_fills(
    chains: Sequence[Chain], points: Sequence[FloatArray], names: tuple[str, ...], done: frozenset[int]
) -> list[Draft]:
    """Return one draft per prop tone, regions already `done` left out."""
    drafts = []
    for tone in dict.fromkeys(names[FIRST_PROP:]):
        regions = {k for k, name in enumerate(names) if name == tone and k >= FIRST_PROP} - done
        draft = _fill(tone, frozenset(regions), chains, points)
        drafts.append(straightened(draft) if tone.split()[0] in ANGULAR else draft)
    return drafts


def person_fills(chains: Sequence[Chain], points: Sequence[FloatArray]) -> list[Draft]:
    """Return one draft per material, the far limbs' tint on top of it."""
    drafts = []
    for name in PERSON_ORDER:
        number = REGION_NAMES.index(name)
        both = {number, number + len(REGION_NAMES) // 2}
        drafts.append(_fill(name, frozenset({number} if name.endswith("far") else both), chains, points))
    return drafts


def _fill(name: str, regions: frozenset[int], chains: Sequence[Chain], points: Sequence[FloatArray]) -> Draft:
    """Return the filled outlines of the union of `regions`."""
    return closed_draft("f-" + name.replace(" ", "-"), region_loops(chains, points, regions), FILL_TOLERANCE)


def _swelling(line: Line) -> list[FloatArray]:
    """Return the ends of a light line over which it swells to the heavier one that it goes on as."""
    reach = min(SWELL_REACH, len(line.points) // 2)
    ends = (line.points[:reach], line.points[::-1][:reach])
    return [end for end, swells in zip(ends, line.swells, strict=True) if swells and reach > FEWEST]


def line_drafts(lines: Sequence[Line], creases: Sequence[FloatArray]) -> list[Draft]:
    """Return the drawn lines, one draft per weight, thin ones first."""
    paths: dict[Kind, list[Path]] = {kind: [] for kind in LINE_CLASSES}
    tails: list[Path] = []
    for line in lines:
        kept: Line | None = line
        if line.kind in TAILS and any(line.tapers):
            kept, ends = split_taper(line)
            tails += [tail_path(end, TAILS[line.kind]) for end in ends if len(end) > 3]
        tails += [tail_path(end, *SWELL) for end in _swelling(line)]
        if kept is not None:
            paths[line.kind].append(Path(tuple(kept.pieces()), kept.closed))
    exact = {Kind.PROP: open_lines(creases)}
    drafts = [
        Draft(css, tuple(paths[kind]), LINE_TOLERANCE, exact.get(kind, ()), finer=LINE_FINER)
        for kind, css in LINE_CLASSES.items()
    ]
    return [*drafts, Draft("f-tail", tuple(tails), 1.2)]
