"""One film from what a writer wrote: the figure's ways solved, and everything a browser needs in one file."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from generator.model.mirror import mirrored
from generator.model.passing import Passed, without_passing
from generator.model.pose import BasePose, FigureSpec

from .body.body import load_body
from .body.face import Stroke
from .checks.waycheck import check_way
from .drawing.drawn import Film
from .drawing.fibres import fineness
from .drawing.pulls import PULL
from .drawing.scene import see_frame
from .figure import Plan, is_lit, painted, plan_figure, stands_of
from .filming.body_film import body_film
from .filming.figure_film import Shot, figure_film, pairs
from .filming.pulls import strokes_along, strokes_seen
from .filming.ways import solved_way
from .posing.mats import with_short_mats
from .posing.pose import Posed, pose_frames


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
    lit = {letter: is_lit(frame, letter) for letter, frame in spec.frames.items()}
    found = [tuple(check_way(way)) for way in ways]
    offered = [way.stepped() if faults else way for way, faults in zip(ways, found, strict=True)]
    shot = Shot(plan.camera, window, plan.muscles, lit, plan.feet, _pulls(plan, posed, lit, max(window[2:])))
    data = figure_film(slug, posed, story, offered, shot)
    return Film(slug, data, tuple(finding for faults in found for finding in faults))


def _pulls(plan: Plan, posed: Sequence[Posed], lit: Mapping[str, bool], long: float) -> list[Stroke]:
    """Return the arrows on stretched muscles: those of the last lit picture with any, or along the whole."""
    body, camera = posed[0].body, plan.camera
    if not any(muscle.action == "stretches" for muscle in plan.muscles):
        return []
    for frame in reversed([each for each in posed if lit[each.letter]]):
        pixels = see_frame(frame, camera)
        drafts = painted(plan, body, pixels, lit=True).drafts
        lines = [path.pieces[0] for draft in drafts if draft.css == PULL for path in draft.paths]
        if lines:
            return list(strokes_seen(body, pixels, camera.scale, lines))
    return list(strokes_along(body, plan.muscles, camera.scale, fineness(long)))


def _between(one: str, other: str, passed: Mapping[str, Passed]) -> list[str]:
    """Return the letters of the moments to pass on the way between two frames, in turn."""
    found = [letter for letter, each in passed.items() if {each.after, each.before} == {one, other}]
    return found if not found or passed[found[0]].after == one else found[::-1]


def draw_body_film(name: str) -> bytes:
    """Return the file of the body called `name`."""
    return body_film(load_body(name))
