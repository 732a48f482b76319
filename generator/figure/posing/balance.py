"""The body's centre of mass and whether it stands over its feet."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

import numpy as np

from generator.model.words import SIDES

from ..body.body import Body
from ..body.mesh import FloatArray
from ..body.skeleton import Stand, skeleton_of
from .goals import Goal, Scene

SWAY = 0.025  # m the centre may stand off the middle of the feet before it pulls
FORE = 0.55  # share of the way from ankle to ball of the foot where weight stands
LEVEL = np.array([1.0, 0.0, 1.0])
EASE = 0.012  # m tolerance beyond that
SEGMENTS = (  # from, to, where along, share of the mass of one side: de Leva 1996, women and men averaged
    ("upperarm01", "lowerarm01", 0.58, 0.026),
    ("lowerarm01", "wrist", 0.46, 0.015),
    ("wrist", "finger3-1", 0.76, 0.006),
    ("upperleg01", "lowerleg01", 0.38, 0.145),
    ("lowerleg01", "foot", 0.44, 0.046),
    ("foot", "toes", 0.5, 0.013),
)
TRUNK = (("pelvis", 0.12), ("sp1", 0.14), ("sp5", 0.165), ("head", 0.067))  # joints near segment centres


@lru_cache(maxsize=4)
def mass_shares(body: Body) -> FloatArray:
    """Return each joint's share of the body's mass, `(j,)`, summing to 1."""
    skeleton, share = skeleton_of(body), np.zeros(len(body.joints))
    for name, mass in TRUNK:
        share[skeleton.joint(name)] += mass
    for side in SIDES:
        for start, end, along, mass in SEGMENTS:
            last = end if not end.startswith("finger") else start
            share[skeleton.joint(start, side)] += mass * (1 - along)
            share[skeleton.joint(last, side)] += mass * along
    return np.asarray(share / share.sum())


def centre_of_mass(body: Body, stand: Stand) -> FloatArray:
    """Return the centre of mass of each pose, `(b, 3)` m."""
    return np.asarray(np.einsum("bjk,j->bk", stand.centre, mass_shares(body)))


@dataclass(frozen=True, eq=False)
class Balance(Goal):
    """The centre of mass stands over the middle of the standing feet."""

    body: Body
    feet: tuple[str, ...] = SIDES

    def residuals(self, scene: Scene) -> FloatArray:
        """Return how far the centre of mass is off the line between the standing feet, less what sways."""
        centre = centre_of_mass(self.body, scene.stand)
        soles = [
            scene.joint("foot", side) * (1 - FORE) + scene.joint("toes", side) * FORE for side in self.feet
        ]
        first, line = soles[0], soles[-1] - soles[0]
        share = ((centre - first) * line * LEVEL).sum(-1) / np.maximum((line**2 * LEVEL).sum(-1), 1e-9)
        nearest = first + np.clip(share, 0.1, 0.9)[:, None] * line
        off = (centre - nearest)[:, [0, 2]]
        beyond = np.sign(off) * np.maximum(np.abs(off) - SWAY, 0)
        return np.asarray(beyond / EASE)
