"""What happens to a painted muscle: dense fibres, an arrow with two heads, or dots where it is pressed.

The lines follow the atlas's grain on the skin, so they bend with the body.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray
from scipy import ndimage

from ..anatomy.grain import Grain, grain_of
from ..anatomy.muscles import Action, Muscle
from ..body.body import Body
from ..body.mesh import BoolArray, FloatArray, IntArray
from ..seeing.pixels import Pixels
from .contour import STEP
from .drafts import Draft, Path
from .svg import open_lines
from .walks import Cracks, walk_chains

GAPS: Mapping[Action, float] = {
    "works": 15.0,
    "stretches": 28.0,
    "moves": 26.0,
    "rests": 26.0,
}  # px between fibres, if FULL px long
FULL, LEAST_SCALE = 1000.0, 0.75  # px; smaller pictures have finer lines, to this share
PULL = "f-pull"  # the class of a stretched muscle's arrows
BEDS = 1000  # bands that fit into one bed's numbers
NARROW = 9.0  # px; a wider bed shows one fibre at least
SMOOTH = 5.0  # grid points along a fibre
SHORTEST, SHORTEST_SEAM = 16.0, 8.0  # px; seams are cut where they cross
TOLERANCE = 1.0  # px
SHY = 2  # grid points a fibre ends before the patch does
BARB = 26.0  # px, length of the barbs that show a pulled end, if FULL px long
BARB_SHARE = 0.34  # of a fibre's length that its barbs have at most; on a shorter one they would be a knot
LEAST_BARB = 12.0  # px; smaller ones are specks
LONG = 1.7  # times as long as wide a piece is from which its arrow need not follow its fibres
BROAD = 15.0  # px, half the width of a piece that has room for fibres beside its arrow
SHORT = 0.7  # share of the longest arrow's length below which another only crowds it
APART = 1.0  # times a barb's length between two arrows
INSET = 0.07  # share of a piece's points that lie beyond either end of its arrow
SHAFT_POINTS = 24  # of an arrow; smaller pieces have none
SPREAD = 0.62  # radians between a barb and its fibre
LOOK = 6  # grid points that tell the direction of an end
DOT_GAP = 17.0  # px between dots
DOT = 0.5  # px; a dot is a line this short with round caps


@dataclass(frozen=True, eq=False)
class MuscleLines:
    """The lines on one muscle, `(n, 2)` px each: seams where its beds meet, and fibres; and where it is."""

    place: BoolArray
    seams: tuple[FloatArray, ...]
    fibres: tuple[FloatArray, ...]


def fibre_drafts(pixels: Pixels, body: Body, muscles: Sequence[Muscle], mask: BoolArray) -> list[Draft]:
    """Return the lines or dots on the patch of muscles of one action; `mask` has every STEP-th point."""
    action = muscles[0].action
    if action == "releases":
        return [Draft("f-dots", (), exact=open_lines(dots(mask)))]
    if action not in GAPS:
        return []
    scale = float(np.clip(max(pixels.region.shape) / FULL, LEAST_SCALE, 1.0))
    found = [muscle_lines(pixels, body, muscle, mask, GAPS[action] * scale) for muscle in muscles]
    fibres = [fibre for each in found for fibre in each.fibres]
    if action == "stretches":
        pieces = pieces_of(fibres, owners([each.place for each in found], pixels, mask))
        broad = [fibre for piece in pieces if piece.broad for fibre in piece.fibres]
        pulls = [line for pull in pull_arrows(pieces, BARB * scale) for line in pull]
        return [Draft("f-fibre", paths(broad), TOLERANCE), Draft(PULL, paths(pulls), TOLERANCE)]
    seams = [seam for each in found for seam in each.seams]
    return [Draft("f-fibre", paths([*seams, *fibres]), TOLERANCE)]


def paths(lines: Sequence[FloatArray]) -> tuple[Path, ...]:
    """Return open lines as paths of their own."""
    return tuple(Path((line,), False) for line in lines)


def muscle_lines(pixels: Pixels, body: Body, muscle: Muscle, mask: BoolArray, gap: float) -> MuscleLines:
    """Return the lines of one muscle on the patch of `mask`, its fibres about `gap` px apart."""
    every = slice(None, None, STEP)
    grain = grain_of(body, muscle.name, muscle.side, pixels.rest[every, every][mask].astype(float))
    bed, band = (np.full(mask.shape, -1, dtype=np.int64) for _ in range(2))
    bed[mask], band[mask] = grain.bed, bands(grain, mask, gap)
    held = ndimage.binary_dilation(mask)
    seams = (drawable(line, held, SHORTEST_SEAM) for line in borders(bed, np.zeros_like(bed)))
    fibres = (drawable(line[SHY:-SHY], held, SHORTEST) for line in borders(band, bed))
    return MuscleLines(bed >= 0, *(tuple(line for line in lines if len(line)) for lines in (seams, fibres)))


def drawable(line: FloatArray, held: BoolArray, shortest: float) -> FloatArray:
    """Return a line of grid points in px, smooth and inside the patch; none where it is too short to read."""
    if not len(line):
        return line
    smooth = ndimage.gaussian_filter1d(line * STEP, SMOOTH, axis=0, mode="nearest")
    inner = longest_within(smooth, held)
    return inner if len(inner) > 1 and length(inner) >= shortest else inner[:0]


def longest_within(line: FloatArray, mask: BoolArray) -> FloatArray:
    """Return the longest piece of `line` (n, 2) px that the patch holds: none sticks out of it."""
    if not len(line):
        return line
    runs, count = ndimage.label(at(mask, line))
    if not count:
        return line[:0]
    return np.asarray(line[runs == np.bincount(runs)[1:].argmax() + 1])


def at(grid: NDArray[Any], points: FloatArray) -> NDArray[Any]:
    """Return what a `grid` of every STEP-th point holds at `points` (…, 2) px."""
    x, y = np.moveaxis((points / STEP).round().astype(int), -1, 0)
    return np.asarray(grid[y.clip(0, grid.shape[0] - 1), x.clip(0, grid.shape[1] - 1)])


def length(line: FloatArray) -> float:
    """Return how long `line` (n, 2) is."""
    return float(np.linalg.norm(np.diff(line, axis=0), axis=1).sum())


@dataclass(frozen=True, eq=False)
class Piece:
    """One piece of a patch, such as its left half: its points `(n, 2)` px and the fibres that lie in it."""

    points: FloatArray
    fibres: tuple[FloatArray, ...]
    broad: bool  # whether there is room for fibres beside an arrow


def owners(places: Sequence[BoolArray], pixels: Pixels, mask: BoolArray) -> IntArray:
    """Return a number for each muscle and side the points of a patch belong to, 0 outside the patch."""
    left = pixels.rest[::STEP, ::STEP, 0] > 0
    found = np.zeros(mask.shape, dtype=np.int64)
    for number, place in enumerate(places):
        found[place & mask] = 2 * number + 1
    found[left & (found > 0)] += 1
    if not found.any():
        return mask.astype(np.int64)
    rows, columns = ndimage.distance_transform_edt(found == 0, return_distances=False, return_indices=True)
    return np.where(mask, found[rows, columns], 0)


def labelled(owner: IntArray) -> tuple[IntArray, int]:
    """Return the connected pieces of each owner, numbered from 1, and how many there are."""
    pieces, count = np.zeros(owner.shape, dtype=np.int64), 0
    for number in np.unique(owner[owner > 0]):
        own, more = ndimage.label(owner == number)
        pieces[own > 0] = own[own > 0] + count
        count += more
    return pieces, count


def pieces_of(fibres: Sequence[FloatArray], owner: IntArray) -> list[Piece]:
    """Return the pieces of a patch with their fibres, one muscle's and one side's each."""
    pieces, count = labelled(owner)
    owners = [int(at(pieces, fibre[len(fibre) // 2])) for fibre in fibres]
    depth = ndimage.distance_transform_edt(np.pad(owner, 1))[1:-1, 1:-1] * STEP
    return [
        Piece(
            np.argwhere(pieces == number)[:, ::-1].astype(float) * STEP,
            tuple(fibre for fibre, owner in zip(fibres, owners, strict=True) if owner == number),
            float(depth[pieces == number].max()) > BROAD,
        )
        for number in range(1, count + 1)
    ]


def pull_arrows(pieces: Sequence[Piece], barb: float) -> list[list[FloatArray]]:
    """Return the arrows of a patch's pieces, the longest first, without short ones and those at another."""
    found = sorted(
        (pull_arrow(piece, barb) for piece in pieces), key=lambda pull: -length(pull[0]) if pull else 0
    )
    kept: list[list[FloatArray]] = []
    for pull in filter(None, found):
        ways = [np.linalg.norm(pull[0][:, None] - other[0][None], axis=2).min() for other in kept]
        telling = not kept or length(pull[0]) > SHORT * length(kept[0][0])
        if telling and all(way > APART * barb for way in ways):
            kept.append(pull)
    return kept


