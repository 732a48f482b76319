"""The finder: a whole list without JavaScript, true filters and counts with it, its state in the address."""

import json
import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from generator.handbook import Handbook
from generator.model.exercise import Exercise
from generator.pages.doses import dose_line

LEAST_TARGET = 24
"""CSS px, WCAG 2.5.8."""
Test = Callable[[Exercise], bool]


def _shown(page: Page) -> set[str]:
    cards = page.locator("li[data-exercise]:visible")
    return set(cards.evaluate_all("cards => cards.map(card => card.dataset.exercise)"))


def _open(page: Page, address: str, hash_: str = "") -> None:
    page.goto("about:blank")
    page.goto(f"{address}exercises/{hash_}")
    expect(page.locator(".finder-count")).to_contain_text("exercises")


def _skips(exercise: Exercise, caution: str, strict: bool = False) -> bool:
    return any(each.caution == caution and (strict or each.skip) for each in exercise.care)


COMBINATIONS: dict[str, Test] = {
    "#area=neck": lambda e: e.area == "neck",
    "#area=neck,core": lambda e: e.area in ("neck", "core"),
    "#position=hands-and-knees&phase=first-days": lambda e: (
        "hands-and-knees" in e.positions and "first-days" in e.phases
    ),
    "#goal=stretch&level=easy": lambda e: e.goal == "stretch" and e.level == "easy",
    "#equipment=none": lambda e: not e.equipment,
    "#equipment=mat,wall": lambda e: set(e.equipment) <= {"mat", "wall"},
    "#muscle=rhomboids": lambda e: "rhomboids" in (*e.muscles.main, *e.muscles.also),
    "#without=pregnancy": lambda e: not _skips(e, "pregnancy"),
    "#without=wrist,knee&care=none": lambda e: not any(_skips(e, each, True) for each in ("wrist", "knee")),
    "#without=osteoporosis&goal=strength&phase=prevention": lambda e: (
        not _skips(e, "osteoporosis") and e.goal == "strength" and "prevention" in e.phases
    ),
}


@pytest.mark.parametrize("hash_", COMBINATIONS)
def test_filters_show_what_fits_and_nothing_else(
    hash_: str, page: Page, address: str, handbook: Handbook
) -> None:
    expected = {slug for slug, each in handbook.exercises.items() if COMBINATIONS[hash_](each)}
    _open(page, address, hash_)
    assert _shown(page) == expected
    expect(page.locator(".finder-count")).to_have_text(re.compile(rf"^{len(expected)} of "))


def test_without_getting_down_to_the_floor(page: Page, address: str, handbook: Handbook) -> None:
    down = {id for id, each in handbook.facets.positions.items() if each.needs_floor}
    _open(page, address, "#floor=no")
    assert _shown(page) == {slug for slug, each in handbook.exercises.items() if set(each.positions) - down}


def test_the_list_is_whole_without_javascript(plain_page: Page, address: str, handbook: Handbook) -> None:
    plain_page.goto(f"{address}exercises/")
    cards = plain_page.locator(".cards li").filter(has=plain_page.locator("img"))
    assert cards.count() == len(handbook.exercises)
    text = "\n".join(cards.all_text_contents())
    for each in handbook.exercises.values():
        assert each.name in text
        assert dose_line(handbook, each, each.dose) in text


def test_each_count_is_what_a_tap_would_show(page: Page, address: str) -> None:
    _open(page, address, "#phase=recovering")
    page.locator("summary", has_text="Positions").click()
    labels = page.locator("label:has(input[name=position])")
    for index in range(labels.count()):
        promised = int(labels.nth(index).locator(".finder-number").inner_text())
        labels.nth(index).click()
        assert len(_shown(page)) == promised
        labels.nth(index).click()


def test_taps_go_into_the_address_and_back_takes_them_out(page: Page, address: str) -> None:
    _open(page, address)
    everything = _shown(page)
    page.locator("summary", has_text="Right now").click()
    page.get_by_label("First days").check()
    page.get_by_label("Recovering").check()
    page.wait_for_url("**/#phase=first-days,recovering")
    both = _shown(page)
    page.go_back()
    page.wait_for_url("**/#phase=first-days")
    assert _shown(page) < both
    page.reload()
    expect(page.locator(".finder-count")).to_contain_text(" of ")
    assert _shown(page) < both
    page.get_by_role("button", name="Clear all").click()
    assert _shown(page) == everything
    assert "#" not in page.url


