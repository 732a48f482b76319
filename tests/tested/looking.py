"""Every kind of page, looked at as the tests of tests/access/ do, and counted."""

from collections.abc import Iterator

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page

from generator.handbook import Handbook
from generator.model.tested import Engine, KindTested
from tests.access.judging import SCHEMES, WIDTHS, faults
from tests.access.test_reflow import SPACED, TABS, TOO_WIDE_ON_PURPOSE, WIDE, covered
from tests.kinds import KINDS
from tests.styling import restyle


def axe_version(browser: Browser) -> str:
    """Of axe-core itself, as it tells."""
    page = browser.new_page()
    answer = Axe().run(page, options={"runOnly": ["document-title"]}).response
    page.close()
    return str(answer["testEngine"]["version"])


def kinds_tested(browser: Browser, handbook: Handbook, address: str) -> Iterator[KindTested]:
    """One line for each kind of page."""
    context = browser.new_context(service_workers="block", reduced_motion="reduce")
    page = context.new_page()
    for kind, where in KINDS.items():
        url = f"{address}{where(handbook)}"
        page.goto(url, wait_until="networkidle")
        stops, under = _keyboard(page)
        page.goto(url, wait_until="networkidle")
        yield KindTested(
            name=kind,
            looks=len(WIDTHS) * len(SCHEMES),
            faults=len(faults(page, kind)),
            wide=None if kind in TOO_WIDE_ON_PURPOSE else _wide(page, url),
            stops=stops,
            covered=under,
        )
    context.close()


def _keyboard(page: Page) -> tuple[int, int]:
    page.set_viewport_size({"width": 390, "height": 600})
    found = []
    for _ in range(TABS):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement === document.body"):
            break  # the page is at its end
        found.append(covered(page))
    return len(found), sum(1 for each in found if each)


def _wide(page: Page, url: str) -> int:
    page.set_viewport_size({"width": 320, "height": 256})
    page.goto(url, wait_until="networkidle")
    restyle(page, SPACED)
    return max(0, int(page.evaluate(WIDE)))


def engine_tested(browser: Browser, name: str, handbook: Handbook, address: str) -> Engine:
    """Open every kind of page on a phone's width; count errors of scripts and pages that are too wide."""
    page = browser.new_page(viewport={"width": 390, "height": 844})
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    for kind, where in KINDS.items():
        page.goto(f"{address}{where(handbook)}", wait_until="load")
        page.wait_for_timeout(300)
        if kind not in TOO_WIDE_ON_PURPOSE and page.evaluate(WIDE) > 0:
            errors.append(f"{kind} is too wide")
    page.close()
    for error in errors:
        print(f"{name}: {error}")
    return Engine(name=f"{name} {browser.version}", kinds=len(KINDS), faults=len(errors))
