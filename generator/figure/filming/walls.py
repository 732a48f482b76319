"""What nothing may sink into on the way: floor and faces of things, no deeper than the frames do."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

import numpy as np

from ..body.body import Body
from ..body.mesh import FloatArray, IntArray
from ..body.skin import rough_skin
from ..posing.goals import Goal, Scene
from ..things.surface import Plane

EVERY = 3  # of the vertices of a part, one is watched in so many
SKIM = 0.003  # m that parts stay above a face which no frame lets them touch
FIRM = 0.002  # m tolerance
THROUGH = 0.15  # m: what lies deeper is on the other side of a thing, not in it
BACKREST = 0.06  # m: the same of a backrest, which is thin and has somebody behind it as often as before it
BROAD = 0.5  # m from its middle to its edge: an upright face as broad as this is a wall's, no backrest's
HANDS = ("finger", "wrist", "metacarpal")  # parts that lie round the edges of a backrest and hold it
NEAR = 0.02  # m above its least height from which a part is worth a look


@dataclass(frozen=True, eq=False)
class Clear(Goal):
    """Vertices stay above a face, each at least at its own height."""

    face: Plane
    patch: IntArray  # (n,)
    heights: FloatArray  # (n,) m

    @property
    def vertices(self) -> tuple[int, ...]:
        """Return the patch."""
        return tuple(self.patch.tolist())

    @property
    def obstacle(self) -> bool:
        """Tell that this only keeps parts out."""
        return True

    def points(self, scene: Scene) -> FloatArray:
        """Return where the vertices are, `(b, n, 3)` m."""
        return scene.at(self.patch)

    def idle(self, scene: Scene) -> bool:
        """Tell whether all of the patch is well above the face."""
        return float((self.face.distance(self.points(scene)) - self.heights).min()) > NEAR

    def residuals(self, scene: Scene) -> FloatArray:
        """Return how far each vertex lies below its height, where the face reaches."""
        points = self.points(scene)
        above = self.face.distance(points)
        low = np.minimum(above - self.heights, 0.0)
        if not low.any():
            return low
        inside = (self.face.over(points) < 0) & (above > -deepest(self.face))
        return np.asarray(np.where(inside, low, 0.0) / FIRM)


@dataclass(frozen=True, eq=False)
class ClearFingers(Clear):
    """The same for fingers, which are no unknowns of the solver: points fixed to the wrist."""

    wrist: int
    offsets: FloatArray  # (n, 3) m in the axes of the wrist

    @property
    def vertices(self) -> tuple[int, ...]:
        """Return nothing: no vertex has to be watched."""
        return ()

    def points(self, scene: Scene) -> FloatArray:
        """Return where the wrist carries the points, `(b, n, 3)` m."""
        turn, centre = scene.stand.turn[:, self.wrist], scene.stand.centre[:, self.wrist]
        return np.asarray(centre[:, None] + self.offsets @ np.swapaxes(turn, -1, -2))


def deepest(face: Plane) -> float:
    """Return how deep in metres a face still counts; a floor has no other side."""
    if face.along is None:
        return np.inf
    return BACKREST if is_backrest(face) else THROUGH


def is_backrest(face: Plane) -> bool:
    """Return whether a face is upright and small."""
    return abs(face.normal[1]) < 0.5 and max(face.half_along, face.half_across) < BROAD


def behind(face: Plane) -> Plane:
    """Return the other face of a backrest."""
    return replace(face, origin=face.origin - face.normal * BACKREST, normal=-face.normal)


def walls(body: Body, faces: Sequence[Plane], ends: Sequence[FloatArray], even: FloatArray) -> Iterator[Goal]:
    """Yield, part by part, that nothing sinks deeper into a face than it does at the way's `ends` `(n, 3)` m.

    `even` gives the joint transforms `(j, 4, 4)` of a moment whose fingers have the right shape.
    """
    shown, surface = body.field > 0, rough_skin(body, even)
    parts = np.array([part_of(name) for name in body.joints])[body.dominant]
    for face in faces:
        lows = [np.where(face.over(end) < 0, face.distance(end), np.inf) for end in ends]
        heights = np.minimum(np.min(lows, axis=0), SKIM)
        for part in np.unique(parts).tolist():
            if is_backrest(face) and part.startswith(HANDS):
                continue
            chosen = np.flatnonzero(shown & (parts == part) & (heights > -deepest(face)))[::EVERY]
            if len(chosen) and part.startswith("finger"):
                wrist = body.joints.index(f"wrist{part[-2:]}")
                turn = even[wrist, :3, :3]
                centre = turn @ body.head[wrist] + even[wrist, :3, 3]
                yield ClearFingers(face, chosen, heights[chosen], wrist, (surface[chosen] - centre) @ turn)
            elif len(chosen):
                yield Clear(face, chosen, heights[chosen])


def part_of(joint: str) -> str:
    """Return the part of the body whose skin hangs on a joint: fingers, a piece of a limb, head or trunk."""
    if joint.startswith("finger"):
        return f"finger{joint[-2:]}"
    return joint if joint[-2] == "." else ("head" if joint.startswith(("head", "neck")) else "trunk")
