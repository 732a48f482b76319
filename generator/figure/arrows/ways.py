"""Where an arrow would run on the picture if nothing were in its way."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

import numpy as np

from generator.model.arrow import Arrow
from generator.model.base import switched_on

from ..body.mesh import FloatArray, vertex_normals
from ..body.sites import sites_of
from ..seeing.camera import Camera
from ..seeing.staged import Staged
from ..things.compass import Compass
from .arrow_shape import LONGEST, SHORTEST
from .motion import part_path, part_vertices

POINTS = 41  # of a way
STILL = 0.015  # m; a part that moves less has no path of its own
CURVED_FROM = 0.15  # share of the shortest arrow from which a path keeps its bends
HOOKED = np.radians(75.0)  # of turning, from which a short way is drawn straight
POINTING = 36.0  # px, shown, length of an arrow that only points, if its part moves too little to be seen
UNSEEN = 4.0  # px, shown, of movement that is too little to be seen
TWO_HEADED = 46.0  # px, shown, the least of an arrow with a head at each end
POINTING_FAR = 66.0  # px, shown, the most of an arrow that only points
FORESHORTENED = 0.25  # share of its length below which a direction is not seen on the picture

Kind = Literal["path", "straight", "press"]


@dataclass(frozen=True, eq=False)
class Moment:
    """Two poses and the camera that sees them; `unit` is the px that make one px shown small."""

    before: Staged
    after: Staged
    camera: Camera
    compass: Compass
    unit: float


@dataclass(frozen=True, eq=False)
class Way:
    """An arrow's way `(POINTS, 2)` px, the length it is drawn at, and where its part is now.

    `spots` are points of the part's skin `(k, 2)` px, `depth` its distance from the viewer in m.
    """

    kind: Kind
    line: FloatArray
    length: float
    spots: FloatArray
    depth: float


def true_way(arrow: Arrow, moment: Moment) -> Way:
    """Return the way of an arrow that follows its part, points somewhere or presses on a spot."""
    spots = part_spots(arrow.part, moment)
    if switched_on(arrow.press):
        return _pressing(arrow, moment, spots)
    path = part_path(moment.before, moment.after, arrow.part)
    seen = moment.camera.project(path)[:, :2]
    if arrow.towards is not None or np.ptp(path, axis=0).max() < STILL:
        return _pointing(arrow, moment, spots, seen)
    travelled = float(np.linalg.norm(np.diff(seen, axis=0), axis=1).sum())
    shortest, longest = SHORTEST * moment.unit, LONGEST * moment.unit
    if travelled < CURVED_FROM * shortest or (travelled < shortest and _hooked(seen)):
        seen = np.stack([seen[0], seen[-1]])
    length = float(np.clip(travelled, shortest, longest))
    return Way("path", even(seen), length, spots[:, :2], float(spots[:, 2].mean()))


def _hooked(line: FloatArray) -> bool:
    """Return whether a way winds or turns back, as an arc does that is seen from its edge."""
    heading = np.unwrap(np.arctan2(*np.diff(line, axis=0).T[::-1]))
    return bool(np.abs(np.diff(heading)).sum() > HOOKED)


def part_spots(part: str, moment: Moment) -> FloatArray:
    """Return where the skin of a part is: px right, px down, m away, `(k, 3)`."""
    sites = sites_of(moment.after.body).part(part)
    vertices = np.concatenate([site.vertices for site in sites])
    return np.asarray(moment.camera.project(moment.after.vertices[vertices]))


def even(line: FloatArray, count: int = POINTS) -> FloatArray:
    """Return `line` (n, 2) as `count` evenly spaced points."""
    along = np.r_[0.0, np.cumsum(np.linalg.norm(np.diff(line, axis=0), axis=1))]
    stops = np.linspace(0, along[-1], count)
    return np.stack([np.interp(stops, along, line[:, k]) for k in (0, 1)], axis=1)


def _pointing(arrow: Arrow, moment: Moment, spots: FloatArray, seen: FloatArray) -> Way:
    """Return a straight way from the part's place into the direction that is said."""
    way = _on_picture(_toward(arrow, moment), moment.camera)
    moved = float((seen[-1] - seen[0]) @ way)
    least = POINTING if moved < UNSEEN * moment.unit else SHORTEST
    least = TWO_HEADED if switched_on(arrow.both_ways) else least
    length = float(np.clip(moved, least * moment.unit, POINTING_FAR * moment.unit))
    return Way("straight", _straight(seen[-1], way, length), length, spots[:, :2], float(spots[:, 2].mean()))


def _pressing(arrow: Arrow, moment: Moment, spots: FloatArray) -> Way:
    """Return a straight way that ends where the part's skin is pressed, square to it."""
    place = _middle(arrow.part, moment)
    spot = moment.camera.project(place[None])[0, :2]
    way = -_on_picture(_outward(arrow.part, moment), moment.camera)
    length = POINTING * moment.unit
    line = _straight(spot - way * length, way, length)
    return Way("press", line, length, spots[:, :2], float(spots[:, 2].mean()))


def _straight(start: FloatArray, way: FloatArray, length: float) -> FloatArray:
    return np.asarray(start + np.linspace(0, length, POINTS)[:, None] * way)


def _on_picture(way: FloatArray, camera: Camera) -> FloatArray:
    """Return a direction in the room as a unit vector on the picture; down if it points at the viewer."""
    ends = camera.project(np.stack([np.zeros(3), way]))[:, :2]
    flat = (ends[1] - ends[0]) / camera.scale
    size = float(np.linalg.norm(flat))
    return flat / size if size > FORESHORTENED else np.array([0.0, 1.0])


def _toward(arrow: Arrow, moment: Moment) -> FloatArray:
    """Return the direction an arrow points in, `(3,)`; outwards from the skin if none is said."""
    if arrow.towards is None:
        return _outward(arrow.part, moment)
    side = arrow.part.split()[0] if " " in arrow.part else ""
    way, joint = moment.compass.direction(arrow.towards, side)
    after = moment.after
    return np.asarray(after.transforms[after.body.joint(joint), :3, :3] @ way if joint else way)


def _middle(part: str, moment: Moment) -> FloatArray:
    """Return the middle of a part's skin, `(3,)` m."""
    vertices = list(part_vertices(moment.after.body, part))
    return np.asarray(moment.after.vertices[vertices].mean(axis=0))


def _outward(part: str, moment: Moment) -> FloatArray:
    """Return the direction in which the part's skin faces, `(3,)`."""
    normals = vertex_normals(moment.after.vertices, moment.after.body.faces)
    way = normals[list(part_vertices(moment.after.body, part))].sum(axis=0)
    return np.asarray(way / max(float(np.linalg.norm(way)), 1e-9))
