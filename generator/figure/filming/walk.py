"""A walk over a mesh from face to face, which names most corners without saying them."""

from __future__ import annotations

from collections import defaultdict, deque
from dataclasses import dataclass, field

from ..body.mesh import IntArray

EDGE, NEW, BEFORE, AFTER, SAID = range(5)  # what lies beyond an edge: nothing, a new corner, an old one
Edge = tuple[int, int]


@dataclass
class Walk:
    """What a reader needs to walk the same way.

    `order` lists the old numbers of the vertices as they are met, `faces` the faces as they are met in new
    numbers, `origin` their old numbers; `parents` are the three new numbers a vertex is foretold from.
    """

    signs: list[int] = field(default_factory=list)
    said: list[int] = field(default_factory=list)
    order: list[int] = field(default_factory=list)
    faces: list[tuple[int, int, int]] = field(default_factory=list)
    origin: list[int] = field(default_factory=list)
    parents: list[tuple[int, int, int]] = field(default_factory=list)


class Walker:
    """One walk over all faces `(m, 3)`; pieces that hang together are walked one after the other."""

    def __init__(self, faces: IntArray) -> None:
        self.faces = [(int(a), int(b), int(c)) for a, b, c in faces]
        self.owner: dict[Edge, int] = {}
        for number, face in enumerate(self.faces):
            for edge in edges(face):
                self.owner.setdefault(edge, number)
        self.number: dict[int, int] = {}
        self.seen = [False] * len(self.faces)
        self.walk, self.front = Walk(), Front()

    def whole(self) -> Walk:
        """Return the walk over every face."""
        for number, face in enumerate(self.faces):
            if not self.seen[number]:
                self._seed(number, face)
                while self.front.waiting:
                    self._beyond(*self.front.waiting.popleft())
        return self.walk

    def _met(self, vertex: int, parents: tuple[int, int, int]) -> int:
        """Return the new number of a vertex, given now if it has none."""
        if vertex not in self.number:
            self.number[vertex] = len(self.walk.order)
            self.walk.order.append(vertex)
            self.walk.parents.append(parents)
        return self.number[vertex]

    def _seed(self, number: int, face: tuple[int, int, int]) -> None:
        """Begin at a face nothing leads to: its corners are said, 0 for a new one."""
        corners = []
        for vertex in face:
            self.walk.said.append(self.number[vertex] + 1 if vertex in self.number else 0)
            last = max(len(self.walk.order) - 1, 0)
            corners.append(self._met(vertex, (last, last, last)))
        self._take(number, (corners[0], corners[1], corners[2]))

    def _take(self, number: int, face: tuple[int, int, int]) -> None:
        self.seen[number] = True
        self.walk.faces.append(face)
        self.walk.origin.append(number)
        self.front.take(face)

    def _beyond(self, a: int, b: int, third: int) -> None:
        """Say what lies beyond the edge from a to b of a face whose other corner is `third`."""
        if (b, a) in self.front.used:
            return
        order, signs = self.walk.order, self.walk.signs
        number = self.owner.get((order[b], order[a]))
        if number is None or self.seen[number]:
            signs.append(EDGE)
            return
        vertex = next(v for v in self.faces[number] if v not in (order[a], order[b]))
        known = vertex in self.number
        c = self._met(vertex, (a, b, third))
        if not known:
            signs.append(NEW)
        elif c == self.front.before(a):
            signs.append(BEFORE)
        elif c == self.front.after(b):
            signs.append(AFTER)
        else:
            signs.append(SAID)
            self.walk.said.append(c)
        self._take(number, (b, a, c))


class Front:
    """The edges walked so far; those with nothing on their other side yet are open."""

    def __init__(self) -> None:
        self.used: set[Edge] = set()
        self.waiting: deque[tuple[int, int, int]] = deque()
        self.into: dict[int, list[int]] = defaultdict(list)
        self.out: dict[int, list[int]] = defaultdict(list)

    def take(self, face: tuple[int, int, int]) -> None:
        """Add a face."""
        for (a, b), third in zip(edges(face), (face[2], face[0], face[1]), strict=True):
            self.used.add((a, b))
            self.into[b].append(a)
            self.out[a].append(b)
            self.waiting.append((a, b, third))

    def before(self, a: int) -> int:
        """Return where the latest open edge into `a` comes from, -1 if there is none."""
        return next((c for c in reversed(self.into[a]) if (a, c) not in self.used), -1)

    def after(self, b: int) -> int:
        """Return where the latest open edge out of `b` goes to, -1 if there is none."""
        return next((c for c in reversed(self.out[b]) if (c, b) not in self.used), -1)


def edges(face: tuple[int, int, int]) -> tuple[Edge, Edge, Edge]:
    """Return the directed edges of a face."""
    a, b, c = face
    return (a, b), (b, c), (c, a)
