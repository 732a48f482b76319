"""What a reader of a picture would miss is found."""

from __future__ import annotations

import pytest

from generator.figure.checks.sight import look_over
from generator.figure.seeing.camera import Direction
from tests.figure.frames import figure_spec


@pytest.mark.parametrize(
    ("parts", "found"),
    [(["chin"], 0), (["both hand"], 0), (["chin", "left hand"], 0), (["both hand", "chin"], 1)],
)
def test_a_frame_has_two_arrows_at_most(parts: list[str], found: int) -> None:
    spec = figure_spec("standing", A={}, B={"arrows": [{"part": part} for part in parts]})
    findings = list(look_over(spec, [], Direction(0.0, 8.0), [], []))
    assert [(each.severity, each.frame) for each in findings] == [("error", "B")] * found
