"""One figure from what a writer wrote: every frame drawn with one camera, scale and window."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np
from scipy import ndimage

from generator.model.base import switched_on
from generator.model.mirror import mirrored, mirrored_base
from generator.model.pose import BasePose, FigureSpec, Frame, View

from .anatomy.muscles import ACTIONS, Muscle, parse_muscle
from .arrows.arrow_shape import shown_unit
from .arrows.arrows import draw_arrows
from .arrows.placing import Surroundings
from .arrows.ways import Moment
from .body.body import Body, Material, load_body
from .body.crops import cropped_vertices
from .body.mesh import FloatArray
from .checks.posecheck import check_frames
from .checks.sight import look_over
from .checks.silence import told
from .drawing.blades import blade_drafts, blade_ghosts
from .drawing.drafts import Draft, finish_drafts
from .drawing.drawn import Caption, DrawnFigure, DrawnFrame
from .drawing.ghost import Move, began_drafts, swelling_drafts
from .drawing.ground import standing
from .drawing.knees import knee_drafts
from .drawing.medallion import draw_inset
from .drawing.portrait import face_drafts
from .drawing.pulls import PULL
from .drawing.scene import draft_frame, see_frame
from .drawing.svg import Drawing, render_svg
from .drawing.target import Target, paint_target, well_seen
from .measuring.frame import measure
from .posing.mats import with_short_mats
from .posing.pose import Posed, pose_frames, resolved
from .seeing.assembly import HEAD_GAP
from .seeing.camera import LONG_SIDE, MARGIN, SURE, Camera, frame_camera
from .seeing.masks import highest
from .seeing.pixels import Pixels
from .seeing.views import best_direction, direction_of
from .things.compass import COMPASSES

FLOOR_RIM = 0.07  # m of floor kept in the picture round what stands on it
WALL_ABOVE = 0.10  # m of a wall kept above the person: it goes on beyond the picture, as walls do
ARROW_RIM = 8  # px of paper round an arrow
CROP_RIM = 48  # px drawn beyond a cropped window, so that no cut edge comes into view
CROPPED_SIDE = 810  # px, longer side of a cropped picture, whose lines are long
NARROWEST, WIDEST = 0.8, 2.1  # width by height of a picture
SPECK, SLIVER = 70.0, 2.0  # px² and px of half its width, shown, below which a target is a stain or scratch
USED = frozenset({"soft", "roller", "band"})  # tones of rollers, balls, pillows: arrows leave them free
PAPER_ABOVE = 0.75  # share of added height that goes above the person


@dataclass(frozen=True, eq=False)
class Plan:
    """What all frames of one figure share."""

    slug: str
    spec: FigureSpec
    camera: Camera
    window: tuple[int, int, int, int]
    muscles: tuple[Muscle, ...]
    stands: Mapping[str, BasePose]
    feet: FloatArray
    """All that stands on the floor in any frame, `(n, 3)` m."""


@dataclass(frozen=True, eq=False)
class _Picture:
    """One frame's drafts, its target, and how far its arrows reach, `(k, 2)` px."""

    drafts: tuple[Draft, ...]
    target: Target
    reach: FloatArray


def draw_figure(
    spec: FigureSpec, bases: Mapping[str, BasePose], slug: str, captions: Sequence[Caption] = ()
) -> DrawnFigure:
    """Return the drawn frames of `spec`, its inset and all findings; ValueError for senseless words."""
    solved = pose_frames(spec, bases, load_body(spec.body))
    found = list(check_frames(spec, solved))
    measures = {frame.letter: measure(frame) for frame in solved}
    posed = with_short_mats(solved)
    stands = stands_of(spec, bases)
    spec = mirrored(spec)
    plan = plan_figure(spec, stands, slug, posed)
    seen = [see_frame(frame, plan.camera) for frame in posed]
    known = {frame.letter: frame for frame in posed}
    views = dict(zip(known, seen, strict=True))
    pictures = []
    for frame, earlier in zip(posed, (posed[0], *posed), strict=False):
        before = known.get(_origin(spec.frames[frame.letter]), earlier)
        pictures.append(_picture(plan, frame, before, views[frame.letter], views[before.letter]))
    window = _grown(plan.window, [picture.reach for picture in pictures])
    words = {caption.letter: caption for caption in captions}
    css = " ".join(("fig", load_body(plan.spec.body).css, *_cuts(plan, seen)))
    frames = tuple(
        _frame(plan, frame.letter, words.get(frame.letter), picture, window, css)
        for frame, picture in zip(posed, pictures, strict=True)
    )
    targets = [picture.target.mask for picture in pictures]
    found += look_over(spec, posed, plan.camera.direction, seen, targets)
    findings = tuple(told(found, spec.silence))
    return DrawnFigure(slug, frames, _inset(plan, posed[0]), findings, measures=measures)


