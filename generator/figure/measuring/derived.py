"""What follows from the measures of one frame, or of two: distances, ways moved, changed angles."""

from __future__ import annotations

from collections.abc import Iterable
from math import acos, degrees, dist, sqrt

from .measures import Axes, Measures, Point

BEHIND_HEAD = 12.0  # cm from the palm to the back of the head or neck


def _dot(one: Point, other: Point) -> float:
    return sum(a * b for a, b in zip(one, other, strict=True))


def _minus(one: Point, other: Point) -> Point:
    return (one[0] - other[0], one[1] - other[1], one[2] - other[2])


def distance(m: Measures, part: str, other: str) -> float:
    """Return the distance in cm between two places; KeyError for a place nobody measures."""
    return dist(m.places[part], m.places[other])


def height(m: Measures, part: str, above: str = "") -> float:
    """Return how many cm a place lies above the floor, or above another place; less than zero is below."""
    return m.places[part][1] - (m.places[above][1] if above else 0.0)


def own(m: Measures, part: str, segment: str = "chest") -> Point:
    """Return a place in a segment's own frame: cm (forward, left, up) from its origin."""
    axes = m.axes[segment]
    return _within(axes, _minus(m.places[part], axes.origin))


def _within(axes: Axes, way: Point) -> Point:
    return (_dot(way, axes.forward), _dot(way, axes.left), _dot(way, axes.up))


def travel(before: Measures, after: Measures, part: str) -> Point:
    """Return the way a place moved in the room from one frame to the other, cm."""
    return _minus(after.places[part], before.places[part])


def own_travel(before: Measures, after: Measures, part: str, segment: str = "chest") -> Point:
    """Return the way a place moved against a segment: cm (forward, left, up) in the segment's own frame."""
    return _minus(own(after, part, segment), own(before, part, segment))


def moved(before: Measures, after: Measures, part: str, word: str = "") -> float:
    """Return how many cm a place moved in the room: in all, or along a direction word of the stance.

    KeyError for a word that has no meaning in the stance.
    """
    way = travel(before, after, part)
    return _dot(way, before.words[word]) if word else sqrt(_dot(way, way))


def change(before: Measures, after: Measures, angle: str) -> float:
    """Return by how many degrees an angle grew from one frame to the other."""
    return after.angles[angle] - before.angles[angle]


def gaze_off(m: Measures, part: str) -> float:
    """Return the angle in degrees between where the face points and the line from the eyes to a place."""
    way = _minus(m.places[part], m.places["eyes"])
    size = sqrt(_dot(way, way))
    return degrees(acos(max(-1.0, min(1.0, _dot(way, m.axes["head"].forward) / size)))) if size else 0.0


def behind_head(m: Measures, side: str) -> bool:
    """Tell whether a hand lies behind the head or neck."""
    palm = f"{side} palm"
    near = min(distance(m, palm, place) for place in ("head_back", "neck_back"))
    return near < BEHIND_HEAD and own(m, palm, "head")[0] < own(m, "left ear", "head")[0]


def load(m: Measures, parts: Iterable[str], on: str = "") -> float:
    """Return the percent of the body's weight that some parts carry, on one thing or on all."""
    wanted = set(parts)
    return sum(each.load for each in m.carried if each.part in wanted and (not on or each.on == on))
