"""The outline is heavy where it passes below the person, and there alone."""

from __future__ import annotations

from itertools import pairwise

import numpy as np

from generator.figure.body.mesh import FloatArray
from generator.figure.drawing.lines import Line
from generator.figure.drawing.trace import Kind
from generator.figure.drawing.undersides import SHORTEST, STEEPEST, with_undersides

CENTRE, RADIUS = 150.0, 100.0
ACROSS, DOWN = np.meshgrid(np.arange(300), np.arange(300))
DISC = np.hypot(ACROSS - CENTRE, DOWN - CENTRE) < RADIUS


def ring(radius: float) -> FloatArray:
    """Return a circle with a point on about every px."""
    angle = np.linspace(0, 2 * np.pi, int(2 * np.pi * radius))
    return CENTRE + radius * np.stack([np.cos(angle), np.sin(angle)], axis=1)


def outline(points: FloatArray, kind: Kind = Kind.SILHOUETTE) -> Line:
    """Return a closed outline."""
    return Line(kind, points, (), True, (False, False))


def test_the_lower_part_of_a_disc_is_heavy_and_its_outline_stays_whole() -> None:
    parts = with_undersides([outline(ring(RADIUS))], DISC)
    (under,) = (part for part in parts if part.kind == Kind.UNDER)
    reach = RADIUS * np.sqrt(1 - STEEPEST**2)
    assert abs(under.points[:, 1].min() - (CENTRE + reach)) < 10
    assert (under.points[:, 1] > CENTRE).all()
    assert sum(len(part.points) - 1 for part in parts) == len(ring(RADIUS)) - 1
    for one, other in pairwise(parts):
        assert (one.points[-1] == other.points[0]).all()


def test_a_hole_is_heavy_at_its_upper_edge() -> None:
    parts = with_undersides([outline(ring(RADIUS))], ~DISC)
    (under,) = (part for part in parts if part.kind == Kind.UNDER)
    assert (under.points[:, 1] < CENTRE).all()


def test_other_lines_and_small_forms_keep_their_weight() -> None:
    small = SHORTEST / 7
    lines = [outline(ring(RADIUS), Kind.BEFORE), outline(ring(small))]
    assert with_undersides(lines, np.hypot(ACROSS - CENTRE, DOWN - CENTRE) < small) == lines
