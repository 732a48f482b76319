"""What happens to a painted muscle: dense fibres, open ones with pulled ends, or dots where it is pressed.

The lines follow the atlas's grain on the skin, so they bend with the body.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

import numpy as np
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
    "stretches": 22.0,
    "moves": 26.0,
    "rests": 26.0,
}  # px between fibres, if FULL px long
FULL, LEAST_SCALE = 1000.0, 0.75  # px; smaller pictures have finer lines, to this share
BEDS = 1000  # bands that fit into one bed's numbers
NARROW = 9.0  # px; a wider bed shows one fibre at least
SMOOTH = 5.0  # grid points along a fibre
SHORTEST = 16.0  # px
TOLERANCE = 1.0  # px
SHY = 2  # grid points a fibre ends before the patch does
BARB = 26.0  # px, length of the barbs that show a pulled end, if FULL px long
BARB_SHARE = 0.34  # of a fibre's length that its barbs have at most; on a shorter one they would be a knot
APART = 3.2  # times the barb's length between fibres with barbs: two heads side by side are a knot
SPREAD = 0.62  # radians between a barb and its fibre
LOOK = 6  # grid points that tell the direction of an end
DOT_GAP = 17.0  # px between dots
DOT = 0.5  # px; a dot is a line this short with round caps


def fibre_drafts(pixels: Pixels, body: Body, muscles: Sequence[Muscle], mask: BoolArray) -> list[Draft]:
    """Return the lines or dots on the patch of muscles of one action; `mask` has every STEP-th point."""
    action = muscles[0].action
    if action == "releases":
        return [Draft("f-dots", (), exact=open_lines(dots(mask)))]
    if action not in GAPS:
        return []
    scale = float(np.clip(max(pixels.region.shape) / FULL, LEAST_SCALE, 1.0))
    gap, barb = GAPS[action] * scale, BARB * scale
    fibres = [fibre for muscle in muscles for fibre in muscle_fibres(pixels, body, muscle, mask, gap)]
    pulled = well_apart(fibres, barb) if action == "stretches" else []
    barbs = open_lines([line for fibre in pulled for line in barbed(fibre, barb)])
    lines = tuple(Path((fibre,), False) for fibre in fibres)
    return [Draft("f-fibre", lines, TOLERANCE, barbs)]


def muscle_fibres(
    pixels: Pixels, body: Body, muscle: Muscle, mask: BoolArray, gap: float
) -> Iterator[FloatArray]:
    """Yield the fibres `(n, 2)` px of one muscle, about `gap` px apart."""
    every = slice(None, None, STEP)
    grain = grain_of(body, muscle.name, muscle.side, pixels.rest[every, every][mask].astype(float))
    band = np.full(mask.shape, -1, dtype=np.int64)
    band[mask] = bands(grain, mask, gap)
    held = ndimage.binary_dilation(mask)
    for line in borders(band):
        smooth = ndimage.gaussian_filter1d(line * STEP, SMOOTH, axis=0, mode="nearest")[SHY:-SHY]
        inner = longest_within(smooth, held)
        if len(inner) > LOOK and length(inner) >= SHORTEST:
            yield inner


def longest_within(line: FloatArray, mask: BoolArray) -> FloatArray:
    """Return the longest piece of `line` (n, 2) px that the patch holds: none sticks out of it."""
    if not len(line):
        return line
    x, y = (line / STEP).round().astype(int).T
    held = mask[y.clip(0, mask.shape[0] - 1), x.clip(0, mask.shape[1] - 1)]
    runs, count = ndimage.label(held)
    if not count:
        return line[:0]
    return np.asarray(line[runs == np.bincount(runs)[1:].argmax() + 1])


def length(line: FloatArray) -> float:
    """Return how long `line` (n, 2) is."""
    return float(np.linalg.norm(np.diff(line, axis=0), axis=1).sum())


def well_apart(fibres: Sequence[FloatArray], barb: float) -> list[FloatArray]:
    """Return the longest fibres with room for ends of `barb` px that lie apart: they tell for all."""
    chosen: list[FloatArray] = []
    roomy = [fibre for fibre in fibres if BARB_SHARE * length(fibre) >= barb]
    for fibre in sorted(roomy, key=length, reverse=True):
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


def borders(band: IntArray) -> Iterator[FloatArray]:
    """Yield the open lines `(n, 2)`, in grid points, between neighbouring bands of one bed."""
    padded = np.pad(band, 1, constant_values=-1)
    up, level = np.zeros(padded.shape, dtype=np.int64), np.zeros(padded.shape, dtype=np.int64)
    up[:, 1:] = parted(padded[:, 1:], padded[:, :-1])
    level[1:] = parted(padded[1:], padded[:-1])
    for points, _ in walk_chains(Cracks(up, level)):
        yield (points - 1).astype(float)


def parted(one: IntArray, other: IntArray) -> BoolArray:
    """Return where two points lie in different bands of the same bed."""
    return np.asarray((one != other) & (one >= 0) & (other >= 0) & (one // BEDS == other // BEDS))


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
