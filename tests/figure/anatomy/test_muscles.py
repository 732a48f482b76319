"""Muscle patches: the right place on every body, and nowhere else."""

from __future__ import annotations

import re
from typing import get_args

import numpy as np
import pytest

from generator.figure import draw_body_map
from generator.figure.anatomy.charts import anatomy_of
from generator.figure.anatomy.muscles import JOINTS, PATCHES, coverage
from generator.figure.body.body import Body, load_body
from generator.figure.body.mesh import FloatArray, vertex_normals
from generator.figure.body.skeleton import skeleton_of
from generator.model.pose import BodyName
from tests.conftest import ROOT

VOCABULARY = ROOT / "content" / "muscles.yml"
TOWARD = {"back": (0.0, 0.0, -1.0), "front": (0.0, 0.0, 1.0), "side": (1.0, 0.0, 0.0)}


@pytest.fixture(params=get_args(BodyName))
def body(request: pytest.FixtureRequest) -> Body:
    """Return each baked body in turn."""
    return load_body(str(request.param))


def painted(body: Body, muscle: str, side: str = "left") -> FloatArray:
    """Return the shown rest vertices that the muscle covers, `(k, 3)`."""
    shown = body.rest[body.field > 0]
    return shown[coverage(body, muscle, side, shown) > 0.5]


def level(body: Body, muscle: str) -> FloatArray:
    """Return how far down the back the patch lies: 0 at C7, 1 at the dimples (S2)."""
    return anatomy_of(body).levels(painted(body, muscle)[:, 1])


def test_every_muscle_of_the_vocabulary_has_a_patch() -> None:
    ids = re.findall(r"^([a-z-]+):", VOCABULARY.read_text(encoding="utf-8"), flags=re.MULTILINE)
    assert set(ids) == set(PATCHES) - JOINTS


@pytest.mark.parametrize("muscle", sorted(PATCHES))
def test_a_patch_can_be_seen_from_where_it_says(body: Body, muscle: str) -> None:
    facing = vertex_normals(body.rest, body.faces) @ np.array(TOWARD[PATCHES[muscle].seen_from[0]])
    covered = coverage(body, muscle, "left", body.rest) > 0.5
    assert (covered & (facing > 0.3) & (body.field > 0)).sum() >= 8


@pytest.mark.parametrize("muscle", sorted(PATCHES))
def test_a_side_stays_on_its_side(body: Body, muscle: str) -> None:
    left, right = painted(body, muscle, "left"), painted(body, muscle, "right")
    assert left[:, 0].min() > -0.006
    assert right[:, 0].max() < 0.006
    assert abs(len(left) - len(right)) <= 0.15 * max(len(left), len(right)) + 4


@pytest.mark.parametrize(
    ("joint", "bone"),
    [("shoulder", "upperarm01"), ("elbow", "lowerarm01"), ("wrist", "wrist"), ("hip", "upperleg01"),
     ("knee", "lowerleg01"), ("ankle", "foot")],
)  # fmt: skip
def test_a_joint_lies_where_its_bone_ends(body: Body, joint: str, bone: str) -> None:
    centre = body.head[body.joint(f"{bone}.L")]
    away = (painted(body, f"{joint}-joint") - centre)[:, :2]  # as it is seen from the front
    assert np.linalg.norm(away.mean(axis=0)) < 0.05
    assert np.linalg.norm(away, axis=1).max() < 0.13


def test_the_buttock_never_reads_as_low_back(body: Body) -> None:
    assert level(body, "gluteus-maximus").min() > 1.0
    assert level(body, "erector-spinae-lumbar").max() < 1.1


def test_trapezius_parts_follow_each_other_down_the_spine(body: Body) -> None:
    middles = [np.median(level(body, f"{part}-trapezius")) for part in ("upper", "middle", "lower")]
    assert middles == sorted(middles)


def test_hamstrings_lie_behind_and_quadriceps_before_the_thigh_bone(body: Body) -> None:
    bone = body.head[[body.joint("upperleg01.L"), body.joint("lowerleg01.L")], 2].mean()
    assert np.median(painted(body, "hamstrings")[:, 2]) < bone < np.median(painted(body, "quadriceps")[:, 2])


def test_chest_and_belly_patches_never_reach_the_back(body: Body) -> None:
    for muscle in ("pectorals", "rectus-abdominis", "diaphragm"):
        assert painted(body, muscle)[:, 2].min() > 0


def test_grip_muscles_lie_on_the_palm_side_between_elbow_and_wrist(body: Body) -> None:
    elbow, wrist = anatomy_of(body).forearm
    along = wrist - elbow
    points = painted(body, "forearm-flexors") - elbow
    share = points @ along / (along @ along)
    assert share.min() > -0.02 and share.max() < 1.02
    palm = skeleton_of(body).hands["left"].palm
    assert np.median((points - share[:, None] * along) @ palm) > 0.01


def test_an_unknown_muscle_is_an_error(body: Body) -> None:
    with pytest.raises(KeyError):
        coverage(body, "funny-bone", "left", body.rest)


def test_a_muscle_that_nobody_can_paint_is_words_without_a_region() -> None:
    drawn = draw_body_map({"kneecap-tickler": "a muscle of another book", "calves": "calves"})
    assert 'data-muscle="calves"' in drawn.back
    assert "kneecap-tickler" not in drawn.front + drawn.back
