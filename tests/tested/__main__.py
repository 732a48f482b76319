"""Look at every kind of page and write down what was found: content/tested.yml."""

import subprocess
import tempfile
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Final

import yaml
from playwright.sync_api import Error, Playwright, sync_playwright

from generator.disk import write_whole
from generator.handbook import Handbook
from generator.loading import load_handbook
from generator.model.tested import Engine, Score, Tested
from generator.press.browser import find_browser
from tests.conftest import BARE, ROOT, SITE
from tests.engines.firefox import MISSING, installed
from tests.engines.launching import launch
from tests.offline.serving import Host
from tests.tested import lighthouse
from tests.tested.looking import axe_version, engine_tested, kinds_tested

FILE: Final = ROOT / "content" / "tested.yml"
HEAD: Final = (
    "# What the last run of `make audit` found; that run writes it, and guidance/how-we-tested shows it.\n"
    "# A fork that has not run it deletes this file.\n"
)


def main() -> None:
    """Run everything that is installed; say what is not."""
    handbook, _ = load_handbook(ROOT / "content")
    host = Host(SITE)
    host.on()
    with tempfile.TemporaryDirectory() as folder:
        found = _tested(handbook, host.address, Path(folder))
    host.off()
    write_whole(FILE, spelled(found).encode())
    print(f"{FILE.relative_to(ROOT)} is written; commit it, and the page shows it")


def spelled(tested: Tested) -> str:
    """The file's text."""
    return HEAD + yaml.safe_dump(
        tested.model_dump(mode="json", exclude_none=True), sort_keys=False, width=110
    )


def _tested(handbook: Handbook, address: str, folder: Path) -> Tested:
    version = _version()
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=find_browser(), args=list(BARE))
        axe, kinds = axe_version(browser), tuple(kinds_tested(browser, handbook, address))
        engines = [engine_tested(browser, "Chromium", handbook, address)]
        browser.close()
        engines += _in_firefox(playwright, handbook, address, folder)
    scores = tuple(_scores(handbook, address, folder))
    return Tested(
        on=date.today(),
        version=version,
        axe=axe,
        kinds=kinds,
        engines=tuple(engines),
        lighthouse=lighthouse.VERSION if scores else "",
        scores=scores,
    )


def _in_firefox(playwright: Playwright, handbook: Handbook, address: str, folder: Path) -> Iterator[Engine]:
    if not installed():
        print(MISSING)
        return
    try:
        firefox = launch("firefox", playwright.firefox, folder)
    except Error as error:
        print(f"Firefox did not start: not tested ({error.message.splitlines()[0]})")
        return
    yield engine_tested(firefox, "Firefox", handbook, address)
    firefox.close()


def _scores(handbook: Handbook, address: str, folder: Path) -> Iterator[Score]:
    if not lighthouse.is_there():
        print("npx is not installed (Debian: npm): no Lighthouse")
        return
    for score, missed in lighthouse.scores(handbook, address, folder):
        print(score, *missed, sep="\n  ")
        yield score


def _version() -> str:
    said = subprocess.run(["git", "rev-parse", "--short", "HEAD"], cwd=ROOT, capture_output=True, text=True)
    return said.stdout.strip()


if __name__ == "__main__":
    main()
