"""Movement arrows along the true path of a part, put where they hide nothing that matters."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from generator.model.pose import Arrow

from .camera import Camera
from .compass import Compass
from .drafts import Draft, Path
from .mesh import BoolArray, FloatArray, vertex_normals
from .motion import part_path, part_vertices
from .staged import Staged
from .svg import polygon

LONGEST, SHORTEST = 260.0, 96.0  # px
STILL = 0.015  # m; a part that moves less has no path of its own
STRAIGHT_REACH = 0.16  # m, length of an arrow that only points
TURN_RADIUS, HEAD_RADIUS, TURN_SPAN = 0.22, 0.13, 150.0  # m and degrees of the arc that stands for a turn
TURN_TILT = 28.0  # degrees from above that such an arc is shown at least, or it would look straight
HEAD_LENGTH, HEAD_WIDTH = 40.0, 25.0  # px; the width is half of it
SHIFTS = (0, 24, -24, 42, -42, 62, -62, 86, -86, 114, -114, 150, -150)  # px sideways
SLIDES = (0, 42, -42, 84, -84, 126, -126, 168, -168, 210)  # px along its way
REACH = 18  # px either side of the arrow that must be clear
POINTS, DENSE = 25, 97  # of a way while it is placed, and when it is drawn
PRECIOUS, BODY, OUTSIDE = 12.0, 1.6, 0.05  # costs of a covered point
FAR = 0.05  # cost of a px between an arrow and the true way


@dataclass(frozen=True, eq=False)
class Surroundings:
    """Pixels an arrow must not cover (face, target, hands), and all of the person."""

    precious: BoolArray
    person: BoolArray


def draw_arrows(
    arrows: Sequence[Arrow],
    before: Staged,
    after: Staged,
    camera: Camera,
    around: Surroundings,
    compass: Compass,
) -> tuple[list[Draft], list[FloatArray]]:
    """Return the drafts of a frame's arrows and their ways `(n, 2)` px."""
    ways = [_even(_placed(_way(arrow, before, after, camera, compass), around), DENSE) for arrow in arrows]
    shafts = tuple(Path((_shaft(way),), False) for way in ways)
    heads = tuple(polygon(_head(way)) for way in ways)
    drafts = [
        Draft("f-halo", shafts, exact=heads),
        Draft("f-arrow", shafts),
        Draft("f-head", (), exact=heads),
    ]
    return (drafts if ways else []), ways


def _way(arrow: Arrow, before: Staged, after: Staged, camera: Camera, compass: Compass) -> FloatArray:
    """Return the arrow's way on the picture before it is put aside, `(POINTS, 2)` px."""
    path = part_path(before, after, arrow.part)
    if str(arrow.press).lower() == "true":
        path = path[-1] + np.linspace(STRAIGHT_REACH, 0, POINTS)[:, None] * _outward(arrow, after)
    elif arrow.turn is not None:
        path = _turning(arrow, after)
    elif arrow.towards is not None or np.ptp(path, axis=0).max() < STILL:
        path = path[-1] + np.linspace(0, STRAIGHT_REACH, POINTS)[:, None] * _toward(arrow, after, compass)
    seen = camera.project(path)
    if arrow.turn is not None:
        steeper = np.tan(np.radians(max(TURN_TILT - camera.direction.pitch, 0.0)))
        seen[:, 1] += (seen[:, 2].mean() - seen[:, 2]) * camera.scale * steeper
    return _of_length(_even(seen[:, :2]))


def _toward(arrow: Arrow, after: Staged, compass: Compass) -> FloatArray:
    """Return the direction an arrow points in, `(3,)`; outwards from the skin if none is said."""
    if arrow.towards is None:
        return _outward(arrow, after)
    side = arrow.part.split()[0] if " " in arrow.part else ""
    way, joint = compass.direction(arrow.towards, side)
    return np.asarray(after.transforms[after.body.joint(joint), :3, :3] @ way if joint else way)


def _outward(arrow: Arrow, after: Staged) -> FloatArray:
    """Return the direction in which the part's skin faces, `(3,)`."""
    normals = vertex_normals(after.vertices, after.body.faces)
    way = normals[list(part_vertices(after.body, arrow.part))].sum(axis=0)
    return np.asarray(way / max(float(np.linalg.norm(way)), 1e-9))


