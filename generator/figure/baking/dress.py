"""Skin, shirt, leggings and hair cut from the base mesh; the smooth body suit of MPFB2 makes the clothes."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from ..body.body import Material
from ..body.garments import Tailoring, hair, leggings, neck_opening, shirt, sleeve_length
from ..body.mesh import BoolArray, FloatArray, IntArray, smoother, vertex_normals
from .mpfb import Mpfb
from .sculpt import BareSkin, sculpted

UNDERLAP = 0.06  # m of cloth kept beyond its edge, so that the per-pixel cut never meets the mesh's end
HAIR_OVERLAP = 0.025  # m of scalp kept inside the hairline
BUN_RINGS, BUN_SPOKES = 9, 16


@dataclass(frozen=True)
class Haircut:
    """How far hair stands off the scalp, in metres, and a bun's radius (0 for none)."""

    name: str
    thickness: float
    top: float
    back: float
    bun: float


@dataclass(frozen=True, eq=False)
class Piece:
    """One material's mesh; `source` is the base-mesh vertex each vertex takes its skin weights from."""

    material: Material
    vertices: FloatArray
    faces: IntArray
    source: IntArray


@dataclass(frozen=True, eq=False)
class Cloth:
    """The undressed person: base-mesh vertices (m), how much each hangs on the arms, the measures."""

    mpfb: Mpfb
    vertices: FloatArray
    arms: FloatArray
    tailoring: Tailoring

    @property
    def trunk_share(self) -> FloatArray:
        """Return each vertex's height: 0 at the hip joints, 1 at the neck joint."""
        low = self.tailoring.hip_height
        return np.asarray((self.vertices[:, 1] - low) / (self.tailoring.neck[1] - low))

    @property
    def sleeve_share(self) -> FloatArray:
        """Return each vertex's place along the upper arm: 0 at the shoulder, 1 at the elbow."""
        reach = np.linalg.norm(self.tailoring.elbow - self.tailoring.shoulder)
        return np.asarray(sleeve_length(self.vertices, self.tailoring) / reach)


def ramp(start: float, end: float, values: FloatArray) -> FloatArray:
    """Return a smooth step from 0 at `start` to 1 at `end` (Hermite); `start` may be the greater."""
    share = np.clip((values - start) / (end - start), 0, 1)
    return np.asarray(share * share * (3 - 2 * share))


def piece(material: Material, vertices: FloatArray, faces: IntArray) -> Piece:
    """Return the mesh of `faces` alone, its vertices renumbered."""
    used, renumbered = np.unique(faces, return_inverse=True)
    return Piece(material, vertices[used], renumbered.reshape(faces.shape), used)


def dressed(cloth: Cloth, cut: Haircut) -> tuple[Piece, ...]:
    """Return the person's skin, shirt, leggings and hair; nothing under the clothes is kept."""
    pieces = (skin_piece(cloth), shirt_piece(cloth), leggings_piece(cloth), hair_piece(cloth, cut))
    return (*pieces, bun_piece(cloth, cut)) if cut.bun else pieces


def skin_piece(cloth: Cloth) -> Piece:
    """Return feet, hands with lower arms, neck and head; the face is a smooth mask for drawn lines."""
    at, tailoring = cloth.vertices, cloth.tailoring
    feet = at[:, 1] < tailoring.ankle_height + 0.10
    hands = (cloth.sleeve_share > 0.52) & (cloth.arms > 0.5)
    head = (neck_opening(at, tailoring) < 0.022) & (cloth.trunk_share > 0.58)
    body = cloth.mpfb.faces("body")
    under_hair = hair(at, tailoring) > HAIR_OVERLAP
    shown = body[(feet | hands | head)[body].any(axis=1) & ~under_hair[body].all(axis=1)]
    eyes = np.vstack([cloth.mpfb.faces(f"helper-{side}-eye") for side in "lr"])
    skin, faces = sculpted(BareSkin(at, shown, eyes), tailoring.eye, cloth.arms > 0.5)
    return piece(Material.SKIN, skin, faces)


def suit(cloth: Cloth, gap: FloatArray, rounds: int) -> tuple[FloatArray, IntArray]:
    """Return MPFB2's body suit, smoothed, held `gap` metres off the body and smoothed again."""
    faces = cloth.mpfb.faces("helper-tights")
    smooth, vertices = smoother(len(cloth.vertices), faces), cloth.vertices
    for _ in range(3):
        vertices = smooth @ vertices
    vertices = vertices + vertex_normals(vertices, faces) * gap[:, None]
    for _ in range(rounds):
        vertices = smooth @ vertices
    return vertices, faces


def shirt_piece(cloth: Cloth) -> Piece:
    """Return the shirt: closer at the armpits, looser at sleeves, waist and hem."""
    up, along = cloth.trunk_share, cloth.sleeve_share
    chest = 0.003 * ramp(0.70, 0.89, up) * ramp(0.35, 0.10, along)
    sleeve = (0.008 * ramp(0.42, 0.58, along) + 0.001) * (cloth.arms > 0.5)
    waist = 0.003 * ramp(-0.04, 0.30, up) * ramp(0.79, 0.49, up)
    gap = 0.007 + chest + sleeve + 0.008 * ramp(0.34, 0.11, up) + waist
    vertices, faces = suit(cloth, gap, rounds=4)
    return cut_out(Material.SHIRT, vertices, faces, shirt(cloth.vertices, cloth.arms, cloth.tailoring))


