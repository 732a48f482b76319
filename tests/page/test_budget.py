"""What a page may cost before a reader does anything: bytes, requests, scripts, and nothing that jumps."""

import gzip
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, Response

from generator.handbook import Handbook
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
  setTimeout(() => resolve(total), 700)
})"""


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


def test_no_page_loads_more_script_than_it_may(
    handbook: Handbook, site: Path, fresh: Page, address: str
) -> None:
    scripts: set[str] = set()
    fresh.on("request", lambda request: scripts.add(request.url.partition("?")[0]))
    for path in page_types(handbook):
        scripts.clear()
        fresh.goto("about:blank")
        fresh.goto(f"{address}{path}", wait_until="networkidle")
        names = [url.removeprefix(address) for url in scripts if url.endswith(".js")]
        packed = {name: len(gzip.compress((site / name).read_bytes())) for name in names}
        most = MOST_PACKED_BUILDER if path.startswith("build/") else MOST_PACKED
        assert packed and sum(packed.values()) <= most, (path, packed)
        assert len(packed) <= MOST_SCRIPTS, (path, packed)


WIDTHS = ((390, 844), pytest.param((1280, 800), marks=pytest.mark.audit))


@pytest.mark.parametrize("size", WIDTHS, ids=["390", "1280"])
def test_nothing_jumps_while_a_page_loads(
    size: tuple[int, int], handbook: Handbook, fresh: Page, address: str
) -> None:
    fresh.set_viewport_size({"width": size[0], "height": size[1]})
    shifts = {}
    for path in page_types(handbook):
        fresh.goto("about:blank")
        fresh.goto(f"{address}{path}")
        shifts[path] = fresh.evaluate(SHIFT)
    assert {path: shift for path, shift in shifts.items() if shift > MOST_SHIFT} == {}


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
