"""Faults that a reader would see are found, and only those."""

from __future__ import annotations

from typing import Any

import pytest

from generator.model.pose import FigureSpec
from tests.figure.frames import ALT, figure_spec
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
