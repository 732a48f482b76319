"""A movement arrow as a writer asks for it."""

from __future__ import annotations

from typing import Literal

from generator.model.base import Frozen, Switch
from generator.model.words import Direction, Part, Sideways


class Arrow(Frozen):
    """An arrow: by default along the true path of `part` from the frame before; "both hand" draws a pair."""

    part: Part
    turn: Sideways | Literal["left", "right", "forward", "backward"] | None = None
    """A ring round the long axis to the person's left or right, or a wheel that tips the part over."""
    towards: Direction | None = None
    press: Switch | None = None
    both_ways: Switch | None = None
    """Whether it has a head at either end: rolling or rocking to and fro."""
