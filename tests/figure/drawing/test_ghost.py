"""A small movement shows where it began, and a limb that went far; stillness leaves no mark."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from generator.figure.drawing.drafts import Draft
from generator.figure.drawing.ghost import body_ghosts, ghost_drafts, limb_ghosts, swelling_drafts
from generator.figure.drawing.scene import see_frame
from generator.figure.posing.pose import Posed
from generator.figure.seeing.camera import Direction, frame_camera
from generator.figure.seeing.pixels import Pixels
from tests.figure.frames import solved

SIDE, FRONT = Direction(90.0, 4.0), Direction(0.0, 4.0)
Moves = tuple[Posed, Posed, Pixels, Pixels]
CASES: list[tuple[dict[str, Any], bool]] = [
    ({"head": {"slide": "backward 3"}}, True),
    ({"head": {"nod": "15"}}, True),
    ({"arms": {"reach": "up"}}, False),
    ({}, False),
]


@pytest.mark.parametrize(("words", "expected"), CASES)
def test_only_small_movements_show_their_start(words: dict[str, Any], expected: bool) -> None:
    frames = solved("standing", A={"head": {"slide": "forward 2"}} if expected else {}, B=words)
    camera = frame_camera(SIDE, [frame.vertices for frame in frames.values()])
    seen = {letter: see_frame(frame, camera) for letter, frame in frames.items()}
    drafts = ghost_drafts(frames["B"], frames["A"], seen["B"], seen["A"], [])
    assert any(draft.paths for draft in drafts) is expected


def test_a_belly_that_fills_shows_what_it_has_gained() -> None:
    frames = solved("standing", A={}, B={"belly": {"swell": "5"}})
    camera = frame_camera(SIDE, [frame.vertices for frame in frames.values()])
    seen = {letter: see_frame(frame, camera) for letter, frame in frames.items()}
    filled = swelling_drafts(frames["B"], frames["A"], seen["B"], seen["A"])
    emptied = swelling_drafts(frames["A"], frames["B"], seen["A"], seen["B"])
    assert any(draft.paths for draft in filled)
    assert not any(draft.paths for draft in emptied)


def moves(direction: Direction, start: dict[str, Any], end: dict[str, Any]) -> Moves:
    """Return the end and the start of a movement, and the pixels of both."""
    found = solved("standing", A=start, B=end)
    camera = frame_camera(direction, [frame.vertices for frame in found.values()])
    seen = {letter: see_frame(frame, camera) for letter, frame in found.items()}
    return found["B"], found["A"], seen["B"], seen["A"]


def outlines(drafts: list[Draft]) -> list[np.ndarray]:
    """Return the outlines of where something began, `(n, 2)` px each."""
    return [np.vstack(path.pieces) for draft in drafts if draft.css == "f-ghost" for path in draft.paths]


def test_a_limb_that_goes_far_shows_where_it_began_if_an_arrow_moves_it() -> None:
    arm_up = moves(FRONT, {}, {"left_arm": {"reach": "up"}})
    (left,) = outlines(limb_ghosts(*arm_up, ["left hand"]))
    hand = arm_up[3].figure.shape[1] / 2
    assert (left[:, 0] > hand).all()  # seen from the front the left arm hangs on the right
    assert not outlines(limb_ghosts(*arm_up, ["right foot"]))


def test_a_body_that_goes_somewhere_leaves_no_limb_behind() -> None:
    squat = {"shift": {"pelvis": "backward 14 down 20"}, "arms": {"reach": "forward"}}
    assert not outlines(limb_ghosts(*moves(SIDE, {}, squat), ["left hand"]))


def test_of_several_rims_only_those_are_shown_that_an_arrow_moves() -> None:
    both = moves(FRONT, {}, {"head": {"tilt": "right 24"}, "left_arm": {"reach": "down 5 out 2"}})
    everything, head = outlines(ghost_drafts(*both, [])), outlines(ghost_drafts(*both, ["crown"]))
    assert len(everything) > len(head) == 1


def test_a_body_that_sinks_or_leans_on_feet_that_stay_shows_how_far() -> None:
    leaning = moves(SIDE, {}, {"low_back": {"arch": "20"}, "upper_back": {"arch": "12"}})
    assert outlines(body_ghosts(*leaning, ["chest"]))
    assert not outlines(body_ghosts(*leaning, []))  # no arrow says that the body is what moves
    assert not outlines(body_ghosts(*leaning, ["left hand"]))


def test_a_bow_leaves_no_second_person_behind() -> None:
    assert not outlines(body_ghosts(*moves(SIDE, {}, {"trunk": {"lean": "forward 70"}}), ["chest"]))
