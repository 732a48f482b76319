"""Masks and heights by slices do what general filters do, and pay only for what is marked."""

import numpy as np
import pytest
from scipy import ndimage

from generator.figure.seeing.masks import box_round, grown, highest, shrunk

CROSS = ndimage.generate_binary_structure(2, 1)
CHANCE = np.random.default_rng(4)
MASKS = [np.zeros((9, 12), bool), np.ones((9, 12), bool), CHANCE.random((40, 30)) > 0.4]


@pytest.mark.parametrize("rounds", [1, 3])
@pytest.mark.parametrize("mask", MASKS)
def test_masks_grow_and_shrink_by_diamonds(mask: np.ndarray, rounds: int) -> None:
    assert (grown(mask, rounds) == ndimage.binary_dilation(mask, CROSS, rounds)).all()
    assert (shrunk(mask, rounds) == ndimage.binary_erosion(mask, CROSS, rounds)).all()


def test_heights_are_those_of_a_square() -> None:
    heights = CHANCE.random((20, 31))
    assert (highest(heights, 2) == ndimage.maximum_filter(heights, 5)).all()


def test_a_box_stays_within_the_picture() -> None:
    mask = np.zeros((9, 12), bool)
    assert mask[box_round(mask, 3)].size == 0
    mask[1, 5] = True
    assert mask[box_round(mask, 3)].shape == (5, 7)
