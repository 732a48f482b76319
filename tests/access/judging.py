"""How axe-core judges a page, in words that say where to look."""

from typing import Final

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

WIDTHS: Final = ((1280, 800), (390, 844))
SCHEMES: Final = ("default", "slate")
COLOURS: Final[dict[str, list[str]]] = {"runOnly": ["color-contrast"], "resultTypes": ["violations"]}
"""All that a dark page can have wrong which the same page in light has not."""
ALL: Final[dict[str, list[str]]] = {
    "runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
    "resultTypes": ["violations"],
}


def faults(page: Page, where: str) -> list[str]:
    """What axe-core finds at both widths, in light and in dark; each as one line."""
    found = []
    for width, height in WIDTHS:
        page.set_viewport_size({"width": width, "height": height})
        for scheme in SCHEMES:
            page.evaluate("scheme => { document.documentElement.dataset.mdColorScheme = scheme }", scheme)
            options = ALL if scheme == "default" else COLOURS
            found += [f"{where} {width} {scheme}: {each}" for each in _run(page, options)]
    page.evaluate("document.documentElement.dataset.mdColorScheme = 'default'")
    return found


def _run(page: Page, options: dict[str, list[str]]) -> list[str]:
    answer = Axe().run(page, options=options).response
    return [
        f"{rule['id']}: {node['target']} {' '.join(str(node.get('failureSummary', '')).split())[:240]}"
        for rule in answer["violations"]
        for node in rule["nodes"]
    ]
