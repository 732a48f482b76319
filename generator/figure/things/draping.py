"""Bands and straps lie on the skin they pass, and run straight where nothing is in their way."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from scipy.spatial import cKDTree

from ..body.body import Body
from ..body.mesh import BoolArray, FloatArray, vertex_normals

FINE = 24  # steps from spot to spot
ROUNDS = 12  # times a line is pulled tight and lifted off the skin
REACH = 0.12  # m round the line in which skin can be in its way
DEEPEST = 0.10  # m inside the body from which a line finds the nearest way out
HOLDING = ("wrist", "finger")  # hands hold a band: it may lie in them


@dataclass(frozen=True, eq=False)
class Skin:
    """The posed skin a band can lie on: shown vertices without hands, and their normals, `(k, 3)`."""

    points: FloatArray
    normals: FloatArray

    @classmethod
    def near(cls, body: Body, vertices: FloatArray, line: FloatArray) -> Skin:
        """Return the skin within reach of a line `(n, 3)` m."""
        hand = np.array([name.startswith(HOLDING) for name in body.joints])[body.dominant]
        low, high = line.min(axis=0) - REACH, line.max(axis=0) + REACH
        kept = ((vertices > low) & (vertices < high)).all(axis=1) & ~hand & (body.field > 0)
        return cls(vertices[kept], vertex_normals(vertices, body.faces)[kept])

    def lifted(self, line: FloatArray, gap: float) -> FloatArray:
        """Return the line's points, those deeper than `gap` metres above the skin lifted to it."""
        distance, index = (np.asarray(found) for found in cKDTree(self.points).query(line))
        height = ((line - self.points[index]) * self.normals[index]).sum(axis=1)
        short = np.where((distance < DEEPEST) & (height < gap), gap - height, 0.0)
        return np.asarray(line + short[:, None] * self.normals[index])


def draped(body: Body, vertices: FloatArray, spots: FloatArray, gap: float) -> FloatArray:
    """Return the line through `spots` `(k, 3)` m, nowhere nearer to the skin than `gap`, `(n, 3)` m."""
    steps = [np.linspace(a, b, FINE, endpoint=False) for a, b in pairwise(spots)]
    line = np.vstack([*steps, spots[-1:]])
    skin = Skin.near(body, vertices, line)
    if not len(skin.points):
        return line
    pinned: BoolArray = np.arange(len(line)) % FINE == 0
    free = ~pinned
    for _ in range(ROUNDS):
        tight = line.copy()
        tight[1:-1] = (line[:-2] + line[2:]) / 2
        line = np.where(free[:, None], tight, line)
        line[1:-1] = skin.lifted(line[1:-1], gap)
    return line
