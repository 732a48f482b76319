"""Arcs that stand for a turn: round the long axis of head or trunk, or forward and backward like a wheel."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from generator.model.arrow import Arrow

from ..body.mesh import FloatArray
from .arrow_shape import SHORTEST
from .motion import part_vertices
from .placing import ALONG, Options, sliding
from .ways import POINTS, Moment

HEAD_RADIUS, TRUNK_RADIUS = 0.13, 0.235  # m
SPAN = -125.0, 72.0  # degrees, where the arc starts and ends, from its point nearest to the viewer
LEAST_OPEN = np.sin(np.radians(24.0))  # a ring seen more from the side than this would look like a stroke
WHEEL_RADIUS, WHEEL_SPAN = 0.12, 150.0  # m and degrees of an arc before a part that tips to front or back
WHEEL_SIZES = (1.0, 1.12, 1.25, 1.4, 1.6)  # of that radius, until the arc is clear
WHEEL_STARTS = (0.0, 15.0, -15.0, 30.0, -30.0, 45.0, -45.0)  # degrees it may be moved round its centre
WHEELS = ("forward", "backward")
END_ON = 0.2  # share of the axis seen below which it has no direction on the picture


@dataclass(frozen=True, eq=False)
class Ring:
    """An arc `(POINTS, 2)` px round an axis, the axis's unit direction on the picture, and whether it is
    a head's, which is clear only above the crown.
    """

    line: FloatArray
    axis: FloatArray
    head: bool


@dataclass(frozen=True, eq=False)
class _Axes:
    """Where a part turns: its middle `(3,)` m, its up and front `(3,)`, and whether it is the head."""

    centre: FloatArray
    up: FloatArray
    front: FloatArray
    head: bool


def turn_places(arrow: Arrow, moment: Moment) -> Options:
    """Return the places the arc of a turn may take."""
    if str(arrow.turn) in WHEELS:
        return _wheels(arrow, moment)
    ring = turn_ring(arrow, moment)
    return sliding(ring.line, ring.axis, moment.unit, only_up=ring.head)


def turn_ring(arrow: Arrow, moment: Moment) -> Ring:
    """Return the arc of a turn to the person's own left or right, level with the part."""
    camera, axes = moment.camera, _axes(arrow.part, moment)
    metres = HEAD_RADIUS if axes.head else TRUNK_RADIUS
    radius = max(metres * camera.scale, SHORTEST / 3 * moment.unit)
    sense = 1.0 if str(arrow.turn).startswith("left") else -1.0
    centre = camera.project(axes.centre[None])[0, :2]
    line, axis = _arc(centre, camera.direction.axes() @ axes.up, radius, sense)
    return Ring(line, axis, axes.head)


def _axes(part: str, moment: Moment) -> _Axes:
    """Return where a part turns: on the long axis of its bone, level with its skin."""
    body, after = moment.after.body, moment.after
    vertices = list(part_vertices(body, part))
    joint = int(body.dominant[vertices[0]])
    turned = after.transforms[joint, :3, :3]
    _, up, front = turned.T
    centre = turned @ body.head[joint] + after.transforms[joint, :3, 3]
    centre = centre + up * float((after.vertices[vertices].mean(axis=0) - centre) @ up)
    return _Axes(centre, up, front, body.joints[joint].startswith("head"))


def _wheels(arrow: Arrow, moment: Moment) -> Options:
    """Return arcs before a part that tips forward or backward, in the plane that halves the body."""
    camera, axes = moment.camera, _axes(arrow.part, moment)
    centre = camera.project(axes.centre[None])[0, :2]
    sense = 1.0 if str(arrow.turn) == "backward" else -1.0
    lines, costs = [], []
    for start in WHEEL_STARTS:
        angle = np.radians(start + sense * np.linspace(-WHEEL_SPAN / 2, WHEEL_SPAN / 2, POINTS))[:, None]
        rim = axes.centre + WHEEL_RADIUS * (np.cos(angle) * axes.front + np.sin(angle) * axes.up)
        spokes = camera.project(rim)[:, :2] - centre
        lines += [centre + spokes * size for size in WHEEL_SIZES]
        costs += [ALONG * (abs(start) + 100 * (size - 1)) for size in WHEEL_SIZES]
    return Options(np.stack(lines), np.array(costs))


def _arc(centre: FloatArray, up: FloatArray, radius: float, sense: float) -> tuple[FloatArray, FloatArray]:
    """Return an arc round the axis `up` (right, up, towards the viewer), and that axis on the picture.

    `sense` 1 turns to the axis's left.

    A ring is the ellipse that a circle square to the axis makes in a parallel projection.
    """
    flat = np.array([up[0], -up[1]])
    size = float(np.linalg.norm(flat))
    axis = flat / size if size > END_ON else np.array([0.0, -1.0])
    wide = np.array([-axis[1], axis[0]])
    tip = -1.0 if up[2] < 0 else 1.0
    near = -axis * tip * max(abs(float(up[2])), LEAST_OPEN)
    angle = np.radians(np.linspace(SPAN[0], SPAN[1], POINTS))[:, None]
    return centre + radius * (np.sin(angle) * wide * sense + np.cos(angle) * near), axis
