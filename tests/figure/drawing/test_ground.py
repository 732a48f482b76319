"""Walls meet a floor and go on beyond the picture; what stands has a shadow at its foot."""

from __future__ import annotations

import re

import numpy as np

from generator.figure.drawing.ground import STANDS, Wall, ground_drafts, skirting_draft
from generator.figure.figure import draw_figure
from generator.figure.seeing.camera import Direction, frame_camera
from tests.figure.frames import ALT, base_poses, figure_spec, solved

CHAIR_LEGS = 4


def test_the_floor_begins_at_the_foot_of_the_wall_and_goes_beyond_the_feet() -> None:
    frame = solved("standing-at-wall", A={})["A"]
    wall = next(solid for solid in frame.solids if solid.tone == "wall")
    found = Wall.of(wall, frame.vertices)
    assert np.isclose(found.floor()[:2], found.foot).all()
    gap = (found.foot[0] - wall.vertices) @ found.out
    assert np.isclose(gap.min(), 0.0)
    feet = frame.vertices[frame.vertices[:, 1] < STANDS]
    assert ((feet - found.foot[0]) @ found.out).max() < found.reach


def test_a_wall_has_a_board_along_its_foot_where_its_face_is_seen() -> None:
    frame = solved("standing-at-wall", A={})["A"]
    camera = frame_camera(Direction(30.0, 8.0), [frame.vertices])
    assert len(skirting_draft(frame, camera).exact) == 1
    behind = frame_camera(Direction(180.0, 8.0), [frame.vertices])
    assert not skirting_draft(frame, behind).exact


def test_every_leg_of_a_chair_has_its_shadow() -> None:
    frame = solved("sitting-on-chair", A={})["A"]
    camera = frame_camera(Direction(60.0, 8.0), [frame.vertices])
    shadows = {draft.css: draft for draft in ground_drafts(frame, camera)}["f-contact"]
    assert len(shadows.exact) == CHAIR_LEGS


def test_a_wall_goes_on_beyond_the_top_of_the_picture() -> None:
    spec = figure_spec("standing-at-wall", A={"alt": ALT})
    svg = draw_figure(spec, base_poses(), "at-a-wall").frames[0].svg
    top = float(re.search(r'viewBox="\S+ (\S+) ', svg)[1])  # type: ignore[index]
    wall = re.search(r'class="f-wall" d="M\S+ (-?\d+)', svg)
    assert wall is not None
    assert float(wall[1]) <= top + 1
