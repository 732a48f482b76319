"""A link that somebody was sent opens to be read; doses stay as typed; pictures and pages are waited for."""

import io

import pypdf
import pytest
from playwright.sync_api import Page, Route, expect

from generator.handbook import Handbook
from tests.builder.making import EIGHT, hash_of, names_on, open_builder, sheet_words, write

CHANGES = ("change sides", "then swap", "other side", "change legs", "change hands")
LINK = "#1&t=For+Ann&chin-tuck:5.8.1.3~Slowly&cat-cow&z="


def test_a_link_opens_to_be_read_not_to_be_edited(page: Page, address: str) -> None:
    page.set_viewport_size({"width": 390, "height": 844})
    page.goto(f"{address}build/{LINK}")
    title = page.locator(".reading h2")
    expect(title).to_have_text("For Ann")
    assert title.bounding_box()["y"] < 844  # type: ignore[index]
    assert page.get_by_role("button", name="Print").bounding_box()["y"] < 1100  # type: ignore[index]
    assert page.locator(".builder-rows").count() == 0
    expect(page.locator(".reading-list")).to_contain_text("Hold 5 seconds · 8 times · 3 times a day")
    page.get_by_role("button", name="Keep on this device").click()
    page.get_by_role("button", name="Change it").click()
    assert names_on(page) == ["Chin tuck", "Cat-cow"]
    expect(page.locator(".builder-saved li")).to_contain_text("For Ann")


@pytest.mark.parametrize("side", ["left", "right"])
def test_a_sheet_for_one_side_names_that_side_alone(
    side: str, page: Page, address: str, handbook: Handbook
) -> None:
    sided = [each for each in handbook.exercises.values() if each.sides != "together"]
    for start in range(0, len(sided), 10):
        some = sided[start : start + 10]
        parts = (f"{each.slug}:{each.dose.hold}.{each.dose.repetitions}.1.1{side[0]}" for each in some)
        open_builder(page, address, f"#1&{'&'.join(parts)}")
        for card in page.locator("#builder-sheet .how").all_inner_texts():
            words = card.lower()
            assert not any(
                each in words for each in ("change sides", "then swap", "other side", "change legs")
            ), card
            named = [word.strip(".,;") for word in words.split() if word.strip(".,;") in ("left", "right")]
            assert named[:1] in ([], [side]), card


def test_the_other_side_alone_is_drawn_as_in_a_mirror(page: Page, address: str, handbook: Handbook) -> None:
    """One of the two sides is the drawn one; a sheet for the other shows its pictures turned."""
    sided = next(each for each in handbook.exercises.values() if each.sides == "each")
    dose = f"{sided.slug}:{sided.dose.hold}.{sided.dose.repetitions}.1.1"
    turned = {}
    for side in ("", "l", "r"):
        open_builder(page, address, f"#1&{dose}{side}")
        expect(page.locator("#builder-sheet .place svg").first).to_be_attached()
        way = "each => getComputedStyle(each).transform.startsWith('matrix(-1,')"
        turned[side] = page.locator("#builder-sheet .place svg").first.evaluate(way)
    assert not turned[""] and sorted((turned["l"], turned["r"])) == [False, True]


@pytest.mark.parametrize("field", ["Hold (seconds)", "Times", "Sets", "How often"])
def test_neither_the_wheel_nor_a_comma_changes_a_dose(field: str, page: Page, address: str) -> None:
    open_builder(page, address, "#1&chin-tuck:5.8.1.3")
    number = page.get_by_label(field, exact=True).first
    before = number.input_value()
    number.click()
    page.mouse.wheel(0, -200)
    page.mouse.wheel(0, 100)
    for typed in ("7,5", "1,0", "1e1", " "):
        write(number, typed)
        number.blur()
        assert number.input_value() == before
    number.focus()
    page.keyboard.press("ArrowUp")
    assert int(number.input_value()) == int(before) + 1


def test_a_note_prints_as_it_was_typed(page: Page, address: str) -> None:
    open_builder(page, address, "#1&chin-tuck")
    note = "https://clinic.example/v?lang=en"
    write(page.get_by_label("Note").first, note)
    page.get_by_label("Note").first.blur()
    assert note in sheet_words(page).splitlines()


def test_printing_waits_for_the_pictures(page: Page, address: str, handbook: Handbook) -> None:
    page.add_init_script(
        """window.print = () => { window.printed = document.getElementById("builder-sheet")
        .shadowRoot.querySelectorAll(".place svg").length }"""
    )
    held: list[Route] = []
    page.route("**/*.frames.svg", lambda route: held.append(route))
    open_builder(page, address, "#1&chin-tuck&cat-cow")
    page.get_by_role("button", name="Print").click()
    page.wait_for_timeout(300)
    assert page.evaluate("window.printed") is None
    for route in held:
        route.continue_()
    frames = sum(len(handbook.exercises[slug].figure.frames) for slug in ("chin-tuck", "cat-cow"))
    page.wait_for_function(f"() => window.printed === {frames}")


