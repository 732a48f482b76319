"""Which part of the person a picture is cropped to."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

import numpy as np

from .body import Body
from .mesh import BoolArray

HEAD = ("head", "neck", "clavicle", "shoulder01", "sp5", "sp6", "sp7", "upperarm01")
ARMS = ("upperarm", "lowerarm", "wrist", "finger", "metacarpal")
TRUNK = ("sp", "pelvis", "upperleg01")
CROPS: Mapping[str, tuple[str, ...]] = MappingProxyType({
    "bust": HEAD,
    "waist": (*HEAD, *ARMS, *TRUNK),
    "knees": (*HEAD, *ARMS, *TRUNK, "upperleg", "breast"),
})  # fmt: skip


def cropped_vertices(body: Body, crop: str) -> BoolArray:
    """Return which vertices a crop ("bust", "waist", "knees" or "whole") must show."""
    if crop not in CROPS:
        return np.ones(len(body.rest), dtype=bool)
    kept = [name.startswith(CROPS[crop]) for name in body.joints]
    return np.asarray(np.array(kept)[body.dominant])
