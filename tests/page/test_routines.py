"""Routines: strips of their moves, filters that need no script, and the way to the next one."""

import pytest
from playwright.sync_api import Page, expect

from generator.floor import without_floor
from generator.handbook import Handbook
from generator.model.routine import Routine
from generator.pages.doses import minutes

CARDS = ".strips li:visible > a:not(.card-print)"


@pytest.fixture
def plain(plain_page: Page, address: str) -> Page:
    """The list in a browser without JavaScript."""
    plain_page.goto(f"{address}routines/")
    return plain_page


def _shown(page: Page) -> set[str]:
    return set(page.locator(CARDS).all_inner_texts())


def _names(routines: list[Routine]) -> set[str]:
    return {each.name for each in routines}


def test_the_filters_work_without_script(plain: Page, handbook: Handbook) -> None:
    routines = list(handbook.routines.values())
    assert _shown(plain) == _names(routines)
    plain.get_by_role("checkbox", name="No floor needed").check()
    upright = [each for each in routines if without_floor(handbook, each)]
    assert _shown(plain) == _names(upright) < _names(routines)
    plain.get_by_label("Up to 12 minutes").check()
    short = [each for each in upright if minutes(handbook, each) <= 12]
    assert _shown(plain) == _names(short)
    place = short[0].place
    plain.get_by_label(handbook.facets.places[place].name).check()
    assert _shown(plain) == _names([each for each in short if each.place == place])


def test_the_choice_stands_in_the_address(page: Page, address: str, handbook: Handbook) -> None:
    page.goto(f"{address}routines/#time=6")
    short = [each for each in handbook.routines.values() if minutes(handbook, each) <= 6]
    expect(page.locator(".routine-count")).to_contain_text(f"{len(short)} of {len(handbook.routines)}")
    assert _shown(page) == _names(short)
    page.get_by_role("checkbox", name="No floor needed").check()
    page.wait_for_url("**/#time=6&floor=no")


def test_every_card_shows_its_moves(plain: Page, handbook: Handbook) -> None:
    for routine in handbook.routines.values():
        card = plain.locator(".strips li", has=plain.locator(f"a[href='../{routine.address}/']")).first
        shown = card.locator("img").evaluate_all(
            "all => all.map(img => img.getAttribute('src').split('/').at(-1))"
        )
        assert shown == [f"{item.exercise}.svg" for item in routine.items[:4]]


def test_every_card_has_its_sheet_to_print(plain: Page, handbook: Handbook) -> None:
    sheets = [f"../{each.address}/sheet/" for each in handbook.routines.values()]
    ways = plain.locator(".card-print").evaluate_all("all => all.map(each => each.getAttribute('href'))")
    assert sorted(ways) == sorted(sheets)
    names = plain.locator(".card-print").evaluate_all("all => all.map(each => each.ariaLabel)")
    assert len(set(names)) == len(sheets)
    plain.locator(".card-print").first.click()
    plain.wait_for_url("**/sheet/")


def test_ready_sheets_are_the_same_cards(plain_page: Page, address: str, handbook: Handbook) -> None:
    plain_page.goto(f"{address}build/")
    cards = plain_page.locator(".strips li", has=plain_page.locator("img"))
    ways = cards.locator("a").evaluate_all("all => all.map(each => each.getAttribute('href'))")
    assert ways == [f"../{each.address}/sheet/" for each in handbook.routines.values()]


def test_the_routine_done_last_on_this_device_is_offered(
    page: Page, address: str, handbook: Handbook
) -> None:
    routine = next(iter(handbook.routines.values()))
    page.goto(f"{address}routines/")
    expect(page.locator("[data-left]")).to_be_hidden()
    done = {"day": "2026-01-05", "kind": "routine", "id": routine.slug, "title": routine.name}
    page.evaluate(
        """async done => {
          const { addDone } = await import(new URL("../assets/days/log.js", location.href))
          addDone({ ...done, items: [], skipped: [], pain: null, line: "" })
        }""",
        done,
    )
    page.reload()
    expect(page.locator("[data-left] a")).to_have_text(routine.name)


ROOM_BELOW = """cards => cards.map(card => {
  const words = document.createRange(), edge = card.getBoundingClientRect().bottom
  return edge - Math.max(...[...card.querySelectorAll("span, a")].map(each => {
    words.selectNodeContents(each)
    return words.getBoundingClientRect().bottom
  }))
})"""
LEAST_ROOM = 6
"""px between the last line of a card and its edge."""


@pytest.mark.parametrize("width", [390, 1280])
def test_no_line_of_a_move_sits_on_the_edge_of_its_card(
    width: int, page: Page, address: str, handbook: Handbook
) -> None:
    page.set_viewport_size({"width": width, "height": 844})
    page.goto(f"{address}{next(iter(handbook.routines.values())).address}/")
    room = page.locator(".round li").evaluate_all(ROOM_BELOW)
    assert room and min(room) >= LEAST_ROOM
