"""A worked muscle reads as one calm patch, and its round inset shows where on the body it lies."""

import numpy as np
import pytest
from scipy import ndimage

from generator.figure.anatomy.muscles import PATCHES, Muscle
from generator.figure.body.body import Material, load_body
from generator.figure.body.mesh import BoolArray
from generator.figure.drawing.contour import STEP
from generator.figure.drawing.lines import Line, drawn_lines
from generator.figure.drawing.medallion import SIDE, medallion_camera, telling_direction
from generator.figure.drawing.scene import see_frame
from generator.figure.drawing.stills import BACK, FRONT, standing
from generator.figure.drawing.strokes import Stroke
from generator.figure.drawing.target import (
    paint_target,
    parted,
    seen_patch,
    without_gaps,
    without_scraps,
    without_strips,
)
from generator.figure.drawing.trace import Kind
from generator.figure.seeing.camera import Direction, frame_camera


def blank(*boxes: tuple[slice, slice]) -> BoolArray:
    """Return a mask of 80 by 80 with `boxes` (rows, columns) in it."""
    mask = np.zeros((80, 80), dtype=bool)
    for box in boxes:
        mask[box] = True
    return mask


MUSCLE, SCRAP, SCRATCH = np.s_[10:40, 10:40], np.s_[60:66, 60:66], np.s_[5:75, 60:62]


def test_scraps_and_scratches_beside_a_muscle_are_not_painted() -> None:
    assert (without_scraps(blank(MUSCLE, SCRAP, SCRATCH)) == blank(MUSCLE)).all()


def test_a_scratch_is_painted_if_it_is_the_only_trace() -> None:
    assert without_scraps(blank(SCRATCH)).any()
    assert without_strips(blank(SCRATCH)).any()


def test_a_thin_strip_gives_way_to_a_broad_patch() -> None:
    strip = np.s_[10:70, 60:64]
    assert (without_strips(blank(MUSCLE, strip)) == blank(MUSCLE)).all()


def test_a_slim_muscle_on_both_sides_is_painted_whole_beside_a_broad_one() -> None:
    body = load_body("larger-woman")
    still = standing(body)
    camera = frame_camera(BACK, [still.vertices], long_side=700)
    pixels = see_frame(still, camera)
    slim, broad = Muscle("multifidus", "both"), Muscle("gluteus-maximus", "right")
    alone = seen_patch(pixels, body, [slim])
    both = seen_patch(pixels, body, [slim, broad])
    assert both[alone].mean() > 0.95


def test_a_narrow_gap_closes_on_one_part_of_the_body_only() -> None:
    halves, everywhere = blank(np.s_[10:40, 10:24], np.s_[10:40, 26:40]), np.ones((80, 80), dtype=bool)
    level = np.zeros((80, 80))
    assert without_gaps(halves, level, everywhere)[20, 24:26].all()
    trench = np.where(blank(np.s_[0:80, 24:26]), 0.2, level)
    assert not without_gaps(halves, trench, everywhere)[20, 24:26].any()


def test_a_muscle_seen_from_its_edge_is_as_thick_as_it_is() -> None:
    body, muscle = load_body("woman"), Muscle("erector-spinae-lumbar", "both")
    posed = standing(body)
    camera = frame_camera(Direction(90.0, 0.0), [posed.vertices])
    pixels = see_frame(posed, camera)
    sliver, band = (seen_patch(pixels, body, [muscle], scale) for scale in (0.0, camera.scale))
    wide = np.median(band.sum(axis=1)[band.any(axis=1)]) * STEP / camera.scale
    assert 0.02 < wide < 0.06 and band.sum() > 1.5 * sliver.sum()
    assert pixels.figure[::STEP, ::STEP][band].all()


@pytest.mark.parametrize("muscle", ["suboccipitals", "levator-scapulae"])
def test_an_inset_shows_its_muscle_large_and_near_its_middle(muscle: str) -> None:
    body = load_body("woman")
    wanted = [Muscle(muscle, "both")]
    pixels = see_frame(standing(body), medallion_camera(body, BACK, wanted))
    rows, columns = np.nonzero(paint_target(pixels, body, wanted).mask)
    assert max(np.ptp(rows), np.ptp(columns)) >= 0.2 * SIDE
    assert abs(rows.mean() - SIDE / 2) < 0.15 * SIDE
    assert abs(columns.mean() - SIDE / 2) < 0.15 * SIDE


