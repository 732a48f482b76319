"""Chains joined straight through junctions into strokes, smoothed as one, and given back to their chains."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from scipy import ndimage

from ..body.mesh import BoolArray, FloatArray, IntArray
from ..seeing.assembly import HEAD_GAP
from ..seeing.masks import grown
from ..seeing.pixels import Pixels
from .trace import Chain, Kind

End = tuple[int, int]  # chain number and 0 for its start, 1 for its end
STRAIGHT_ON = -0.70  # cosine between two ends that still count as one line passing a junction
LOOK_ALONG = 14  # px that tell the direction of an end
COARSE, SMOOTH = 4.6, 2.2  # px, standard deviation on cloth and props; on hands, face and feet
TINTED = 16.0  # px, the same where only the tint of a far limb ends: no line hides its steps
BLEND = 15  # px over which one smoothing passes into the other
CORNER_REACH = 8  # px either side of a corner
CORNER = -0.30  # cosine between the two arms of a corner; less is a bend
PROP_CORNER = -0.86
TIE = 9  # decimals beyond which cosines count as equal, so that rounding errors move no corner
SNAP = 12  # px over which an end bends to the line it meets


@dataclass(frozen=True)
class Member:
    """One chain of a stroke and the stroke's points `first … last` that are its own."""

    chain: int
    reversed: bool
    first: int
    last: int


@dataclass(frozen=True, eq=False)
class Stroke:
    """A smooth line `(n, 2)` px with the kind of every step, its hard corners and which ends hang loose."""

    points: FloatArray
    kinds: IntArray
    corners: tuple[int, ...]
    closed: bool
    loose: tuple[bool, bool]
    members: tuple[Member, ...]


def join_strokes(chains: Sequence[Chain], pixels: Pixels) -> list[Stroke]:
    """Return the chains as smooth strokes that meet at their junctions."""
    partners = _partners(chains)
    fine = _fine_pixels(pixels)
    strokes = [_build(run, chains, fine) for run in _runs(len(chains), partners)]
    nodes = _node_places(strokes, chains)
    degrees = _degrees(chains)
    return [_settle(stroke, chains, nodes, degrees) for stroke in strokes]


def chain_points(strokes: Sequence[Stroke], count: int) -> list[FloatArray]:
    """Return the smoothed points of every chain in its own direction."""
    points: list[FloatArray] = [np.zeros((0, 2))] * count
    for stroke in strokes:
        for member in stroke.members:
            own = stroke.points[member.first : member.last + 1]
            points[member.chain] = own[::-1] if member.reversed else own
    return points


def _partners(chains: Sequence[Chain]) -> dict[End, End]:
    """Return which chain ends continue each other through their node."""
    at_node: dict[tuple[int, int], list[End]] = {}
    for number, chain in enumerate(chains):
        at_node.setdefault(chain.start, []).append((number, 0))
        at_node.setdefault(chain.end, []).append((number, 1))
    partners: dict[End, End] = {}
    for ends in at_node.values():
        for one, other in _pairs(ends, chains):
            partners[one], partners[other] = other, one
    return partners


def _pairs(ends: Sequence[End], chains: Sequence[Chain]) -> Iterator[tuple[End, End]]:
    """Yield the ends at one node that lie straight opposite each other, straightest first."""
    if len(ends) == 2 and ends[0][0] == ends[1][0]:
        yield ends[0], ends[1]
        return
    ways = {end: _direction(chains[end[0]], end[1]) for end in ends}
    options = sorted(
        (float(ways[a] @ ways[b]), a, b)
        for i, a in enumerate(ends)
        for b in ends[:i]
        if _class_of(chains[a[0]]) == _class_of(chains[b[0]]) and a[0] != b[0]
    )
    used: set[End] = set()
    for cosine, a, b in options:
        if cosine < STRAIGHT_ON and a not in used and b not in used:
            used |= {a, b}
            yield a, b


def _class_of(chain: Chain) -> int:
    """Return what may run on into what: tints and props keep to themselves."""
    kind = int(np.bincount(chain.kinds).argmax())
    return kind if kind in (Kind.TINT, Kind.PROP) else 0


def _direction(chain: Chain, end: int) -> FloatArray:
    """Return the unit direction in which `chain` leaves its node."""
    reach = min(LOOK_ALONG, len(chain.points) - 1)
    ahead = chain.points[reach] - chain.points[0] if end == 0 else chain.points[-1 - reach] - chain.points[-1]
    return np.asarray(ahead / max(float(np.linalg.norm(ahead)), 1e-9))