def leggings_piece(cloth: Cloth) -> Piece:
    """Return the leggings, a little wider at the cuff."""
    ankle = cloth.tailoring.ankle_height
    gap = 0.004 + 0.004 * ramp(ankle + 0.16, ankle + 0.05, cloth.vertices[:, 1])
    vertices, faces = suit(cloth, gap, rounds=3)
    field = leggings(cloth.vertices, cloth.arms, cloth.tailoring)
    return cut_out(Material.LEGGINGS, vertices, faces, field)


def cut_out(material: Material, vertices: FloatArray, faces: IntArray, field: FloatArray) -> Piece:
    """Return the faces that reach to within UNDERLAP of where `field` covers."""
    return piece(material, vertices, faces[(field > -UNDERLAP)[faces].any(axis=1)])


def hair_piece(cloth: Cloth, cut: Haircut) -> Piece:
    """Return the scalp, smoothed and lifted by the haircut's thickness inside the hairline."""
    at, field = cloth.vertices, hair(cloth.vertices, cloth.tailoring)
    body = cloth.mpfb.faces("body")
    faces = body[(field > -0.03)[body].all(axis=1)]
    smooth, lifted = smoother(len(at), faces), at
    for _ in range(12):
        lifted = smooth @ lifted
    above, ahead = (at[:, k] - cloth.tailoring.eye[k] for k in (1, 2))
    thickness = cut.thickness + cut.top * ramp(0.02, 0.10, above) + cut.back * ramp(-0.06, -0.14, ahead)
    lifted = lifted + vertex_normals(lifted, faces) * (thickness * ramp(-0.004, 0.030, field))[:, None]
    lifted = hairline(at, lifted, field, vertex_normals(at, faces))
    for _ in range(2):
        lifted = smooth @ lifted
    return piece(Material.HAIR, lifted, faces)


def hairline(scalp: FloatArray, lifted: FloatArray, field: FloatArray, out: FloatArray) -> FloatArray:
    """Return `lifted` brought down to the scalp where the hairline's field runs out."""
    share = ramp(-0.03, 0.012, field)[:, None]
    return np.where((field < 0.012)[:, None], scalp + (lifted - scalp) * share + 0.001 * out, lifted)


def bun_piece(cloth: Cloth, cut: Haircut) -> Piece:
    """Return a round bun on the upper back of the head, above the part that rests on the floor."""
    centre, scalp = bun_centre(cloth, cut.bun), cloth.mpfb.faces("body")
    rings = np.linspace(0, np.pi, BUN_RINGS)[1:-1]
    spokes = np.linspace(0, 2 * np.pi, BUN_SPOKES, endpoint=False)
    tilt, turn = (part.ravel() for part in np.meshgrid(rings, spokes, indexing="ij"))
    round_part = np.stack([np.sin(tilt) * np.cos(turn), np.cos(tilt), np.sin(tilt) * np.sin(turn)], axis=1)
    ball = np.vstack([round_part, [[0, 1, 0], [0, -1, 0]]])
    vertices = centre + cut.bun * ball * [1.0, 0.88, 0.92]
    used = np.unique(scalp)
    top = used[np.argmax(cloth.vertices[used, 1])]
    return Piece(Material.HAIR, vertices, ball_faces(), np.full(len(vertices), top))


def ball_faces() -> IntArray:
    """Return the faces of the bun's rings and its two caps, normals outward."""
    rings, spokes = BUN_RINGS - 2, BUN_SPOKES
    faces = []
    for spoke in range(spokes):
        beside = (spoke + 1) % spokes
        faces += [(rings * spokes, beside, spoke)]
        faces += [(rings * spokes + 1, (rings - 1) * spokes + spoke, (rings - 1) * spokes + beside)]
        for ring in range(rings - 1):
            a, b, c, d = (r * spokes + s for r in (ring, ring + 1) for s in (spoke, beside))
            faces += [(a, b, d), (a, d, c)]
    return np.array(faces, dtype=np.int64)


def bun_centre(cloth: Cloth, radius: float) -> FloatArray:
    """Return where the bun sits, `(3,)` m: on the ray up and back from the middle of the skull."""
    eye = cloth.tailoring.eye
    skull = cloth.vertices[(cloth.vertices[:, 1] > eye[1]) & skin_mask(cloth)]
    middle = np.array([0, eye[1] + 0.02, (skull[:, 2].min() + skull[:, 2].max()) / 2])
    ray = np.array([0, 0.80, -0.60])
    return np.asarray(middle + ray * (((skull - middle) @ ray).max() + 0.50 * radius))


def skin_mask(cloth: Cloth) -> BoolArray:
    """Return which base-mesh vertices belong to the body itself, not to helpers."""
    mask = np.zeros(len(cloth.vertices), dtype=np.bool_)
    mask[np.unique(cloth.mpfb.faces("body"))] = True
    return mask
