"""One frame's body and props as a single mesh whose faces know which region of the picture they belong to."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from scipy import sparse
from scipy.sparse import csgraph

from ..body.body import Body, Material
from ..body.mesh import BoolArray, FloatArray, IntArray, vertex_normals
from ..body.seams import drawn_surface
from ..things.solids import Solid
from .camera import Camera
from .staged import Staged

MATERIALS = len(Material)
FAR = MATERIALS  # added to a material's region where the limb farther from the viewer is seen
FIRST_PROP = 2 * MATERIALS
REGION_NAMES = ("skin", "shirt", "legs", "hair", "skin far", "shirt far", "legs far", "hair far")
BIAS = np.array([0.0, 0.012, 0.006, 0.004])  # m that cloth and hair win over what they lie on
FAR_SHARE = 0.12  # skin weight above which a point belongs to the limb; low, so that the groin does too
SIDE_VIEW = 0.74  # share of the pelvis's left-right axis along the view line that makes one side "far"
LIMB_JOINTS = (
    "upperleg02",
    "lowerleg",
    "foot",
    "toe",
    "upperarm02",
    "lowerarm",
    "wrist",
    "finger",
    "metacarpal",
)
APART = 50.0  # m between the rest positions of separate things, so that they always occlude each other
CLOTH_GAP = 0.030  # m of rest distance between neighbouring pixels that makes a line
FOOT_GAP = 0.016
HEAD_GAP = 0.018  # wide enough that lips and lids make no lines: the face is drawn
NECK_GAP = 0.010
HAND_GAP = 0.010
COHERENT = 0.9  # length of the mean normal above which a group of prop faces counts as flat
LEVEL = 0.6  # upward share of a flat group's normal that makes it a top
UPRIGHT_TONES = frozenset({"wall", "door"})  # props whose broad face is the light one


@dataclass(frozen=True, eq=False)
class Assembly:
    """Vertices `(n, 3)`, faces `(m, 3)`, and what the tracer must know of them."""

    vertices: FloatArray
    rest: FloatArray  # (n, 3) m, rest position, things kept apart
    bias: FloatArray  # (n,) m nearer to the viewer
    normals: FloatArray  # (n, 3)
    faces: IntArray
    region: IntArray  # (m,) index into `names`
    gap: FloatArray  # (m,) m of rest distance that counts as an edge
    names: tuple[str, ...]  # class of every region
    solid: IntArray  # (m,) index of the solid, -1 for the body


@dataclass(frozen=True, eq=False)
class _Part:
    vertices: FloatArray
    rest: FloatArray
    bias: FloatArray
    faces: IntArray
    region: IntArray
    gap: FloatArray
    names: tuple[str, ...]


def assemble_frame(posed: Staged, camera: Camera) -> Assembly:
    """Return body and solids of `posed` as they are drawn by `camera`, hidden insides removed."""
    parts = [_body_part(posed, camera)]
    for number, solid in enumerate(posed.solids):
        parts.append(_solid_part(solid, number, sum(len(part.names) for part in parts)))
    offsets = np.cumsum([0] + [len(part.vertices) for part in parts])
    owner = [np.full(len(part.faces), k - 1) for k, part in enumerate(parts)]
    return Assembly(
        vertices=np.vstack([part.vertices for part in parts]),
        rest=np.vstack([part.rest for part in parts]),
        bias=np.concatenate([part.bias for part in parts]),
        normals=np.vstack([vertex_normals(part.vertices, part.faces) for part in parts]),
        faces=np.vstack([part.faces + start for part, start in zip(parts, offsets, strict=False)]),
        region=np.concatenate([part.region for part in parts]),
        gap=np.concatenate([part.gap for part in parts]),
        names=tuple(name for part in parts for name in part.names),
        solid=np.concatenate(owner),
    )


def _body_part(posed: Staged, camera: Camera) -> _Part:
    """Return the clothed body, its far limbs and the insides of its shirt in regions of their own."""
    body, surface = posed.body, drawn_surface(posed.body)
    vertices = surface.lift(posed.vertices)
    faces, material = surface.faces, surface.material
    bias = np.zeros(len(vertices))
    bias[faces.ravel()] = np.repeat(BIAS[material], 3)
    # What is seen through a collar or a sleeve lies in the dark: it is drawn like cloth of the far side.
    outside = _facing(vertices, faces, camera) > 0
    kept = surface.opening | outside
    far = surface.lift(far_limbs(posed, camera).astype(float)[:, None])[:, 0]
    inside = (material == Material.SHIRT) & ~outside
    region = material + FAR * ((far[faces].mean(axis=1) > 0.5) | inside)
    gap = surface.lift(edge_gaps(body)[:, None])[:, 0][faces].min(axis=1)
    gap = np.where(material == Material.SKIN, gap, CLOTH_GAP)
    return _Part(
        vertices, surface.lift(body.rest_field), bias, faces[kept], region[kept], gap[kept], REGION_NAMES
    )


def _facing(vertices: FloatArray, faces: IntArray, camera: Camera) -> FloatArray:
    """Return above zero for faces `(m, 3)` that turn their outside to the viewer."""
    a, b, c = (vertices[faces[:, k]] for k in range(3))
    return np.asarray(np.cross(b - a, c - a) @ camera.toward())


def far_limbs(posed: Staged, camera: Camera) -> BoolArray:
    """Return which vertices belong to arm and leg on the side away from the viewer; none in front views."""
    body = posed.body
    pelvis = posed.transforms[body.joint("pelvis"), :3, :3]
    sideways = float(camera.toward() @ pelvis @ np.array([1.0, 0.0, 0.0]))
    if abs(sideways) < SIDE_VIEW:
        return np.zeros(len(body.rest), dtype=bool)
    side = ".R" if sideways > 0 else ".L"
    limb = np.array([name.endswith(side) and name.startswith(LIMB_JOINTS) for name in body.joints])
    own = np.sign(sideways) * body.rest[:, 0] < 0
    return np.asarray(own & (body.weights @ limb > FAR_SHARE))


def edge_gaps(body: Body) -> FloatArray:
    """Return for every vertex the rest distance in metres that makes an edge: least on hands and neck."""

    def gap(name: str) -> float:
        if name.startswith(("finger", "metacarpal", "wrist")):
            return HAND_GAP
        if name.startswith("head"):
            return HEAD_GAP
        if name.startswith("neck"):
            return NECK_GAP
        return FOOT_GAP if name.startswith(("foot", "toe")) else CLOTH_GAP

    return np.array([gap(name) for name in body.joints])[body.dominant]


def _solid_part(solid: Solid, number: int, first_region: int) -> _Part:
    """Return a prop, each smooth group of faces a region of its own."""
    group = smooth_groups(solid.faces, solid.edges)
    names = group_names(solid, group)
    rest = solid.vertices + np.array([APART * (number + 1), 0.0, 0.0])
    count = len(solid.vertices)
    return _Part(
        solid.vertices,
        rest,
        np.zeros(count),
        solid.faces,
        group + first_region,
        np.full(len(group), CLOTH_GAP),
        names,
    )


def group_names(solid: Solid, group: IntArray) -> tuple[str, ...]:
    """Return the class of each smooth group of faces: the prop's tone, light or dark."""
    return tuple(solid.tone if light else f"{solid.tone} dark" for light in _lit_groups(solid, group))


