"""A browser that draws moving figures: WebGL in software, which the browser of all other tests has not."""

from collections.abc import Iterator
from contextlib import contextmanager

from playwright.sync_api import Browser, Page

from generator.press.browser import find_browser
from generator.press.motion import SOFTWARE
from tests.engines.launching import one_more

PATIENCE = 180_000  # ms; software rendering on a busy machine
FOR_A_SCREENSHOT = "sha256-YjaKGiklmzC6wjXA513HAMmzus8VE61XCOT+SmwNZWA="  # Playwright's own style, in Firefox


def browser_that_draws(browser: Browser, flags: tuple[str, ...]) -> Browser:
    """Start one more browser beside `browser`, with WebGL, which other engines have anyway."""
    if browser.browser_type.name != "chromium":
        return one_more(browser)
    bare = [flag for flag in flags if flag != "--disable-gpu"]
    return browser.browser_type.launch(executable_path=find_browser(), args=[*bare, *SOFTWARE])


@contextmanager
def page_that_draws(browser: Browser) -> Iterator[Page]:
    """Open a page with time for slow pictures; raise AssertionError in the end for errors of its scripts."""
    opened = browser.new_page(viewport={"width": 1000, "height": 1300}, service_workers="block")
    opened.set_default_timeout(PATIENCE)
    errors: list[str] = []
    opened.on("pageerror", lambda error: errors.append(str(error)))
    yield opened
    opened.close()
    assert [error for error in errors if FOR_A_SCREENSHOT not in error] == []
