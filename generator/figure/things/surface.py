"""What a part of the body can rest on: planes, bars, rollers and balls, all in metres."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import Protocol

import numpy as np

from ..body.mesh import FloatArray
from ..body.rotation import unit


class Surface(Protocol):
    """Anything with a distance and an outward direction at each point."""

    def distance(self, points: FloatArray) -> FloatArray:
        """Return how far outside the surface each point `(..., 3)` lies, in metres."""

    def outward(self, points: FloatArray) -> FloatArray:
        """Return the unit direction away from the surface at each point, `(..., 3)`."""


@dataclass(frozen=True, eq=False)
class Plane:
    """A flat face: a point on it, its outward normal, and its half sizes along two axes (inf = endless)."""

    origin: FloatArray
    normal: FloatArray
    along: FloatArray | None = None  # (3,) unit, in the face
    half_along: float = np.inf
    half_across: float = np.inf

    def distance(self, points: FloatArray) -> FloatArray:
        """Return the height of each point above the face."""
        return np.asarray((points - self.origin) @ self.normal)

    def outward(self, points: FloatArray) -> FloatArray:
        """Return the face's normal for each point."""
        return np.broadcast_to(self.normal, points.shape)

    def over(self, points: FloatArray) -> FloatArray:
        """Return how far beyond the face's edges each point lies, negative inside."""
        if self.along is None:
            return np.full(points.shape[:-1], -np.inf)
        rel = points - self.origin
        beyond = abs(rel @ self.along) - self.half_along
        return np.asarray(np.maximum(beyond, abs(rel @ self.across) - self.half_across))

    @cached_property
    def across(self) -> FloatArray:
        """Return the unit direction in the face square to `along`, which it must have."""
        return np.cross(self.normal, np.asarray(self.along))


@dataclass(frozen=True, eq=False)
class Bar:
    """A round bar, roller or edge: two ends and a radius."""

    start: FloatArray
    end: FloatArray
    radius: float

    def _away(self, points: FloatArray) -> FloatArray:
        axis = self.end - self.start
        share = np.clip(((points - self.start) @ axis) / (axis @ axis), 0, 1)
        return np.asarray(points - self.start - share[..., None] * axis)

    def distance(self, points: FloatArray) -> FloatArray:
        """Return the distance of each point from the bar's skin."""
        return np.asarray(np.linalg.norm(self._away(points), axis=-1) - self.radius)

    def outward(self, points: FloatArray) -> FloatArray:
        """Return the direction from the bar's axis to each point."""
        return unit(self._away(points))


@dataclass(frozen=True, eq=False)
class Ball:
    """A ball: its centre and radius."""

    centre: FloatArray
    radius: float

    def distance(self, points: FloatArray) -> FloatArray:
        """Return the distance of each point from the ball's skin."""
        return np.asarray(np.linalg.norm(points - self.centre, axis=-1) - self.radius)

    def outward(self, points: FloatArray) -> FloatArray:
        """Return the direction from the ball's centre to each point."""
        return unit(points - self.centre)


FLOOR = Plane(np.zeros(3), np.array([0.0, 1.0, 0.0]))
