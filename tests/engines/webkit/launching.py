"""Starts Debian's WebKit on a screen that nobody sees."""

import os
import shutil
import signal
import subprocess
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Final

from tests.engines.webkit.session import LOOK, PATIENCE, Session, ask
from tests.serving.running import free_port

MISSING: Final = "WebKit is not installed, so not tested (on Debian: apt-get install webkit2gtk-driver xvfb)"
"""What to say where `installed` finds none."""
BROWSERS: Final = "*/webkit2gtk-4.*/MiniBrowser"
SCREEN: Final = "1400x1000x24"
WINDOW: Final = {"width": 1280, "height": 900}
ALONE: Final = {"DBUS_SESSION_BUS_ADDRESS": "disabled:", "NO_AT_BRIDGE": "1"}
"""Without a session bus no helper of the desktop is started, which would outlive the browser."""


def installed() -> str | None:
    """Where the small browser of WebKit is on this machine, if all it needs is there."""
    found = sorted(Path("/usr/lib").glob(BROWSERS))
    whole = found and shutil.which("WebKitWebDriver") and shutil.which("Xvfb")
    return str(found[-1]) if whole else None


@contextmanager
def _running(command: list[str], **more: object) -> Iterator[subprocess.Popen[bytes]]:
    """A program in a session of its own, ended with all that it started."""
    process = subprocess.Popen(command, start_new_session=True, stderr=subprocess.DEVNULL, **more)  # type: ignore[call-overload]
    try:
        yield process
    finally:
        os.killpg(process.pid, signal.SIGTERM)
        process.wait(PATIENCE)


@contextmanager
def screen() -> Iterator[str]:
    """A screen that nobody sees; its name for programs."""
    reads, writes = os.pipe()
    command = ["Xvfb", "-displayfd", str(writes), "-screen", "0", SCREEN, "-nolisten", "tcp"]
    with _running(command, pass_fds=(writes,)):
        os.close(writes)
        with os.fdopen(reads) as number:
            yield f":{number.readline().strip()}"


@contextmanager
def driver(home: Path) -> Iterator[str]:
    """The address of a WebKitWebDriver that keeps its files in `home`."""
    port = free_port()
    with screen() as display:
        places = {name: str(home) for name in ("HOME", "XDG_CACHE_HOME", "XDG_DATA_HOME", "XDG_RUNTIME_DIR")}
        environment = {**os.environ, **ALONE, **places, "DISPLAY": display}
        with _running(["WebKitWebDriver", f"--port={port}"], env=environment):
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
