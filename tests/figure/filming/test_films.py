"""Films hold what the still engine makes: read back they give the same body in the same poses."""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache
from typing import get_args

import numpy as np
import pytest

from generator.figure.anatomy.muscles import coverage, parse_muscle
from generator.figure.body.body import load_body
from generator.figure.checks.waycheck import check_way
from generator.figure.drawing.fibres import GAPS
from generator.figure.film import draw_body_film, draw_film
from generator.figure.filming.body_film import order_of
from generator.figure.filming.grain import grain_of_vertices
from generator.figure.filming.moments import standing
from generator.figure.filming.packing import halves
from generator.figure.filming.walls import behind, deepest
from generator.figure.filming.ways import Way, solved_way
from generator.figure.posing.pose import Posed, pose_frames
from generator.figure.things.surface import FLOOR, Plane
from generator.model.passing import Passing, with_passing, without_passing
from generator.model.pose import BodyName, PaintedMuscles, View
from tests.figure.filming.reader import Person, Read, person_of, posed, unpacked, wide
from tests.figure.frames import base_poses, figure_spec, solved

BODIES = pytest.mark.parametrize("name", get_args(BodyName))
MOST_BODY, MOST_FIGURE = 110_000, 12_000  # bytes, as a reader fetches them
FAITHFUL = 0.003  # m between the still's surface and the film's
ALIKE = 0.0005  # m at rest


@lru_cache(maxsize=4)
def read(name: str) -> Person:
    """Return a body read back from its film."""
    return person_of(unpacked(draw_body_film(name)))


@BODIES
def test_a_body_is_small_and_reads_back(name: str) -> None:
    body, person, order = load_body(name), read(name), order_of(name)
    assert len(draw_body_film(name)) < MOST_BODY
    assert np.abs(person.rest - body.rest[order.vertices]).max() < ALIKE
    assert np.abs(person.weights - body.weights.toarray()[order.vertices]).max() < 0.01
    faces = {tuple(sorted(face)) for face in order.vertices[person.faces].tolist()}
    assert faces == {tuple(sorted(face)) for face in body.faces.tolist()}


@lru_cache(maxsize=1)
def frames() -> dict[str, Posed]:
    """Return a person on hands and knees who rounds the back."""
    return solved("hands-and-knees", A={}, B={"low_back": {"round": 35}, "upper_back": {"round": 30}})


@lru_cache(maxsize=1)
def way() -> Way:
    """Return the solved way between the two frames."""
    return solved_way(frames()["A"], frames()["B"])


def test_a_film_shows_the_frames_of_the_still() -> None:
    spec = figure_spec("hands-and-knees", A={}, B={"low_back": {"round": 35}, "upper_back": {"round": 30}})
    film = draw_film(spec, base_poses(), "test", ("A", "B", "A"), (0, 0, 1000, 700))
    assert len(film.data) < MOST_FIGURE
    for moment, letter in enumerate("AB"):
        surface, frame = posed(read("woman"), unpacked(film.data), moment), frames()[letter]
        assert np.abs(surface - frame.vertices[order_of("woman").vertices]).max() < FAITHFUL


def test_a_film_shows_an_arm_that_turns_far() -> None:
    moved = {"upper_back": {"turn": "right 42"}, "right_arm": {"reach": "up 6 right 1", "palm": "forward"}}
    spec = figure_spec("hands-and-knees", A={}, B=moved)
    film = draw_film(spec, base_poses(), "test", ("A", "B", "A"), (0, 0, 1000, 700))
    surface, frame = (
        posed(read("woman"), unpacked(film.data), 1),
        solved("hands-and-knees", A={}, B=moved)["B"],
    )
    assert np.abs(surface - frame.vertices[order_of("woman").vertices]).max() < FAITHFUL


def test_numbers_that_do_not_fit_are_refused() -> None:
    most = np.array([32767, -32768])
    assert (wide(halves(most)) == most).all()
    for number in (32768, -32769):
        with pytest.raises(OverflowError, match=str(number)):
            halves(np.array([0, number]))


def test_hands_and_knees_stay_where_they_are_on_the_way() -> None:
    blended = Way(way().start, way().end, (way().kept[0], way().kept[-1]), way().held)
    assert list(check_way(way())) == []
    assert [finding.check for finding in check_way(blended)] == ["way"]
    assert way().strays() < 0.01 < blended.strays()


def test_a_way_leads_from_the_one_frame_to_the_other() -> None:
    for share, frame in ((0.0, frames()["A"]), (1.0, frames()["B"])):
        there = standing(frame.body, way().at(share))
        assert np.abs(there[:, :3, :3] - frame.transforms[:, :3, :3]).max() < 1e-6


def test_a_way_through_the_floor_is_found() -> None:
    sunk = replace(way(), kept=tuple(replace(each, place=each.place - [0, 0.05, 0]) for each in way().kept))
    assert "sinks in" in " ".join(finding.message for finding in check_way(sunk))


