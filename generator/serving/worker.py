"""What the studio's processes do. They load nothing of the server."""

import threading
from collections.abc import Callable
from multiprocessing import parent_process
from os import _exit
from pathlib import Path

from generator.checks import check_wording
from generator.figure import BodyMap, DrawnFigure
from generator.gallery import keep
from generator.loading import load_handbook
from generator.problem import Problem


def wording_problems(content: Path) -> list[Problem]:
    """Every Problem of wording below `content`."""
    handbook, problems = load_handbook(content)
    return [] if problems else check_wording(handbook)


def draw_and_keep(file: Path, name: str, pen: Callable[..., DrawnFigure | BodyMap], subject: object) -> None:
    """Draw something with `pen` and put it where finished drawings are kept."""
    keep(file, name, pen(subject))


def prepare() -> None:
    """In a new process: end when the parent is gone, however it went."""
    threading.Thread(target=_outlive_nobody, daemon=True).start()


def _outlive_nobody() -> None:
    parent = parent_process()
    if parent is not None:
        parent.join()
    _exit(0)
