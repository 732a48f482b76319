"""What tests share: the built site, a static server under a sub-path, and a real browser."""

import functools
import http.server
import os
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import settings
from playwright.sync_api import Browser, Page, expect, sync_playwright

from generator.handbook import Handbook
from generator.loading import load_handbook
from generator.press.browser import QUIET, find_browser
from tests.drawing import browser_that_draws
from tests.engines.launching import launch
from tests.engines.limits import reason
from tests.spanish_book import spanish_book

ROOT = Path(__file__).parent.parent
SITE = ROOT / "build" / "site"
BARE = (
    *QUIET,
    "--disable-quic",
    "--disable-component-update",
    "--disable-sync",
    "--force-color-profile=srgb",
)
SUB_PATH = "/unknot/"
"""GitHub serves a project's pages below its name; links must not break there."""
PATIENCE = 60_000
"""ms that another engine may take for a step: it comes by way of a bridge."""
BUSY = 20_000
"""ms until something is missed that should come: a machine may have other work."""
STOPPED = "stopped by the policy:"
TELL_STOPPED = f"""document.addEventListener("securitypolicyviolation", each =>
  console.error("{STOPPED}", each.violatedDirective, each.blockedURI, each.sample, each.lineNumber))"""

settings.register_profile("steady", derandomize=True, deadline=None)
settings.register_profile("audit", max_examples=2_000, deadline=None)


def pytest_addoption(parser: pytest.Parser) -> None:
    """`--engine firefox` lets Debian's Firefox run the tests of pages."""
    parser.addoption("--engine", choices=("chromium", "firefox"), default="chromium")


def pytest_configure(config: pytest.Config) -> None:
    """The same examples in every run of `make test`; new ones in an audit."""
    settings.load_profile("audit" if config.option.markexpr == "audit" else "steady")
    expect.set_options(timeout=BUSY if config.option.engine == "chromium" else PATIENCE)


LONGEST = (
    *("access/test_axe", "sheet/test_readable", "figures/test_player", "serving/test_edits"),
    *("builder/test_paper", "builder/test_reading", "page/test_spanish_scripts", "search/test_danger"),
    *("builder/test_saved", "serving/test_ending", "page/test_pages", "page/test_print", "finder/test_look"),
    *("figures/test_sequence", "page/test_budget", "figures/test_embed", "figure/drawing/test_lines"),
    *("offline/test_offline", "stories/test_stories", "figure/filming/test_films", "builder/test_editor"),
    *("follow/test_interrupted", "sheet/test_options", "figure/drawing/test_svg", "follow/test_run"),
    *("sheet/test_basket", "page/test_exercise_page", "access/test_colours", "start/test_screens"),
    *("attack/test_browser", "attack/test_fuzz", "figure/test_steady", "figure/posing/test_pose"),
    *("test_scaffold", "page/test_closed", "page/test_look", "builder/test_plan", "start/test_paths"),
)
"""The files that take longest come first: no worker begins one of them when the other has nothing left."""


def _place(item: pytest.Item) -> int:
    name = item.nodeid.partition("::")[0].removeprefix("tests/").removesuffix(".py")
    return LONGEST.index(name) if name in LONGEST else len(LONGEST)


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """A test that an engine cannot run is skipped there, with the reason."""
    items.sort(key=_place)
    for item in items:
        if why := reason(config.option.engine, item.nodeid, getattr(item, "fixturenames", ())):
            item.add_marker(pytest.mark.skip(reason=why))


@pytest.fixture(scope="session")
def handbook() -> Handbook:
    """The real handbook."""
    found, problems = load_handbook(ROOT / "content")
    assert problems == []
    return found


@pytest.fixture(scope="session")
def spanish(tmp_path_factory: pytest.TempPathFactory) -> Handbook:
    """The tiny handbook with Spanish words wherever it says something of itself."""
    return spanish_book(tmp_path_factory.mktemp("spanish"))


@pytest.fixture(scope="session")
def site() -> Path:
    """The built site; `make test` builds it first, a bare pytest run builds it here."""
    if not (SITE / "index.html").exists():
        environment = {**os.environ, "NO_MKDOCS_2_WARNING": "1"}
        commands = (["generator", "build"], ["mkdocs", "build", "--strict", "--quiet"], ["generator.offline"])
        for command in commands:
            subprocess.run([sys.executable, "-m", *command], cwd=ROOT, env=environment, check=True)
    return SITE


class _Handler(http.server.SimpleHTTPRequestHandler):
    """Serves the site below SUB_PATH, without a word, with GitHub's 404 page."""

    def translate_path(self, path: str) -> str:
        below = path.removeprefix(SUB_PATH.rstrip("/")) if path.startswith(SUB_PATH) else "/nowhere"
        return super().translate_path(below)

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        body = (Path(self.directory) / "404.html").read_bytes() if code == 404 else b""
        self.send_response(code)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:
        return


@pytest.fixture(scope="session")
def address(site: Path) -> Iterator[str]:
    """The address of the served site, with a final slash."""
    handler = functools.partial(_Handler, directory=str(site))
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_address[1]}{SUB_PATH}"
        server.shutdown()


@pytest.fixture(scope="session")
def browser(pytestconfig: pytest.Config, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Browser]:
    """Debian's Chromium, or whatever Chrome this machine has; Firefox where it is asked for."""
    with sync_playwright() as playwright:
        if (engine := pytestconfig.option.engine) != "chromium":
            running = launch(engine, playwright.firefox, tmp_path_factory.mktemp(engine))
        else:
            running = playwright.chromium.launch(executable_path=find_browser(), args=list(BARE))
        yield running
        running.close()


@pytest.fixture(scope="session")
def drawing(browser: Browser) -> Iterator[Browser]:
    """One more browser, which draws WebGL in software; it starts with the first test that asks for it."""
    running = browser_that_draws(browser, BARE)
    yield running
    running.close()


@pytest.fixture
def page(browser: Browser, address: str, pytestconfig: pytest.Config) -> Iterator[Page]:
    """A fresh page of laptop size.

    A request that leaves the site, a script error, or what the page's own policy stopped fails the test.
    It keeps no copy of the site, which every page would have to fetch anew; tests/offline has readers who do.
    """
    context = browser.new_context(viewport={"width": 1280, "height": 800}, service_workers="block")
    context.add_init_script(TELL_STOPPED)
    opened = context.new_page()
    if pytestconfig.option.engine != "chromium":
        opened.set_default_timeout(PATIENCE)
    host = address.split("/unknot/")[0]
    strangers: list[str] = []
    errors: list[str] = []
    opened.on("request", lambda request: strangers.append(request.url))
    opened.on("pageerror", lambda error: errors.append(str(error)))
    opened.on("console", lambda said: errors.append(said.text) if said.text.startswith(STOPPED) else None)
    yield opened
    context.close()
    assert [url for url in strangers if _leaves(url, host)] == []
    assert errors == []


@pytest.fixture
def plain_page(browser: Browser) -> Iterator[Page]:
    """A page of a reader who has switched scripts off."""
    context = browser.new_context(java_script_enabled=False, viewport={"width": 1280, "height": 800})
    yield context.new_page()
    context.close()


def _leaves(url: str, host: str) -> bool:
    return not url.startswith((host, "data:", "blob:", "about:"))
