"""What happens to a painted muscle: dense fibres, open ones with pulled ends, or dots where it is pressed.

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
from .svg import Outline, open_lines
from .walks import Cracks, walk_chains

GAPS: Mapping[Action, float] = {
    "works": 15.0,
    "stretches": 28.0,
    "moves": 26.0,
    "rests": 26.0,
}  # px between fibres, if FULL px long
FULL, LEAST_SCALE = 1000.0, 0.75  # px; smaller pictures have finer lines, to this share
BEDS = 1000  # bands that fit into one bed's numbers
NARROW = 9.0  # px; a wider bed shows one fibre at least
SMOOTH = 5.0  # grid points along a fibre
SHORTEST, SHORTEST_SEAM = 16.0, 8.0  # px; seams are cut where they cross
TOLERANCE = 1.0  # px
SHY = 2  # grid points a fibre ends before the patch does
BARB = 26.0  # px, length of the barbs that show a pulled end, if FULL px long
BARB_SHARE = 0.34  # of a fibre's length that its barbs have at most; on a shorter one they would be a knot
LEAST_BARB = 12.0  # px; smaller ones are specks
APART = 4.5  # times the barb's length between fibres with barbs: two heads side by side are a knot
SPREAD = 0.62  # radians between a barb and its fibre
LOOK = 6  # grid points that tell the direction of an end
DOT_GAP = 17.0  # px between dots
DOT = 0.5  # px; a dot is a line this short with round caps


@dataclass(frozen=True, eq=False)
class MuscleLines:
    """The lines on one muscle, `(n, 2)` px each: seams where its beds meet, and fibres."""

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
        return [Draft("f-fibre", paths(fibres), TOLERANCE, pulled_ends(fibres, mask, BARB * scale))]
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
    return MuscleLines(*(tuple(line for line in lines if len(line)) for lines in (seams, fibres)))


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


def by_piece(fibres: Sequence[FloatArray], mask: BoolArray) -> list[list[FloatArray]]:
    """Return the fibres that lie in each piece of a patch, such as its left and its right half."""
    pieces, count = ndimage.label(mask)
    owners = [int(at(pieces, fibre[len(fibre) // 2])) for fibre in fibres]
    return [
        [fibre for fibre, owner in zip(fibres, owners, strict=True) if owner == number]
        for number in range(1, count + 1)
    ]


def pulled_ends(fibres: Sequence[FloatArray], mask: BoolArray, barb: float) -> tuple[Outline, ...]:
    """Return barbs at the ends of some fibres of every piece of the patch, `barb` px where there is room."""
    lines: list[FloatArray] = []
    for piece in by_piece(fibres, mask):
        own = min(barb, BARB_SHARE * max((length(fibre) for fibre in piece), default=0.0))
        if own >= LEAST_BARB:
            lines += [line for fibre in well_apart(piece, mask, own) for line in barbed(fibre, own)]
    return open_lines(lines)


def well_apart(fibres: Sequence[FloatArray], mask: BoolArray, barb: float) -> list[FloatArray]:
    """Return the longest fibres with room for ends of `barb` px that lie apart: they tell for all.

    Those whose barbs stay inside the patch of `mask` are preferred; a narrow patch has none.
    """
    chosen: list[FloatArray] = []
    roomy = [fibre for fibre in fibres if len(fibre) > LOOK and BARB_SHARE * length(fibre) >= barb]
    inside = [fibre for fibre in roomy if all(at(mask, line[1]) for line in barbed(fibre, barb))]
    for fibre in sorted(inside or roomy, key=length, reverse=True):
        middle = fibre[len(fibre) // 2]
        if all(np.linalg.norm(other - middle, axis=1).min() >= APART * barb for other in chosen):
            chosen.append(fibre)
    return chosen


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