def test_unknown_choices_are_dropped_with_a_word(page: Page, address: str, handbook: Handbook) -> None:
    _open(page, address, "#area=neck,moon&colour=red&position=<img src=x onerror=alert(1)>")
    assert _shown(page) == {slug for slug, each in handbook.exercises.items() if each.area == "neck"}
    expect(page.locator(".finder-note")).to_contain_text("area=moon, colour=red")
    assert page.locator(".finder-note img").count() == 0


def test_an_address_of_a_heading_is_no_filter(page: Page, address: str, handbook: Handbook) -> None:
    _open(page, address, "#upper-back")
    assert len(_shown(page)) == len(handbook.exercises)
    expect(page.locator(".finder-note")).to_be_hidden()


def test_nothing_fits_offers_ways_out(page: Page, address: str) -> None:
    _open(page, address, "#position=in-bed&area=core&equipment=ball&level=harder&without=knee")
    assert _shown(page) == set()
    way = page.locator(".finder-nothing button").first
    promised = int(re.findall(r"\d+", way.inner_text())[-1])
    way.click()
    assert len(_shown(page)) == promised > 0
    assert "without=knee" in page.url, "what a caution leaves out must never be loosened"


def test_care_is_said_on_the_cards_of_a_ticked_caution(page: Page, address: str, handbook: Handbook) -> None:
    _open(page, address, "#without=knee")
    care = {
        slug: each.do
        for slug, exercise in handbook.exercises.items()
        for each in exercise.care
        if each.caution == "knee" and not each.skip
    }
    assert care
    for slug, words in care.items():
        expect(page.locator(f"li[data-exercise={slug}] .card-care")).to_contain_text(words)


def test_by_keyboard_alone(page: Page, address: str) -> None:
    _open(page, address)
    page.locator("h1").click()
    for _ in range(30):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.matches('.finder summary')"):
            break
    page.keyboard.press("Enter")
    expect(page.locator(".finder details[open]")).to_have_count(1)
    page.keyboard.press("Tab")
    expect(page.locator(".finder input:focus")).to_have_value("neck")
    page.keyboard.press("Space")
    page.wait_for_url("**/exercises/#area=neck")
    expect(page.locator(".finder input:focus")).to_have_value("neck")
    count = page.locator(".finder-count")
    expect(count).to_have_role("status")
    expect(count).to_contain_text(" of ")


@pytest.mark.parametrize("width", [320, 1280])
def test_targets_are_large_enough(width: int, page: Page, address: str) -> None:
    page.set_viewport_size({"width": width, "height": 800})
    _open(page, address, "#area=neck&goal=stretch")
    page.locator("summary", has_text="Where").click()
    boxes = page.locator(".finder :is(summary, label, button):visible").evaluate_all(
        "all => all.map(each => [each.textContent, each.offsetWidth, each.offsetHeight])"
    )
    assert [box for box in boxes if min(box[1:]) < LEAST_TARGET] == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_a_failed_fetch_leaves_the_list(page: Page, address: str, handbook: Handbook) -> None:
    page.route("**/browse.json", lambda route: route.abort())
    page.goto(f"{address}exercises/")
    expect(page.locator("#finder")).to_contain_text("could not load")
    assert page.locator(".cards li:visible").count() == len(handbook.exercises)


def test_a_thousand_exercises_are_filtered_alike(page: Page, address: str, handbook: Handbook) -> None:
    page.goto(f"{address}about/")
    times = 1 + 1000 // len(handbook.exercises)
    found = page.evaluate(
        """async ([root, times]) => {
          const filter = await import(`${root}assets/finder/filter.js`)
          const catalogue = await (await import(`${root}assets/page/catalogue.js`)).loadCatalogue()
          const list = filter.groups(catalogue)
          const many = Array.from({ length: times }, (_, turn) =>
            [...catalogue.exercises.values()].map(each => ({ ...each, id: `${each.id}-${turn}` }))).flat()
          const { choices } = filter.readChoices("position=standing&phase=recovering&without=knee", list)
          const size = exercises => filter.filtered(exercises, list, choices).found.size
          return [size([...catalogue.exercises.values()]), size(many)]
        }""",
        [address, times],
    )
    assert found[1] == times * found[0] > 0


