"""Lines meet or taper: none stops short of another, none says too little to be read as a fold."""

from __future__ import annotations

from functools import lru_cache
from typing import Any

import numpy as np
import pytest
from scipy.spatial import cKDTree

from generator.figure.drawing.lines import Line, drawn_lines
from generator.figure.drawing.scene import TAILS, see_frame
from generator.figure.drawing.strokes import Stroke, join_strokes
from generator.figure.drawing.trace import Kind, trace_chains
from generator.figure.seeing.camera import Direction, frame_camera
from tests.figure.frames import solved

TOUCHING, BEYOND = 4.0, 14.0  # px: an end that lies between them from another line has missed it
OWN = 40  # points of a line beside its end that are no other line
PLAIN = np.zeros((200, 200), dtype=bool)
WINDOW = (50, 50, 100, 100)
POSES: list[tuple[str, str, dict[str, Any]]] = [
    ("standing", "woman", {}),
    ("standing", "man", {"right_arm": {"reach": "forward"}}),
    ("sitting-on-chair", "older-man", {}),
    ("sitting-on-chair", "woman", {"trunk": {"turn": "left 30"}}),
]


@lru_cache(maxsize=len(POSES))
def lines_of(number: int) -> list[Line]:
    """Return the drawn lines of one of the poses, half from the side."""
    base, body, words = POSES[number]
    frame = solved(base, body, A=words)["A"]
    camera = frame_camera(Direction(60.0, 8.0), [frame.vertices])
    pixels = see_frame(frame, camera)
    strokes = join_strokes(trace_chains(pixels), pixels)
    return drawn_lines(strokes, np.zeros(pixels.region.shape, dtype=bool))


def missed(lines: list[Line]) -> list[tuple[float, float]]:
    """Return the blunt ends in px that lie near another line without touching one."""
    points = np.vstack([line.points for line in lines])
    owner = np.repeat(np.arange(len(lines)), [len(line.points) for line in lines])
    place = np.concatenate([np.arange(len(line.points)) for line in lines])
    tree = cKDTree(points)
    found = []
    for number, line in enumerate(lines):
        for end, at in ((0, 0), (1, len(line.points) - 1)):
            if line.closed or line.kind == Kind.PROP or (line.tapers[end] and line.kind in TAILS):
                continue
            near = np.array(tree.query_ball_point(line.points[at], BEYOND))
            other = near[(owner[near] != number) | (np.abs(place[near] - at) > OWN)]
            away = np.linalg.norm(points[other] - line.points[at], axis=1)
            if len(away) and away.min() > TOUCHING:
                found.append((float(line.points[at, 0]), float(line.points[at, 1])))
    return found


@pytest.mark.parametrize("number", range(len(POSES)))
def test_no_line_of_the_person_ends_beside_another_without_touching_it(number: int) -> None:
    lines = lines_of(number)
    assert len(lines) > 10
    assert not missed(lines)


def test_an_end_is_loose_where_the_line_it_met_is_not_drawn() -> None:
    fold = stroke(Kind.OCCLUSION, (100.0, 40.0), (100.0, 120.0), loose=False)
    outline = stroke(Kind.SILHOUETTE, (20.0, 40.0), (180.0, 40.0), loose=False)
    ends = {line.kind: line.tapers for line in drawn_lines([fold, outline], PLAIN)}
    assert ends == {Kind.OCCLUSION: (False, True), Kind.SILHOUETTE: (False, False)}


def stroke(kind: Kind, start: tuple[float, float], end: tuple[float, float], loose: bool) -> Stroke:
    """Return a straight stroke with a point on every px, its first end loose or not."""
    count = int(np.hypot(end[0] - start[0], end[1] - start[1])) + 1
    points = np.linspace(start, end, count)
    return Stroke(points, np.full(count - 1, kind), (), False, (loose, False), ())


@pytest.mark.parametrize(
    ("shown", "drawn"),
    [(60.0, False), (80.0, True)],
)
def test_a_loose_line_that_the_window_cuts_must_show_as_much_as_one_with_two_loose_ends(
    shown: float, drawn: bool
) -> None:
    fold = stroke(Kind.OCCLUSION, (100.0, 150.0 - shown), (100.0, 190.0), loose=True)
    assert bool(drawn_lines([fold], PLAIN, WINDOW)) is drawn
    assert drawn_lines([fold], PLAIN)


def test_a_line_that_bounds_something_is_drawn_however_little_the_window_shows() -> None:
    hem = stroke(Kind.OCCLUSION, (100.0, 140.0), (100.0, 190.0), loose=False)
    met = [stroke(Kind.SILHOUETTE, (20.0, y), (180.0, y), loose=False) for y in (140.0, 190.0)]
    assert [line.kind for line in drawn_lines([hem, *met], PLAIN, WINDOW)].count(Kind.OCCLUSION) == 1


@pytest.mark.parametrize(("length", "drawn"), [(20.0, 0), (40.0, 1)])
def test_a_short_light_outline_with_a_loose_end_is_a_tick(length: float, drawn: int) -> None:
    rim = stroke(Kind.RIM, (80.0, 80.0), (80.0 + length, 80.0), loose=True)
    met = stroke(Kind.SILHOUETTE, (80.0 + length, 20.0), (80.0 + length, 180.0), loose=False)
    assert [line.kind for line in drawn_lines([rim, met], PLAIN)].count(Kind.RIM) == drawn


def test_of_a_line_beside_a_weightier_one_only_that_stretch_is_left_out() -> None:
    outline = stroke(Kind.SILHOUETTE, (20.0, 40.0), (180.0, 40.0), loose=False)
    corner = np.vstack(
        [np.linspace((30.0, 43.0), (110.0, 43.0), 81), np.linspace((110.0, 44.0), (110.0, 120.0), 77)]
    )
    met = stroke(Kind.SILHOUETTE, (20.0, 120.0), (180.0, 120.0), loose=False)
    fold = Stroke(corner, np.full(len(corner) - 1, Kind.OCCLUSION), (), False, (False, False), ())
    (left,) = [line for line in drawn_lines([outline, fold, met], PLAIN) if line.kind == Kind.OCCLUSION]
    assert left.points[0, 0] > 90 and left.points[-1].tolist() == [110.0, 120.0]
