"""A small movement shows where it began, and a limb that went far; stillness leaves no mark."""

from __future__ import annotations

from typing import Any

import pytest

from generator.figure.body.mesh import BoolArray, FloatArray
from generator.figure.drawing.contour import mask_loops
from generator.figure.drawing.ghost import (
    Move,
    began_drafts,
    body_rims,
    limb_rims,
    small_rims,
    swelling_drafts,
)
from generator.figure.drawing.scene import see_frame
from generator.figure.seeing.camera import Direction, frame_camera
from tests.figure.frames import solved

SIDE, FRONT = Direction(90.0, 4.0), Direction(0.0, 4.0)
CASES: list[tuple[dict[str, Any], bool]] = [
    ({"head": {"slide": "backward 3"}}, True),
    ({"head": {"nod": "15"}}, True),
    ({"arms": {"reach": "up"}}, False),
    ({}, False),
]


def move(direction: Direction, start: dict[str, Any], end: dict[str, Any], stance: str = "standing") -> Move:
    """Return a movement and the pixels of its start and its end."""
    found = solved(stance, A=start, B=end)
    camera = frame_camera(direction, [frame.vertices for frame in found.values()])
    seen = {letter: see_frame(frame, camera) for letter, frame in found.items()}
    return Move(found["B"], found["A"], seen["B"], seen["A"])


def outlines(rims: BoolArray) -> list[FloatArray]:
    """Return the outlines of where something began, `(n, 2)` in steps of the grid."""
    return list(mask_loops(rims, 5.0, 50.0))


@pytest.mark.parametrize(("words", "expected"), CASES)
def test_only_small_movements_show_their_start_at_once(words: dict[str, Any], expected: bool) -> None:
    start = {"head": {"slide": "forward 2"}} if expected else {}
    assert small_rims(move(SIDE, start, words), []).any() == expected


def test_a_belly_that_fills_shows_what_it_has_gained() -> None:
    assert any(draft.paths for draft in swelling_drafts(move(SIDE, {}, {"belly": {"swell": "5"}})))
    assert not any(draft.paths for draft in swelling_drafts(move(SIDE, {"belly": {"swell": "5"}}, {})))


def test_a_limb_that_goes_far_shows_where_it_began_if_an_arrow_moves_it() -> None:
    arm_up = move(FRONT, {}, {"left_arm": {"reach": "up"}})
    (left,) = outlines(limb_rims(arm_up, ["left hand"]))
    middle = arm_up.left.shape[1] / 2
    assert (left[:, 0] > middle).all()  # seen from the front the left arm hangs on the right
    assert not limb_rims(arm_up, ["right foot"]).any()


def test_a_limb_that_goes_far_shows_where_it_began_while_the_pelvis_only_turns() -> None:
    tipped = move(FRONT, {}, {"trunk": {"lean": "right 10"}, "left_arm": {"reach": "up"}})
    assert tipped.joint_went("pelvis") < 0.05
    assert limb_rims(tipped, ["left hand"]).any()


def test_a_body_that_goes_somewhere_leaves_no_limb_behind() -> None:
    squat = {"shift": {"pelvis": "backward 14 down 20"}, "arms": {"reach": "forward"}}
    assert not limb_rims(move(SIDE, {}, squat), ["left hand"]).any()


def test_of_several_rims_only_those_are_shown_that_an_arrow_moves() -> None:
    both = move(FRONT, {}, {"head": {"tilt": "right 24"}, "left_arm": {"reach": "down 5 out 2"}})
    everything, head = outlines(small_rims(both, [])), outlines(small_rims(both, ["crown"]))
    assert len(everything) > len(head) == 1


def test_a_body_that_sinks_or_leans_on_feet_that_stay_shows_how_far() -> None:
    leaning = move(SIDE, {}, {"low_back": {"arch": "20"}, "upper_back": {"arch": "12"}})
    assert body_rims(leaning, ["chest"]).any()
    assert not body_rims(leaning, []).any()  # no arrow says that the body is what moves
    assert not body_rims(leaning, ["left hand"]).any()


def test_a_bow_shows_where_the_head_began_in_one_shape_with_darker_hair() -> None:
    bow = move(SIDE, {}, {"trunk": {"lean": "forward 70"}})
    (shape,) = outlines(body_rims(bow, ["chest"]))
    assert shape[:, 1].min() < bow.left.shape[0] / 4  # the head began on top
    pale, dark = began_drafts(bow, ["chest"])
    assert (pale.css, dark.css) == ("f-ghost", "f-ghost-dark")
    assert len(dark.paths) > 0
