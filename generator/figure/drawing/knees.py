"""The folds under bent knees that face the viewer."""

from __future__ import annotations

import numpy as np

from ..body.knees import SIDES, knee_strokes
from ..seeing.camera import Camera
from ..seeing.pixels import Pixels
from ..seeing.staged import Staged
from .drafts import Draft, Path
from .portrait import seen_points

BENT = 45.0  # degrees of a knee from which its fold shows
WHOLE = 0.8  # share of a fold that must be seen: half of one is a scratch
FINER = 2  # steps per px


def knee_drafts(staged: Staged, camera: Camera, pixels: Pixels) -> list[Draft]:
    """Return the folds of one frame as a draft, empty if no bent knee faces the viewer."""
    paths = []
    for side, stroke in knee_strokes(staged.body).items():
        if knee_bend(staged, SIDES[side]) < BENT:
            continue
        points = camera.project(stroke.points(staged.body, staged.vertices))
        seen = seen_points(stroke, points, staged, camera, pixels)
        if seen.mean() >= WHOLE:
            paths.append(Path((points[:, :2],), False))
    return [Draft("f-fold", tuple(paths), finer=FINER)]


def knee_bend(staged: Staged, suffix: str) -> float:
    """Return by how many degrees the shin is bent from the line of the thigh."""
    turns = [
        staged.transforms[staged.body.joint(name + suffix), :3, :3] @ np.array([0.0, -1.0, 0.0])
        for name in ("upperleg02", "lowerleg01")
    ]
    return float(np.degrees(np.arccos(np.clip(turns[0] @ turns[1], -1.0, 1.0))))
