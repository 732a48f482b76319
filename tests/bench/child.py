"""One command as a child process: its processor seconds and its memory."""

import os
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

from tests.conftest import ROOT

LAUNCHER = """
import os, subprocess, sys
child = subprocess.Popen(sys.argv[1:])
_, status, used = os.wait4(child.pid, 0)
print("\\n", os.waitstatus_to_exitcode(status), used.ru_utime + used.ru_stime, used.ru_maxrss)
"""
"""Starts the command from a small process: for Linux a child begins with its starter's memory."""


@dataclass(frozen=True)
class Run:
    """Processor seconds of a command and its children, and the megabytes its largest process held."""

    seconds: float
    megabytes: float


def run(module: list[str], bytecode: Path) -> Run:
    """Run one of the environment's modules from the project's root; end the bench if it fails."""
    environment = {**os.environ, "NO_MKDOCS_2_WARNING": "1", "PYTHONPYCACHEPREFIX": str(bytecode)}
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    command = [sys.executable, "-m", *module]
    launch = [sys.executable, "-c", LAUNCHER, *command]
    with tempfile.TemporaryFile() as said:
        subprocess.run(launch, cwd=ROOT, env=environment, stdout=said, stderr=said, check=True)
        said.seek(0)
        *words, last = said.read().decode().rstrip().split("\n")
    code, seconds, kilobytes = last.split()
    if code != "0":
        raise SystemExit("\n".join([f"{' '.join(command)} failed:", *words[-20:]]))
    return Run(float(seconds), float(kilobytes) / 1024)


def least(module: list[str], bytecode: Path, times: int) -> Run:
    """Run a command some times; return the least seconds, disturbed least by other work, and most memory."""
    runs = [run(module, bytecode) for _ in range(times)]
    return Run(min(each.seconds for each in runs), max(each.megabytes for each in runs))
