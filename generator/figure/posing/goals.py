"""What a pose has to meet, each as residuals that are 1 at its tolerance."""

from __future__ import annotations

from abc import ABC, abstractmethod
from dataclasses import dataclass, replace

import numpy as np

from ..body.mesh import FloatArray, IntArray
from ..body.skeleton import Skeleton, Stand
from ..things.surface import Plane, Surface
from .freedom import INDEX

TOUCH = 0.0015  # m tolerance of a contact
PLACE = 0.004  # m tolerance of where on a surface a contact lies
FAR = 0.001  # m that no difference quotient bridges
SHARP = 0.0012  # m over which neighbours share the role of lowest point


@dataclass(frozen=True, eq=False)
class Scene:
    """Poses under test: joints, and watched vertices `(b, m, 3)` and normals `(b, k, 3)`."""

    skeleton: Skeleton
    stand: Stand
    points: FloatArray
    normals: FloatArray
    column: IntArray  # (n,) where each vertex is among those whose places are watched
    faced: IntArray  # (n,) the same among those whose normals are

    def alone(self, pose: int) -> Scene:
        """Return the scene of one of the poses."""
        one = slice(pose, pose + 1)
        stand = Stand(self.stand.x[one], self.stand.turn[one], self.stand.centre[one])
        return replace(self, stand=stand, points=self.points[one], normals=self.normals[one])

    def at(self, vertices: IntArray | int) -> FloatArray:
        """Return the positions of vertices, `(b, k, 3)` or `(b, 3)` m."""
        return np.asarray(self.points[:, self.column[vertices]])

    def normal(self, vertex: int) -> FloatArray:
        """Return a vertex's outward normal, `(b, 3)`."""
        return np.asarray(self.normals[:, self.faced[vertex]])

    def joint(self, name: str, side: str = "") -> FloatArray:
        """Return a joint's centre, `(b, 3)` m; of side "both" the middle between left and right."""
        if side == "both":
            return (self.joint(name, "left") + self.joint(name, "right")) / 2
        return np.asarray(self.stand.centre[:, self.skeleton.joint(name, side)])

    def turn(self, name: str, side: str = "") -> FloatArray:
        """Return a joint's rotation, `(b, 3, 3)`."""
        return np.asarray(self.stand.turn[:, self.skeleton.joint(name, side)])


class Goal(ABC):
    """One thing a pose has to meet."""

    @property
    def vertices(self) -> tuple[int, ...]:
        """Return the vertices to watch."""
        return ()

    @property
    def facing(self) -> tuple[int, ...]:
        """Return the vertices whose normals count."""
        return ()

    @property
    def obstacle(self) -> bool:
        """Tell whether the goal only keeps things out of each other."""
        return False

    def idle(self, scene: Scene) -> bool:
        """Tell whether the one pose in `scene` and all poses near it leave every residual at zero."""
        return False

    @abstractmethod
    def residuals(self, scene: Scene) -> FloatArray:
        """Return how far each pose is from meeting the goal, `(b, r)`, 1 at its tolerance."""


def soften(residual: FloatArray) -> FloatArray:
    """Return residuals whose pull stops growing beyond 1 (pseudo-Huber), for wishes that may be overruled."""
    return np.asarray(residual * np.sqrt(2 / (1 + np.sqrt(1 + residual**2))))


@dataclass(frozen=True, eq=False)
class Angle(Goal):
    """A degree of freedom has a value (radians or metres)."""

    name: str
    value: float
    tolerance: float
    soft: bool = False

    def residuals(self, scene: Scene) -> FloatArray:
        """Return the angle's distance from its value."""
        off = (scene.stand.x[:, INDEX[self.name]] - self.value) / self.tolerance
        return soften(off[:, None]) if self.soft else np.asarray(off[:, None])


@dataclass(frozen=True, eq=False)
class Habit(Goal):
    """Everything not asked for stays near where it was."""

    reference: FloatArray  # (COUNT,)
    softness: FloatArray
    patience: FloatArray  # (COUNT,) how many softnesses something may drift before the pull stops growing

    def residuals(self, scene: Scene) -> FloatArray:
        """Return how far every degree of freedom has drifted."""
        drift = (scene.stand.x - self.reference) / self.softness
        return np.asarray(soften(drift / self.patience) * self.patience)


