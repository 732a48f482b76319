"""The room a figure is posed in: its things, what lies under the body, and flesh pressed flat on them."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace

import numpy as np

from generator.model.base import switched_on
from generator.model.pose import BasePose, FigureSpec

from ..body.body import Body
from ..body.mesh import FloatArray
from ..body.sites import sites_of, spot_name
from .compass import COMPASSES, Compass
from .draping import draped
from .handheld import HELD_SHAPES
from .props import Thing, surfaces, thing
from .shapes import SHAPES, Finder
from .solids import Solid
from .surface import FLOOR, Plane
from .wheelchair import WHEELCHAIR, wheelchair_shapes

PRESSED = 0.03  # m flesh gives before it counts as sinking in
FIRM_KINDS = ("chair", "stool", "wheelchair", "bed", "wall", "step", "table")


@dataclass(frozen=True, eq=False)
class Room:
    """What all frames of a figure share: body, stance, things, what lies under the body."""

    body: Body
    compass: Compass
    things: Mapping[str, Thing]
    support: str
    balance: bool

    def only(self, names: Collection[str]) -> Room:
        """Return the room with no other things than these."""
        return replace(self, things={name: item for name, item in self.things.items() if name in names})


def furnished(spec: FigureSpec, base: BasePose, body: Body) -> Room:
    """Return the room with its things: the base's, and the figure's instead or beside."""
    way = COMPASSES[base.stance]
    support = spec.support or base.support
    specs = {**base.props, **spec.props}
    things = {name: thing(name, prop, way, 0.0) for name, prop in specs.items()}
    if support in things:
        top = surfaces(things[support], body.measures)[""]
        height = float(top.origin[1]) if isinstance(top, Plane) else 0.0
        things = {
            name: thing(name, prop, way, 0.0 if name == support else height) for name, prop in specs.items()
        }
    return Room(body, way, things, support, switched_on(base.balance))


def flattened(vertices: FloatArray, room: Room) -> FloatArray:
    """Return the surface with flesh pressed flat where it sinks less than PRESSED into floor, seat or bed."""
    for face in (FLOOR, *faces_under(room)):
        depth = -face.distance(vertices)
        inside = (depth > 0) & (depth < PRESSED) & (face.over(vertices) < 0)
        vertices = vertices + np.where(inside, depth, 0.0)[:, None] * face.normal
    return vertices


def faces_under(room: Room) -> list[Plane]:
    """Return the level tops and walls that press flesh flat."""
    found: list[Plane] = []
    for item in room.things.values():
        if item.kind in FIRM_KINDS:
            faces = surfaces(item, room.body.measures)
            found += [
                face for name, face in faces.items() if isinstance(face, Plane) and name in ("", "back")
            ]
    return found


@dataclass(frozen=True, eq=False)
class Found:
    """Where things are on one posed body."""

    body: Body
    vertices: FloatArray  # (n, 3) m

    def __call__(self, spot: str) -> FloatArray:
        """Return where a spot or part of the body is, `(3,)` m."""
        sites = sites_of(self.body)
        if spot in sites.spots:
            return np.asarray(self.vertices[sites.spots[spot]])
        try:
            middles = [self.vertices[site.vertices].mean(0) for site in sites.part(spot)]
        except KeyError:
            return np.asarray(self.vertices[sites.spots[spot_name(spot)]])
        return np.asarray(np.mean(middles, axis=0))

    def over(self, spots: FloatArray, gap: float) -> FloatArray:
        """Return a line through `spots` `(k, 3)` m that lies `gap` metres off the skin, `(n, 3)` m."""
        return draped(self.body, self.vertices, spots, gap)


def finder(body: Body, vertices: FloatArray) -> Finder:
    """Return a function from a spot or part of the body to where it is, `(3,)` m."""
    return Found(body, vertices)


def shapes(room: Room, find: Finder) -> tuple[Solid, ...]:
    """Return the shapes of all things, placed to the posed body."""
    makers = {**SHAPES, **HELD_SHAPES}
    found: list[Solid] = []
    for item in room.things.values():
        if item.kind == WHEELCHAIR:
            found += wheelchair_shapes(item, room.body)
        elif item.kind in makers:
            found.append(makers[item.kind](item, room.body, find))
    return tuple(found)
