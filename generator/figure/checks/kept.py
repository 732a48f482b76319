"""Conditions that a frame asks to keep, such as "trunk vertical", and that the solved pose does not."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from ..finding import Severity
from ..posing.bearings import Apart
from ..posing.conditions import condition_goals
from ..posing.goals import Angle, Goal, Placed, Scene
from ..posing.pose import Posed
from ..posing.solver import System
from ..posing.wishes import Wish
from .rivals import rival_text

TILTED = 18.0  # degrees: what a reader sees at once; the poses of the handbook stay below 15
APART = 0.05  # m; knees that are together and turn to a side come to 0.04
BALANCE = "balance"  # has a check of its own


def kept_faults(s: Posed) -> Iterator[tuple[Severity, str, str, str]]:
    """Yield each condition of the frames' own words that is plainly missed; a base pose's may be."""
    for slot, wish in s.wanted.items():
        if slot.startswith("keep ") and wish.layer >= s.setting.strict_from and wish.value != BALANCE:
            degrees, metres = missed(s, str(wish.value))
            if degrees > TILTED or metres > APART:
                yield ("error", slot, wish.where, _text(s, wish, degrees, metres))


def missed(s: Posed, condition: str) -> tuple[float, float]:
    """Return by how many degrees and metres at most a condition is missed."""
    goals = tuple(condition_goals(condition, s.setting))
    scene = System(s.setting.body, s.state.anchor, goals).scene(s.state.x)
    off = [_off(goal, scene) for goal in goals]
    return max((each[0] for each in off), default=0.0), max((each[1] for each in off), default=0.0)


def _off(goal: Goal, scene: Scene) -> tuple[float, float]:
    """Return the degrees and metres by which one goal is missed: its residuals are 1 at its tolerance."""
    size = float(np.linalg.norm(goal.residuals(scene)[0])) * float(getattr(goal, "tolerance", 0.0))
    if isinstance(goal, Apart | Placed) or (isinstance(goal, Angle) and goal.name.startswith("place")):
        return 0.0, size
    turned = size if isinstance(goal, Angle) else np.arcsin(min(size, 1.0))
    return float(np.degrees(turned)), 0.0


def _text(s: Posed, wish: Wish, degrees: float, metres: float) -> str:
    far = f"{degrees:.0f} degrees" if degrees > TILTED else f"{metres * 100:.0f} cm"
    return f"'{wish.value}' is missed by {far}: {rival_text(s, wish)}"
