"""The reader's own sheet: made by mouse or keys alone, kept in the address, printed on one page."""

import io
import json
import re
from pathlib import Path
from typing import Any

import pypdf
import pytest
from playwright.sync_api import Browser, Page, expect

from generator.handbook import Handbook
from generator.pages.doses import minutes

EIGHT = "#1&t=Eight&cat-cow&chin-tuck&open-book&bridge&pelvic-tilt&knee-rolls&bird-dog&thread-the-needle"
HOSTILE = "<img src=x onerror=alert(1)><script>alert(2)</script>"
LARGE_PT = 16
PX_PER_PT = 96 / 72


def _open(page: Page, address: str, hash_: str = "") -> None:
    page.goto("about:blank")
    page.goto(f"{address}build/{hash_}")
    expect(page.locator(".builder-minutes")).to_be_visible()


def _names(page: Page) -> list[str]:
    return [re.sub(r"^\d+\. ", "", text) for text in page.locator(".row-head a").all_inner_texts()]


def _sheet(page: Page) -> str:
    """The sheet's words, once every card has its pictures: they arrive after the words."""
    page.wait_for_function(
        "() => [...document.querySelectorAll('#builder-sheet .pair')].every(pair => pair.children.length)"
    )
    return page.locator("#builder-sheet .sheet").inner_text()


def _hash(page: Page) -> str:
    return page.url.partition("#")[2]


def test_an_exercise_goes_from_its_page_to_the_sheet(page: Page, address: str) -> None:
    page.goto(f"{address}exercises/neck/chin-tuck/")
    page.get_by_role("button", name="Add to my sheet").click()
    expect(page.locator(".sheet-count")).to_have_text("1")
    page.goto(f"{address}exercises/#area=upper-back")
    page.get_by_role("button", name="Add to my sheet: Cat-cow").click()
    expect(page.locator(".sheet-count")).to_have_text("2")
    page.get_by_role("link", name="My sheet").click()
    expect(page.locator(".builder-minutes")).to_contain_text("2 exercises")
    assert _names(page) == ["Chin tuck", "Cat-cow"]
    assert "Chin tuck" in _sheet(page)


def test_a_link_opens_the_same_sheet_elsewhere(page: Page, address: str, browser: Browser) -> None:
    _open(page, address, "#1&chin-tuck&cat-cow")
    page.get_by_label("Title").fill("For the train")
    page.get_by_label("Hold (seconds)").first.fill("7")
    page.get_by_label("Note").first.fill("Only if it feels good.")
    page.get_by_label("Note").first.blur()
    other = browser.new_context().new_page()
    other.goto(page.get_by_label("Link to this sheet").input_value())
    expect(other.locator(".builder-minutes")).to_be_visible()
    assert other.locator(".builder-damage").count() == 0
    assert _sheet(other) == _sheet(page)
    assert "Hold 7 seconds" in _sheet(other)
    other.context.close()


def test_the_name_stays_on_the_device_unless_ticked(page: Page, address: str) -> None:
    _open(page, address, "#1&chin-tuck")
    page.get_by_label("Made for").fill("Grandma Ada")
    page.get_by_label("Made for").blur()
    assert "Grandma Ada" in _sheet(page)
    assert "Ada" not in _hash(page)
    page.reload()
    expect(page.locator("#builder-sheet .sheet")).to_contain_text("Grandma Ada")
    page.get_by_label("Put this name in the link").check()
    assert "f=Grandma+Ada" in _hash(page)


def test_ticked_cautions_warn_and_stay_out_of_the_link(page: Page, address: str, handbook: Handbook) -> None:
    exercise = next(each for each in handbook.exercises.values() if any(care.skip for care in each.care))
    care = next(each for each in exercise.care if each.skip)
    _open(page, address, f"#1&{exercise.slug}")
    page.locator("summary", has_text="Warn me").click()
    page.get_by_label(handbook.cautions[care.caution].filter).check()
    expect(page.locator(".builder-warnings")).to_contain_text(f"Leave out “{exercise.name}”")
    assert care.caution not in _hash(page)


