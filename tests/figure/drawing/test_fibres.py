"""Fibres run the way the muscle does, and what happens to a muscle can be told from its marks alone."""

from __future__ import annotations

import numpy as np
import pytest

from generator.figure.anatomy.grain import grain_of
from generator.figure.anatomy.muscles import ACTIONS, JOINTS, PATCHES, Action, Muscle
from generator.figure.body.body import load_body
from generator.figure.body.mesh import FloatArray
from generator.figure.drawing.fibres import GAPS, muscle_lines
from generator.figure.drawing.medallion import medallion_camera
from generator.figure.drawing.scene import see_frame
from generator.figure.drawing.stills import BACK, FRONT, standing
from generator.figure.drawing.target import paint_target, seen_patch
from generator.figure.seeing.pixels import Pixels

STEEP = {"erector-spinae-lumbar": 60, "rectus-abdominis": 60, "hamstrings": 60, "calves": 60}
FLAT = {"middle-trapezius": 30, "transversus-abdominis": 30, "rotator-cuff": 40, "piriformis": 40}


def seen(muscle: Muscle) -> Pixels:
    """Return a still body near enough to the muscle's right side."""
    body = load_body("woman")
    side = FRONT if PATCHES[muscle.name].seen_from[0] == "front" else BACK
    return see_frame(standing(body), medallion_camera(body, side, [muscle]))


def fibres(name: str) -> list[FloatArray]:
    """Return the drawn fibres of a muscle's right half."""
    muscle = Muscle(name, "right")
    pixels, body = seen(muscle), load_body("woman")
    return list(muscle_lines(pixels, body, muscle, seen_patch(pixels, body, [muscle]), 8.0).fibres)


def slopes(name: str) -> FloatArray:
    """Return the angle of each fibre's chord to the level, in degrees from 0 to 90."""
    chords = np.array([fibre[-1] - fibre[0] for fibre in fibres(name)])
    return np.asarray(np.degrees(np.arctan2(np.abs(chords[:, 1]), np.abs(chords[:, 0]))))


@pytest.mark.parametrize("name", STEEP)
def test_long_muscles_run_up_and_down(name: str) -> None:
    assert np.median(slopes(name)) > STEEP[name]


@pytest.mark.parametrize("name", FLAT)
def test_belts_run_across(name: str) -> None:
    assert np.median(slopes(name)) < FLAT[name]


def test_every_muscle_but_the_rib_strips_has_a_grain() -> None:
    bare = {name for name, patch in PATCHES.items() if not all(region.grain for region in patch.regions)}
    assert bare == {"intercostals", *JOINTS}


def test_shares_lie_between_the_outer_fibres() -> None:
    body = load_body("man")
    grain = grain_of(body, "rhomboids", "both", body.rest)
    inside = grain.bed >= 0
    assert set(np.unique(grain.bed[inside])) == {0, 1}
    assert (grain.share[inside] >= 0).all()
    assert (grain.share[inside] <= 1).all()


def test_each_action_has_marks_of_its_own() -> None:
    marks: dict[Action, tuple[str, ...]] = {}
    for action in ACTIONS:
        muscle = Muscle("gluteus-maximus", "both", action)
        drafts = paint_target(seen(muscle), load_body("woman"), [muscle]).drafts
        marks[action] = tuple(draft.css for draft in drafts if draft.paths or draft.exact)
    assert len(set(marks.values())) == len(ACTIONS)
    assert GAPS["works"] < GAPS["stretches"]