def _runs(count: int, partners: Mapping[End, End]) -> Iterator[list[End]]:
    """Yield each stroke as its chains, each with the end it is entered by."""
    seen: set[int] = set()
    for number in range(count):
        if number in seen:
            continue
        run = [_first_end(number, partners)]
        seen.add(run[0][0])
        while (onward := partners.get((run[-1][0], 1 - run[-1][1]))) and onward[0] not in seen:
            run.append(onward)
            seen.add(onward[0])
        yield run


def _first_end(number: int, partners: Mapping[End, End]) -> End:
    """Return where the stroke through chain `number` begins; anywhere if it is a ring."""
    here, visited = (number, 0), {number}
    while here in partners and partners[here][0] not in visited:
        chain, end = partners[here]
        visited.add(chain)
        here = (chain, 1 - end)
    return here


def _build(run: Sequence[End], chains: Sequence[Chain], fine: BoolArray) -> Stroke:
    """Return the smoothed stroke of one run, ends still on their pixel corners."""
    pieces: list[IntArray] = []
    kinds: list[IntArray] = []
    members, length = [], 0
    for number, end in run:
        points, steps = chains[number].points, chains[number].kinds
        if end == 1:
            points, steps = points[::-1], steps[::-1]
        pieces.append(points if not pieces else points[1:])
        kinds.append(steps)
        members.append(Member(number, end == 1, length, length + len(steps)))
        length += len(steps)
    raw, steps = np.concatenate(pieces).astype(float), np.concatenate(kinds)
    closed = bool((raw[0] == raw[-1]).all()) and len(raw) > 2
    if (steps == Kind.TINT).all():
        return Stroke(_gaussian(raw, TINTED, closed), steps, (), closed, (False, False), tuple(members))
    corners = _corners(raw, closed, PROP_CORNER if (steps == Kind.PROP).all() else CORNER)
    smooth = _smooth_between(raw, _smoothing_weight(raw, fine, steps), corners, closed)
    return Stroke(smooth, steps, corners, closed, (False, False), tuple(members))


def _fine_pixels(pixels: Pixels) -> BoolArray:
    """Return where hands, feet and face are seen, one pixel wider."""
    skin = pixels.figure & (pixels.material == 0) & (pixels.gap <= HEAD_GAP)
    return np.asarray(np.pad(grown(skin), 1))


def _smoothing_weight(raw: FloatArray, fine: BoolArray, kinds: IntArray) -> FloatArray:
    """Return 1 where a stroke takes the coarse smoothing, 0 where the fine one."""
    coarse = ~fine[raw[:, 1].astype(int) + 1, raw[:, 0].astype(int) + 1]
    prop = np.append(kinds == Kind.PROP, kinds[-1] == Kind.PROP)
    return np.asarray(ndimage.uniform_filter1d((coarse | prop).astype(float), BLEND, mode="nearest"))


def _corners(raw: FloatArray, closed: bool, threshold: float) -> tuple[int, ...]:
    """Return the indices of sharp corners, best of each neighbourhood."""
    if len(raw) <= 2 * CORNER_REACH + 1:
        return ()
    line = _gaussian(raw, 1.6, closed)
    ahead, behind = _beyond(line, closed), _beyond(line[::-1], closed)[::-1]
    arms = [side - line for side in (ahead, behind)]
    lengths = [np.maximum(np.linalg.norm(arm, axis=1), 1e-9) for arm in arms]
    cosine = (arms[0] * arms[1]).sum(axis=1) / (lengths[0] * lengths[1])
    if not closed:
        cosine[:CORNER_REACH] = cosine[-CORNER_REACH:] = -1.0
    cosine = np.round(cosine, TIE)
    best = ndimage.maximum_filter1d(cosine, 2 * CORNER_REACH + 1, mode="wrap" if closed else "nearest")
    found = np.flatnonzero((cosine > threshold) & (cosine == best))
    first = np.diff(found, prepend=-2 * CORNER_REACH) > CORNER_REACH
    return tuple(i for i in found[first].tolist() if 0 < i < len(line) - 1)


def _beyond(line: FloatArray, closed: bool) -> FloatArray:
    """Return the middle of the CORNER_REACH points after each point, round a ring or up to the end."""
    if closed:
        longer = np.concatenate([line[:-1], line[: CORNER_REACH + 1]])
    else:
        longer = np.concatenate([line, np.repeat(line[-1:], CORNER_REACH, axis=0)])
    sums = np.cumsum(np.concatenate([np.zeros((1, 2)), longer]), axis=0)
    return np.asarray(sums[CORNER_REACH + 1 :] - sums[1:-CORNER_REACH])[: len(line)] / CORNER_REACH