def _turning(arrow: Arrow, after: Staged) -> FloatArray:
    """Return an arc in front of the part, round its own long axis, `(POINTS, 3)` m."""
    body = after.body
    vertices = list(part_vertices(body, arrow.part))
    joint = int(body.dominant[vertices[0]])
    turned = after.transforms[joint, :3, :3]
    centre = turned @ body.head[joint] + after.transforms[joint, :3, 3]
    level = after.vertices[vertices].mean(axis=0)
    axis, front, left = turned @ [0, 1, 0], turned @ [0, 0, 1], turned @ [1, 0, 0]
    centre = centre + axis * float((level - centre) @ axis)
    sign = 1.0 if str(arrow.turn).startswith("left") else -1.0
    angle = np.radians(np.linspace(-0.8 * TURN_SPAN, 0.2 * TURN_SPAN, POINTS))[:, None] * sign
    radius = HEAD_RADIUS if body.joints[joint].startswith("head") else TURN_RADIUS
    return np.asarray(centre + radius * (np.cos(angle) * front + np.sin(angle) * left))


def _even(line: FloatArray, count: int = POINTS) -> FloatArray:
    """Return `line` (n, 2) as `count` evenly spaced points."""
    along = np.r_[0.0, np.cumsum(np.linalg.norm(np.diff(line, axis=0), axis=1))]
    stops = np.linspace(0, along[-1], count)
    return np.stack([np.interp(stops, along, line[:, k]) for k in (0, 1)], axis=1)


def _of_length(line: FloatArray) -> FloatArray:
    """Return the middle of a long way, or a short one stretched, so that the arrow can be seen."""
    length = float(np.linalg.norm(np.diff(line, axis=0), axis=1).sum())
    if length > LONGEST:
        keep = LONGEST / length / 2
        return _even(line[int((0.5 - keep) * (POINTS - 1)) : int((0.5 + keep) * (POINTS - 1)) + 2])
    if length < SHORTEST:
        middle = line.mean(axis=0)
        return np.asarray(middle + (line - middle) * (SHORTEST / max(length, 1.0)))
    return line


def _placed(line: FloatArray, around: Surroundings) -> FloatArray:
    """Return the way shifted to where it costs least."""
    chord = line[-1] - line[0]
    along = chord / max(float(np.linalg.norm(chord)), 1e-9)
    across = np.array([-along[1], along[0]])
    moves = [(shift, slide) for slide in SLIDES for shift in SHIFTS]
    options = [line + across * shift + along * slide for shift, slide in moves]
    costs = [_cost(option, around) for option in options]
    far = [FAR * float(np.hypot(shift, slide)) for shift, slide in moves]
    return np.asarray(options[int(np.argmin(np.add(costs, far)))])


def _cost(line: FloatArray, around: Surroundings) -> float:
    """Return how much of what matters a way would cover."""
    height, width = around.person.shape
    offsets = np.array([(0, 0), (REACH, 0), (-REACH, 0), (0, REACH), (0, -REACH)])
    spots = (line[:, None] + offsets).reshape(-1, 2)
    x, y = np.floor(spots[:, 0]).astype(int), np.floor(spots[:, 1]).astype(int)
    inside = (x >= 0) & (x < width) & (y >= 0) & (y < height)
    x, y = np.clip(x, 0, width - 1), np.clip(y, 0, height - 1)
    precious, person = around.precious[y, x] & inside, around.person[y, x] & inside
    return float(PRECIOUS * precious.sum() + BODY * person.sum() + OUTSIDE * (~inside).sum()) / len(offsets)


def _shaft(line: FloatArray) -> FloatArray:
    """Return the way up to the back of its head."""
    left = np.linalg.norm(line - line[-1], axis=1)
    return line[: max(int(np.searchsorted(-left, -HEAD_LENGTH * 0.7)), 2)]


def _head(line: FloatArray) -> FloatArray:
    """Return the arrow head's three corners, `(3, 2)` px."""
    left = np.linalg.norm(line - line[-1], axis=1)
    back = line[max(int(np.searchsorted(-left, -HEAD_LENGTH)) - 1, 0)]
    along = (line[-1] - back) / max(float(np.linalg.norm(line[-1] - back)), 1e-9)
    across = np.array([-along[1], along[0]]) * HEAD_WIDTH
    base = line[-1] - along * HEAD_LENGTH
    return np.stack([line[-1], base + across, base - across])
