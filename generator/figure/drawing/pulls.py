"""The arrow on a stretched muscle: along the middle of each piece of its patch, with a head at both ends."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from scipy import ndimage

from ..body.mesh import BoolArray, FloatArray, IntArray
from ..seeing.pixels import Pixels
from .contour import STEP, at, length

PULL = "f-pull"  # the class of a stretched muscle's arrows
BARB = 26.0  # px, length of the barbs that show a pulled end, in a large picture
BARB_SHARE = 0.34  # of a shaft's length that its barbs have at most; on a shorter one they would be a knot
BARB_BY_HALF = 1.6  # times half its piece's width a barb is long at most: a larger head leaves the muscle
LEAST_BARB = 12.0  # px; smaller ones are specks
LONG = 1.7  # times as long as wide a piece is from which its arrow need not follow its fibres
BROAD = 15.0  # px, half the width of a piece that has room for fibres beside its arrow
INSET = 0.07  # share of a piece's points that lie beyond either end of its arrow
SHORT = 0.7  # share of the longest arrow's length below which another only crowds it
APART = 1.0  # times a barb's length between two arrows
SHAFT_POINTS = 24  # of an arrow; smaller pieces have none
SPREAD = 0.62  # radians between a barb and its shaft
LOOK = 6  # points of a shaft that tell the direction of an end


@dataclass(frozen=True, eq=False)
class Piece:
    """One piece of a patch, such as its left half: its points `(n, 2)` px and the fibres that lie in it."""

    points: FloatArray
    fibres: tuple[FloatArray, ...]
    half: float  # px, half its width where it is widest

    @property
    def broad(self) -> bool:
        """Return whether there is room for fibres beside an arrow."""
        return self.half > BROAD


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
    lies = [int(at(pieces, fibre[len(fibre) // 2])) for fibre in fibres]
    depth = ndimage.distance_transform_edt(np.pad(owner, 1))[1:-1, 1:-1] * STEP
    return [
        Piece(
            np.argwhere(pieces == number)[:, ::-1].astype(float) * STEP,
            tuple(fibre for fibre, piece in zip(fibres, lies, strict=True) if piece == number),
            float(depth[pieces == number].max()),
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
    own = min(barb, BARB_SHARE * length(shaft), max(LEAST_BARB, BARB_BY_HALF * piece.half))
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


def barbed(fibre: FloatArray, long: float) -> Iterator[FloatArray]:
    """Yield the two barbs `(2, 2)` px, `long` px, at either end of a fibre: it is pulled outward."""
    for end, inner in ((fibre[0], fibre[LOOK]), (fibre[-1], fibre[-1 - LOOK])):
        back = np.arctan2(*(inner - end)[::-1])
        for turn in (-SPREAD, SPREAD):
            yield np.array([end, end + long * np.array([np.cos(back + turn), np.sin(back + turn)])])