def pull_arrow(piece: Piece, barb: float) -> list[FloatArray]:
    """Return an arrow's shaft and the barbs of its two heads, `(n, 2)` px: the muscle is pulled at both ends.

    It runs along the middle of the piece; a piece with no room for heads of LEAST_BARB has none.
    """
    if len(piece.points) < SHAFT_POINTS:
        return []
    shaft = middle_line(piece)
    own = min(barb, BARB_SHARE * length(shaft))
    return [shaft, *barbed(shaft, own)] if own >= LEAST_BARB else []


def middle_line(piece: Piece) -> FloatArray:
    """Return the parabola along the middle of a piece, INSET of its length from either end, `(n, 2)` px.

    It follows a long piece, and the fibres of one that is about as wide as long.
    """
    centre = piece.points.mean(axis=0)
    long, across = np.linalg.svd(piece.points - centre, full_matrices=False)[1:]
    axis = across[0] if long[0] > LONG * long[1] or not piece.fibres else run_of(piece.fibres)
    along = (piece.points - centre) @ axis
    aside = (piece.points - centre) @ [-axis[1], axis[0]]
    low, high = np.quantile(along, [INSET, 1 - INSET])
    steps = np.linspace(low, high, SHAFT_POINTS)
    bend = np.polyval(np.polyfit(along, aside, 2), steps)
    return np.asarray(centre + steps[:, None] * axis + bend[:, None] * np.array([-axis[1], axis[0]]))


