"""A Chromium or Chrome of this machine that sees the built site at its public address."""

import os
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final
from urllib.parse import unquote, urlsplit

from playwright.sync_api import Error, Page, Route, sync_playwright

from generator.language import HOUSE

CHROMIUM: Final = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")
ELSEWHERE: Final = (
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    "C:/Program Files/Google/Chrome/Application/chrome.exe",
)


def confined(root: bool, job: bool) -> tuple[str, ...]:
    """The flags by which a browser keeps its sandbox: none, but where it would not start with one.

    That is as root, and in a job on another's machine, which is thrown away afterwards.
    """
    return ("--no-sandbox",) if root or job else ()


OPEN: Final = confined(root=getattr(os, "geteuid", lambda: 1)() == 0, job="CI" in os.environ)
PLAIN: Final = (*OPEN, "--no-first-run", "--disable-background-networking")
QUIET: Final = (*PLAIN, "--disable-gpu")
REMEDY: Final = "install Chromium or Chrome (on Debian and Ubuntu: make browser), or set CHROMIUM to its path"


class NoBrowserError(Exception):
    """There is no browser to print with; the message says what to do."""


def find_browser() -> str:
    """The path of a browser: CHROMIUM of the environment, or what is installed; else NoBrowserError."""
    named = os.environ.get("CHROMIUM")
    if named and not shutil.which(named):
        raise NoBrowserError(f"CHROMIUM is '{named}', which is no program; {REMEDY}")
    found = named or next(filter(None, map(shutil.which, (*CHROMIUM, *ELSEWHERE))), None)
    if found is None:
        raise NoBrowserError(f"no Chromium or Chrome found; {REMEDY}")
    return found


@contextmanager
def reader(
    site: Path, home: str, graphics: tuple[str, ...] = ("--disable-gpu",), locale: str = HOUSE
) -> Iterator[Page]:
    """A page of a browser of this machine that reads the site; the browser ends with it.

    `locale` is the language of a reader, by which a script writes days.

    `graphics` are the flags by which it draws: what is printed needs none, a moving figure needs WebGL.
    """
    with sync_playwright() as playwright:
        try:
            browser = playwright.chromium.launch(executable_path=find_browser(), args=[*PLAIN, *graphics])
        except Error as error:
            reason = error.message.splitlines()[0]
            raise NoBrowserError(f"the browser does not start ({reason}); {REMEDY}") from error
        yield at_home(browser.new_page(locale=locale, service_workers="block"), site, home)
        browser.close()


def at_home(page: Page, site: Path, home: str) -> Page:
    """A page to which the files below `site` are the web below `home`, and there is nothing else.

    So the links of what it prints lead to the public site, and printing needs no network and no server.
    """
    page.route("**/*", _answers(site, home))
    return page


def print_page(page: Page, url: str, file: Path) -> None:
    """Print what stands at an address into a tagged PDF, on the paper that its style asks for."""
    page.goto("about:blank")  # else an address that differs in its fragment alone would not load anew
    page.goto(url, wait_until="load")
    page.evaluate("document.fonts.ready.then(() => true)")
    half = file.with_suffix(".half")
    page.pdf(path=half, prefer_css_page_size=True, print_background=True, tagged=True, outline=True)
    half.replace(file)


def _answers(site: Path, home: str) -> Callable[[Route], None]:
    def answer(route: Route) -> None:
        url = route.request.url
        file = site / unquote(urlsplit(url.removeprefix(home)).path)
        file = file / "index.html" if file.is_dir() else file
        if url.startswith(home) and file.is_file():
            route.fulfill(path=file)
        else:
            route.abort()

    return answer