def test_the_data_warn_of_what_does_not_go_together(page: Page, address: str, handbook: Handbook) -> None:
    stretches = [each for each in handbook.exercises.values() if each.goal == "stretch"]
    first, second = next(
        (a, b)
        for a in stretches
        for b in stretches
        if a.slug < b.slug and set(a.muscles.main) & set(b.muscles.main)
    )
    strong = next(
        each
        for each in handbook.exercises.values()
        if each.goal == "strength" and "first-days" not in each.phases
    )
    others = [slug for slug in handbook.exercises if slug not in (first.slug, second.slug, strong.slug)][:6]
    slugs = "&".join((first.slug, second.slug, strong.slug, *others))
    _open(page, address, f"#1&p=first-days&{slugs}")
    said = page.locator(".builder-warnings").inner_text()
    assert f"“{first.name}” and “{second.name}” stretch the same muscle" in said
    assert f"“{strong.name}” is a strength move" in said
    assert "9 exercises are a lot" in said


@pytest.mark.parametrize("slug", ["first-days-gentle", "desk-break-5"])
def test_a_routine_is_a_start(slug: str, page: Page, address: str, handbook: Handbook) -> None:
    routine = handbook.routines[slug]
    _open(page, address)
    page.get_by_label("Or start from a routine").select_option(slug)
    page.get_by_role("button", name="Start from it").click()
    assert _names(page) == [handbook.exercises[item.exercise].name for item in routine.items]
    expect(page.locator(".builder-minutes")).to_contain_text(f"about {minutes(handbook, routine)} minutes")


def test_numbers_outside_the_limits_are_refused(page: Page, address: str) -> None:
    _open(page, address, "#1&chin-tuck:5.8.1.3")
    for label, words in (("Times", "51"), ("Sets", "0"), ("Hold (seconds)", "2.5"), ("How often", "")):
        field = page.get_by_label(label, exact=True).first
        before = field.input_value()
        field.fill(words)
        field.blur()
        assert field.input_value() == before
        expect(page.locator(".builder-status")).to_contain_text("whole numbers from")
    assert "chin-tuck:5.8.1.3" in _hash(page)


def test_hostile_links_stay_words(page: Page, address: str) -> None:
    dialogs: list[str] = []
    page.on("dialog", lambda dialog: dialogs.append(dialog.message))
    _open(page, address, f"#1&t={HOSTILE}&{HOSTILE}&f={HOSTILE}&chin-tuck~{HOSTILE}&o={HOSTILE}")
    assert _names(page) == ["Chin tuck"]
    assert "<img src=x onerror=alert(1)>" in _sheet(page)
    page.get_by_role("button", name="Save on this device").click()
    page.wait_for_timeout(200)
    for place in ("#builder", "#builder-sheet .sheet"):
        assert page.locator(f"{place} :is(img, script, iframe)").count() == 0
    assert dialogs == []
    expect(page.locator(".builder-damage")).to_be_visible()


def test_every_change_can_be_undone(page: Page, address: str) -> None:
    _open(page, address, "#1&chin-tuck&cat-cow&bridge")
    first = _sheet(page)
    page.get_by_role("button", name="Remove Cat-cow").click()
    page.get_by_role("button", name="Move Bridge up").click()
    page.get_by_label("Title").fill("Other")
    page.get_by_label("Title").blur()
    assert _names(page) == ["Bridge", "Chin tuck"]
    for _ in range(3):
        page.get_by_role("button", name="Undo").click()
    assert _sheet(page) == first
    expect(page.get_by_role("button", name="Undo")).to_be_disabled()


