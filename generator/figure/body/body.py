"""The baked human body at rest: metres, y up, soles on y = 0, facing +z, its own left at +x."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import IntEnum
from functools import cached_property, lru_cache
from pathlib import Path
from types import MappingProxyType

import numpy as np
from scipy import sparse

from .garments import HEM_ABOVE_HIP, HEM_DRAWN, Tailoring, hair, leggings, shirt
from .landmarks import find_landmarks
from .mesh import FloatArray, IntArray, smoother, subdivision

FOLDER = Path(__file__).parent
FAIRING_ROUNDS = 4  # smoothing steps after the coarse cloth is subdivided
ARM_JOINTS = ("upperarm", "lowerarm", "wrist", "finger")


class Material(IntEnum):
    """What a face of the mesh shows."""

    SKIN = 0
    SHIRT = 1
    LEGGINGS = 2
    HAIR = 3


@dataclass(frozen=True)
class Measures:
    """Lengths and heights in metres that furniture and props are fitted to."""

    height: float  # with the hair
    eye: float
    shoulder: float
    hip: float
    knee: float  # floor to knee joint, standing
    seat: float  # chair seat that lets the soles rest flat with level thighs
    elbow_sitting: float  # seat to elbow, arms hanging
    eye_sitting: float  # seat to eye
    upper_arm: float
    forearm: float
    thigh: float
    shank: float
    shoulder_width: float  # between the shoulder joints


@dataclass(frozen=True, eq=False)
class Body:
    """One person at rest; arrays are read-only by custom and shared between figures."""

    name: str
    tone: str  # words that pick its colours: "light" or "deep" skin, and "grey" for grey hair
    rest: FloatArray  # (n, 3) m
    faces: IntArray  # (m, 3)
    material: IntArray  # (m,) of Material
    vertex_material: IntArray  # (n,) of Material
    field: FloatArray  # (n,) garment field: below zero means cut away
    drawn_field: FloatArray  # (n,) the same of the clothes as they are drawn
    weights: sparse.csr_array  # (n, j) skin weights, rows sum to 1
    joints: tuple[str, ...]
    parent: IntArray  # (j,) index of the parent joint, -1 for the root
    head: FloatArray  # (j, 3) joint centres at rest
    tail: FloatArray  # (j, 3) far ends of the bones at rest
    eye: FloatArray  # (3,) centre of the left eye
    tailoring: Tailoring
    landmarks: Mapping[str, int]
    dominant: IntArray  # (n,) joint with the greatest weight

    @property
    def rest_field(self) -> FloatArray:
        """Return the rest positions that occlusion tests and muscle patches use, `(n, 3)` m."""
        return self.rest

    def joint(self, name: str) -> int:
        """Return the index of the joint called `name`; ValueError if there is none."""
        return self.joints.index(name)

    def length(self, one: str, other: str) -> float:
        """Return the distance in metres between two joint centres at rest."""
        return float(np.linalg.norm(self.head[self.joint(one)] - self.head[self.joint(other)]))

    @property
    def css(self) -> str:
        """Return the classes of a drawing of this body that pick its colours."""
        return " ".join(f"fig-{word}" for word in self.tone.split())

    @cached_property
    def measures(self) -> Measures:
        """Return the body's lengths and heights."""
        return measure(self)


def measure(body: Body) -> Measures:
    """Return the lengths and heights of `body`, from its joints and its lowest and highest vertices."""

    def height(name: str) -> float:
        return float(body.head[body.joint(name)][1])

    knee, hip, shoulder = height("lowerleg01.L"), height("upperleg01.L"), height("upperarm01.L")
    upper_arm = body.length("upperarm01.L", "lowerarm01.L")
    seat_below_hip = hip - float(body.rest[body.landmarks["left seat"]][1]) + thigh_depth(body)
    return Measures(
        height=float(body.rest[:, 1].max()),
        eye=float(body.eye[1]),
        shoulder=shoulder,
        hip=hip,
        knee=knee,
        seat=knee - thigh_depth(body),
        elbow_sitting=shoulder - upper_arm - hip + seat_below_hip,
        eye_sitting=float(body.eye[1]) - hip + seat_below_hip,
        upper_arm=upper_arm,
        forearm=body.length("lowerarm01.L", "wrist.L"),
        thigh=body.length("upperleg01.L", "lowerleg01.L"),
        shank=body.length("lowerleg01.L", "foot.L"),
        shoulder_width=body.length("upperarm01.L", "upperarm01.R"),
    )


def thigh_depth(body: Body) -> float:
    """Return how far in metres the back of the thigh lies behind the line from hip to knee."""
    hip, knee = (body.head[body.joint(f"{name}.L")] for name in ("upperleg01", "lowerleg01"))
    back = body.rest[body.landmarks["left thigh_back"]]
    share = (back[1] - hip[1]) / (knee[1] - hip[1])
    return float(hip[2] + share * (knee[2] - hip[2]) - back[2])


