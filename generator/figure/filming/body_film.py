"""A body's file: its coarse surface in the order of a walk, and what it takes to dress, pose and draw it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

import numpy as np

from ..body.body import FOLDER, Body, Material, load_body
from ..body.face import Stroke, face_strokes, round_the_nose
from ..body.mesh import FloatArray, IntArray, subdivision
from ..body.strands import hair_strokes
from ..seeing.assembly import FAR_SHARE, LIMB_JOINTS, SIDE_VIEW, edge_gaps
from .moments import hangs
from .packing import halves, pack
from .walk import Walk, Walker

STEP = 1.2e-4  # m between positions
FIELD_STEP = 1.5e-3  # of the garment field; beyond 127 steps nothing is cut
PLAIN_GAP = 0.09  # m, where no line is traced, as the still's engine has none there
GAP_STEP = 1e-3  # m of the rest distance that makes a line
SLOTS = 4  # joints a vertex hangs on


@dataclass(frozen=True, eq=False)
class Order:
    """How the file numbers a body's vertices: new number -> number in `Body.rest`, coarse ones first."""

    walk: Walk
    vertices: IntArray  # (n,)
    places: IntArray  # (n,) the other way round


def body_film(body: Body) -> bytes:
    """Return the file of one body."""
    with np.load(FOLDER / f"body-{body.name}.npz") as baked:
        coarse = {key: baked[key] for key in baked.files}
    order = order_of(body.name)
    walk = order.walk
    position = np.round(coarse["position"][walk.order] * float(coarse["unit"]) / STEP).astype(np.int64)
    joints, weights = slotted(coarse["weight_joint"][walk.order], coarse["weight"][walk.order], walk)
    looks, strokes = stroke_arrays(body, order, (*hair_strokes(body), *face_strokes(body)))
    gaps = np.where(round_the_nose(body, body.rest), PLAIN_GAP, edge_gaps(body))
    return pack(
        {
            "kind": "body", "name": body.name, "tone": body.tone, "vertices": len(walk.order),
            "faces": len(walk.faces), "step": STEP, "fieldStep": FIELD_STEP, "gapStep": GAP_STEP,
            "farShare": FAR_SHARE, "sideView": SIDE_VIEW, "strokes": looks, "joints": list(body.joints),
            "parents": body.parent.tolist(), "hangs": [list(pair) for pair in hangs(body)],
            "limbs": limbs(body.joints),
        },
        {
            "heads": body.head.astype(np.float32).ravel(),
            "said": np.array(walk.said, dtype=np.uint16),
            "signs": np.array(walk.signs, dtype=np.uint8),
            "material": runs(coarse["material"][walk.origin]),
            "position": halves(foretold(position, walk).T),
            "joint": joints.T.ravel().astype(np.uint8),
            "weight": weights.T.ravel().astype(np.uint8),
            "field": np.round(body.drawn_field[order.vertices] / FIELD_STEP).clip(-127, 127).astype(np.int8),
            "gap": runs(np.round(gaps[order.vertices] / GAP_STEP).astype(np.int64)),
            **strokes,
        },
    )  # fmt: skip


@lru_cache(maxsize=4)
def order_of(name: str) -> Order:
    """Return the file's order of the vertices of the body called `name`."""
    with np.load(FOLDER / f"body-{name}.npz") as baked:
        faces, cloth = baked["faces"].astype(np.int64), baked["material"] != Material.SKIN
        count = len(baked["position"])
    walk = Walker(faces).whole()
    ends = edge_ends(count, faces[cloth])
    middles = {(int(a), int(b)): count + number for number, (a, b) in enumerate(ends)}
    vertices = list(walk.order)
    for a, b in middles_met(walk, cloth[walk.origin]):
        one, other = walk.order[a], walk.order[b]
        vertices.append(middles[min(one, other), max(one, other)])
    found = np.array(vertices)
    places = np.full(len(load_body(name).rest), -1)
    places[found] = np.arange(len(found))
    return Order(walk, found, places)


