"""The bare skin made calm enough to draw: the head's insides removed, its folds smoothed, faces thinned."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from ..body.mesh import BoolArray, FloatArray, IntArray, smoother
from ..seeing.raster import rasterise
from .decimate import decimated

VIEWS = 26  # directions a face of the head is looked for from
VIEW_PIXELS = 700
EYE_GROWTH, EYE_FORWARD = 1.30, 0.002  # times, and m before where the eyeball ends
LARGEST_HOLE = 0.45  # m round: ragged lips are the largest, the neck is larger
SKIN_FACES = 10_500
MOUTH_BELOW_EYE, NOSE_BELOW_EYE, EAR_BEHIND_EYE = 0.070, 0.048, 0.090  # m
HAND_CARE, FACE_CARE, FOOT_CARE = 5.0, 2.0, 0.6  # how much an error counts when faces are thinned


@dataclass(frozen=True, eq=False)
class BareSkin:
    """The skin cut from the base mesh, and the eyeballs, which only hide what lies behind them."""

    vertices: FloatArray
    faces: IntArray
    eyes: IntArray


def sculpted(cut: BareSkin, eye: FloatArray, hands: BoolArray) -> tuple[FloatArray, IntArray]:
    """Return vertices and faces of the skin, calmer and thinner; `hands` marks vertices of the arms."""
    vertices, neck = cut.vertices, eye[1] - 0.16
    head = (vertices[:, 1] > neck)[cut.faces].all(axis=1)
    seen = seen_faces(vertices, np.vstack([cut.faces[head], cut.eyes]))[: head.sum()]
    outside = largest_part(cut.faces[head][seen])
    bare = np.vstack([cut.faces[~head], outside, *closures(vertices, outside, eye)])
    vertices = full_eyes(calmed(vertices, bare, eye), cut.eyes)
    whole = np.vstack([bare, cut.eyes])
    care = np.where(hands, HAND_CARE, np.where(vertices[:, 1] > neck, FACE_CARE, FOOT_CARE))
    return vertices, with_area(decimated(vertices, whole, care, SKIN_FACES))


def with_area(faces: IntArray) -> IntArray:
    """Return the faces with three corners; a zip's last tooth may have met itself."""
    a, b, c = faces.T
    return np.asarray(faces[(a != b) & (b != c) & (c != a)])


def largest_part(faces: IntArray) -> IntArray:
    """Return the faces of the largest connected part, without islands left inside the mouth."""
    label, before = np.arange(int(faces.max()) + 1), None
    while before is None or (label != before).any():
        before = label.copy()
        np.minimum.at(label, faces.ravel(), np.repeat(label[faces].min(axis=1), 3))
    part = label[faces[:, 0]]
    return np.asarray(faces[part == np.bincount(part).argmax()])


def full_eyes(vertices: FloatArray, eyes: IntArray) -> FloatArray:
    """Return the vertices with eyeballs grown to just before the lids: a smooth ground for drawn eyes."""
    swollen = vertices.copy()
    used = np.unique(eyes)
    for ball in (used[vertices[used, 0] > 0], used[vertices[used, 0] < 0]):
        middle = vertices[ball].mean(axis=0)
        radius = np.linalg.norm(vertices[ball] - middle, axis=1).mean()
        back = np.array([0, 0, EYE_FORWARD - (EYE_GROWTH - 1) * radius])
        swollen[ball] = middle + EYE_GROWTH * (vertices[ball] - middle) + back
    return swollen


def closures(vertices: FloatArray, faces: IntArray, eye: FloatArray) -> list[IntArray]:
    """Return faces that close the small holes of the head below the eyes: lips and nostrils."""
    loops = [np.array(loop) for loop in open_loops(faces)]
    return [
        zipped(vertices, loop)
        for loop in loops
        if girth(vertices[loop]) < LARGEST_HOLE and vertices[loop, 1].mean() < eye[1] - 0.02
    ]


def girth(ring: FloatArray) -> float:
    """Return the length of a closed line through the points, in metres."""
    return float(np.linalg.norm(ring - np.roll(ring, 1, axis=0), axis=1).sum())


def open_loops(faces: IntArray) -> list[list[int]]:
    """Return the vertices round each hole, in the direction that a closing face would have them."""
    edges = {(b, a) for f in faces.tolist() for a, b in ((f[0], f[1]), (f[1], f[2]), (f[2], f[0]))}
    onward: dict[int, list[int]] = {}
    for start, end in sorted(edges):
        if (end, start) not in edges:
            onward.setdefault(start, []).append(end)
    loops = []
    while onward:
        loops += simple_loops(walk(onward))
    return loops