def smooth_groups(faces: IntArray, creases: IntArray) -> IntArray:
    """Return the group of every face `(m,)`: faces joined by an edge that is no crease belong together."""
    sides = np.sort(faces[:, [0, 1, 1, 2, 2, 0]].reshape(-1, 2), axis=1)
    owner = np.repeat(np.arange(len(faces)), 3)
    size = int(faces.max()) + 1
    keys = sides[:, 0] * size + sides[:, 1]
    sharp = np.sort(creases.reshape(-1, 2), axis=1) @ np.array([size, 1])
    smooth = ~np.isin(keys, sharp)
    keys, owner = keys[smooth], owner[smooth]
    order = np.argsort(keys, kind="stable")
    same = np.flatnonzero(keys[order][1:] == keys[order][:-1])
    links = (owner[order][same], owner[order][same + 1])
    graph = sparse.coo_array((np.ones(len(same)), links), shape=(len(faces), len(faces)))
    return np.asarray(csgraph.connected_components(graph, directed=False)[1], dtype=np.int64)


def _lit_groups(solid: Solid, group: IntArray) -> Sequence[bool]:
    """Return for each group whether it takes the light tone: tops and curved sides do, flat sides do not."""
    a, b, c = (solid.vertices[solid.faces[:, k]] for k in range(3))
    normals = np.cross(b - a, c - a)
    areas = np.linalg.norm(normals, axis=1)
    groups = range(int(group.max()) + 1)
    sums = np.stack([normals[group == k].sum(axis=0) for k in groups])
    totals = np.array([areas[group == k].sum() for k in groups])
    flat = np.linalg.norm(sums, axis=1) > COHERENT * totals
    if solid.tone in UPRIGHT_TONES:
        return list(totals > 0.5 * totals.max())
    return list(~flat | (sums[:, 1] > LEVEL * totals))
