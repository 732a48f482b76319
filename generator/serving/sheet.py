"""The contact sheet while somebody poses: drawn again after every save."""

from pathlib import Path
from threading import Event

from generator.serving.watching import ring_for_folders
from generator.spine import figures, report


def watch_figures(content: Path, out: Path, slugs: list[str]) -> None:
    """Draw some figures when the watch is on, and again after every change, until somebody ends it."""
    ring_for_folders([content], lambda: _draw(content, out, slugs), Event())


def _draw(content: Path, out: Path, slugs: list[str]) -> None:
    report(figures(content, out, slugs, renewed=True))