def walk(onward: dict[int, list[int]]) -> list[int]:
    """Return the vertices along open edges from one start until they end; the edges are used up."""
    path = [next(iter(onward))]
    while path[-1] in onward:
        ends = onward[path[-1]]
        path.append(ends.pop())
        if not ends:
            del onward[path[-2]]
    return path


def simple_loops(path: list[int]) -> list[list[int]]:
    """Return the parts of a path between two visits of the same vertex, each a loop of three or more."""
    loops, trail = [], list[int]()
    for vertex in path:
        if vertex in trail:
            at = trail.index(vertex)
            loops.append(trail[at:])
            del trail[at:]
        trail.append(vertex)
    return [loop for loop in loops if len(loop) > 2]


def zipped(vertices: FloatArray, loop: IntArray) -> IntArray:
    """Return faces that close a slit like a zip, from its outermost corner to the other end."""
    ring = np.roll(loop, -int(np.argmax(np.abs(vertices[loop, 0]))))
    faces: list[tuple[int, ...]] = []
    near, far = 0, len(ring)
    while far - near > 2:
        if len(faces) % 2:
            faces.append((ring[near], ring[near + 1], ring[far % len(ring)]))
            near += 1
        else:
            faces.append((ring[near], ring[far - 1], ring[far % len(ring)]))
            far -= 1
    return np.array(faces, dtype=np.int64)


def directions() -> FloatArray:
    """Return VIEWS unit directions spread over the sphere, `(VIEWS, 3)` (Fibonacci lattice)."""
    k = np.arange(VIEWS) + 0.5
    height, turn = 1 - 2 * k / VIEWS, np.pi * (1 + 5**0.5) * k
    radius = np.sqrt(1 - height * height)
    return np.stack([radius * np.cos(turn), height, radius * np.sin(turn)], axis=1)


def seen_faces(vertices: FloatArray, faces: IntArray) -> BoolArray:
    """Return which faces, or a neighbour of theirs, are seen from outside from any of the directions."""
    seen = np.zeros(len(faces), dtype=np.bool_)
    for direction in directions():
        aside = np.cross([0.3, 1.0, 0.2], direction)
        aside = aside / np.linalg.norm(aside)
        view = np.stack([aside, np.cross(direction, aside), -direction])
        points = vertices @ view.T
        flat = points[np.unique(faces), :2]
        scale = VIEW_PIXELS / (flat.max(axis=0) - flat.min(axis=0)).max()
        points = np.column_stack([(points[:, :2] - flat.min(axis=0)) * scale, points[:, 2]])
        shown = rasterise(points, faces, VIEW_PIXELS, VIEW_PIXELS).face
        seen[np.unique(shown[shown >= 0])] = True
    near = np.zeros(len(vertices), dtype=np.bool_)
    near[faces[seen]] = True
    return np.asarray(near[faces].any(axis=1))


@dataclass(frozen=True, eq=False)
class Fold:
    """A part of the face to smooth: centre on the left half, radius in m, smoothing steps at its middle."""

    centre: FloatArray
    radius: float
    rounds: int


def folds(eye: FloatArray) -> tuple[Fold, ...]:
    """Return eye sockets, lips, nostrils and the ears' folds."""
    return (
        Fold(eye, 0.022, 14),
        Fold(np.array([0.0, eye[1] - MOUTH_BELOW_EYE, eye[2] + 0.03]), 0.032, 90),
        Fold(np.array([0.0, eye[1] - NOSE_BELOW_EYE, eye[2] + 0.03]), 0.018, 6),
        Fold(np.array([eye[0] + 0.055, eye[1] - 0.005, eye[2] - EAR_BEHIND_EYE]), 0.040, 5),
    )


def calmed(vertices: FloatArray, faces: IntArray, eye: FloatArray) -> FloatArray:
    """Return the vertices with the face's folds smoothed, less towards each fold's rim."""
    left = vertices * [0, 1, 1] + np.abs(vertices) * [1, 0, 0]
    smooth = smoother(len(vertices), faces)
    for fold in folds(eye):
        away = np.linalg.norm(left - fold.centre, axis=1) / fold.radius
        share = np.clip(1.6 - 1.6 * away, 0, 1)[:, None]
        for _ in range(fold.rounds):
            vertices = vertices + share * (smooth @ vertices - vertices)
    return vertices
