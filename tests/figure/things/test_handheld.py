"""What a hand carries hangs from its grip, is held by its fingers, and holds nobody up."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from generator.figure.body.body import load_body
from generator.figure.body.sites import sites_of
from generator.figure.posing.grip import samples
from generator.figure.posing.pose import Posed, pose_frames
from generator.figure.things.solids import Solid
from generator.model.mirror import mirrored
from generator.model.pose import FigureSpec
from tests.figure.frames import ALT, base_poses, joint
from tests.figure.frames import found as checked

HANGING: dict[str, Any] = {"arms": {"reach": "down 11 out 2.4", "palm": "in"}}
KINDS = ["bag", "kettlebell", "dumbbell"]


def carried(kind: str, base: str = "standing", **frame: Any) -> FigureSpec:
    """Return the words of a figure that carries one thing in the right hand."""
    return FigureSpec.model_validate({
        "base": base,
        "props": {"load": {"kind": kind, "held": "right hand"}},
        "frames": {"A": {"alt": ALT, **frame}},
    })  # fmt: skip


def frame_of(spec: FigureSpec) -> Posed:
    """Return the first frame, solved."""
    return pose_frames(spec, base_poses(), load_body("woman"))[0]


def load(frame: Posed) -> Solid:
    """Return the thing carried."""
    return next(solid for solid in frame.solids if solid.name == "load")


@pytest.mark.parametrize("kind", KINDS)
def test_a_load_is_in_its_hand_and_clear_of_leg_and_floor(kind: str) -> None:
    spec = carried(kind, **HANGING)
    frame = frame_of(spec)
    palm = frame.vertices[sites_of(frame.body).spots["right palm"]]
    skin, _ = samples(load(frame).vertices[load(frame).faces])
    assert np.linalg.norm(skin - palm, axis=1).min() < 0.03
    assert load(frame).vertices[:, 1].min() > 0.15
    assert not [check for check in checked(spec, "A") if check.startswith("inside")]


@pytest.mark.parametrize("kind", ["bag", "kettlebell"])
def test_what_hangs_stays_plumb_when_the_arm_slants(kind: str) -> None:
    frame = frame_of(carried(kind, right_arm={"reach": "down 2 out 1", "palm": "in"}))
    palm = frame.vertices[sites_of(frame.body).spots["right palm"]]
    lower = load(frame).vertices[load(frame).vertices[:, 1] < palm[1] - 0.1]
    assert np.abs((lower.max(0) + lower.min(0)) / 2 - palm)[[0, 2]].max() < 0.05


def test_fingers_close_on_a_handle_that_an_empty_hand_leaves_open() -> None:
    full = frame_of(carried("kettlebell", **HANGING))
    reach = {side: joint(full, f"finger3-3.{side}") - joint(full, f"wrist.{side}") for side in "LR"}
    assert np.linalg.norm(reach["R"]) < 0.85 * np.linalg.norm(reach["L"])


def test_a_load_holds_nobody_up() -> None:
    falling = {"trunk": {"lean": "forward 50"}, "free": {"pelvis": "1"}, "arms": {"reach": "down"}}
    assert "outside the support" in checked(carried("bag", "tall-kneeling", **falling), "A")["balance"]


def test_a_load_without_a_hand_is_refused() -> None:
    spec = FigureSpec.model_validate(
        {"base": "standing", "props": {"bag": {}}, "frames": {"A": {"alt": ALT}}}
    )
    with pytest.raises(ValueError, match="say which hand carries it"):
        frame_of(spec)


def test_a_mirrored_figure_carries_in_the_other_hand() -> None:
    spec = FigureSpec.model_validate(carried("bag").model_dump(exclude_unset=True) | {"mirror": "true"})
    assert mirrored(spec).props["load"].held == "left hand"
