"""Exercises in a wheelchair: the same move, on its seat, with the feet on its footplates."""

import numpy as np
import pytest

from generator.checks.exercises import wheelchairs_are_shown
from generator.figure.body.body import load_body
from generator.figure.body.sites import sites_of
from generator.figure.posing.pose import pose_frames
from generator.figure.things.wheelchair import FOOTPLATE, seat_height
from generator.handbook import Handbook
from generator.model.exercise import Exercise
from generator.orders import figure_names, ordered
from generator.seated import BASE, figure_name, seated_figure


@pytest.fixture(scope="module")
def seated(handbook: Handbook) -> list[Exercise]:
    """The exercises that are shown in a wheelchair."""
    return [each for each in handbook.exercises.values() if each.in_wheelchair]


def test_at_least_six_exercises_are_drawn_in_a_wheelchair(handbook: Handbook, seated: list[Exercise]) -> None:
    drawn = {order.name for order in ordered(handbook)}
    assert len(seated) >= 6
    assert {figure_name(each) for each in seated} <= drawn & set(figure_names(handbook))


def test_nothing_of_the_chair_is_left(seated: list[Exercise]) -> None:
    for each in seated:
        figure = seated_figure(each)
        assert figure is not None and figure.base == BASE
        assert not {"chair", "stool"} & {prop.kind or name for name, prop in figure.props.items()}
        targets = {touch.on for frame in figure.frames.values() for touch in frame.contacts.values()}
        assert not any(target.startswith(("chair", "floor")) for target in targets)


@pytest.mark.parametrize("body", ["woman", "larger-woman"])
def test_a_person_sits_on_the_seat_with_the_feet_on_the_footplates(handbook: Handbook, body: str) -> None:
    spec = seated_figure(handbook.exercises["chin-tuck"])
    assert spec is not None
    person = load_body(body)
    frame = pose_frames(spec, handbook.poses, person)[0]
    soles = [frame.vertices[part.vertices, 1].min() for part in sites_of(person).part("left sole")]
    assert np.allclose(soles, FOOTPLATE, atol=0.015)
    chair = frame.setting.things["wheelchair"]
    buttock = min(frame.vertices[part.vertices, 1].min() for part in sites_of(person).part("left buttock"))
    assert buttock == pytest.approx(seat_height(chair, person.measures), abs=0.03)


def test_a_wheelchair_that_is_offered_must_be_shown(handbook: Handbook, seated: list[Exercise]) -> None:
    bare = seated[0].model_copy(update={"in_wheelchair": None})
    lost = seated[1].model_copy(update={"positions": ("sitting",)})
    broken = Handbook(**{**handbook.__dict__, "exercises": {bare.slug: bare, lost.slug: lost}})
    messages = [problem.message for problem in wheelchairs_are_shown(broken)]
    assert len(messages) == 2
    assert "offered but not shown" in messages[0] and "among its positions" in messages[1]
