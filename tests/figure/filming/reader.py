"""A reader of films in Python, written from FORMAT.md: what a browser makes of the bytes."""

from __future__ import annotations

import gzip
import json
from collections import defaultdict, deque
from dataclasses import dataclass
from typing import Any

import numpy as np
from scipy import sparse
from scipy.spatial.transform import Rotation

KINDS = {"u1": np.uint8, "i1": np.int8, "u2": np.uint16, "i2": np.int16, "f4": np.float32}
NEW, BEFORE, AFTER, SAID = 1, 2, 3, 4


@dataclass(frozen=True)
class Read:
    """An unpacked film."""

    head: dict[str, Any]
    arrays: dict[str, np.ndarray]


def unpacked(data: bytes) -> Read:
    """Return the head and the arrays of a film."""
    raw = gzip.decompress(data)
    long = int.from_bytes(raw[:4], "little")
    head = json.loads(raw[4 : 4 + long])
    assert head["version"] == 3
    arrays = {
        name: np.frombuffer(raw, np.dtype(KINDS[kind]).newbyteorder("<"), count, 4 + long + start)
        for name, (kind, start, count) in head["arrays"].items()
    }
    return Read(head, arrays)


def wide(values: np.ndarray) -> np.ndarray:
    """Return whole numbers from halves."""
    low, high = values.reshape(2, -1).astype(np.int64)
    folded = low | high << 8
    return np.where(folded & 1, -(folded + 1) // 2, folded // 2)


def unrun(values: np.ndarray) -> np.ndarray:
    """Return what runs stand for."""
    value, low, high = values.reshape(-1, 3).astype(np.int64).T
    return np.repeat(value, low | high << 8)


def walked(film: Read) -> tuple[np.ndarray, np.ndarray]:
    """Return the coarse faces and the three vertices that foretell each vertex."""
    signs, said = iter(film.arrays["signs"].tolist()), iter(film.arrays["said"].tolist())
    faces: list[tuple[int, int, int]] = []
    parents: list[tuple[int, int, int]] = []
    used: set[tuple[int, int]] = set()
    into, out = defaultdict(list), defaultdict(list)
    waiting: deque[tuple[int, int, int]] = deque()

    def met(foretold: tuple[int, int, int]) -> int:
        parents.append(foretold)
        return len(parents) - 1

    def take(a: int, b: int, c: int) -> None:
        faces.append((a, b, c))
        for p, q, third in ((a, b, c), (b, c, a), (c, a, b)):
            used.add((p, q))
            into[q].append(p)
            out[p].append(q)
            waiting.append((p, q, third))

    while len(faces) < film.head["faces"]:
        if not waiting:
            corners = []
            for _ in range(3):
                word, last = next(said), max(len(parents) - 1, 0)
                corners.append(word - 1 if word else met((last, last, last)))
            take(*corners)
            continue
        a, b, third = waiting.popleft()
        sign = 0 if (b, a) in used else next(signs)
        if sign == NEW:
            take(b, a, met((a, b, third)))
        elif sign == BEFORE:
            take(b, a, next(c for c in reversed(into[a]) if (a, c) not in used))
        elif sign == AFTER:
            take(b, a, next(c for c in reversed(out[b]) if (c, b) not in used))
        elif sign == SAID:
            take(b, a, next(said))
    return np.array(faces), np.array(parents)


@dataclass(frozen=True)
class Person:
    """A body as read: the fine surface."""

    rest: np.ndarray
    weights: np.ndarray  # (n, j)
    faces: np.ndarray
    material: np.ndarray
    field: np.ndarray
    heads: np.ndarray
    parents: list[int]
    hangs: list[list[int]]


def person_of(film: Read) -> Person:
    """Return the fine surface of a body's film."""
    faces, parents = walked(film)
    count, joints = film.head["vertices"], len(film.head["joints"])
    off = wide(film.arrays["position"]).reshape(3, count).T
    slots = [film.arrays[name].reshape(4, count).T.astype(np.int64) for name in ("joint", "weight")]
    place, (joint, weight) = np.zeros((count, 3)), (np.zeros((count, 4), dtype=np.int64) for _ in slots)
    for v in range(count):
        a, b, c = parents[v]
        place[v] = off[v] + (place[a] + place[b] - place[c] if v else 0)
        joint[v] = (slots[0][v] + (joint[a] if v else 0)) % 256
        weight[v] = (slots[1][v] + (weight[a] if v else 0)) % 256
    dense = np.zeros((count, joints))
    for k in range(4):
        np.add.at(dense, (np.arange(count), joint[:, k]), weight[:, k])
    dense /= dense.sum(axis=1, keepdims=True)
    material = unrun(film.arrays["material"])
    return refined(film, faces, material, place * film.head["step"], dense)


def refined(
    film: Read, faces: np.ndarray, material: np.ndarray, rest: np.ndarray, weights: np.ndarray
) -> Person:
    """Return the surface with its cloth cut finer and smoothed."""
    middles: dict[tuple[int, int], int] = {}
    fine, skin, kinds = [], [], []
    for (a, b, c), kind in zip(faces.tolist(), material.tolist(), strict=True):
        if not kind:
            skin.append((a, b, c))
            continue
        ab, bc, ca = (
            middles.setdefault((min(p, q), max(p, q)), len(rest) + len(middles))
            for p, q in ((a, b), (b, c), (c, a))
        )
        fine += [(a, ab, ca), (ab, b, bc), (ca, bc, c), (ab, bc, ca)]
        kinds += [kind] * 4
    ends = np.array(list(middles))
    rest, weights = (np.vstack([each, each[ends].mean(axis=1)]) for each in (rest, weights))
    fair = spreading(len(rest), np.array(fine))
    for _ in range(4):
        rest, weights = fair @ rest, fair @ weights
    heads = film.arrays["heads"].reshape(-1, 3)
    return Person(
        rest, weights, np.array(skin + fine), np.array([0] * len(skin) + kinds),
        film.arrays["field"] * film.head["fieldStep"], heads, film.head["parents"], film.head["hangs"],
    )  # fmt: skip


def spreading(count: int, faces: np.ndarray) -> sparse.csr_array:
    """Return the operator that moves every vertex half-way to the middle of its neighbours."""
    one = faces[:, [0, 1, 2]].ravel()
    other = faces[:, [1, 2, 0]].ravel()
    links = sparse.coo_array(
        (np.ones(2 * len(one)), (np.r_[one, other], np.r_[other, one])), shape=(count, count)
    ).tocsr()
    links.data[:] = 1.0
    few: np.ndarray = np.asarray(links.sum(axis=1)).ravel()
    half = np.where(few > 0, 0.5, 0.0)
    return sparse.csr_array(
        sparse.diags_array(1 - half) + sparse.diags_array(half / np.maximum(few, 1)) @ links
    )


def posed(person: Person, film: Read, moment: int) -> np.ndarray:
    """Return the surface of a figure's film at one of its frames, `(n, 3)` m."""
    head, arrays = film.head, film.arrays
    place = np.cumsum(wide(arrays["place"]).reshape(head["moments"], 3), axis=0)[moment] * head["placeStep"]
    turns = (
        np.cumsum(wide(arrays["turn"]).reshape(head["moments"], -1), axis=0)[moment].reshape(-1, 3) / 16383
    )
    w = np.sqrt(np.maximum(0, 1 - (turns**2).sum(axis=1, keepdims=True)))
    local = Rotation.from_quat(np.hstack([turns, w])).as_matrix()
    turn, centre = local.copy(), np.tile(place, (len(local), 1))
    for joint, (on, by) in enumerate(person.hangs, 1):
        turn[joint] = turn[person.parents[joint]] @ local[joint]
        centre[joint] = centre[on] + turn[by] @ (person.heads[joint] - person.heads[on])
    shift = centre - (turn @ person.heads[:, :, None])[:, :, 0]
    blended = np.einsum("nj,jab->nab", person.weights, np.concatenate([turn, shift[:, :, None]], axis=2))
    smooth = spreading(len(person.rest), person.faces)
    soft, points = person.rest, (blended[:, :, :3] @ person.rest[:, :, None])[:, :, 0] + blended[:, :, 3]
    for _ in range(5):
        soft, points = smooth @ soft, smooth @ points
    points = points + (blended[:, :, :3] @ (person.rest - soft)[:, :, None])[:, :, 0]
    for plane in np.array(head["planes"][moment]).reshape(-1, 11):
        points = pressed(points, plane, head["pressed"])
    return np.asarray(points)


def pressed(points: np.ndarray, plane: np.ndarray, most: float) -> np.ndarray:
    """Return the points with flesh pressed flat on one face."""
    normal, origin, along, half = plane[:3], plane[3:6], plane[6:9], plane[9:]
    away = points - origin
    deep = -(away @ normal)
    aside = np.abs(np.stack([away @ along, away @ np.cross(normal, along)], axis=1))
    over = (aside < half).all(axis=1) | (half[0] == 0)
    sunk = np.where((deep > 0) & (deep < most) & over, deep, 0.0)
    return np.asarray(points + sunk[:, None] * normal)
