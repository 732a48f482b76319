"""What happens to a painted muscle: dense fibres, an arrow with two heads, or dots where it is pressed.

The lines follow the atlas's grain on the skin, so they bend with the body.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from scipy import ndimage

from ..anatomy.grain import Grain, grain_of
from ..anatomy.muscles import Action, Muscle
from ..body.body import Body
from ..body.mesh import BoolArray, FloatArray, IntArray
from ..seeing.pixels import Pixels
from .contour import STEP, at, length
from .drafts import Draft, Path
from .edges import Edges
from .pulls import BARB, PULL, owners, pieces_of, pull_arrows
from .svg import open_lines
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
DOT_GAP = 17.0  # px between dots
DOT = 0.5  # px; a dot is a line this short with round caps


@dataclass(frozen=True, eq=False)
class MuscleLines:
    """The lines on one muscle, `(n, 2)` px each: seams where its beds meet, and fibres; and where it is."""

    place: BoolArray
    seams: tuple[FloatArray, ...]
    fibres: tuple[FloatArray, ...]


def fibre_drafts(
    pixels: Pixels, body: Body, muscles: Sequence[Muscle], mask: BoolArray, edges: Edges
) -> list[Draft]:
    """Return the lines or dots on the patch of muscles of one action; `mask` has every STEP-th point."""
    action = muscles[0].action
    if action == "releases":
        return [Draft("f-dots", (), exact=open_lines(dots(mask)))]
    if action not in GAPS:
        return []
    scale = fineness(max(pixels.region.shape))
    found = [muscle_lines(pixels, body, muscle, mask, GAPS[action] * scale) for muscle in muscles]
    fibres = [fibre for each in found for fibre in each.fibres]
    if action == "stretches":
        pieces = pieces_of(fibres, owners([each.place for each in found], pixels, mask))
        broad = [fibre for piece in pieces if piece.broad for fibre in piece.fibres]
        pulls = [line for pull in pull_arrows(pieces, BARB * scale) for line in pull]
        return [Draft("f-fibre", paths(broad), TOLERANCE), Draft(PULL, paths(pulls), TOLERANCE)]
    seams = [seam for each in found for seam in each.seams]
    bare = mask & edges.near & ~np.any([each.place for each in found], axis=0)
    fibres += edge_fibres(bare, edges, GAPS[action] * scale)
    return [Draft("f-fibre", paths([*seams, *fibres]), TOLERANCE)]


def fineness(long: float) -> float:
    """Return the share of their size that lines have in a picture whose longer side is `long` px."""
    return float(np.clip(long / FULL, LEAST_SCALE, 1.0))


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


def edge_fibres(bare: BoolArray, edges: Edges, gap: float) -> list[FloatArray]:
    """Return lines `gap` px apart along the body's edge, on what is painted there for a muscle behind it."""
    band = np.full(bare.shape, -1, dtype=np.int64)
    band[bare] = np.round(edges.far[bare] / gap)
    held = ndimage.binary_dilation(bare)
    lines = (drawable(line[SHY:-SHY], held, SHORTEST) for line in borders(band, np.zeros_like(band)))
    return [line for line in lines if len(line)]


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
