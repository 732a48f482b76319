"""What a frame is solved in."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from ..body.body import Body
from ..body.mesh import FloatArray
from ..things.compass import Compass
from ..things.props import Thing, surfaces
from ..things.surface import FLOOR, Surface
from .solver import State


@dataclass(frozen=True, eq=False)
class Setting:
    """What a frame is solved in: body, stance, things, the pose before, and the layer that counts as new."""

    body: Body
    compass: Compass
    things: Mapping[str, Thing]
    support: str
    before: State
    reached: FloatArray | None  # (n, 3) m, the vertices in the pose before
    pinned: bool  # whether contacts kept from the frame before stay in place
    strict_from: int  # layers below this are the base's
    newest: int  # this frame's own layer
    balance: bool = False  # whether the body stands on its feet alone

    def surface(self, target: str) -> Surface:
        """Return the surface called "floor", "chair.back" …; ValueError if there is none."""
        name, _, feature = (self.support if target == "support" else target).partition(".")
        if name in ("floor", "mat"):
            return FLOOR
        if name not in self.things:
            raise ValueError(
                f"there is no '{name}' among the props; known: {', '.join(self.things) or 'none'}"
            )
        found = surfaces(self.things[name], self.body.measures)
        if feature not in found:
            raise ValueError(f"'{name}' has no '{feature}'; it has {', '.join(key for key in found if key)}")
        return found[feature]
