"""Polylines to cubic Bezier curves: Schneider's fit (Graphics Gems, 1990), all lines of a picture at once."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from ..body.mesh import FloatArray, IntArray

TANGENT_REACH = 3  # points either side that tell a line's direction
REFINEMENTS = 2  # Newton steps that move the parameters before a piece is split
HOPELESS = 36.0  # times the squared tolerance: split at once
THIN_FROM = 12  # points; longer lines are fitted to every second point
SHORTEST = 4  # points; a piece this short is always accepted
HANDLE_RANGE = (0.05, 1.6)  # of the chord; outside it the least-squares handles are replaced by thirds


@dataclass(frozen=True, eq=False)
class _Lines:
    """All polylines end to end: points and tangents `(p, 2)`, running length `(p,)`."""

    points: FloatArray
    tangents: FloatArray
    length: FloatArray


@dataclass(frozen=True, eq=False)
class _Pieces:
    """The stretches `first … last` fitted in one round, and their points flattened with piece numbers."""

    first: IntArray
    last: IntArray
    piece: IntArray
    index: IntArray
    starts: IntArray


def fit_curves(lines: Sequence[FloatArray], tolerance: FloatArray) -> list[FloatArray]:
    """Return for each polyline (n, 2) px its Bezier pieces `(m, 4, 2)`, at most its `tolerance` px off."""
    if not len(lines):
        return []
    lines = [_thinned(line) for line in lines]
    counts = np.array([len(line) for line in lines], dtype=np.int64)
    ends = np.cumsum(counts)
    prepared = _prepare(np.vstack(lines), ends - counts, ends - 1)
    first, curves = _fit_all(prepared, ends - counts, ends - 1, tolerance)
    order = np.argsort(first, kind="stable")
    owner = np.searchsorted(ends, first[order], side="right")
    return [curves[order[owner == k]] for k in range(len(lines))]


def _thinned(line: FloatArray) -> FloatArray:
    """Return every second point of a line and its last one."""
    if len(line) < THIN_FROM:
        return line
    return line[np.r_[0 : len(line) - 1 : 2, len(line) - 1]]


def _prepare(points: FloatArray, first: IntArray, last: IntArray) -> _Lines:
    """Return the lines with tangents from a symmetric window, wrapped round where a line is closed."""
    counts = last - first + 1
    low, high = np.repeat(first, counts), np.repeat(last, counts)
    closed = np.repeat(np.abs(points[first] - points[last]).sum(axis=1) < 1e-6, counts)
    here = np.arange(len(points))
    tangent = np.zeros_like(points)
    for reach in range(1, TANGENT_REACH + 1):
        span = np.maximum(high - low, 1)
        ahead = np.where(closed, low + (here + reach - low) % span, np.minimum(here + reach, high))
        behind = np.where(closed, low + (here - reach - low) % span, np.maximum(here - reach, low))
        tangent += points[ahead] - points[behind]
    tangent /= np.maximum(np.linalg.norm(tangent, axis=1, keepdims=True), 1e-9)
    steps = np.linalg.norm(np.diff(points, axis=0, prepend=points[:1]), axis=1)
    return _Lines(points, tangent, np.cumsum(steps))


def _fit_all(
    lines: _Lines, first: IntArray, last: IntArray, tolerance: FloatArray
) -> tuple[IntArray, FloatArray]:
    """Return first point and control points of every accepted piece, splitting until all are accepted."""
    real = lines.length[last] - lines.length[first] > 1e-9
    first, last, limit = first[real], last[real], tolerance[real] ** 2
    starts, curves = [first[:0]], [np.zeros((0, 4, 2))]
    while len(first):
        pieces = _flatten(first, last)
        controls, error, worst = _fit_round(lines, pieces, limit)
        done = (error < limit) | (last - first + 1 <= SHORTEST)
        starts.append(first[done])
        curves.append(controls[done])
        split = np.clip(worst, first + 2, last - 2)[~done]
        first, last = np.concatenate([first[~done], split]), np.concatenate([split, last[~done]])
        limit = np.tile(limit[~done], 2)
    return np.concatenate(starts), np.concatenate(curves)


def _flatten(first: IntArray, last: IntArray) -> _Pieces:
    """Return the pieces with every one of their points listed."""
    counts = last - first + 1
    starts = np.cumsum(counts) - counts
    piece = np.repeat(np.arange(len(first)), counts)
    return _Pieces(first, last, piece, np.arange(counts.sum()) - starts[piece] + first[piece], starts)


def _fit_round(lines: _Lines, pieces: _Pieces, limit: FloatArray) -> tuple[FloatArray, FloatArray, IntArray]:
    """Return controls, squared error and worst point of each piece, refined until below `limit` px²."""
    target = lines.points[pieces.index]
    start = lines.length[pieces.first][pieces.piece]
    span = (lines.length[pieces.last] - lines.length[pieces.first])[pieces.piece]
    u = (lines.length[pieces.index] - start) / np.maximum(span, 1e-9)
    controls = _handles(lines, pieces, target, u)
    error, worst = _errors(controls, pieces, target, u)
    for _ in range(REFINEMENTS):
        hopeful = np.flatnonzero((error > limit) & (error < HOPELESS * limit))
        if not len(hopeful):
            break
        some, near = _flatten(pieces.first[hopeful], pieces.last[hopeful]), _points_of(pieces, hopeful)
        u[near] = _newton(controls[hopeful][some.piece], target[near], u[near])
        better = _handles(lines, some, target[near], u[near])
        better_error, better_worst = _errors(better, some, target[near], u[near])
        gain = better_error < error[hopeful]
        kept = hopeful[gain]
        controls[kept], error[kept], worst[kept] = better[gain], better_error[gain], better_worst[gain]
    return controls, error, worst


def _points_of(pieces: _Pieces, chosen: IntArray) -> IntArray:
    """Return where the points of some pieces stand among those of all."""
    counts = (pieces.last - pieces.first + 1)[chosen]
    return np.repeat(pieces.starts[chosen] - (np.cumsum(counts) - counts), counts) + np.arange(counts.sum())


def _dot(one: FloatArray, other: FloatArray) -> FloatArray:
    """Return the dot product of each row of two arrays `(n, 2)`."""
    return np.asarray(one[:, 0] * other[:, 0] + one[:, 1] * other[:, 1])


def _bernstein(u: FloatArray) -> tuple[FloatArray, FloatArray, FloatArray, FloatArray]:
    """Return the four cubic Bernstein weights at `u`."""
    v = 1 - u
    once, twice = 3 * u * v, u * u
    return v * v * v, once * v, once * u, twice * u


def _handles(lines: _Lines, pieces: _Pieces, target: FloatArray, u: FloatArray) -> FloatArray:
    """Return the controls `(m, 4, 2)` whose handle lengths fit the points best in the least-squares sense."""
    p0, p3 = lines.points[pieces.first], lines.points[pieces.last]
    t0, t3 = lines.tangents[pieces.first], -lines.tangents[pieces.last]
    b0, b1, b2, b3 = (b[:, None] for b in _bernstein(u))
    at = pieces.piece
    a0, a3 = t0[at] * b1, t3[at] * b2
    rest = target - p0[at] * (b0 + b1) - p3[at] * (b2 + b3)
    pairs = ((a0, a0), (a0, a3), (a3, a3), (a0, rest), (a3, rest))
    c00, c01, c11, x0, x1 = (np.add.reduceat(_dot(one, other), pieces.starts) for one, other in pairs)
    det = c00 * c11 - c01 * c01
    chord = np.linalg.norm(p3 - p0, axis=1)
    safe = np.where(np.abs(det) < 1e-9, 1.0, det)
    alpha, omega = (x0 * c11 - x1 * c01) / safe, (c00 * x1 - c01 * x0) / safe
    low, high = HANDLE_RANGE[0] * chord, HANDLE_RANGE[1] * chord
    bad = (np.abs(det) < 1e-9) | (alpha < low) | (omega < low) | (alpha > high) | (omega > high)
    alpha, omega = np.where(bad, chord / 3, alpha), np.where(bad, chord / 3, omega)
    return np.stack([p0, p0 + t0 * alpha[:, None], p3 + t3 * omega[:, None], p3], axis=1)


def _evaluate(controls: FloatArray, u: FloatArray) -> FloatArray:
    """Return the point of each curve `(p, 4, 2)` at its own `u` (p,)."""
    b0, b1, b2, b3 = (b[:, None] for b in _bernstein(u))
    return np.asarray(controls[:, 0] * b0 + controls[:, 1] * b1 + controls[:, 2] * b2 + controls[:, 3] * b3)


def _errors(
    controls: FloatArray, pieces: _Pieces, target: FloatArray, u: FloatArray
) -> tuple[FloatArray, IntArray]:
    """Return the largest squared distance of each piece and the point where it occurs."""
    miss = _evaluate(controls[pieces.piece], u) - target
    off = _dot(miss, miss)
    largest = np.maximum.reduceat(off, pieces.starts)
    hit = np.flatnonzero(off >= largest[pieces.piece])[::-1]
    worst = np.zeros(len(pieces.first), dtype=np.int64)
    worst[pieces.piece[hit]] = pieces.index[hit]  # the first of equal ones is written last
    return largest, worst


def _newton(controls: FloatArray, target: FloatArray, u: FloatArray) -> FloatArray:
    """Return `u` after one Newton step towards the curve point nearest to each target."""
    off = _evaluate(controls, u) - target
    first = 3 * np.diff(controls, axis=1)
    second = 2 * np.diff(first, axis=1)
    v = (1 - u)[:, None]
    w = u[:, None]
    slope = first[:, 0] * v**2 + 2 * first[:, 1] * v * w + first[:, 2] * w**2
    bend = second[:, 0] * v + second[:, 1] * w
    top = _dot(off, slope)
    bottom = _dot(slope, slope) + _dot(off, bend)
    step = np.where(np.abs(bottom) < 1e-9, 0.0, top / np.where(np.abs(bottom) < 1e-9, 1.0, bottom))
    return np.clip(u - step, 0.0, 1.0)
