"""Starts another engine than Chromium for Playwright."""

from __future__ import annotations

import os
from pathlib import Path
from tempfile import mkdtemp
from typing import Final

from playwright.sync_api import Browser, BrowserType

from tests.engines import firefox

STARTERS: Final = {"firefox": firefox.write_starter}
CALM: Final[dict[str, str | float | bool]] = {"ui.prefersReducedMotion": 1}
"""A reader who wants less motion, which Playwright cannot tell this Firefox."""
SLOW: Final = 180_000
"""ms until a browser has started on a busy machine."""


def launch(engine: str, kind: BrowserType, folder: Path) -> Browser:
    """Start an engine by way of its bridge, whose starter is written into `folder`.

    Without a screen Firefox has no WebGL.
    """
    return kind.launch(
        channel="moz-firefox",
        executable_path=STARTERS[engine](folder),
        headless="DISPLAY" not in os.environ,
        timeout=SLOW,
        firefox_user_prefs=CALM,
    )


def one_more(browser: Browser) -> Browser:
    """Start Firefox once more."""
    return launch("firefox", browser.browser_type, Path(mkdtemp(prefix="firefox")))
