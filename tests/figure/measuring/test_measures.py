"""What is measured on a known pose is what a goniometer and a tape measure would say."""

from __future__ import annotations

import json
from dataclasses import asdict
from functools import lru_cache
from typing import Any

import pytest

from generator.figure import (
    MIDDLE_ANGLES,
    PAIRED_ANGLES,
    Measures,
    behind_head,
    change,
    distance,
    gaze_off,
    height,
    load,
    moved,
    own,
    own_travel,
    read_measures,
)
from generator.figure.measuring.frame import measure
from tests.figure.frames import solved


@lru_cache(maxsize=32)
def _measured(base: str, words: str) -> dict[str, Measures]:
    frames = solved(base, A={}, B=json.loads(words)) if words else solved(base, A={})
    return {letter: measure(posed) for letter, posed in frames.items()}


def start(base: str) -> Measures:
    """Return the measures of a base pose."""
    return _measured(base, "")["A"]


def pair(base: str, **words: Any) -> tuple[Measures, Measures]:
    """Return the measures of a base pose and of what some words make of it."""
    found = _measured(base, json.dumps(words))
    return found["A"], found["B"]


def test_every_angle_has_a_name_that_is_explained() -> None:
    named = {*MIDDLE_ANGLES, *(f"{side} {name}" for side in ("left", "right") for name in PAIRED_ANGLES)}
    assert set(start("standing").angles) == named


def test_standing_is_zero() -> None:
    m = start("standing")
    for name in ("hip flexion", "hip abduction", "knee flexion", "elbow flexion", "shoulder flexion"):
        assert abs(m.angles[f"left {name}"]) < 10, name
    assert m.angles["trunk rise"] > 85
    assert m.angles["left thigh rise"] < -85


def test_sitting_bends_hips_and_knees_by_a_right_angle() -> None:
    m = start("sitting-on-chair")
    for side in ("left", "right"):
        assert m.angles[f"{side} hip flexion"] == pytest.approx(90, abs=6)
        assert m.angles[f"{side} knee flexion"] == pytest.approx(90, abs=6)
        assert abs(m.angles[f"{side} thigh rise"]) < 6


SIGNS = [
    ({"low_back": {"round": "20"}}, "lumbar flexion", 20),
    ({"low_back": {"arch": "15"}}, "lumbar flexion", -15),
    ({"upper_back": {"turn": "left 20"}}, "thoracic rotation", 20),
    ({"upper_back": {"turn": "right 20"}}, "trunk rotation", -20),
    ({"low_back": {"bend": "right 12"}}, "lumbar side bend", -12),
    ({"head": {"turn": "left 40"}}, "cervical rotation", 40),
    ({"head": {"nod": "25"}}, "cervical flexion", 25),
    ({"head": {"tip_back": "25"}}, "cervical flexion", -25),
    ({"head": {"tilt": "right 20"}}, "cervical side bend", -20),
    ({"left_arm": {"reach": "up"}}, "left shoulder elevation", 170),
    ({"left_arm": {"reach": "forward"}}, "left shoulder flexion", 90),
    ({"right_arm": {"reach": "out"}}, "right shoulder abduction", 90),
    ({"right_arm": {"upper": "out", "fore": "up"}}, "right shoulder rotation", 90),
    ({"left_arm": {"upper": "out", "fore": "down"}}, "left shoulder rotation", -90),
    ({"left_arm": {"upper": "down", "bend": "90"}}, "left elbow flexion", 90),
    ({"right_leg": {"hip": {"bend": "60"}, "knee": "80"}}, "right hip flexion", 60),
    ({"right_leg": {"hip": {"extend": "15"}, "knee": "20"}}, "right hip flexion", -15),
    ({"right_leg": {"hip": {"open": "20"}}}, "right hip abduction", 20),
]  # fmt: skip