@pytest.mark.parametrize("muscle", ["obliques", "transversus-abdominis", "hip-flexors", "hamstrings"])
def test_an_inset_shows_the_head_so_that_front_and_back_are_plain(muscle: str) -> None:
    body = load_body("man")
    side = FRONT if PATCHES[muscle].seen_from[0] == "front" else BACK
    pixels = see_frame(standing(body), medallion_camera(body, side, [Muscle(muscle, "right")]))
    heads = (pixels.material == Material.HAIR) & pixels.figure
    assert heads.any()
    assert np.flatnonzero(heads.any(axis=1))[0] > 0  # the crown itself is in the picture


def test_an_inset_turns_aside_for_a_muscle_of_the_side_only() -> None:
    body = load_body("woman")
    assert telling_direction(body, BACK, [Muscle("gluteus-medius", "left")]) != BACK
    assert telling_direction(body, BACK, [Muscle("gluteus-maximus", "left")]) == BACK


def inner_line(length: int, loose: tuple[bool, bool]) -> list[Line]:
    """Return what is drawn of a straight line of `length` px between two outlines, but for `loose` ends."""
    points = np.stack([np.arange(length + 1.0), np.zeros(length + 1)], axis=1)
    kinds = np.full(length, int(Kind.OCCLUSION))
    down = np.stack([np.zeros(31), np.arange(-15.0, 16.0)], axis=1)
    met = [
        Stroke(down + np.array([x, 0.0]), np.full(30, int(Kind.SILHOUETTE)), (), False, (False, False), ())
        for x, alone in zip((0.0, float(length)), loose, strict=True)
        if not alone
    ]
    lines = drawn_lines(
        [Stroke(points, kinds, (), False, loose, ()), *met], np.zeros((4, length + 4), dtype=bool)
    )
    return [line for line in lines if line.kind == Kind.OCCLUSION]


def test_ticks_that_hang_on_nothing_are_not_drawn() -> None:
    assert not inner_line(40, (True, True))
    assert inner_line(40, (False, True))
    assert inner_line(40, (False, False))
    assert inner_line(120, (True, True))


def test_a_short_line_beside_a_longer_one_is_not_drawn_twice() -> None:
    along = np.stack([np.arange(201.0), np.zeros(201)], axis=1)
    near, apart = (along[40:130] + np.array([0.0, down]) for down in (3.0, 30.0))
    strokes = [
        Stroke(along, np.full(200, int(Kind.SILHOUETTE)), (), False, (False, False), ()),
        Stroke(near, np.full(89, int(Kind.OCCLUSION)), (), False, (False, False), ()),
        Stroke(apart, np.full(89, int(Kind.OCCLUSION)), (), False, (False, False), ()),
    ]
    drawn = drawn_lines(strokes, np.zeros((60, 220), dtype=bool))
    assert [float(line.points[0, 1]) for line in drawn] == [0.0, 30.0]


def test_a_line_that_bounds_a_part_is_not_left_out_for_a_fold_that_ends_nowhere() -> None:
    fold = np.stack([np.arange(146.0), np.zeros(146)], axis=1)
    bound = fold[40:100] + np.array([0.0, 3.0])
    strokes = [
        Stroke(fold, np.full(145, int(Kind.OCCLUSION)), (), False, (True, True), ()),
        Stroke(bound, np.full(59, int(Kind.OCCLUSION)), (), False, (False, False), ()),
    ]
    drawn = drawn_lines(strokes, np.zeros((20, 160), dtype=bool))
    assert 3.0 in [float(line.points[0, 1]) for line in drawn]


def test_two_muscles_that_meet_are_parted_and_the_larger_gives_the_room() -> None:
    owner = np.zeros((60, 60), dtype=np.int64)
    owner[5:25, 20:40], owner[25:55, 10:50] = 1, 2
    painted = parted(owner)
    assert painted[owner == 1].all()
    assert ndimage.label(painted)[1] == 2
    assert parted(np.minimum(owner, 1))[owner > 0].all()


def test_a_working_muscle_seen_from_its_edge_has_lines_too() -> None:
    body, muscle = load_body("woman"), Muscle("erector-spinae-lumbar", "both")
    posed = standing(body)
    camera = frame_camera(Direction(90.0, 0.0), [posed.vertices])
    pixels = see_frame(posed, camera)
    (fibres,) = (
        each for each in paint_target(pixels, body, [muscle], camera.scale).drafts if each.css == "f-fibre"
    )
    assert fibres.paths


def test_a_patch_on_bare_skin_says_so_for_its_outline() -> None:
    body = load_body("man")
    for name, bare in (("sternocleidomastoid", True), ("gluteus-maximus", False)):
        side = FRONT if PATCHES[name].seen_from[0] == "front" else BACK
        pixels = see_frame(standing(body), medallion_camera(body, side, [Muscle(name, "right")]))
        assert ("f-bare" in paint_target(pixels, body, [Muscle(name, "right")]).drafts[0].css) is bare
