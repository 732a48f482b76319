"""A copy of the project that may be edited, and `generator serve` running over it."""

import os
import shutil
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from tests.conftest import ROOT

PATIENCE = 60.0
"""Seconds after which something that should come is missed; a busy machine takes its time."""
LOOK = 0.03
"""Seconds between two looks at a page."""
LOG = "serve.log"
COPIED = ("content", "generator", "docs/assets", "mkdocs.yml")


@dataclass
class Served:
    """A running `generator serve` over a copy of the project."""

    root: Path
    port: int
    process: subprocess.Popen[bytes]

    @cached_property
    def site(self) -> str:
        """The address of the first page, with a final slash."""
        self.until(lambda: bool(_get(self._root_address)))
        try:
            with urllib.request.urlopen(self._root_address, timeout=PATIENCE) as answer:
                return str(answer.geturl())
        except urllib.error.HTTPError as error:
            return str(error.geturl())

    @property
    def _root_address(self) -> str:
        return f"http://127.0.0.1:{self.port}/"

    def get(self, path: str) -> str:
        """What stands at a path of the site, whatever its status; nothing where nobody answers."""
        return _get(self.site + path)

    def processor(self) -> float:
        """Seconds of processor time that the server and the processes that draw for it have used."""
        ticks = sum(sum(int(each) for each in fields[11:13]) for fields in living(self.process.pid).values())
        return ticks / os.sysconf("SC_CLK_TCK")

    @property
    def said(self) -> str:
        """What the server printed."""
        return (self.root / LOG).read_text(encoding="utf-8")

    def until(self, holds: Callable[[], bool]) -> None:
        """Wait for something; fail with the server's words after PATIENCE seconds."""
        end = time.monotonic() + PATIENCE
        while not holds():
            assert time.monotonic() < end, self.said
            time.sleep(LOOK)

    def wait_for(self, path: str, holds: Callable[[str], bool]) -> str:
        """The page at a path once something holds of it."""
        page = ""

        def come() -> bool:
            nonlocal page
            page = self.get(path)
            return holds(page)

        self.until(come)
        return page


def living(session: int) -> dict[int, list[str]]:
    """The processes of a session that still run, by number: the fields of /proc/…/stat behind the name."""
    found: dict[int, list[str]] = {}
    for folder in Path("/proc").iterdir():
        try:
            if folder.name.isdecimal() and os.getsid(int(folder.name)) == session:
                fields = (folder / "stat").read_text().rpartition(")")[2].split()
                found |= {int(folder.name): fields} if fields[0] != "Z" else {}
        except OSError:
            continue
    return found


def _get(address: str) -> str:
    try:
        with urllib.request.urlopen(address, timeout=PATIENCE) as answer:
            return str(answer.read().decode())
    except urllib.error.HTTPError as error:
        return error.read().decode()
    except OSError:
        return ""


def copied(folder: Path, content: Path = ROOT / "content") -> Path:
    """A copy of the project that may be edited, with the figures that are drawn already."""
    for name in COPIED:
        source, target = (content if name == "content" else ROOT / name), folder / name
        if source.is_dir():
            shutil.copytree(source, target, ignore=shutil.ignore_patterns("__pycache__", "baking"))
        else:
            shutil.copy(source, target)
    figures = ROOT / "build" / "figures"
    if figures.is_dir():
        shutil.copytree(figures, folder / "build" / "figures")
    return folder


def free_port() -> int:
    """A port that nobody listens at."""
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return int(found.getsockname()[1])


@contextmanager
def serving(root: Path) -> Iterator[Served]:
    """`generator serve` on a free port, in a session of its own, ended with SIGTERM."""
    port = free_port()
    command = [sys.executable, "-m", "generator", "serve", "--port", str(port)]
    environment = {**os.environ, "NO_MKDOCS_2_WARNING": "1"}
    with (root / LOG).open("w", encoding="utf-8") as log:
        process = subprocess.Popen(
            command, cwd=root, stdout=log, stderr=log, env=environment, start_new_session=True
        )
        try:
            yield Served(root, port, process)
        finally:
            process.terminate()
            process.wait(PATIENCE)
