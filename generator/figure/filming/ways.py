"""The way between two solved frames: in-betweens solved with shared contacts held and the floor as a wall."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

import numpy as np

from ..body.body import Body
from ..body.mesh import BoolArray, FloatArray, IntArray
from ..body.rotation import exponential, rotation_vector
from ..body.skin import rough_skin
from ..posing.freedom import INDEX, ranges
from ..posing.goals import Goal, Habit, Placed, Rests, Touches
from ..posing.kinematics import stand
from ..posing.pose import Posed
from ..posing.solver import State, System, descend
from ..posing.volumes import OverFloor
from ..things.room import PRESSED, Room, faces_under
from ..things.surface import FLOOR, Bar, Plane
from .moments import Turns, mixed, standing, turns_of
from .walls import HANDS, behind, deepest, is_backrest, walls

NEAR = 0.006  # m from a face that counts as touching it
HAND = ("wrist", "finger", "metacarpal")
LIMBS = (*HAND, "lowerarm", "lowerleg", "foot", "toes")
SLIDES = 0.04  # m between its places from which a part lifts or slides and is not held
INSIDE = 0.02  # m from the edges of a thing's face: hands grip these
HELD = 3  # vertices that hold one part
PIN = 0.002  # m tolerance of a held vertex
ROUNDS = 14  # of the search at one moment
FEW, MANY = 3, 7  # moments solved between two frames: usually, and where the way strays
STRAYS = 0.009  # m a held vertex may stray before more moments are solved
HOPELESS = 0.06  # m of fault that more moments do not mend
BETWEEN = 4  # moments looked at between two that are kept
UNPATIENT = 1e3  # softnesses over which the pull to the even way keeps growing


@dataclass(frozen=True, eq=False)
class Way:
    """A way: kept poses at even shares from the first frame to the last, and the vertices held on it."""

    start: Posed
    end: Posed
    kept: tuple[Turns, ...]
    held: IntArray  # (k,)
    solved: tuple[FloatArray, ...] = ()  # the degrees of freedom of the moments between, (COUNT,) each
    steps: bool = False  # whether a browser shows nothing between the frames

    @property
    def name(self) -> str:
        """Return the letters of the frames it joins."""
        return f"{self.start.letter} to {self.end.letter}"

    @property
    def letter(self) -> str:
        """Return the letter of the frame it leads to."""
        return self.end.letter

    def at(self, share: float) -> Turns:
        """Return the pose at a share of the way, as a browser makes it."""
        place = share * (len(self.kept) - 1)
        first = min(int(place), len(self.kept) - 2)
        return mixed(self.kept[first], self.kept[first + 1], place - first)

    def turned(self) -> Way:
        """Return the same way from its end to its start."""
        return replace(self, start=self.end, end=self.start, kept=self.kept[::-1], solved=self.solved[::-1])

    def stepped(self) -> Way:
        """Return the frames without a way between them."""
        return Way(self.start, self.end, (self.kept[0], self.kept[-1]), self.held, steps=True)

    def shares(self) -> FloatArray:
        """Return the shares of the way at which it is looked at."""
        return np.linspace(0, 1, (len(self.kept) - 1) * BETWEEN + 1)

    def strays(self) -> float:
        """Return how far in metres any held vertex strays from the line between its places."""
        body = self.start.body
        first, last = (rough_skin(body, frame.transforms)[self.held] for frame in (self.start, self.end))
        worst = 0.0
        for share in self.shares() if len(self.held) else ():
            here = rough_skin(body, standing(body, self.at(float(share))))[self.held]
            off = here - (first * (1 - share) + last * share)
            worst = max(worst, float(np.linalg.norm(off, axis=1).max()))
        return worst

    def sinks(self) -> float:
        """Return how far in metres anything firm lies deeper in floor or thing than in both frames.

        The trunk and the thighs are soft: what they give is pressed flat, as in the still, up to PRESSED.
        """
        body, faces = self.start.body, solid_faces(self.start)
        names = np.array(body.joints)[body.dominant]
        soft = np.array([not name.startswith((*LIMBS, "head")) for name in body.joints])[body.dominant]
        hands = np.any([np.char.startswith(names, part) for part in HANDS], axis=0)
        ends = [rough_skin(body, frame.transforms) for frame in (self.start, self.end)]
        skins, worst = [self.surface(float(share)) for share in self.shares()], 0.0
        for face in faces:
            allowed = np.maximum(*(depths(face, end, INSIDE) for end in ends)) + np.where(soft, PRESSED, 0.0)
            firm = (body.field > 0) & ~(hands & is_backrest(face))
            for skin in skins:
                deep = depths(face, skin[firm])
                worst = max(worst, float(np.where(deep < deepest(face), deep - allowed[firm], 0.0).max()))
        return worst

    def surface(self, share: float) -> FloatArray:
        """Return the skin `(n, 3)` m at a share of the way."""
        body = self.start.body
        return rough_skin(body, standing(body, self.at(share)))

    def fault(self) -> float:
        """Return the greater of the two in metres."""
        return max(self.strays(), self.sinks())

    def overreach(self) -> float:
        """Return by how many degrees any solved moment leaves the range of a joint."""
        bounds = ranges()
        off = [np.maximum(x - bounds.upper, bounds.lower - x).max() for x in self.solved]
        return float(np.degrees(max(off, default=0.0)))


def depths(face: Plane, points: FloatArray, beyond: float = -INSIDE) -> FloatArray:
    """Return how deep each point `(n, 3)` lies in a face, 0 from `beyond` metres outside its edges."""
    return np.where(face.over(points) < beyond, np.maximum(-face.distance(points), 0.0), 0.0)


def solved_way(start: Posed, end: Posed, through: Sequence[Posed] = ()) -> Way:
    """Return the way from one frame to another, with as many solved moments as it needs.

    Where the writer names moments to go `through`, it is ways in a row.

    A moment is sought from the one before it, so a limb that may pass on two sides of something takes the
    side it sets out on; where that leads nowhere, the way is sought from its other end.
    """
    held = held_vertices(start, end)
    if through:
        parts = [solved_way(one, other) for one, other in pairwise((start, *through, end))]
        kept = (parts[0].kept[0], *(each for part in parts for each in part.kept[1:]))
        return Way(start, end, kept, held, tuple(each for part in parts for each in part.solved))
    best = way_of(start, end, held, FEW)
    for count, back in ((FEW, True), (MANY, False), (MANY, True)):
        if best.fault() > STRAYS and (count == FEW or best.fault() < HOPELESS):
            other = way_of(end, start, held, count).turned() if back else way_of(start, end, held, count)
            best = min(best, other, key=Way.fault)
    return best


def way_of(start: Posed, end: Posed, held: IntArray, count: int) -> Way:
    """Return the way with `count` solved moments between the frames, each sought from the one before."""
    body = start.body
    ends = [turns_of(body, frame.transforms) for frame in (start, end)]
    moments, solved, off = [], [], np.zeros_like(start.state.x)
    for share in np.linspace(0, 1, count + 2)[1:-1].tolist():
        even = even_state(start.state, end.state, share)
        kept, found = moment(start, end, held, share, even + off)
        moments.append(kept)
        solved.append(found)
        off = found - even
    return Way(start, end, (ends[0], *moments, ends[1]), held, tuple(solved))


def moment(
    start: Posed, end: Posed, held: IntArray, share: float, guess: FloatArray
) -> tuple[Turns, FloatArray]:
    """Return the solved pose at a share of the way, and its degrees of freedom.

    The fingers go evenly from shape to shape.
    """
    body, anchor = start.body, start.state.anchor
    x = even_state(start.state, end.state, share)
    even = mixed(turns_of(body, start.transforms), turns_of(body, end.transforms), share)
    habit = Habit(x, ranges().softness, np.full(len(x), UNPATIENT))
    system = System(body, anchor, (habit, *held_goals(start, end, held, share, even)))
    found, _, _ = descend(system.linearised, system.residuals, guess, ROUNDS)
    kept = turns_of(body, stand(body, anchor, found).transforms(body))
    fingers = np.array([name.startswith("finger") for name in body.joints])
    return Turns(kept.place, np.where(fingers[:, None], even.turns, kept.turns)), found


def even_state(start: State, end: State, share: float) -> FloatArray:
    """Return the degrees of freedom a share of the way, `(COUNT,)`, counted from the start's anchor."""
    x = start.x * (1 - share) + end.x * share
    for name, first in (("trunk", "trunk.x"), ("left", "left arm.x"), ("right", "right arm.x")):
        i = INDEX[first]
        base = getattr(start.anchor, name)
        one, other = (own_turn(state, name, i) for state in (start, end))
        half = one @ exponential(rotation_vector(one.T @ other) * share)
        x[i : i + 3] = rotation_vector(half @ base.T if name == "trunk" else base.T @ half)
    return np.asarray(x)


