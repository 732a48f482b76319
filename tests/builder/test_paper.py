"""The reader's own sheet on paper: one page for eight exercises, large print that is large, a code."""

import io

import pypdf
import pytest
import segno
from playwright.sync_api import Page, expect

from generator.handbook import Handbook
from tests.builder.making import EIGHT, names_on, open_builder, pdf_of
from tests.paper import words

LARGE_PT = 16
PX_PER_PT = 96 / 72


@pytest.mark.parametrize("options", ["", "&o=low-ink", "&o=no-pictures.blank", "&o=2-weeks", "&o=goal.pain"])
def test_eight_exercises_print_on_one_page(
    options: str, page: Page, address: str, handbook: Handbook
) -> None:
    open_builder(page, address, EIGHT + options)
    names = names_on(page)
    assert len(names) == 8
    for paper in ("A4", "Letter"):
        found = pdf_of(page, paper)
        assert len(found.pages) == 1, paper
        text = words(found.pages[0].extract_text())
        lines = (handbook.safety.stop_short, handbook.safety.red_flag_short, handbook.safety.not_reviewed)
        assert [line for line in (*names, *lines) if words(line) not in text] == []
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
    assert len(printed.pages) <= 3


def test_the_page_has_one_title_with_the_sheet_below_it(page: Page, address: str) -> None:
    open_builder(page, address, EIGHT)
    expect(page.locator(".sheet .card h3").first).to_be_visible()
    assert page.get_by_role("heading", level=1).all_inner_texts() == ["Your own sheet"]
    assert page.locator(".sheet :is(h1, .card h2)").count() == 0


def test_lines_for_goal_and_pain_go_with_the_link(page: Page, address: str) -> None:
    open_builder(page, address, "#1&chin-tuck")
    page.get_by_label("Goal line").check()
    page.get_by_label("Pain line").check()
    expect(page.locator("#builder-sheet .ticks tfoot")).to_contain_text("My goal | pain, 0 to 10")
    open_builder(page, address, page.get_by_label("Link to this sheet").input_value().partition("build/")[2])
    expect(page.locator("#builder-sheet .ticks tfoot")).to_contain_text("My goal, in words")


def test_eight_exercises_make_a_short_link(page: Page, address: str) -> None:
    open_builder(page, address, EIGHT)
    assert len(page.get_by_label("Link to this sheet").input_value().partition("#")[2]) < 300
    expect(page.locator("#builder-sheet .foot-code svg")).to_have_count(1)


def test_more_than_a_page_is_said_before_printing(page: Page, address: str) -> None:
    open_builder(page, address, EIGHT)
    page.wait_for_load_state("networkidle")
    expect(page.locator(".builder-pages")).to_be_hidden()
    page.get_by_label("Large print").check()
    expect(page.locator(".builder-pages")).to_be_visible()
    assert len(pdf_of(page, "A4").pages) == 2


FULL = (17, 32, 53, 78, 106, 134, 154, 192, 230, 271, 321, 367, 425, 458, 520, 586, 644, 718, 792, 858)
"""Bytes that fill versions 1 to 20 at level L (ISO/IEC 18004, table 7), so that no padding differs."""


def test_codes_are_those_of_the_other_encoder(page: Page, address: str) -> None:
    page.goto(f"{address}about/")
    texts = [("https://a.b/#1&" + "cat-cow:3.6.1.2&" * 60)[:length] for length in FULL]
    found = page.evaluate(
        "async ([root, texts]) => { const { qrRows } = await import(`${root}assets/builder/qr.js`);"
        "return texts.map((text, index) => qrRows(text, index % 8)) }",
        [address, texts],
    )
    for index, text in enumerate(texts):
        made = segno.make(text, error="l", mode="byte", mask=index % 8, boost_error=False, micro=False)
        assert found[index] == [list(row) for row in made.matrix]


def test_the_sheet_follows_the_window_without_an_error(page: Page, address: str) -> None:
    page.add_init_script("window.faults = []; addEventListener('error', each => faults.push(each.message))")
    open_builder(page, address, EIGHT)
    scale = "Number(document.querySelector('#builder-sheet').style.getPropertyValue('--scale'))"
    page.wait_for_function(f"() => 0 < {scale} && {scale} < 1")
    before = page.evaluate(scale)
    page.set_viewport_size({"width": 1000, "height": 800})
    page.wait_for_function(f"() => {scale} !== {before}")
    assert page.evaluate("faults") == []
