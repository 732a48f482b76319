"""Prop shapes: boxes, rods, pillows, balls and bands as triangles with crease lines."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np

from ..body.mesh import FloatArray, IntArray
from ..body.rotation import unit

ROUND = 36  # sides of a round prop
BAND_SIDES = 8
REST, WORN, HELD = "rest", "worn", "held"  # what a thing is to the body


@dataclass(frozen=True, eq=False)
class Solid:
    """A prop's shape: vertices `(k, 3)` m, faces `(l, 3)`, crease lines to draw `(e, 2)`, and its tone."""

    name: str
    vertices: FloatArray
    faces: IntArray
    edges: IntArray
    tone: str
    use: str = REST
    """REST if a body can rest on it, WORN if it lies on the skin, HELD if it hangs from a hand."""

    def moved(self, turn: FloatArray, shift: FloatArray) -> Solid:
        """Return the shape turned about the origin and then shifted."""
        return replace(self, vertices=self.vertices @ turn.T + shift)


def box(name: str, centre: FloatArray, size: FloatArray, tone: str) -> Solid:
    """Return an upright box by its centre and full size, both `(3,)` m."""
    corners = np.array([[x, y, z] for x in (-1, 1) for y in (-1, 1) for z in (-1, 1)]) / 2
    quads = [(0, 1, 3, 2), (4, 6, 7, 5), (0, 4, 5, 1), (2, 3, 7, 6), (0, 2, 6, 4), (1, 5, 7, 3)]
    faces = [triangle for a, b, c, d in quads for triangle in ((a, b, c), (a, c, d))]
    edges = [(a, b) for a in range(8) for b in range(a) if np.abs(corners[a] - corners[b]).sum() == 1]
    points = np.asarray(centre) + corners * np.asarray(size)
    return Solid(name, points, np.array(faces), np.array(edges), tone)


def prism(
    name: str,
    top: FloatArray,
    wide: tuple[FloatArray, FloatArray],
    bottom: FloatArray,
    narrow: tuple[FloatArray, FloatArray],
    tone: str,
) -> Solid:
    """Return a tapered box: the middles of two faces and half their sides along two axes, `(3,)` m each."""
    ends = ((bottom, narrow), (top, wide))
    corners = [middle + x * half[0] + z * half[1] for x in (-1, 1) for middle, half in ends for z in (-1, 1)]
    plain = box(name, np.zeros(3), np.ones(3), tone)
    return replace(plain, vertices=np.array(corners))


def rod(name: str, start: FloatArray, end: FloatArray, radius: float, tone: str) -> Solid:
    """Return a closed round bar between two points."""
    axis = unit(end - start)
    one = unit(np.cross(axis, [0.3, 0.8, 0.5]))
    other = np.cross(axis, one)
    angle = np.linspace(0, 2 * np.pi, ROUND, endpoint=False)[:, None]
    ring = radius * (np.cos(angle) * one + np.sin(angle) * other)
    points = np.vstack([start + ring, end + ring, start, end])
    i = np.arange(ROUND)
    j = (i + 1) % ROUND
    side = np.vstack([np.stack([i, j, ROUND + j], 1), np.stack([i, ROUND + j, ROUND + i], 1)])
    caps = np.vstack([
        np.stack([j, i, np.full(ROUND, 2 * ROUND)], 1),
        np.stack([ROUND + i, ROUND + j, np.full(ROUND, 2 * ROUND + 1)], 1),
    ])  # fmt: skip
    rims = np.vstack([np.stack([i, j], 1), np.stack([ROUND + i, ROUND + j], 1)])
    return Solid(name, points, np.vstack([side, caps]), rims, tone)


def rounded(name: str, centre: FloatArray, size: FloatArray, tone: str, square: float = 0.5) -> Solid:
    """Return a soft closed shape: `square` 1 is a ball, towards 0 a pillow with corners."""
    rows, columns = 16, ROUND
    high = np.linspace(-np.pi / 2, np.pi / 2, rows)[:, None]
    turn = np.linspace(0, 2 * np.pi, columns, endpoint=False)[None, :]

    def power(values: FloatArray, exponent: float) -> FloatArray:
        return np.asarray(np.sign(values) * np.abs(values) ** exponent)

    flat = power(np.cos(high), square)
    x, z = flat * power(np.cos(turn), square), flat * power(np.sin(turn), square)
    y = np.broadcast_to(np.sin(high), x.shape)
    points = np.stack([x, y, z], -1).reshape(-1, 3) * np.asarray(size) / 2 + np.asarray(centre)
    return Solid(name, points, grid_faces(rows, columns), np.zeros((0, 2), dtype=np.int64), tone)


def grid_faces(rows: int, columns: int) -> IntArray:
    """Return the triangles of a grid whose columns close into a ring."""
    i, j = (part.ravel() for part in np.mgrid[: rows - 1, :columns])
    k = (j + 1) % columns
    a, b, c, d = i * columns + j, (i + 1) * columns + j, i * columns + k, (i + 1) * columns + k
    return np.vstack([np.stack([a, b, c], 1), np.stack([c, b, d], 1)])


def tube(name: str, path: FloatArray, radius: float, tone: str) -> Solid:
    """Return a band along `path` `(k, 3)` m."""
    along = unit(np.gradient(path, axis=0))
    one = unit(np.cross(along, [0.31, 0.82, 0.48]))
    other = np.cross(along, one)
    angle = np.linspace(0, 2 * np.pi, BAND_SIDES, endpoint=False)
    ring = np.cos(angle)[None, :, None] * one[:, None] + np.sin(angle)[None, :, None] * other[:, None]
    vertices = (path[:, None] + radius * ring).reshape(-1, 3)
    return Solid(
        name, vertices, grid_faces(len(path), BAND_SIDES)[:, ::-1], np.zeros((0, 2), dtype=np.int64), tone
    )


def joined(name: str, tone: str, *parts: Solid) -> Solid:
    """Return several shapes as one."""
    starts = np.cumsum([0] + [len(part.vertices) for part in parts[:-1]])
    return Solid(
        name,
        np.vstack([part.vertices for part in parts]),
        np.vstack([part.faces + start for part, start in zip(parts, starts, strict=True)]),
        np.vstack([part.edges + start for part, start in zip(parts, starts, strict=True)]),
        tone,
    )
