"""Each condition holds on a pose beyond its written limit and not on its near miss."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from generator.agreement.looks import Look
from generator.agreement.shown import PAIRED, WHOLE
from generator.figure import Measures
from generator.figure.measuring.measures import Carrier, Press
from generator.model.showing import CONDITIONS
from generator.model.things import Prop
from tests.agreement.planting import (
    AHEAD,
    LEFT,
    UP,
    holds,
    move,
    on_line,
    posed,
    put,
    put_both,
    put_out,
    standing,
    with_angle,
)

TURNS = {  # conditions about one angle: the angle, and 1 if more of it makes the condition more
    "low back arched": ("lumbar flexion", -1), "low back rounded": ("lumbar flexion", 1),
    "low back flat": ("lumbar flexion", -1), "low back neutral": ("lumbar flexion", 1),
    "back rounded": ("trunk flexion", 1), "upper back rounded": ("thoracic flexion", 1),
    "upper back straight": ("thoracic flexion", 1), "trunk twisted": ("trunk rotation", 1),
    "trunk turned": ("trunk rotation", -1), "trunk bent sideways": ("trunk side bend", -1),
    "ribs flared": ("thoracic flexion", -1), "chin level": ("head facing", -1),
    "chin lifted": ("head facing", 1), "chin tucked": ("cervical flexion", 1),
    "chin on the chest": ("cervical flexion", 1), "head in line": ("cervical rotation", -1),
    "head tipped back": ("cervical flexion", -1), "head hanging forward": ("cervical flexion", 1),
    "head turned": ("cervical rotation", -1), "head turned all the way": ("cervical rotation", 1),
    "head tilted": ("cervical side bend", 1), "face up": ("head facing", 1), "face down": ("head facing", -1),
    "shoulders shrugged": ("girdle elevation", 1), "shoulders pulled back hard": ("girdle protraction", -1),
    "shoulders rounded forward": ("girdle protraction", 1), "elbows locked": ("elbow flexion", 1),
    "elbows straight": ("elbow flexion", 1), "elbows bent": ("elbow flexion", 1),
    "elbows soft": ("elbow flexion", 1), "thighs past square": ("hip flexion", 1),
    "knees locked": ("knee flexion", 1), "knees straight": ("knee flexion", 1),
    "knees bent": ("knee flexion", 1), "squatting": ("knee flexion", 1),
    "leg turned out": ("hip rotation", 1),
}  # fmt: skip
POSES: dict[str, tuple[str, dict[str, Any], dict[str, Any]]] = {  # base, words that show it, a near miss
    "trunk upright": ("standing", {}, {"trunk": {"lean": "forward 25"}}),
    "trunk leaning forward": (
        "standing", {"trunk": {"lean": "forward 22"}}, {"trunk": {"lean": "forward 8"}}),
    "trunk leaning back": ("standing", {"trunk": {"lean": "backward 24"}}, {"trunk": {"lean": "forward 8"}}),
    "trunk leaning sideways": ("standing", {"trunk": {"lean": "left 20"}}, {"trunk": {"lean": "left 6"}}),
    "pelvis tipped forward": ("standing", {"pelvis": {"tip": 22}}, {"pelvis": {"tip": 8}}),
    "chin poked": ("sitting-on-chair", {"head": {"slide": "forward 4"}}, {"head": {"slide": "forward 1"}}),
    "elbows above the shoulders": (
        "standing", {"arms": {"upper": "out 3 up 1"}}, {"arms": {"upper": "out 3 down 1"}}),
    "arms above the shoulders": ("standing", {"arms": {"reach": "up"}}, {"arms": {"reach": "out"}}),
    "shoulders over elbows": ("forearm-kneeling", {}, {"arms": {"upper": "down 2 headward 1"}}),
    "palms together": (
        "standing", {"hands": {"join": "prayer", "from": "chest", "forward": 40}},
        {"arms": {"reach": "forward"}}),
    "hand on the chin": (
        "sitting-on-chair", {"contacts": {"left palm": "left chin", "right palm": "right chin"}}, {}),
    "hand on the knee or shin": ("sitting-on-chair", {"contacts": {"both palm": "own knee"}}, {}),
    "hand on the floor": ("hands-and-knees", {}, {"arms": {"reach": "up"}}),
    "hips over knees": ("hands-and-knees", {}, {"legs": {"hip": {"bend": 115}}}),
    "knees square": ("sitting-on-chair", {}, {"legs": {"shin": "down 2 forward 1"}}),
    "knees together": ("side-lying", {}, {"loosen": ["knees together"], "left_leg": {"hip": {"open": 40}}}),
    "feet under knees": ("sitting-on-chair", {}, {"legs": {"shin": "down 2 forward 1"}}),
    "heels down": ("standing", {}, {"contacts": {"both toes": "floor"}, "legs": {"ankle": {"point": 45}}}),
    "shins upright": ("sitting-on-chair", {}, {"legs": {"shin": "down 2 forward 1"}}),
    "hips level": ("standing", {}, {"pelvis": {"hike": "left 20"}}),
    "leg above the hip": (
        "hands-and-knees", {"legs": {"thigh": "footward 2 up 1"}},
        {"legs": {"thigh": "footward 2 down 1", "knee": 20}}),
}  # fmt: skip
PLANTS: dict[str, Callable[[Measures, float], Measures]] = {  # makes the measure as large as asked
    "chest still": lambda m, v: move(m, "chest", v),
    "belly sucked in": lambda m, v: put(m, "belly", "belly", AHEAD, -v),
    "all weight on the roller": lambda m, v: replace(m, carried=(Carrier("seat", "roller", "roller", v),)),
    "weight on the head": lambda m, v: replace(m, carried=(Carrier("head", "floor", "floor", v),)),
    "hands unloaded": lambda m, v: replace(m, carried=(Carrier("left hand", "floor", "floor", v),)),
    "hips in line": on_line,
    "knee on the floor": lambda m, v: replace(
        m, places={**m.places, "left knee joint": (0.0, v, 0.0), "right knee joint": (0.0, v, 0.0)}),
    "belly on the floor": lambda m, v: replace(m, places={**m.places, "belly": (0.0, v, 0.0)}),
    "ball on the spine": lambda m, v: replace(m, pressed=(Press("ball", "ball", "T5", "T6", v),)),
    "head lifted": lambda m, v: put(m, "head_back", "head_back", UP, v),
    "elbows close": lambda m, v: put_out(m, "elbow joint", "shoulder joint", v),
    "elbows drifted apart": lambda m, v: put_out(m, "elbow joint", "elbow joint", v / 2),
    "shoulders over wrists": lambda m, v: put_both(m, "wrist joint", "shoulder joint", AHEAD, v),
    "shoulder in the ear": lambda m, v: put_both(m, "shoulder", "ear", UP, -v),
    "hand on the head": lambda m, v: put_out(m, "palm", "head_side", v),
    "hand on the ankle": lambda m, v: put_out(m, "palm", "ankle", v),
    "hand on the elbow": lambda m, v: put(
        put(m, "left palm", "right elbow joint", UP, v), "right palm", "left elbow joint", UP, v),
    "shoulder lifted": lambda m, v: put_both(
        replace(m, places={**m.places, "left floor": (0.0, 0.0, 0.0), "right floor": (0.0, 0.0, 0.0)}),
        "shoulder joint", "floor", UP, v),
    "hips sagging": on_line,
    "hips above the line": lambda m, v: on_line(m, -v),
    "hips lifted": lambda m, v: put_both(m, "seat", "seat", UP, v),
    "hips still": lambda m, v: put_both(m, "hip joint", "hip joint", UP, v),
    "hips tipped": lambda m, v: put(m, "left hip joint", "left hip joint", UP, v),
    "hips pushed sideways": lambda m, v: put_both(m, "hip joint", "hip joint", LEFT, v),
    "hips on heels": lambda m, v: put_both(m, "seat", "heel", UP, v),
    "knees apart": lambda m, v: put(m, "left knee joint", "right knee joint", LEFT, v),
    "knee over toes": lambda m, v: put_both(m, "knee joint", "heel", LEFT, v),
    "foot in front": lambda m, v: put(m, "left heel", "right heel", AHEAD, v),
    "feet flat": lambda m, v: put_both(m, "heel", "heel", UP, v),
    "legs lifted": lambda m, v: put_both(m, "ankle joint", "ankle joint", UP, v),
}  # fmt: skip


def test_every_condition_is_measured_in_one_way() -> None:
    assert {name for name, shown in CONDITIONS.items() if not shown.paired} == set(WHOLE)
    assert {name for name, shown in CONDITIONS.items() if shown.paired} == set(PAIRED)


@pytest.mark.parametrize("name", sorted(TURNS))
def test_an_angle_beyond_its_limit_shows_a_condition_and_one_short_of_it_does_not(name: str) -> None:
    angle, way = TURNS[name]
    shown = CONDITIONS[name]
    inside = 1 if shown.bound == "over" else -1
    assert all(holds(name, with_angle(angle, way * (shown.limit + inside))))
    assert not any(holds(name, with_angle(angle, way * (shown.limit - inside))))


@pytest.mark.parametrize("name", sorted(POSES))
def test_a_pose_shows_a_condition_and_its_near_miss_does_not(name: str) -> None:
    base, words, miss = POSES[name]
    look, other = posed(base, words), posed(base, miss)
    assert all(holds(name, Look(look, look)))
    assert not all(holds(name, Look(other, other)))


@pytest.mark.parametrize("name", sorted(PLANTS))
def test_a_place_beyond_its_limit_shows_a_condition_and_one_short_of_it_does_not(name: str) -> None:
    shown, flat = CONDITIONS[name], replace(standing(), axes=standing().axes)
    inside = 1 if shown.bound == "over" else -1
    level = put(flat, "left hip joint", "left hip joint", UP, 0)
    assert all(holds(name, Look(PLANTS[name](level, shown.limit + inside), flat)))
    assert not any(holds(name, Look(PLANTS[name](level, shown.limit - inside), flat)))


def test_a_knee_ahead_of_the_toes_is_past_them_and_one_that_turns_in_falls_in() -> None:
    stand = standing()
    ahead = put_both(stand, "knee", "toes", AHEAD, 13)
    assert all(holds("knee past toes", Look(ahead, stand)))
    assert not any(holds("knee past toes", Look(put_both(stand, "knee", "toes", AHEAD, 6), stand)))
    inward = put_out(stand, "knee joint", "knee joint", -9)
    assert all(holds("knee falling in", Look(inward, stand)))
    assert not any(holds("knee falling in", Look(stand, stand)))


def test_heels_far_from_the_seat_are_too_far_away_for_a_bridge() -> None:
    lying = posed("lying-on-back-knees-bent", {})
    far = posed("lying-on-back-knees-bent", {"legs": {"shin": "footward 1 down 1"}})
    assert holds("feet too far away", Look(far, far)) == [True, True]
    upright = put_both(lying, "ankle joint", "knee joint", UP, -40)
    assert holds("feet too far away", Look(upright, lying)) == [False, False]


def test_eyes_follow_the_hand_they_look_at() -> None:
    look = posed("standing", {"left_arm": {"reach": "forward"}, "right_arm": {"reach": "backward 1 down 1"}})
    assert holds("left gaze follows hand", Look(look, look)) == [True]
    assert holds("right gaze follows hand", Look(look, look)) == [False]


def test_a_head_or_pelvis_that_turns_is_not_still() -> None:
    stand = standing()
    turned = posed("standing", {"head": {"turn": "left 30"}})
    assert holds("head still", Look(turned, stand)) == [False]
    assert holds("head still", Look(stand, stand)) == [True]
    spun = posed("standing", {"trunk": {"turn": "left 30"}})
    assert holds("hips turned", Look(spun, stand)) == [True]
    assert holds("hips turned", Look(stand, stand)) == [False]


@pytest.mark.parametrize(
    ("words", "top", "bottom", "true"),
    [
        ("roller at T4 to T8", "T6", "T10", True), ("roller at T4 to T8", "T9", "T12", False),
        ("roller above T1", "C7", "T3", True), ("roller above T1", "T1", "T4", False),
        ("roller below T12", "T11", "L1", True), ("roller below T12", "T8", "T12", False),
        ("roller at T4", "", "", False),
    ],
)  # fmt: skip
def test_a_roller_lies_where_the_words_have_it(words: str, top: str, bottom: str, true: bool) -> None:
    pressed = (Press("roller", "roller", top, bottom, 0.0),) if top else ()
    look = Look(replace(standing(), pressed=pressed), standing())
    assert holds(words, look) == [true]


def test_a_thing_is_as_thick_as_the_words_say() -> None:
    ball = {"ball": Prop.model_validate({"thick": 6.7})}
    assert holds("ball 6.7 cm thick", Look(standing(), standing(), ball)) == [True]
    assert holds("ball 13 cm thick", Look(standing(), standing(), ball)) == [False]
