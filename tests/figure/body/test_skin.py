"""Skinning: the surface follows the joints and keeps its shape."""

from __future__ import annotations

from typing import get_args

import numpy as np
import pytest

from generator.figure.body.belly import with_belly
from generator.figure.body.body import Body, load_body
from generator.figure.body.mesh import FloatArray
from generator.figure.body.skin import rough_skin, skin
from generator.model.pose import BodyName


@pytest.fixture(params=get_args(BodyName))
def body(request: pytest.FixtureRequest) -> Body:
    """Return each baked body in turn."""
    return load_body(str(request.param))


def still(body: Body) -> FloatArray:
    """Return transforms that leave the body at rest."""
    return np.tile(np.eye(4), (len(body.joints), 1, 1))


def bent(body: Body, joint: str, turn: FloatArray) -> FloatArray:
    """Return transforms that turn `joint` and all below it by the `(3, 3)` rotation."""
    transforms = still(body)
    start = body.joint(joint)
    moved = {start}
    for child, parent in enumerate(body.parent):
        if parent in moved:
            moved.add(child)
    for index in moved:
        transforms[index, :3, :3] = turn
        transforms[index, :3, 3] = body.head[start] - turn @ body.head[start]
    return transforms


BEND = np.array([[1.0, 0, 0], [0, 0, 1], [0, -1, 0]])  # 90 degrees about x: forward to up


def test_no_motion_gives_the_resting_body(body: Body) -> None:
    np.testing.assert_allclose(skin(body, still(body)), body.rest, atol=1e-9)


def test_the_whole_body_moves_as_one(body: Body) -> None:
    transforms = still(body)
    transforms[:, :3, 3] = [0.1, 0.2, 0.3]
    np.testing.assert_allclose(skin(body, transforms), body.rest + np.array([0.1, 0.2, 0.3]), atol=1e-9)


def test_bending_an_elbow_moves_only_that_arm(body: Body) -> None:
    moved = np.linalg.norm(skin(body, bent(body, "lowerarm01.L", BEND)) - body.rest, axis=1)
    assert moved[body.landmarks["left wrist"]] > 0.1
    assert moved[body.rest[:, 0] < 0.1].max() < 1e-3


def test_a_bent_knee_keeps_its_bulk(body: Body) -> None:
    transforms = bent(body, "lowerleg01.L", BEND.T)
    knee = body.head[body.joint("lowerleg01.L")]
    front = skin(body, transforms)[body.landmarks["left knee"]]
    rest = body.rest[body.landmarks["left knee"]]
    assert np.linalg.norm(front - knee) > 0.6 * np.linalg.norm(rest - knee)


def test_the_quick_skin_stays_near_the_finished_one(body: Body) -> None:
    transforms = bent(body, "upperleg01.R", BEND)
    assert np.abs(skin(body, transforms) - rough_skin(body, transforms)).max() < 0.03


def test_a_belly_drawn_in_moves_backward_and_nothing_else_does(body: Body) -> None:
    moved = with_belly(body, body.rest, still(body), 3.0) - body.rest
    depth = -moved[:, 2]
    assert depth.max() == pytest.approx(0.03, abs=0.006)
    assert np.all(moved[:, :2] == 0)
    limbs = [not name.startswith(("sp", "pelvis")) for name in body.joints]
    assert depth[np.array(limbs)[body.dominant]].max() == 0
