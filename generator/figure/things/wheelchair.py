"""A wheelchair: what of it can be touched, its frame and wheels, and its seat."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from ..body.body import Body, Measures
from ..body.mesh import FloatArray
from ..body.rotation import X, Y, Z
from .solids import Solid, box, grid_faces, joined, rod, tube
from .surface import Bar, Surface

if TYPE_CHECKING:
    from .props import Thing  # which asks this module for a wheelchair's surfaces

FOOTPLATE = 0.09  # m from the floor to the footplates; the seat is as much higher than a chair's
WIDE, DEEP, THICK = 0.42, 0.42, 0.045  # m of the seat and its cushion
BACK = 0.40  # m of the backrest above the seat
FRONT = 0.23  # m the seat reaches before the middle of the thing
WHEEL, TYRE = 0.30, 0.015  # m, the big wheel's radius to the middle of its tyre, and the tyre's
RIM, RIM_TUBE, RIM_OUT = 0.255, 0.009, 0.03  # m, the push rim: radius, tube, and how far outside the wheel
AXLE_BESIDE, AXLE_BACK = 0.262, -0.13  # m from the middle of the thing
CASTER, CASTER_AHEAD = 0.075, 0.27  # m
TUBE = 0.014  # m, radius of the frame's tubes
PLATE_AHEAD, PLATE_DEEP = 0.40, 0.24  # m, the footplates' middle, and how deep they are
SPOKES, AROUND, SIDES = 6, 40, 6
UPHOLSTERY = "soft"
WHEELCHAIR = "wheelchair"


def wheelchair_surfaces(t: Thing, m: Measures) -> dict[str, Surface]:
    """Return a wheelchair's seat, backrest, footplates and the tops of both push rims."""
    high, back = seat_height(t, m), FRONT - DEEP
    seat = t.face((0, high, FRONT - DEEP / 2), Y, X, WIDE / 2, DEEP / 2)
    plates = t.face((0, FOOTPLATE, PLATE_AHEAD), Y, X, WIDE / 2, PLATE_DEEP / 2)
    faces: dict[str, Surface] = {"": seat, "seat": seat, "top": seat, "footplates": plates}
    faces["back"] = t.face((0, high + BACK / 2, back), Z, X, WIDE / 2, BACK / 2)
    top = WHEEL + TYRE + RIM
    for side, sign in (("left", 1), ("right", -1)):
        out = sign * (AXLE_BESIDE + RIM_OUT)
        behind, before = (t.place((out, top, AXLE_BACK + along)) for along in (-0.1, 0.1))
        faces[f"{side}_rim"] = Bar(behind, before, RIM_TUBE)
    return faces


def seat_height(t: Thing, m: Measures) -> float:
    """Return the height of the seat in metres: a chair's, raised by the footplates."""
    return t.size("height", m.seat + FOOTPLATE)


def wheelchair_shapes(t: Thing, body: Body) -> tuple[Solid, Solid]:
    """Return the frame with its wheels, and the seat with its backrest."""
    high = seat_height(t, body.measures)
    frame = joined(t.name, "iron", *wheels(), *tubes(high), *casters())
    return frame.moved(t.turn, t.at), upholstery(t.name, high).moved(t.turn, t.at)


def upholstery(name: str, high: float) -> Solid:
    """Return the cushion, the backrest and the footplates."""
    back = FRONT - DEEP
    cushion = np.array([0, high - THICK / 2, FRONT - DEEP / 2])
    rest = np.array([0, high + BACK * 0.58, back - THICK / 2])
    parts = [
        box("cushion", cushion, np.array([WIDE, THICK, DEEP]), UPHOLSTERY),
        box("rest", rest, np.array([WIDE, BACK * 0.84, THICK]), UPHOLSTERY),
    ]
    return joined(f"{name} seat", UPHOLSTERY, *parts)


def wheels() -> list[Solid]:
    """Return both big wheels: tyre, hub, spokes and the push rim outside."""
    parts = []
    for sign in (-1, 1):
        hub = np.array([sign * AXLE_BESIDE, WHEEL + TYRE, AXLE_BACK])
        out = hub + X * sign * RIM_OUT
        parts += [ring("tyre", hub, WHEEL, TYRE), ring("rim", out, RIM, RIM_TUBE)]
        parts.append(rod("hub", hub - X * 0.025, hub + X * 0.025, 0.03, "iron"))
        for angle in np.arange(SPOKES) * 2 * np.pi / SPOKES + np.pi / 2:
            way = Y * np.sin(angle) + Z * np.cos(angle)
            ends = np.array([hub + way * 0.02, hub + way * WHEEL])
            parts.append(tube("spoke", ends, 0.005, "iron"))
    return parts


def tubes(high: float) -> list[Solid]:
    """Return the frame of both sides: back post with its handle, side rails, leg tube and footplate."""
    parts, low, back = [], high - THICK, FRONT - DEEP - THICK / 2
    for sign in (-1, 1):
        side = X * sign * (WIDE / 2 + TUBE)
        corners = [
            (Y * 0.30 + Z * back, Y * (high + BACK + 0.05) + Z * back),
            (Y * (high + BACK + 0.05) + Z * back, Y * (high + BACK + 0.04) + Z * (back - 0.11)),
            (Y * low + Z * back, Y * low + Z * FRONT),
            (Y * low + Z * FRONT, Y * (FOOTPLATE - 0.02) + Z * (PLATE_AHEAD - 0.09)),
            (Y * 0.30 + Z * back, Y * 0.19 + Z * CASTER_AHEAD),
        ]
        parts += [tube("tube", np.array([side + one, side + other]), TUBE, "iron") for one, other in corners]
        middle = np.array([sign * WIDE / 4, FOOTPLATE - 0.012, PLATE_AHEAD])
        parts.append(box("footplate", middle, np.array([WIDE / 2 + 0.02, 0.022, PLATE_DEEP]), "iron"))
    return parts


def casters() -> list[Solid]:
    """Return both small front wheels and their forks."""
    parts = []
    for sign in (-1, 1):
        hub = np.array([sign * (WIDE / 2 + TUBE), CASTER, CASTER_AHEAD - 0.03])
        parts.append(rod("caster", hub - X * 0.014, hub + X * 0.014, CASTER, "iron"))
        fork = np.array([hub + X * sign * 0.02, [hub[0], 0.19, CASTER_AHEAD]])
        parts.append(tube("fork", fork, 0.012, "iron"))
    return parts


def ring(name: str, centre: FloatArray, radius: float, tube: float) -> Solid:
    """Return an upright ring round the thing's own side axis."""
    turn = np.linspace(0, 2 * np.pi, AROUND + 1)[:, None, None]
    across = np.linspace(0, 2 * np.pi, SIDES, endpoint=False)[None, :, None]
    reach = radius + tube * np.cos(across)
    points = np.sin(turn) * reach * Y + np.cos(turn) * reach * Z + tube * np.sin(across) * X
    faces = grid_faces(AROUND + 1, SIDES)
    faces = faces % (AROUND * SIDES)  # the last round is the first
    rounds = np.asarray(points[:AROUND].reshape(-1, 3) + centre)
    return Solid(name, rounds, faces, np.zeros((0, 2), dtype=np.int64), "iron")
