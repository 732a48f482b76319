"""Outlines close, lines meet, curves stay where the pixels were."""

from collections import Counter

import numpy as np
import pytest

from generator.figure.body.mesh import FloatArray
from generator.figure.drawing.contour import enclosed_area, mask_loops
from generator.figure.drawing.fills import region_loops
from generator.figure.drawing.fit import fit_curves
from generator.figure.drawing.scene import see_frame
from generator.figure.drawing.strokes import chain_points, join_strokes
from generator.figure.drawing.trace import Kind, trace_chains
from generator.figure.seeing.camera import Direction, frame_camera
from generator.figure.seeing.pixels import PAPER, Pixels, cleaned
from tests.figure.frames import solved

SKIN, SHIRT = 0, 1


def still_life() -> Pixels:
    """Return a disc of skin whose lower half wears a shirt."""
    y, x = np.mgrid[0:120, 0:120]
    disc = np.hypot(x - 60, y - 60) < 40
    region = np.where(disc, np.where(y < 60, SKIN, SHIRT), PAPER)
    place = np.stack([x, y, 0 * x], axis=2) * 0.001
    flat = np.zeros(region.shape)
    return Pixels(
        region, place, flat, place[::2, ::2] * 0, flat + 0.03, np.zeros_like(region), ("skin", "shirt")
    )


def on_curve(curves: FloatArray) -> FloatArray:
    """Return points along Bezier pieces."""
    u = np.linspace(0, 1, 300)[:, None, None]
    a, b, c, d = (curves[None, :, k] for k in range(4))
    points = a * (1 - u) ** 3 + 3 * b * u * (1 - u) ** 2 + 3 * c * u**2 * (1 - u) + d * u**3
    return np.asarray(points.reshape(-1, 2))


def test_the_silhouette_is_round_and_the_hem_ends_on_it() -> None:
    pixels = still_life()
    strokes = join_strokes(trace_chains(pixels), pixels)
    outline = [stroke for stroke in strokes if (stroke.kinds == Kind.SILHOUETTE).all()]
    hem = next(stroke for stroke in strokes if (stroke.kinds == Kind.BORDER).all())
    around = np.vstack([stroke.points for stroke in outline])
    assert np.abs(np.linalg.norm(around - 60, axis=1) - 40).max() < 1.5
    for end in (hem.points[0], hem.points[-1]):
        assert np.linalg.norm(around - end, axis=1).min() < 0.5


def test_fills_share_the_lines_and_cover_the_right_area() -> None:
    pixels = still_life()
    chains = trace_chains(pixels)
    points = chain_points(join_strokes(chains, pixels), len(chains))
    for regions in ({SKIN}, {SHIRT}, {SKIN, SHIRT}):
        loops = region_loops(chains, points, frozenset(regions))
        assert len(loops) == 1
        wanted = np.isin(pixels.region, list(regions)).sum()
        assert enclosed_area(loops[0]) == pytest.approx(wanted, rel=0.03)


def test_a_scrap_of_an_occlusion_line_is_dropped() -> None:
    pixels = still_life()
    pixels.rest[40:50, 60:, 0] += 1.0  # a tear of ten pixels in the rest positions
    pixels.depth[40:50, 60:] += 0.01
    torn = {int(kind) for chain in trace_chains(pixels) for kind in chain.kinds}
    assert Kind.OCCLUSION in torn
    small = still_life()
    small.rest[45:48, 60:63, 0] += 1.0
    small.depth[45:48, 60:63] += 0.01
    assert Kind.OCCLUSION not in {int(kind) for chain in trace_chains(small) for kind in chain.kinds}


@pytest.mark.parametrize("tolerance", [0.5, 2.0])
def test_curves_keep_to_their_tolerance_and_use_few_pieces(tolerance: float) -> None:
    angle = np.linspace(0, 2 * np.pi, 400)
    circle = 100 + 80 * np.stack([np.cos(angle), np.sin(angle)], axis=1)
    wave = np.stack([angle * 60, 30 * np.sin(angle)], axis=1)
    for line, curves in zip((circle, wave), fit_curves([circle, wave], np.full(2, tolerance)), strict=True):
        drawn = on_curve(curves)
        apart = np.linalg.norm(line[::7, None] - drawn[None], axis=2).min(axis=1)
        assert apart.max() < tolerance + 1.0
        assert len(curves) <= 12
        assert np.allclose(curves[1:, 0], curves[:-1, 3])


def test_a_mask_gives_one_loop_of_its_area_and_drops_specks() -> None:
    mask = np.zeros((60, 60), dtype=bool)
    mask[10:40, 10:50] = True
    mask[50:52, 50:52] = True
    loops = mask_loops(mask, 1.0, smallest=20)
    assert len(loops) == 1
    assert enclosed_area(loops[0]) == pytest.approx(1200, rel=0.05)


def test_a_slit_between_fingers_is_one_thin_line_not_two_thick_ones() -> None:
    y, x = np.mgrid[0:60, 0:60]
    hand = (np.abs(x - 30) < 20) & (y > 10)
    slit = (np.abs(x - 30) < 2) & (y < 45)
    place = np.stack([x + 40.0 * (x > 30), y, 0 * x], axis=2) * 0.001
    flat = np.zeros(hand.shape)
    seen = Pixels(
        np.where(hand & ~slit, SKIN, PAPER), place, flat, place[::2, ::2] * 0, flat + 0.01, flat, ("skin",)
    )
    kinds = {int(kind) for chain in trace_chains(cleaned(seen)) for kind in chain.kinds}
    assert Kind.FINE in kinds
    assert cleaned(seen).figure[20, 28:33].all()


def test_a_part_well_before_another_gets_a_heavier_line_than_a_near_one() -> None:
    frames = solved("standing", A={}, B={"right_arm": {"reach": "forward"}})
    camera = frame_camera(Direction(0.0, 0.0), [frame.vertices for frame in frames.values()])
    drawn = {letter: _kinds_drawn(see_frame(frame, camera)) for letter, frame in frames.items()}
    assert drawn["B"][Kind.BEFORE] > drawn["A"][Kind.BEFORE]


def _kinds_drawn(pixels: Pixels) -> Counter[int]:
    return Counter(int(kind) for chain in trace_chains(pixels) for kind in chain.kinds)
