"""Orthographic camera: where world points land on the picture, and the window all frames share."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

import numpy as np

from ..body.mesh import FloatArray

LONG_SIDE = 1000  # px, the longer side of a picture at most
LARGEST_AREA = 520_000  # px², so that square pictures cost no more than wide ones
MARGIN = 26  # px of paper around the drawing

SURE = 6  # decimals of a px beyond which a window's side is a rounding error


@dataclass(frozen=True)
class Direction:
    """Where the camera stands: degrees round the figure (0 = front, 90 = its left side) and above level."""

    yaw: float
    pitch: float

    @lru_cache(maxsize=128)  # noqa: B019 - a direction is two numbers
    def axes(self) -> FloatArray:
        """Return the rows right, up, towards the viewer, shape `(3, 3)`, which nobody may change."""
        turn, rise = np.radians(self.yaw), np.radians(self.pitch)
        toward = np.array([np.sin(turn) * np.cos(rise), np.sin(rise), np.cos(turn) * np.cos(rise)])
        right = np.array([np.cos(turn), 0.0, -np.sin(turn)])
        axes = np.stack([right, np.cross(toward, right), toward])
        axes.flags.writeable = False
        return axes


@dataclass(frozen=True)
class Camera:
    """A direction, a scale in px per metre and the picture's window in px."""

    direction: Direction
    scale: float = 1.0
    left: float = 0.0
    top: float = 0.0
    width: int = 0
    height: int = 0

    def project(self, points: FloatArray) -> FloatArray:
        """Return px right, px down and depth in metres (more is farther), shape `(n, 3)`."""
        seen = points @ self.direction.axes().T
        return np.stack(
            [seen[:, 0] * self.scale - self.left, -seen[:, 1] * self.scale - self.top, -seen[:, 2]], axis=1
        )

    def toward(self) -> FloatArray:
        """Return the unit vector from the scene to the viewer, shape `(3,)`."""
        return np.asarray(self.direction.axes()[2])

    def points_at(self, px: FloatArray, depth: FloatArray) -> FloatArray:
        """Return the points of the room `(n, 3)` m seen at px `(n, 2)` in the given depths (m)."""
        right, up, toward = self.direction.axes()
        across, down = (px[:, 0] + self.left) / self.scale, (px[:, 1] + self.top) / self.scale
        return np.asarray(np.outer(across, right) - np.outer(down, up) - np.outer(depth, toward))

    def floor_points(self, px: FloatArray) -> FloatArray:
        """Return the points of the floor (y = 0, metres) seen at the given px, nan where it is not seen."""
        toward = self.toward()
        on_plane = self.points_at(px, np.zeros(len(px)))
        if toward[1] < 0.01:
            return np.full((len(px), 3), np.nan)
        return np.asarray(on_plane - toward * (on_plane[:, 1] / toward[1])[:, None])


def frame_camera(
    direction: Direction, clouds: Sequence[FloatArray], margin: float = MARGIN, long_side: float = LONG_SIDE
) -> Camera:
    """Return the camera whose window holds all `clouds` of points `(n, 3)` m, with a margin in px."""
    unit = Camera(direction)
    flat = np.vstack([unit.project(cloud)[:, :2] for cloud in clouds])
    low, high = flat.min(axis=0), flat.max(axis=0)
    size = np.maximum(high - low, 1e-6)
    largest = LARGEST_AREA * (long_side / LONG_SIDE) ** 2
    scale = float(min((long_side - 2 * margin) / size.max(), np.sqrt(largest / size.prod())))
    width, height = (int(np.ceil(side)) for side in (size * scale + 2 * margin).round(SURE))
    return replace(
        unit,
        scale=scale,
        left=float(low[0] * scale - margin),
        top=float(low[1] * scale - margin),
        width=width,
        height=height,
    )
