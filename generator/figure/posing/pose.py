"""A figure's words and a body -> the posed frames, ready to be drawn."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import lru_cache

import numpy as np

from generator.model.base import switched_on
from generator.model.mirror import mirrored, mirrored_base
from generator.model.pose import BasePose, FigureSpec
from generator.model.words import SIDES, suggestion

from ..body.belly import with_belly
from ..body.body import Body
from ..body.mesh import FloatArray
from ..body.rotation import frame
from ..body.skeleton import Anchor, Stand, skeleton_of
from ..body.skin import skin
from ..things.compass import Compass
from ..things.room import Room, finder, flattened, furnished, shapes
from ..things.shapes import Finder
from ..things.solids import Solid
from .freedom import COUNT, INDEX
from .goals import Goal
from .holding import fingered
from .kinematics import stand
from .plan import amount, goals_for
from .setting import Setting
from .solver import Solution, State, solve
from .wishes import FOOT_PARTS, HAND_PARTS, Wish, layered, wishes

FRAME_LAYER = 100  # layers from here on are the frames' own; below is the base
CARRYING = (*FOOT_PARTS, *HAND_PARTS)  # parts that may touch something while the body stands
OPENINGS_KEPT = 64  # base postures kept in a run
LYING_KINDS = ("mat", "bed", "pillow", "cushion", "pad", "towel_roll")  # stay put from frame to frame


@dataclass(frozen=True, eq=False)
class Posed:
    """One frame: the body's surface and joints, the things round it, and how it was solved."""

    letter: str
    body: Body
    vertices: FloatArray  # (n, 3) m
    transforms: FloatArray  # (j, 4, 4) rest to posed
    solids: tuple[Solid, ...]
    raw: FloatArray  # (n, 3) m, the surface before flesh is pressed flat
    stand: Stand
    state: State
    setting: Setting
    wanted: Mapping[str, Wish]
    goals: tuple[Goal, ...]
    solution: Solution
    find: Finder


def pose_frames(spec: FigureSpec, bases: Mapping[str, BasePose], body: Body) -> tuple[Posed, ...]:
    """Return the solved frames of a figure, in the order of their letters; ValueError for senseless words."""
    story = Story(mirrored(spec), bases, body, switched_on(spec.mirror))
    for letter in sorted(spec.frames):
        story.tell(letter)
    return story.finished()


class Story:
    """The frames of a figure, solved one after the other."""

    def __init__(self, spec: FigureSpec, bases: Mapping[str, BasePose], body: Body, swap: bool) -> None:
        self.spec, self.bases, self.body, self.swap = spec, bases, body, swap
        self.rooms: dict[str, Room] = {}
        self.starts: dict[str, Posed] = {}
        self.layers: dict[str, tuple[tuple[Wish, ...], ...]] = {}
        self.done: dict[str, Posed] = {}
        self.stands_on: dict[str, str] = {}

    def room(self, name: str) -> Room:
        """Return the room of a base pose, its own posture solved once."""
        if name not in self.rooms:
            base = resolved(name, self.bases)
            base = mirrored_base(base) if self.swap else base
            self.rooms[name] = furnished(self.spec, base, self.body)
            self.layers[name] = (tuple(wishes(base, 0, "base")),)
            self.starts[name] = opened(Opening.of(self.rooms[name], self.layers[name][0]))
        return self.rooms[name]

    def before(self, letter: str) -> str:
        """Return the letter of the frame a frame starts from, or "base"."""
        asked = self.spec.frames[letter]
        if asked.base:
            return "base"
        return asked.origin or ("A" if "A" in self.done else "base")

    def tell(self, letter: str) -> None:
        """Solve one frame; ValueError if it starts from one that comes later."""
        before, number = self.before(letter), FRAME_LAYER + len(self.done)
        if before not in ("base", *self.done):
            raise ValueError(f"frames.{letter}.from: frame {before} does not come before {letter}")
        alone = before == "base"
        name = (self.spec.frames[letter].base or self.spec.base) if alone else self.stands_on[before]
        room, self.stands_on[letter] = self.room(name), name
        origin = self.starts[name] if alone else self.done[before]
        own = tuple(wishes(self.spec.frames[letter], number, f"frames.{letter}"))
        self.layers[letter] = (*self.layers[name if alone else before], own)
        self.done[letter] = posed(letter, room, self.layers[letter], origin.state, origin, number)

    def finished(self) -> tuple[Posed, ...]:
        """Return all frames, with lying things in one place."""
        frames = []
        for letter, one in self.done.items():
            room = self.rooms[self.stands_on[letter]]
            same = {key: one for key, one in self.done.items() if self.rooms[self.stands_on[key]] is room}
            things = settled(room, same)
            frames.append(replace(one, solids=tuple(things.get(shape.name, shape) for shape in one.solids)))
        return tuple(frames)