def own_turn(state: State, name: str, first: int) -> FloatArray:
    """Return the whole rotation `(3, 3)` of a ball joint."""
    base, own = getattr(state.anchor, name), exponential(state.x[first : first + 3])
    return np.asarray(own @ base if name == "trunk" else base @ own)


def held_goals(start: Posed, end: Posed, held: IntArray, share: float, even: Turns) -> tuple[Goal, ...]:
    """Return what a moment must meet: held vertices in place, shared touches kept, nothing sunk."""
    body = start.body
    ends = [rough_skin(body, frame.transforms) for frame in (start, end)]
    places = ends[0][held] * (1 - share) + ends[1][held] * share
    pins = [Placed(int(v), place, np.eye(3), PIN) for v, place in zip(held, places, strict=True)]
    apart = [goal for goal in start.goals if goal.obstacle and not isinstance(goal, Rests | OverFloor)]
    solid = walls(body, solid_faces(start), ends, standing(body, even))
    return (*pins, *shared_touches(start, end, held, share), *apart, *solid)


def shared_touches(start: Posed, end: Posed, held: IntArray, share: float) -> list[Goal]:
    """Return the touches of body on body, and the rests of parts that are not held, that both frames have."""
    found: list[Goal] = []
    body = start.body
    pinned = {holder(body.joints[joint]) for joint in body.dominant[held].tolist()}
    touches = {(goal.vertex, goal.spot): goal for goal in end.goals if isinstance(goal, Touches)}
    rests = {goal.patch.tobytes() for goal in end.goals if isinstance(goal, Rests) and not goal.clear}
    for goal in start.goals:
        if isinstance(goal, Touches) and (goal.vertex, goal.spot) in touches:
            other = touches[goal.vertex, goal.spot]
            found.append(replace(goal, offset=goal.offset * (1 - share) + other.offset * share))
        if isinstance(goal, Rests) and goal.patch.tobytes() in rests:
            part = holder(body.joints[body.dominant[goal.patch[0]]])
            found += [] if part in pinned else [goal]
    return found


