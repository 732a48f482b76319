"""Forward kinematics and the search behind a pose."""

from __future__ import annotations

import numpy as np

from generator.figure.body.body import load_body
from generator.figure.body.rotation import about, exponential, rotation_vector, twist
from generator.figure.body.sites import sites_of
from generator.figure.body.skeleton import Anchor
from generator.figure.posing.freedom import COUNT, INDEX, NAMES, ranges
from generator.figure.posing.goals import Angle, Habit, Rests
from generator.figure.posing.kinematics import stand
from generator.figure.posing.solver import State, System, solve
from generator.figure.things.surface import FLOOR

STRAIGHT = Anchor(np.eye(3), np.eye(3), np.eye(3))


def test_rotations_undo_each_other() -> None:
    vector = np.array([0.3, -0.8, 0.5])
    assert np.allclose(rotation_vector(exponential(vector)), vector)
    axis = np.array([0.0, 1.0, 0.0])
    assert np.isclose(twist(about(axis, 0.7), axis), 0.7)


def test_positive_angles_go_where_their_names_say() -> None:
    body = load_body("woman")

    def moved(name: str, watched: str) -> np.ndarray:
        x = np.zeros((2, COUNT))
        x[1, INDEX[name]] = 0.5
        centre = stand(body, STRAIGHT, x).centre[:, body.joint(watched)]
        return np.asarray(centre[1] - centre[0])

    assert moved("low_back.round", "head")[2] > 0.05
    assert moved("low_back.bend", "head")[0] > 0.05
    assert moved("left hip.bend", "foot.L")[2] > 0.1
    assert moved("right hip.open", "foot.R")[0] < -0.1
    assert moved("left knee.bend", "foot.L")[2] < -0.1
    assert moved("left shoulder.up", "upperarm01.L")[1] > 0.01


def test_many_poses_at_once_are_the_same_as_one_by_one() -> None:
    body = load_body("woman")
    x = np.random.default_rng(1).normal(scale=0.2, size=(3, COUNT))
    together = stand(body, STRAIGHT, x).centre
    assert all(np.allclose(stand(body, STRAIGHT, row).centre[0], together[i]) for i, row in enumerate(x))


def test_goals_are_met_within_the_ranges() -> None:
    body = load_body("woman")
    sole = sites_of(body).part("left sole")[0]
    start, ones = np.zeros(COUNT), np.ones(COUNT)
    bent = Angle("left knee.bend", np.radians(200), 0.01)
    goals = (Habit(start, ones, ones), bent, Rests(sole.vertices, FLOOR, 0.0))
    start[INDEX["place.y"]] = body.head[0][1]
    found = solve(body, State(start, STRAIGHT), goals)
    bounds = ranges()
    assert ((found.state.x >= bounds.lower - 1e-9) & (found.state.x <= bounds.upper + 1e-9)).all()
    assert np.isclose(np.degrees(found.state.x[NAMES.index("left knee.bend")]), 160)
    points = System(body, found.state.anchor, goals).scene(found.state.x[None]).at(sole.vertices)
    assert abs(points[0, :, 1].min()) < 0.002
