"""The picture that stands for an exercise where its address is shared: its own figure on paper, as SVG."""

import re
from collections.abc import Iterator, Mapping
from typing import Final

from generator.figure import DrawnFigure
from generator.handbook import Handbook
from generator.pages.pictures import telling
from generator.pages.style import portable
from generator.pages.templates import STYLE, Templates

DRAWING: Final = re.compile(r'<svg [^>]*?class="([^"]*)"[^>]*?viewBox="([^"]*)"[^>]*>(.*)</svg>', re.DOTALL)
TOKENS: Final = re.compile(r"^:root\{[^}]*\}@media[^{]*\{:root\{[^}]*\}\}")
FALLBACK: Final = re.compile(r"var\(--[\w-]+,\s*([^)]*)\)")
"""A colour of the style sheet: pictures that travel alone take the value that stands in for the variable."""


def share_svgs(handbook: Handbook, figures: Mapping[str, DrawnFigure]) -> dict[str, str]:
    """The SVG to share of every exercise that is drawn, by slug; 1200 × 630 px, as Open Graph asks."""
    return dict(_svgs(handbook, figures))


def _svgs(handbook: Handbook, figures: Mapping[str, DrawnFigure]) -> Iterator[tuple[str, str]]:
    templates = Templates(handbook, figures, frozenset())
    css = STYLE.read_text(encoding="utf-8")
    for slug, exercise in handbook.exercises.items():
        found = DRAWING.search(telling(exercise, figures).svg or "")
        if found:
            kind, window, shapes = found.groups()
            style = FALLBACK.sub(r"\1", TOKENS.sub("", portable(css, found.group())))
            values = {"kind": kind, "window": window, "shapes": shapes, "style": style}
            yield slug, templates.fill("share.svg.j2", f"share/{slug}.svg", **values)
