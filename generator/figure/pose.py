"""A figure's words and a body -> the posed frames, ready to be drawn."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from generator.model.pose import BasePose, FigureSpec, Hands, Posture
from generator.model.words import SIDES

from .body import Body
from .compass import COMPASSES, Compass
from .finding import Finding
from .freedom import COUNT, INDEX
from .hands import SHAPES, FingerPose, shape_hand
from .mesh import FloatArray
from .plan import goals_for
from .props import Thing, solid, surfaces, thing
from .setting import Setting
from .sites import sites_of, spot_name
from .skeleton import Anchor, skeleton_of, stand
from .skin import skin
from .solids import Solid
from .solver import Solution, State, solve
from .surface import Plane
from .wishes import HAND_PARTS, Wish, layered, wishes

FRAME_LAYER = 100  # layers from here on are the frames' own; below is the base
DEFAULT_HAND = "relaxed"


@dataclass(frozen=True, eq=False)
class Posed:
    """One frame: the body's surface and joints, the things round it, and what is wrong."""

    letter: str
    body: Body
    vertices: FloatArray  # (n, 3) m
    transforms: FloatArray  # (j, 4, 4) rest to posed
    solids: tuple[Solid, ...]
    findings: tuple[Finding, ...]
    state: State
    wanted: Mapping[str, Wish]
    solution: Solution


@dataclass(frozen=True, eq=False)
class Room:
    """What all frames of a figure share: body, stance, things, what lies under the body."""

    body: Body
    compass: Compass
    things: Mapping[str, Thing]
    support: str


def pose_frames(spec: FigureSpec, bases: Mapping[str, BasePose], body: Body) -> tuple[Posed, ...]:
    """Return the solved frames of a figure, in the order of their letters; ValueError for senseless words."""
    if spec.base not in bases:
        raise ValueError(f"base: there is no base pose '{spec.base}'; known: {', '.join(sorted(bases))}")
    base = bases[spec.base]
    room = furnished(spec, base, body)
    layers = base_layers(base, bases)
    start = posed("base", room, layers, neutral(body, room.compass), {})
    done: dict[str, Posed] = {}
    story: dict[str, tuple[tuple[Wish, ...], ...]] = {"base": layers}
    for number, letter in enumerate(sorted(spec.frames)):
        frame = spec.frames[letter]
        before = frame.origin or ("A" if "A" in done else "base")
        own = tuple(wishes(frame, FRAME_LAYER + number, f"frames.{letter}"))
        story[letter] = (*story[before], own)
        origin = done.get(before, start)
        done[letter] = posed(letter, room, story[letter], origin.state, places(origin), FRAME_LAYER + number)
    return tuple(done.values())


def furnished(spec: FigureSpec, base: BasePose, body: Body) -> Room:
    """Return the room with its things: the base's, and the figure's instead or beside."""
    way = COMPASSES[base.stance]
    support = spec.support or base.support
    specs = {**base.props, **spec.props}
    things = {name: thing(name, prop, way, 0.0) for name, prop in specs.items()}
    if support in things:
        top = surfaces(things[support], body.measures)[""]
        height = float(top.origin[1]) if isinstance(top, Plane) else 0.0
        things = {name: thing(name, prop, way, 0.0 if name == support else height) for name, prop in specs.items()}
    return Room(body, way, things, support)


def base_layers(base: BasePose, bases: Mapping[str, BasePose]) -> tuple[tuple[Wish, ...], ...]:
    """Return a base pose's wishes, after those of the base it is like."""
    under = base_layers(bases[base.like], bases) if base.like else ()
    return (*under, tuple(wishes(base, len(under), "base")))


def neutral(body: Body, compass: Compass) -> State:
    """Return the pose every solution starts from: arms and legs straight along the trunk."""
    skeleton = skeleton_of(body)
    x = np.zeros(COUNT)
    x[INDEX["place.y"]] = float(body.head[0][1]) if compass.stance == "upright" else 0.25
    hanging = {}
    for side in SIDES:
        limb = skeleton.arms[side]
        along = np.array([0.12 if side == "left" else -0.12, -1.0, 0.02])
        across = np.array([-1.0, 0.0, 0.25 if side == "left" else -0.25])
        from .rotation import frame

        hanging[side] = frame(along, across) @ frame(limb.upper, limb.hinge).T
        x[INDEX[f"{side} elbow.bend"]] = np.radians(8)
        x[INDEX[f"{side} knee.bend"]] = np.radians(2)
        x[INDEX[f"{side} hip.open"]] = np.radians(3)
        x[INDEX[f"{side} hip.turn"]] = np.radians(4)
    return State(x, Anchor(compass.trunk, hanging["left"], hanging["right"]))


def posed(
    letter: str, room: Room, layers: tuple[tuple[Wish, ...], ...], before: State,
    reached: Mapping[int, FloatArray], newest: int = 0,
) -> Posed:  # fmt: skip
    """Return one frame solved, skinned and furnished."""
    wanted = layered(*layers)
    strict = FRAME_LAYER if newest else 0
    setting = Setting(room.body, room.compass, room.things, room.support, before, reached, strict, newest)
    solution = solve(room.body, before, goals_for(wanted, setting))
    transforms = fingered(room, solution.state, wanted)
    vertices = skin(room.body, transforms)
    solids = shapes(room, vertices)
    return Posed(letter, room.body, vertices, transforms, solids, (), solution.state, wanted, solution)


def fingered(room: Room, state: State, wanted: Mapping[str, Wish]) -> FloatArray:
    """Return the joint transforms `(j, 4, 4)` of a state with the fingers in their shapes."""
    skeleton = skeleton_of(room.body)
    joints = stand(skeleton, state.anchor, state.x)
    pose = FingerPose(skeleton, joints.turn[0], joints.centre[0])
    for side in SIDES:
        shape_hand(pose, side, SHAPES[hand_shape(wanted, side)])
    return joints.transforms(room.body)


def hand_shape(wanted: Mapping[str, Wish], side: str) -> str:
    """Return the shape of one hand: asked for, or fitting what it touches."""
    if f"{side} arm.hand" in wanted:
        return str(wanted[f"{side} arm.hand"].value)
    if "hands" in wanted and isinstance(wanted["hands"].value, Hands):
        pair = wanted["hands"].value
        if pair.on:
            return "hook"
        return {"interlace": "interlace", "prayer": "flat", "stack": "cup"}[pair.join]
    for part in ("palm", "back_of_hand", "hand_edge"):
        if f"touch {side} {part}" in wanted:
            return "flat"
    return "fist" if f"touch {side} fist" in wanted else DEFAULT_HAND


def places(frame: Posed) -> dict[int, FloatArray]:
    """Return where the middles of all touching parts are, by vertex."""
    sites = sites_of(frame.body)
    found: dict[int, FloatArray] = {}
    for vertex in {site.middle for group in list(sites._found.values()) for site in group}:
        found[vertex] = frame.vertices[vertex]
    return found


def shapes(room: Room, vertices: FloatArray) -> tuple[Solid, ...]:
    """Return the shapes of all things, placed to the posed body."""
    sites = sites_of(room.body)

    def find(spot: str) -> FloatArray:
        if spot in sites.spots:
            return np.asarray(vertices[sites.spots[spot]])
        try:
            return np.asarray(np.mean([vertices[site.vertices].mean(0) for site in sites.part(spot)], axis=0))
        except KeyError:
            return np.asarray(vertices[sites.spots[spot_name(spot)]])

    made = (solid(item, room.body, find) for item in room.things.values())
    return tuple(shape for shape in made if shape is not None)
