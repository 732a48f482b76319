"""Speaks W3C WebDriver, JSON over HTTP: as much of it as a reader's stories need."""

import json
import time
import urllib.error
import urllib.request
from base64 import b64decode
from dataclasses import dataclass
from typing import Any, Final

PATIENCE: Final = 60.0
"""Seconds after which something that should come is missed; a busy machine takes its time."""
LONGEST: Final = 300.0
"""Seconds that one answer of the driver may take."""
LOOK: Final = 0.1
ELEMENT: Final = "element-6066-11e4-a52e-4f735466cecf"
"""The standard's name for a reference to an element."""
SEEN: Final = """const [css, words] = arguments
return [...document.querySelectorAll(css)].find(each => each.checkVisibility()
  && `${each.textContent} ${each.ariaLabel ?? ""}`.includes(words)) ?? null"""
LATER: Final = """const done = arguments[arguments.length - 1]
const work = async () => { %s }
work().then(done, error => done(`failed: ${error}`))"""


class RefusedError(Exception):
    """What the browser would not do, in its own words."""


def ask(address: str, method: str, words: dict[str, Any] | None = None) -> Any:
    """The value that a driver answers; RefusedError where it refuses."""
    data = None if words is None else json.dumps(words).encode()
    request = urllib.request.Request(address, data, {"Content-Type": "application/json"}, method=method)
    try:
        with urllib.request.urlopen(request, timeout=LONGEST) as answer:
            return json.load(answer)["value"]
    except urllib.error.HTTPError as error:
        said = json.loads(error.read())["value"]
        raise RefusedError(f"{said['error']}: {said['message']}") from None


@dataclass(frozen=True)
class Session:
    """One window of a fresh browser, in a reader's hands."""

    address: str

    def open(self, url: str) -> None:
        """Go to an address, and wait until its page has loaded."""
        ask(f"{self.address}/url", "POST", {"url": url})

    def script(self, code: str, *given: Any) -> Any:
        """What a script on the page returns."""
        return ask(f"{self.address}/execute/sync", "POST", {"script": code, "args": given})

    def later(self, code: str, *given: Any) -> Any:
        """What a script on the page returns in the end, when it has awaited what it needs."""
        return ask(f"{self.address}/execute/async", "POST", {"script": LATER % code, "args": given})

    def until(self, code: str, *given: Any) -> Any:
        """What a script returns, once that is true."""
        end = time.monotonic() + PATIENCE
        while not (found := self.script(code, *given)):
            assert time.monotonic() < end, (
                f"never came on {self.script('return location.href')}: {code} {given}"
            )
            time.sleep(LOOK)
        return found

    def see(self, css: str, words: str = "") -> str:
        """The text of the first visible place that has these words, once there is one."""
        return str(self.script("return arguments[0].textContent", self.until(SEEN, css, words)))

    def tap(self, css: str, words: str = "") -> None:
        """Click the first visible place that has these words, once there is one."""
        place = self.until(SEEN, css, words)
        self.script("arguments[0].scrollIntoView({ block: 'center', behavior: 'instant' })", place)
        ask(f"{self.address}/element/{place[ELEMENT]}/click", "POST", {})

    def keys(self, words: str) -> None:
        """Type on the keyboard, wherever the focus is."""
        strokes = [{"type": kind, "value": each} for each in words for kind in ("keyDown", "keyUp")]
        keyboard = {"type": "key", "id": "keyboard", "actions": strokes}
        ask(f"{self.address}/actions", "POST", {"actions": [keyboard]})

    def picture(self) -> bytes:
        """The window as a PNG."""
        return b64decode(ask(f"{self.address}/screenshot", "GET"))

    def close(self) -> None:
        """Close the browser."""
        ask(self.address, "DELETE")
