"""Bake the body files from MPFB2 data: `python -m generator.figure.baking.bake MPFB2_FOLDER`."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from ..body.body import FOLDER, arm_share, tailoring_of
from ..body.mesh import FloatArray, IntArray
from .armature import Armature, build_armature, joint_weights
from .combing import combed
from .dress import Cloth, Haircut, Piece, dressed, ramp
from .mpfb import Mpfb, Shape

UNIT = 6e-5  # m per int16 step: 0.06 mm, reaches 1.96 m
INFLUENCES = 4  # joints that may move one vertex
NECK_HALF, CHEST_DEPTH, ARM_FADE = 0.045, 0.24, 0.06  # m where shoulders, then arms begin to sink


@dataclass(frozen=True)
class Person:
    """A body to bake: shape, skin tone class and hair."""

    name: str
    tone: str
    shape: Shape
    hair: Haircut
    drop: float  # m the shoulder tips hang lower than the base human's


def both(path: str, share: float) -> dict[str, float]:
    """Return one target of the left and of the right limb, `{}` in `path` for l and r, with its share."""
    return {path.format(side): share for side in "lr"}


DETAILS = {
    "head/head-scale-horiz-incr": 0.45,  # heads and hands a little large, so that they read at 200 px
    "head/head-scale-depth-incr": 0.35,
    "head/head-scale-vert-incr": 0.35,
    **both("hands/{}-hand-scale-incr", 0.15),
}
SLOPING_WOMAN = {  # shoulders and neck slimmer than the base human's
    "torso/measure-shoulder-dist-decr": 0.6,
    **both("arms/{}-upperarm-shoulder-muscle-decr", 0.5),
}
SLOPING_MAN = {
    "torso/measure-shoulder-dist-decr": 1.0,
    "torso/torso-vshape-decr": 0.5,
    "neck/neck-scale-horiz-decr": 0.4,
    **both("arms/{}-upperarm-shoulder-muscle-decr", 0.9),
}
STOOPED = {  # neck and head a little before the shoulders, a soft waist
    "neck/neck-trans-forward": 0.5,
    "head/head-trans-forward": 0.4,
    "stomach/stomach-tone-decr": 0.7,
}
HEAVIER = {  # more than MakeHuman's heaviest, most of it at belly, hips and upper arms
    "torso/measure-waist-circ-incr": 1.4,
    "torso/measure-hips-circ-incr": 1.1,
    "torso/measure-bust-circ-incr": 0.9,
    "torso/measure-underbust-circ-incr": 1.0,
    "stomach/stomach-tone-decr": 0.8,
    "neck/neck-double-incr": 0.5,
    "head/head-fat-incr": 0.8,
    **both("arms/{}-upperarm-fat-incr", 1.0),
    **both("arms/{}-lowerarm-fat-incr", 0.5),
    **both("legs/{}-upperleg-fat-incr", 1.0),
    **both("legs/{}-lowerleg-fat-incr", 0.6),
}
PEOPLE = (
    Person(
        name="woman",
        tone="light",
        shape=Shape(
            male=0.08,
            muscle=0.05,
            weight=0.10,
            proportions=0.5,
            ancestry={"african": 0.2, "asian": 0.3, "caucasian": 0.5},
            details=DETAILS | SLOPING_WOMAN,
        ),
        hair=Haircut(name="bun", thickness=0.010, top=0.012, back=0.008, bun=0.041),
        drop=0.010,
    ),
    Person(
        name="man",
        tone="deep",
        shape=Shape(
            male=0.90,
            muscle=0.10,
            weight=-0.05,
            proportions=0.5,
            ancestry={"african": 0.7, "asian": 0.1, "caucasian": 0.2},
            details=DETAILS | SLOPING_MAN,
        ),
        hair=Haircut(name="crop", thickness=0.009, top=0.008, back=0.004, bun=0.0),
        drop=0.014,
    ),
    Person(
        name="older-man",
        tone="light grey",
        shape=Shape(
            male=0.85,
            muscle=-0.30,
            weight=0.20,
            proportions=0.0,
            ancestry={"african": 0.1, "asian": 0.4, "caucasian": 0.5},
            old=0.85,
            details=DETAILS | SLOPING_MAN | STOOPED,
        ),
        hair=Haircut(name="thin", thickness=0.006, top=0.004, back=0.004, bun=0.0),
        drop=0.018,
    ),
    Person(
        name="larger-woman",
        tone="deep",
        shape=Shape(
            male=0.10,
            muscle=-0.10,
            weight=1.0,
            proportions=0.0,
            ancestry={"african": 0.6, "asian": 0.1, "caucasian": 0.3},
            old=0.3,
            details=DETAILS | SLOPING_WOMAN | HEAVIER,
        ),
        hair=Haircut(name="bun", thickness=0.010, top=0.012, back=0.008, bun=0.041),
        drop=0.012,
    ),
)


def bake(mpfb: Mpfb, person: Person) -> Mapping[str, np.ndarray]:
    """Return the arrays of one body file: quantised mesh, skin weights, armature and person facts."""
    vertices = sloped(mpfb, mpfb.shaped(person.shape), person.drop)
    vertices[:, 1] -= vertices[np.unique(mpfb.faces("body")), 1].min()
    armature = build_armature(mpfb, vertices)
    weights = joint_weights(mpfb, armature, vertices)
    eye = mpfb.cube("joint-l-eye", vertices)
    tailoring = tailoring_of(armature.names, armature.head, eye, person.hair.name)
    arms = arm_share(weights, armature.names)
    pieces = dressed(Cloth(mpfb, vertices, arms, tailoring), person.hair)
    facts = {"eye": eye.astype(np.float32), "tone": np.array(person.tone), "hair": np.array(person.hair.name)}
    return combed(packed(pieces, weights.toarray(), armature) | facts)


def sloped(mpfb: Mpfb, vertices: FloatArray, drop: float) -> FloatArray:
    """Return the vertices with the arms `drop` metres lower and shoulders that slope down to them."""
    tip, neck = (mpfb.place(mpfb.rig[bone]["head"], vertices) for bone in ("upperarm01.L", "neck01"))
    beside = np.abs(vertices[:, 0])
    chest = neck[1] - CHEST_DEPTH
    shoulder = ramp(NECK_HALF, tip[0], beside) * ramp(chest, tip[1], vertices[:, 1])
    arm = ramp(tip[0] + ARM_FADE / 2, tip[0] + 1.5 * ARM_FADE, beside)
    return np.asarray(vertices - np.maximum(shoulder, arm)[:, None] * [0, drop, 0])


def packed(pieces: tuple[Piece, ...], weights: FloatArray, armature: Armature) -> dict[str, np.ndarray]:
    """Return the mesh and armature arrays: int16 positions, uint16 faces, uint8 weights."""
    starts = np.cumsum([0, *(len(piece.vertices) for piece in pieces)])
    faces = [piece.faces + start for piece, start in zip(pieces, starts, strict=False)]
    joint, share = strongest(np.vstack([weights[piece.source] for piece in pieces]))
    return {
        "position": np.rint(np.vstack([piece.vertices for piece in pieces]) / UNIT).astype(np.int16),
        "unit": np.array(UNIT),
        "faces": np.vstack(faces).astype(np.uint16),
        "material": np.concatenate([np.full(len(p.faces), p.material) for p in pieces]).astype(np.uint8),
        "weight_joint": joint.astype(np.uint8),
        "weight": share,
        "joints": np.array(armature.names),
        "parent": np.array(armature.parent, dtype=np.int8),
        "head": armature.head.astype(np.float32),
        "tail": armature.tail.astype(np.float32),
    }


def strongest(weights: FloatArray) -> tuple[IntArray, np.ndarray]:
    """Return the INFLUENCES strongest joints of each vertex and their shares in 255ths."""
    joint = np.argsort(-weights, axis=1, kind="stable")[:, :INFLUENCES]
    share = np.take_along_axis(weights, joint, axis=1)
    return joint, np.rint(255 * share / share.sum(axis=1, keepdims=True)).astype(np.uint8)


def main() -> None:
    """Bake every person into the package folder, or into the folder named second."""
    mpfb = Mpfb(Path(sys.argv[1]))
    folder = Path(sys.argv[2]) if len(sys.argv) > 2 else FOLDER
    for person in PEOPLE:
        np.savez_compressed(folder / f"body-{person.name}.npz", allow_pickle=False, **bake(mpfb, person))


if __name__ == "__main__":
    main()