def _origin(frame: Frame) -> str:
    """Return the letter of the frame a frame starts from, nothing if it has a base of its own."""
    return "" if frame.base else str(frame.origin or "A")


def stands_of(spec: FigureSpec, bases: Mapping[str, BasePose]) -> Mapping[str, BasePose]:
    """Return the base pose of each frame by its letter, on the side that is drawn."""
    found = {letter: resolved(frame.base or spec.base, bases) for letter, frame in spec.frames.items()}
    if mirrored(spec) is spec:
        return found
    return {letter: mirrored_base(base) for letter, base in found.items()}


def plan_figure(spec: FigureSpec, stands: Mapping[str, BasePose], slug: str, posed: Sequence[Posed]) -> Plan:
    """Return the camera, window and muscles of a figure."""
    muscles = tuple(parse_muscle(text, action) for action in ACTIONS for text in getattr(spec.target, action))
    if isinstance(spec.view, View):
        direction = direction_of(spec.view)
    else:
        view = stands[posed[0].letter].view
        first = direction_of(view) if view else None
        direction = best_direction(posed[-1:], muscles, first)
    side = LONG_SIDE if spec.crop == "whole" else CROPPED_SIDE
    camera = frame_camera(direction, list(_clouds(spec, posed)), long_side=side)
    window = (0, 0, camera.width, camera.height)
    if spec.crop != "whole":
        camera, window = _with_rim(camera)
    return Plan(slug, spec, camera, window, muscles, stands, np.vstack([standing(each) for each in posed]))


def _clouds(spec: FigureSpec, posed: Sequence[Posed]) -> Iterator[FloatArray]:
    """Yield all points in metres that must lie in the window."""
    shown = cropped_vertices(posed[0].body, spec.crop) & (posed[0].body.field > 0)
    top = max(float(frame.vertices[:, 1].max()) for frame in posed) + WALL_ABOVE
    for frame in posed:
        yield frame.vertices[shown]
        if spec.crop != "whole":
            continue
        for solid in frame.solids:
            yield (
                np.minimum(solid.vertices, [np.inf, top, np.inf]) if solid.tone == "wall" else solid.vertices
            )
        low = standing(frame) * [1, 0, 1]
        for way in ([1, 0, 0], [-1, 0, 0], [0, 0, 1], [0, 0, -1]):
            if len(low):
                yield low + np.array(way) * FLOOR_RIM


def _with_rim(camera: Camera) -> tuple[Camera, tuple[int, int, int, int]]:
    """Return the camera with a rim round its window, where things go on, and that window."""
    left, top, width, height = _shaped(0, 0, camera.width, camera.height - MARGIN)
    wider = replace(
        camera,
        left=camera.left + left - CROP_RIM,
        top=camera.top + top - CROP_RIM,
        width=width + 2 * CROP_RIM,
        height=height + 2 * CROP_RIM,
    )
    return wider, (CROP_RIM, CROP_RIM, width, height)


def _picture(plan: Plan, frame: Posed, before: Posed, pixels: Pixels, earlier: Pixels) -> _Picture:
    """Return everything drawn in one frame, back to front; `earlier` are the pixels of `before`."""
    wish = plan.spec.frames[frame.letter]
    target = painted(plan, frame.body, pixels, is_lit(wish, frame.letter))
    drafts = draft_frame(frame, plan.camera, pixels, plan.feet, plan.window)
    around = _around(plan, pixels, target)
    compass = COMPASSES[plan.stands[frame.letter].stance]
    moment = Moment(before, frame, plan.camera, compass, around.unit)
    arrows, _ = draw_arrows(wish.arrows, moment, around)
    face = (*knee_drafts(frame, plan.camera, pixels), *face_drafts(frame, plan.camera, pixels, target.mask))
    move = Move(frame, before, pixels, earlier)
    blades = _blades(plan, move)
    parts = [arrow.part for arrow in wish.arrows]
    left = [] if blades or _turns(wish) else began_drafts(move, parts)
    behind = (*drafts.behind, *left, *drafts.person, *swelling_drafts(move))
    layers = (*behind, *blades, *target.drafts, *drafts.lines, *face, *arrows)
    reach = [np.zeros((0, 2)), *(piece for draft in arrows for path in draft.paths for piece in path.pieces)]
    return _Picture(layers, target, np.vstack(reach))


def is_lit(frame: Frame, letter: str) -> bool:
    """Return whether a frame shows the target: the writer says, or it is no start."""
    return switched_on(frame.lit) if frame.lit is not None else letter != "A"


