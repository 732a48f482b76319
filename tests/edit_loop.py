"""How long an edit takes, from saving the file to the new bytes at its address: `python -m tests.edit_loop`.

It edits a copy of the handbook in a folder of its own. Each edit is made with the machine quiet, and again
with one core kept busy by a child process that only counts.
"""

import re
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, nullcontext
from dataclasses import dataclass
from functools import partial
from itertools import islice
from pathlib import Path
from statistics import median
from uuid import uuid4

from tests.bench.table import show
from tests.serving.running import Served, copied, serving

EDITS = 5
LIMITS = {"word": 2.0, "pose": 4.0}
"""Seconds an edit may take, median."""
BUSY = "while True: pass"
STEP = re.compile(r'(^  - \{[^\n]*do: "?)', re.MULTILINE)
"""Where the words of an exercise's first step begin."""
ANGLE = re.compile(r"\b((?:arch|round|tip|turn|bend|lean|tilt|knee|hip|up): )(\d+)\b")
"""An angle of a pose, in degrees."""
HELD_BACK = "what you see is the last good page"
READING = 1.5
"""Seconds for which a person reads what came."""
TURN = 1
"""Degrees by which a pose is changed, and changed back."""
DRAWING = re.compile(r' d="[^"]*"')


@dataclass(frozen=True)
class Taken:
    """What one edit took until its bytes came: seconds by the clock, and of processors.

    The second tells on a machine that has more to do how long the first would be on a quiet one.
    """

    seconds: float
    processor: float


@contextmanager
def busy_core() -> Iterator[None]:
    """One core that has something else to do."""
    child = subprocess.Popen([sys.executable, "-c", BUSY])
    try:
        yield
    finally:
        child.kill()
        child.wait()


def edit_table() -> Iterator[tuple[str, ...]]:
    """Rows of a table: what is edited, how busy the machine is, median and worst of the edits, the limit."""
    yield ("edit, save to new bytes", "machine", "median s", "worst s", "limit s", "", "processor s")
    with tempfile.TemporaryDirectory() as folder, serving(copied(Path(folder))) as served:
        served.wait_for("", lambda page: "</html>" in page)
        files = _edited(served.root)
        for machine, load, turn in (("quiet", nullcontext, TURN), ("one core busy", busy_core, -TURN)):
            for kind, edit in (("word", _edit_word), ("pose", partial(_edit_pose, turn))):
                time.sleep(5)  # pages and wording that an edit leaves to do afterwards
                with load():
                    times = (_time(served, file, edit) for file in files)
                    took = list(islice((each for each in times if each is not None), EDITS))
                yield (kind, machine, *_judged(took, LIMITS[kind]))


def _judged(took: list[Taken], limit: float) -> tuple[str, ...]:
    seconds = [each.seconds for each in took]
    verdict = "within" if median(seconds) <= limit else "over"
    used = median(each.processor for each in took)
    return (f"{median(seconds):.2f}", f"{max(seconds):.2f}", f"{limit:g}", verdict, f"{used:.2f}")


Arrived = Callable[[str, str], bool]
Edit = Callable[[str], tuple[str, Arrived]]


def _edited(root: Path) -> list[Path]:
    """Exercises from all over the handbook whose pose has an angle, more than are needed."""
    found = [file for file in sorted((root / "content" / "exercises").glob("*/*.yml")) if _has_angle(file)]
    return found[:: max(1, len(found) // (2 * EDITS))]


def _has_angle(file: Path) -> bool:
    return bool(ANGLE.search(file.read_text(encoding="utf-8").partition("\n  frames:")[2]))


def _edit_word(text: str) -> tuple[str, Arrived]:
    word = f"New{uuid4().hex[:8]}"
    return STEP.sub(rf"\g<1>{word} ", text, count=1), lambda _, page: word in page


def _edit_pose(turn: int, text: str) -> tuple[str, Arrived]:
    head, frames, pose = text.partition("\n  frames:")
    turned = ANGLE.sub(lambda angle: f"{angle[1]}{int(angle[2]) + turn}", pose, count=1)
    return head + frames + turned, lambda before, page: DRAWING.findall(before) != DRAWING.findall(page)


def _time(served: Served, file: Path, edit: Edit) -> Taken | None:
    """What it takes from saving an edit to the page that has it, read from its address.

    None if the changed pose breaks a rule of the handbook; the edit is then taken back.
    """
    path = f"exercises/{file.parent.name}/{file.stem}/"
    before = served.wait_for(path, lambda page: "</html>" in page)
    old = file.read_text(encoding="utf-8")
    text, arrived = edit(old)
    started, used = time.monotonic(), served.processor()
    file.write_text(text, encoding="utf-8")
    came = served.wait_for(path, lambda page: arrived(before, page) or HELD_BACK in page)
    took = Taken(time.monotonic() - started, served.processor() - used)
    if HELD_BACK in came:
        file.write_text(old, encoding="utf-8")
        served.wait_for(path, lambda page: HELD_BACK not in page)
        return None
    time.sleep(READING)
    return took


def main() -> None:
    """Measure and print the table."""
    show("An edit while `make serve` runs", edit_table())


if __name__ == "__main__":
    main()
