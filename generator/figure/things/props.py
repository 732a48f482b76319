"""Things in the picture: what the body can rest on while a pose is solved, and their shapes afterwards."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

import numpy as np

from generator.model.things import Prop
from generator.model.words import parse_terms

from ..body.body import Measures
from ..body.mesh import FloatArray
from ..body.rotation import X, Y, Z, about
from .compass import Compass
from .surface import FLOOR, Ball, Bar, Plane, Surface
from .wheelchair import wheelchair_surfaces

SEAT_SIZE, SEAT_THICK, LEG = 0.44, 0.035, 0.035  # m
BACK_HEIGHT: Mapping[str, float] = {"high": 0.60, "low": 0.30, "": 0.43, "none": 0.0}  # m above the seat
BALL = 0.09  # m across: a ball of no size is one to press on a knot
CAP = 0.6  # share of a ball's radius that counts as its top
SINK = 0.03  # m a head or leg sinks into a pillow or mattress


@dataclass(frozen=True, eq=False)
class Thing:
    """A prop as asked for: its kind, the writer's sizes, and where it stands (m)."""

    name: str
    kind: str
    spec: Prop
    at: FloatArray
    turn: FloatArray
    support: float  # m height of what it stands on
    headward: FloatArray

    def size(self, name: str, otherwise: float) -> float:
        """Return a size in metres, the writer's or the usual one."""
        value = getattr(self.spec, name)
        return otherwise if value is None else value / 100

    def place(self, point: tuple[float, float, float]) -> FloatArray:
        """Return a point of the thing's own axes in the room."""
        return np.asarray(self.turn @ np.array(point) + self.at)

    def face(
        self,
        point: tuple[float, float, float],
        normal: FloatArray,
        along: FloatArray,
        half: float,
        across: float,
    ) -> Plane:
        """Return a flat face given in the thing's own axes."""
        return Plane(self.place(point), self.turn @ normal, self.turn @ along, half, across)


def thing(name: str, spec: Prop, compass: Compass, support: float) -> Thing:
    """Return the prop `name` with its place in the room."""
    offset, _ = compass.offset(offsets(spec))
    turn = np.eye(3)
    for word, degrees in parse_terms(spec.turn) if spec.turn else ():
        turn = about(Y, np.radians(degrees if word == "left" else -degrees))
    headward = compass.words.get("headward", -Z)
    if (spec.kind or name) == "ball" and spec.up is None and spec.down is None and not spec.between:
        offset = offset + Y * (support + (BALL if spec.thick is None else spec.thick / 100) / 2)
    return Thing(name, spec.kind or name, spec, offset, turn, support, headward)


def offsets(spec: object) -> dict[str, float]:
    """Return the centimetres a prop, contact or pair of hands names, by direction word."""
    words = {
        "up": "up",
        "down": "down",
        "left": "left",
        "right": "right",
        "forward": "forward",
        "backward": "backward",
        "headward": "headward",
        "footward": "footward",
        "in": "inward",
        "out": "outward",
    }
    found = {word: getattr(spec, name) for word, name in words.items()}
    return {word: value for word, value in found.items() if value is not None}


def surfaces(t: Thing, m: Measures) -> dict[str, Surface]:
    """Return what of a prop can be touched, by feature name; "" is the usual one."""
    maker = SURFACES.get(t.kind)
    return maker(t, m) if maker else {"": FLOOR}


def chair_surfaces(t: Thing, m: Measures) -> dict[str, Surface]:
    """Return a chair's seat, edges and back."""
    h, half = t.size("height", m.seat), SEAT_SIZE / 2
    top = h + BACK_HEIGHT[t.spec.back or ""] if t.kind == "chair" else h
    seat = t.face((0, h, 0.02), Y, X, half, half)
    faces: dict[str, Surface] = {"": seat, "seat": seat, "top": seat}
    for side, x in (("left", half), ("right", -half)):
        faces[f"{side}_edge"] = Bar(t.place((x, h, 0.2)), t.place((x, h, -0.16)), 0.012)
        faces[f"back_{side}"] = Bar(
            t.place((x - np.sign(x) * LEG / 2, h + 0.1, 0.02 - half)),
            t.place((x - np.sign(x) * LEG / 2, top, 0.02 - half)),
            LEG / 2,
        )
    faces["front_edge"] = Bar(t.place((-half, h, 0.02 + half)), t.place((half, h, 0.02 + half)), 0.012)
    faces["back_top"] = Bar(t.place((-half, top, 0.04 - half)), t.place((half, top, 0.04 - half)), 0.017)
    faces["back"] = t.face((0, (h + top) / 2, 0.055 - half), Z, X, half, (top - h) / 2)
    return faces


