"""The program's own files: when they change, the server starts anew, unless the new ones cannot run."""

import subprocess
import sys
from dataclasses import dataclass, field
from pathlib import Path

from generator.problem import Problem
from generator.serving.faults import fault
from generator.serving.stamps import Stamp, stamps

GENERATOR = Path(__file__).parent.parent
OWN_TEMPLATES = "templates/serve-"
TRIAL = "import generator.__main__, generator.serving.process, generator.figure.figure"


def _code() -> dict[str, Stamp]:
    found = stamps(GENERATOR).items()
    return {name: stamp for name, stamp in found if name.endswith(".py") or name.startswith(OWN_TEMPLATES)}


@dataclass
class Code:
    """The files this process runs on, as they were when it began."""

    root: Path
    _begun: dict[str, Stamp] = field(default_factory=_code)
    _tried: dict[str, Stamp] = field(default_factory=dict)
    _problem: Problem | None = None

    def news(self) -> tuple[list[str], Problem | None]:
        """The files that changed since this process began, and what keeps them from running."""
        now = _code()
        changed = sorted(
            name for name in now.keys() | self._begun.keys() if now.get(name) != self._begun.get(name)
        )
        if not changed:
            return [], None
        if now != self._tried:
            self._tried, self._problem = now, self._try(changed)
        return changed, self._problem

    def _try(self, changed: list[str]) -> Problem | None:
        """Compile what changed, then load everything in a process of its own."""
        for name in changed:
            file = GENERATOR / name
            try:
                if file.suffix == ".py" and file.is_file():
                    compile(file.read_bytes(), str(file), "exec")
            except (SyntaxError, ValueError) as error:
                return fault(error, self.root, f"generator/{name}")
        command = [sys.executable, "-c", TRIAL]
        done = subprocess.run(command, cwd=GENERATOR.parent, capture_output=True, text=True, check=False)
        return None if done.returncode == 0 else _from_traceback(done.stderr, f"generator/{changed[0]}")


def _from_traceback(text: str, otherwise: str) -> Problem:
    """The Problem that a process printed as its last words."""
    lines = text.strip().splitlines() or ["it ended without a word"]
    path, line = otherwise, 1
    for each in lines:
        name, comma, rest = each.removeprefix('  File "').partition('", line ')
        if comma and name.startswith(str(GENERATOR)):
            path = Path(name).relative_to(GENERATOR.parent).as_posix()
            line = int(rest.partition(",")[0])
    return Problem(path, line, "", lines[-1])
