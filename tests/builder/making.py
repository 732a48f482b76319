"""What the builder's tests share: how it is opened, and what stands on it."""

import io
import re

import pypdf
from playwright.sync_api import Locator, Page, expect

EIGHT = "#1&t=Eight&cat-cow&chin-tuck&open-book&bridge&pelvic-tilt&knee-rolls&bird-dog&thread-the-needle"
HOSTILE = "<img src=x onerror=alert(1)><script>alert(2)</script>"


def write(field: Locator, words: str) -> None:
    """Type into a field over what it holds: of what a script sets Firefox tells no change."""
    field.focus()
    field.press("ControlOrMeta+a")
    field.press("Delete")
    field.press_sequentially(words)


def open_builder(page: Page, address: str, hash_: str = "") -> None:
    """Open the builder as a new visit, with a link's sheet or the reader's own."""
    page.goto("about:blank")
    page.goto(f"{address}build/{hash_}")
    expect(page.locator(".builder-minutes")).to_be_visible()
    change = page.get_by_role("button", name="Change it")
    if change.count():
        change.click()


def names_on(page: Page) -> list[str]:
    """The exercises of the sheet, in its order."""
    return [re.sub(r"^\d+\. ", "", text) for text in page.locator(".row-head a").all_inner_texts()]


def sheet_words(page: Page) -> str:
    """The sheet's words, read in the moment when its style has come and every card has its pictures."""
    words = page.wait_for_function("""() => {
        const paper = document.querySelector("#builder-sheet").shadowRoot
        const pairs = [...paper.querySelectorAll(".pair")]
        const whole = paper.adoptedStyleSheets.length && pairs.every(pair => pair.children.length)
        return whole && paper.querySelector(".sheet").innerText
    }""")
    return str(words.json_value())


def hash_of(page: Page) -> str:
    """The sheet as the address spells it."""
    return page.url.partition("#")[2]


def pdf_of(page: Page, paper: str) -> pypdf.PdfReader:
    """The page as it prints, once the sheet has its pictures."""
    expect(page.locator("#builder-sheet .place svg").first).to_be_attached()
    page.wait_for_load_state("networkidle")
    return pypdf.PdfReader(io.BytesIO(page.pdf(format=paper, prefer_css_page_size=False)))
