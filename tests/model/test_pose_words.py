"""A writer's words are understood or refused with a sentence that helps."""

from __future__ import annotations

from typing import Any

import pytest
from pydantic import ValidationError

from generator.model.mirror import mirrored
from generator.model.pose import FigureSpec

ALT = "A person in a pose that is tested."


def figure(**frame: Any) -> FigureSpec:
    """Return a figure with one frame."""
    return FigureSpec.model_validate({"base": "standing", "frames": {"A": {"alt": ALT, **frame}}})


def complaint(**frame: Any) -> str:
    """Return what is said about a wrong frame."""
    with pytest.raises(ValidationError) as caught:
        figure(**frame)
    error = caught.value.errors()[0]
    return f"{'.'.join(str(part) for part in error['loc'])}: {error['msg']}"


def test_numbers_may_be_written_as_text() -> None:
    spec = figure(low_back={"turn": "left 8", "round": "12"}, legs={"knee": 5})
    assert spec.frames["A"].low_back is not None
    assert spec.frames["A"].low_back.round == 12
    assert spec.frames["A"].legs is not None
    assert spec.frames["A"].legs.knee == 5


@pytest.mark.parametrize(
    ("frame", "place", "words"),
    [
        ({"low_back": {"turn": "lift 8"}}, "low_back.turn", "no direction 'lift'; did you mean 'left'?"),
        ({"low_back": {"round": "-8"}}, "low_back.round", "no signs here"),
        ({"low_back": {"turn": "left"}}, "low_back.turn", "each word needs a number"),
        ({"left_arm": {"upper": "forwards"}}, "left_arm.upper", "did you mean 'forward'?"),
        ({"contacts": {"right sholder": "floor"}}, "contacts", "no part of the body 'right sholder'"),
        ({"contacts": {"palm": "floor"}}, "contacts", "say which side"),
        ({"contacts": {"left palm": "left kneee"}}, "contacts", "did you mean 'knee'?"),
        ({"keep": ["thigh vertcal"]}, "keep.0", "did you mean 'thighs vertical'?"),
        ({"free": {"trnk": 20}}, "free", "did you mean 'trunk'?"),
        ({"left_arm": {"palms": "up"}}, "left_arm.palms", "Extra inputs"),
    ],
)
def test_wrong_words_are_refused_with_place_and_help(frame: dict[str, Any], place: str, words: str) -> None:
    said = complaint(**frame)
    assert said.startswith(f"frames.A.{place}")
    assert words in said


def test_mirror_swaps_side_words_everywhere_but_in_words_for_readers() -> None:
    spec = FigureSpec.model_validate({
        "base": "standing",
        "mirror": "true",
        "view": {"side": "left", "turn": "30"},
        "target": {"stretches": ["rhomboids right"]},
        "frames": {
            "A": {
                "alt": "The right arm crosses to the left side.",
                "right_arm": {"upper": "left 2 forward 1"},
                "contacts": {"left palm": {"on": "right elbow", "left": "3"}},
            }
        },
    })  # fmt: skip
    other = mirrored(spec)
    frame = other.frames["A"]
    assert frame.alt == "The right arm crosses to the left side."
    assert frame.left_arm is not None
    assert frame.left_arm.upper == "right 2 forward 1"
    assert frame.contacts["right palm"].on == "left elbow"
    assert frame.contacts["right palm"].right == 3
    assert other.target.stretches == ("rhomboids left",)
    assert other.view != "auto"
    assert other.view.side == "right"


def test_a_thing_of_no_kind_is_told_the_kinds() -> None:
    frames = {"A": {"alt": "A person in a pose that is tested."}}
    with pytest.raises(ValidationError, match=r"'bar' is no kind of thing.* rail"):
        FigureSpec.model_validate({"base": "standing", "props": {"bar": {"height": "206"}}, "frames": frames})
    named = {"bar": {"kind": "rail", "height": "206"}}
    assert FigureSpec.model_validate({"base": "standing", "props": named, "frames": frames}).props["bar"].kind


@pytest.mark.parametrize("size", ["99999", "401", "1e9", "-3"])
def test_a_size_beyond_a_room_or_a_turn_is_refused(size: str) -> None:
    frames = {"A": {"alt": "A person in a pose that is tested."}}
    with pytest.raises(ValidationError):
        FigureSpec.model_validate({"base": "x", "props": {"chair": {"footward": size}}, "frames": frames})
