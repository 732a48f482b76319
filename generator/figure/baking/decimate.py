"""Fewer triangles for the same surface: half-edge collapse ordered by quadric error; used when baking."""

from __future__ import annotations

import heapq
from dataclasses import dataclass, field

import numpy as np

from ..body.mesh import FloatArray, IntArray, edges_of

SMALLEST_TURN = 0.35  # cosine a face's normal must keep when a corner moves
EDGE_LENGTH_COST = 1e-3  # of the squared edge length: prefers short edges on flat parts


def decimated(vertices: FloatArray, faces: IntArray, importance: FloatArray, count: int) -> IntArray:
    """Return at most about `count` faces over the same vertices; open edges stay as they are.

    Garland and Heckbert (1997), "Surface simplification using quadric error metrics", keeping one end of
    every collapsed edge. A vertex's error counts `importance` times, shape `(n,)`.
    """
    net = Net(vertices, faces, importance)
    while net.alive > count and net.queue:
        net.collapse_cheapest()
    return np.array([corners for corners in net.faces if corners], dtype=np.int64)


def quadrics(vertices: FloatArray, faces: IntArray) -> FloatArray:
    """Return each vertex's summed squared-distance form to its faces' planes, `(n, 4, 4)`."""
    a, b, c = (vertices[faces[:, k]] for k in range(3))
    normal = np.cross(b - a, c - a)
    area = np.linalg.norm(normal, axis=1, keepdims=True)
    unit = normal / np.maximum(area, 1e-15)
    plane = np.concatenate([unit, -(unit * a).sum(axis=1, keepdims=True)], axis=1)
    each = plane[:, :, None] * plane[:, None, :] * area[:, :, None]
    total = np.zeros((len(vertices), 4, 4))
    np.add.at(total, faces.ravel(), np.repeat(each, 3, axis=0))
    return total


def open_vertices(faces: IntArray, count: int) -> set[int]:
    """Return the vertices on edges that do not have exactly two faces."""
    corners = np.sort(np.vstack([faces[:, [0, 1]], faces[:, [1, 2]], faces[:, [2, 0]]]), axis=1)
    ends, uses = np.unique(corners, axis=0, return_counts=True)
    return set(ends[uses != 2].ravel().tolist())


@dataclass(eq=False)
class Net:
    """A mesh being thinned out; removed faces become None."""

    vertices: FloatArray
    given: IntArray
    importance: FloatArray
    queue: list[tuple[float, int, int, int]] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.faces: list[tuple[int, ...] | None] = [tuple(corners) for corners in self.given.tolist()]
        self.alive = len(self.faces)
        self.around: list[set[int]] = [set() for _ in self.vertices]
        for index, corners in enumerate(self.given.tolist()):
            for corner in corners:
                self.around[corner].add(index)
        self.form = quadrics(self.vertices, self.given)
        self.locked = open_vertices(self.given, len(self.vertices))
        self.stamp = [0] * len(self.vertices)
        for one, other in edges_of(self.given).tolist():
            self.offer(one, other)
            self.offer(other, one)

    def offer(self, gone: int, kept: int) -> None:
        """Queue the collapse of vertex `gone` into `kept`, unless `gone` must stay."""
        if gone in self.locked:
            return
        at = np.append(self.vertices[kept], 1.0)
        step = self.vertices[kept] - self.vertices[gone]
        error = at @ (self.form[gone] + self.form[kept]) @ at + EDGE_LENGTH_COST * (step @ step) ** 2
        cost = float(error * self.importance[gone])
        heapq.heappush(self.queue, (cost, self.stamp[gone] + self.stamp[kept], gone, kept))

    def collapse_cheapest(self) -> None:
        """Carry out the cheapest queued collapse if it is still current and harmless."""
        _, stamp, gone, kept = heapq.heappop(self.queue)
        if not self.around[gone] or stamp != self.stamp[gone] + self.stamp[kept]:
            return
        if kept in self.neighbours(gone) and self.harmless(gone, kept):
            self.collapse(gone, kept)

    def neighbours(self, vertex: int) -> set[int]:
        """Return the vertices that share a face with `vertex`."""
        return {corner for face in self.around[vertex] for corner in self.corners(face)} - {vertex}

    def corners(self, face: int) -> tuple[int, ...]:
        """Return a face's vertices; none if it has been removed."""
        return self.faces[face] or ()

    def harmless(self, gone: int, kept: int) -> bool:
        """Return whether the collapse keeps the surface whole and turns no face over."""
        if len(self.neighbours(gone) & self.neighbours(kept)) != 2:
            return False
        stay = [self.corners(face) for face in self.around[gone] - self.around[kept]]
        before = self.vertices[np.array(stay)]
        after = self.vertices[np.array([[kept if k == gone else k for k in corners] for corners in stay])]
        old, new = (np.cross(part[:, 1] - part[:, 0], part[:, 2] - part[:, 0]) for part in (before, after))
        sizes = np.linalg.norm(old, axis=1) * np.linalg.norm(new, axis=1)
        return bool(((old * new).sum(axis=1) > SMALLEST_TURN * sizes).all())

    def collapse(self, gone: int, kept: int) -> None:
        """Replace `gone` by `kept` everywhere and queue the changed edges again."""
        for face in list(self.around[gone]):
            if kept in self.corners(face):
                self.remove(face)
            else:
                self.faces[face] = tuple(kept if k == gone else k for k in self.corners(face))
                self.around[kept].add(face)
        self.around[gone].clear()
        self.form[kept] += self.form[gone]
        self.stamp[kept] += 1
        for other in sorted(self.neighbours(kept)):
            self.offer(other, kept)
            self.offer(kept, other)

    def remove(self, face: int) -> None:
        """Take a face out of the net."""
        for corner in self.corners(face):
            self.around[corner].discard(face)
        self.faces[face] = None
        self.alive -= 1