def painted(plan: Plan, body: Body, pixels: Pixels, lit: bool) -> Target:
    """Return the target as a picture shows it: beside an inset only what is well seen."""
    muscles, unit = plan.muscles if lit else (), shown_unit(*plan.window[2:])
    if plan.spec.inset:
        muscles = tuple(well_seen(pixels, plan.camera.scale, body, muscles, SPECK * unit**2))
    target = paint_target(pixels, body, muscles, plan.camera.scale)
    if plan.spec.inset and _stains(target, unit):
        return paint_target(pixels, body, ())
    return target


def _turns(wish: Frame) -> bool:
    """Return whether a part turns in its place: it leaves no start behind that could be told from it."""
    return any(arrow.turn is not None for arrow in wish.arrows)


def _blades(plan: Plan, move: Move) -> list[Draft]:
    """Return the shoulder blades where a writer asks for them, and where they began a small movement."""
    if not switched_on(plan.spec.blades):
        return []
    left = blade_ghosts(move.seen, move.seen_before, move.now.body) if move.is_small else []
    return [*left, *blade_drafts(move.seen, move.now.body)]


def _stains(target: Target, unit: float) -> bool:
    """Return whether a target is too small, thin or short for its arrow: the inset tells it better."""
    short = any(each.css == PULL and not each.paths for each in target.drafts)
    if short or target.mask.sum() < SPECK * unit**2:
        return True
    return float(ndimage.distance_transform_edt(np.pad(target.mask, 1)).max()) < SLIVER * unit


def _around(plan: Plan, pixels: Pixels, target: Target) -> Surroundings:
    """Return what arrows keep clear of: head, hands, feet and target, then the person and all outlines."""
    bare = (pixels.material == Material.SKIN) & (pixels.gap <= HEAD_GAP)
    precious = bare | (pixels.material == Material.HAIR) | target.mask
    edges = highest(pixels.region) != pixels.region
    lines = edges & highest(pixels.figure, 2)
    used = [number for number, name in enumerate(pixels.names) if name.split()[0] in USED]
    solid = pixels.figure | np.isin(pixels.region, used)
    window = _shaped(*plan.window)
    return Surroundings(precious, solid, lines, window, shown_unit(window[2], window[3]))


def _grown(window: tuple[int, int, int, int], reaches: Sequence[FloatArray]) -> tuple[int, int, int, int]:
    """Return the window, widened where arrows leave it."""
    points = np.vstack(reaches)
    left, top, width, height = window
    low, high = np.array([left, top]), np.array([left + width, top + height])
    if len(points):
        low = np.minimum(low, np.floor(points.min(axis=0).round(SURE)).astype(int) - ARROW_RIM)
        high = np.maximum(high, np.ceil(points.max(axis=0).round(SURE)).astype(int) + ARROW_RIM)
    return _shaped(int(low[0]), int(low[1]), int(high[0] - low[0]), int(high[1] - low[1]))


def _shaped(left: int, top: int, width: int, height: int) -> tuple[int, int, int, int]:
    """Return the window with paper added beside narrow pictures and above wide ones."""
    wider = max(int(height * NARROWEST) - width, 0)
    higher = max(int(width / WIDEST) - height, 0)
    return left - wider // 2, top - int(higher * PAPER_ABOVE), width + wider, height + higher


def _cuts(plan: Plan, seen: Sequence[Pixels]) -> list[str]:
    """Return the classes of a cropped figure: at which sides of its window any frame cuts the person."""
    if plan.spec.crop == "whole":
        return []
    left, top, width, height = plan.window
    person = np.any([pixels.figure[top : top + height, left : left + width] for pixels in seen], axis=0)
    rims = {"bottom": person[-1], "left": person[:, 0], "right": person[:, -1]}
    return ["fig-cut", *(f"cut-{side}" for side, rim in rims.items() if rim.any())]


def _frame(
    plan: Plan,
    letter: str,
    words: Caption | None,
    picture: _Picture,
    window: tuple[int, int, int, int],
    css: str,
) -> DrawnFrame:
    """Return one finished frame, drawn in the classes `css`."""
    alt = plan.spec.frames[letter].alt
    drawing = Drawing(
        prefix=f"fig-{plan.slug}-{letter.lower()}",
        title=words.title if words else alt,
        description=words.description if words else alt,
        css=css,
        window=window,
        shapes=tuple(finish_drafts(picture.drafts)),
    )
    return DrawnFrame(letter, render_svg(drawing))


def _inset(plan: Plan, frame: Posed) -> str:
    """Return the inset the writer asked for, or nothing."""
    if plan.spec.inset is None or not plan.muscles:
        return ""
    names = " and ".join(dict.fromkeys(muscle.name.replace("-", " ") for muscle in plan.muscles))
    words = f"Where it is, seen from the {plan.spec.inset}: {names}"
    return draw_inset(frame.body, plan.spec.inset, plan.muscles, f"fig-{plan.slug}-inset", words, words)
