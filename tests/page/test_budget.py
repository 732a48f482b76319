"""What a page may cost before a reader does anything: bytes, requests, scripts, and nothing that jumps."""

import gzip
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, Response

from generator.handbook import Handbook

MOST_BYTES = 45_000
"""gzipped, all that an exercise's page loads."""
MOST_REQUESTS = 10
MOST_SCRIPT = 25_000
"""As written; gzipped it is about a third."""
MOST_SHIFT = 0.001
"""Layout shift score; what rounds to nothing."""
SHIFT = """() => new Promise(resolve => {
  let total = 0
  new PerformanceObserver(list => { for (const each of list.getEntries()) total += each.value })
    .observe({ type: "layout-shift", buffered: true })
  setTimeout(() => resolve(total), 800)
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


def test_nothing_jumps_while_a_page_loads(handbook: Handbook, fresh: Page, address: str) -> None:
    exercise = next(iter(handbook.exercises.values())).address
    routine = next(iter(handbook.routines.values())).address
    for width, height in ((390, 844), (1280, 800)):
        fresh.set_viewport_size({"width": width, "height": height})
        for path in ("", f"{exercise}/", f"{routine}/", "body-map/", "guidance/", "muscles/"):
            fresh.goto(f"{address}{path}")
            assert fresh.evaluate(SHIFT) <= MOST_SHIFT, (path, width)
