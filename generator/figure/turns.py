"""Arcs that stand for a turn of head or trunk: part of a ring round its long axis, as the camera sees it."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from generator.model.pose import Arrow

from .arrow_shape import SHORTEST
from .mesh import FloatArray
from .motion import part_vertices
from .ways import POINTS, Moment

HEAD_RADIUS, TRUNK_RADIUS = 0.13, 0.235  # m
SPAN = -125.0, 72.0  # degrees, where the arc starts and ends, from its point nearest to the viewer
LEAST_OPEN = np.sin(np.radians(24.0))  # a ring seen more from the side than this would look like a stroke
END_ON = 0.2  # share of the axis seen below which it has no direction on the picture


@dataclass(frozen=True, eq=False)
class Ring:
    """An arc `(POINTS, 2)` px round an axis, the axis's unit direction on the picture, and whether it is
    a head's, which is clear only above the crown.
    """

    line: FloatArray
    axis: FloatArray
    head: bool


def turn_ring(arrow: Arrow, moment: Moment) -> Ring:
    """Return the arc of a turn to the person's own left or right, level with the part."""
    body, after, camera = moment.after.body, moment.after, moment.camera
    vertices = list(part_vertices(body, arrow.part))
    joint = int(body.dominant[vertices[0]])
    turned = after.transforms[joint, :3, :3]
    up = turned @ [0.0, 1.0, 0.0]
    centre = turned @ body.head[joint] + after.transforms[joint, :3, 3]
    centre = centre + up * float((after.vertices[vertices].mean(axis=0) - centre) @ up)
    head = body.joints[joint].startswith("head")
    metres = HEAD_RADIUS if head else TRUNK_RADIUS
    radius = max(metres * camera.scale, SHORTEST / 3 * moment.unit)
    sense = 1.0 if str(arrow.turn).startswith("left") else -1.0
    line, axis = _arc(camera.project(centre[None])[0, :2], camera.direction.axes() @ up, radius, sense)
    return Ring(line, axis, head)


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
