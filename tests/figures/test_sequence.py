"""One repetition as it is played: there, held as long as the dose says, back, and then the other side."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from generator.handbook import Handbook
from generator.model.exercise import Exercise
from generator.orders import held_in, story_of
from tests.drawing import PATIENCE
from tests.figures.test_player import filmed, opened, still
from tests.styling import restyle

SECOND_BY_SECOND = 60


@pytest.fixture
def page(drawing: Browser, address: str) -> Iterator[Page]:
    """A page whose clock the test moves on, so that nothing depends on how fast the machine is."""
    opened = drawing.new_page(viewport={"width": 480, "height": 700}, service_workers="block")
    opened.set_default_timeout(PATIENCE)
    opened.clock.install()
    yield opened
    opened.close()


def opened_unseen(page: Page, address: str, exercise: Exercise) -> None:
    """Open a film and hide its picture: then nothing is drawn, and a minute of it passes at once."""
    opened(page, address, exercise.address)
    restyle(page, ".film-picture { display: none }")


def with_film(handbook: Handbook, site: object, sides: str, least_hold: int = 0) -> Exercise:
    """Return an exercise with a film."""
    there = set(filmed(handbook))
    return next(
        each
        for each in handbook.exercises.values()
        if each.address in there and each.sides == sides and each.dose.hold >= least_hold
    )


def words_while_it_plays(page: Page) -> list[str]:
    """Play one repetition to its end, and return what was said on the way, in order."""
    page.get_by_role("button", name="Play").click()
    said: list[str] = []
    for _ in range(SECOND_BY_SECOND * 4):
        now = page.locator(".film-said").inner_text()
        said += [now] if now not in said[-1:] else []
        if page.get_by_role("button", name="Play", exact=True).count():
            return said
        page.clock.run_for(500)
    raise AssertionError(said)


def test_a_dose_for_each_side_plays_the_other_side_after_the_first(
    page: Page, address: str, handbook: Handbook, site: object
) -> None:
    exercise = with_film(handbook, site, "each", 5)
    opened_unseen(page, address, exercise)
    other = page.get_by_role("button", name="Other side")
    expect(other).to_have_attribute("aria-pressed", "false")
    said = words_while_it_plays(page)
    turn = next(place for place, words in enumerate(said) if "Now the other side" in words)
    assert all("other side" not in words for words in said[:turn])
    assert [
        f"Hold for {exercise.dose.hold} seconds" in " ".join(part) for part in (said[:turn], said[turn:])
    ] == [
        True,
        True,
    ]
    expect(other).to_have_attribute("aria-pressed", "true")


def test_both_sides_at_once_are_never_mirrored(
    page: Page, address: str, handbook: Handbook, site: object
) -> None:
    exercise = with_film(handbook, site, "together", 3)
    page.goto(f"{address}about/")
    page.add_init_script("document.documentElement.dir = 'rtl'")
    opened_unseen(page, address, exercise)
    assert all("other side" not in words for words in words_while_it_plays(page))
    assert page.get_by_role("button", name="Other side").get_attribute("aria-pressed") == "false"


def test_the_hold_is_counted(page: Page, address: str, handbook: Handbook, site: object) -> None:
    exercise = with_film(handbook, site, "together", 5)
    opened_unseen(page, address, exercise)
    page.get_by_role("button", name="Play").click()
    counted: set[str] = set()
    for _ in range(SECOND_BY_SECOND * 2):
        page.clock.run_for(500)
        counted.add(page.locator(".film-count").inner_text())
        if page.get_by_role("button", name="Play", exact=True).count():
            break
    assert counted == {"", *map(str, range(1, exercise.dose.hold + 1))}


def test_without_motion_the_steps_lead_to_the_other_side(
    page: Page, address: str, handbook: Handbook, site: object
) -> None:
    exercise = with_film(handbook, site, "each")
    still(page)
    opened_unseen(page, address, exercise)
    for _ in range(len(story_of(exercise))):
        page.get_by_role("button", name="Play").click()
        page.clock.run_for(100)
    expect(page.locator(".film-said")).to_contain_text("other side")
    expect(page.get_by_role("button", name="Other side")).to_have_attribute("aria-pressed", "true")


def test_a_story_leaves_out_what_is_the_mirror_and_what_comes_once(handbook: Handbook) -> None:
    for exercise in handbook.exercises.values():
        story = story_of(exercise)
        if exercise.sides != "together":
            assert story.count(story[0]) <= 2 and story[-1] == story[0], exercise.slug
        if exercise.dose.repetitions == 1:
            assert story[-1] == exercise.steps[-1].frame, exercise.slug
        assert all(0 <= place < len(story) for place in held_in(exercise)), exercise.slug


def test_the_hold_is_in_the_picture_whose_step_says_it(handbook: Handbook) -> None:
    for exercise in handbook.exercises.values():
        said = [step.frame for step in exercise.steps if f"Hold for {exercise.dose.hold} second" in step.do]
        held = {story_of(exercise)[place] for place in held_in(exercise)}
        assert set(said) <= held, exercise.slug