def test_rows_are_dragged(page: Page, address: str) -> None:
    _open(page, address, "#1&chin-tuck&cat-cow&bridge")
    page.locator(".builder-rows").scroll_into_view_if_needed()
    start = page.locator(".grip").first.bounding_box()
    end = page.locator(".builder-rows > li").last.bounding_box()
    assert start and end
    page.mouse.move(start["x"] + 8, start["y"] + 8)
    page.mouse.down()
    page.mouse.move(end["x"] + 20, end["y"] + end["height"] / 2, steps=5)
    page.mouse.move(end["x"] + 20, end["y"] + end["height"] - 4, steps=5)
    page.mouse.up()
    assert _names(page) == ["Cat-cow", "Bridge", "Chin tuck"]


def _tab_to(page: Page, selector: str, back: bool = False) -> None:
    for _ in range(80):
        if page.evaluate("selector => document.activeElement.matches(selector)", selector):
            return
        page.keyboard.press("Shift+Tab" if back else "Tab")
    raise AssertionError(f"{selector} was not reached")


def test_a_sheet_is_made_with_keys_alone(page: Page, address: str) -> None:
    _open(page, address)
    page.evaluate("document.activeElement.blur()")
    for name in ("Cat-cow", "Chin tuck"):
        _tab_to(page, "[data-focus=add]")
        page.keyboard.type(name, delay=5)
        page.keyboard.press("Enter")
        if name not in _names(page):  # some systems only choose on Enter
            _tab_to(page, ".builder-pick button")
            page.keyboard.press("Enter")
        expect(page.locator(".builder-status")).to_contain_text(f"{name} is number")
    _tab_to(page, "[data-focus=down-0]")
    page.keyboard.press("Enter")
    assert _names(page) == ["Chin tuck", "Cat-cow"]
    assert page.evaluate("document.activeElement.dataset.focus") == "up-1", "the focus goes with the row"
    _tab_to(page, "[data-focus=repetitions-1]")
    page.keyboard.press("ArrowUp")
    page.keyboard.press("Tab")
    expect(page.locator("#builder-sheet .sheet")).to_contain_text("7 times")
    _tab_to(page, "[data-focus=remove-0]", back=True)
    page.keyboard.press("Space")
    assert _names(page) == ["Cat-cow"]
    page.keyboard.press("Control+z")
    assert _names(page) == ["Chin tuck", "Cat-cow"]
    _tab_to(page, ".builder-share input")
    assert page.evaluate("document.activeElement.value").endswith(_hash(page))


def test_a_link_does_not_swallow_my_own_sheet(page: Page, address: str) -> None:
    _open(page, address, "#1&bridge")
    page.get_by_label("Title").fill("Mine")
    page.get_by_label("Title").blur()
    _open(page, address, "#1&cat-cow&chin-tuck")
    expect(page.locator(".builder-troubles")).to_contain_text("Your own sheet is kept")
    page.get_by_role("button", name="Back to my own sheet").click()
    assert _names(page) == ["Bridge"]
    _open(page, address, "#1&cat-cow&chin-tuck")
    page.get_by_role("button", name="Remove Cat-cow").click()
    expect(page.locator(".builder-saved li")).to_contain_text("Mine")


def test_saved_sheets_come_back_from_a_file(page: Page, address: str, tmp_path: Path) -> None:
    _open(page, address, "#1&t=Evening&bridge&cat-cow")
    page.get_by_label("Made for").fill("Ada")
    page.get_by_label("Made for").blur()
    page.get_by_role("button", name="Save on this device").click()
    with page.expect_download() as download:
        page.get_by_role("button", name="Save all as a file").click()
    file = tmp_path / "sheets.json"
    download.value.save_as(file)
    assert "Ada" not in file.read_text(encoding="utf-8")
    page.get_by_role("button", name="Delete Evening").click()
    assert page.locator(".builder-saved li").count() == 0
    page.get_by_label("Bring sheets back").set_input_files(file)
    expect(page.locator(".builder-saved li")).to_contain_text("Evening")
    page.get_by_role("button", name="Remove Bridge").click()
    page.get_by_role("button", name="Open Evening").click()
    assert _names(page) == ["Bridge", "Cat-cow"]


