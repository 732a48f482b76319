"""Where an arrow goes: of many places near its true way, the one that hides and crowds least."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

import numpy as np
from scipy import ndimage

from ..body.mesh import BoolArray, FloatArray, IntArray
from .arrow_shape import CLEAR, HEAD_WIDTH, SHAFT, SHORTEST
from .ways import POINTS, Way

GRAIN = 4  # px of a picture to one cell that is looked at
PAPER = 240  # px of paper round the picture that arrows may use
SIDEWAYS = (0, 6, -6, 12, -12, 18, -18, 25, -25, 33, -33, 42, -42, 54, -54)  # px, shown, off the true way
SLIDES = (0.0, -0.15, 0.15, -0.3, 0.3, -0.45, 0.5, -0.6, 0.75, 1.0)  # of its length, along its way
LASTS = (1.0, 0.7, 0.5)  # shares of a way that its last part may be drawn of
PUSHES = (-0.8, -1.0, -1.2, -1.4, -1.6)  # the same for a straight arrow that comes from behind its part
TILTS = (0.0, 18.0, -18.0, 36.0, -36.0, 54.0, -54.0)  # degrees a pressing arrow may tilt
GAPS = (4, 8, 13, 19, 26, 34, 44)  # px, shown, between a pressing arrow and its spot
RISES = tuple(range(-40, 120, 4))  # px, shown, along its axis that a turn may be moved
HIDDEN, HIDDEN_WORST = 6.0, 4.0  # cost of a way that covers what matters throughout; of its worst point
ON_LINE, ON_BODY, IN_TURN = 3.2, 1.0, 0.2  # cost of lying on outlines, on the body, on it in a turn
ASIDE, ALONG, AWAY, LEFT_OUT = 0.016, 0.006, 0.022, 0.012  # cost of a shown px: aside, slid, apart, outside
UNTOLD = 0.006  # cost of a shown px of the way that is left out
TILTED, NO_GAP = 0.004, 3.0  # cost of a degree; of a tip on the body it should stop short of
CROWDED, APART = 4.0, 15.0  # cost of two arrows in one place; px, shown, from which they are two
WIDEST_BEND = np.radians(95.0)  # of an arrow whose way is too short and goes on
ONWARD = 40  # steps a way goes on
FEW_SPOTS = 24  # points of a part's skin that tell how near an arrow is
BENT_IN, BENT_OUT = (
    0.65,
    1.3,
)  # share of its length that a way's inner side must keep; most its outer may have


@dataclass(frozen=True, eq=False)
class Surroundings:
    """Pixels an arrow must not cover (face, hair, hands, target), the person, the outlines, and the window.

    `window` is left, top, width, height in px; `unit` the px that make one px shown small.
    """

    precious: BoolArray
    person: BoolArray
    lines: BoolArray
    window: tuple[int, int, int, int]
    unit: float

    @cached_property
    def off_precious(self) -> FloatArray:
        """Return the distance in px from what must not be covered, cell by cell, paper included."""
        return _distance(self.precious)

    @cached_property
    def off_person(self) -> FloatArray:
        """Return the distance in px from the person."""
        return _distance(self.person)

    @cached_property
    def off_lines(self) -> FloatArray:
        """Return the distance in px from outlines."""
        return _distance(self.lines)


@dataclass(frozen=True, eq=False)
class Options:
    """Places for one arrow `(c, n, 2)` px, and what each costs beside what it hides `(c,)`."""

    lines: FloatArray
    costs: FloatArray


def _distance(mask: BoolArray) -> FloatArray:
    """Return each cell's distance in px from `mask`, with paper all round."""
    high, wide = (-(-side // GRAIN) * GRAIN for side in mask.shape)
    padded = np.zeros((high, wide), dtype=bool)
    padded[: mask.shape[0], : mask.shape[1]] = mask
    cells = padded.reshape(high // GRAIN, GRAIN, wide // GRAIN, GRAIN).any(axis=(1, 3))
    cells = np.pad(cells, PAPER // GRAIN)
    if not cells.any():
        return np.full(cells.shape, np.inf)
    return np.asarray(ndimage.distance_transform_edt(~cells) * GRAIN)


def hiding_costs(lines: FloatArray, around: Surroundings, turning: bool) -> FloatArray:
    """Return what each of `lines` `(c, n, 2)` px covers, crowds or makes the picture grow by, `(c,)`."""
    half = _half_widths(lines.shape[1]) * around.unit
    near = _share(half + CLEAR * around.unit, _at(around.off_precious, lines))
    crossed = _share(half + around.unit, _at(around.off_lines, lines))
    on_body = _share(half, _at(around.off_person, lines)).mean(axis=1)
    out = _outside(lines, around) * LEFT_OUT / around.unit
    body = ON_BODY if not turning else IN_TURN
    line = ON_LINE if not turning else IN_TURN
    hidden = HIDDEN * near.mean(axis=1) + HIDDEN_WORST * near.max(axis=1)
    return np.asarray(hidden + line * crossed.mean(axis=1) + body * on_body + out)


def crowding_costs(lines: FloatArray, others: list[FloatArray], unit: float) -> FloatArray:
    """Return what it costs each of `lines` `(c, n, 2)` px to be near `others` `(n, 2)` px, `(c,)`."""
    cost = np.zeros(len(lines))
    for other in others:
        apart = np.linalg.norm(lines[:, :, None] - other[None, None, ::4], axis=3).min(axis=(1, 2))
        cost += CROWDED * np.clip(1 - apart / (APART * unit), 0, 1)
    return cost


def touching_costs(one: FloatArray, other: FloatArray, unit: float) -> FloatArray:
    """Return what it costs the twins `one` and `other` `(c, n, 2)` px to come near each other, `(c,)`."""
    ahead, facing = one[:, ::-4], other[:, ::-4]
    apart = np.linalg.norm(ahead[:, :, None] - facing[:, None], axis=3).min(axis=(1, 2))
    return np.asarray(CROWDED * np.clip(1 - apart / (APART * unit), 0, 1))


def _half_widths(count: int) -> FloatArray:
    """Return half the width of an arrow at each point of its way, `(n,)` px, shown."""
    half = np.full(count, SHAFT / 2)
    half[int(count * 0.75) :] = HEAD_WIDTH / 2 * 0.7
    half[-1] = 0.0
    return half


def _share(needed: FloatArray, distance: FloatArray) -> FloatArray:
    """Return how much of the `needed` distance is missing, 0 to 1."""
    return np.asarray(np.clip(1 - distance / np.maximum(needed, 1e-9), 0, 1))


def _at(cells: FloatArray, lines: FloatArray) -> FloatArray:
    """Return the cells' values below points `(…, 2)` px."""
    place: IntArray = np.floor((lines + PAPER) / GRAIN).astype(np.int64)
    high, wide = cells.shape
    return np.asarray(cells[place[..., 1].clip(0, high - 1), place[..., 0].clip(0, wide - 1)])


def _outside(lines: FloatArray, around: Surroundings) -> FloatArray:
    """Return how far in px each of `lines` reaches out of the window, `(c,)`."""
    left, top, width, height = around.window
    over = np.array([left, top]) - lines.min(axis=1), lines.max(axis=1) - [left + width, top + height]
    return np.asarray(sum(np.maximum(each, 0).sum(axis=1) for each in over))


def options(way: Way, unit: float) -> Options:
    """Return the places an arrow along `way` may take."""
    if way.kind == "press":
        return _pressing(way, unit)
    return _beside(way, unit)


def sliding(line: FloatArray, axis: FloatArray, unit: float, only_up: bool = False) -> Options:
    """Return the places of an arc that may only be moved along its axis (a unit vector)."""
    rises = np.array([rise for rise in RISES if rise >= 0 or not only_up]) * unit
    lines = line[None] + rises[:, None, None] * axis
    return Options(lines, ALONG * np.abs(rises) / unit)


def _beside(way: Way, unit: float) -> Options:
    """Return places beside a way and along it."""
    asides = np.array(SIDEWAYS) * unit
    kept, costs = [], []
    for share in LASTS if way.kind == "path" else (1.0,):
        length = max(share * way.length, min(SHORTEST * unit, way.length))
        for slide in SLIDES + (PUSHES if way.kind == "straight" else ()):
            piece = stretch(way.line, length, slide)
            lines, sound = _parallels(piece, asides)
            lines = _shortened(lines, max(BENT_OUT * length, _length(way.line)))
            kept.append(lines[sound])
            moved = ALONG * abs(slide) * length + UNTOLD * (way.length - length)
            costs.append((ASIDE * np.abs(asides) + moved)[sound] / unit)
    found, spots = np.concatenate(kept), way.spots[:: max(1, len(way.spots) // FEW_SPOTS)]
    apart = np.linalg.norm(found[:, ::4, None] - spots[None, None], axis=3).min(axis=(1, 2))
    return Options(found, np.concatenate(costs) + AWAY * apart / unit)


def _pressing(way: Way, unit: float) -> Options:
    """Return places from which an arrow points at the way's end and stops short of it."""
    spot, kept, costs = way.line[-1], [], []
    for tilt in TILTS:
        turn = np.radians(tilt)
        matrix = np.array([[np.cos(turn), -np.sin(turn)], [np.sin(turn), np.cos(turn)]])
        line = (way.line - spot) @ matrix.T
        along = line[0] / max(float(np.linalg.norm(line[0])), 1e-9)
        for gap in GAPS:
            kept.append(spot + line + along * gap * unit)
            costs.append(TILTED * abs(tilt) + AWAY * gap)
    return Options(np.stack(kept), np.array(costs))


def stopping_costs(lines: FloatArray, around: Surroundings) -> FloatArray:
    """Return what it costs each of `lines` `(c, n, 2)` px to end on the person, `(c,)`."""
    return np.asarray(NO_GAP * _share(np.array(3.0 * around.unit), _at(around.off_person, lines[:, -1])))


def stretch(line: FloatArray, length: float, slide: float) -> FloatArray:
    """Return `length` px of a way that ends where `line` ends, slid by a share of that length.

    Where the way is too short it goes on at both ends in the same bend.
    """
    total = _length(line)
    heading = np.unwrap(np.arctan2(*np.diff(line, axis=0).T[::-1]))
    most = WIDEST_BEND / length
    bend = float(np.clip((heading[-1] - heading[0]) / max(total, 1e-9), -most, most))
    reach = 2 * length
    ahead = line[-1] + _onward(float(heading[-1]), bend, reach)
    back = line[0] + _onward(float(heading[0]) + np.pi, -bend, reach)[::-1]
    longer = np.vstack([back, line, ahead])
    last = reach + total + max(length - total, 0.0) / 2 + slide * length
    along = np.r_[0.0, np.cumsum(np.linalg.norm(np.diff(longer, axis=0), axis=1))]
    stops = np.linspace(last - length, last, POINTS)
    return np.stack([np.interp(stops, along, longer[:, k]) for k in (0, 1)], axis=1)


def _onward(heading: float, bend: float, length: float) -> FloatArray:
    """Return steps of an arc from a `heading` in radians on, bent by radians per px, `(k, 2)` px."""
    step = length / ONWARD
    angles = heading + bend * step * np.arange(1, ONWARD + 1)
    return np.asarray(np.cumsum(np.stack([np.cos(angles), np.sin(angles)], axis=1) * step, axis=0))


def _parallels(line: FloatArray, asides: FloatArray) -> tuple[FloatArray, BoolArray]:
    """Return the curves `asides` px to the left of a way, so that an arc stays round its centre, `(c, n, 2)`,
    and which of them neither fold back nor shrink on the inner side of a bend.
    """
    way = np.gradient(line, axis=0)
    across = np.stack([way[:, 1], -way[:, 0]], axis=1)
    across /= np.maximum(np.linalg.norm(across, axis=1), 1e-9)[:, None]
    lines = line + asides[:, None, None] * across
    steps, true = np.diff(lines, axis=1), np.diff(line, axis=0)
    ahead = (steps * true).sum(axis=2).min(axis=1) > 0
    return lines, ahead & (_lengths(lines) >= BENT_IN * _length(line))


def _shortened(lines: FloatArray, longest: float) -> FloatArray:
    """Return `lines` `(c, n, 2)` with those that are longer than `longest` px cut at their start."""
    cut = lines.copy()
    for number, length in enumerate(_lengths(lines).tolist()):
        if length > longest:
            along = np.r_[0.0, np.cumsum(np.linalg.norm(np.diff(lines[number], axis=0), axis=1))]
            stops = np.linspace(length - longest, length, lines.shape[1])
            cut[number] = np.stack([np.interp(stops, along, lines[number, :, k]) for k in (0, 1)], axis=1)
    return cut


def _lengths(lines: FloatArray) -> FloatArray:
    """Return how long each of `lines` `(c, n, 2)` is, `(c,)` px."""
    return np.asarray(np.linalg.norm(np.diff(lines, axis=1), axis=2).sum(axis=1))


def _length(line: FloatArray) -> float:
    return float(np.linalg.norm(np.diff(line, axis=0), axis=1).sum())