@dataclass(frozen=True)
class Opening:
    """A base pose in a room with only the things it touches; equal ones have equal keys."""

    key: tuple[object, ...]
    room: Room = field(compare=False)
    layer: tuple[Wish, ...] = field(compare=False)

    @classmethod
    def of(cls, room: Room, layer: tuple[Wish, ...]) -> Opening:
        """Return the opening of a base pose whose wishes are `layer`."""
        bare = room.only(touched(room, layer))
        things = tuple((it.name, it.support, it.spec.model_dump_json()) for it in bare.things.values())
        words = tuple(repr(wish) for wish in layer)
        place = (room.body.name, room.compass.stance, room.support, room.balance)
        return cls((*place, things, words), bare, layer)


def touched(room: Room, layer: tuple[Wish, ...]) -> set[str]:
    """Return the names of the things a base pose cannot do without: what it touches, lies on or rolls on."""
    targets = {str(getattr(wish.value, "on", "")).split(".")[0] for wish in layer}
    rollers = {name for name, item in room.things.items() if item.kind == "roller"}
    return targets | rollers | {room.support}


@lru_cache(maxsize=OPENINGS_KEPT)
def opened(opening: Opening) -> Posed:
    """Return a base pose's own posture: solved once in a run, however many figures start from it."""
    start = neutral(opening.room.body, opening.room.compass)
    return posed("base", opening.room, (opening.layer,), start)


def touched_things(frame: Posed) -> set[str]:
    """Return the names of what a frame's contacts are on."""
    return {str(getattr(wish.value, "on", "")).split(".")[0] for wish in frame.wanted.values()}


def settled(room: Room, frames: Mapping[str, Posed]) -> dict[str, Solid]:
    """Return the shapes of things that lie still: where the first frame that uses them puts them."""
    found: dict[str, Solid] = {}
    for name, item in room.things.items():
        if item.kind in LYING_KINDS:
            users = [frame for frame in frames.values() if name in touched_things(frame)]
            first = (users or list(frames.values()))[0]
            found |= {shape.name: shape for shape in first.solids if shape.name == name}
    return found


def resolved(name: str, bases: Mapping[str, BasePose]) -> BasePose:
    """Return a base pose, made from the one it is the mirror of if it is one; ValueError if there is none."""
    if name not in bases:
        raise ValueError(f"there is no base pose '{name}'{suggestion(name, bases)}")
    base = bases[name]
    return mirrored_base(resolved(base.mirror_of, bases)) if base.mirror_of else base


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
        hanging[side] = frame(along, across) @ frame(limb.upper, limb.hinge).T
        x[INDEX[f"{side} elbow.bend"]] = np.radians(8)
        x[INDEX[f"{side} knee.bend"]] = np.radians(2)
        x[INDEX[f"{side} hip.open"]] = np.radians(3)
        x[INDEX[f"{side} hip.turn"]] = np.radians(4)
    return State(x, Anchor(compass.trunk, hanging["left"], hanging["right"]))


def posed(
    letter: str, room: Room, layers: tuple[tuple[Wish, ...], ...], before: State,
    origin: Posed | None = None, newest: int = 0,
) -> Posed:  # fmt: skip
    """Return one frame solved, skinned and furnished."""
    wanted = layered(*layers)
    strict = FRAME_LAYER if newest else 0
    reached = origin.vertices if origin else None
    pinned = origin is not None and origin.letter != "base"
    setting = Setting(
        room.body, room.compass, room.things, room.support, before, reached, pinned, strict, newest,
        room.balance and stands_alone(wanted),
    )  # fmt: skip
    goals = goals_for(wanted, setting)
    solution = solve(room.body, before, goals, fresh=newest == 0)
    joints = stand(room.body, solution.state.anchor, solution.state.x)
    transforms = fingered(room, joints, wanted)
    raw = with_belly(room.body, skin(room.body, transforms), transforms, amount(wanted, "belly.draw_in"))
    vertices = flattened(raw, room)
    find = finder(room.body, vertices)
    solids = shapes(room, find)
    return Posed(
        letter, room.body, vertices, transforms, solids, raw, joints, solution.state, setting, wanted, goals,
        solution, find,
    )  # fmt: skip


def stands_alone(wanted: Mapping[str, Wish]) -> bool:
    """Tell whether the body stands: only feet and hands touch the floor or a thing."""
    for slot, wish in wanted.items():
        target = getattr(wish.value, "on", None)
        on_body = target is None or str(target).split(" ")[0] in SIDES
        if slot.startswith("touch ") and not on_body and slot.split(" ")[-1] not in CARRYING:
            return False
    return True