def _smooth_between(
    raw: FloatArray, weight: FloatArray, corners: tuple[int, ...], closed: bool
) -> FloatArray:
    """Return the line smoothed between its corners, which stay where they are."""
    if closed and not corners:
        return _blend(raw, weight, closed=True)
    if not closed:
        return _smooth_pieces(raw, weight, (0, *corners, len(raw) - 1))
    turn = corners[0]
    order = np.r_[turn : len(raw) - 1, 0 : turn + 1]
    stops = (*(corner - turn for corner in corners), len(raw) - 1)
    turned = _smooth_pieces(raw[order], weight[order], stops)
    out = np.empty_like(raw)
    out[order] = turned
    out[-1] = out[0]
    return out


def _smooth_pieces(raw: FloatArray, weight: FloatArray, stops: tuple[int, ...]) -> FloatArray:
    """Return `raw` smoothed piece by piece between the indices `stops`."""
    out = raw.copy()
    for first, last in pairwise(stops):
        if last > first + 1:
            part = slice(first, last + 1)
            out[part] = _blend(raw[part], weight[part], closed=False)
    return out


def _blend(raw: FloatArray, weight: FloatArray, closed: bool) -> FloatArray:
    """Return the mix of coarse and fine smoothing."""
    if (weight > 0.999).all():
        return _gaussian(raw, COARSE, closed)
    fine = _gaussian(raw, SMOOTH, closed)
    if (weight < 0.001).all():
        return fine
    return fine + (_gaussian(raw, COARSE, closed) - fine) * weight[:, None]


def _gaussian(line: FloatArray, sigma: float, closed: bool) -> FloatArray:
    """Return `line` (n, 2) smoothed; an open line keeps its ends, a closed one its closure."""
    count = len(line)
    if closed:
        ring = ndimage.gaussian_filter1d(line[:-1], min(sigma, count / 6), axis=0, mode="wrap")
        return np.vstack([ring, ring[:1]])
    sigma = min(sigma, (count - 1) / 3)
    if sigma < 0.3:
        return line
    reach = min(int(3 * sigma) + 1, count - 1)
    before = 2 * line[0] - line[reach:0:-1]
    after = 2 * line[-1] - line[-2 : -2 - reach : -1]
    longer = ndimage.gaussian_filter1d(np.vstack([before, line, after]), sigma, axis=0, truncate=3.0)
    return np.asarray(longer[reach : reach + count])


def _node_places(strokes: Sequence[Stroke], chains: Sequence[Chain]) -> dict[tuple[int, int], FloatArray]:
    """Return where smoothing has put the nodes that a stroke passes through."""
    places: dict[tuple[int, int], FloatArray] = {}
    for stroke in strokes:
        inner = stroke.members if stroke.closed else stroke.members[1:]
        for member in inner:
            chain = chains[member.chain]
            node = chain.end if member.reversed else chain.start
            places.setdefault(node, stroke.points[member.first])
    return places


def _degrees(chains: Sequence[Chain]) -> dict[tuple[int, int], int]:
    """Return how many chain ends meet at each node."""
    degrees: dict[tuple[int, int], int] = {}
    for chain in chains:
        for node in (chain.start, chain.end):
            degrees[node] = degrees.get(node, 0) + 1
    return degrees


def _settle(
    stroke: Stroke,
    chains: Sequence[Chain],
    places: Mapping[tuple[int, int], FloatArray],
    degrees: Mapping[tuple[int, int], int],
) -> Stroke:
    """Return `stroke` with its ends bent to the lines they meet and its loose ends marked."""
    if stroke.closed:
        return stroke
    first, last = stroke.members[0], stroke.members[-1]
    start = chains[first.chain].end if first.reversed else chains[first.chain].start
    end = chains[last.chain].start if last.reversed else chains[last.chain].end
    points = stroke.points.copy()
    reach = min(SNAP, len(points) - 1)
    fade = np.linspace(1, 0, reach + 1)[:, None]
    if start in places:
        points[: reach + 1] += (places[start] - points[0]) * fade
    if end in places:
        points[len(points) - reach - 1 :] += (places[end] - points[-1]) * fade[::-1]
    loose = (degrees[start] == 1, degrees[end] == 1)
    return Stroke(points, stroke.kinds, stroke.corners, False, loose, stroke.members)
