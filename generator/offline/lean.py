"""The site's own scripts without what only their writers need: comments, spaces, long names, many files."""

from collections.abc import Iterator
from pathlib import Path
from typing import Final

import minify

from generator.pages.bundles import enclosed_module, whole_module

OF_THE_THEME: Final = "assets/javascripts/"
JOINED: Final = ("assets/figures/picture.js",)
"""What comes with a tap as one file, with all that it imports; nothing else may import its parts."""
ENCLOSED: Final = ("assets/figures/player.js",)
"""What comes with the same tap and imports it: the names of its own get short, too."""


def make_lean(site: Path) -> tuple[int, int]:
    """Write the scripts of a built site anew; return their bytes before and after.

    Raises ValueError, with the file, where one is no script.
    """
    before = after = 0
    for file in _ours(site):
        text = file.read_text(encoding="utf-8")
        lean = leaned(file, text)
        before, after = before + len(text.encode()), after + len(lean.encode())
        file.write_text(lean, encoding="utf-8")
    return before, after


def join(site: Path) -> None:
    """Write scripts of a built site with all that they import, or with their names to themselves."""
    for name in JOINED:
        (site / name).write_text(whole_module(name), encoding="utf-8")
    for name in ENCLOSED:
        (site / name).write_text(enclosed_module(name), encoding="utf-8")


def _ours(site: Path) -> Iterator[Path]:
    for file in sorted(site.rglob("*.js")):
        if not file.relative_to(site).as_posix().startswith(OF_THE_THEME):
            yield file


def leaned(file: Path, text: str) -> str:
    """A script as browsers read it; ValueError where it is none."""
    try:
        return str(minify.string("text/javascript", text))
    except minify.MinifyError as error:
        raise ValueError(f"{file}: {error}") from error
