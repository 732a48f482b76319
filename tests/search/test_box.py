"""The search box of the built site: what people type and what is drawn and announced, in a real browser."""

import re
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

import pytest
import yaml
from playwright.sync_api import Browser, Page, Route, expect

from generator.handbook import Handbook
from generator.pages.warnings import words_at
from tests.conftest import SUB_PATH

QUERIES = yaml.safe_load((Path(__file__).parent / "queries.yml").read_text(encoding="utf-8"))
RED_FLAGS = "red-flags"
BOX = "[data-md-component=search-query]"
META = ".md-search-result__meta"
WAITING = "Type a word"
ANSWER = """() => [...document.querySelectorAll('.md-search-result__item a')]
  .map(link => ({ href: link.href, text: link.innerText }))"""
ASK = """async ({ queries, box, meta, waiting }) => {
  const answer = ANSWER
  const input = document.querySelector(box)
  const typed = async (words, ready) => {
    input.value = words
    input.dispatchEvent(new KeyboardEvent('keyup', { bubbles: true }))
    while (!ready(document.querySelector(meta).textContent)) await new Promise(next => setTimeout(next))
  }
  const answers = []
  for (const query of queries) {
    await typed('', text => text.startsWith(waiting))
    await typed(query, text => !text.startsWith(waiting))
    answers.push(answer())
  }
  return answers
}"""
Answer = list[dict[str, str]]


@pytest.fixture(scope="module")
def box(browser: Browser, address: str) -> Iterator[Page]:
    """One page with its search open, for many queries."""
    page = browser.new_page(service_workers="block", viewport={"width": 1280, "height": 800})
    page.goto(address)
    page.keyboard.press("/")
    yield page
    page.close()


def ask(page: Page, *queries: str) -> list[Answer]:
    """Every result for each query, best first, as the theme's list shows it."""
    words = {"queries": queries, "box": BOX, "meta": META, "waiting": WAITING}
    answers: list[Answer] = page.evaluate(ASK.replace("ANSWER", ANSWER), words)
    return answers


def short(href: str) -> str:
    """A page's slug, or "list:x" for the finder set to x and for the area that is the core."""
    parts = urlsplit(href)
    if parts.fragment and "=" in parts.fragment:
        return "list:" + parts.fragment.partition("=")[2].split(",")[0]
    slug = parts.path.removeprefix(SUB_PATH).strip("/").split("/")[-1]
    return "list:core" if slug == "core" else slug


def test_a_sign_of_danger_shows_only_the_red_flags_and_the_number_to_call(
    box: Page, handbook: Handbook
) -> None:
    number = handbook.publisher.emergency[0].number
    wrong = []
    queries = (*words_at(handbook, "emergency")[::10], *QUERIES["danger"][::10])
    for query, found in zip(queries, ask(box, *queries), strict=True):
        alone = [short(each["href"]) for each in found] == [RED_FLAGS]
        if not alone or f"Call {number}" not in found[0]["text"]:
            wrong.append((query, found[:2]))
    assert wrong == []


def test_a_sign_to_have_checked_shows_the_red_flags_first_and_no_number(
    box: Page, handbook: Handbook
) -> None:
    names = handbook.pages["guidance/red-flags"].also_called
    queries = (*names, *words_at(handbook, "urgent", "soon"), *QUERIES["soon"])
    answers = dict(zip(queries, ask(box, *queries), strict=True))
    assert [
        query for query, found in answers.items() if not found or short(found[0]["href"]) != RED_FLAGS
    ] == []
    number = handbook.publisher.emergency[0].number
    soon = [found[0]["text"] for query, found in answers.items() if len(found) > 1]
    assert len(soon) > len(queries) / 2
    assert [text for text in soon if number in text] == []


def test_danger_is_announced_with_numbers_to_tap_and_a_way_out(
    page: Page, address: str, handbook: Handbook
) -> None:
    page.goto(address)
    page.keyboard.press("/")
    page.keyboard.type("numb between my legs")
    page.wait_for_selector(".search-call")
    calls = page.eval_on_selector_all(".search-call", "all => all.map(each => each.getAttribute('href'))")
    assert calls == [f"tel:{line.number}" for line in handbook.publisher.emergency]
    assert f"Call {handbook.publisher.emergency[0].number}" in page.inner_text("[role=status]")
    page.click("text=This is not what I meant")
    assert page.locator(".md-search-result__item").count() > 1
    assert page.locator(".search-call").count() == len(calls)


