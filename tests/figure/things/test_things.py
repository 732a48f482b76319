"""Things lie where people would lay them: straps on the skin, mats under the body, the body on its roller."""

from __future__ import annotations

import numpy as np
import pytest
from pydantic import ValidationError

from generator.figure.body.body import load_body
from generator.figure.body.rotation import X, Y, Z
from generator.figure.body.sites import sites_of
from generator.figure.things.draping import draped
from generator.figure.things.props import Thing
from generator.figure.things.room import finder
from generator.figure.things.shapes import ball_centre, lying_turn
from generator.figure.things.solids import box, prism, rod, rounded, tube
from generator.model.things import Prop
from generator.model.words import MIDDLE_SPOTS, PAIRED_PARTS, PAIRED_SPOTS, SINGLE_PARTS
from tests.figure.frames import solved


def test_a_strap_goes_round_the_sole_and_not_through_it() -> None:
    body = load_body("woman")
    spots = sites_of(body).spots
    hands = body.rest[[spots["left palm"], spots["right palm"]]]
    sole = body.rest[spots["left sole"]]
    line = draped(body, body.rest, np.stack([hands[0], sole, hands[1]]), 0.01)
    assert np.allclose(line[[0, -1]], hands)
    assert line[:, 1].min() < body.rest[:, 1].min() + 0.002
    feet = body.rest[body.rest[:, 1] < 0.05]
    away = np.linalg.norm(line[:, None] - feet[None], axis=2).min(axis=1)
    assert away[line[:, 1] < 0.04].min() > 0.005


def test_a_mat_turns_with_a_body_that_lies_across_it() -> None:
    headward = np.array([0.0, 0.0, -1.0])
    assert np.allclose(lying_turn(headward, np.array([0.05, 0.1, -0.7])), np.eye(3))
    across = np.array([0.7, 0.0, 0.0])
    assert np.allclose(lying_turn(headward, across) @ headward, [1, 0, 0])
    assert np.allclose(lying_turn(headward, Y * 0.7), np.eye(3))


def test_a_body_lies_on_the_middle_of_a_roller_along_it() -> None:
    frame = solved("lying-along-roller", A={"arms": {"upper": "out 3 down 1"}})["A"]
    for part in ("back_of_head", "upper_back", "tailbone"):
        middle = sites_of(frame.body).part(part)[0].middle
        assert abs(frame.vertices[middle, 0]) < 0.015


def test_a_ball_on_one_spot_lies_on_the_skin_and_not_in_it() -> None:
    body = load_body("woman")
    blade = "right shoulder_blade"
    prop = Prop(thick=6.7, between=(blade, blade))
    ball = Thing("ball", "ball", prop, np.zeros(3), np.eye(3), 0.0, -Z)
    middle = ball_centre(ball, finder(body, body.rest), 0.0335)
    away = np.linalg.norm(body.rest - middle, axis=1).min()
    assert 0.028 < away < 0.045
    assert middle[2] < body.rest[sites_of(body).spots[blade], 2]


PLACES = {f"right {name}" for name in (*PAIRED_SPOTS, *PAIRED_PARTS)} | {*MIDDLE_SPOTS, *SINGLE_PARTS}


@pytest.mark.parametrize("place", sorted(PLACES))
def test_every_place_that_the_model_accepts_is_found_on_the_body(place: str) -> None:
    body = load_body("woman")
    assert Prop(between=(place, place)).between == (place, place)
    assert np.isfinite(finder(body, body.rest)(place)).all()


def test_a_thing_at_a_place_without_its_side_is_refused() -> None:
    with pytest.raises(ValidationError, match="say which side, as in 'left spine'"):
        Prop.model_validate({"between": ["right shoulder_blade", "spine"]})


def test_every_shape_faces_outward_so_that_fingers_find_its_skin() -> None:
    path = np.array([[0.0, 0.0, 0.0], [0.0, 0.1, 0.02], [0.0, 0.2, 0.0]])
    made = (
        tube("band", path, 0.01, "band"),
        rod("bar", path[0], path[2], 0.01, "wood"),
        box("box", path[0], np.ones(3), "wood"),
        rounded("ball", path[0], np.ones(3), "soft", 1.0),
        prism("bag", 0.3 * Y, (X, Z), -0.3 * Y, (X / 2, Z / 2), "soft"),
    )
    for solid in made:
        corners = solid.vertices[solid.faces] - solid.vertices.mean(axis=0)
        assert np.einsum("ij,ij->i", np.cross(corners[:, 0], corners[:, 1]), corners[:, 2]).sum() > 0
