"""A small movement shows where it began; a large one tells itself, and stillness leaves no mark."""

from __future__ import annotations

from typing import Any

import pytest

from generator.figure.drawing.ghost import ghost_drafts, swelling_drafts
from generator.figure.drawing.scene import see_frame
from generator.figure.seeing.camera import Direction, frame_camera
from tests.figure.frames import solved

SIDE = Direction(90.0, 4.0)
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
    drafts = ghost_drafts(frames["B"], frames["A"], seen["B"], seen["A"])
    assert any(draft.paths for draft in drafts) is expected


def test_a_belly_that_fills_shows_what_it_has_gained() -> None:
    frames = solved("standing", A={}, B={"belly": {"swell": "5"}})
    camera = frame_camera(SIDE, [frame.vertices for frame in frames.values()])
    seen = {letter: see_frame(frame, camera) for letter, frame in frames.items()}
    filled = swelling_drafts(frames["B"], frames["A"], seen["B"], seen["A"])
    emptied = swelling_drafts(frames["A"], frames["B"], seen["A"], seen["B"])
    assert any(draft.paths for draft in filled)
    assert not any(draft.paths for draft in emptied)
