"""Still pictures of the standing body: insets that show a muscle, and the body map."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import lru_cache

import numpy as np

from .blades import blade_drafts
from .body import Body, load_body
from .camera import Camera, Direction, frame_camera
from .contour import mask_loops
from .drafts import Draft, closed_draft, finish_drafts
from .drawn import BodyMap
from .mesh import FloatArray, IntArray
from .muscles import PATCHES
from .pixels import Pixels
from .portrait import face_drafts
from .scene import FrameDrafts, draft_frame, see_frame
from .skin import skin
from .staged import Still
from .svg import Drawing, Shape, render_svg
from .target import PATCH_TOLERANCE, STEP, Muscle, muscle_mask, paint_target

ARMS_DOWN = 24.0  # degrees the arms hang lower than in the rest pose
FRONT, BACK = Direction(0.0, 3.0), Direction(180.0, 3.0)
INSET_SIDE = 520  # px, longer side of the picture an inset is cut from, per metre of window
INSET_WINDOW = (0.57, 0.78)  # m, width and height
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


@lru_cache(maxsize=4)
def _still(body: Body, direction: Direction, long_side: int) -> tuple[Camera, Pixels, FrameDrafts]:
    """Return the standing body seen from one direction; the same for every muscle."""
    posed = standing(body)
    camera = frame_camera(direction, [posed.vertices], margin=8, long_side=long_side)
    pixels = see_frame(posed, camera)
    return camera, pixels, draft_frame(posed, camera, pixels)


def draw_inset(
    body: Body, view: str, muscles: Sequence[Muscle], prefix: str, title: str, description: str
) -> str:
    """Return a small picture of the trunk from the "front" or "back" with `muscles` painted."""
    direction = FRONT if view == "front" else BACK
    camera, pixels, still = _still(body, direction, int(INSET_SIDE * body.measures.height))
    target = paint_target(pixels, body, muscles)
    face = face_drafts(standing(body), camera, pixels)
    window = _inset_window(camera, pixels, np.argwhere(target.mask).astype(np.int64))
    blades = blade_drafts(pixels, body, muscles)
    shapes = finish_drafts([*still.person, *blades, *target.drafts, *still.lines, *face])
    return render_svg(
        Drawing(prefix, title, description, f"fig fig-inset fig-{body.tone}", window, _within(shapes, window))
    )


def _inset_window(camera: Camera, pixels: Pixels, painted: IntArray) -> tuple[int, int, int, int]:
    """Return the px window round the painted pixels `(p, 2)` (row, column), kept on the body."""
    rows = np.flatnonzero(pixels.figure.any(axis=1))
    width, height = (int(side * camera.scale) for side in INSET_WINDOW)
    middle = float(painted[:, 0].mean()) if len(painted) else float(rows.mean())
    top = int(np.clip(middle - height / 2, rows[0] - 12, max(rows[-1] + 12 - height, rows[0] - 12)))
    return (camera.width - width) // 2, top, width, height


def _within(shapes: Sequence[Shape], window: tuple[int, int, int, int]) -> tuple[Shape, ...]:
    """Return the shapes without outlines that lie wholly outside the window."""
    low = np.array(window[:2]) - 8
    high = np.array(window[:2]) + np.array(window[2:]) + 8
    kept = []
    for shape in shapes:
        near = [
            outline
            for outline in shape.outlines
            if len(outline.curves)
            and (outline.curves.max(axis=(0, 1)) > low).all()
            and (outline.curves.min(axis=(0, 1)) < high).all()
        ]
        kept.append(replace(shape, outlines=tuple(near)))
    return tuple(kept)


def draw_body_map(labels: Mapping[str, str], prefix: str = "body-map", body_name: str = "woman") -> BodyMap:
    """Return front and back of the body, each muscle of `labels` (id to plain words) a region of its own."""
    body = load_body(body_name)
    pictures = [
        _map_side(body, side, direction, labels, f"{prefix}-{side}")
        for side, direction in (("front", FRONT), ("back", BACK))
    ]
    return BodyMap(*pictures)


def _map_side(body: Body, side: str, direction: Direction, labels: Mapping[str, str], prefix: str) -> str:
    camera, pixels, still = _still(body, direction, MAP_SIDE)
    regions = [_region(name, body, pixels) for name in labels if side in PATCHES[name].seen_from]
    found = sorted((draft for draft in regions if draft.paths), key=lambda draft: -_extent(draft))
    shapes = [
        replace(shape, muscle=draft.muscle, label=labels[draft.muscle])
        for draft in found
        for shape in finish_drafts([draft])
    ]
    face = face_drafts(standing(body), camera, pixels)
    parts = (*finish_drafts(still.person), *shapes, *finish_drafts([*still.lines, *face]))
    words = f"Map of the muscles seen from the {side}"
    window = (0, 0, camera.width, camera.height)
    return render_svg(
        Drawing(prefix, words, "Each muscle is a region.", f"fig fig-map fig-{body.tone}", window, parts)
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