def test_the_data_name_every_exercise(site_data: dict[str, object], handbook: Handbook) -> None:
    exercises = site_data["exercises"]
    assert isinstance(exercises, list)
    assert [each["id"] for each in exercises] == list(handbook.exercises)


@pytest.fixture
def site_data(page: Page, address: str) -> dict[str, object]:
    """browse.json as a browser gets it."""
    found = json.loads(page.request.get(f"{address}browse.json").text())
    assert isinstance(found, dict)
    return found


def test_a_small_screen_says_the_answer_where_it_is_asked(page: Page, address: str) -> None:
    page.set_viewport_size({"width": 390, "height": 844})
    page.goto(f"{address}exercises/")
    bar = page.locator(".finder-bar")
    expect(bar).to_be_hidden()
    page.locator(".finder-group summary").first.click()
    page.locator(".finder-group label").first.click()
    expect(bar).to_contain_text("Show ")
    box = bar.bounding_box()
    assert box and box["y"] + box["height"] <= 845
    bar.click()
    expect(page.locator(".finder-count")).to_be_in_viewport()
    assert page.url.partition("#")[2] != "finder-answer"


def test_escape_closes_a_box_and_leaves_the_focus_on_its_name(page: Page, address: str) -> None:
    _open(page, address)
    box = page.locator(".finder-group").nth(1)
    box.locator("summary").click()
    box.locator("input").first.check()
    page.keyboard.press("Escape")
    assert box.get_attribute("open") is None
    assert box.locator("summary").evaluate("each => each === document.activeElement")
    assert "=" in page.url, "what was chosen stays"


TABBABLE = """all => all.filter(each => each.tabIndex >= 0 && each.checkVisibility()).length"""
STOPS = "a[href], button, summary, input, select, textarea"


def test_a_card_is_one_stop_and_the_arrows_lead_to_its_buttons(
    page: Page, address: str, handbook: Handbook
) -> None:
    """As in a grid of ARIA's practices: nothing is lost, and who passes a card by passes it with one key."""
    _open(page, address)
    cards, first = page.locator("li[data-exercise]"), page.locator("li[data-exercise]").first
    assert cards.locator(STOPS).evaluate_all(TABBABLE) == len(handbook.exercises)
    add, look = first.locator("[data-add]"), first.locator(".card-look button")
    first.locator("a").focus()
    page.keyboard.press("ArrowRight")
    expect(add).to_be_focused()
    page.keyboard.press("Enter")
    expect(add).to_have_attribute("aria-pressed", "true")
    page.keyboard.press("ArrowRight")
    expect(look).to_be_focused()
    page.keyboard.press("ArrowRight")
    expect(look).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.get_by_role("dialog")).to_be_visible()
    page.keyboard.press("Escape")
    expect(look).to_be_focused()
    page.keyboard.press("Tab")
    expect(cards.nth(1).locator("a")).to_be_focused()
    page.keyboard.press("Shift+Tab")
    expect(first.locator("a")).to_be_focused()


def test_the_keys_of_a_card_are_told(page: Page, address: str) -> None:
    """Seen where the keyboard is and nowhere else, and heard with the link."""
    _open(page, address)
    link = page.locator("li[data-exercise] a").first
    before = "link => getComputedStyle(link.closest('li'), '::before').content"
    assert link.evaluate(before) == "none"
    link.focus()
    page.keyboard.press("Shift+Tab")
    page.keyboard.press("Tab")
    assert link.evaluate(before) in ('"→ Add to my sheet · Look"', "attr(data-keys)")  # as Firefox tells it
    expect(page.locator("li[data-exercise]").first).to_have_attribute("data-keys", "→ Add to my sheet · Look")
    expect(link).to_have_accessible_description("→ Add to my sheet · Look")


def test_without_the_finder_every_button_is_a_stop(page: Page, address: str) -> None:
    page.route("**/browse.json", lambda route: route.abort())
    page.goto(f"{address}exercises/")
    expect(page.locator("#finder .note")).to_be_visible()
    buttons = page.locator(".cards [data-add]")
    assert buttons.evaluate_all(TABBABLE) == buttons.count() > 0
