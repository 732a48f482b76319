"""What a page may cost before a reader does anything: bytes, requests, scripts, and nothing that jumps."""

import gzip
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, Response

from generator.handbook import Handbook
from tests.conftest import STOPPED, TELL_STOPPED
from tests.kinds import KINDS

MOST_BYTES = 42_000
"""gzipped, all that an exercise's page loads."""
MOST_REQUESTS = 10
MOST_SCRIPT = 12_000
"""Unpacked; gzipped it is less than half."""
MOST_PACKED = 10_000
"""gzipped, all scripts of any page but the builder."""
MOST_PACKED_BUILDER = 25_000
"""The builder is a whole editor."""
MOST_SCRIPTS = 3
"""Files: what all pages have, what its kind has, and one that the sheet of a link asks for."""
MOST_SHIFT = 0.001
"""Layout shift score; what rounds to nothing."""
SHIFT = """() => new Promise(resolve => {
  let total = 0
  new PerformanceObserver(list => { for (const each of list.getEntries()) total += each.value })
    .observe({ type: "layout-shift", buffered: true })
  setTimeout(() => resolve(total), 50)
})"""
"""Asked of a page that has been quiet for half a second."""


@pytest.fixture
def fresh(browser: Browser) -> Iterator[Page]:
    """A page of a phone that has loaded nothing before, and keeps no copy of the site."""
    context = browser.new_context(viewport={"width": 390, "height": 844}, service_workers="block")
    yield context.new_page()
    context.close()


def _heaviest(handbook: Handbook, site: Path) -> str:
    def weight(address: str) -> int:
        return len(gzip.compress((site / address / "index.html").read_bytes()))

    return max((each.address for each in handbook.exercises.values()), key=weight)


def test_the_heaviest_exercise_is_light(handbook: Handbook, site: Path, fresh: Page, address: str) -> None:
    answers: list[Response] = []
    fresh.on("response", lambda answer: answers.append(answer))
    fresh.goto(f"{address}{_heaviest(handbook, site)}/", wait_until="networkidle")
    bodies = {each.url: each.body() for each in answers if each.ok}
    assert len(answers) <= MOST_REQUESTS, [each.url for each in answers]
    assert sum(len(gzip.compress(body)) for body in bodies.values()) <= MOST_BYTES
    scripts = {url: len(body) for url, body in bodies.items() if url.endswith(".js")}
    assert scripts and sum(scripts.values()) <= MOST_SCRIPT, scripts
    assert [url for url in bodies if "/search" in url] == []


def page_types(handbook: Handbook) -> tuple[str, ...]:
    """One address of every kind of page, and those that a script makes in their other states."""
    exercise, muscle = next(iter(handbook.exercises.values())), next(iter(handbook.muscles))
    states = (
        f"{handbook.safety.red_flags}/",
        "start/#danger=none&where=leg",
        f"build/#1&t=Mine&{exercise.slug}",
        f"exercises/#area={exercise.area}",
        f"exercises/#muscle={muscle}",
    )
    return (*(where(handbook) for where in KINDS.values()), *states)


@dataclass(frozen=True)
class Visit:
    """What a page did until it was quiet: its scripts, what it must not do, how far it jumped."""

    scripts: frozenset[str]
    strange: tuple[str, ...]
    shift: float


def visited(page: Page, address: str, paths: Iterable[str]) -> dict[str, Visit]:
    """Open each page and wait until it is quiet."""
    asked: list[str] = []
    stopped: list[str] = []
    page.on("request", lambda request: asked.append(request.url.partition("?")[0]))
    page.on("pageerror", lambda error: stopped.append(str(error)))
    page.on("console", lambda said: stopped.append(said.text) if said.text.startswith(STOPPED) else None)
    found = {}
    for path in paths:
        asked.clear()
        stopped.clear()
        page.goto("about:blank")
        page.goto(f"{address}{path}", wait_until="networkidle")
        shift = page.evaluate(SHIFT)
        scripts = frozenset(url.removeprefix(address) for url in asked if url.endswith(".js"))
        foreign = [url for url in asked if not url.startswith((address, "data:", "blob:", "about:"))]
        cookies = [f"cookie {each.get('name')}" for each in page.context.cookies()]
        found[path] = Visit(scripts, (*stopped, *foreign, *cookies), shift)
    return found


@pytest.fixture(scope="module")
def on_a_phone(browser: Browser, handbook: Handbook, address: str) -> Iterator[dict[str, Visit]]:
    """Every kind of page, visited once on a phone."""
    context = browser.new_context(viewport={"width": 390, "height": 844}, service_workers="block")
    context.add_init_script(TELL_STOPPED)
    yield visited(context.new_page(), address, page_types(handbook))
    context.close()


def test_no_page_loads_more_script_than_it_may(on_a_phone: dict[str, Visit], site: Path) -> None:
    for path, visit in on_a_phone.items():
        packed = {name: len(gzip.compress((site / name).read_bytes())) for name in visit.scripts}
        most = MOST_PACKED_BUILDER if path.startswith("build/") else MOST_PACKED
        assert packed and sum(packed.values()) <= most, (path, packed)
        assert len(packed) <= MOST_SCRIPTS, (path, packed)


def test_every_kind_of_page_works_within_its_policy(on_a_phone: dict[str, Visit]) -> None:
    """None asks for what its policy stops, or for another host; no script fails, and none sets a cookie."""
    assert {path: visit.strange for path, visit in on_a_phone.items() if visit.strange} == {}


def test_the_empty_builder_draws_no_picture(fresh: Page, address: str) -> None:
    """Those of the ready sheets lie far below; before the editor is there they must not seem near."""
    asked: list[str] = []
    fresh.on("request", lambda request: asked.append(request.url))
    fresh.goto(f"{address}build/", wait_until="networkidle")
    assert fresh.locator(".strips img").count() > 10
    assert [url for url in asked if "/figures/" in url and url.endswith(".svg")] == []


def test_nothing_jumps_while_a_page_loads(on_a_phone: dict[str, Visit]) -> None:
    assert _jumps(on_a_phone) == {}


@pytest.mark.audit
def test_nothing_jumps_on_a_laptop(handbook: Handbook, fresh: Page, address: str) -> None:
    fresh.set_viewport_size({"width": 1280, "height": 800})
    assert _jumps(visited(fresh, address, page_types(handbook))) == {}


def _jumps(visits: dict[str, Visit]) -> dict[str, float]:
    return {path: visit.shift for path, visit in visits.items() if visit.shift > MOST_SHIFT}


def test_the_places_keep_to_one_line_on_the_smallest_phone(fresh: Page, address: str) -> None:
    """With exercises on the sheet, whose number stands beside its name; nothing scrolls sideways."""
    fresh.goto(address)
    fresh.evaluate("localStorage.setItem('/unknot/sheet', JSON.stringify({hash: '1&bridge&cat-cow'}))")
    for width in (320, 360, 390):
        fresh.set_viewport_size({"width": width, "height": 640})
        fresh.goto(f"{address}days/")
        fresh.wait_for_function("document.querySelector('.sheet-count').textContent === '2'")
        tops = fresh.locator(".top-links a").evaluate_all("all => all.map(each => each.offsetTop)")
        rows = fresh.locator(".top-inner > *").evaluate_all("all => all.map(each => each.offsetHeight)")
        assert len(set(tops)) == 1 and max(rows) <= 56, (width, tops, rows)
        over = "[document.documentElement, document.querySelector('.top-links')]"
        assert fresh.evaluate(f"{over}.every(each => each.scrollWidth <= each.clientWidth)"), width
