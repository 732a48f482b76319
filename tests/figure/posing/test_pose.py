"""Solved frames do what the writer asked, on real bodies."""

from __future__ import annotations

import numpy as np
import pytest

from generator.figure.body.sites import sites_of
from generator.figure.posing.freedom import INDEX
from generator.model.words import SIDES
from tests.figure.frames import base_poses, errors, joint, lowest, solved

CAT = {"low_back": {"round": "30"}, "upper_back": {"round": "35"}, "free": {"trunk": "60"}}


@pytest.mark.parametrize("base", sorted(base_poses()))
def test_every_base_pose_stands_without_error_for_both_bodies(base: str) -> None:
    for body in ("woman", "man"):
        assert errors(solved(base, body, A={})["A"]) == []


def test_cat_rounds_the_back_over_hands_and_knees_that_stay() -> None:
    frames = solved("hands-and-knees", A={}, B=CAT)
    for part in ("left palm", "right palm", "left knee", "right knee"):
        assert lowest(frames["B"], part) < 0.008
        middle = sites_of(frames["A"].body).part(part)[0].middle
        assert np.linalg.norm(frames["A"].vertices[middle] - frames["B"].vertices[middle]) < 0.02
    assert joint(frames["B"], "sp4")[1] > joint(frames["A"], "sp4")[1] + 0.03


def test_bridge_lifts_the_hips_into_one_line_and_keeps_the_feet() -> None:
    bridge = {"lift": ["seat"], "keep": ["body straight to knees"]}
    frames = solved("lying-on-back-knees-bent", A={}, B=bridge)
    chest, hip, knee = (joint(frames["B"], name) for name in ("sp6", "upperleg01.L", "lowerleg01.L"))
    to_hip, to_knee = (hip - chest)[1:], (knee - hip)[1:]
    cosine = to_hip @ to_knee / np.linalg.norm(to_hip) / np.linalg.norm(to_knee)
    assert np.degrees(np.arccos(cosine)) < 8
    assert joint(frames["B"], "pelvis")[1] > joint(frames["A"], "pelvis")[1] + 0.12
    assert lowest(frames["B"], "left sole") < 0.006
    assert errors(frames["B"]) == []


def test_a_hand_lies_on_the_spot_that_is_named() -> None:
    frames = solved("sitting-on-chair", A={}, B={"contacts": {"left palm": "right shoulder_front"}})
    spots = sites_of(frames["B"].body).spots
    palm, spot = (frames["B"].vertices[spots[name]] for name in ("left palm", "right shoulder_front"))
    assert np.linalg.norm(palm - spot) < 0.04


def test_the_head_turns_to_the_side_that_is_named() -> None:
    frames = solved(
        "sitting-on-chair", A={}, B={"head": {"turn": "left 50"}}, C={"head": {"turn": "right 50"}}
    )

    def facing(letter: str) -> float:
        frame = frames[letter]
        return float((frame.transforms[frame.body.joint("head")][:3, :3] @ np.array([0, 0, 1.0]))[0])

    assert facing("B") > 0.6
    assert facing("C") < -0.6


def test_a_frame_may_stand_on_a_base_of_its_own() -> None:
    frames = solved("standing", A={}, B={"base": "hands-and-knees"})
    assert joint(frames["A"], "head")[1] > 1.2
    assert joint(frames["B"], "head")[1] < 0.8
    assert {solid.name for solid in frames["B"].solids} == {"mat"}


def test_things_stay_where_they_are_from_frame_to_frame() -> None:
    frames = solved("lying-face-down", A={}, B={"lift": ["chest", "forehead"], "upper_back": {"arch": "12"}})
    pads = [next(solid for solid in frame.solids if solid.name == "pad") for frame in frames.values()]
    assert np.array_equal(pads[0].vertices, pads[1].vertices)


def test_the_same_figure_gives_the_same_vertices() -> None:
    first, second = (solved("hands-and-knees", A={}, B=CAT)["B"] for _ in range(2))
    assert np.array_equal(first.vertices, second.vertices)


def test_a_sentence_says_what_a_word_means_nothing_here() -> None:
    with pytest.raises(ValueError, match=r"frames\.A\.left_arm\.reach.*'headward' has no meaning upright"):
        solved("standing", A={"left_arm": {"reach": "headward"}})
    with pytest.raises(ValueError, match="no 'chair' among the props"):
        solved("standing", A={"contacts": {"left palm": "chair.seat"}})


@pytest.mark.parametrize("join", ["interlace", "prayer"])
def test_joined_hands_meet_in_front_of_the_middle_of_the_chest(join: str) -> None:
    hands = {"join": join, "from": "chest", "forward": 38, "up": 8}
    frame = solved("sitting-on-chair", A={"hands": hands})["A"]
    bends = [float(np.degrees(frame.state.x[INDEX[f"{side} elbow.bend"]])) for side in SIDES]
    assert abs(bends[0] - bends[1]) < 5
    spots = sites_of(frame.body).spots
    middle = np.mean([frame.vertices[spots[f"{side} palm"]] for side in SIDES], axis=0)
    assert abs(float(middle[0])) < 0.015


def test_hands_joined_over_a_pillow_are_posed() -> None:
    hands = {"join": "prayer", "from": "shoulders", "forward": 50}
    assert not errors(solved("side-lying", A={"hands": hands})["A"])
