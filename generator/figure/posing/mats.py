"""Mats as long as the person on them needs, so that the person fills the picture."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import numpy as np

from ..body.mesh import FloatArray
from ..things.solids import Solid
from .pose import Posed

MAT = "mat"
RIM = 0.04  # m of mat left beyond the person at either end
BOX_CORNERS = 8
ALIGNED = 0.97  # cosine between the lengths of two mats that a reader takes for one, about 14 degrees


def with_short_mats(frames: Sequence[Posed]) -> list[Posed]:
    """Return the frames with mats cut to the person's reach over all frames; never made longer.

    A mat lies where it lay at the start: a person who rolls or gets up does not turn it.
    """
    person = np.vstack([frame.vertices[frame.body.field > 0] for frame in frames])
    first = next((solid for solid in frames[0].solids if _is_mat(solid)), None)
    return [
        replace(frame, solids=tuple(_short(_kept(solid, first), person) for solid in frame.solids))
        for frame in frames
    ]


def _is_mat(solid: Solid) -> bool:
    return solid.tone == MAT and len(solid.vertices) == BOX_CORNERS


def _kept(solid: Solid, first: Solid | None) -> Solid:
    """Return the `first` frame's mat in place of one that lies much like it."""
    if first is None or not _is_mat(solid):
        return solid
    turned = abs(float(_along(solid) @ _along(first))) < ALIGNED
    return solid if turned else first


def _along(mat: Solid) -> FloatArray:
    """Return the way of a mat's longest edge, a unit vector."""
    edges = mat.vertices[mat.edges[:, 1]] - mat.vertices[mat.edges[:, 0]]
    lengths = np.linalg.norm(edges, axis=1)
    return np.asarray(edges[np.argmax(lengths)] / lengths.max())


def _short(solid: Solid, person: FloatArray) -> Solid:
    """Return `solid`, shortened along its longest edge if it is a mat; `person` are points `(n, 3)` m."""
    if not _is_mat(solid):
        return solid
    along = _along(solid)
    reach, corners = person @ along, solid.vertices @ along
    low = max(float(corners.min()), float(reach.min()) - RIM)
    high = min(float(corners.max()), float(reach.max()) + RIM)
    if high <= low:
        return solid
    moved = np.clip(corners, low, high) - corners
    return replace(solid, vertices=solid.vertices + moved[:, None] * along)
