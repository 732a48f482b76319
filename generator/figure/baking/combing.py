"""Hair combed onto the scalp: what subdividing and fairing would draw into the head lies on it."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
from scipy.spatial import cKDTree

from ..body.body import Material, refined, tailoring_of
from ..body.garments import Tailoring, hair
from ..body.mesh import FloatArray, IntArray, smoother, vertex_normals

HAIR_LIFT = 0.004  # m that hair lies over the scalp
HAIR_TAPER = 0.35  # m it may be thicker for every m above its line
SCALP_NEAR = 0.020  # m within which there is scalp under hair; elsewhere it was cut away
COMBINGS = 12  # smoothing steps by which hair without scalp follows its neighbours
ROUNDS = 8  # of moving the baked mesh by what its fine surface still lacks


def combed(baked: Mapping[str, np.ndarray]) -> dict[str, np.ndarray]:
    """Return a body file's arrays with the hair a little over the scalp, and thin where its line runs out.

    Fairing draws hair into a round forehead, and what lies in it is seen as torn skin along the hairline.
    """
    joints = tuple(str(joint) for joint in baked["joints"])
    tailoring = tailoring_of(
        joints, baked["head"].astype(float), baked["eye"].astype(float), str(baked["hair"])
    )
    unit, position = float(baked["unit"]), baked["position"].astype(float)
    for _ in range(ROUNDS):
        fine, _, faces, material = refined({**baked, "position": position}, len(joints))
        moves = _combing(fine, faces, material, tailoring)
        position += moves[: len(position)] / unit
    return {**baked, "position": np.rint(position).astype(np.int16)}


def _combing(vertices: FloatArray, faces: IntArray, material: IntArray, tailoring: Tailoring) -> FloatArray:
    """Return how far in metres each vertex of the hair is to go, `(n, 3)`; all others stay.

    Where there is no scalp under it, hair goes along with its neighbours.
    """
    skin, locks = faces[material == Material.SKIN], faces[material == Material.HAIR]
    bare, hair_at = np.unique(skin), np.unique(locks)
    away, nearest = cKDTree(vertices[bare]).query(vertices[hair_at])
    out = vertex_normals(vertices, skin)[bare[nearest]]
    height = ((vertices[hair_at] - vertices[bare[nearest]]) * out).sum(axis=1)
    thickest = HAIR_LIFT + HAIR_TAPER * np.maximum(hair(vertices[hair_at], tailoring), 0.0)
    lacking, near = np.clip(height, HAIR_LIFT, thickest) - height, away < SCALP_NEAR
    moves, known = np.zeros_like(vertices), np.zeros(len(vertices), dtype=bool)
    known[hair_at] = near
    moves[hair_at] = out * np.where(near, lacking, 0.0)[:, None]
    smooth = smoother(len(vertices), locks)
    for _ in range(COMBINGS):
        moves = np.where(known[:, None], moves, smooth @ moves)
    return np.asarray(smooth @ moves)
