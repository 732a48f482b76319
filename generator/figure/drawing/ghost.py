"""Where a movement began: the start's outline behind the end, or within it where the body swelled."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache

import numpy as np
from scipy import ndimage
from scipy.spatial import cKDTree

from ..body.body import Body, Material
from ..body.mesh import BoolArray, FloatArray, IntArray
from ..body.sites import sites_of
from ..seeing.pixels import Pixels
from ..seeing.staged import Staged
from ..seeing.views import joint_place
from .contour import STEP, mask_loops
from .drafts import Draft, closed_draft

GHOST, OVER = "f-ghost", "f-over"  # classes of where a part began, and of what of it lies on the person
SMALLEST, LARGEST = 0.012, 0.20  # m the part that moves most goes; less is stillness, more tells itself
SHADE = "f-ghost-dark"  # the class of what is dark of it
DARK = (Material.HAIR, Material.LEGGINGS)
PARTLY = (0.05, 0.75)  # share that is dark of a shape in which it tells one part from another
OUTWEIGHS = 2.0  # times as much as it has left a swelling gains
SPINE = ("pelvis", "head")
ROUGH = 4  # times STEP px between the points at which a size is estimated
THIN = 1  # grid points: thinner rims of the start are not drawn
SMOOTH = 5.0  # grid points along the outline
SCRAP = 300.0  # px²
MEANT = 0.5  # share of the farthest way below which a part has only been dragged along
LIMBS = (("upperarm", "lowerarm", "wrist", "finger"), ("upperleg", "lowerleg", "foot", "toes"))
BESIDE = (
    0.215  # m at rest from a part within which a rim tells of it: the crown of the chin, not of the belly
)
ROOT_WENT = 0.12  # m the pelvis goes at most where a limb is what moves
LIMB_MEANT = 0.3  # share of a limb's farthest way below which its root has only been dragged along
FREE = 0.05  # m at rest off a free piece of its start within which a limb's part is shown, not a riddle
HAIRLINE = 4.0  # grid points, half the width below which a piece is a scratch
LEAST_RIM, LEAST_LIMB, LEAST_BODY = 0.10, 0.25, 0.18  # share of what went far that must be seen of its start
FEW = 3  # pieces of a start that are seen as one body
LEAST_ROLLED = 0.15  # the same of a body that only shifts, and leaves nothing at the part itself
LEAST = 0.3  # share of the largest piece's area below which a piece tells of nothing that is meant
LEADS = 0.2  # share of the farthest way that a part of the trunk goes at least where it leads the move
TELLS_ITSELF = 1.6  # m that head or trunk go at most where they are shown
TOLERANCE = 1.6  # px


@dataclass(frozen=True, eq=False)
class Move:
    """A movement from one frame to the next, and the pixels of both."""

    now: Staged
    before: Staged
    seen: Pixels
    seen_before: Pixels

    @cached_property
    def went(self) -> FloatArray:
        """How far in metres every vertex goes, `(n,)`."""
        return np.asarray(np.linalg.norm(self.now.vertices - self.before.vertices, axis=1))

    @property
    def travel(self) -> float:
        """How far in metres the point of the body that moves most goes."""
        return float(self.went[self.now.body.field > 0].max())

    @property
    def is_small(self) -> bool:
        """Whether it is one that does not tell itself, and no stillness."""
        return SMALLEST < self.travel < LARGEST

    def joint_went(self, joint: str) -> float:
        """Return how far in metres a joint goes, such as "pelvis"."""
        return float(np.linalg.norm(joint_place(self.now, joint) - joint_place(self.before, joint)))

    @cached_property
    def left(self) -> BoolArray:
        """Every STEP-th point that showed the person and shows nothing before it now."""
        hidden = self.seen.prop & (self.seen.depth < self.seen_before.depth)
        return _opened(self.seen_before.figure & ~self.seen.figure & ~hidden)

    @cached_property
    def left_of(self) -> IntArray:
        """The vertex that each of the points left showed, `(k,)`."""
        return _nearest(self.before.body, self.seen_before.rest[::STEP, ::STEP][self.left])

    @cached_property
    def shown(self) -> IntArray:
        """The vertices that the start showed, at so many points that ROUGH**2 times as many is about all."""
        every = slice(None, None, ROUGH * STEP)
        figure = self.seen_before.figure[every, every]
        return _nearest(self.before.body, self.seen_before.rest[every, every][figure])


def began_drafts(move: Move, parts: Sequence[str]) -> list[Draft]:
    """Return where what the arrows at `parts` move began: a small movement, a limb, or head and trunk.

    Hair and trousers are a shade darker in it, so that a head and a leg are known in the pale shape.
    """
    for rims in (small_rims, limb_rims, body_rims):
        began = rims(move, parts)
        if began.any():
            every = slice(None, None, STEP)
            dark = began & np.isin(move.seen_before.material[every, every], DARK)
            both = PARTLY[0] < dark.sum() / began.sum() < PARTLY[1]
            return [_closed(GHOST, began), *([_closed(SHADE, dark)] if both else [])]
    return []


def small_rims(move: Move, parts: Sequence[str]) -> BoolArray:
    """Return the rims of the start that the end has left, of every STEP-th point, if the move is small.

    Of several rims only those nearest to the `parts` that arrows move: others are what came along. A body
    on a roller leaves none there, but along its whole length.
    """
    if not move.is_small:
        return np.zeros_like(move.left)
    least = MEANT * move.travel
    rims = _largest(_gone_far(move, move.went, least))
    near = _pieces_at(middles_of(move.before.body, parts), rims, move, BESIDE) if parts else rims
    whole = _size_gone_far(move, move.went, least)
    if near.any():
        return np.asarray(near & (near.sum() >= LEAST_RIM * whole))
    rolled = move.joint_went("pelvis") > least and ndimage.label(rims)[1] <= FEW
    return np.asarray(rims & (rolled and rims.sum() >= LEAST_ROLLED * whole))


def limb_rims(move: Move, parts: Sequence[str]) -> BoolArray:
    """Return where the arms and legs began that arrows show on a large way, while the body stays."""
    rims = np.zeros_like(move.left)
    if move.joint_went("pelvis") > ROOT_WENT:
        return rims
    for limb, middles in limbs_of(move.before.body, parts):
        far = move.went * limb
        if far.max() < LARGEST:
            continue
        least = LIMB_MEANT * far.max()
        shown = _pieces_at(middles, _gone_far(move, far, least), move, FREE)
        if shown.sum() >= LEAST_LIMB * _size_gone_far(move, far, least):
            rims |= shown
    return _largest(rims) if rims.any() else rims


def body_rims(move: Move, parts: Sequence[str]) -> BoolArray:
    """Return where a body began that goes a large way: head and trunk, which the arrows move or lead."""
    nothing, body = np.zeros_like(move.left), move.before.body
    trunk = [part for part in parts if part.endswith("hip") or not any(limbs_of(body, [part]))]
    middles = middles_of(body, trunk)
    if not middles or not LARGEST < move.travel < TELLS_ITSELF:
        return nothing
    if move.went[middles].max() < LEADS * move.travel:
        return nothing
    least = MEANT * move.travel
    rims = _largest(_gone_far(move, move.went, least))
    pieces, count = ndimage.label(rims)
    trunks = np.bincount(pieces[rims & ~_limbs(move)], minlength=count + 1)
    rims &= (trunks > LEAST * trunks.max())[pieces]
    return np.asarray(rims & (rims.sum() >= LEAST_BODY * _size_gone_far(move, move.went, least)))


def _limbs(move: Move) -> BoolArray:
    """Return every STEP-th point of the start that showed an arm or a leg."""
    names = tuple(name for bones in LIMBS for name in bones)
    limb = np.array([joint.startswith(names) for joint in move.before.body.joints])[move.before.body.dominant]
    shown = np.zeros_like(move.left)
    shown[move.left] = limb[move.left_of]
    return shown


def limbs_of(body: Body, parts: Iterable[str]) -> Iterator[tuple[BoolArray, list[int]]]:
    """Yield each arm and leg that some of the `parts` belong to: its vertices, and the parts' middles."""
    middles = middles_of(body, parts)
    for bones in LIMBS:
        for side in (".L", ".R"):
            joints = [name.startswith(bones) and name.endswith(side) for name in body.joints]
            limb = np.array(joints)[body.dominant]
            own = [middle for middle in middles if limb[middle]]
            if own:
                yield limb, own


