"""Styles that a test lays over a page. A style element would be stopped by the page's policy."""

from playwright.sync_api import Page

LAY = """css => {
  const sheet = new CSSStyleSheet()
  sheet.replaceSync(css)
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet]
}"""


def restyle(page: Page, css: str) -> None:
    """Lay styles over all of the page's own."""
    page.evaluate(LAY, css)
