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


def with_short_mats(frames: Sequence[Posed]) -> list[Posed]:
    """Return the frames with mats cut to the person's reach over all frames; never made longer."""
    person = np.vstack([frame.vertices[frame.body.field > 0] for frame in frames])
    return [replace(frame, solids=tuple(_short(solid, person) for solid in frame.solids)) for frame in frames]


def _short(solid: Solid, person: FloatArray) -> Solid:
    """Return `solid`, shortened along its longest edge if it is a mat; `person` are points `(n, 3)` m."""
    if solid.tone != MAT or len(solid.vertices) != BOX_CORNERS:
        return solid
    edges = solid.vertices[solid.edges[:, 1]] - solid.vertices[solid.edges[:, 0]]
    lengths = np.linalg.norm(edges, axis=1)
    along = edges[np.argmax(lengths)] / lengths.max()
    reach, corners = person @ along, solid.vertices @ along
    low = max(float(corners.min()), float(reach.min()) - RIM)
    high = min(float(corners.max()), float(reach.max()) + RIM)
    if high <= low:
        return solid
    moved = np.clip(corners, low, high) - corners
    return replace(solid, vertices=solid.vertices + moved[:, None] * along)