def middles_of(body: Body, parts: Iterable[str]) -> list[int]:
    """Return the vertices in the middle of some parts' skin, of both sides for "both"."""
    named = {part.replace("both", side, 1) for part in parts for side in ("left", "right")}
    return sorted({site.middle for part in named for site in sites_of(body).part(part)})


def _pieces_at(vertices: Sequence[int], rims: BoolArray, move: Move, reach: float) -> BoolArray:
    """Return of `rims` the piece that shows what lies nearest to each vertex at rest, within `reach` m."""
    pieces, _ = ndimage.label(rims)
    numbers, rest = pieces[rims], move.seen_before.rest[::STEP, ::STEP][rims]
    kept = set()
    for vertex in vertices if len(numbers) else ():
        apart = np.linalg.norm(rest - move.before.body.rest_field[vertex], axis=1)
        if apart.min() < reach:
            kept.add(int(numbers[apart.argmin()]))
    return np.isin(pieces, list(kept))


def swelling_drafts(move: Move) -> list[Draft]:
    """Return what a trunk that stays has gained, drawn on it: a belly that fills leaves nothing behind."""
    if not move.is_small or max(map(move.joint_went, SPINE)) > SMALLEST:
        return []
    shirt, shirt_before = (each.material == Material.SHIRT for each in (move.seen, move.seen_before))
    gained = _opened(move.seen.figure & ~move.seen_before.figure & shirt)
    left = _opened(move.seen_before.figure & ~move.seen.figure & shirt_before)
    return [_closed(f"{GHOST} {OVER}", _largest(gained))] if gained.sum() > OUTWEIGHS * left.sum() else []


