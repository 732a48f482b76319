"""Hands look calm: fingers lie together, close as one, and narrow gaps make no blots."""

from __future__ import annotations

from itertools import pairwise
from typing import get_args

import numpy as np
import pytest

from generator.figure.body.body import load_body
from generator.figure.body.hands import FINGERS, SHAPES, FingerPose, shape_hand
from generator.figure.body.mesh import FloatArray
from generator.figure.body.skeleton import skeleton_of
from generator.figure.posing.grip import farthest
from generator.figure.seeing.webs import webs
from generator.model.pose import BodyName

HALF_FINGER = 0.009  # m
SCALE_AT_600 = 600 / 1.4  # px per metre of a picture that shows a person from the waist up
LINE_AT_600 = 5.0  # px, two lines and some paper between them


def shaped(shape: str, name: str = "woman") -> FingerPose:
    """Return a resting left hand in a shape."""
    body = load_body(name)
    turn = np.tile(np.eye(3), (len(body.joints), 1, 1))
    pose = FingerPose(skeleton_of(body), turn, body.head.copy())
    shape_hand(pose, "left", SHAPES[shape])
    return pose


def fingertips(shape: str) -> FloatArray:
    """Return the tips of the four fingers of a resting left hand in a shape, `(4, 3)` m."""
    pose = shaped(shape)
    return np.array([pose.tip(f"finger{finger}-3", "left") for finger in FINGERS])


def widest(shape: str) -> float:
    """Return the greatest distance in metres from the middle fingertip to its neighbours."""
    index, middle, ring, _ = fingertips(shape)
    return float(max(np.linalg.norm(index - middle), np.linalg.norm(ring - middle)))


@pytest.mark.parametrize("shape", ["flat", "relaxed", "wrap", "cup"])
def test_only_a_spread_hand_spreads_its_fingers(shape: str) -> None:
    assert widest(shape) < 0.022 < 0.030 < widest("spread")


@pytest.mark.parametrize("body", get_args(BodyName))
@pytest.mark.parametrize("shape", ["flat", "relaxed", "wrap", "cup"])
def test_the_thumb_stands_apart_from_the_index_finger(shape: str, body: str) -> None:
    pose = shaped(shape, body)
    ends = [pose.centre[pose.skeleton.joint(f"finger2-{k}", "left")] for k in (1, 2, 3)]
    index = np.array([*ends, pose.tip("finger2-3", "left")])
    along = np.linspace(0, 1, 20)[:, None]
    line = np.vstack([a + (b - a) * along for a, b in pairwise(index)])
    gap = np.linalg.norm(line - pose.tip("finger1-3", "left"), axis=1).min() - 2 * HALF_FINGER
    assert gap * SCALE_AT_600 > LINE_AT_600


def test_a_finger_stops_before_what_it_meets() -> None:
    assert farthest(np.array([False, False, False, True, True]), 1) == 2
    assert farthest(np.array([False, False, True]), 2) == 1
    assert farthest(np.array([False, False, False]), 1) == 2


def test_a_narrow_gap_between_fingers_closes_and_a_wide_one_stays() -> None:
    limb = np.zeros((60, 80), dtype=bool)
    limb[10:50, 10:20] = limb[10:50, 24:34] = limb[10:50, 60:70] = True
    depth = np.where(limb, 1.0, 2.0)
    (rows, columns), (_, givers) = webs(limb, depth)
    assert len(rows) > 100
    assert set(columns) <= {20, 21, 22, 23}
    assert set(givers) == {19, 24}


def test_a_gap_is_not_closed_over_what_lies_in_front() -> None:
    limb = np.zeros((40, 40), dtype=bool)
    limb[5:35, 5:15] = limb[5:35, 18:30] = True
    (rows, _), _ = webs(limb, np.where(limb, 1.0, 0.5))
    assert not len(rows)
