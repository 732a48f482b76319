"""What a posed body touches, part by part, and how its weight may be shared among that."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import nnls

from ..body.body import Body
from ..body.mesh import BoolArray, FloatArray, IntArray
from ..body.sites import sites_of
from ..posing.balance import centre_of_mass
from ..posing.pose import Posed
from ..things.depth import boxed, nearest_faces
from ..things.solids import REST
from .measures import Carrier

NEAR = 0.012  # m off a thing that counts as touching: what the contacts of a pose may miss
FEW = 4  # vertices that touch by chance
UNDER = 0.5  # share of a face's outward direction that points up, from which it carries
STIFF, EVEN = 100.0, 0.1  # weights of standing in balance, and of an even share, in the least squares
FRONT_OR_BACK = 0.35  # share of the skin's direction at rest, ahead or behind; less is the side
TRUNK = (
    (("sp5", "sp6", "sp7", "clavicle", "shoulder01"), ("chest", "upper back", "shoulder")),
    (("sp3", "sp4"), ("ribs", "mid back", "flank")),
    (("sp0", "sp1", "sp2"), ("belly", "low back", "flank")),
    (("pelvis", "upperleg01"), ("groin", "seat", "hip")),
)
LIMBS = {
    "upperarm": "upper arm", "lowerarm": "forearm", "wrist": "hand", "finger": "hand",
    "upperleg02": "thigh", "lowerleg": "shin", "foot": "foot", "toes": "toes",
}  # fmt: skip
SPOTS = {"heel": ("heel", 0.05), "knee": ("knee", 0.085), "elbow": ("elbow", 0.06)}  # landmark, m round it
OWNERS = {"heel": ("foot",), "knee": ("upperleg02", "lowerleg"), "elbow": ("upperarm", "lowerarm")}
UNTOUCHED = ("screen",)  # things that carry nobody
FLOOR_KINDS = ("mat",)


@dataclass(frozen=True, eq=False)
class Contact:
    """The vertices of one part that touch one thing, and which of them it carries from below."""

    part: str
    on: str
    kind: str
    vertices: IntArray
    under: BoolArray  # one for each vertex


@lru_cache(maxsize=4)
def areas_of(body: Body) -> FloatArray:
    """Return the area of skin and cloth round each vertex at rest, `(n,)` cm²."""
    a, b, c = (body.rest[corner] * 100 for corner in body.faces.T)
    each = np.linalg.norm(np.cross(b - a, c - a), axis=1) / 2
    return np.asarray(np.bincount(body.faces.ravel(), np.repeat(each / 3, 3), len(body.rest)))


@lru_cache(maxsize=4)
def parts_of(body: Body) -> tuple[IntArray, tuple[str, ...]]:
    """Return which part each vertex belongs to `(n,)`, and the parts' names; "" is what is cut away."""
    names = np.empty(len(body.rest), dtype=object)
    for number in np.unique(body.dominant).tolist():
        own = np.flatnonzero(body.dominant == number)
        names[own] = _parts(body, body.joints[number], own)
    names[body.field <= 0] = ""
    known, index = np.unique(names.astype(str), return_inverse=True)
    return np.asarray(index), tuple(str(name) for name in known)


def _parts(body: Body, joint: str, vertices: IntArray) -> NDArray[np.object_]:
    """Return the part to which each of a joint's `vertices` belongs, with its side if it has one."""
    stem, _, end = joint.partition(".")
    side = {"L": "left ", "R": "right "}.get(end, "")
    for bones, words in TRUNK:
        if stem in bones:
            return _trunk_parts(body, vertices, words, side)
    if not side:
        return np.full(len(vertices), "neck" if stem.startswith("neck") else "head", dtype=object)
    word = next(word for start, word in LIMBS.items() if stem.startswith(start))
    found = np.full(len(vertices), side + word, dtype=object)
    for name, (spot, reach) in reversed(SPOTS.items()):
        if stem.startswith(OWNERS[name]):
            away = body.rest[sites_of(body).spots[side + spot]] - body.rest[vertices]
            found[np.linalg.norm(away, axis=1) < reach] = side + name
    return found


def _trunk_parts(
    body: Body, vertices: IntArray, words: tuple[str, str, str], side: str
) -> NDArray[np.object_]:
    """Return the part of the trunk to which each vertex belongs, by where its skin faces at rest."""
    front, back, flank = words
    facing = sites_of(body).normals[vertices, 2]
    left = np.where(body.rest[vertices, 0] > 0, f"left {flank}", f"right {flank}")
    beside = np.full(len(vertices), side + flank) if side else left
    faced = np.where(facing > 0, front, back)
    return np.where(abs(facing) < FRONT_OR_BACK, beside, faced).astype(object)


def contacts(posed: Posed) -> list[Contact]:
    """Return every part that touches the floor or a thing."""
    shown = np.flatnonzero(posed.body.field > 0)
    points = posed.raw[shown]
    found = _grouped(posed, "floor", "floor", shown[points[:, 1] < NEAR], None)
    for solid in posed.solids:
        kind = posed.setting.things[solid.name].kind if solid.name in posed.setting.things else solid.name
        if solid.use != REST or kind in UNTOUCHED or kind in FLOOR_KINDS:
            continue
        box = boxed(solid, points, NEAR)
        depth, outward = nearest_faces(solid, points[box], NEAR)
        near = depth > -NEAR
        found += _grouped(posed, solid.name, kind, shown[box][near], outward[near])
    return found


def _grouped(
    posed: Posed, on: str, kind: str, vertices: IntArray, outward: FloatArray | None
) -> list[Contact]:
    """Return the touching vertices part by part; without `outward` directions all are carried."""
    index, names = parts_of(posed.body)
    under = np.ones(len(vertices), dtype=bool) if outward is None else outward[:, 1] > UNDER
    found = []
    for number in np.unique(index[vertices]):
        own = index[vertices] == number
        if own.sum() >= FEW:
            found.append(Contact(names[number], on, kind, vertices[own], under[own]))
    return found


def carriers(posed: Posed, touching: list[Contact]) -> tuple[Carrier, ...]:
    """Return the contacts with the share of the body's weight each may carry, in percent."""
    held = [each for each in touching if each.under.sum() >= FEW]
    loads = dict(zip(map(id, held), _shares(posed, held), strict=True))
    return tuple(
        Carrier(each.part, each.on, each.kind, round(100 * float(loads.get(id(each), 0.0))) + 0.0)
        for each in touching
    )


def _shares(posed: Posed, held: list[Contact]) -> FloatArray:
    """Return shares that balance the centre of mass, as even over the touching skin as that allows.

    More than three supports share the weight as the muscles will; an even pressure is the plainest guess.
    """
    if not held:
        return np.zeros(0)
    centre = centre_of_mass(posed.body, posed.stand)[0]
    middle = np.array([posed.raw[each.vertices[each.under]].mean(0) for each in held])
    size = np.sqrt([areas_of(posed.body)[each.vertices[each.under]].sum() for each in held])
    balance = np.vstack([np.ones(len(held)), middle[:, 0] - centre[0], middle[:, 2] - centre[2]])
    rows = np.vstack([STIFF * balance, np.diag(EVEN / size)])
    share, _ = nnls(rows, np.r_[STIFF, np.zeros(2 + len(held))])
    return np.asarray(share / max(float(share.sum()), 1e-9))
