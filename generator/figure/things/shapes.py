"""The shapes of props, placed to the posed body."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Protocol

import numpy as np

from ..body.body import Body
from ..body.mesh import FloatArray
from ..body.rotation import Y, about
from .props import BACK_HEIGHT, LEG, SEAT_SIZE, SEAT_THICK, SOFT, Thing, roller_line, wall_surfaces
from .solids import WORN, Solid, box, joined, rod, rounded, tube
from .surface import Plane

TURNED = 25.0  # degrees a lying body turns on its mat before the mat is laid under it anew
GRAZE = 0.01  # m of skin above and below a spot that tell what lies on it
LEAST_LYING = 0.25  # m from seat to head, seen from above, that tell how a body lies


class Finder(Protocol):
    """Where things are on the posed body."""

    def __call__(self, spot: str) -> FloatArray:
        """Return where a spot or part is, `(3,)` m."""

    def over(self, spots: FloatArray, gap: float) -> FloatArray:
        """Return a line through `spots` `(k, 3)` m that lies `gap` metres off the skin, `(n, 3)` m."""


def mat_shape(t: Thing, body: Body, find: Finder) -> Solid:
    """Return a mat under the middle of the body."""
    length, width = t.size("length", 1.80), t.size("width", 0.62)
    along, across = np.abs(t.headward), np.abs(np.cross(Y, t.headward))
    middle = (find("head") + find("seat") + find("left knee") + find("right knee")) / 4
    size = along * length + across * width + Y * 0.012
    turn = lying_turn(t.headward, find("head") - find("seat"))
    way = along if np.allclose(turn, np.eye(3)) else np.array([1.0, 0.0, 1.0])
    return box(t.name, -Y * 0.008, size, "mat").moved(turn, turn @ t.at + middle * way)


def lying_turn(headward: FloatArray, lies: FloatArray) -> FloatArray:
    """Return the turn about the plumb line from `headward` to how a body really `lies`, if that is much."""
    level = lies * [1, 0, 1]
    if np.linalg.norm(level) < LEAST_LYING:
        return np.eye(3)
    angle = np.arctan2(np.cross(headward, level) @ Y, headward @ level)
    return about(Y, angle) if np.radians(TURNED) < abs(angle) < np.pi - np.radians(TURNED) else np.eye(3)


def chair_shape(t: Thing, body: Body, find: Finder) -> Solid:
    """Return a chair or stool."""
    h, half = t.size("height", body.measures.seat), SEAT_SIZE / 2
    back = BACK_HEIGHT[t.spec.back or ""] if t.kind == "chair" else 0.0
    parts = [
        box(
            "seat",
            np.array([0, h - SEAT_THICK / 2, 0.02]),
            np.array([SEAT_SIZE, SEAT_THICK, SEAT_SIZE]),
            "wood",
        )
    ]
    for x in (-1, 1):
        for z in (-1, 1):
            corner = np.array([x * (half - LEG / 2), (h - SEAT_THICK) / 2, 0.02 + z * (half - LEG / 2)])
            parts.append(box("leg", corner, np.array([LEG, h - SEAT_THICK, LEG]), "wood"))
        if back:
            post = np.array([x * (half - LEG / 2), h + back / 2, 0.02 - half + LEG / 2])
            parts.append(box("post", post, np.array([LEG, back, LEG]), "wood"))
    if back:
        rest = np.array([0, h + back - 0.09, 0.02 - half + LEG / 2])
        parts.append(box("rest", rest, np.array([SEAT_SIZE - 2 * LEG, 0.18, LEG * 0.8]), "wood"))
    return joined(t.name, "wood", *parts).moved(t.turn, t.at)


def wall_shape(t: Thing, body: Body, find: Finder) -> Solid:
    """Return a wall as an upright board that grows away from the person."""
    face = wall_surfaces(t, body.measures)[""]
    assert isinstance(face, Plane)
    width, height, thick = t.size("width", 1.3), t.size("height", 2.6), t.size("thick", 0.05)
    across = np.abs(np.cross(Y, face.normal))
    centre = face.origin - face.normal * (thick / 2 + 0.001) + Y * height / 2
    return box(t.name, centre, across * width + Y * height + np.abs(face.normal) * thick, "wall")


def doorway_shape(t: Thing, body: Body, find: Finder) -> Solid:
    """Return two jambs and a lintel."""
    half, post, high = t.size("width", 0.80) / 2, 0.10, t.size("height", 2.0)
    parts = [
        box("jamb", np.array([s * (half + post / 2), high / 2, 0.06]), np.array([post, high, 0.12]), "wood")
        for s in (-1, 1)
    ]
    parts.append(
        box("lintel", np.array([0, high + post / 2, 0.06]), np.array([2 * (half + post), post, 0.12]), "wood")
    )
    return joined(t.name, "wood", *parts).moved(t.turn, t.at)


def bed_shape(t: Thing, body: Body, find: Finder) -> Solid:
    """Return a mattress on a base, lengthways under the body."""
    high, length, width = t.size("height", 0.50), t.size("length", 2.0), t.size("width", 0.90)
    along, across = np.abs(t.headward), np.abs(np.cross(Y, t.headward))
    flat = along * length + across * width
    parts = [
        box("mattress", t.at + Y * (high - 0.09), flat + Y * 0.18, "soft"),
        box("base", t.at + Y * (high - 0.18) / 2, flat * 0.97 + Y * (high - 0.18), "wood"),
    ]
    return joined(t.name, "soft", *parts)


def soft_shape(t: Thing, body: Body, find: Finder) -> Solid:
    """Return a pillow, cushion, pad or towel roll under the part it supports."""
    width, thick, length = SOFT[t.kind]
    width, length = t.size("width", width), t.size("length", length)
    thick = t.size("thick", t.size("height", thick))
    along, across = np.abs(t.headward), np.abs(np.cross(Y, t.headward))
    where = find(t.spec.under or "head") * [1, 0, 1] + t.at
    size = across * width + along * length + Y * thick
    if t.kind == "towel_roll":
        ends = [where + across * s * width / 2 + Y * thick / 2 for s in (-1, 1)]
        return rod(t.name, ends[0], ends[1], thick / 2, "soft")
    return rounded(t.name, where + Y * (t.support + thick / 2), size, "soft", 0.35)


def roller_shape(t: Thing, body: Body, find: Finder) -> Solid:
    """Return a foam roller."""
    return rod(t.name, *roller_line(t), "roller")


def ball_shape(t: Thing, body: Body, find: Finder) -> Solid:
    """Return a ball: between two spots, on the skin of one that is named twice, or where it is put."""
    size = t.size("thick", 0.05)
    return rounded(t.name, ball_centre(t, find, size / 2), np.full(3, size), "roller", 1.0)


def ball_centre(t: Thing, find: Finder, radius: float) -> FloatArray:
    """Return where the middle of a ball is, `(3,)` m."""
    if not t.spec.between:
        return t.at
    spots = np.stack([find(spot) for spot in t.spec.between])
    if len(set(t.spec.between)) > 1:
        return np.asarray(spots.mean(axis=0))
    return np.asarray(find.over(spots + np.outer([-GRAZE, GRAZE], Y), radius).mean(axis=0))


def band_shape(t: Thing, body: Body, find: Finder) -> Solid:
    """Return a band or strap over the spots it passes; "anchor" is where the prop is put."""
    points = np.array([t.at if spot == "anchor" else find(spot) for spot in t.spec.through])
    radius = 0.008 if t.kind == "band" else 0.011
    return replace(tube(t.name, find.over(points, radius), radius, "band"), use=WORN)


def block_shape(height: float, length: float, width: float) -> Callable[[Thing, Body, Finder], Solid]:
    """Return a maker of blocks: steps and boxes."""

    def make(t: Thing, body: Body, find: Finder) -> Solid:
        size = np.array([t.size("width", length), t.size("height", height), t.size("length", width)])
        if t.spec.between:
            return box(t.name, (find(t.spec.between[0]) + find(t.spec.between[1])) / 2, size, "wood")
        return box(t.name, np.array([0, size[1] / 2, 0]), size, "wood").moved(t.turn, t.at)

    return make


def table_shape(t: Thing, body: Body, find: Finder) -> Solid:
    """Return a table with four legs."""
    high, length, width = t.size("height", 0.72), t.size("length", 1.20), t.size("width", 0.70)
    parts = [box("top", np.array([0, high - 0.015, 0]), np.array([length, 0.03, width]), "wood")]
    for x in (-1, 1):
        for z in (-1, 1):
            foot = np.array([x * (length / 2 - 0.04), (high - 0.03) / 2, z * (width / 2 - 0.04)])
            parts.append(box("leg", foot, np.array([0.05, high - 0.03, 0.05]), "wood"))
    return joined(t.name, "wood", *parts).moved(t.turn, t.at)


def rail_shape(t: Thing, body: Body, find: Finder) -> Solid:
    """Return a rail on two posts."""
    high, half = t.size("height", 0.90), t.size("length", 0.90) / 2
    parts = [rod("bar", t.place((-half, high, 0)), t.place((half, high, 0)), 0.02, "wood")]
    parts += [
        rod("post", t.place((s * half, 0, 0)), t.place((s * half, high, 0)), 0.018, "wood") for s in (-1, 1)
    ]
    return joined(t.name, "wood", *parts)


def screen_shape(t: Thing, body: Body, find: Finder) -> Solid:
    """Return a computer screen on a foot, its top edge at `height`."""
    top = t.size("height", 1.17)
    foot = t.support
    parts = [
        box("screen", np.array([0, top - 0.17, 0]), np.array([0.55, 0.34, 0.03]), "wood"),
        box(
            "foot",
            np.array([0, (foot + top - 0.34) / 2, 0.02]),
            np.array([0.06, max(top - 0.34 - foot, 0.02), 0.04]),
            "wood",
        ),
    ]
    return joined(t.name, "wood", *parts).moved(t.turn, t.at)


SHAPES: Mapping[str, Callable[[Thing, Body, Finder], Solid]] = {
    "mat": mat_shape, "chair": chair_shape, "stool": chair_shape, "wall": wall_shape, "bed": bed_shape,
    "doorway": doorway_shape, "pillow": soft_shape, "cushion": soft_shape, "pad": soft_shape,
    "towel_roll": soft_shape, "roller": roller_shape, "ball": ball_shape, "band": band_shape,
    "strap": band_shape, "step": block_shape(0.25, 0.40, 0.40), "box": block_shape(0.30, 0.40, 0.30),
    "table": table_shape, "rail": rail_shape, "screen": screen_shape,
}  # fmt: skip
