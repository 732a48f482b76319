"""What the tests of the player share: how a run is opened, told fast, and what it has said."""

from typing import Any

from playwright.sync_api import Page

SCRIPTED = """
window.said = []
window.bells = []
Object.defineProperty(window, "speechSynthesis", { value: {
  speaking: false, pending: false, cancel() {}, addEventListener() {},
  getVoices: () => [{ name: "Plain", lang: "en-GB", localService: true, voiceURI: "plain" }],
  speak(phrase) { if (phrase.text) window.said.push(phrase.text) },
} })
window.SpeechSynthesisUtterance = class { constructor(text) { this.text = text } }
"""
"""A voice that writes down what it is asked to say: a browser under test has none."""


def with_voice(page: Page) -> None:
    """Give the page a voice before it loads."""
    page.add_init_script(SCRIPTED)


def open_run(page: Page, address: str, words: str, speed: float = 1) -> None:
    """Open the player for what `words` name, with a clock that is `speed` times as fast.

    The figure stays still: a machine without a graphics card would draw nothing else.
    """
    page.emulate_media(reduced_motion="reduce")
    page.goto(f"{address}about/")
    page.evaluate(
        """async ([root, words, speed]) => {
          const { start } = await import(`${root}assets/follow/start.js`)
          const begin = Date.now()
          window.player = await start(words, { now: () => begin + (Date.now() - begin) * speed })
        }""",
        [address, words, speed],
    )


def begin(page: Page) -> None:
    """Press Start."""
    page.locator(".follow-start").click()


def position(page: Page) -> float:
    """Where the run stands, in seconds."""
    return float(page.evaluate("player.run.clock.position"))


def all_cues(page: Page, address: str) -> dict[str, Any]:
    """Every routine's cues, as the player would follow them."""
    page.goto(f"{address}about/")
    found: dict[str, Any] = page.evaluate(
        """async root => {
          const { cueList } = await import(`${root}assets/follow/cues.js`)
          const { planOf } = await import(`${root}assets/follow/start.js`)
          const catalogue = await (await import(`${root}assets/page/catalogue.js`)).loadCatalogue()
          const cues = words => cueList(planOf(words, catalogue).items, catalogue)
          return Object.fromEntries([
            ...[...catalogue.routines.keys()].map(id => [`routine/${id}`, cues(`routine/${id}`)]),
            ...[...catalogue.exercises.keys()].map(id => [`exercise/${id}`, cues(`exercise/${id}`)]),
          ])
        }""",
        address,
    )
    return found
