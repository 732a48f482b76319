"""The lower belly drawn in or swelling: a soft dent in the skin that no joint could make."""

from __future__ import annotations

from functools import lru_cache

import numpy as np

from .body import Body
from .mesh import FloatArray, vertex_normals

CENTRE = "sp1"  # the joint at whose height the dent is deepest, a hand's breadth below the navel
TRUNK = ("pelvis", "sp")  # first letters of the joints whose skin may move
WIDE, HIGH = 0.11, 0.085  # m from the middle to where a dent has 37 % of its depth


def with_belly(body: Body, vertices: FloatArray, transforms: FloatArray, drawn_in: float) -> FloatArray:
    """Return posed `vertices` `(n, 3)` m with the lower belly drawn in by `drawn_in` cm, out if below 0."""
    if not drawn_in:
        return vertices
    backward = transforms[body.joint(CENTRE), :3, :3] @ [0.0, 0.0, -1.0]
    return np.asarray(vertices + _share(body)[:, None] * backward * drawn_in / 100)


@lru_cache(maxsize=4)
def _share(body: Body) -> FloatArray:
    """Return how much of the dent each vertex takes, 0 to 1, `(n,)`."""
    away = body.rest - body.head[body.joint(CENTRE)]
    soft = np.exp(-((away[:, 0] / WIDE) ** 2) - (away[:, 1] / HIGH) ** 2)
    front = np.clip(vertex_normals(body.rest, body.faces)[:, 2], 0.0, 1.0)
    trunk = np.array([name.startswith(TRUNK) for name in body.joints])[body.dominant]
    return np.asarray(soft * front * trunk)
