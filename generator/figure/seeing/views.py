"""The camera's direction: the writer's, the base pose's, or the one that sees most of what matters."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from generator.model.pose import View

from ..anatomy.muscles import HALF, Muscle, coverage
from ..body.body import Body
from ..body.mesh import BoolArray, FloatArray
from ..things.solids import Solid
from .camera import Direction
from .staged import Staged

YAWS = tuple(range(0, 360, 30))
PITCHES = (6.0, 14.0, 24.0, 40.0)
COARSE = 70.0  # px per metre of the visibility test
MOST_STEPS = 160  # points along the side of a prop's face, up to a power of two
HIDDEN_BY = 0.035  # m that something must lie behind the nearest point to count as hidden
HANDS, FACE, TARGET, FEET, LIMBS, PITCH_COST, FIRST_CHOICE = 1.0, 1.4, 2.2, 0.5, 1.2, 0.012, 0.6  # weights
LIMB_ENDS = (
    ("upperarm01", "lowerarm01"),
    ("lowerarm01", "wrist"),
    ("upperleg01", "lowerleg01"),
    ("lowerleg01", "foot"),
)
TIE = 6  # decimals beyond which views count as equally good: the same one wins on every machine
FACE_FRONT = 0.02  # m that the face lies in front of the head joint at rest


def direction_of(view: View) -> Direction:
    """Return the direction a view names."""
    return Direction(view.turn if view.side == "left" else -view.turn, view.above)


@dataclass(frozen=True, eq=False)
class _Wanted:
    """Vertices that should be seen, with what seeing all of them is worth."""

    vertices: BoolArray
    worth: float


def best_direction(
    frames: Sequence[Staged], muscles: Sequence[Muscle], first: Direction | None = None
) -> Direction:
    """Return the direction that shows hands, face, feet and target best and points no limb at the viewer."""
    options = [Direction(float(yaw), pitch) for pitch in PITCHES for yaw in YAWS]
    if first is not None:
        options.insert(0, first)
    wanted = wanted_vertices(frames[0].body, muscles)
    scores = [sum(_score(frame, option, wanted) for frame in frames) / len(frames) for option in options]
    if first is not None:
        scores[0] += FIRST_CHOICE
    return options[int(np.argmax(np.round(scores, TIE)))]


def wanted_vertices(body: Body, muscles: Sequence[Muscle]) -> list[_Wanted]:
    """Return the groups of vertices a good view shows."""

    def of(*joints: str) -> BoolArray:
        return np.array([name.startswith(joints) for name in body.joints])[body.dominant] & (body.field > 0)

    head = body.head[body.joint("head")]
    face = of("head") & (body.rest[:, 2] > head[2] + FACE_FRONT) & (body.vertex_material == 0)
    groups = [
        _Wanted(of("wrist", "finger"), HANDS),
        _Wanted(face, FACE),
        _Wanted(of("foot", "toe"), FEET),
    ]
    for muscle in muscles:
        painted = coverage(body, muscle.name, muscle.side, body.rest_field) > HALF
        groups.append(_Wanted(painted & (body.field > 0), TARGET / len(muscles)))
    return [group for group in groups if group.vertices.any()]


def _score(frame: Staged, direction: Direction, wanted: Sequence[_Wanted]) -> float:
    """Return how well `direction` shows one frame."""
    seen = visible_vertices(frame, direction)
    shown = sum(group.worth * float(seen[group.vertices].mean()) for group in wanted)
    return shown + LIMBS * _least_limb(frame, direction) - PITCH_COST * abs(direction.pitch - 12.0)


def visible_vertices(frame: Staged, direction: Direction) -> BoolArray:
    """Return which vertices are the nearest of their coarse pixel or close behind, and face the viewer."""
    right, up, toward = direction.axes()
    things = [_spread(_before(frame.vertices, solid, direction)) for solid in frame.solids]
    points = np.vstack([frame.vertices, *things])
    columns = np.floor(points @ right * COARSE).astype(np.int64)
    rows = np.floor(points @ up * COARSE).astype(np.int64)
    columns, rows = columns - columns.min(), rows - rows.min()
    place = rows * (int(columns.max()) + 1) + columns
    nearness = points @ toward
    nearest = np.full(int(place.max()) + 1, -np.inf)
    np.maximum.at(nearest, place, nearness)
    seen = nearness > nearest[place] - HIDDEN_BY
    return np.asarray(seen[: len(frame.vertices)] & (frame.body.field > 0))


def _before(body: FloatArray, solid: Solid, direction: Direction) -> FloatArray:
    """Return the corners `(m, 3, 3)` m of the faces of a prop that the viewer may see before or behind the
    body's vertices, not beside them.
    """
    axes = direction.axes()[:2].T
    here, faces = body @ axes, (solid.vertices @ axes)[solid.faces]
    low, high = here.min(axis=0) - 2 / COARSE, here.max(axis=0) + 2 / COARSE
    meets = (faces.max(axis=1) > low) & (faces.min(axis=1) < high)
    return np.asarray(solid.vertices[solid.faces[meets.all(axis=1)]])


def _spread(corners: FloatArray) -> FloatArray:
    """Return points over faces `(m, 3, 3)` m dense enough to hide what lies behind them, `(p, 3)` m."""
    sides = np.linalg.norm(corners[:, 1:] - corners[:, :1], axis=2).max(axis=1)
    finer = np.ceil(np.log2(np.clip(sides * COARSE * 1.5, 1, MOST_STEPS))).astype(np.int64)
    sown = [_sown(corners[finer == each], 2**each) for each in np.unique(finer).tolist()]
    return np.vstack([np.zeros((0, 3)), *sown])


def _sown(corners: FloatArray, steps: int) -> FloatArray:
    """Return points over triangles `(m, 3, 3)` m, their sides cut in `steps`, `(p, 3)`."""
    ramp = np.linspace(0, 1, steps + 1)
    u, v = (grid.ravel() for grid in np.meshgrid(ramp, ramp))
    inside = u + v <= 1 + 1e-9
    shares = np.stack([1 - u - v, u, v], axis=1)[inside]
    return np.asarray((shares @ corners).reshape(-1, 3))


def _least_limb(frame: Staged, direction: Direction) -> float:
    """Return the mean of the two most foreshortened limb segments' seen shares, 0 to 1."""
    toward = direction.axes()[2]
    shares = []
    for suffix in (".L", ".R"):
        for start, end in LIMB_ENDS:
            along = joint_place(frame, end + suffix) - joint_place(frame, start + suffix)
            length = max(float(np.linalg.norm(along)), 1e-9)
            shares.append(float(np.linalg.norm(np.cross(along, toward))) / length)
    return float(np.mean(sorted(shares)[:2]))


def joint_place(frame: Staged, joint: str) -> FloatArray:
    """Return a joint's posed centre, `(3,)` m."""
    number = frame.body.joint(joint)
    transform = frame.transforms[number]
    return np.asarray(transform[:3, :3] @ frame.body.head[number] + transform[:3, 3])
