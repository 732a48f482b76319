"""The search box of the built site: what people type, in the theme's own box, in a real browser."""

from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

import pytest
import yaml
from playwright.sync_api import Browser, Page

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
ASK = """async ({ queries, box, meta, waiting, answer }) => {
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
    answers.push(eval(answer)())
  }
  return answers
}"""
Answer = list[dict[str, str]]


@pytest.fixture(scope="module")
def box(browser: Browser, address: str) -> Iterator[Page]:
    """One page with its search open, for many queries."""
    page = browser.new_page(viewport={"width": 1280, "height": 800})
    page.goto(address)
    page.keyboard.press("/")
    yield page
    page.close()


def ask(page: Page, *queries: str) -> list[Answer]:
    """Every result for each query, best first, as the theme's list shows it."""
    words = {"queries": queries, "box": BOX, "meta": META, "waiting": WAITING, "answer": ANSWER}
    answers: list[Answer] = page.evaluate(ASK, words)
    return answers


def short(href: str) -> str:
    """A page's slug, or "list:x" for the finder set to x and for the area that is the core."""
    parts = urlsplit(href)
    if parts.fragment and "=" in parts.fragment:
        return "list:" + parts.fragment.partition("=")[2].split(",")[0]
    slug = parts.path.removeprefix(SUB_PATH).strip("/").split("/")[-1]
    return "list:core" if slug == "core" else slug


Row = list[str | list[str]]


def scores(page: Page, rows: list[Row]) -> tuple[list[str], list[str]]:
    """The queries whose first answer is not the best one, and those with no right page among three."""
    not_first, not_near = [], []
    answers = ask(page, *(str(query) for query, *_ in rows))
    for (query, best, *near), answer in zip(rows, answers, strict=True):
        firsts = [best] if isinstance(best, str) else best
        found = [short(each["href"]) for each in answer[:3]]
        if not set(found[:1]) & set(firsts):
            not_first.append(f"{query}: {found}")
        if not set(found) & {*firsts, *map(str, near)}:
            not_near.append(f"{query}: {found}")
    return not_first, not_near


def test_the_open_queries_find_their_page(box: Page) -> None:
    not_first, not_near = scores(box, QUERIES["open"])
    assert len(not_first) <= 3, not_first
    assert not_near == []


@pytest.mark.parametrize("part", ["tuned", "held"])
def test_other_words_and_slips_of_the_finger_find_their_page(box: Page, part: str) -> None:
    not_first, not_near = scores(box, QUERIES[part])
    assert len(not_first) <= len(QUERIES[part]) * 0.1, not_first
    assert len(not_near) <= len(QUERIES[part]) * 0.05, not_near


def test_a_sign_of_danger_shows_only_the_red_flags_and_the_number_to_call(
    box: Page, handbook: Handbook
) -> None:
    number = handbook.publisher.emergency[0].number
    wrong = []
    queries = (*words_at(handbook, "emergency"), *QUERIES["danger"])
    for query, found in zip(queries, ask(box, *queries), strict=True):
        alone = [short(each["href"]) for each in found] == [RED_FLAGS]
        if not alone or f"Call {number}" not in found[0]["text"]:
            wrong.append((query, found[:2]))
    assert wrong == []


def test_a_sign_to_have_checked_shows_the_red_flags_first(box: Page, handbook: Handbook) -> None:
    names = handbook.pages["guidance/red-flags"].also_called
    queries = (*names, *words_at(handbook, "urgent", "soon"), *QUERIES["soon"])
    answers = zip(queries, ask(box, *queries), strict=True)
    assert [query for query, found in answers if not found or short(found[0]["href"]) != RED_FLAGS] == []


def test_a_sign_that_can_wait_does_not_hide_the_other_pages(box: Page, handbook: Handbook) -> None:
    """Each sign below an emergency can be asked for in words that do not raise the loudest alarm."""
    signs = {id: each.words for id, each in handbook.safety.signs.items() if each.level == "soon"}
    for id, queries in signs.items():
        assert any(len(found) > 1 for found in ask(box, *queries)), id


def test_harmless_words_do_not_raise_the_alarm(box: Page) -> None:
    answers = zip(QUERIES["harmless"], ask(box, *QUERIES["harmless"]), strict=True)
    assert [query for query, found in answers if found and "Call " in found[0]["text"]] == []


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
    assert {url.rpartition("/")[2] for url in of_search} == {"box.css", "box.js"}
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


def test_without_javascript_the_box_leads_to_the_a_to_z(browser: Browser, address: str) -> None:
    context = browser.new_context(java_script_enabled=False, viewport={"width": 1280, "height": 800})
    page = context.new_page()
    page.goto(address)
    page.fill(BOX, "knot")
    page.press(BOX, "Enter")
    page.wait_for_url("**/a-z/?q=knot")
    assert page.locator("main a").count() > 300
    context.close()
