"""The same figure or base pose on the other side: every "left" becomes "right" and back, the view too."""

from __future__ import annotations

import re
from typing import TypeVar

from generator.model.base import switched_on
from generator.model.pose import BasePose, FigureSpec

SWAP = {"left": "right", "right": "left"}
KEPT = ("alt", "name")  # words for readers say what is seen, so they stay
Model = TypeVar("Model", FigureSpec, BasePose)


def swapped(text: str) -> str:
    """Return `text` with the words left and right exchanged."""
    return re.sub(r"(?<![a-z])(left|right)(?![a-z])", lambda found: SWAP[found[1]], text)


def other_side(value: object, key: str = "") -> object:
    """Return plain data with all side words exchanged, in keys too; a turned head's "left" included."""
    if isinstance(value, dict):
        return {swapped(str(name)): other_side(inner, str(name)) for name, inner in value.items()}
    if isinstance(value, list | tuple):
        return [other_side(inner, key) for inner in value]
    return swapped(value) if isinstance(value, str) and key not in KEPT else value


def plain(model: Model) -> object:
    """Return a model as the plain data it was made from."""
    return model.model_dump(mode="json", by_alias=True, exclude_unset=True)


def mirrored(spec: FigureSpec) -> FigureSpec:
    """Return the figure as drawn: on the other side if it asks to be mirrored, else as it is."""
    if not switched_on(spec.mirror):
        return spec
    data = other_side(plain(spec))
    assert isinstance(data, dict)
    return FigureSpec.model_validate(data | {"mirror": False})


def mirrored_base(base: BasePose) -> BasePose:
    """Return a base pose on the other side."""
    data = other_side(plain(base))
    assert isinstance(data, dict)
    return BasePose.model_validate(data)
