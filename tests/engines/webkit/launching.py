"""Starts Debian's WebKit on a screen that nobody sees."""

import os
import shutil
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Final

from tests.engines.screen import has_screens, running, screen
from tests.engines.webkit.session import LOOK, PATIENCE, Session, ask
from tests.serving.running import free_port

MISSING: Final = "WebKit is not installed, so not tested (on Debian: apt-get install webkit2gtk-driver xvfb)"
"""What to say where `installed` finds none."""
BROWSERS: Final = "*/webkit2gtk-4.*/MiniBrowser"
WINDOW: Final = {"width": 1280, "height": 900}
ALONE: Final = {"DBUS_SESSION_BUS_ADDRESS": "disabled:", "NO_AT_BRIDGE": "1"}
"""Without a session bus no helper of the desktop is started, which would outlive the browser."""


def installed() -> str | None:
    """Where the small browser of WebKit is on this machine, if all it needs is there."""
    found = sorted(Path("/usr/lib").glob(BROWSERS))
    whole = found and shutil.which("WebKitWebDriver") and has_screens()
    return str(found[-1]) if whole else None


@contextmanager
def driver(home: Path) -> Iterator[str]:
    """The address of a WebKitWebDriver that keeps its files in `home`."""
    port = free_port()
    with screen() as display:
        places = {name: str(home) for name in ("HOME", "XDG_CACHE_HOME", "XDG_DATA_HOME", "XDG_RUNTIME_DIR")}
        environment = {**os.environ, **ALONE, **places, "DISPLAY": display}
        with running(["WebKitWebDriver", f"--port={port}"], env=environment):
            address = f"http://127.0.0.1:{port}"
            _wait_for(address)
            yield address


def _wait_for(address: str) -> None:
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        try:
            ask(f"{address}/status", "GET")
            return
        except OSError:
            time.sleep(LOOK)
    raise AssertionError("WebKitWebDriver does not answer")


@contextmanager
def opened(address: str) -> Iterator[Session]:
    """A fresh browser of laptop size, which keeps nothing from an earlier one."""
    browser = {"binary": installed(), "args": ["--automation"]}
    wanted = {"alwaysMatch": {"webkitgtk:browserOptions": browser}}
    made = ask(f"{address}/session", "POST", {"capabilities": wanted})
    with ExitStack() as stack:
        session = Session(f"{address}/session/{made['sessionId']}")
        stack.callback(session.close)
        ask(f"{session.address}/window/rect", "POST", WINDOW)
        yield session
