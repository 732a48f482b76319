"""A screen that nobody sees, for browsers that draw in three dimensions on a screen alone."""

import os
import shutil
import signal
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final

SCREEN: Final = "1400x1000x24"
PATIENCE: Final = 30
"""Seconds a program may take to end."""


def has_screens() -> bool:
    """Whether this machine can make one."""
    return shutil.which("Xvfb") is not None


@contextmanager
def running(command: list[str], **more: object) -> Iterator[subprocess.Popen[bytes]]:
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
    with running(command, pass_fds=(writes,)):
        os.close(writes)
        with os.fdopen(reads) as number:
            yield f":{number.readline().strip()}"