def wall_surfaces(t: Thing, m: Measures) -> dict[str, Surface]:
    """Return a wall's face, turned to the person at the origin."""
    away = np.array([t.at[0], 0.0, t.at[2]])
    if not away.any():
        away = np.array([0.0, 0.0, -0.12])
    return {"": Plane(away, -away / np.linalg.norm(away))}


def doorway_surfaces(t: Thing, m: Measures) -> dict[str, Surface]:
    """Return the faces of both jambs towards the person."""
    half, post = t.size("width", 0.80) / 2, 0.10
    return {
        f"{side}_jamb": t.face((sign * (half + post / 2), 1.0, 0), -Z, Y, 1.0, post / 2 + 0.02)
        for side, sign in (("left", 1), ("right", -1))
    }


def top_surface(
    height: float, length: float, width: float
) -> Callable[[Thing, Measures], dict[str, Surface]]:
    """Return a maker of things with a level top at a usual height (m)."""

    def make(t: Thing, m: Measures) -> dict[str, Surface]:
        top = t.face((0, t.size("height", height), 0), Y, X, length / 2, width / 2)
        edge = Bar(
            t.place((-length / 2, top.origin[1], -width / 2)),
            t.place((length / 2, top.origin[1], -width / 2)),
            0.015,
        )
        return {"": top, "top": top, "edge": edge}

    return make


def bed_surfaces(t: Thing, m: Measures) -> dict[str, Surface]:
    """Return a mattress top, endless for the solver: its edges are drawn round the body."""
    return {
        "": Plane(Y * (t.size("height", 0.50) - SINK / 3), Y),
        "top": Plane(Y * (t.size("height", 0.50) - SINK / 3), Y),
    }


def soft_surfaces(t: Thing, m: Measures) -> dict[str, Surface]:
    """Return the pressed-in top of a pillow, cushion or pad, as high wherever it is put."""
    thick = t.size("thick", t.size("height", SOFT[t.kind][1]))
    sink = SINK if t.kind == "pillow" else 0.008
    return {"": Plane(Y * (t.support + thick - sink), Y)}


def roller_surfaces(t: Thing, m: Measures) -> dict[str, Surface]:
    """Return a foam roller's skin."""
    start, end, radius = roller_line(t)
    return {"": Bar(start, end, radius)}


def roller_line(t: Thing) -> tuple[FloatArray, FloatArray, float]:
    """Return both ends of a roller and its radius, in metres."""
    radius = t.size("thick", 0.15) / 2
    if t.spec.lies == "along":
        length = t.size("length", 0.95)
        start = t.at - t.headward * 0.14 + Y * radius
        return start, start + t.headward * length, radius
    half = t.size("length", 0.45) / 2
    across = np.cross(Y, t.headward)
    return t.at - across * half + Y * radius, t.at + across * half + Y * radius, radius


def rail_surfaces(t: Thing, m: Measures) -> dict[str, Surface]:
    """Return a rail's bar."""
    height, half = t.size("height", 0.90), t.size("length", 0.90) / 2
    return {"": Bar(t.place((-half, height, 0)), t.place((half, height, 0)), 0.02)}


def ball_surfaces(t: Thing, m: Measures) -> dict[str, Surface]:
    """Return a ball's skin, and its top, on which a body can rest."""
    radius = t.size("thick", BALL) / 2
    top = Plane(t.at + Y * radius, Y, X, radius * CAP, radius * CAP)
    return {"": Ball(t.at, radius), "top": top}


SOFT: Mapping[str, tuple[float, float, float]] = {  # width across the person, thickness, length, m
    "pillow": (0.50, 0.10, 0.34),
    "cushion": (0.40, 0.09, 0.32),
    "pad": (0.30, 0.04, 0.22),
    "towel_roll": (0.35, 0.08, 0.08),
}
SURFACES: Mapping[str, Callable[[Thing, Measures], dict[str, Surface]]] = {
    "chair": chair_surfaces,
    "stool": chair_surfaces,
    "wheelchair": wheelchair_surfaces,
    "wall": wall_surfaces,
    "doorway": doorway_surfaces,
    "bed": bed_surfaces,
    "pillow": soft_surfaces,
    "cushion": soft_surfaces,
    "pad": soft_surfaces,
    "towel_roll": soft_surfaces,
    "roller": roller_surfaces,
    "rail": rail_surfaces,
    "ball": ball_surfaces,
    "step": top_surface(0.25, 0.40, 0.40),
    "table": top_surface(0.72, 1.20, 0.70),
    "box": top_surface(0.30, 0.40, 0.30),
}
