"""Movement arrows along the true path of a part, put where they hide nothing that matters."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import numpy as np

from generator.model.arrow import Arrow
from generator.model.base import switched_on

from ..body.mesh import FloatArray
from ..drawing.drafts import Draft
from .arrow_shape import arrow_draft
from .placing import (
    Options,
    Surroundings,
    crowding_costs,
    hiding_costs,
    options,
    stopping_costs,
    touching_costs,
)
from .turns import turn_places
from .twins import MIRROR, Twins, in_one_place, paired, twins
from .ways import Moment, Way, true_way


def draw_arrows(
    arrows: Sequence[Arrow], moment: Moment, around: Surroundings
) -> tuple[list[Draft], list[FloatArray]]:
    """Return the drafts of a frame's arrows and their ways `(n, 2)` px."""
    ways: list[FloatArray] = []
    heads: list[bool] = []
    for group in paired(arrows):
        found = _placed(group, moment, around, ways)
        ways += found
        heads += [switched_on(group[0].both_ways)] * len(found)
    return ([arrow_draft(ways, heads, around.unit)] if ways else []), ways


def _placed(
    group: tuple[Arrow, ...], moment: Moment, around: Surroundings, others: list[FloatArray]
) -> list[FloatArray]:
    """Return the ways of one arrow or of a pair, clear of the `others`."""
    if group[0].turn is not None:
        places = turn_places(group[0], moment)
        return [cheapest(places, places.costs + hiding_costs(places.lines, around, turning=True))]
    ways = [true_way(arrow, moment) for arrow in group]
    if len(ways) == 2:
        return _pair(ways[0], ways[1], around, others)
    return [single(way, around, others) for way in ways]


def _pair(one: Way, other: Way, around: Surroundings, others: list[FloatArray]) -> list[FloatArray]:
    """Return the ways of a left and a right part, placed together if they are alike."""
    if in_one_place(one, other, around.unit):
        return [single(min(one, other, key=lambda way: way.depth), around, others)]
    alike = twins(one, other, around.unit)
    if alike is None:
        first = single(one, around, others)
        return [first, single(other, around, [*others, first])]
    return _together(alike, around, others)


def _together(pair: Twins, around: Surroundings, others: list[FloatArray]) -> list[FloatArray]:
    """Return twin ways moved by the same steps, one step the other's mirror image if they are."""
    first, second = options(pair.one, around.unit), options(pair.other, around.unit)
    if pair.mirrored:
        seen = replace(pair.other, line=pair.other.line * MIRROR, spots=pair.other.spots * MIRROR)
        second = options(seen, around.unit)
        second = Options(second.lines * MIRROR, second.costs)
    costs = _costs(first, pair.one, around, others) + _costs(second, pair.other, around, others)
    costs += touching_costs(first.lines, second.lines, around.unit)
    best = int(np.argmin(np.round(costs, 6)))
    return [first.lines[best], second.lines[best]]


def single(way: Way, around: Surroundings, others: list[FloatArray]) -> FloatArray:
    """Return the place `(n, 2)` px of one arrow, the cheapest of its options."""
    places = options(way, around.unit)
    return cheapest(places, _costs(places, way, around, others))


def cheapest(places: Options, costs: FloatArray) -> FloatArray:
    """Return the place `(n, 2)` px that costs least; the earliest of equals."""
    return np.asarray(places.lines[int(np.argmin(np.round(costs, 6)))])


def _costs(places: Options, way: Way, around: Surroundings, others: list[FloatArray]) -> FloatArray:
    """Return what all places of an arrow cost, `(c,)`."""
    costs = places.costs + hiding_costs(places.lines, around, turning=False)
    costs = costs + crowding_costs(places.lines, others, around.unit)
    return costs + stopping_costs(places.lines, around) if way.kind == "press" else costs
