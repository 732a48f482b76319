"""What a screen reader is told on six kinds of page, as text to read.

Run `python -m tests.access.spoken` to accept it.

The pages are those of the tiny handbook in tests/content, so that a fork's own words change nothing here.
"""

import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from playwright.sync_api import Browser, Page, sync_playwright

from generator.loading import load_handbook
from generator.offline.closed import close_pages
from generator.pages import render_site
from generator.press.browser import find_browser
from generator.writer import write_tree
from tests.offline.serving import hosted

ROOT: Final = Path(__file__).parent.parent.parent
GOLDEN: Final = ROOT / "tests" / "golden" / "spoken"


def _nothing(page: Page) -> None:
    return


def _sheet_with_two(page: Page) -> None:
    page.goto(page.url.partition("#")[0] + "#1&nod&hostile")
    page.reload()
    page.locator(".sheet .card").nth(1).wait_for()


def _start(page: Page) -> None:
    page.locator("[data-follow] button").first.click()
    page.locator(".follow-start").wait_for()


PAGES: Final[Mapping[str, tuple[str, Callable[[Page], None]]]] = {
    "home": ("", _nothing),
    "exercise": ("exercises/neck/nod/", _nothing),
    "routine": ("routines/tiny/", _nothing),
    "finder": (
        "exercises/",
        lambda page: page.locator("#finder button, #finder input").first.wait_for(state="attached"),
    ),
    "builder": ("build/", _sheet_with_two),
    "player": ("routines/tiny/", _start),
}
"""Kind of page -> where it stands, and what a reader does there first."""


def tiny_site(root: Path) -> Path:
    """Build the tiny handbook below `root`, closed as the real one is."""
    handbook, _ = load_handbook(ROOT / "tests" / "content")
    write_tree(root, render_site(handbook, {}))
    shutil.copytree(ROOT / "docs" / "assets", root / "docs" / "assets")
    shutil.copytree(ROOT / "generator" / "theme", root / "generator" / "theme")
    shutil.copy(ROOT / "mkdocs.yml", root / "mkdocs.yml")
    subprocess.run([sys.executable, "-m", "mkdocs", "build", "--quiet"], cwd=root, check=True)
    close_pages(root / "build" / "site")
    return root / "build" / "site"


@contextmanager
def tiny_page(browser: Browser, root: Path) -> Iterator[tuple[Page, str]]:
    """A laptop's page without a voice, and the address of the tiny handbook."""
    with hosted(tiny_site(root / "made"), root / "host") as host:
        context = browser.new_context(
            viewport={"width": 1280, "height": 800}, service_workers="block", reduced_motion="reduce"
        )
        yield context.new_page(), host.address
        context.close()


OF_THE_DAY = re.compile(r"(Version) \w+, printed [^\n.]+")
"""What changes with every edit and every day."""


def spoken(page: Page, address: str, kind: str) -> str:
    """All that a screen reader finds on a page of this kind, from top to bottom."""
    path, act = PAGES[kind]
    page.goto(f"{address}{path}", wait_until="networkidle")
    act(page)
    told = page.locator("dialog[open]" if kind == "player" else "body")
    lines = OF_THE_DAY.sub(r"\1 …", told.aria_snapshot()).splitlines(keepends=True)
    return "".join(line for line in lines if not line.lstrip().startswith("- /")) + "\n"


def main() -> None:
    """Write every text anew."""
    GOLDEN.mkdir(parents=True, exist_ok=True)
    with sync_playwright() as playwright, tempfile.TemporaryDirectory() as folder:
        browser = playwright.chromium.launch(executable_path=find_browser())
        with tiny_page(browser, Path(folder)) as (page, address):
            for kind in PAGES:
                (GOLDEN / f"{kind}.txt").write_text(spoken(page, address, kind), encoding="utf-8")
        browser.close()


if __name__ == "__main__":
    main()
