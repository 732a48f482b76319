"""The picture that stands for an exercise where its address is shared: its own figure on paper, as SVG."""

import re
from collections.abc import Iterator, Mapping
from typing import Final

from generator.figure import DrawnFigure
from generator.handbook import Handbook
from generator.pages.pictures import telling
from generator.pages.style import figure_css, in_light
from generator.pages.templates import Templates

DRAWING: Final = re.compile(r'<svg [^>]*?class="([^"]*)"[^>]*?viewBox="([^"]*)"[^>]*>(.*)</svg>', re.DOTALL)


def share_svgs(handbook: Handbook, figures: Mapping[str, DrawnFigure]) -> dict[str, str]:
    """The SVG to share of every exercise that is drawn, by slug; 1200 × 630 px, as Open Graph asks."""
    return dict(_svgs(handbook, figures))


def _svgs(handbook: Handbook, figures: Mapping[str, DrawnFigure]) -> Iterator[tuple[str, str]]:
    templates = Templates(handbook, figures, frozenset())
    css = figure_css(handbook.publisher.inks)
    for slug, exercise in handbook.exercises.items():
        found = DRAWING.search(telling(exercise, figures).svg or "")
        if found:
            kind, window, shapes = found.groups()
            style = in_light(css, found.group())
            values = {"kind": kind, "window": window, "shapes": shapes, "style": style}
            yield slug, templates.fill("share.svg.j2", f"share/{slug}.svg", **values)
