"""Things in the picture: what the body can rest on while a pose is solved, and their shapes afterwards."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

import numpy as np

from generator.model.pose import Prop
from generator.model.words import parse_terms

from .body import Body, Measures
from .compass import Compass
from .mesh import FloatArray
from .rotation import X, Y, Z, about
from .solids import Solid, box, joined, rod, rounded, tube
from .surface import FLOOR, Ball, Bar, Plane, Surface

SEAT_SIZE, SEAT_THICK, LEG = 0.44, 0.035, 0.035  # m
BACK_HEIGHT: Mapping[str, float] = {"high": 0.60, "low": 0.30, "": 0.43, "none": 0.0}  # m above the seat
SINK = 0.03  # m a head or leg sinks into a pillow or mattress
Finder = Callable[[str], FloatArray]


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
    return Thing(name, spec.kind or name, spec, offset, turn, support, headward)


def offsets(spec: object) -> dict[str, float]:
    """Return the centimetres a prop, contact or pair of hands names, by direction word."""
    words = {
        "up": "up", "down": "down", "left": "left", "right": "right", "forward": "forward",
        "backward": "backward", "headward": "headward", "footward": "footward", "in": "inward", "out": "outward",
    }  # fmt: skip
    found = {word: getattr(spec, name) for word, name in words.items()}
    return {word: value for word, value in found.items() if value is not None}


# --- what can be touched


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
    """Return a ball's skin."""
    return {"": Ball(t.at, t.size("thick", 0.09) / 2)}


SOFT: Mapping[str, tuple[float, float, float]] = {  # width across the person, thickness, length, m
    "pillow": (0.50, 0.10, 0.34), "cushion": (0.40, 0.09, 0.32), "pad": (0.30, 0.04, 0.22),
    "towel_roll": (0.35, 0.08, 0.08),
}  # fmt: skip
SURFACES: Mapping[str, Callable[[Thing, Measures], dict[str, Surface]]] = {
    "chair": chair_surfaces, "stool": chair_surfaces, "wall": wall_surfaces, "doorway": doorway_surfaces,
    "bed": bed_surfaces, "pillow": soft_surfaces, "cushion": soft_surfaces, "pad": soft_surfaces,
    "towel_roll": soft_surfaces, "roller": roller_surfaces, "rail": rail_surfaces, "ball": ball_surfaces,
    "step": top_surface(0.25, 0.40, 0.40), "table": top_surface(0.72, 1.20, 0.70),
    "box": top_surface(0.30, 0.40, 0.30),
}  # fmt: skip


# --- what is drawn


def solid(t: Thing, body: Body, find: Finder) -> Solid | None:
    """Return a prop's shape in the room; `find` gives where a spot of the posed body is."""
    maker = SHAPES.get(t.kind)
    return maker(t, body, find) if maker else None


def mat_shape(t: Thing, body: Body, find: Finder) -> Solid:
    """Return a mat under the middle of the body."""
    length, width = t.size("length", 1.80), t.size("width", 0.62)
    along, across = np.abs(t.headward), np.abs(np.cross(Y, t.headward))
    middle = (find("head") + find("seat") + find("left knee") + find("right knee")) / 4
    size = along * length + across * width + Y * 0.012
    return box(t.name, t.at + middle * along - Y * 0.008, size, "mat")


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
    """Return a wall as a thin upright board."""
    face = wall_surfaces(t, body.measures)[""]
    assert isinstance(face, Plane)
    width, height = t.size("width", 1.3), t.size("height", 1.95)
    across = np.abs(np.cross(Y, face.normal))
    centre = face.origin - face.normal * 0.011 + Y * height / 2
    return box(t.name, centre, across * width + Y * height + np.abs(face.normal) * 0.02, "wall")


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
    return rod(t.name, *roller_line(t), "soft")


def ball_shape(t: Thing, body: Body, find: Finder) -> Solid:
    """Return a ball, between two spots or where it is put."""
    size = t.size("thick", 0.09)
    centre = (find(t.spec.between[0]) + find(t.spec.between[1])) / 2 if t.spec.between else t.at
    return rounded(t.name, centre, np.full(3, size), "band", 1.0)


def band_shape(t: Thing, body: Body, find: Finder) -> Solid:
    """Return a band or strap, straight between the spots it passes; "anchor" is where the prop is put."""
    points = np.array([t.at if spot == "anchor" else find(spot) for spot in t.spec.through])
    return tube(t.name, points, 0.008 if t.kind == "band" else 0.011, "band")


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
