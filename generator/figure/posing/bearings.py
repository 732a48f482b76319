"""Goals about directions: where segments, palms and joints point or stand against each other."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from ..body.mesh import FloatArray
from ..body.rotation import unit
from .goals import PLACE, TOUCH, Goal, Scene, soften


@dataclass(frozen=True, eq=False)
class Points(Goal):
    """A direction fixed in a joint points along a direction of the room, or of another joint."""

    joint: str
    side: str
    own: FloatArray  # (3,) unit, at rest
    towards: FloatArray  # (3,) unit
    tolerance: float  # radians
    inside: str = ""  # joint whose axes `towards` is in; empty for the room
    soft: bool = False

    def residuals(self, scene: Scene) -> FloatArray:
        """Return the difference of the two directions."""
        have = scene.turn(self.joint, self.side) @ self.own
        want = scene.turn(self.inside) @ self.towards if self.inside else self.towards
        off = (have - want) / self.tolerance
        return soften(off) if self.soft else np.asarray(off)


@dataclass(frozen=True, eq=False)
class Presses(Goal):
    """The palm (or its back) faces a spot on the body."""

    side: str
    spot: int
    way: float
    tolerance: float

    @property
    def facing(self) -> tuple[int, ...]:
        """Return the spot."""
        return (self.spot,)

    def residuals(self, scene: Scene) -> FloatArray:
        """Return how far the palm is from facing the skin."""
        palm = scene.turn("wrist", self.side) @ (scene.skeleton.hands[self.side].palm * self.way)
        return soften((palm + scene.normal(self.spot)) / self.tolerance)


@dataclass(frozen=True, eq=False)
class Segment(Goal):
    """The line between two joints is vertical, level, or points somewhere."""

    start: tuple[str, str]
    end: tuple[str, str]
    along: FloatArray  # (k, 3) directions the line may not have a share of
    tolerance: float

    def residuals(self, scene: Scene) -> FloatArray:
        """Return the line's shares of the forbidden directions."""
        line = unit(scene.joint(*self.end) - scene.joint(*self.start))
        return np.asarray((line @ self.along.T) / self.tolerance)


@dataclass(frozen=True, eq=False)
class InLine(Goal):
    """Three joints lie on one line."""

    start: tuple[str, str]
    middle: tuple[str, str]
    end: tuple[str, str]
    tolerance: float

    def residuals(self, scene: Scene) -> FloatArray:
        """Return the difference of the two halves' directions."""
        a, b, c = (scene.joint(*joint) for joint in (self.start, self.middle, self.end))
        return np.asarray((unit(b - a) - unit(c - b)) / self.tolerance)


@dataclass(frozen=True, eq=False)
class Apart(Goal):
    """Two joints lie at a distance or offset along one direction of a frame."""

    one: tuple[str, str]
    other: tuple[str, str]
    along: FloatArray  # (k, 3) directions that count
    offset: FloatArray  # (k,) m
    tolerance: float
    inside: str = ""

    def residuals(self, scene: Scene) -> FloatArray:
        """Return the distance from the wanted offset."""
        line = scene.joint(*self.one) - scene.joint(*self.other)
        if self.inside:
            line = np.einsum("bji,bj->bi", scene.turn(self.inside), line)
        return np.asarray((line @ self.along.T - self.offset) / self.tolerance)


@dataclass(frozen=True, eq=False)
class Pole(Goal):
    """Elbow or knee points a way: the middle joint, seen from the line between the ends."""

    side: str
    limb: str  # "arm" or "leg"
    towards: FloatArray
    tolerance: float
    inside: str = ""

    def residuals(self, scene: Scene) -> FloatArray:
        """Return the sideways difference of the bend's direction, weighted by how far it stands out."""
        names = (
            ("upperarm01", "lowerarm01", "wrist")
            if self.limb == "arm"
            else ("upperleg01", "lowerleg01", "foot")
        )
        a, b, c = (scene.joint(name, self.side) for name in names)
        axis = unit(c - a)
        out = (b - a) - axis * ((b - a) * axis).sum(-1, keepdims=True)
        want = (
            scene.turn(self.inside) @ self.towards
            if self.inside
            else np.broadcast_to(self.towards, out.shape)
        )
        want = unit(want - axis * (want * axis).sum(-1, keepdims=True))
        size = np.linalg.norm(out, axis=-1, keepdims=True)
        return np.asarray((out - size * want) / 0.12 / self.tolerance)


@dataclass(frozen=True, eq=False)
class Aligned(Goal):
    """A direction fixed in the hand lies along a bar, either way round."""

    side: str
    own: FloatArray
    axis: FloatArray
    tolerance: float

    def residuals(self, scene: Scene) -> FloatArray:
        """Return the share of the direction off the bar's axis."""
        have = scene.turn("wrist", self.side) @ self.own
        off = have - (have @ self.axis)[:, None] * self.axis
        return soften(off / self.tolerance)


@dataclass(frozen=True, eq=False)
class Level(Goal):
    """A direction fixed in a joint is level, or upright when `along` says so."""

    joint: str
    side: str
    own: FloatArray
    along: FloatArray  # (k, 3) forbidden directions
    tolerance: float

    def residuals(self, scene: Scene) -> FloatArray:
        """Return the direction's forbidden shares."""
        have = scene.turn(self.joint, self.side) @ self.own
        return np.asarray((have @ self.along.T) / self.tolerance)


@dataclass(frozen=True, eq=False)
class Meet(Goal):
    """Two vertices' middle is at an offset from a spot, and they lie a given step apart."""

    left: int
    right: int
    spots: tuple[int, ...]  # of the middle of these
    offset: FloatArray  # (3,) m in the room
    along: FloatArray  # (k, 3) directions that count
    step: FloatArray  # (3,) m from right to left

    @property
    def vertices(self) -> tuple[int, ...]:
        """Return the two and those of the spot."""
        return (self.left, self.right, *self.spots)

    def residuals(self, scene: Scene) -> FloatArray:
        """Return the distances from the wanted middle and step."""
        left, right = scene.at(self.left), scene.at(self.right)
        spot = np.mean([scene.at(each) for each in self.spots], axis=0)
        middle = ((left + right) / 2 - spot - self.offset) @ self.along.T
        return np.concatenate([middle / PLACE, (left - right - self.step) / (2 * TOUCH)], axis=1)