DAMAGED: dict[str, tuple[Any, str]] = {
    "no json": ("{", "could not be read"),
    "something else": ({"hello": 1}, "not a list of sheets"),
    "newer": ({"format": "exercise sheets", "version": 9, "sheets": []}, "another version"),
    "odd entries": (
        {
            "format": "exercise sheets",
            "version": 1,
            "sheets": [None, 5, {"hash": HOSTILE}, {"hash": "1&bridge"}],
        },
        "Sheet 3",
    ),
}


@pytest.mark.parametrize("kind", DAMAGED)
def test_damaged_files_are_explained(kind: str, page: Page, address: str, tmp_path: Path) -> None:
    content, words = DAMAGED[kind]
    file = tmp_path / "sheets.json"
    file.write_text(content if isinstance(content, str) else json.dumps(content), encoding="utf-8")
    _open(page, address)
    page.get_by_label("Bring sheets back").set_input_files(file)
    expect(page.locator(".builder-troubles")).to_contain_text(words)
    assert page.locator(".builder-saved li").count() == (1 if kind == "odd entries" else 0)


def test_it_works_where_nothing_may_be_stored(page: Page, address: str) -> None:
    page.add_init_script("Storage.prototype.setItem = () => { throw new DOMException('no') }")
    _open(page, address, "#1&bridge")
    page.locator("[data-focus=add]").select_option("cat-cow")
    page.get_by_role("button", name="Add", exact=True).click()
    assert _names(page) == ["Bridge", "Cat-cow"]
    page.get_by_role("button", name="Save on this device").click()
    expect(page.locator(".builder-status")).to_contain_text("Copy the link")


def _printed(page: Page, paper: str) -> pypdf.PdfReader:
    expect(page.locator("#builder-sheet .place svg").first).to_be_attached()
    page.wait_for_load_state("networkidle")
    return pypdf.PdfReader(io.BytesIO(page.pdf(format=paper, prefer_css_page_size=False)))


def _squeezed(text: str) -> str:
    return re.sub(r"\s+", "", text).casefold()


@pytest.mark.parametrize("options", ["", "&o=low-ink", "&o=no-pictures.blank", "&o=2-weeks"])
def test_eight_exercises_print_on_one_page(
    options: str, page: Page, address: str, handbook: Handbook
) -> None:
    _open(page, address, EIGHT + options)
    names = _names(page)
    assert len(names) == 8
    for paper in ("A4", "Letter"):
        printed = _printed(page, paper)
        assert len(printed.pages) == 1, paper
        text = _squeezed(printed.pages[0].extract_text())
        lines = (handbook.safety.stop_short, handbook.safety.red_flag_short, handbook.safety.not_reviewed)
        assert [words for words in (*names, *lines) if _squeezed(words) not in text] == []
        assert "choose" not in text, "the editor must not print"


@pytest.mark.parametrize("where", ["build/" + EIGHT + "&o=large", "routines/upper-back-knot/sheet/#large"])
def test_large_print_is_large(where: str, page: Page, address: str) -> None:
    page.goto(f"{address}{where}")
    expect(page.locator(".sheet-large")).to_be_visible()
    page.emulate_media(media="print")
    sizes = page.locator(".sheet").evaluate(
        """sheet => [...sheet.querySelectorAll('*')]
          .filter(each => each.checkVisibility() && !each.closest('svg'))
          .filter(each => [...each.childNodes].some(node => node.nodeType === 3 && node.data.trim()))
          .map(each => parseFloat(getComputedStyle(each).fontSize))"""
    )
    assert min(sizes) >= LARGE_PT * PX_PER_PT - 0.01
    printed = pypdf.PdfReader(io.BytesIO(page.pdf(format="A4")))
    assert len(printed.pages) == 2


