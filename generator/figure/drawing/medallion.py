"""Medallions: round insets of the standing body, near enough to a muscle to show where it lies."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache

import numpy as np
from scipy import ndimage

from ..anatomy.muscles import Muscle
from ..body.body import Body
from ..seeing.camera import Camera, Direction, frame_camera
from ..seeing.pixels import PAPER, Pixels
from .drafts import finish_drafts
from .portrait import face_drafts
from .scene import draft_frame, see_frame
from .stills import BACK, FRONT, standing
from .svg import Drawing, render_svg
from .target import paint_target

SIDE = 400  # px across
NARROWEST, WIDEST = 0.56, 0.68  # m across where the head is too far: enough body to know the place
NECK_NARROWEST = 0.42  # m across where the head is in the picture
NECK_BELOW_CROWN = 0.34  # m below the crown down to which a patch's middle belongs to the neck
ABOVE_CROWN, BELOW_PATCH = 0.03, 0.14  # m shown beyond both where head and patch go into one picture
FARTHEST_HEAD = 1.5  # m across up to which they do, down to the knees: the head tells front from back
AROUND = 3.3  # times the patch's own length that is shown
SIDEWAYS = 0.35  # share of the way from the body's middle to a patch on one side that the view moves
HIGHEST = 0.36  # share of the picture's width that its middle stays below the crown
CRUMB = 4500  # px² of a part of the body inside the circle that is worth showing
FINDING_SIDE = 720  # px, longer side of the picture in which a patch is looked for
ASIDE = 52.0  # degrees a view is turned to show a muscle at the body's side
HARDLY_SEEN = 3.0  # times as much of it the turned view must show
PLAIN = frozenset({"f-line", "f-rim", "f-hem", "f-fold", "f-before"})  # of a still body, to know the place


def draw_inset(
    body: Body, view: str, muscles: Sequence[Muscle], prefix: str, title: str, description: str
) -> str:
    """Return a round picture of the body from the "front" or "back" with `muscles` painted."""
    direction = telling_direction(body, FRONT if view == "front" else BACK, muscles)
    camera = medallion_camera(body, direction, muscles)
    posed = standing(body)
    pixels = without_crumbs(see_frame(posed, camera))
    still = draft_frame(posed, camera, pixels)
    person = [draft for draft in still.person if draft.css != "f-shade"]
    lines = [draft for draft in still.lines if draft.css in PLAIN]
    target = paint_target(pixels, body, muscles)
    face = face_drafts(posed, camera, pixels, target.mask)
    shapes = finish_drafts([*person, *target.drafts, *lines, *face])
    window = (0, 0, SIDE, SIDE)
    css = f"fig fig-inset {body.css}"
    return render_svg(Drawing(prefix, title, description, css, window, tuple(shapes), medallion=True))


def without_crumbs(pixels: Pixels) -> Pixels:
    """Return `pixels` without hands and arms of which the circle shows too little to know them."""
    down, right = np.ogrid[:SIDE, :SIDE]
    circle = np.hypot(down - SIDE / 2, right - SIDE / 2) < SIDE / 2
    parts, _ = ndimage.label(pixels.figure)
    shown = np.bincount(parts[circle], minlength=parts.max() + 1)
    return replace(pixels, region=np.where((shown < CRUMB)[parts], PAPER, pixels.region))


def medallion_camera(body: Body, direction: Direction, muscles: Sequence[Muscle]) -> Camera:
    """Return the camera whose square window of SIDE px lies round the patch of `muscles`."""
    camera, pixels = _whole(body, direction)
    painted = np.argwhere(paint_target(pixels, body, muscles).mask)[:, ::-1]
    if not len(painted):
        painted = np.argwhere(pixels.figure)[:, ::-1]
    low, high = painted.min(axis=0), painted.max(axis=0)
    crown = (float(np.argmax(pixels.figure.any(axis=1))) + camera.top) / camera.scale
    right, down = ((low + high) / 2 + [camera.left, camera.top]) / camera.scale
    narrowest = NECK_NARROWEST if down - crown < NECK_BELOW_CROWN else NARROWEST
    across = float(np.clip((high - low).max() / camera.scale * AROUND, narrowest, WIDEST))
    to_head = (float(high[1]) + camera.top) / camera.scale - crown + ABOVE_CROWN + BELOW_PATCH
    if to_head < FARTHEST_HEAD:
        across = max(across, to_head)
        down = min(down, crown - ABOVE_CROWN + across / 2)
    centre = np.array([right * SIDEWAYS, max(down, crown + across * HIGHEST)])
    scale = SIDE / across
    left, top = centre * scale - SIDE / 2
    return replace(camera, scale=scale, left=float(left), top=float(top), width=SIDE, height=SIDE)


def telling_direction(body: Body, straight: Direction, muscles: Sequence[Muscle]) -> Direction:
    """Return the straight view, or one turned aside if only that shows muscles at the body's side."""
    if len({muscle.side for muscle in muscles}) > 1 or muscles[0].side == "both":
        return straight
    turned = [replace(straight, yaw=straight.yaw + aside) for aside in (0.0, ASIDE, -ASIDE)]
    seen = [float(paint_target(_whole(body, way)[1], body, muscles).mask.sum()) for way in turned]
    best = int(np.argmax(seen))
    return turned[best] if seen[best] > HARDLY_SEEN * seen[0] else straight


@lru_cache(maxsize=16)
def _whole(body: Body, direction: Direction) -> tuple[Camera, Pixels]:
    """Return the whole standing body seen small."""
    posed = standing(body)
    camera = frame_camera(direction, [posed.vertices], margin=4, long_side=FINDING_SIDE)
    return camera, see_frame(posed, camera)