@pytest.mark.parametrize(
    "lost", ["search-vocabulary.json", "search/rank.js", "search/worker.js", "search/results.js"]
)
def test_a_search_without_its_data_shows_the_numbers_to_call(
    page: Page, address: str, handbook: Handbook, lost: str
) -> None:
    page.context.route(f"**/{lost}", lambda route: route.abort())
    page.goto(address)
    page.keyboard.press("/")
    page.keyboard.type("numb between my legs")
    line = page.locator(".search-failed")
    expect(line).to_be_visible()
    for each in handbook.publisher.emergency:
        expect(line).to_contain_text(each.number)


def test_an_answer_waits_for_titles_alone_and_its_lines_follow(page: Page, address: str) -> None:
    held: list[Route] = []
    page.context.route("**/search-lines.json", lambda route: held.append(route))
    page.goto(address)
    page.keyboard.press("/")
    page.keyboard.type("cat-cow")
    first = page.locator(".md-search-result__item").first
    expect(first.locator("h2")).to_have_text("Cat-cow")
    expect(first.locator("p")).to_have_text("")
    height = first.evaluate("each => each.offsetHeight")
    held.pop().continue_()
    expect(first.locator("p")).to_contain_text("times")
    assert first.evaluate("each => each.offsetHeight") - height < 24


def test_a_sign_that_can_wait_does_not_hide_the_other_pages(box: Page, handbook: Handbook) -> None:
    """Each sign below an emergency can be asked for in words that do not raise the loudest alarm."""
    signs = {id: each.words for id, each in handbook.safety.signs.items() if each.level == "soon"}
    for id, queries in signs.items():
        assert any(len(found) > 1 for found in ask(box, *queries)), id


def test_a_word_nobody_knows_gets_help_and_not_an_empty_page(box: Page) -> None:
    assert ask(box, "qqqxyzzy") == [[]]
    assert "body map" in box.inner_text(META)
    links = box.eval_on_selector_all(".search-more a", "all => all.map(each => each.href)")
    assert [short(link) for link in links] == ["body-map", "exercises", "a-z"]


def test_the_keyboard_opens_the_search_and_enter_takes_the_best_page(page: Page, address: str) -> None:
    page.goto(f"{address}guidance/sleep/")
    page.keyboard.press("/")
    page.keyboard.type("birddog")
    page.wait_for_selector(".md-search-result__item")
    page.keyboard.press("Enter")
    page.wait_for_url("**/exercises/core/bird-dog/")


def test_nothing_of_the_search_is_loaded_before_it_is_needed(page: Page, address: str) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(address, wait_until="networkidle")
    of_search = [url for url in asked if "/assets/search/" in url or "vocabulary" in url]
    assert of_search == []
    page.keyboard.press("/")
    page.keyboard.type("knot")
    page.wait_for_selector(".md-search-result__item")
    assert [url for url in asked if url.endswith("/assets/search/rank.js")] != []
    assert [url for url in asked if "search_index" in url] == []


def test_a_list_in_the_results_opens_the_finder_set_to_it(
    page: Page, address: str, handbook: Handbook
) -> None:
    page.goto(f"{address}a-z/?q=foam+roller")
    page.click(".md-search-result__item a >> nth=0")
    page.wait_for_selector(".finder-chosen >> text=roller")
    rolling = [each for each in handbook.exercises.values() if "foam-roller" in each.equipment]
    assert page.inner_text(".finder-count").startswith(f"{len(rolling)} of ")


def test_a_question_in_the_address_is_answered_at_once(page: Page, address: str) -> None:
    page.goto(f"{address}a-z/?q=birddog")
    page.wait_for_selector(".md-search-result__item")
    assert short(page.evaluate(ANSWER)[0]["href"]) == "bird-dog"


