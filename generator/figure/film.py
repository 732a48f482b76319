"""One film from what a writer wrote: the figure's ways solved, and everything a browser needs in one file."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from generator.model.base import switched_on
from generator.model.mirror import mirrored
from generator.model.passing import Passed, without_passing
from generator.model.pose import BasePose, FigureSpec

from .body.body import load_body
from .checks.waycheck import check_way
from .drawing.drawn import Film
from .figure import plan_figure, stands_of
from .filming.body_film import body_film
from .filming.figure_film import Shot, figure_film, pairs
from .filming.ways import solved_way
from .posing.mats import with_short_mats
from .posing.pose import pose_frames


def draw_film(
    spec: FigureSpec,
    bases: Mapping[str, BasePose],
    slug: str,
    story: Sequence[str],
    window: tuple[float, float, float, float],
) -> Film:
    """Return the film of `spec`, whose still has the `window` (px); ValueError for senseless words.

    A way with a fault is left out: there a browser steps from frame to frame.
    """
    solved = pose_frames(spec, bases, load_body(spec.body))
    spec, passed = without_passing(spec)
    posed = with_short_mats(tuple(frame for frame in solved if frame.letter in spec.frames))
    known = {frame.letter: frame for frame in (*solved, *posed)}
    plan = plan_figure(mirrored(spec), stands_of(spec, bases), slug, posed)
    ways = [
        solved_way(known[one], known[other], [known[own] for own in _between(one, other, passed)])
        for one, other in pairs(story)
    ]
    lit = {
        letter: switched_on(frame.lit) if frame.lit is not None else letter != "A"
        for letter, frame in spec.frames.items()
    }
    found = [tuple(check_way(way)) for way in ways]
    offered = [way.stepped() if faults else way for way, faults in zip(ways, found, strict=True)]
    data = figure_film(slug, posed, story, offered, Shot(plan.camera, window, plan.muscles, lit))
    return Film(slug, data, tuple(finding for faults in found for finding in faults))


def _between(one: str, other: str, passed: Mapping[str, Passed]) -> list[str]:
    """Return the letters of the moments to pass on the way between two frames, in turn."""
    found = [letter for letter, each in passed.items() if {each.after, each.before} == {one, other}]
    return found if not found or passed[found[0]].after == one else found[::-1]


def draw_body_film(name: str) -> bytes:
    """Return the file of the body called `name`."""
    return body_film(load_body(name))
