"""Scripts of a Spanish handbook say nothing in English: whatever they show or name comes from its phrases."""

import json
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from generator.handbook import Handbook
from generator.offline.closed import close_pages
from tests.builder.making import write
from tests.drawing import page_that_draws
from tests.figures.test_player import filmed
from tests.follow.running import begin, open_run, with_voice
from tests.offline.serving import hosted
from tests.page.test_pages import built
from tests.spanish_book import spanish_book
from tests.spoken_words import english_in, heard, listen, own_in, speak

DONE = {
    "day": "2026-11-02", "kind": "routine", "id": "tiny", "title": "Tiny routine",
    "items": ["nod", "hostile"], "skipped": [1], "pain": 3, "line": "",
}  # fmt: skip
SHEET = "#1&nod:90.1.1.1&hostile&nod"
DAMAGED = "#1&q=x&o=pink&nod:7.4.2.3.9&hostile:1.1.1.99999&Bad+One&no-such&z=aaaa"


@pytest.fixture(scope="module")
def book(tmp_path_factory: pytest.TempPathFactory) -> Handbook:
    """The tiny handbook in Spanish."""
    return spanish_book(tmp_path_factory.mktemp("spanish"))


@pytest.fixture(scope="module")
def home(book: Handbook, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Where its site is served."""
    site = built(tmp_path_factory.mktemp("made"), book)
    close_pages(site)
    with hosted(site, tmp_path_factory.mktemp("host") / "site") as host:
        yield host.address


@pytest.fixture
def spanish(browser: Browser) -> Iterator[Page]:
    """A page that writes down what its scripts show and name; an error of theirs fails the test."""
    context = browser.new_context(viewport={"width": 1280, "height": 800}, service_workers="block")
    opened = context.new_page()
    errors: list[str] = []
    opened.on("pageerror", lambda error: errors.append(str(error)))
    listen(opened)
    yield opened
    context.close()
    assert errors == []


def _is_spanish(page: Page, book: Handbook, room: str, least: int) -> None:
    said = heard(page)
    assert english_in(said, book) == []
    shown = own_in(said, book, room)
    assert len(shown) >= least, sorted(shown)


def test_the_finder(spanish: Page, book: Handbook, home: str) -> None:
    words = book.phrases.scripts.finder
    spanish.goto(f"{home}exercises/#foo=1&level=easy")
    expect(spanish.locator(".finder-note")).to_contain_text("no conoce")
    for box in spanish.locator(".finder-group").all():
        box.locator("summary").click()
        box.locator("input").first.check()
    expect(spanish.locator(".finder-nothing")).not_to_be_empty()
    spanish.get_by_role("button", name=words.clear).click()
    spanish.locator(".card-look button").first.click()
    expect(spanish.locator("dialog.look")).to_be_visible()
    _is_spanish(spanish, book, "finder", least=25)


def test_the_search(spanish: Page, book: Handbook, home: str) -> None:
    spanish.goto(home)
    status, field = spanish.locator(".md-search-result__meta"), spanish.locator("#search-words")
    told, waiting = set(), status.text_content() or ""
    for query in ("nod", "nood", "xyzzyx plughh", "nod xyzzyx plughh", "fever and pain"):
        field.fill("")
        expect(status).to_have_text(waiting)
        field.fill(query)
        expect(status).not_to_have_text(waiting)
        told.add(status.text_content() or "")
    field.fill("¿dónde está el sí?")
    expect(spanish.locator(".md-search-result__list a").first).to_be_visible()
    expect(spanish.locator(".search-note")).to_be_empty()
    assert english_in(told | heard(spanish), book) == []
    assert any("página" in each for each in told) and any("No se encontró nada" in each for each in told)


def test_the_reader_s_own_sheet(spanish: Page, book: Handbook, home: str) -> None:
    words = book.phrases.scripts.builder
    spanish.goto(f"{home}build/{DAMAGED}")
    expect(spanish.locator(".builder-damage li")).not_to_have_count(0)
    spanish.goto("about:blank")
    spanish.goto(f"{home}build/{SHEET}")
    spanish.get_by_role("button", name=words.change).click()
    for closed in spanish.locator("#builder details").all():
        closed.locator("summary").click()
    spanish.locator(".builder-cautions input").first.check()
    for name in (
        words.save,
        words.copy_link,
        words.copy_text,
        words.down.format(name="Pequeño sí"),
        words.undo,
    ):
        spanish.get_by_role("button", name=name, exact=True).first.click()
    write(spanish.get_by_label(words.hold).first, "99999")
    spanish.keyboard.press("Tab")
    spanish.get_by_role("button", name=words.remove_one.format(name="Pequeño sí"), exact=True).first.click()
    spanish.get_by_role("button", name=words.empty).click()
    expect(spanish.locator(".builder-status")).to_have_text(words.emptied)
    _is_spanish(spanish, book, "builder", least=90)


def test_a_run(spanish: Page, book: Handbook, home: str) -> None:
    words = book.phrases.scripts.follow
    with_voice(spanish)
    open_run(spanish, home, "routine/tiny", speed=40)
    begin(spanish)
    spanish.wait_for_timeout(500)
    spanish.get_by_role("button", name=words.too_much).click()
    spanish.get_by_role("button", name=words.go_on).click()
    for left in (1500, 700, 40):
        spanish.evaluate("left => player.act(() => player.run.clock.jump(player.run.total - left))", left)
        spanish.wait_for_timeout(1500)
    expect(spanish.get_by_role("button", name=words.tick)).to_be_visible(timeout=30_000)
    spanish.get_by_role("button", name=words.tick).click()
    aloud = set(spanish.evaluate("said"))
    assert words.say_end in aloud and english_in(aloud, book) == []
    _is_spanish(spanish, book, "follow", least=60)


def test_the_days(spanish: Page, book: Handbook, home: str) -> None:
    words = book.phrases.scripts.days
    spanish.goto(f"{home}days/")
    spanish.evaluate(f"localStorage.setItem('/unknot/days', {json.dumps(json.dumps([DONE]))})")
    spanish.clock.install(time="2026-11-02T10:00")
    spanish.reload()
    expect(spanish.locator(".month caption")).to_have_text("noviembre de 2026")
    spanish.locator("input[type=file]").set_input_files(
        {"name": "a.json", "mimeType": "text/json", "buffer": b"{"}
    )
    expect(spanish.locator(".days-status")).to_contain_text(words.damaged)
    spanish.get_by_role("button", name=words.take_away).click()
    spanish.get_by_role("button", name=words.delete).click()
    spanish.get_by_role("button", name=words.undo).click()
    _is_spanish(spanish, book, "days", least=14)


def test_the_weekly_numbers(spanish: Page, book: Handbook, address: str) -> None:
    words = book.phrases.scripts.days
    speak(spanish, book)
    spanish.goto(f"{address}days/")
    spanish.locator(".weeks-form input").first.fill("andar")
    spanish.get_by_role("button", name=words.begin).click()
    for row in spanish.locator(".weeks-scale").all():
        row.locator("label").nth(3).click()
    spanish.get_by_role("button", name=words.keep).click()
    spanish.get_by_role("button", name=words.choose_other).click()
    _is_spanish(spanish, book, "days", least=18)


def test_the_guided_start(spanish: Page, book: Handbook, address: str) -> None:
    speak(spanish, book)
    spanish.goto(f"{address}start/#where=leg")
    expect(spanish.locator("#start-trouble")).to_have_text(book.phrases.scripts.start.given)
    spanish.locator("[data-answer='danger=none']").click()
    for _ in ("since", "can", "spare", "time"):
        spanish.locator("section.open [data-answer]:visible").first.click()
    _is_spanish(spanish, book, "start", least=9)


def test_what_all_pages_offer(spanish: Page, book: Handbook, home: str) -> None:
    spanish.goto(f"{home}exercises/neck/nod/")
    spanish.locator("[data-add]").click()
    assert spanish.locator(".sheet-count").get_attribute("aria-label") == "1 ejercicio"
    spanish.route("**/follow/start.js", lambda route: route.abort())
    spanish.locator("[data-follow] button").click()
    expect(spanish.locator("[data-follow] [role=status]")).not_to_be_empty()
    _is_spanish(spanish, book, "site", least=3)
    spanish.route("**/browse.json", lambda route: route.abort())
    spanish.goto(f"{home}exercises/")
    expect(spanish.locator("#finder")).to_have_text(book.phrases.scripts.site.no_data)


def test_the_lists_of_routines(spanish: Page, book: Handbook, home: str) -> None:
    spanish.goto(f"{home}routines/")
    spanish.evaluate(f"localStorage.setItem('/unknot/days', {json.dumps(json.dumps([DONE]))})")
    spanish.goto("about:blank")
    spanish.goto(f"{home}routines/")
    expect(spanish.locator("[data-left]").first).to_contain_text("lunes, 2 de noviembre")
    assert english_in(heard(spanish), book) == []


def test_a_moving_figure(drawing: Browser, book: Handbook, handbook: Handbook, address: str) -> None:
    words = book.phrases.scripts.film
    with page_that_draws(drawing) as page:
        listen(page)
        speak(page, book)
        page.emulate_media(reduced_motion="reduce")
        page.goto(f"{address}{filmed(handbook)[0]}/")
        page.get_by_role("button", name=words.open).click()
        page.get_by_role("button", name=book.phrases.scripts.follow.say_other_side).click()
        page.get_by_role("button", name=words.play).click()
        _is_spanish(page, book, "film", least=18)