def test_without_javascript_the_box_leads_to_the_a_to_z(plain_page: Page, address: str) -> None:
    plain_page.goto(address)
    plain_page.fill(BOX, "knot")
    plain_page.press(BOX, "Enter")
    plain_page.wait_for_url("**/a-z/?q=knot")
    assert plain_page.locator("main a").count() > 300


def test_nothing_found_is_never_said_before_the_answer(page: Page, address: str) -> None:
    page.goto(address)
    page.evaluate("""() => {
      window.said = []
      const meta = document.querySelector('.md-search-result__meta')
      const heard = new MutationObserver(() => said.push(meta.textContent))
      heard.observe(meta, { childList: true, characterData: true, subtree: true })
    }""")
    page.keyboard.press("/")
    page.keyboard.insert_text("sholder blade stretch")
    page.wait_for_selector(".md-search-result__item")
    said = page.evaluate("said")
    assert [text for text in said if text.startswith("Nothing")] == []
    assert f"{page.locator('.md-search-result__item').count()} pages" in said[-1]


def test_the_first_of_many_pages_are_not_said_to_be_all(page: Page, address: str) -> None:
    page.goto(address)
    page.keyboard.press("/")
    page.keyboard.insert_text("shoulder")
    page.wait_for_selector(".md-search-result__item")
    shown = page.locator(".md-search-result__item").count()
    expect(page.locator(META)).to_have_text(re.compile(rf"^The best {shown} pages\."))
    ask(page, "qqqxyzzy birddog")
    few = page.locator(".md-search-result__item").count()
    assert 1 < few < shown
    assert page.inner_text(META).startswith(f"{few} pages")


def test_what_was_read_otherwise_is_said_with_the_way_back(page: Page, address: str) -> None:
    page.goto(address)
    page.keyboard.press("/")
    page.keyboard.type("hamstrng stretch")
    page.wait_for_selector(".search-way")
    assert "instead of “hamstrng”" in page.inner_text("[role=status]")
    page.click("text=Search for exactly what I typed")
    page.wait_for_function(
        "() => document.querySelector('[role=status]').textContent.includes('No page here has')"
    )


def test_what_the_book_leaves_out_is_said_with_the_pages_one_tap_away(page: Page, address: str) -> None:
    page.goto(address)
    page.keyboard.press("/")
    page.keyboard.type("sprained ankle")
    page.wait_for_selector(".search-way")
    assert page.inner_text("[role=status]").startswith("This book does not cover")
    assert page.locator(".md-search-result__item").count() == 0
    page.click(".search-way")
    assert page.locator(".md-search-result__item").count() > 0


def test_tab_goes_from_the_words_to_the_results(page: Page, address: str) -> None:
    page.goto(address)
    page.keyboard.press("/")
    page.keyboard.type("bird dog")
    page.wait_for_selector(".md-search-result__item")
    page.keyboard.press("Tab")
    assert short(page.evaluate("document.activeElement.href")) == "bird-dog"
    page.keyboard.press("Escape")
    assert not page.is_visible(".md-search-result__item")
    assert page.evaluate("document.activeElement.matches('.md-search__input')")
    page.keyboard.type("s")
    page.wait_for_selector(".md-search-result__item")


def test_the_way_to_help_is_one_click_away_while_the_search_is_open(page: Page, address: str) -> None:
    page.goto(address)
    page.keyboard.press("/")
    page.keyboard.type("shoulder")
    page.wait_for_selector(".md-search-result__item")
    page.locator(".top-help").click(timeout=2_000)
    page.wait_for_url("**/red-flags/")


@pytest.mark.parametrize("close", ["Escape", "×"])
def test_closing_the_search_on_a_phone_leads_back_to_its_button(close: str, page: Page, address: str) -> None:
    page.set_viewport_size({"width": 390, "height": 844})
    page.goto(address)
    page.locator("[data-search-open]").click()
    page.keyboard.type("bird dog")
    page.wait_for_selector(".md-search-result__item")
    page.keyboard.press(close) if close == "Escape" else page.locator("[data-search-close]").click()
    assert not page.is_visible(".md-search-result__item")
    assert page.evaluate("document.activeElement.matches('[data-search-open]')")