def held_vertices(start: Posed, end: Posed) -> IntArray:
    """Return vertices of limbs that touch the same face in both frames: a few of each part.

    A hand is held by its palm and back, whichever part of it touches: the solver knows no fingers.
    """
    body = start.body
    touched = {holder(body.joints[body.dominant[vertex]]) for vertex in gripping(start, end)}
    travel = np.linalg.norm(start.raw - end.raw, axis=1)
    low = np.char.startswith(np.array(body.joints)[body.dominant], "wrist")
    for face in faces_of(start):
        both = touching(body, start.raw, face) & touching(body, end.raw, face) & (travel < SLIDES)
        low |= both
        touched |= {holder(body.joints[joint]) for joint in np.unique(body.dominant[both]).tolist()}
    own = np.array(body.joints)[body.dominant]
    found = [corners(start.raw, np.flatnonzero((own == name) & low)) for name in sorted(touched) if name]
    kept = [each for each in found if travel[each].max() < SLIDES]
    return np.concatenate([np.array(gripping(start, end), dtype=np.int64), *kept])


def holder(joint: str) -> str:
    """Return the joint whose skin holds a limb when the skin of `joint` touches, "" on the trunk."""
    if joint.startswith(HAND):
        return f"wrist{joint[-2:]}"
    return joint if joint.startswith(LIMBS) else ""


def gripping(start: Posed, end: Posed) -> list[int]:
    """Return the vertices of palms that lie round the same bar or edge in both frames."""
    return sorted(set(palms_on_bars(start)) & set(palms_on_bars(end)))


def palms_on_bars(frame: Posed) -> Iterator[int]:
    """Yield the vertices of palms that lie round a bar or edge."""
    for goal in frame.goals:
        if isinstance(goal, Rests) and isinstance(goal.surface, Bar) and len(goal.patch) == 1:
            yield int(goal.patch[0])


def faces_of(frame: Posed) -> Sequence[Plane]:
    """Return the floor and the faces of things that press flesh flat."""
    s = frame.setting
    return (FLOOR, *faces_under(Room(s.body, s.compass, s.things, s.support, s.balance)))


def solid_faces(frame: Posed) -> Sequence[Plane]:
    """Return the faces that nothing may sink into: those that press flesh, and backrests from behind."""
    faces = faces_of(frame)
    return (*faces, *(behind(face) for face in faces if is_backrest(face)))


def touching(body: Body, vertices: FloatArray, face: Plane) -> BoolArray:
    """Return which drawn vertices lie on a face, or a little in it."""
    above = face.distance(vertices)
    return np.asarray((abs(above) < PRESSED) & (above < NEAR) & (face.over(vertices) < 0) & (body.field > 0))


def corners(points: FloatArray, own: IntArray) -> IntArray:
    """Return up to HELD of the vertices `own` that lie far from one another."""
    chosen = [int(own[np.argmin(points[own] @ [0.57, 0.31, 0.76])])]
    while len(chosen) < min(HELD, len(own)):
        away = np.linalg.norm(points[own][:, None] - points[chosen][None], axis=2).min(axis=1)
        chosen.append(int(own[np.argmax(away)]))
    return np.array(chosen)
