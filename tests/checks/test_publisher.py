"""A clinic's own copy: its address is where it deploys, its colours can be read, its reviews hold."""

from dataclasses import replace
from datetime import date

import pytest

from generator.checks.publisher import colours_can_be_read, figures_can_be_read, stray_address
from generator.checks.reviews import reviews_hold
from generator.colour import contrast
from generator.handbook import Handbook
from generator.model.exercise import Review
from generator.model.publisher import COLOURS
from tests.conftest import ROOT


@pytest.mark.parametrize(
    ("address", "repository", "warned"),
    [
        ("https://clinic.github.io/backs/", "Clinic/backs", False),
        ("https://clinic.github.io/", "Clinic/clinic.github.io", False),
        ("https://backs.clinic.example/", "Clinic/backs", False),
        ("https://unknot.github.io/unknot/", "Clinic/backs", True),
        ("https://unknot.github.io/unknot/", "", False),
    ],
)
def test_a_fork_that_keeps_the_old_address_is_warned(address: str, repository: str, warned: bool) -> None:
    assert bool(stray_address(address, repository)) is warned


def test_colours_that_nobody_can_read_are_told(handbook: Handbook) -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    pale = handbook.publisher.model_copy(update={"colours": {"paper": "#faf7f0", "teal": "#ffee88"}})
    assert [each.where for each in colours_can_be_read(replace(handbook, publisher=pale))] == ["colours.teal"]


@pytest.mark.parametrize(
    ("chosen", "told"),
    [
        ({"trousers": "#22282e"}, ["colours.trousers"]),
        ({"arrow": "#ffe08a"}, ["colours.arrow"]),
        ({"muscle": "#e8c9b0"}, ["colours.muscle"]),
        ({"shirt": "#ffffff", "trousers": "#8fa8b5", "muscle": "#b3342d", "arrow": "#0b4f8a"}, []),
    ],
)
def test_a_figure_in_colours_that_hide_it_is_told(
    chosen: dict[str, str], told: list[str], handbook: Handbook
) -> None:
    own = handbook.publisher.model_copy(update={"colours": {**handbook.publisher.colours, **chosen}})
    found = figures_can_be_read(replace(handbook, publisher=own))
    assert sorted(each.where for each in found) == told


@pytest.mark.parametrize(
    ("reviewed", "due", "words"),
    [
        (date(2024, 1, 5), date(2026, 1, 5), "was due on 2026-01-05"),
        (date(2026, 8, 1), date(2028, 8, 1), "is still to come"),
        (date(2026, 2, 1), date(2030, 2, 1), "three years later at most"),
        (date(2026, 2, 1), date(2028, 2, 1), ""),
    ],
)
def test_a_page_of_guidance_keeps_its_review_as_exercises_do(
    reviewed: date, due: date, words: str, handbook: Handbook
) -> None:
    review = Review(author="A", reviewer="B", role="Nurse", reviewed=reviewed, next_review=due)
    page = next(iter(handbook.pages.values())).model_copy(update={"review": review})
    alone = replace(handbook, exercises={}, routines={}, pages={page.path: page})
    found = [each.message for each in reviews_hold(alone, date(2026, 6, 1))]
    assert (words in " ".join(found)) if words else found == []


def test_every_colour_of_a_handbook_is_one_that_a_style_uses() -> None:
    styles = "".join(file.read_text(encoding="utf-8") for file in (ROOT / "docs" / "assets").rglob("*.css"))
    assert [name for name in COLOURS if f"var(--brand-{name}," not in styles] == []
    assert "leaf" in COLOURS, "cards and the header are a large part of a page"