def test_a_ready_sheet_keeps_its_options_in_the_address(page: Page, address: str) -> None:
    page.goto(f"{address}routines/desk-break-5/sheet/")
    page.locator(".bar summary").click()
    page.get_by_label("Low ink").check()
    page.get_by_label("Weeks to tick").select_option("6")
    page.wait_for_url("**/#low-ink.6-weeks")
    page.reload()
    expect(page.locator(".sheet.low-ink")).to_be_visible()
    assert page.locator(".ticks thead .week").all_inner_texts() == [f"Week {week}" for week in range(1, 7)]
    page.goto("about:blank")
    page.goto(f"{address}routines/desk-break-5/sheet/#letter.shiny")
    expect(page.locator(".bar-note")).to_contain_text("shiny")
    page.emulate_media(media="print")
    size = pypdf.PdfReader(io.BytesIO(page.pdf(prefer_css_page_size=True))).pages[0].mediabox
    assert (round(float(size.width)), round(float(size.height))) == (612, 792)


def test_eight_exercises_make_a_short_link(page: Page, address: str) -> None:
    _open(page, address, EIGHT)
    assert len(page.get_by_label("Link to this sheet").input_value().partition("#")[2]) < 300
    assert page.locator("#builder-sheet .foot-code svg").count() == 1


@pytest.mark.parametrize("width", [320, 360])
def test_it_fits_a_phone(width: int, page: Page, address: str) -> None:
    page.set_viewport_size({"width": width, "height": 700})
    _open(page, address, EIGHT)
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    controls = "#builder :is(button, select, input:not([type=checkbox]), summary):visible"
    small = page.locator(controls).evaluate_all(
        "all => all.filter(each => each.offsetHeight < 24).map(each => each.outerHTML)"
    )
    assert small == []


def test_going_back_shows_what_was_added_since(page: Page, address: str) -> None:
    _open(page, address, "#1&bridge")
    page.get_by_label("Title").fill("Mine")
    page.get_by_label("Title").blur()
    page.goto(f"{address}exercises/neck/chin-tuck/")
    page.get_by_role("button", name="Add to my sheet").click()
    page.go_back()
    expect(page.locator(".builder-minutes")).to_contain_text("2 exercises")
    assert _names(page) == ["Bridge", "Chin tuck"]
    assert page.locator(".builder-troubles").inner_text() == ""


def test_an_old_page_of_a_renamed_exercise_leads_on(page: Page, address: str) -> None:
    grave = '"tombstones":{"head-slide":{"now":"chin-tuck","since":"2027-01-01","reason":"Renamed."}}'
    page.route(
        "**/browse.json",
        lambda route: route.fulfill(
            body=route.fetch().text().replace('"tombstones":{}', grave), content_type="application/json"
        ),
    )
    page.goto(f"{address}exercises/neck/head-slide/")
    page.get_by_role("link", name="It is now: Chin tuck").click()
    expect(page.locator("h1")).to_have_text("Chin tuck")


def test_a_ready_sheet_becomes_my_own(page: Page, address: str, handbook: Handbook) -> None:
    _open(page, address, "#1&t=Mine&bridge")
    page.get_by_label("Title").fill("Mine")
    page.goto(f"{address}routines/desk-break-5/sheet/")
    page.get_by_role("link", name="Change the exercises or the doses").click()
    expect(page.locator(".builder-minutes")).to_contain_text("7 exercises")
    assert _names(page) == [
        handbook.exercises[item.exercise].name for item in handbook.routines["desk-break-5"].items
    ]
    assert _hash(page).startswith("1&t=Desk+break")
    page.reload()
    expect(page.locator(".builder-minutes")).to_contain_text("7 exercises")


def test_more_than_a_page_is_said_before_printing(page: Page, address: str) -> None:
    _open(page, address, EIGHT)
    page.wait_for_load_state("networkidle")
    expect(page.locator(".builder-pages")).to_be_hidden()
    page.get_by_label("Large print").check()
    expect(page.locator(".builder-pages")).to_be_visible()
    assert len(_printed(page, "A4").pages) == 2
