"""A word that is not known gets the one that was meant, or what is known, and never a stranger."""

import pytest

from generator.model.conditions import EXAMPLES
from generator.model.words import DIRECTIONS, PAIRED_PARTS, SINGLE_PARTS
from generator.nearness import did_you_mean, nearest, suggestion

PARTS = (*PAIRED_PARTS, *SINGLE_PARTS)
MUSCLES = ("suboccipitals", "hamstrings", "piriformis")
PAGES = ("exercises/core/bird-dog", "exercises/core/dead-bug", "guidance/red-flags", "guidance/sleep")


@pytest.mark.parametrize(
    ("written", "known", "meant"),
    [
        ("downwards", DIRECTIONS, "down"),
        ("backwards", DIRECTIONS, "backward"),
        ("forwards", DIRECTIONS, "forward"),
        ("upp", DIRECTIONS, "up"),
        ("knee_back", PARTS, "knee"),
        ("upper_bakc", PARTS, "upper_back"),
        ("lowback", PARTS, "low_back"),
        ("stomach", PARTS, "belly"),
        ("elbow straight", EXAMPLES, "elbows straight"),
        ("hypermobile", ("hypermobility",), "hypermobility"),
        ("guidance/red-flag", PAGES, "guidance/red-flags"),
        ("exercises/neck/bird-dog", PAGES, "exercises/core/bird-dog"),
    ],
)
def test_what_was_meant_is_named(written: str, known: tuple[str, ...], meant: str) -> None:
    assert nearest(written, known) == meant


@pytest.mark.parametrize(
    ("written", "known"),
    [
        ("back straight", EXAMPLES),
        ("isquiotibiales", MUSCLES),
        ("prevention", ("recovering", "first-days")),
        ("bar", ("bag", "mat", "ball")),
        ("hip", ("lip", "ear")),
        ("head-nod", ("head-slide", "head-turn")),
        ("guidance/dizzy", PAGES),
        ("sideways", DIRECTIONS),
        ("", DIRECTIONS),
    ],
)
def test_a_stranger_is_never_suggested(written: str, known: tuple[str, ...]) -> None:
    assert nearest(written, known) is None
    assert did_you_mean(written, known) == ""


def test_where_nothing_is_near_what_is_known_is_listed() -> None:
    assert suggestion("sideways", DIRECTIONS) == f"; known here: {', '.join(DIRECTIONS)}"
    assert suggestion("x", frozenset(("b", "", "a"))) == "; known here: a, b"
    straight = [each for each in EXAMPLES if "straight" in each.split()]
    assert suggestion("back straight", EXAMPLES) == f"; known here: {', '.join(straight)}"
    assert suggestion("x", PARTS) == ""
