"""Where a movement began: the start's outline behind the end, or within it where the body swelled."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache

import numpy as np
from scipy import ndimage
from scipy.spatial import cKDTree

from ..body.body import Body, Material
from ..body.mesh import BoolArray, FloatArray
from ..body.sites import sites_of
from ..seeing.pixels import Pixels
from ..seeing.staged import Staged
from .contour import STEP, mask_loops
from .drafts import Draft, closed_draft

GHOST, OVER = "f-ghost", "f-over"  # classes of where a part began, and of what of it lies on the person
SMALLEST, LARGEST = 0.012, 0.20  # m the part that moves most goes; less is stillness, more tells itself
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
LEAST_RIM, LEAST_LIMB = 0.10, 0.25  # share of what went far that must be seen of its start
LEAST = 0.3  # share of the largest piece's area below which a piece tells of nothing that is meant
TRUNK = 0.3  # m at rest from a part within which a rim tells of a body that follows it: seat and shoulders
TELLS_ITSELF = 0.45  # m head or trunk go at least where the start left behind is a second person
STILL, STAYS = 0.05, 0.08  # m that what stays moves at most, and share of the body that does so at least
TOLERANCE = 1.6  # px


def began_drafts(
    now: Staged, before: Staged, seen: Pixels, seen_before: Pixels, parts: Sequence[str], whole: bool
) -> list[Draft]:
    """Return where what the arrows at `parts` move began: a small movement, a limb, or head and trunk.

    Head and trunk only in a picture of the `whole` person: near by, a head left behind is a blot at the face.
    """
    moves = (now, before, seen, seen_before, parts)
    return ghost_drafts(*moves) or limb_ghosts(*moves) or (body_ghosts(*moves) if whole else [])


def ghost_drafts(
    now: Staged, before: Staged, seen: Pixels, seen_before: Pixels, parts: Sequence[str]
) -> list[Draft]:
    """Return the pale rims of the start that the end has left, if the movement is a small one.

    Of several rims only those nearest to the `parts` that arrows move: others are what came along.
    """
    if not is_small(now, before):
        return []
    least = MEANT * travel(now, before)
    rims = _largest(_gone_far(_left(seen, seen_before), ways(now, before), least, before.body, seen_before))
    if parts:
        rims = _pieces_at(middles_of(before.body, parts), rims, before.body, seen_before, BESIDE)
    whole = _size_gone_far(ways(now, before), least, before.body, seen_before)
    return [_closed(GHOST, rims)] if rims.sum() >= LEAST_RIM * whole else []


def limb_ghosts(
    now: Staged, before: Staged, seen: Pixels, seen_before: Pixels, parts: Sequence[str]
) -> list[Draft]:
    """Return where the arms and legs began that arrows show on a large way, while the body stays."""
    root = now.body.joint("pelvis")
    if np.linalg.norm(now.transforms[root, :3, 3] - before.transforms[root, :3, 3]) > ROOT_WENT:
        return []
    left, went = _left(seen, seen_before), ways(now, before)
    rims = np.zeros_like(left)
    for limb, middles in limbs_of(before.body, parts):
        far = went * limb
        if far.max() < LARGEST:
            continue
        least = LIMB_MEANT * far.max()
        moved = _gone_far(left, far, least, before.body, seen_before)
        shown = _pieces_at(middles, moved, before.body, seen_before, FREE)
        if shown.sum() >= LEAST_LIMB * _size_gone_far(far, least, before.body, seen_before):
            rims |= shown
    return [_closed(GHOST, _largest(rims))] if rims.any() else []


def body_ghosts(
    now: Staged, before: Staged, seen: Pixels, seen_before: Pixels, parts: Sequence[str]
) -> list[Draft]:
    """Return where a body began of which a good part stays while head or trunk go a large way."""
    went = ways(now, before)
    if not parts or not LARGEST < travel(now, before) < TELLS_ITSELF or _stayed(went, before.body) < STAYS:
        return []
    if any(limbs_of(before.body, parts)):
        return []
    least = MEANT * travel(now, before)
    rims = _largest(_gone_far(_left(seen, seen_before), went, least, before.body, seen_before))
    rims = _pieces_at(middles_of(before.body, parts), rims, before.body, seen_before, TRUNK)
    whole = _size_gone_far(went, least, before.body, seen_before)
    return [_closed(GHOST, rims)] if rims.sum() >= LEAST_RIM * whole else []


def _stayed(went: FloatArray, body: Body) -> float:
    """Return the share of the body's skin that stays where it was."""
    return float((went[body.field > 0] < STILL).mean())


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


