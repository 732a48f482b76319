"""Arrows of a left and a right part: one shape, one length, one height, mirrored where the movement is."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

import numpy as np

from generator.model.arrow import Arrow

from ..body.mesh import FloatArray
from .ways import Way

MIRROR = np.array([-1.0, 1.0])
ALIKE = 0.3  # share of their length two ways may differ by, on average, and still be twins
LEVEL = 24.0  # px, shown, of height between two parts that are drawn at one height
SAME_PLACE = 16.0  # px, shown, between two ways of which only one is drawn


@dataclass(frozen=True, eq=False)
class Twins:
    """Two ways of one shape; `mirrored` if one is the other's mirror image on the picture."""

    one: Way
    other: Way
    mirrored: bool


def paired(arrows: Iterable[Arrow]) -> list[tuple[Arrow, ...]]:
    """Return arrows in groups: a left and a right part of one name together, "both" as these two."""
    groups: dict[tuple[object, ...], list[Arrow]] = {}
    for number, arrow in enumerate(each for whole in arrows for each in _each_side(whole)):
        side, _, noun = arrow.part.partition(" ")
        key = (noun, arrow.press, arrow.both_ways) if noun and not arrow.turn else (side, number)
        groups.setdefault(key, []).append(arrow)
    return [tuple(group) for group in groups.values()]


def _each_side(arrow: Arrow) -> tuple[Arrow, ...]:
    """Return an arrow, or for "both" the left and the right one."""
    side, _, noun = arrow.part.partition(" ")
    if side != "both":
        return (arrow,)
    return tuple(arrow.model_copy(update={"part": f"{each} {noun}"}) for each in ("left", "right"))


def twins(one: Way, other: Way, unit: float) -> Twins | None:
    """Return two ways made alike, or nothing if they are too different."""
    first, second = one.line - one.line[-1], other.line - other.line[-1]
    apart = [float(np.linalg.norm(first - second * sign, axis=1).mean()) for sign in (MIRROR, 1.0)]
    length = (one.length + other.length) / 2
    if min(apart) > ALIKE * length:
        return None
    mirrored = apart[0] <= apart[1]
    sign = MIRROR if mirrored else np.ones(2)
    shape = (first + second * sign) / 2
    ends = levelled(one.line[-1], other.line[-1], unit)
    return Twins(
        replace(one, line=ends[0] + shape, length=length),
        replace(other, line=ends[1] + shape * sign, length=length),
        mirrored,
    )


def levelled(one: FloatArray, other: FloatArray, unit: float) -> tuple[FloatArray, FloatArray]:
    """Return two points `(2,)` px at one height if they nearly are."""
    if abs(one[1] - other[1]) > LEVEL * unit:
        return one, other
    height = (one[1] + other[1]) / 2
    return np.array([one[0], height]), np.array([other[0], height])


def in_one_place(one: Way, other: Way, unit: float) -> bool:
    """Return whether two ways lie so close together that one arrow says it all."""
    return float(np.linalg.norm(one.line - other.line, axis=1).mean()) < SAME_PLACE * unit
