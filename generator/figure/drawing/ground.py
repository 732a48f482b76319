"""The floor: a strip of it where things stand, and the shadows of what stands on it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

import numpy as np
from scipy import sparse
from scipy.sparse import csgraph
from scipy.spatial import ConvexHull

from ..body.mesh import FloatArray
from ..seeing.camera import Camera
from ..seeing.staged import Staged
from ..things.solids import Solid
from .drafts import Draft
from .svg import Outline, polygon

STANDS = 0.012  # m above the floor below which a thing stands on it
LYING = frozenset({"mat", "soft", "roller", "band"})  # tones of things whose place the body's shadow shows
EDGE_ON = 0.05  # share of a wall's normal towards the viewer below which its face is not seen
BOARD = 0.09  # m, height of the board along a wall's foot
SHADOW_RIM = 0.035  # m that a shadow reaches beyond the foot of a thing
ASIDE = np.array([0.02, 0.0, 0.01])  # m that it falls aside, away from a light on the viewer's left
FLAT = 1e-6  # m²; a smaller foot is an edge
STRIP_RIM = 0.07  # m of floor beyond what stands on it
LOW = 0.06  # m above the floor that counts as standing on it
ROUND, ROUNDED = 0.3, 4  # share of a floor's shorter side that its free corners are rounded by; steps of each
STEEPEST = 40.0  # degrees of a camera above level, from which the floor is not a strip but the whole picture


def ground_drafts(posed: Staged, camera: Camera, feet: FloatArray | None = None) -> list[Draft]:
    """Return the floor under things that stand and the shadows at their feet, for one frame.

    `feet` are what stands on the floor in any frame, `(n, 3)` m, so that all frames show the same floor.
    """
    feet = standing(posed) if feet is None else feet
    level = camera.direction.pitch < STEEPEST
    strips = [_outline(floor, camera) for floor in floors(posed, feet)] if level else []
    shadows = [_outline(shadow, camera) for solid in posed.solids for shadow in shadows_of(solid)]
    return [Draft("f-floor", (), exact=tuple(strips)), Draft("f-contact", (), exact=tuple(shadows))]


def _outline(ring: FloatArray, camera: Camera) -> Outline:
    """Return the picture of some corners `(k, 3)` m."""
    return polygon(camera.project(ring)[:, :2])


def standing(posed: Staged) -> FloatArray:
    """Return the points `(n, 3)` m of the person and of things that stand on the floor in one frame."""
    things = [solid.vertices for solid in posed.solids if solid.tone not in LYING]
    return np.vstack([cloud[cloud[:, 1] < LOW] for cloud in (posed.vertices, *things)])


def floors(posed: Staged, feet: FloatArray) -> list[FloatArray]:
    """Return the outline `(k, 3)` m of the floor before each wall, or else of that under all that stands,
    if there are things and no mat.
    """
    walls = [wall.floor() for wall in walls_of(posed, feet)]
    tones = {solid.tone for solid in posed.solids}
    return walls or ([_under(feet)] if tones - LYING and "mat" not in tones else [])


def _under(feet: FloatArray) -> FloatArray:
    """Return the outline `(k, 3)` m of the floor under all that stands on it, `feet` `(n, 3)` m."""
    (west, _, north), (east, _, south) = feet.min(axis=0) - STRIP_RIM, feet.max(axis=0) + STRIP_RIM
    corners = np.array([[west, 0, north], [east, 0, north], [east, 0, south], [west, 0, south]])
    return rounded(corners, range(4))


def rounded(corners: FloatArray, free: Iterable[int]) -> FloatArray:
    """Return the outline `(k, 3)` m of a rectangle whose `free` corners are rounded: a floor goes on, its
    picture only ends.
    """
    size = ROUND * min(float(np.linalg.norm(corners[k] - corners[k - 1])) for k in (1, 2))
    out: list[FloatArray] = []
    for number, corner in enumerate(corners):
        if number not in free:
            out.append(corner)
            continue
        sides = [corners[(number + step) % 4] - corner for step in (-1, 1)]
        back, ahead = (side / max(float(np.linalg.norm(side)), FLAT) * size for side in sides)
        for turn in np.linspace(0, np.pi / 2, ROUNDED):
            out.append(corner + back * (1 - np.sin(turn)) + ahead * (1 - np.cos(turn)))
    return np.array(out)


def walls_of(posed: Staged, feet: FloatArray) -> list[Wall]:
    """Return the foot of each wall, with the floor before it as far as `feet` stand."""
    return [Wall.of(solid, posed.vertices, feet) for solid in posed.solids if solid.tone == "wall"]


def skirting_draft(posed: Staged, camera: Camera) -> Draft:
    """Return the boards along the foot of the walls, where their faces are seen: a wall, not a plank."""
    seen = [wall for wall in walls_of(posed, standing(posed)) if camera.toward() @ wall.out > EDGE_ON]
    return Draft("f-skirting", (), exact=tuple(_outline(wall.skirting(), camera) for wall in seen))


@dataclass(frozen=True, eq=False)
class Wall:
    """A wall's foot: both ends of its face `(2, 3)` m, the way it faces `(3,)`, and the feet's distance."""

    foot: FloatArray
    out: FloatArray
    reach: float

    @staticmethod
    def of(solid: Solid, body: FloatArray, feet: FloatArray) -> Wall:
        """Return the foot of a wall, an upright board, on the side of the person with vertices `body`."""
        low, high = solid.vertices.min(axis=0), solid.vertices.max(axis=0)
        size = (high - low) * [1, 0, 1]
        across, along = (0, 2) if size[0] < size[2] else (2, 0)
        sign = np.sign(body[:, across].mean() - (low + high)[across] / 2)
        out, foot = np.zeros(3), np.zeros((2, 3))
        out[across] = sign
        foot[:, across] = high[across] if sign > 0 else low[across]
        foot[:, along] = low[along], high[along]
        reach = float(((feet - foot[0]) @ out).max(initial=0.0)) + STRIP_RIM
        return Wall(foot, out, reach)

    def floor(self) -> FloatArray:
        """Return the outline of the floor from the wall to beyond the feet, `(k, 3)` m."""
        return rounded(np.vstack([self.foot, self.foot[::-1] + self.out * self.reach]), (2, 3))

    def skirting(self) -> FloatArray:
        """Return the corners of the board along the foot, `(4, 3)` m."""
        return np.vstack([self.foot, self.foot[::-1] + np.array([0.0, BOARD, 0.0])])


def shadows_of(solid: Solid) -> Iterator[FloatArray]:
    """Yield the corners `(k, 3)` m of the shadow round each foot of a thing."""
    if solid.tone in LYING:
        return
    for part in _parts(solid):
        feet = part[part[:, 1] < STANDS][:, [0, 2]]
        if len(feet) < 3 or np.linalg.det(np.cov(feet.T)) < FLAT**2:
            continue
        middle = feet.mean(axis=0)
        ring = feet[ConvexHull(feet).vertices]
        away = ring - middle
        rim = ring + away / np.linalg.norm(away, axis=1, keepdims=True) * SHADOW_RIM
        yield np.insert(rim, 1, 0.0, axis=1) + ASIDE


def _parts(solid: Solid) -> Iterator[FloatArray]:
    """Yield the vertices `(k, 3)` m of each connected piece of a thing."""
    links = solid.faces[:, [0, 1, 1, 2]].reshape(-1, 2).T
    count = len(solid.vertices)
    graph = sparse.coo_array((np.ones(links.shape[1]), tuple(links)), shape=(count, count))
    number, owner = csgraph.connected_components(graph, directed=False)
    for piece in range(number):
        yield solid.vertices[owner == piece]
