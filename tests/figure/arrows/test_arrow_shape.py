"""An arrow is one even curve with a head that goes on where its shaft ends."""

from __future__ import annotations

import numpy as np
import pytest

from generator.figure.arrows.arrow_shape import HEAD_LENGTH, TAIL, arrow_path

UNIT, RADIUS = 4.0, 200.0  # px
SHARPEST = np.radians(12.0)  # between neighbouring points of a shaft's side


def test_a_way_with_a_shaky_hand_becomes_an_even_arc() -> None:
    shaky = np.random.default_rng(7).normal(0.0, 2.0, 41)
    angle = np.linspace(0.0, np.pi * 0.75, 41)
    shaky[[0, -1]] = 0.0
    line = np.stack([np.cos(angle), np.sin(angle)], axis=1) * (RADIUS + shaky)[:, None]
    path = arrow_path(line, UNIT)
    side = path.pieces[0]
    way = np.diff(side, axis=0)
    turns = np.diff(np.unwrap(np.arctan2(way[:, 1], way[:, 0])))
    assert np.abs(turns).max() < SHARPEST
    assert np.linalg.norm(np.vstack(path.pieces) - line[-1], axis=1).min() < 0.5


def test_the_head_sits_on_the_end_of_the_shaft() -> None:
    line = np.stack([np.linspace(0.0, 300.0, 41), np.zeros(41)], axis=1)
    points = np.vstack(arrow_path(line, UNIT).pieces)
    shaft = points[np.abs(points[:, 1]) < HEAD_LENGTH * UNIT / 4]
    assert abs(shaft[:, 0].max() - 300.0) < 0.5
    assert not np.any((points[:, 0] > 300.0 - 0.8 * HEAD_LENGTH * UNIT) & (points[:, 0] < 299.0))


def test_a_shaft_swells_towards_its_head_and_is_even_between_two() -> None:
    line = np.stack([np.linspace(0.0, 600.0, 41), np.zeros(41)], axis=1)
    for both_ways, share in ((False, TAIL), (True, 1.0)):
        sides = arrow_path(line, UNIT, both_ways).pieces[0]
        wide = np.interp([150.0 if both_ways else 5.0, 450.0], sides[:, 0], np.abs(sides[:, 1]))
        assert wide[0] / wide[1] == pytest.approx(share, abs=0.05)
