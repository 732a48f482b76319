"""The face's drawn strokes where the camera sees them."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
from scipy import ndimage

from ..body.face import Aspect, Stroke, face_strokes
from ..body.mesh import BoolArray, FloatArray
from ..body.strands import hair_strokes
from ..seeing.camera import Camera
from ..seeing.pixels import PAPER, Pixels
from ..seeing.staged import Staged
from .drafts import Draft, Path

IN_FRONT = 0.012  # m that a stroke may lie behind what its pixel shows
SAME_PLACE = 0.02  # m between a stroke's rest position and its pixel's
BRIDGE = 3  # points; fewer hidden ones interrupt no line
FEWEST = 4  # points of a stroke that must be seen
BOLD = 0.004  # m, pens at least this wide are drawn bold
FACE_TOLERANCE = 0.3  # px
MOST = 0.4  # share of a dot, or of a line of a profile, that must be seen
SLIMMEST = 2.6  # px, half the width of a dot seen from the side
PROFILE = 0.42  # share of the view line along the way the face looks below which one eye is all one sees
ASIDE = 0.7  # share of it along the head's left-right axis; else the head is seen from above or below
FINER = 4  # steps per px: eyes are small


def face_drafts(
    staged: Staged, camera: Camera, pixels: Pixels, covered: BoolArray | None = None
) -> list[Draft]:
    """Return strands of hair, brow, lid, pupil, nose, mouth, ear and jaw of one frame.

    Pixels that a painted muscle has `covered` are left free: the line of the jaw would cut it in two.
    """
    if covered is not None:
        pixels = replace(pixels, region=np.where(covered, PAPER, pixels.region))
    lines: list[Path] = []
    bold: list[Path] = []
    dots: list[Path] = []
    unfit = Aspect.FRONT if from_the_side(staged, camera) else Aspect.SIDE
    for stroke in face_strokes(staged.body):
        if stroke.aspect == unfit:
            continue
        points = camera.project(stroke.points(staged.body, staged.vertices))
        seen = seen_points(stroke, points, staged, camera, pixels)
        if seen.mean() <= MOST and (stroke.filled or stroke.aspect is Aspect.SIDE):
            continue
        if stroke.filled:
            dots.append(Path((_rounded(points[:, :2]),), True))
        else:
            (bold if stroke.width >= BOLD else lines).extend(_stretches(points, seen))
    strands = [
        path for stroke in hair_strokes(staged.body) for path in _lines(stroke, staged, camera, pixels)
    ]
    named = (("f-strand", strands), ("f-face", lines), ("f-face-bold", bold), ("f-dot", dots))
    return [Draft(css, tuple(paths), FACE_TOLERANCE, finer=FINER) for css, paths in named]


def from_the_side(staged: Staged, camera: Camera) -> bool:
    """Return whether the head is seen in profile."""
    head = staged.transforms[staged.body.joint("head"), :3, :3]
    across, _, ahead = camera.toward() @ head
    return bool(abs(across) > ASIDE and abs(ahead) < PROFILE)


def _lines(stroke: Stroke, staged: Staged, camera: Camera, pixels: Pixels) -> list[Path]:
    """Return the seen stretches of one stroke."""
    points = camera.project(stroke.points(staged.body, staged.vertices))
    return _stretches(points, seen_points(stroke, points, staged, camera, pixels))


def _rounded(dot: FloatArray) -> FloatArray:
    """Return a dot's closed outline `(k, 2)` px, widened where it is seen almost edge on."""
    middle = dot.mean(axis=0)
    _, sizes, axes = np.linalg.svd(dot - middle, full_matrices=False)
    half = sizes / np.sqrt(len(dot) / 2)
    stretch = np.maximum(1.0, SLIMMEST / np.maximum(half, 1e-6))
    wide = middle + (dot - middle) @ axes.T * stretch @ axes
    return np.vstack([wide, wide[:1]])


def seen_points(
    stroke: Stroke, points: FloatArray, staged: Staged, camera: Camera, pixels: Pixels
) -> BoolArray:
    """Return which points of a stroke face the viewer and are hidden by nothing."""
    height, width = pixels.region.shape
    x, y = np.floor(points[:, 0]).astype(int), np.floor(points[:, 1]).astype(int)
    inside = (x >= 0) & (x < width) & (y >= 0) & (y < height)
    x, y = np.clip(x, 0, width - 1), np.clip(y, 0, height - 1)
    here = stroke.points(staged.body, staged.body.rest_field)
    same = np.linalg.norm(pixels.rest[y, x] - here, axis=1) < SAME_PLACE
    skin = pixels.material[y, x] == stroke.material
    facing = _facing(stroke, staged, camera) > stroke.facing
    return np.asarray(inside & skin & same & facing & (points[:, 2] < pixels.depth[y, x] + IN_FRONT))


def _facing(stroke: Stroke, staged: Staged, camera: Camera) -> FloatArray:
    """Return the cosine between the skin under each point and the view line."""
    a, b, c = (staged.vertices[staged.body.faces[stroke.faces, k]] for k in range(3))
    normals = np.cross(b - a, c - a)
    return np.asarray(normals @ camera.toward() / np.maximum(np.linalg.norm(normals, axis=1), 1e-12))


def _stretches(points: FloatArray, seen: BoolArray) -> list[Path]:
    """Return the seen stretches long enough to draw; a hidden point or two interrupts none."""
    whole = ndimage.binary_closing(np.pad(seen, BRIDGE), np.ones(BRIDGE, dtype=bool))[BRIDGE:-BRIDGE]
    stops = np.flatnonzero(np.diff(np.r_[0, whole.astype(int), 0]))
    pairs = zip(stops[::2].tolist(), stops[1::2].tolist(), strict=True)
    return [Path((points[a:b, :2],), False) for a, b in pairs if b - a >= FEWEST]