def run_of(fibres: Sequence[FloatArray]) -> FloatArray:
    """Return the direction `(2,)` most fibres have, either way."""
    chords = np.array([fibre[-1] - fibre[0] for fibre in fibres])
    return np.asarray(np.linalg.svd(chords, full_matrices=False)[2][0])


def bands(grain: Grain, mask: BoolArray, gap: float) -> IntArray:
    """Return the numbers of the bands between fibres that the points of `mask` lie in, -1 for none."""
    share, bed = np.full(mask.shape, np.nan), np.full(mask.shape, -1)
    share[mask], bed[mask] = grain.share, grain.bed
    steep = np.hypot(*np.gradient(share))[mask]
    found = np.full(len(grain.share), -1, dtype=np.int64)
    for number in np.unique(grain.bed[grain.bed >= 0]):
        mine = grain.bed == number
        slope = steep[mine & np.isfinite(steep)]
        width = STEP / max(float(np.median(slope)), 1e-6) if len(slope) else 0.0  # px from side to side
        count = min(max(round(width / gap), 2 if width > NARROW else 1), BEDS - 1)
        found[mine] = number * BEDS + np.clip(grain.share[mine] * count, 0, count - 1).astype(np.int64)
    return found


def borders(parts: IntArray, within: IntArray) -> Iterator[FloatArray]:
    """Yield the open lines `(n, 2)`, in grid points, where two parts of one whole meet; -1 is no part."""
    part, whole = (np.pad(each, 1, constant_values=-1) for each in (parts, within))
    up, level = np.zeros(part.shape, dtype=np.int64), np.zeros(part.shape, dtype=np.int64)
    up[:, 1:] = parted(part[:, 1:], part[:, :-1]) & (whole[:, 1:] == whole[:, :-1])
    level[1:] = parted(part[1:], part[:-1]) & (whole[1:] == whole[:-1])
    for points, _ in walk_chains(Cracks(up, level)):
        yield (points - 1).astype(float)


def parted(one: IntArray, other: IntArray) -> BoolArray:
    """Return where two different parts lie side by side."""
    return np.asarray((one != other) & (one >= 0) & (other >= 0))


def barbed(fibre: FloatArray, long: float) -> Iterator[FloatArray]:
    """Yield the two barbs `(2, 2)` px, `long` px, at either end of a fibre: it is pulled outward."""
    for end, inner in ((fibre[0], fibre[LOOK]), (fibre[-1], fibre[-1 - LOOK])):
        back = np.arctan2(*(inner - end)[::-1])
        for turn in (-SPREAD, SPREAD):
            yield np.array([end, end + long * np.array([np.cos(back + turn), np.sin(back + turn)])])


def dots(mask: BoolArray) -> list[FloatArray]:
    """Return dots `(2, 2)` px in staggered rows over the patch."""
    inside = ndimage.binary_erosion(mask, iterations=SHY)
    rows, columns = (side * STEP for side in mask.shape)
    found = []
    for number, y in enumerate(np.arange(DOT_GAP / 2, rows, DOT_GAP * np.sqrt(3) / 2)):
        for x in np.arange(DOT_GAP / 2 * (1 + number % 2), columns, DOT_GAP):
            if inside[int(y) // STEP, int(x) // STEP]:
                found.append(np.array([[x, y], [x + DOT, y]]))
    return found