@dataclass(frozen=True, eq=False)
class Rests(Goal):
    """A patch's lowest point touches a surface."""

    patch: IntArray
    surface: Surface
    gap: float  # m, negative where the flesh gives
    tolerance: float = TOUCH
    clear: bool = False  # only forbid being inside

    @property
    def vertices(self) -> tuple[int, ...]:
        """Return the patch."""
        return tuple(int(v) for v in self.patch)

    @property
    def obstacle(self) -> bool:
        """Tell whether it only forbids being inside."""
        return self.clear

    def idle(self, scene: Scene) -> bool:
        """Tell whether the patch only has to keep out and is well outside."""
        return self.clear and float(self.surface.distance(scene.at(self.patch)).min()) > self.gap + FAR

    def residuals(self, scene: Scene) -> FloatArray:
        """Return the patch's distance from the surface."""
        off = self.surface.distance(scene.at(self.patch)) - self.gap
        if self.clear:
            return np.asarray(np.minimum(off, 0) / self.tolerance)
        least = off.min(axis=1, keepdims=True)
        low = least[:, 0] - SHARP * np.log(np.exp((least - off) / SHARP).sum(axis=1))
        return np.asarray(low[:, None] / self.tolerance)


@dataclass(frozen=True, eq=False)
class Within(Goal):
    """A vertex stays inside the edges of a face."""

    vertex: int
    face: Plane
    margin: float = 0.01

    @property
    def vertices(self) -> tuple[int, ...]:
        """Return the vertex."""
        return (self.vertex,)

    def residuals(self, scene: Scene) -> FloatArray:
        """Return how far the vertex lies beyond the edges."""
        return np.maximum(self.face.over(scene.at(self.vertex)) + self.margin, 0)[:, None] / PLACE


@dataclass(frozen=True, eq=False)
class Placed(Goal):
    """A vertex has a place in the room, along some directions only."""

    vertex: int
    place: FloatArray  # (3,) m
    along: FloatArray  # (k, 3) unit directions that count
    tolerance: float = PLACE
    soft: bool = False

    @property
    def vertices(self) -> tuple[int, ...]:
        """Return the vertex."""
        return (self.vertex,)

    def residuals(self, scene: Scene) -> FloatArray:
        """Return the vertex's distance from its place."""
        off = ((scene.at(self.vertex) - self.place) @ self.along.T) / self.tolerance
        return soften(off) if self.soft else np.asarray(off)


@dataclass(frozen=True, eq=False)
class Beside(Goal):
    """A vertex lies at an offset from another, along some directions only."""

    vertex: int
    other: int
    offset: FloatArray  # (3,) m in the room
    along: FloatArray  # (k, 3) unit directions that count
    tolerance: float = PLACE

    @property
    def vertices(self) -> tuple[int, ...]:
        """Return both vertices."""
        return (self.vertex, self.other)

    def residuals(self, scene: Scene) -> FloatArray:
        """Return the distance from the wanted offset."""
        off = scene.at(self.vertex) - scene.at(self.other) - self.offset
        return np.asarray((off @ self.along.T) / self.tolerance)


@dataclass(frozen=True, eq=False)
class Touches(Goal):
    """A vertex touches a spot on the body: on its skin, near its middle."""

    vertex: int
    spot: int
    gap: float
    offset: FloatArray  # (3,) m in the room, made to slide on the skin
    slide: float = 0.008  # m tolerance along the skin

    @property
    def vertices(self) -> tuple[int, ...]:
        """Return both vertices."""
        return (self.vertex, self.spot)

    @property
    def facing(self) -> tuple[int, ...]:
        """Return the spot."""
        return (self.spot,)

    def residuals(self, scene: Scene) -> FloatArray:
        """Return the distance across and along the skin."""
        normal = scene.normal(self.spot)
        off = scene.at(self.vertex) - scene.at(self.spot)
        across = (off * normal).sum(-1, keepdims=True)
        wanted = self.offset - normal * (normal @ self.offset)[:, None]
        along = (off - across * normal - wanted) / self.slide
        return np.concatenate([(across - self.gap) / (2 * TOUCH), along], axis=1)


@dataclass(frozen=True, eq=False)
class Eased(Goal):
    """A goal of the base pose, which a frame's own words overrule."""

    goal: Goal
    easier: float = 3.0

    @property
    def vertices(self) -> tuple[int, ...]:
        """Return the goal's vertices."""
        return self.goal.vertices

    @property
    def facing(self) -> tuple[int, ...]:
        """Return the goal's."""
        return self.goal.facing

    def idle(self, scene: Scene) -> bool:
        """Tell whether the goal is."""
        return self.goal.idle(scene)

    def residuals(self, scene: Scene) -> FloatArray:
        """Return the goal's residuals with a bounded pull."""
        return soften(self.goal.residuals(scene) / self.easier)


def watched(goals: tuple[Goal, ...]) -> IntArray:
    """Return every vertex some goal watches, once, in order."""
    return np.unique(np.fromiter((v for goal in goals for v in goal.vertices), dtype=np.int64))


def facing(goals: tuple[Goal, ...]) -> IntArray:
    """Return every vertex whose normal counts for some goal, once, in order."""
    return np.unique(np.fromiter((v for goal in goals for v in goal.facing), dtype=np.int64))