def test_a_picture_that_failed_is_asked_for_again(page: Page, address: str) -> None:
    open_builder(page, address)
    page.route("**/*.frames.svg", lambda route: route.abort())
    page.locator("[data-focus=add]").select_option("chin-tuck")
    page.get_by_role("button", name="Add", exact=True).click()
    expect(page.locator("#builder-sheet .place", has_text="no picture")).to_be_attached()
    page.unroute("**/*.frames.svg")
    page.locator("[data-focus=add]").select_option("bridge")
    page.get_by_role("button", name="Add", exact=True).click()
    expect(page.locator("#builder-sheet .place svg")).to_have_count(4)


def test_it_works_without_style_sheets_made_by_a_script(page: Page, address: str) -> None:
    page.add_init_script("window.CSSStyleSheet = class { constructor() { throw new TypeError('no') } }")
    open_builder(page, address, EIGHT)
    page.wait_for_function("""() => {
        const cards = document.getElementById("builder-sheet").shadowRoot.querySelector(".cards")
        return cards && getComputedStyle(cards).display === "grid"
    }""")


@pytest.mark.parametrize("paper", ["letter", "a4"])
@pytest.mark.parametrize("notes", [0, 5])
def test_what_is_said_of_pages_is_what_prints(paper: str, notes: int, page: Page, address: str) -> None:
    note = "~Go+slowly.+Stop+at+the+first+pull.+Ask+someone+to+watch+you"
    slugs = EIGHT.partition("&t=Eight&")[2].split("&")
    parts = [f"{slug}:5.8.1.3{note if index < notes else ''}" for index, slug in enumerate(slugs)]
    open_builder(page, address, f"#1&o={paper}&{'&'.join(parts)}&{slugs[0]}")
    page.wait_for_load_state("networkidle")
    page.wait_for_timeout(500)
    said_one = page.locator(".builder-pages").is_hidden()
    printed = pypdf.PdfReader(io.BytesIO(page.pdf(prefer_css_page_size=True)))
    assert said_one == (len(printed.pages) == 1)


def test_a_long_name_is_whole_on_paper(page: Page, address: str) -> None:
    name = "Mrs B. Featherstonehaugh-Smythe, ward 12 (bed 4)"
    open_builder(page, address, "#1&chin-tuck")
    write(page.get_by_label("Made for"), name)
    page.get_by_label("Made for").blur()
    cut = """() => { const line = document.getElementById("builder-sheet").shadowRoot.querySelector(".write")
        return [line.scrollWidth - line.clientWidth, line.scrollHeight - line.clientHeight] }"""
    assert name in " ".join(sheet_words(page).split())
    assert max(page.evaluate(cut)) <= 1


def test_nothing_with_the_focus_lies_under_what_is_said(page: Page, address: str) -> None:
    page.set_viewport_size({"width": 1280, "height": 720})
    open_builder(page, address, EIGHT)
    page.get_by_role("button", name="Move Cat-cow down").click()
    covered = []
    for _ in range(60):
        page.keyboard.press("Tab")
        page.evaluate("() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))")
        hidden = page.evaluate(
            """() => { const box = document.activeElement.getBoundingClientRect()
            const said = document.querySelector(".builder-status").getBoundingClientRect()
            return said.height > 4 && box.height && box.bottom > said.top + 2 && box.top < said.bottom
                && !document.querySelector(".builder-status").contains(document.activeElement)
                && document.activeElement !== document.body ? document.activeElement.outerHTML : "" }"""
        )
        covered += [hidden] if hidden else []
    assert covered == []


def test_nothing_moves_while_the_builder_loads(page: Page, address: str) -> None:
    page.add_init_script("""window.moved = 0
        const seen = list => list.getEntries().filter(each => !each.hadRecentInput)
        new PerformanceObserver(list => { for (const each of seen(list)) window.moved += each.value })
            .observe({ type: "layout-shift", buffered: true })""")

    def late(route: Route) -> None:
        page.wait_for_timeout(400)
        route.continue_()

    page.route("**/browse.json", late)
    page.goto(f"{address}build/")
    expect(page.locator(".builder-minutes")).to_be_visible()
    page.wait_for_timeout(300)
    assert page.evaluate("window.moved") < 0.05
    assert hash_of(page) == ""
