"""The zones of the body map, traced once and kept in build/zones: tracing takes a second."""

import json
import os
import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import asdict, dataclass
from hashlib import sha256
from pathlib import Path
from typing import Final

MUSCLE: Final = re.compile(r'<path [^>]*data-muscle="([a-z0-9-]+)" d="([^"]*)"')
VIEW: Final = re.compile(r'viewBox="0 0 (\d+) (\d+)"')
HERE: Final = Path(__file__).parent
KEPT: Final = HERE.parent.parent / "build" / "zones"


@dataclass(frozen=True)
class Outline:
    """One zone: its name, its outline as an SVG path, and the middle of its largest piece."""

    name: str
    path: str
    x: int
    y: int


def outlines(svg: str, areas: Mapping[str, str]) -> tuple[Outline, ...]:
    """The zones of one drawn map; `areas` gives the area of every muscle."""

    def traced() -> str:
        from generator.pages.tracing import outlines

        return json.dumps([asdict(each) for each in outlines(svg, areas)])

    return tuple(Outline(**each) for each in json.loads(_kept((svg, json.dumps(areas)), traced)))


def view_round(paths: Iterable[str]) -> str:
    """The view box of a map that shows some paths large, with enough of the body to see where they lie."""
    shapes = list(paths)

    def traced() -> str:
        from generator.pages.tracing import view_round

        return json.dumps(view_round(shapes))

    return str(json.loads(_kept(shapes, traced)))


def _kept(asked: Iterable[str], trace: Callable[[], str]) -> str:
    """What tracing found for this question before, or now; a damaged file is traced anew."""
    code = (HERE / "tracing.py").read_text(encoding="utf-8")
    file = KEPT / f"{sha256(chr(0).join((code, *asked)).encode()).hexdigest()[:20]}.json"
    try:
        text = file.read_text(encoding="utf-8")
        json.loads(text)
    except (OSError, ValueError):
        text = trace()
        file.parent.mkdir(parents=True, exist_ok=True)
        part = file.with_suffix(f".{os.getpid()}")
        part.write_text(text, encoding="utf-8")
        part.replace(file)
    return text