def _gone_far(move: Move, went: FloatArray, least: float) -> BoolArray:
    """Return the points left that showed skin which went more than `least` m, not dragged along.

    `went` is how far in metres the vertices that count go, `(n,)`.
    """
    far = move.left.copy()
    far[move.left] = went[move.left_of] > least
    return far


def _size_gone_far(move: Move, went: FloatArray, least: float) -> float:
    """Return how many of every STEP-th points showed skin which went more than `least` m, about."""
    return float(ROUGH**2 * (went[move.shown] > least).sum())


def _nearest(body: Body, rest: FloatArray) -> IntArray:
    """Return the vertex that lies nearest to each point `(k, 3)` m of the resting body, `(k,)`."""
    return np.asarray(_resting(body).query(rest)[1])


@lru_cache(maxsize=4)
def _resting(body: Body) -> cKDTree:
    """Return the resting body's vertices, ready to be asked which is nearest."""
    return cKDTree(body.rest_field)


def _opened(mask: BoolArray) -> BoolArray:
    """Return every STEP-th point of a mask, thin rims left out."""
    every = slice(None, None, STEP)
    return np.asarray(ndimage.binary_opening(mask[every, every], iterations=THIN))


def _closed(css: str, mask: BoolArray) -> Draft:
    """Return the outlines of a mask's pieces as a draft of a class."""
    loops = mask_loops(mask, SMOOTH, SCRAP / STEP**2)
    return closed_draft(css, [loop * STEP for loop in loops], TOLERANCE)


def _largest(rims: BoolArray) -> BoolArray:
    """Return `rims` without hairlines, and without pieces that are scraps beside the largest: they are what
    moved along with it.
    """
    pieces, count = ndimage.label(rims)
    areas = np.bincount(pieces.ravel(), minlength=count + 1)
    depth = ndimage.distance_transform_edt(np.pad(rims, 1))[1:-1, 1:-1]
    widths = np.asarray(ndimage.maximum(depth, pieces, np.arange(count + 1)))
    areas[widths < HAIRLINE] = 0
    areas[0] = 0
    return np.asarray((areas >= max(LEAST * areas.max(), 1))[pieces])
