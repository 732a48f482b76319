"""How deep points lie in boxes and bars, and what stays true where many planes are left out."""

import numpy as np
import pytest

from generator.figure.things.depth import boxed, inside_depth, nearest_faces, pieces
from generator.figure.things.solids import box, joined, rod

SEAT = box("seat", np.array([0.0, 0.4, 0.0]), np.array([0.4, 0.1, 0.4]), "wood")
LEG = rod("leg", np.array([0.0, 0.0, 0.0]), np.array([0.0, 0.35, 0.0]), 0.03, "wood")
STOOL = joined("stool", "wood", SEAT, LEG)


def test_each_plane_of_a_piece_is_known_once() -> None:
    assert [len(piece.planes) for piece in pieces(STOOL)] == [6, 38]
    assert pieces(STOOL) is pieces(STOOL)


def test_depths_are_those_to_the_nearest_face_of_any_piece() -> None:
    points = np.array([[0.0, 0.44, 0.0], [0.0, 0.2, 0.0], [0.0, 0.46, 0.1], [0.0, 0.8, 0.0]])
    depth, outward = nearest_faces(STOOL, points, 0.05)
    assert depth[[0, 2]] == pytest.approx([0.01, -0.01])
    assert depth[1] == pytest.approx(0.03, abs=2e-4)  # a bar has flat sides
    assert outward[0] == pytest.approx([0, 1, 0]) and depth[3] < -0.05


def test_leaving_points_out_changes_no_depth_within_reach() -> None:
    points = np.random.default_rng(1).uniform(-0.5, 0.8, (2000, 3))
    true, near = inside_depth(STOOL, points, np.inf), inside_depth(STOOL, points, 0.1)
    assert (true[true > -0.1] == near[true > -0.1]).all() and (near[true <= -0.1] <= -0.1).all()
    assert boxed(STOOL, points)[true > 0].all()
