"""Poses to pictures: knows bodies, poses and drawing; nothing of exercises, pages or other files.

A figure's words go in, finished pictures and findings come out. The rooms lie on one way, each using only
those before it: body, anatomy, things, posing, measuring, seeing, checks, drawing, arrows; `baking` makes
the bodies' files. What stands in `__all__` is all that the rest of the program uses. It loads without numpy;
the engine itself comes in with the first drawing.
"""

from collections.abc import Iterable, Mapping, Sequence
from importlib import import_module

from generator.model.pose import BasePose, FigureSpec

from .drawing.captions import captioned
from .drawing.drawn import BodyMap, Caption, DrawnFigure, DrawnFrame, Film
from .finding import Finding
from .measuring.derived import (
    behind_head,
    change,
    distance,
    gaze_off,
    height,
    load,
    moved,
    own,
    own_travel,
    travel,
)
from .measuring.measures import (
    MIDDLE_ANGLES,
    MIDDLE_PARTS,
    PAIRED_ANGLES,
    PAIRED_PARTS,
    Measures,
    read_measures,
)

__all__ = [
    "MIDDLE_ANGLES",
    "MIDDLE_PARTS",
    "PAIRED_ANGLES",
    "PAIRED_PARTS",
    "BodyMap",
    "Caption",
    "DrawnFigure",
    "DrawnFrame",
    "Film",
    "Finding",
    "Measures",
    "behind_head",
    "captioned",
    "change",
    "distance",
    "draw_body_film",
    "draw_body_map",
    "draw_figure",
    "draw_film",
    "gaze_off",
    "height",
    "load",
    "load_engine",
    "moved",
    "own",
    "own_travel",
    "read_measures",
    "travel",
]


def draw_figure(
    spec: FigureSpec, bases: Mapping[str, BasePose], slug: str, captions: Sequence[Caption] = ()
) -> DrawnFigure:
    """Return the drawn frames of `spec`, its inset and all findings; ValueError for senseless words."""
    from .figure import draw_figure as draw

    return draw(spec, bases, slug, captions)


def draw_film(
    spec: FigureSpec,
    bases: Mapping[str, BasePose],
    slug: str,
    story: Sequence[str],
    window: tuple[float, float, float, float],
) -> Film:
    """Return the file that shows `spec` moving through the frames of `story`, and its findings.

    `window` is the still's, px. ValueError for senseless words.
    """
    from .film import draw_film as draw

    return draw(spec, bases, slug, story, window)


def draw_body_film(name: str) -> bytes:
    """Return the file of the body called `name`, which all its figures' films share."""
    from .film import draw_body_film as draw

    return draw(name)


def draw_body_map(labels: Mapping[str, str]) -> BodyMap:
    """Return front and back of the body, every muscle of `labels` (id -> name) a region of its own."""
    from .drawing.stills import draw_body_map as draw

    return draw(labels)


def load_engine(bodies: Iterable[str]) -> None:
    """Load the drawing half of the program and these bodies, so that processes started later share them."""
    from .body.body import load_body

    import_module("generator.figure.figure")
    for name in sorted(bodies):
        load_body(name)
