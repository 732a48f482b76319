"""The standing body, and the body map drawn on it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from functools import lru_cache

import numpy as np

from ..anatomy.muscles import PATCHES, Muscle
from ..body.body import Body, load_body
from ..body.mesh import FloatArray
from ..body.skin import skin
from ..seeing.camera import Camera, Direction, frame_camera
from ..seeing.pixels import Pixels
from ..seeing.staged import Still
from .contour import STEP, mask_loops
from .drafts import Draft, closed_draft, finish_drafts
from .drawn import BodyMap
from .portrait import face_drafts
from .scene import FrameDrafts, draft_frame, see_frame
from .svg import Drawing, render_svg
from .target import PATCH_TOLERANCE, muscle_mask

ARMS_DOWN = 24.0  # degrees the arms hang lower than in the rest pose
FRONT, BACK = Direction(0.0, 3.0), Direction(180.0, 3.0)
MAP_SIDE = 900  # px
ARM_JOINTS = ("upperarm", "lowerarm", "wrist", "finger", "metacarpal")
SMALLEST_MAP_PATCH = 60.0  # px²


@lru_cache(maxsize=4)
def standing(body: Body) -> Still:
    """Return `body` upright with its arms lowered."""
    transforms = np.tile(np.eye(4), (len(body.joints), 1, 1))
    for suffix, sign in ((".L", -1.0), (".R", 1.0)):
        turn = _lowering(body.head[body.joint("upperarm01" + suffix)], sign * ARMS_DOWN)
        for number, name in enumerate(body.joints):
            if name.endswith(suffix) and name.startswith(ARM_JOINTS):
                transforms[number] = turn
    return Still(body, skin(body, transforms), transforms)


def _lowering(centre: FloatArray, degrees: float) -> FloatArray:
    """Return the turn `(4, 4)` about the front-back axis through `centre`."""
    angle = np.radians(degrees)
    out = np.eye(4)
    out[:2, :2] = [[np.cos(angle), -np.sin(angle)], [np.sin(angle), np.cos(angle)]]
    out[:3, 3] = centre - out[:3, :3] @ centre
    return out


def _still(body: Body, direction: Direction) -> tuple[Camera, Pixels, FrameDrafts]:
    """Return the standing body seen from one direction."""
    posed = standing(body)
    camera = frame_camera(direction, [posed.vertices], margin=8, long_side=MAP_SIDE)
    pixels = see_frame(posed, camera)
    return camera, pixels, draft_frame(posed, camera, pixels)


def draw_body_map(labels: Mapping[str, str], prefix: str = "body-map", body_name: str = "woman") -> BodyMap:
    """Return front and back of the body, each muscle of `labels` (id to plain words) a region of its own."""
    body = load_body(body_name)
    # A handbook may name muscles that have no place on this body: they are words without a region.
    placed = {name: words for name, words in labels.items() if name in PATCHES}
    pictures = [
        _map_side(body, side, direction, placed, f"{prefix}-{side}")
        for side, direction in (("front", FRONT), ("back", BACK))
    ]
    return BodyMap(*pictures)


def _map_side(body: Body, side: str, direction: Direction, labels: Mapping[str, str], prefix: str) -> str:
    camera, pixels, still = _still(body, direction)
    regions = [_region(name, body, pixels) for name in labels if side in PATCHES[name].seen_from]
    found = sorted((draft for draft in regions if draft.paths), key=lambda draft: -_extent(draft))
    shapes = [
        replace(shape, muscle=draft.muscle, label=labels[draft.muscle])
        for draft in found
        for shape in finish_drafts([draft])
    ]
    face = face_drafts(standing(body), camera, pixels)
    person = [draft for draft in still.person if draft.css != "f-shade"]
    parts = (*finish_drafts(person), *shapes, *finish_drafts([*still.lines, *face]))
    words = f"Map of the muscles seen from the {side}"
    window = (0, 0, camera.width, camera.height)
    return render_svg(
        Drawing(prefix, words, "Each muscle is a region.", f"fig fig-map {body.css}", window, parts)
    )


def _region(name: str, body: Body, pixels: Pixels) -> Draft:
    """Return the outline of one muscle on both sides."""
    seen = muscle_mask(pixels, body, Muscle(name, "both"))
    loops = [loop * STEP for loop in mask_loops(seen, 3.0, SMALLEST_MAP_PATCH / STEP**2)]
    css = "f-muscle f-muscle-deep" if PATCHES[name].deep else "f-muscle"
    return replace(closed_draft(css, loops, PATCH_TOLERANCE), muscle=name)


def _extent(draft: Draft) -> float:
    """Return the area in px² of the box round a draft."""
    points = np.vstack([piece for path in draft.paths for piece in path.pieces])
    return float(np.ptp(points, axis=0).prod())
