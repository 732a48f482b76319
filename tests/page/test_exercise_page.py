"""An exercise's page on a laptop and on a phone: what a reader sees first, and what stays in sight."""

from collections.abc import Mapping
from pathlib import Path

import pytest
from playwright.sync_api import Page, ViewportSize

from generator.floor import drawn_on_floor, may_need_floor, routine_needs_floor
from generator.gallery import draw_figures
from generator.handbook import Handbook
from generator.model.exercise import Exercise
from generator.pages.pictures import pictures
from generator.pages.storyboard import storyboard
from tests.conftest import ROOT

LAPTOP: ViewportSize = {"width": 1280, "height": 800}
PHONE: ViewportSize = {"width": 390, "height": 844}
LEAST_WIDTH = {2: 380, 3: 300}
"""px of a picture on a laptop, by how many stand on the page."""
START_BUTTON = 44
"""px that the bar with the dose may still grow by, for a button that starts the exercise."""
FRAMES = ".board .frame svg"
FOOT_OF = "each => each.getBoundingClientRect().bottom"
TOP_OF = "each => each.getBoundingClientRect().top"
SEEN = (
    "each => { const box = each.getBoundingClientRect(); return box.top >= 0 && box.bottom <= innerHeight }"
)


@pytest.fixture(scope="session")
def kinds(handbook: Handbook) -> Mapping[tuple[str, int], Exercise]:
    """For every shape and number of pictures, the exercise with the longest words."""
    figures, _ = draw_figures(handbook, ROOT / "build" / "figures")
    by_length = sorted(handbook.exercises.values(), key=lambda each: len(each.why + each.name + each.start))
    shown = ((pictures(each, figures), each) for each in by_length)
    return {(drawn[0].shape, len(drawn)): each for drawn, each in shown}


def test_pictures_are_wide_on_a_laptop(
    kinds: Mapping[tuple[str, int], Exercise], page: Page, address: str
) -> None:
    page.set_viewport_size(LAPTOP)
    for (_, count), exercise in kinds.items():
        page.goto(f"{address}{exercise.address}/")
        widths = page.eval_on_selector_all(
            FRAMES, "all => all.map(each => each.getBoundingClientRect().width)"
        )
        assert len(widths) == count and min(widths) >= LEAST_WIDTH[count], exercise.slug


def test_the_dose_stays_in_sight_while_steps_are_read(
    kinds: Mapping[tuple[str, int], Exercise], page: Page, address: str
) -> None:
    for size in (LAPTOP, PHONE):
        page.set_viewport_size(size)
        for exercise in kinds.values():
            page.goto(f"{address}{exercise.address}/")
            for step in page.locator(".steps li").all():
                step.evaluate("each => each.scrollIntoView({ behavior: 'instant', block: 'center' })")
                assert page.locator(".dose-main").evaluate(SEEN), (exercise.slug, size)


@pytest.mark.parametrize("every", [5, pytest.param(1, marks=pytest.mark.audit)])
def test_a_phone_shows_the_first_picture_and_the_dose_at_once(
    handbook: Handbook, page: Page, address: str, every: int
) -> None:
    page.set_viewport_size(PHONE)
    cut = {}
    for exercise in list(handbook.exercises.values())[::every]:
        page.goto(f"{address}{exercise.address}/")
        foot = page.locator(FRAMES).first.evaluate(FOOT_OF)
        bar = page.locator(".dose-now").evaluate(TOP_OF)
        if foot > bar - START_BUTTON or not page.locator(".dose-main").evaluate(SEEN):
            cut[exercise.slug] = (foot, bar)
    assert cut == {}


def test_every_step_stands_once_in_order_beside_its_picture_or_a_later_one(handbook: Handbook) -> None:
    for exercise in handbook.exercises.values():
        panels = storyboard(exercise, pictures(exercise, {}))
        assert [step for panel in panels for step in panel.steps] == list(exercise.steps)
        counted = 1
        for panel in panels:
            assert panel.first == counted
            counted += len(panel.steps)
            assert all(step.frame <= panel.picture.letter for step in panel.steps), exercise.slug


def test_help_with_the_floor_stands_on_every_page_that_goes_there(handbook: Handbook, site: Path) -> None:
    def helps(address: str) -> bool:
        html = (site / address / "index.html").read_text(encoding="utf-8")
        return f"guidance/{handbook.safety.floor_page}/" in html.partition("<main")[2]

    exercises = [each.address for each in handbook.exercises.values() if may_need_floor(handbook, each)]
    routines = [each.address for each in handbook.routines.values() if routine_needs_floor(handbook, each)]
    assert exercises and routines
    assert [address for address in (*exercises, *routines) if not helps(address)] == []
    drawn = {each.address for each in handbook.exercises.values() if drawn_on_floor(handbook, each)}
    assert drawn <= {*exercises}


def test_all_kit_is_shown_with_what_else_will_do(handbook: Handbook, page: Page, address: str) -> None:
    exercise = next(
        each for each in handbook.exercises.values() if each.equipment and each.optional_equipment
    )
    page.goto(f"{address}{exercise.address}/")
    told = page.inner_text("article")
    for thing in (*exercise.equipment, *exercise.optional_equipment):
        each = handbook.equipment[thing]
        assert each.name in told and each.household[1:] in told


def test_every_picture_has_words_beside_it(handbook: Handbook) -> None:
    """The start, a step or both: no picture of an exercise is left to itself."""
    alone = []
    for exercise in handbook.exercises.values():
        board = storyboard(exercise, pictures(exercise, {}))
        alone += [(exercise.slug, each.picture.letter) for each in board[1:] if not each.steps]
        assert exercise.start
    assert alone == []
