"""README.txt, which the archive of `make zip` brings: how its pages are opened from a disk."""

from textwrap import fill as wrapped
from typing import Final

from generator.handbook import Handbook
from generator.phrasing import fill

FILE: Final = "build/README.txt"
COMMAND: Final = "    python3 -m http.server"
WIDE: Final = 95
"""Letters of a line, at most: some programs that show a plain text break none."""


def readme(handbook: Handbook) -> str:
    """Its text, in the handbook's own words."""
    say = handbook.phrases.pages.disk
    first, last = fill(say.open, file="index.html"), fill(say.then, address="http://localhost:8000")
    blocks = (handbook.publisher.name, first, say.works, say.idle, say.serve, COMMAND, last)
    return "\n\n".join(each if each == COMMAND else wrapped(each, WIDE) for each in blocks) + "\n"
