"""A bent knee that faces the viewer has a fold, so that it is not read as a straight leg."""

from __future__ import annotations

import pytest

from generator.figure.drawing.knees import knee_bend, knee_drafts
from generator.figure.drawing.scene import see_frame
from generator.figure.seeing.camera import Direction, frame_camera
from tests.figure.frames import solved


@pytest.mark.parametrize(
    ("base", "yaw", "folds"),
    [("sitting-on-chair", 0.0, 2), ("sitting-on-chair", 90.0, 0), ("standing", 0.0, 0)],
)
@pytest.mark.parametrize("body", ["woman", "man"])
def test_a_fold_shows_under_a_bent_knee_seen_from_the_front(
    base: str, body: str, yaw: float, folds: int
) -> None:
    frame = solved(base, body, A={})["A"]
    camera = frame_camera(Direction(yaw, 8.0), [frame.vertices])
    (draft,) = knee_drafts(frame, camera, see_frame(frame, camera))
    assert len(draft.paths) == folds


def test_the_bend_of_a_knee_is_measured_from_the_line_of_the_thigh() -> None:
    assert knee_bend(solved("sitting-on-chair", A={})["A"], ".L") == pytest.approx(90.0, abs=25.0)
    assert knee_bend(solved("standing", A={})["A"], ".L") < 15.0
