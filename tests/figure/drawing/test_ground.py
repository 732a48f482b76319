"""Walls meet a floor and go on beyond the picture; what stands has a shadow at its foot."""

from __future__ import annotations

import re

import numpy as np

from generator.figure.drawing.ground import STANDS, Wall, ground_drafts, skirting_draft, standing
from generator.figure.figure import draw_figure
from generator.figure.seeing.camera import Direction, frame_camera
from tests.figure.frames import ALT, base_poses, figure_spec, solved

CHAIR_LEGS = 4


def test_the_floor_begins_at_the_foot_of_the_wall_and_goes_beyond_the_feet() -> None:
    frame = solved("standing-at-wall", A={})["A"]
    wall = next(solid for solid in frame.solids if solid.tone == "wall")
    found = Wall.of(wall, frame.vertices, standing(frame))
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


def test_what_stands_stands_on_one_floor_in_all_frames() -> None:
    frames = solved("sitting-on-chair", A={}, B={"left_leg": {"knee": "20"}})
    camera = frame_camera(Direction(60.0, 8.0), [frame.vertices for frame in frames.values()])
    feet = np.vstack([standing(frame) for frame in frames.values()])
    floors = [ground_drafts(frame, camera, feet)[0].exact[0].curves for frame in frames.values()]
    assert np.allclose(floors[0], floors[1])
    on_picture = camera.project(feet * [1, 0, 1])[:, :2]
    assert (floors[0][:, 0].min(axis=0) < on_picture.min(axis=0)).all()
    assert (floors[0][:, 0].max(axis=0) > on_picture.max(axis=0)).all()


def test_somebody_alone_or_on_a_mat_needs_no_floor() -> None:
    for base in ("standing", "lying-on-back-flat"):
        frame = solved(base, A={})["A"]
        camera = frame_camera(Direction(60.0, 8.0), [frame.vertices])
        assert not ground_drafts(frame, camera)[0].exact


def test_a_wall_goes_on_beyond_the_top_of_the_picture() -> None:
    spec = figure_spec("standing-at-wall", A={"alt": ALT})
    svg = draw_figure(spec, base_poses(), "at-a-wall").frames[0].svg
    top = float(re.search(r'viewBox="\S+ (\S+) ', svg)[1])  # type: ignore[index]
    wall = re.search(r'class="f-wall" d="M\S+ (-?\d+)', svg)
    assert wall is not None
    assert float(wall[1]) <= top + 1
