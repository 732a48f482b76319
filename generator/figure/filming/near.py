"""Vertices round some others."""

from __future__ import annotations

from ..body.body import Body
from ..body.mesh import BoolArray

RINGS = 2  # of neighbours round a patch that belong to it, too: its rim cuts their faces


def grown(body: Body, chosen: BoolArray) -> BoolArray:
    """Return the chosen vertices with RINGS of neighbours."""
    for _ in range(RINGS):
        touched = chosen[body.faces].any(axis=1)
        chosen = chosen.copy()
        chosen[body.faces[touched]] = True
    return chosen
