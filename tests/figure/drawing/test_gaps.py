"""A far line stops short of the near outline that it runs under; lines of one part meet."""

from __future__ import annotations

import numpy as np
import pytest

from generator.figure.drawing.gaps import BEHIND, GAP, with_gaps
from generator.figure.drawing.lines import Line
from generator.figure.drawing.trace import Kind

EDGE = 100  # px, where the near part begins


def straight(kind: Kind, start: tuple[float, float], end: tuple[float, float]) -> Line:
    """Return a line with a point on every px."""
    count = int(np.hypot(end[0] - start[0], end[1] - start[1])) + 1
    return Line(kind, np.linspace(start, end, count), (), False, (False, False))


@pytest.mark.parametrize("kind", [Kind.SILHOUETTE, Kind.OCCLUSION, Kind.BORDER, Kind.RIM])
@pytest.mark.parametrize(("behind", "cut"), [(2 * BEHIND, GAP), (BEHIND / 2, 0)])
def test_a_line_stops_short_of_the_outline_before_it(kind: Kind, behind: float, cut: int) -> None:
    depth = np.full((200, 200), 2.0)
    depth[:, EDGE:] -= behind
    near = straight(Kind.BEFORE, (EDGE, 20.0), (EDGE, 180.0))
    far = straight(kind, (10.0, 100.0), (EDGE, 100.0))
    _, found = with_gaps([near, far], depth)
    assert len(found.points) == len(far.points) - cut
    assert (found.points[0] == far.points[0]).all()


def test_the_near_outline_itself_is_whole() -> None:
    depth = np.full((200, 200), 2.0)
    depth[:, EDGE:] -= 1.0
    near = straight(Kind.BEFORE, (EDGE, 20.0), (EDGE, 180.0))
    far = straight(Kind.SILHOUETTE, (10.0, 100.0), (EDGE, 100.0))
    kept, _ = with_gaps([near, far], depth)
    assert len(kept.points) == len(near.points)


def test_a_line_that_goes_straight_on_as_another_is_whole() -> None:
    depth = np.full((200, 200), 2.0)
    depth[:, EDGE:] -= 1.0
    far = straight(Kind.SILHOUETTE, (10.0, 100.0), (EDGE, 100.0))
    onward = straight(Kind.RIM, (EDGE, 100.0), (190.0, 100.0))
    kept, _ = with_gaps([far, onward], depth)
    assert len(kept.points) == len(far.points)
