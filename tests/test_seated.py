"""Exercises in a wheelchair: the same move, on its seat, with the feet on its footplates."""

from dataclasses import replace

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
from generator.seated import figure_name, seated_figure


@pytest.fixture(scope="module")
def seated(handbook: Handbook) -> list[Exercise]:
    """The exercises that are shown in a wheelchair."""
    return [each for each in handbook.exercises.values() if each.in_wheelchair]


def test_at_least_six_exercises_are_drawn_in_a_wheelchair(handbook: Handbook, seated: list[Exercise]) -> None:
    drawn = {order.name for order in ordered(handbook)}
    assert len(seated) >= 6
    assert {figure_name(each) for each in seated} <= drawn & set(figure_names(handbook))


def test_nothing_of_the_chair_is_left(handbook: Handbook, seated: list[Exercise]) -> None:
    base = handbook.facets.positions[handbook.wheelchair].wheelchair
    for each in seated:
        figure = seated_figure(each, base)
        assert figure is not None and figure.base == base
        assert not {"chair", "stool"} & {prop.kind or name for name, prop in figure.props.items()}
        targets = {touch.on for frame in figure.frames.values() for touch in frame.contacts.values()}
        assert not any(target.startswith(("chair", "floor")) for target in targets)


@pytest.mark.parametrize("body", ["woman", "larger-woman"])
def test_a_person_sits_on_the_seat_with_the_feet_on_the_footplates(handbook: Handbook, body: str) -> None:
    spec = seated_figure(
        handbook.exercises["chin-tuck"], handbook.facets.positions[handbook.wheelchair].wheelchair
    )
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


def test_the_position_may_have_any_name(handbook: Handbook, seated: list[Exercise]) -> None:
    """Its pose says what it is; without one, an exercise that asks for it says so and draws nothing."""
    old, own = handbook.wheelchair, "en-silla-de-ruedas"
    positions = {own if id == old else id: each for id, each in handbook.facets.positions.items()}
    named = tuple(own if each == old else each for each in seated[0].positions)
    moved = {seated[0].slug: seated[0].model_copy(update={"positions": named})}
    theirs = replace(
        handbook, exercises=moved, facets=handbook.facets.model_copy(update={"positions": positions})
    )
    assert list(wheelchairs_are_shown(theirs)) == []
    assert figure_name(seated[0]) in {order.name for order in ordered(theirs)}
    plain = {id: each.model_copy(update={"wheelchair": None}) for id, each in positions.items()}
    without = replace(theirs, facets=handbook.facets.model_copy(update={"positions": plain}))
    assert ["has `wheelchair`" in each.message for each in wheelchairs_are_shown(without)] == [True]
    assert figure_name(seated[0]) not in {order.name for order in ordered(without)}
