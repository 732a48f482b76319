"""What may come between: a hidden page, a network that goes, a device that keeps nothing more."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.follow.running import begin, open_run, position, with_voice

ROUTINE = "stiff-neck-ease"
HIDE = """hidden => {
  const seen = (name, value) => Object.defineProperty(document, name, { value, configurable: true })
  seen("visibilityState", hidden ? "hidden" : "visible")
  seen("hidden", hidden)
  document.dispatchEvent(new Event("visibilitychange"))
}"""
FULL = """
Storage.prototype.setItem = () => { throw new DOMException("full", "QuotaExceededError") }
"""


def _running(page: Page, address: str) -> None:
    with_voice(page)
    page.clock.install()
    open_run(page, address, f"routine/{ROUTINE}")
    begin(page)
    page.clock.run_for(2000)


def _shows_what_is_due(page: Page) -> None:
    due = page.evaluate("player.run.exerciseOf(player.run.cue).name").split(" (")[0]
    expect(page.locator(".follow-name")).to_have_text(due)


def test_a_hidden_page_comes_back_to_what_is_due(page: Page, address: str) -> None:
    _running(page, address)
    page.evaluate(HIDE, True)
    page.clock.fast_forward("03:00")
    page.evaluate(HIDE, False)
    page.clock.run_for(200)
    assert position(page) == pytest.approx(182, abs=1)
    _shows_what_is_due(page)


def test_a_network_that_goes_leaves_the_run_as_it_is(page: Page, address: str) -> None:
    """What a run needs came before it started; a picture that does not come stops nothing."""
    _running(page, address)
    first = page.locator(".follow-name").inner_text()
    page.route("**/*", lambda route: route.abort())
    page.clock.run_for(10_000)
    page.get_by_role("button", name="Skip").click()
    page.clock.run_for(12_000)
    assert page.evaluate("player.run.clock.running") is True
    expect(page.locator(".follow-name")).not_to_have_text(first)
    _shows_what_is_due(page)


def test_a_device_that_is_full_stops_no_run_and_the_page_says_what_is_not_kept(
    page: Page, address: str
) -> None:
    page.add_init_script(FULL)
    _running(page, address)
    page.clock.run_for(14_000)
    expect(page.locator(".follow-order")).to_have_text(re.compile("Go|Hold"))
    page.clock.fast_forward("30:00")
    page.clock.run_for(200)
    expect(page.get_by_role("heading", name="That was the last one")).to_be_visible()
    page.get_by_role("button", name="Tick it off for today").click()
    expect(page.locator(".follow-panel")).to_contain_text("does not let the page keep anything")


def test_a_lock_on_the_screen_that_is_refused_is_said(page: Page, address: str) -> None:
    page.add_init_script("""Object.defineProperty(navigator, "wakeLock", { value: {
      request: async () => { throw new DOMException("no", "NotAllowedError") } } })""")
    _running(page, address)
    expect(page.locator(".follow-note")).to_contain_text("may go dark")
    assert page.evaluate("player.run.clock.running") is True


@pytest.mark.parametrize(
    ("lock", "then"),
    [("{ release: async () => {} }", ""), ("null.no", "Your screen may go dark. The time goes on.")],
)
def test_after_a_reload_a_tap_for_the_sound_is_asked_for_whatever_the_screen_does(
    page: Page, address: str, lock: str, then: str
) -> None:
    page.add_init_script(f"""
      window.asked = 0
      const request = async () => {{ window.asked++; return {lock} }}
      Object.defineProperty(navigator, "wakeLock", {{ value: {{ request }} }})
    """)
    page.goto(f"{address}routines/{ROUTINE}/")
    page.get_by_role("button", name="Start now").click()
    begin(page)
    page.wait_for_function("asked")
    page.reload()
    note = page.locator("dialog[open] .follow-note")
    expect(note).to_contain_text("Tap the screen once")
    page.wait_for_function("asked")
    page.wait_for_timeout(200)
    expect(note).to_contain_text("Tap the screen once")
    page.locator(".follow-name").click()
    expect(note).to_have_text(then)
