"""The guided start as a reader meets it: danger first, one question a screen, and an answer to print."""

import pytest
from playwright.sync_api import Page, expect

from generator.handbook import Handbook

OPEN = "#start > section:visible"


@pytest.fixture
def start(page: Page, address: str) -> Page:
    page.goto(f"{address}start/")
    expect(page.locator(".start-bar")).to_be_visible()
    return page


def _answers(handbook: Handbook) -> dict[str, str]:
    """One answer for each question after danger: the first of each, which has no ending of its own."""
    table = handbook.start
    return {"where": next(iter(table.where)), "since": next(iter(table.since)), "can": next(iter(table.can))}


def _walk(page: Page, handbook: Handbook, caution: str = "") -> None:
    page.locator("[data-answer='danger=none']").click()
    for question, answer in _answers(handbook).items():
        page.locator(f"{OPEN} [data-answer='{question}={answer}']").click()
    if caution:
        page.locator(f"[value={caution}]").check()
        page.locator(f"{OPEN} [type=submit]").click()
    else:
        page.locator("[data-answer='spare=none']").click()
    page.locator(f"{OPEN} [data-answer^='time=']").last.click()
    expect(page.locator("#answers")).to_be_visible()


def test_every_sign_of_danger_is_asked_before_anything_else(start: Page, handbook: Handbook) -> None:
    asked = start.locator("#danger [data-answer]").evaluate_all(
        "links => links.map(link => [link.dataset.answer.slice(7), link.hash, link.textContent])"
    )
    signs = {id: (f"#help-{sign.level}", sign.sign) for id, sign in handbook.safety.signs.items()}
    assert {id: (hash_, words) for id, hash_, words in asked if id != "none"} == signs
    assert asked[-1][0] == "none"
    expect(start.locator(OPEN)).to_have_count(1)


def test_a_sign_ends_with_what_to_do_at_once(start: Page, handbook: Handbook) -> None:
    for id, sign in handbook.safety.signs.items():
        start.locator(f"#danger [data-answer='danger={id}']").dispatch_event("click")
        expect(start.locator(OPEN)).to_have_id(f"help-{sign.level}")
        expect(start.locator(f"{OPEN} .start-sign")).to_contain_text(sign.sign)
        start.evaluate("history.back()")
        expect(start.locator(OPEN)).to_have_id("danger")


def test_an_address_that_brings_answers_still_asks_for_danger(
    page: Page, address: str, handbook: Handbook
) -> None:
    given = "&".join(f"{question}={answer}" for question, answer in _answers(handbook).items())
    page.goto(f"{address}start/#danger=none&{given}&spare=none")
    expect(page.locator(OPEN)).to_have_id("danger")
    page.locator("[data-answer='danger=none']").click()
    expect(page.locator(OPEN)).to_have_attribute("data-question", "time")


@pytest.mark.parametrize(
    "hash_", ["#where=nowhere", "#danger", "#danger=none=x", "#x=1", "#where=neck&where=neck", "#spare=%00"]
)
def test_a_damaged_address_says_so_and_starts(hash_: str, page: Page, address: str) -> None:
    page.goto(f"{address}start/{hash_}")
    expect(page.locator(OPEN)).to_have_id("danger")
    if "=" in hash_:
        expect(page.locator("#start-trouble")).to_contain_text("could not be read")


def test_each_ticked_caution_reaches_the_answer(start: Page, handbook: Handbook) -> None:
    for caution in handbook.start.spare:
        _walk(start, handbook, caution)
        expect(start.locator("#answers")).to_contain_text(handbook.cautions[caution].meaning)
        assert start.locator("#answers .start-move:visible").count() == 3
        assert start.locator("#answers .start-routine:visible").count() == 1
        start.locator("[data-back=danger]:visible").click()
        start.locator(f"[value={caution}]").evaluate("box => { box.checked = false }")


def test_the_way_back_and_a_new_load_keep_the_answers(start: Page, handbook: Handbook) -> None:
    _walk(start, handbook)
    whole = start.url
    start.reload()
    expect(start.locator("#answers")).to_be_visible()
    start.locator("[data-back=time]").click()
    expect(start.locator(OPEN)).to_have_attribute("data-question", "time")
    start.go_back()
    assert start.url == whole
    expect(start.locator("#answers")).to_be_visible()


def test_the_keyboard_alone_comes_to_the_answer(start: Page, handbook: Handbook) -> None:
    start.locator("[data-answer='danger=none']").focus()
    for question in ("where", "since", "can", "spare", "time"):
        start.keyboard.press("Enter")
        expect(start.locator(OPEN)).to_have_attribute("data-question", question)
        assert start.evaluate("document.activeElement.tagName") == "H2"
        link = "spare=none" if question == "spare" else f"{question}="
        for _ in range(40):
            start.keyboard.press("Tab")
            if start.evaluate("document.activeElement.dataset.answer ?? ''").startswith(link):
                break
    start.keyboard.press("Enter")
    expect(start.locator("#answers")).to_be_visible()


def test_the_three_exercises_open_on_the_readers_own_sheet(start: Page, handbook: Handbook) -> None:
    _walk(start, handbook)
    chosen = start.locator("#answers .start-move h3").all_inner_texts()
    start.get_by_role("link", name="Put these three on my own sheet").click()
    sheet = start.locator("#builder-sheet")
    for name in chosen:
        expect(sheet).to_contain_text(name)
    expect(start.locator("body")).not_to_contain_text("cut short or changed")


def test_the_answer_alone_is_printed(start: Page, handbook: Handbook) -> None:
    _walk(start, handbook)
    start.emulate_media(media="print")
    expect(start.locator(OPEN)).to_have_count(1)
    expect(start.locator("#answers .start-move").first).to_be_visible()
    expect(start.locator("#answers")).to_contain_text(handbook.safety.stop_short)


@pytest.fixture
def plain(plain_page: Page, address: str) -> Page:
    """The page in a browser without JavaScript."""
    plain_page.goto(f"{address}start/")
    return plain_page


LINKS = """parts => Object.fromEntries(parts.map(part => [part.id,
  [...part.querySelectorAll("a[href^='#']")].map(link => [link.textContent.trim(), link.hash.slice(1)])]))"""


def test_links_alone_lead_to_the_same_answers(plain: Page, handbook: Handbook) -> None:
    links = plain.locator("#start [id]").evaluate_all(LINKS)
    assert "where" in [to for _, to in links["danger"]]
    for row in handbook.start.rows:
        if not row.ending:
            since = handbook.start.since[row.since[0]].name
            assert row.where[0] in [to for _, to in links["where"]]
            answer = next(to for words, to in links[row.where[0]] if since in words)
            names = [handbook.exercises[each].name for each in row.exercises]
            assert [words for words, to in links[answer] if to.startswith("move-")] == names


def test_a_reader_without_scripts_comes_to_the_exercise(plain: Page, handbook: Handbook) -> None:
    row = next(each for each in handbook.start.rows if not each.ending)
    plain.locator("#danger .act a").click()
    plain.locator(f"#where a[href='#{row.where[0]}']").click()
    plain.locator(f"[id='{row.where[0]}'] a", has_text=handbook.start.since[row.since[0]].name).click()
    plain.locator(f"[id='{plain.url.split('#')[1]}'] ol").last.locator("a").first.click()
    expect(plain.locator(f"[id='move-{row.exercises[0]}']")).to_be_in_viewport()
