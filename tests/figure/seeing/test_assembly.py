"""What is seen through a collar or a sleeve is drawn like cloth of the far side."""

from __future__ import annotations

import numpy as np

from generator.figure.seeing.assembly import REGION_NAMES, assemble_frame
from generator.figure.seeing.camera import Direction, frame_camera
from tests.figure.frames import solved


def test_the_inside_of_a_shirt_is_told_from_its_outside() -> None:
    frame = solved("standing", A={})["A"]
    camera = frame_camera(Direction(0.0, 30.0), [frame.vertices])
    seen = assemble_frame(frame, camera)
    a, b, c = (seen.vertices[seen.faces[:, corner]] for corner in range(3))
    outside = np.cross(b - a, c - a) @ camera.toward() > 0
    near, far = (seen.region == REGION_NAMES.index(name) for name in ("shirt", "shirt far"))
    assert near.any() and outside[near].all()
    assert far.any() and not outside[far].any()