def edge_ends(count: int, faces: IntArray) -> IntArray:
    """Return the ends of the edges whose middles `subdivision` adds, in its order."""
    divide, _ = subdivision(count, faces)
    return np.asarray(divide[count:].indices.reshape(-1, 2), dtype=np.int64)


def middles_met(walk: Walk, cloth: np.ndarray) -> Sequence[tuple[int, int]]:
    """Return the edges of cloth, in new numbers, in the order their middles are met."""
    met: dict[tuple[int, int], tuple[int, int]] = {}
    for (a, b, c), cut in zip(walk.faces, cloth, strict=True):
        for one, other in ((a, b), (b, c), (c, a)) if cut else ():
            met.setdefault((min(one, other), max(one, other)), (one, other))
    return list(met.values())


def foretold(values: IntArray, walk: Walk) -> IntArray:
    """Return how far each vertex lies from where its three parents foretell it, `(n, 3)`."""
    a, b, c = np.array(walk.parents).T
    off = values - (values[a] + values[b] - values[c])
    off[0] = values[0]
    return np.asarray(off)


def slotted(joints: np.ndarray, weights: np.ndarray, walk: Walk) -> tuple[IntArray, IntArray]:
    """Return joints and weights `(n, SLOTS)` less those of each vertex's first parent, modulo 256.

    Joints stand in the slot in which the parent has them, so that most differences are nothing.
    """
    found_joints, found_weights = np.zeros((2, len(joints), SLOTS), dtype=np.int64)
    for vertex, (parent, _, _) in enumerate(walk.parents):
        own = {int(j): int(w) for j, w in zip(joints[vertex], weights[vertex], strict=True) if w}
        before = found_joints[parent].tolist()
        rest = [joint for joint in own if joint not in before]
        kept = [joint if joint in own else (rest.pop(0) if rest else joint) for joint in before]
        seen: set[int] = set()
        for slot, joint in enumerate(kept):
            found_joints[vertex, slot] = joint
            found_weights[vertex, slot] = 0 if joint in seen else own.get(joint, 0)
            seen.add(joint)
    first = np.array(walk.parents)[:, 0]
    before_joints, before_weights = found_joints[first].copy(), found_weights[first].copy()
    before_joints[0] = before_weights[0] = 0
    return (found_joints - before_joints) % 256, (found_weights - before_weights) % 256


def runs(values: np.ndarray) -> np.ndarray:
    """Return small numbers as runs: value, low and high byte of how often it comes."""
    stops = [0, *(np.flatnonzero(np.diff(values)) + 1).tolist(), len(values)]
    out: list[int] = []
    for start, stop in pairwise(stops):
        out += [int(values[start]), (stop - start) & 255, (stop - start) >> 8]
    return np.array(out, dtype=np.uint8)


def limbs(joints: Sequence[str]) -> list[int]:
    """Return for every joint 1 on the left limbs, -1 on the right ones, 0 on the trunk."""
    sides = {"L": 1, "R": -1}
    return [sides[name[-1]] if name.startswith(LIMB_JOINTS) and name[-2] == "." else 0 for name in joints]


def stroke_arrays(
    body: Body, order: Order, strokes: Sequence[Stroke]
) -> tuple[list[list[object]], dict[str, np.ndarray]]:
    """Return each stroke's looks, and of all their points the three vertices and two of the three shares."""
    if not strokes:
        return [], {}
    looks: list[list[object]] = [
        [s.name, round(s.width, 4), s.facing, len(s.faces), s.aspect.value] for s in strokes
    ]
    corners = np.concatenate([body.faces[stroke.faces] for stroke in strokes])
    shares = np.concatenate([stroke.weights for stroke in strokes])
    at = order.places[corners].T.ravel().astype(np.uint16)
    return looks, {"strokeAt": at, "strokeShare": share_bytes(shares)}


def share_bytes(shares: FloatArray) -> np.ndarray:
    """Return the first two of three shares as bytes."""
    return np.round(shares[:, :2].T * 255).clip(0, 255).ravel().astype(np.uint8)
