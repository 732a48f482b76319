"""What an engine cannot do under test, and the tests that ask for it: skipped, with the reason."""

from __future__ import annotations

from typing import Final

Limits = dict[str, tuple[str, ...]]
FIREFOX: Final[Limits] = {
    "Playwright stops and starts the processes of a page through Chromium alone": (
        "test_a_page_whose_process_is_stopped_comes_back_to_what_is_due",
    ),
}
LIMITS: Final[dict[str, Limits]] = {"chromium": {}, "firefox": FIREFOX}


def reason(engine: str, test: str) -> str | None:
    """Why an engine cannot run a test, by the test's id; None where it can."""
    return next((why for why, names in LIMITS[engine].items() if any(name in test for name in names)), None)
