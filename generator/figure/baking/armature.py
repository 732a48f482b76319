"""The figure's joints from the MPFB2 rig: face and toe bones merged, the spine cut into eight even levels."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
from scipy import sparse

from ..body.mesh import FloatArray
from .mpfb import Mpfb

LEVELS = 8  # spine joints between pelvis and neck, L5 to T1
LOWEST_LEVEL, ABOVE_HIGHEST = 0.103, 0.946  # shares of the way from pelvis to neck joint
FEET_OF_HAT = (0.189, 0.052)  # share of that way the lowest and highest weight hats reach beyond
SPINE_BEHIND_PELVIS = 0.05  # m; the lowest level 0.02 m
ARM = ("clavicle", "shoulder01", "upperarm01", "upperarm02", "lowerarm01", "lowerarm02", "wrist")
LEG = ("upperleg01", "upperleg02", "lowerleg01", "lowerleg02", "foot")
SPINE = "spine"  # stands for all spine joints in the merge table


@dataclass(frozen=True, eq=False)
class Armature:
    """Joints in order, parents before children."""

    names: tuple[str, ...]
    parent: tuple[int, ...]
    head: FloatArray  # (j, 3) m
    tail: FloatArray  # (j, 3) m


def chain(names: tuple[str, ...], root: str, side: str) -> dict[str, str]:
    """Return child -> parent for a limb's joints hung on `root`, named for `side`."""
    own = [f"{name}.{side}" for name in names]
    return dict(zip(own, [root, *own[:-1]], strict=True))


def parents() -> dict[str, str]:
    """Return every joint with its parent's name, in order; the root's is empty."""
    trunk = ["pelvis", *(f"sp{level}" for level in range(LEVELS)), "neck01", "neck02", "neck03", "head"]
    table = dict(zip(trunk, ["", *trunk[:-1]], strict=True))
    for side in "LR":
        table |= chain(ARM, "sp6", side)
        for finger in range(1, 6):
            table |= chain(tuple(f"finger{finger}-{k}" for k in (1, 2, 3)), f"wrist.{side}", side)
        table |= chain(LEG, "pelvis", side)
        table |= chain(("toes",), f"foot.{side}", side)
    return table


def build_armature(mpfb: Mpfb, vertices: FloatArray) -> Armature:
    """Return the joints of the person with these base-mesh vertices (m)."""
    table = parents()
    names = tuple(table)
    head = {name: joint_centre(mpfb, name, vertices) for name in names if not name.startswith("sp")}
    for level, height in enumerate(level_heights(head)):
        behind = SPINE_BEHIND_PELVIS - (0.03 if level == 0 else 0)
        head[f"sp{level}"] = np.array([0, height, head["pelvis"][2] - behind])
    parent = tuple(names.index(up) if up else -1 for up in table.values())
    heads = np.array([head[name] for name in names])
    tails = [far_end(mpfb, name, vertices, heads[child_of(names, parent, name)]) for name in names]
    return Armature(names, parent, heads, np.array(tails))


def level_heights(head: Mapping[str, FloatArray]) -> FloatArray:
    """Return the heights of the spine joints, `(LEVELS,)` m, even between pelvis and neck."""
    low, high = head["pelvis"][1], head["neck01"][1]
    shares = np.linspace(LOWEST_LEVEL, ABOVE_HIGHEST, LEVELS + 1)[:LEVELS]
    return np.asarray(low + shares * (high - low))


def joint_centre(mpfb: Mpfb, name: str, vertices: FloatArray) -> FloatArray:
    """Return where a joint that is no spine level turns, `(3,)` m."""
    if name == "pelvis":
        return np.asarray(mpfb.place(mpfb.rig["spine05"]["head"], vertices) * [0, 1, 1])
    if name.startswith("toes"):
        roots = [mpfb.rig[f"toe{toe}-1.{name[-1]}"]["head"] for toe in range(1, 6)]
        return np.asarray(np.mean([mpfb.place(root, vertices) for root in roots], axis=0))
    return mpfb.place(mpfb.rig[name]["head"], vertices)


def child_of(names: tuple[str, ...], parent: tuple[int, ...], name: str) -> int:
    """Return the index of the first child of `name`, or of `name` itself if it has none."""
    own = names.index(name)
    return parent.index(own) if own in parent else own


def far_end(mpfb: Mpfb, name: str, vertices: FloatArray, child: FloatArray) -> FloatArray:
    """Return the far end of a bone: the rig's own tail, else its first child's joint, `(3,)` m."""
    return mpfb.place(mpfb.rig[name]["tail"], vertices) if name in mpfb.rig else child


def merged(bone: str, names: tuple[str, ...]) -> str:
    """Return the joint that takes over a rig bone's weights; SPINE for the trunk's own bones."""
    stem, _, side = bone.partition(".")
    if bone in names:
        return bone
    if bone == "root" or stem.startswith(("spine", "breast")):
        return SPINE
    homes = {"pelvis": "pelvis", "metacarpal": f"wrist.{side}", "toe": f"toes.{side}"}
    return next((home for start, home in homes.items() if stem.startswith(start)), "head")


def joint_weights(mpfb: Mpfb, armature: Armature, vertices: FloatArray) -> sparse.csr_array:
    """Return skin weights `(n, j)` for all base-mesh vertices; the spine's are smooth hats of height."""
    weights = np.zeros((len(vertices), len(armature.names)))
    spine = np.zeros(len(vertices))
    for bone, rows in mpfb.weights.items():
        home, at = merged(bone, armature.names), rows[:, 0].astype(int)
        (spine if home == SPINE else weights[:, armature.names.index(home)])[at] += rows[:, 1]
    weights[:, : LEVELS + 1] += spine[:, None] * hats(armature, vertices[:, 1])
    return sparse.csr_array(weights / np.maximum(weights.sum(axis=1, keepdims=True), 1e-9))


def hats(armature: Armature, height: FloatArray) -> FloatArray:
    """Return the share of pelvis and each spine joint at each height, `(n, LEVELS + 1)`."""
    levels = armature.head[1 : LEVELS + 1, 1]
    span = armature.head[armature.names.index("neck01"), 1] - armature.head[0, 1]
    lowest, highest = levels[0] - FEET_OF_HAT[0] * span, levels[-1] + 2 * FEET_OF_HAT[1] * span
    edges = np.array([*levels, highest])
    middles = np.array([lowest, *(edges[:-1] + edges[1:]) / 2])
    return np.stack([np.interp(height, middles, row) for row in np.eye(LEVELS + 1)], axis=1)