@lru_cache(maxsize=4)
def load_body(name: str) -> Body:
    """Return the body baked as `body-<name>.npz`; FileNotFoundError if there is none."""
    with np.load(FOLDER / f"body-{name}.npz") as file:
        return assemble(name, {key: file[key] for key in file.files})


def assemble(name: str, baked: Mapping[str, np.ndarray]) -> Body:
    """Return the body that the arrays of a baked file describe, its cloth subdivided and faired."""
    joints = tuple(str(joint) for joint in baked["joints"])
    head, eye = baked["head"].astype(float), baked["eye"].astype(float)
    rest, weights, faces, material = refined(baked, len(joints))
    vertex_material = np.zeros(len(rest), dtype=np.int64)
    vertex_material[faces.ravel()] = np.repeat(material, 3)
    tailoring = tailoring_of(joints, head, eye, str(baked["hair"]))
    arms = arm_share(weights, joints)
    field, drawn = (
        garment_field(rest, vertex_material, arms, tailoring, hem) for hem in (HEM_ABOVE_HIP, HEM_DRAWN)
    )
    return Body(
        name=name, tone=str(baked["tone"]), rest=rest, faces=faces, material=material,
        vertex_material=vertex_material, field=field, drawn_field=drawn, weights=weights, joints=joints,
        parent=baked["parent"].astype(np.int64), head=head, tail=baked["tail"].astype(float), eye=eye,
        tailoring=tailoring, dominant=np.asarray(weights.argmax(axis=1), dtype=np.int64).ravel(),
        landmarks=MappingProxyType(find_landmarks(joints, head, rest, field > 0, arms > 0.5)),
    )  # fmt: skip


def refined(
    baked: Mapping[str, np.ndarray], joint_count: int
) -> tuple[FloatArray, sparse.csr_array, IntArray, IntArray]:
    """Return vertices, skin weights, faces and materials after subdividing and fairing cloth and hair."""
    vertices = baked["position"] * float(baked["unit"])
    weights = unpacked_weights(baked["weight_joint"], baked["weight"], joint_count)
    faces, material = baked["faces"].astype(np.int64), baked["material"].astype(np.int64)
    cloth = material != Material.SKIN
    divide, fine = subdivision(len(vertices), faces[cloth])
    fair = smoother(divide.shape[0], fine)
    vertices, weights = divide @ vertices, divide @ weights
    for _ in range(FAIRING_ROUNDS):
        vertices, weights = fair @ vertices, sparse.csr_array(fair @ weights)
    faces = np.vstack([faces[~cloth], fine])
    return vertices, weights, faces, np.concatenate([material[~cloth], np.tile(material[cloth], 4)])


def unpacked_weights(joint: np.ndarray, weight: np.ndarray, joint_count: int) -> sparse.csr_array:
    """Return skin weights `(n, joint_count)`, rows summing to 1, from packed `(n, k)` joints and bytes."""
    count, width = joint.shape
    share = weight / weight.sum(axis=1, keepdims=True, dtype=float)
    entries = (share.ravel(), (np.repeat(np.arange(count), width), joint.ravel().astype(np.int64)))
    return sparse.csr_array(entries, shape=(count, joint_count))


def arm_share(weights: sparse.csr_array, joints: tuple[str, ...]) -> FloatArray:
    """Return how much of each vertex hangs on the arms, shape `(n,)`."""
    arms = np.array([joint.startswith(ARM_JOINTS) for joint in joints], dtype=float)
    return np.asarray(weights @ arms)


def tailoring_of(joints: tuple[str, ...], head: FloatArray, eye: FloatArray, cut: str) -> Tailoring:
    """Return the measures garments and hair are cut from."""
    at = dict(zip(joints, head, strict=True))
    return Tailoring(
        shoulder=at["upperarm01.L"], elbow=at["lowerarm01.L"], neck=at["neck01"], eye=eye,
        hip_height=float(at["upperleg01.L"][1]), ankle_height=float(at["foot.L"][1]), hair=cut,
    )  # fmt: skip


def garment_field(
    rest: FloatArray, vertex_material: IntArray, arms: FloatArray, tailoring: Tailoring, hem_height: float
) -> FloatArray:
    """Return the garment field of every vertex by its material; bare skin is always shown (1).

    `hem_height` is the shirt's in metres from the hip joints up.
    """
    field = np.ones(len(rest))
    for material, values in (
        (Material.SHIRT, shirt(rest, arms, tailoring, hem_height)),
        (Material.LEGGINGS, leggings(rest, arms, tailoring, hem_height)),
        (Material.HAIR, hair(rest, tailoring)),
    ):
        field = np.where(vertex_material == material, values, field)
    return field
