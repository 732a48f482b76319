"""A reader with a phone in the hand: every tap and every swipe is counted."""

from dataclasses import dataclass
from math import ceil

from playwright.sync_api import Locator, Page, expect

HEIGHT = 844
SWIPE = 0.8 * HEIGHT
"""How far one swipe moves a page."""


@dataclass
class Reader:
    """A page of 390 pixels, and what it has cost so far."""

    page: Page
    address: str
    taps: int = 0
    swipes: int = 0

    def open(self, path: str = "") -> None:
        """Come to the site as a newcomer does."""
        self.page.goto(f"{self.address}{path}")

    def see(self, place: Locator) -> None:
        """Swipe until a place is on the screen."""
        expect(place).to_be_visible()
        box = place.bounding_box()
        assert box
        below = max(0.0, box["y"] + min(box["height"], SWIPE) - HEIGHT)
        self.swipes += ceil(max(below, -box["y"]) / SWIPE)
        place.scroll_into_view_if_needed()

    def tap(self, place: Locator) -> None:
        """Swipe to a place and tap it."""
        self.see(place)
        self.taps += 1
        place.tap()

    def link(self, name: str) -> Locator:
        """The first link of the page itself with these words."""
        return self.page.get_by_role("main").get_by_role("link", name=name).first

    def search(self, words: str) -> Locator:
        """Open the search, type, and see what it lists."""
        self.tap(self.page.locator("[data-search-open]").first)
        self.page.keyboard.type(words)
        found = self.page.locator(".md-search-result__item")
        expect(self.page.locator(".md-search-result__meta")).not_to_contain_text("Type a word")
        return found
