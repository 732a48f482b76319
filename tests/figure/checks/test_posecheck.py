"""Faults that a reader would see are found, and only those."""

from __future__ import annotations

from typing import Any

import pytest

from generator.figure.body.body import load_body
from generator.figure.checks.posecheck import check_frames
from generator.figure.posing.pose import pose_frames
from generator.model.pose import FigureSpec
from tests.figure.frames import ALT, base_poses, figure_spec
from tests.figure.frames import found as checked


def found(base: str, **frame: Any) -> dict[str, str]:
    """Return the findings of one frame, by check."""
    return checked(figure_spec(base, A={}, B=frame), "B")


FLOOR_TOO_FAR = {"contacts": {"left palm": "floor"}, "trunk": {"lean": "forward 0"}, "legs": {"knee": "0"}}
HEAD_IN_AIR = {"contacts": {"back_of_head": {"on": "floor", "gap": "4"}}}
FAULTS = [
    ("standing", FLOOR_TOO_FAR, "contact left palm", "misses by"),
    ("standing", {"low_back": {"turn": "left 40"}}, "asked low_back.turn", "turned left' 15 (WP"),
    ("standing", {"legs": {"knee": "170"}}, "asked left knee.bend", "beyond the range 'knee bent' 160"),
    ("standing", {"left_arm": {"upper": "backward"}}, "joint left shoulder", "behind the trunk"),
    ("lying-on-back-knees-bent", HEAD_IN_AIR, "hover head", "above the support"),
    ("standing", {"head": {"turn": "left 3"}}, "still", "nothing moves"),
]


@pytest.mark.parametrize(("base", "frame", "check", "words"), FAULTS)
def test_faults_are_named(base: str, frame: dict[str, Any], check: str, words: str) -> None:
    findings = found(base, **frame)
    assert check in findings, findings
    assert words in findings[check]


def test_a_body_that_would_fall_is_found() -> None:
    findings = found("tall-kneeling", trunk={"lean": "forward 50"}, free={"pelvis": "1"})
    assert "outside the support" in findings.get("balance", ""), findings


def test_a_finding_can_be_silenced_with_a_reason() -> None:
    frames = {"A": {"alt": ALT}, "B": {"alt": ALT, "head": {"turn": "left 3"}}}
    silence = {"still": "The turn is meant to be this small."}
    spec = FigureSpec.model_validate({"base": "standing", "silence": silence, "frames": frames})
    assert checked(spec, "B") == {}


def test_a_text_that_names_the_other_side_is_noticed() -> None:
    raised = {"alt": "The right arm is lifted to the front.", "left_arm": {"reach": "forward"}}
    assert "only left arm or leg moves" in found("standing", **raised)["side"]
    assert "side" not in found("standing", **raised | {"alt": "The left arm is lifted to the front."})


def on_step(**frame: Any) -> dict[str, str]:
    """Return the findings of a frame with a step before a standing person, by check."""
    frames = {"A": {"alt": ALT}, "B": {"alt": ALT, **frame}}
    words = {"base": "standing", "props": {"step": {"forward": "30"}}, "frames": frames}
    return checked(FigureSpec.model_validate(words), "B")


def test_a_foot_beside_the_step_does_not_count_as_on_it() -> None:
    """As high as the step and beside it is in the air."""
    beside = {"right sole": {"on": "step.top", "forward": "0", "right": "60"}}
    findings = on_step(contacts=beside, free={"place": "5"})
    assert "beside the step.top; move it" in findings.get("contact right sole", ""), findings


def test_a_foot_on_the_step_is_on_it() -> None:
    findings = on_step(contacts={"right sole": "step.top"})
    assert "contact right sole" not in findings, findings


def test_a_conflict_names_the_way_and_the_other_wish() -> None:
    """The palm should be on the floor, and the trunk upright, and the legs straight."""
    message = found("standing", **FLOOR_TOO_FAR)["contact left palm"]
    assert "cm down" in message
    assert "pulls against it" in message or "out of reach" in message


def test_a_body_that_would_fall_is_told_which_way_to_go() -> None:
    findings = found("tall-kneeling", trunk={"lean": "forward 50"}, free={"pelvis": "1"})
    assert "shift the pelvis backward" in findings["balance"]


def test_a_key_that_silences_nothing_is_told() -> None:
    frames = {"A": {"alt": ALT}, "B": {"alt": ALT, "head": {"turn": "left 3"}}}
    spec = FigureSpec.model_validate({"base": "standing", "silence": {"nonsense": "why"}, "frames": frames})
    assert "nothing is called 'nonsense'" in checked(spec, "")[""]


def test_a_big_ball_lies_on_the_floor_and_carries_on_its_top() -> None:
    body = {
        "contacts": {"seat": "ball.top", "both sole": {"on": "floor", "forward": "40"}},
        "legs": {"hip": {"bend": "85"}, "knee": "90"},
    }
    spec = FigureSpec.model_validate(
        {"base": "standing", "props": {"ball": {"thick": "56"}}, "frames": {"A": {"alt": ALT, **body}}}
    )
    frames = pose_frames(spec, base_poses(), load_body("woman"))
    solid = next(each for each in frames[0].solids if each.name == "ball")
    assert abs(float(solid.vertices[:, 1].min())) < 0.005
    assert abs(float(solid.vertices[:, 1].max()) - 0.56) < 0.005
    assert not [each for each in check_frames(spec, frames) if each.check == "contact seat"]


KEPT = [
    ("left thigh vertical", {"left_leg": {"thigh": "forward"}}, "degrees"),
    ("left forearm vertical", {"left_arm": {"reach": "forward"}}, "degrees"),
    ("feet together", {"contacts": {"both sole": {"on": "floor", "out": "15"}}}, "cm"),
]


@pytest.mark.parametrize(("condition", "frame", "far"), KEPT)
def test_a_condition_that_is_plainly_not_kept_is_told(
    condition: str, frame: dict[str, Any], far: str
) -> None:
    message = found("standing", keep=[condition], **frame).get(f"keep {condition}", "")
    assert f"'{condition}' is missed by" in message and far in message


def test_a_condition_that_is_kept_is_not_told() -> None:
    findings = found("standing", keep=["trunk vertical", "feet apart 20"], left_arm={"reach": "forward"})
    assert not [check for check in findings if check.startswith("keep ")], findings