@pytest.mark.parametrize(("words", "angle", "degrees"), SIGNS)
def test_angles_have_the_sign_and_size_of_the_words(words: Any, angle: str, degrees: float) -> None:
    before, after = pair("standing", **words)
    assert after.angles[angle] == pytest.approx(degrees, abs=10)
    assert abs(change(before, after, angle)) > 8


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ({"left_arm": {"reach": "forward 2 out 1"}}, {"right_arm": {"reach": "forward 2 out 1"}}),
        (
            {"left_leg": {"hip": {"bend": "50", "open": "20"}}},
            {"right_leg": {"hip": {"bend": "50", "open": "20"}}},
        ),
    ],
)
def test_left_and_right_have_the_same_numbers(left: Any, right: Any) -> None:
    one, other = pair("standing", **left)[1], pair("standing", **right)[1]
    for name in PAIRED_ANGLES:
        if "plane" not in name:  # where a hanging arm goes is chance
            assert one.angles[f"left {name}"] == pytest.approx(other.angles[f"right {name}"], abs=3), name


def test_a_hand_on_the_floor_is_bent_back_and_carries() -> None:
    m = start("hands-and-knees")
    assert m.angles["left wrist extension"] > 60
    assert 5 < load(m, ["left hand"]) == pytest.approx(load(m, ["right hand"]), abs=3)


def test_loads_add_up_to_the_body() -> None:
    for base in ("standing", "sitting-on-chair", "lying-on-back-flat", "half-kneeling"):
        assert sum(each.load for each in start(base).carried) == pytest.approx(100, abs=6), base


def test_what_faces_up_and_what_is_carried_tell_how_a_body_lies() -> None:
    back, front, side = (start(base) for base in ("lying-on-back-flat", "lying-face-down", "side-lying"))
    assert back.angles["chest facing"] > 80 and front.angles["chest facing"] < -70
    assert abs(side.angles["chest facing"]) < 25 and abs(side.angles["trunk rise"]) < 15
    assert {"upper back", "seat"} <= {each.part for each in back.carried}
    assert {"chest", "belly"} & {each.part for each in front.carried}


def test_places_are_in_centimetres_above_the_floor_and_the_head_is_above_the_heart() -> None:
    m = start("standing")
    assert height(m, "left heel") < 6 and 140 < height(m, "eyes") < 160
    assert 20 < height(m, "eyes", "heart") < 45
    assert own(m, "left heel", "pelvis")[2] < -60 and own(m, "chin")[0] > own(m, "head_back")[0]
    assert own(m, "left palm")[1] > 10 > -10 > own(m, "right palm")[1]


def test_a_part_moves_by_what_was_asked() -> None:
    before, after = pair("sitting-on-chair", shift={"pelvis": "forward 6"})
    assert moved(before, after, "pelvis", "forward") == pytest.approx(6, abs=1)
    assert moved(before, after, "left heel") < 0.5
    still, slid = pair("sitting-on-chair", head={"slide": "forward 4"})
    assert own_travel(still, slid, "chin")[0] > 2 > abs(own_travel(still, slid, "chin")[1])


def test_eyes_and_hands_are_found() -> None:
    before, after = pair("sitting-on-chair", hands={"join": "interlace", "on": "left head_back"})
    assert behind_head(after, "left") and behind_head(after, "right") and after.joined == "interlace"
    assert not behind_head(before, "left")
    assert distance(after, "left palm", "right palm") < 15 < distance(before, "left palm", "right palm")
    look = pair("standing", left_arm={"reach": "left"}, head={"turn": "left 80"})[1]
    assert gaze_off(look, "left palm") < 35 < 90 < gaze_off(look, "right palm")


def test_a_roller_presses_on_vertebrae() -> None:
    (press,) = start("lying-over-roller").pressed
    assert press.kind == "roller" and press.top.startswith("T") and press.beside < 1
    assert start("lying-on-back-flat").pressed == ()


def test_measures_outlive_the_cache() -> None:
    m = start("hands-and-knees")
    assert read_measures(json.loads(json.dumps(asdict(m)))) == m
