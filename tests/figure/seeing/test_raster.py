"""Triangles become the right pixels, whatever their order."""

import numpy as np

from generator.figure.seeing.raster import NOTHING, rasterise

SQUARE = np.array([[0.0, 0, 1], [8, 0, 1], [8, 8, 1], [0, 8, 1]])
HALVES = np.array([[0, 1, 2], [0, 2, 3]])


def test_a_shared_edge_leaves_no_hole_and_no_pixel_outside() -> None:
    seen = rasterise(SQUARE + np.array([1, 1, 0]), HALVES, 10, 10)
    assert seen.covered.sum() == 64
    assert not seen.covered[0].any()
    assert not seen.covered[:, 9].any()


def test_the_nearer_face_wins_in_any_order() -> None:
    points = np.vstack([SQUARE, SQUARE * [0.5, 1, 0] + [0, 0, 0.2]])
    faces = np.vstack([HALVES, HALVES + 4])
    forward, backward = rasterise(points, faces, 8, 8), rasterise(points, faces[::-1], 8, 8)
    assert (forward.depth[:, :4] == 0.2).all()
    assert (forward.depth[:, 4:] == 1.0).all()
    assert (forward.depth == backward.depth).all()


def test_faces_that_cross_are_split_at_their_crossing() -> None:
    tilted = SQUARE.copy()
    tilted[:, 2] = tilted[:, 0] / 8  # from 0 on the left to 1 on the right
    level = SQUARE * [1, 1, 0] + [0, 0, 0.5]
    seen = rasterise(np.vstack([tilted, level]), np.vstack([HALVES, HALVES + 4]), 8, 8)
    assert (seen.face[:, :4] < 2).all()
    assert (seen.face[:, 4:] >= 2).all()


def test_values_are_interpolated_at_pixel_centres() -> None:
    seen = rasterise(SQUARE, HALVES, 8, 8)
    across = seen.interpolate(HALVES, SQUARE[:, :1])[..., 0]
    assert np.allclose(across, np.arange(8) + 0.5, atol=1e-5)


def test_what_lies_outside_the_picture_is_left_out() -> None:
    seen = rasterise(SQUARE + np.array([100, 0, 0]), HALVES, 8, 8)
    assert (seen.face == NOTHING).all()