def test_a_way_goes_through_the_moment_that_a_writer_names() -> None:
    spec = figure_spec("hands-and-knees", A={}, B={"low_back": {"round": 35}, "upper_back": {"round": 30}})
    passing = Passing.model_validate({"after": "A", "before": "B", "low_back": {"arch": 10}})
    whole = with_passing(spec, (passing,))
    assert without_passing(whole)[0].frames == spec.frames
    middle = pose_frames(whole, base_poses(), load_body("woman"))[-1]
    through = solved_way(frames()["A"], frames()["B"], [middle])
    half = standing(middle.body, through.kept[len(through.kept) // 2])
    assert np.abs(half[:, :3, :3] - middle.transforms[:, :3, :3]).max() < 1e-6
    assert list(check_way(through)) == []


def test_a_backrest_is_thin_and_a_wall_is_not() -> None:
    ahead, up = np.array([0.0, 0.0, 1.0]), np.array([1.0, 0.0, 0.0])
    backrest = Plane(np.zeros(3), ahead, up, 0.2, 0.2)
    wall = Plane(np.zeros(3), ahead, up, 1.5, 1.2)
    assert deepest(backrest) < deepest(wall) < deepest(FLOOR)
    leg_behind = np.array([[0.0, 0.0, -0.1]])
    assert behind(backrest).distance(leg_behind) > 0 > behind(backrest).distance(leg_behind * 0.2)


@pytest.mark.parametrize("name", ["quadriceps", "hamstrings", "hip-flexors"])
def test_fibres_count_on_over_the_seams_of_a_muscle(name: str) -> None:
    """A jump of many fibres within one face of the body would be a blot."""
    body = load_body("woman")
    inside = coverage(body, name, "left", body.rest) > 0.6
    grain = grain_of_vertices(body, [parse_muscle(f"{name} left", "works")], 500.0, 1000.0)
    faces = grain[body.faces[inside[body.faces].all(axis=1)]]
    assert len(faces) > 20 and np.quantile(np.ptp(faces, axis=1), 0.95) < 1.6


def test_fibres_lie_within_the_target_as_far_apart_as_in_the_still() -> None:
    body, muscles = load_body("woman"), [parse_muscle("gluteus-maximus right", "works")]
    grain = grain_of_vertices(body, muscles, 500.0, 1000.0)
    inside = coverage(body, "gluteus-maximus", "right", body.rest) > 0.5
    assert (grain[inside] >= 1).all() and (body.rest[grain > 0, 0] < 0.03).all()
    gap = GAPS["works"] / 500.0
    between = np.ptp(body.rest[inside], axis=0).max() / gap
    assert 2 <= grain.max() - 1 <= between
    assert not grain_of_vertices(
        body, [parse_muscle("gluteus-maximus right", "releases")], 500.0, 1000.0
    ).any()


def stretched(turn: str) -> Read:
    """Return the film of somebody in front of a wall whose left latissimus is stretched.

    `turn` are the degrees of the camera round the left side.
    """
    plain = figure_spec("standing-at-wall", A={}, B={"left_arm": {"upper": "up"}})
    target, seen = (
        PaintedMuscles.model_validate({"stretches": ["latissimus-dorsi left"]}),
        View.model_validate({"side": "left", "turn": turn}),
    )
    spec = plain.model_copy(update={"target": target, "view": seen})
    return unpacked(draw_film(spec, base_poses(), "test", ("A", "B", "A"), (0, 0, 600, 1000)).data)


@pytest.mark.parametrize("turn", ["120", "0"])
def test_a_stretched_muscle_has_its_arrow_on_the_skin(turn: str) -> None:
    """Where the still shows it, or along the muscle that no picture shows."""
    film, body = stretched(turn), load_body("woman")
    lines = [stroke for stroke in film.head["strokes"] if stroke[0] == "pull"]
    at = film.arrays["strokeAt"].reshape(3, -1)
    two = film.arrays["strokeShare"].reshape(2, -1) / 255
    shares = np.vstack([two, 1 - two.sum(axis=0)])
    corners = body.rest[order_of("woman").vertices][at]
    points = (corners * shares[:, :, None]).sum(axis=0)
    shaft = points[: lines[0][3]]
    assert len(lines) >= 5, "a shaft and two barbs at either end"
    assert (coverage(body, "latissimus-dorsi", "left", shaft) > 0.5).mean() > 0.9
    assert 0.1 < np.linalg.norm(shaft[-1] - shaft[0]) < 0.4


def test_a_film_has_the_floor_and_the_board_of_its_wall() -> None:
    flats = [(ink, np.array(ring).reshape(-1, 3)) for ink, _, ring in stretched("0").head["flats"]]
    floor, board = (next(ring for ink, ring in flats if ink == name) for name in ("floor", "wall dark"))
    wall = min(floor[:, 2])
    assert (floor[:, 1] == 0).all() and np.cross(floor[1] - floor[0], floor[2] - floor[1])[1] > 0
    assert (board[:, 2] == wall).all() and np.cross(board[1] - board[0], board[2] - board[1])[2] > 0
    feet = frames_at_wall()
    assert (feet[:, [0, 2]] > floor.min(axis=0)[[0, 2]]).all()
    assert (feet[:, [0, 2]] < floor.max(axis=0)[[0, 2]]).all()


def frames_at_wall() -> np.ndarray:
    """Return the feet of somebody in front of a wall, `(n, 3)` m."""
    vertices = solved("standing-at-wall", A={})["A"].vertices
    return np.asarray(vertices[vertices[:, 1] < 0.06])
