"""Medical words: linked where they mean what the glossary says; their meaning can be read and put away."""

import re

import pytest
from playwright.sync_api import Browser, Page

from generator.model.vocabulary import Term
from generator.pages.glossary import with_meanings

GLOSSARY = {
    "fracture": Term.model_validate({
        "word": "Fracture",
        "also": ["break", "broken bone"],
        "meaning": "A broken bone.",
        "only_in": [{"word": "break", "phrases": ["break in a bone"]}],
    }),
    "set": Term.model_validate({
        "word": "Set",
        "also": ["sets"],
        "meaning": "One round.",
        "only_in": [{"word": "set", "phrases": ["set #"]}, {"word": "sets", "phrases": ["# sets"]}],
    }),
}  # fmt: skip
SHOWN = "getComputedStyle(document.activeElement, '::after').display"


@pytest.mark.parametrize(
    ("words", "linked"),
    [
        ("Take a desk break each hour.", []),
        ("It may be a break in a bone.", ["break"]),
        ("A Desk break is short. A fracture is not.", ["fracture"]),
        ("Fracture talk is not about a Fracture clinic.", ["Fracture"]),
        ("Your back sets the pace. You set off slowly.", []),
        ("Do 2 sets. Rest after set 1.", ["sets"]),
        ("Your back sets the pace in 3 sets.", ["sets"]),
        ('<p class="lay">Also called fracture.</p>', []),
        ("- Fracture Society: [A fracture](https://society.example)", []),
        ('<span class="card-line">After a fracture.</span>', []),
        ("A broken bone, and a fracture again.", ["broken bone"]),
    ],
)
def test_a_word_is_linked_where_it_means_the_term(words: str, linked: list[str]) -> None:
    found = with_meanings(
        words, GLOSSARY, "guidance/glossary", "x", frozenset(("Desk break", "Fracture talk"))
    )
    assert re.findall(r'class="term"[^>]*>([^<]*)</a>', found) == linked


def test_a_meaning_is_whole_on_a_small_screen_and_goes_with_escape(page: Page, address: str) -> None:
    page.set_viewport_size({"width": 320, "height": 640})
    page.goto(f"{address}guidance/when-to-get-help/")
    for word in page.locator("a.term").all()[:12]:
        word.focus()
        assert page.evaluate(SHOWN) == "block"
        assert page.evaluate("document.documentElement.scrollWidth") <= 320
    page.keyboard.press("Escape")
    assert page.evaluate(SHOWN) == "none"
    page.locator("a.term").first.focus()
    assert page.evaluate(SHOWN) == "block"


def test_a_first_tap_shows_the_meaning_and_a_second_one_follows_it(browser: Browser, address: str) -> None:
    context = browser.new_context(
        service_workers="block", has_touch=True, viewport={"width": 390, "height": 844}
    )
    page = context.new_page()
    page.goto(f"{address}guidance/when-to-get-help/")
    word = page.locator("a.term").first
    word.tap()
    assert "when-to-get-help" in page.url
    assert page.evaluate(SHOWN) == "block"
    word.tap()
    page.wait_for_url("**/guidance/glossary/#*")
    context.close()
