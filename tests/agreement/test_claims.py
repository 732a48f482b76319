"""A step's numbers are held to the drawing within the written tolerance; no named mistake is drawn."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from pydantic import ValidationError

from generator.agreement.claims import NEAR_CM, Drawn, measured, shown_mistakes, together, unmet
from generator.agreement.looks import Look
from generator.figure import Measures
from generator.handbook import Handbook
from generator.loading import load_handbook
from generator.model.claim import Claim, Mistake, span_of
from generator.model.things import Prop
from generator.pages.pictures import card_words, drawn_larger
from tests.agreement.planting import LEFT, UP, put, put_both, standing, with_angle
from tests.conftest import ROOT


@pytest.fixture(scope="module")
def tiny() -> Handbook:
    """Return the tiny handbook that the goldens are made from."""
    handbook, problems = load_handbook(ROOT / "tests" / "content")
    assert not problems
    return handbook


def drawn(tiny: Handbook, after: Measures, **changes: Any) -> Drawn:
    """Return the tiny handbook's nod with measures that somebody stands, then does something."""
    nod = tiny.exercises["nod"].model_copy(update=changes)
    return Drawn(nod, dict.fromkeys(nod.figure.frames, standing()) | {"B": after}, {})


def claim(**words: Any) -> Claim:
    """Return a claim from a writer's words."""
    return Claim.model_validate(words)


LIFT = {"part": "both palm", "moves": "up", "cm": "5"}


@pytest.mark.parametrize(("cm", "met"), [(5, True), (5 + NEAR_CM - 0.1, True), (5 + NEAR_CM + 0.2, False)])
def test_a_movement_agrees_within_the_written_tolerance(tiny: Handbook, cm: float, met: bool) -> None:
    after = put_both(standing(), "palm", "palm", UP, cm)
    assert (not list(unmet(drawn(tiny, after), "B", claim(**LIFT)))) is met


def test_a_movement_that_is_drawn_larger_is_told_to_the_reader(tiny: Handbook) -> None:
    after = put_both(standing(), "palm", "palm", UP, 12)
    larger = claim(**LIFT, drawn="12", because="Five centimetres are lost in a small picture.")
    assert list(unmet(drawn(tiny, after), "B", claim(**LIFT)))
    assert not list(unmet(drawn(tiny, after), "B", larger))
    nod = tiny.exercises["nod"]
    step = nod.steps[-1].model_copy(update={"shows": (larger,), "frame": "B"})
    told = nod.model_copy(update={"steps": (*nod.steps[:-1], step)})
    assert drawn_larger(tiny, told) == "Picture B is drawn larger than you move: 12, not 5 cm."
    assert drawn_larger(tiny, told) in card_words(tiny, told)
    assert not drawn_larger(tiny, nod)


def test_a_name_nobody_measures_is_told_with_the_nearest_one(tiny: Handbook) -> None:
    message = next(unmet(drawn(tiny, standing()), "B", claim(part="both plam", moves="up", cm="5")))
    assert "left plam" in message
    assert "left palm" in message


def test_places_angles_and_distances_are_compared_too(tiny: Handbook) -> None:
    low = put_both(standing(), "elbow joint", "shoulder joint", UP, -5)
    below = claim(part="both elbow joint", lies="down", off="both shoulder joint", cm="5")
    assert not list(unmet(drawn(tiny, low), "B", below))
    assert list(unmet(drawn(tiny, standing()), "B", below))
    apart = put(standing(), "left ankle joint", "right ankle joint", LEFT, 35)
    assert not list(unmet(drawn(tiny, apart), "B", claim(apart="feet", cm="35")))
    knees = claim(angle="both knee flexion", degrees="90")
    assert not list(unmet(drawn(tiny, with_angle("knee flexion", 92).now), "B", knees))
    assert list(unmet(drawn(tiny, with_angle("knee flexion", 70).now), "B", knees))


def test_a_mistake_that_a_frame_shows_is_found_and_only_in_the_frames_it_is_about(tiny: Handbook) -> None:
    mistake = Mistake.model_validate({"do": "Shrugging.", "never": "shoulders shrugged"})
    after = with_angle("girdle elevation", 20).now
    (place, message), *_ = shown_mistakes(drawn(tiny, after, mistakes=(mistake,)))
    assert place == ("mistakes", 0, "never")
    assert "frame B shows this mistake" in message
    elsewhere = mistake.model_copy(update={"only": ("A",)})
    assert not list(shown_mistakes(drawn(tiny, after, mistakes=(elsewhere,))))


@pytest.mark.parametrize(
    ("amount", "span"),
    [("5", (5, 5)), ("10 to 20", (10, 20)), ("up to 10", (0, 10)), ("at least 3", (3, 1000))],
)
def test_an_amount_allows_what_its_words_say(amount: str, span: tuple[float, float]) -> None:
    assert span_of(amount) == span


@pytest.mark.parametrize(
    "words",
    [
        {}, {"part": "chin", "moves": "up"}, {"moves": "up", "cm": "5"},
        {"part": "chin", "lies": "up", "cm": "5"},
        {"apart": "feet", "cm": "5", "degrees": "5"}, {"apart": "feet", "cm": "some"},
        {"holds": "chin level", "cm": "5"}, {"holds": "chin lvel"}, {"holds": "left chin level"},
        {"holds": "roller at T13"}, {"part": "chin", "moves": "upp", "cm": "5"},
        {"apart": "feet", "cm": "5", "drawn": "8"},
    ],
)  # fmt: skip
def test_a_claim_that_says_too_little_or_too_much_is_refused(words: dict[str, str]) -> None:
    with pytest.raises(ValidationError):
        Claim.model_validate(words)


@pytest.mark.parametrize(
    ("wall", "way"),
    [({"forward": 30}, (0.0, 0.0, 1.0)), ({"backward": 30}, (0.0, 0.0, -1.0)), ({"left": 30}, LEFT)],
)
def test_a_distance_from_a_wall_counts_from_its_face_wherever_it_stands(
    tiny: Handbook, wall: dict[str, float], way: tuple[float, float, float]
) -> None:
    base = {"wall": Prop.model_validate(wall)}
    things = together(base, {"wall": Prop.model_validate({"height": 300})})
    origin = replace(standing(), places={**standing().places, "left heel": (0.0, 0.0, 0.0)})
    look = Look(put(origin, "left heel", "left heel", way, 10), standing(), things)
    assert measured(look, claim(part="left heel", lies="away", off="wall", cm="20")) == [20]
