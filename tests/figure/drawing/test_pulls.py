"""A stretched muscle has one arrow along it, inside it, and a half that only crowds it has none."""

from __future__ import annotations

import numpy as np
import pytest

from generator.figure.body.mesh import BoolArray
from generator.figure.drawing.contour import STEP, at, length
from generator.figure.drawing.pulls import BARB, labelled, pieces_of, pull_arrows


def patch(*strips: tuple[slice, slice]) -> BoolArray:
    """Return a patch of some upright strips."""
    mask = np.zeros((120, 120), dtype=bool)
    for strip in strips:
        mask[strip] = True
    return mask


LONG = (slice(10, 90), slice(20, 35))
TWIN = (slice(10, 90), slice(70, 85))
SHORT = (slice(10, 40), slice(70, 85))
SPECK = (slice(10, 14), slice(70, 74))


def test_an_arrow_runs_along_its_piece_and_stays_inside() -> None:
    mask = patch(LONG)
    (pull,) = pull_arrows(pieces_of([], mask.astype(np.int64)), BARB)
    shaft = pull[0]
    assert at(mask, shaft).all()
    assert length(shaft) > 0.8 * 80 * STEP
    assert np.ptp(shaft[:, 1]) > 10 * np.ptp(shaft[:, 0])


@pytest.mark.parametrize(("other", "arrows"), [(TWIN, 2), (SHORT, 1), (SPECK, 1)])
def test_a_twin_has_an_arrow_of_its_own_and_a_short_piece_none(
    other: tuple[slice, slice], arrows: int
) -> None:
    pulls = pull_arrows(pieces_of([], patch(LONG, other).astype(np.int64)), BARB)
    assert len(pulls) == arrows


def test_two_muscles_side_by_side_are_two_pieces() -> None:
    owner = patch(LONG).astype(np.int64)
    owner[:, 28:][owner[:, 28:] > 0] = 2
    assert labelled(owner)[1] == 2
