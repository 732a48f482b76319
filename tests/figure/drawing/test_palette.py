"""The painted muscle stands out from what it is painted on, by day and by night."""

import re
from collections.abc import Iterator, Mapping

import pytest

from generator.checks.publisher import SHAPE
from generator.colour import LEAF, LINES, OF_FIGURES, STANDING, contrast, shades
from generator.pages.style import figure_css


def _schemes(chosen: Mapping[str, str]) -> Iterator[dict[str, str]]:
    for block in figure_css(shades(chosen)).split("}")[:2]:
        yield dict(re.findall(r"--(fig-[\w-]+): (#[0-9a-f]{6})", block))


LIGHT, DARK = _schemes({})


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize(
    ("outline", "ground"),
    [
        ("fig-fibre", "fig-skin"),
        ("fig-fibre", "fig-shirt"),
        ("fig-fibre", "fig-legs"),
        ("fig-deep-fibre", "fig-deep-skin"),
    ],
)
def test_a_painted_muscle_can_be_told_from_its_ground(scheme: str, outline: str, ground: str) -> None:
    """By its colour or by its outline and fibres (WCAG 2.2, 1.4.11)."""
    colours = LIGHT if scheme == "light" else {**LIGHT, **DARK}
    best = max(contrast(colours[each], colours[ground]) for each in (outline, "fig-target"))
    assert best >= SHAPE, f"{best:.2f} : 1"


def test_what_is_checked_of_a_handbooks_colours_is_what_the_style_sheet_has() -> None:
    named = {"legs": "trousers", "target": "muscle", "fibre": "muscle-line", "deep-fibre": "muscle-deep-line"}
    standing = {
        named.get(name.removeprefix("fig-"), name.removeprefix("fig-")): LIGHT[name] for name in LIGHT
    }
    assert {name: standing[name] for name in STANDING} == dict(STANDING)
    assert (standing["line"], standing["paper"]) == (LINES, LEAF)


def test_a_colour_that_a_handbook_chooses_is_in_every_shade_of_it() -> None:
    """By day and by night, near and far: nothing of our own colour is left."""
    ours = set(LIGHT.items()) | set(DARK.items())
    light, dark = _schemes(dict.fromkeys(OF_FIGURES, "#339966"))
    theirs = (set(light.items()) | set(dark.items())) - ours
    left = {name for name, _ in theirs}
    assert {"fig-skin-far", "fig-deep-skin", "fig-shirt", "fig-legs-far", "fig-fibre", "fig-arrow"} <= left
    assert {name for name, _ in ours & (set(light.items()) | set(dark.items()))} & left == set()