def _left(seen: Pixels, seen_before: Pixels) -> BoolArray:
    """Return every STEP-th point that showed the person and shows nothing before it now."""
    hidden = seen.prop & (seen.depth < seen_before.depth)
    return _opened(seen_before.figure & ~seen.figure & ~hidden)


def _pieces_at(vertices: Sequence[int], rims: BoolArray, body: Body, seen: Pixels, reach: float) -> BoolArray:
    """Return of `rims` the piece that shows what lies nearest to each vertex at rest, within `reach` m."""
    pieces, _ = ndimage.label(rims)
    numbers, rest = pieces[rims], seen.rest[::STEP, ::STEP][rims]
    kept = set()
    for vertex in vertices if len(numbers) else ():
        apart = np.linalg.norm(rest - body.rest_field[vertex], axis=1)
        if apart.min() < reach:
            kept.add(int(numbers[apart.argmin()]))
    return np.isin(pieces, list(kept))


def swelling_drafts(now: Staged, before: Staged, seen: Pixels, seen_before: Pixels) -> list[Draft]:
    """Return what a trunk that stays has gained, drawn on it: a belly that fills leaves nothing behind."""
    if not is_small(now, before) or not _spine_still(now, before):
        return []
    shirt = seen.material == Material.SHIRT
    gained = _opened(seen.figure & ~seen_before.figure & shirt)
    left = _opened(seen_before.figure & ~seen.figure & (seen_before.material == Material.SHIRT))
    return [_closed(f"{GHOST} {OVER}", _largest(gained))] if gained.sum() > OUTWEIGHS * left.sum() else []


def _spine_still(now: Staged, before: Staged) -> bool:
    """Return whether neither pelvis nor chest nor head has moved."""
    joints = [now.body.joint(name) for name in SPINE]
    moved = now.transforms[joints, :3, 3] - before.transforms[joints, :3, 3]
    return bool(np.linalg.norm(moved, axis=1).max() < SMALLEST)


def _gone_far(left: BoolArray, went: FloatArray, least: float, body: Body, seen: Pixels) -> BoolArray:
    """Return the points of `left` that showed skin which went more than `least` m, not dragged along.

    `went` is how far in metres every vertex goes, `(n,)`; `seen` is what was seen at the start.
    """
    far = left.copy()
    far[left] = went[_resting(body).query(seen.rest[::STEP, ::STEP][left])[1]] > least
    return far


def _size_gone_far(went: FloatArray, least: float, body: Body, seen: Pixels) -> float:
    """Return how many of every STEP-th points `seen` showed skin which went more than `least` m, about."""
    every = slice(None, None, ROUGH * STEP)
    figure = seen.figure[every, every]
    return float(ROUGH**2 * (went[_resting(body).query(seen.rest[every, every][figure])[1]] > least).sum())


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


def is_small(now: Staged, before: Staged) -> bool:
    """Return whether a movement is one that does not tell itself, and no stillness."""
    return SMALLEST < travel(now, before) < LARGEST


def travel(now: Staged, before: Staged) -> float:
    """Return how far in metres the point of the body that moves most goes."""
    return float(ways(now, before)[now.body.field > 0].max())


def ways(now: Staged, before: Staged) -> FloatArray:
    """Return how far in metres every vertex goes, `(n,)`."""
    return np.asarray(np.linalg.norm(now.vertices - before.vertices, axis=1))
