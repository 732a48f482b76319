"""A few drawn face lines per body, glued to the mesh so that they turn with the head."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from enum import Enum
from functools import lru_cache
from itertools import pairwise
from typing import Final

import numpy as np

from .body import Body, Material
from .mesh import BoolArray, FloatArray, IntArray


class Aspect(Enum):
    """From where a stroke belongs to the face: in front a nose is a line below it, from the side a wing."""

    ANY = "any"
    FRONT = "front"
    SIDE = "side"


Curve = tuple[tuple[float, float], ...]  # 3 or 4 Bezier points, metres from a feature's origin
EAR_REACH = 0.038  # m round the middle of an ear's rim that belong to the ear
NOSE_REACH = 0.045  # m round the foot of the nose: nose, cheeks and lips, but not the chin
BRIDGE_UP, BRIDGE_REACH = 0.035, 0.048  # m from the foot up to the bridge between the eyes, and round that
FACING = {"brow": 0.12, "lid": 0.12, "pupil": 0.25, "nose": 0.12, "mouth": 0.04, "ear": 0.3,
          "jaw": 0.38, "side": 0.04}  # least cosine to the viewer  # fmt: skip
SAMPLES = 16  # points per line
OUTWARD_PULL = 1e-3  # m, how much being outermost counts against being near, for points over a gap
FRONT_DEPTH = 0.02  # m in front of the skull's joint
BESIDE = {"ear": 0.05, "jaw": 0.015, "side": 0.004}  # m out from the midline


@dataclass(frozen=True, eq=False)
class Stroke:
    """One line or dot of the face; point k is `weights[k]` between the corners of mesh face `faces[k]`."""

    name: str  # "brow", "lid", "pupil", "nose", "mouth", "ear", "jaw" or "strand"
    faces: IntArray  # (k,)
    weights: FloatArray  # (k, 3)
    width: float  # m of the pen; 0 for a filled dot
    facing: float  # draw a point only where its mesh face looks at the camera by more than this cosine
    material: Material = Material.SKIN  # what it is drawn on
    aspect: Aspect = Aspect.ANY

    @property
    def filled(self) -> bool:
        """Return whether the stroke is a filled outline."""
        return self.width == 0

    def points(self, body: Body, vertices: FloatArray) -> FloatArray:
        """Return the stroke on posed `vertices` `(n, 3)`, as `(k, 3)` m."""
        corners = vertices[body.faces[self.faces]]
        return np.asarray((corners * self.weights[:, :, None]).sum(axis=1))


@dataclass(frozen=True)
class Profile:
    """One side of a face as it is seen from that side: z and y from the eye's centre in metres."""

    brow: Curve
    lid: Curve
    pupil: tuple[float, float, float, float]  # middle, half width and half height
    nose: Curve  # the wing of the nose
    mouth: Curve  # from the front to the corner


@dataclass(frozen=True)
class Features:
    """One person's face: curves in metres; eye curves from the eye's centre, outward positive."""

    brow: Curve
    brow_width: float
    lid: Curve
    lash: Curve | None
    pupil: tuple[float, float]  # half width and half height, m
    nose: Curve  # across the midline, heights from the eyes
    mouth: Curve
    ear: Curve  # the rim, z and y from the eye's centre
    jaw: Curve  # from under the ear towards the chin, the same
    profile: Profile


WOMAN: Final = Features(
    brow=((-0.017, 0.0165), (0.000, 0.0285), (0.023, 0.0160)),
    brow_width=0.0032,
    lid=((-0.015, -0.002), (-0.006, 0.0095), (0.009, 0.0095), (0.018, 0.0010)),
    lash=((0.0155, 0.0025), (0.0185, 0.0030), (0.0215, 0.0060)),
    pupil=(0.0056, 0.0064),
    nose=((-0.009, -0.0465), (-0.005, -0.0515), (0.005, -0.0515), (0.009, -0.0465)),
    mouth=((-0.021, -0.0655), (-0.008, -0.0705), (0.008, -0.0705), (0.021, -0.0655)),
    ear=((-0.061, -0.006), (-0.082, 0.012), (-0.094, -0.022), (-0.067, -0.046)),
    jaw=((-0.074, -0.070), (-0.069, -0.089), (-0.050, -0.098), (-0.022, -0.106)),
    profile=Profile(
        brow=((0.0190, 0.0185), (0.0080, 0.0285), (-0.0120, 0.0175)),
        lid=((0.0160, 0.0050), (0.0080, 0.0105), (0.0000, 0.0040), (-0.0070, 0.0005)),
        pupil=(0.0112, 0.0006, 0.0030, 0.0062),
        nose=((0.0165, -0.0375), (0.0095, -0.0430), (0.0120, -0.0500), (0.0205, -0.0490)),
        mouth=((0.0215, -0.0680), (0.0140, -0.0705), (0.0040, -0.0675)),
    ),
)
MAN: Final = Features(
    brow=((-0.020, 0.0170), (0.002, 0.0235), (0.026, 0.0165)),
    brow_width=0.0052,
    lid=((-0.016, -0.002), (-0.006, 0.0075), (0.009, 0.0075), (0.018, 0.0000)),
    lash=None,
    pupil=(0.0054, 0.0058),
    nose=((-0.014, -0.049), (-0.007, -0.0575), (0.007, -0.0575), (0.014, -0.049)),
    mouth=((-0.025, -0.0735), (-0.010, -0.0800), (0.010, -0.0800), (0.025, -0.0735)),
    ear=((-0.072, -0.004), (-0.096, 0.016), (-0.110, -0.024), (-0.078, -0.052)),
    jaw=((-0.084, -0.078), (-0.079, -0.100), (-0.056, -0.108), (-0.026, -0.116)),
    profile=Profile(
        brow=((0.0215, 0.0165), (0.0080, 0.0245), (-0.0140, 0.0170)),
        lid=((0.0165, 0.0035), (0.0080, 0.0085), (0.0000, 0.0030), (-0.0070, 0.0000)),
        pupil=(0.0112, -0.0004, 0.0030, 0.0058),
        nose=((0.0165, -0.0425), (0.0090, -0.0485), (0.0115, -0.0560), (0.0210, -0.0555)),
        mouth=((0.0265, -0.0775), (0.0170, -0.0800), (0.0050, -0.0775)),
    ),
)
FACES: Mapping[str, Features] = {
    "woman": WOMAN,
    "man": MAN,
    "older-man": replace(
        MAN,
        brow=((-0.019, 0.0185), (0.002, 0.0240), (0.026, 0.0130)),
        brow_width=0.0044,
        lid=((-0.016, -0.001), (-0.005, 0.0080), (0.009, 0.0070), (0.019, -0.0030)),
        mouth=((-0.023, -0.0725), (-0.010, -0.0775), (0.010, -0.0775), (0.023, -0.0725)),
        profile=replace(MAN.profile, mouth=((0.0200, -0.0745), (0.0130, -0.0765), (0.0020, -0.0735))),
    ),
    "larger-woman": replace(
        WOMAN,
        mouth=((-0.023, -0.0680), (-0.009, -0.0745), (0.009, -0.0745), (0.023, -0.0680)),
        jaw=((-0.076, -0.074), (-0.071, -0.096), (-0.050, -0.106), (-0.020, -0.113)),
        profile=replace(WOMAN.profile, mouth=((0.0265, -0.0715), (0.0180, -0.0740), (0.0070, -0.0700))),
    ),
}


def round_the_nose(body: Body, rest_points: FloatArray) -> BoolArray:
    """Return which rest points `(…, 3)` m lie about the nose, where profiles have no line but the wing's.

    A head that is turned a little away hides the foot of its nose behind the cheek.
    """
    stroke = next(stroke for stroke in face_strokes(body) if stroke.name == "nose")
    foot = stroke.points(body, body.rest_field).mean(axis=0)
    bridge = foot + np.array([0.0, BRIDGE_UP, 0.0])
    near_foot = np.linalg.norm(rest_points - foot, axis=-1) < NOSE_REACH
    return np.asarray(near_foot | (np.linalg.norm(rest_points - bridge, axis=-1) < BRIDGE_REACH))


def round_the_ears(body: Body, rest_points: FloatArray) -> BoolArray:
    """Return which rest points `(…, 3)` m belong to an ear, whose rim is drawn once, and not traced again."""
    found: BoolArray = np.zeros(rest_points.shape[:-1], dtype=bool)
    for stroke in face_strokes(body):
        if stroke.name == "ear":
            middle = stroke.points(body, body.rest_field).mean(axis=0)
            found |= np.linalg.norm(rest_points - middle, axis=-1) < EAR_REACH
    return found


@lru_cache(maxsize=4)
def face_strokes(body: Body) -> tuple[Stroke, ...]:
    """Return the face of `body` as `FACES` has it, first for a view from the front, then for profiles."""
    looks = FACES[body.name]
    middle = [
        front_stroke(body, "nose", bezier(looks.nose), 0.0026),
        front_stroke(body, "mouth", bezier(looks.mouth), 0.0028),
    ]
    pairs = [stroke for sign in (1.0, -1.0) for stroke in side_strokes(body, looks, sign)]
    front = [replace(each, aspect=Aspect.FRONT) for each in middle]
    profiles = [stroke for sign in (1.0, -1.0) for stroke in profile_strokes(body, looks, sign)]
    return tuple(front + pairs + profiles)


def profile_strokes(body: Body, looks: Features, sign: float) -> list[Stroke]:
    """Return one side's brow, lid, pupil, wing of the nose and half mouth as its profile shows them."""
    across, up, wide, high = looks.profile.pupil
    turn = np.linspace(0, 2 * np.pi, SAMPLES)
    dot = np.array([across, up]) + np.stack([np.cos(turn) * wide, np.sin(turn) * high], axis=1)
    lines = [
        ("brow", bezier(looks.profile.brow), looks.brow_width),
        ("lid", bezier(looks.profile.lid), 0.0030),
        ("nose", bezier(looks.profile.nose), 0.0026),
        ("mouth", bezier(looks.profile.mouth), 0.0028),
        ("pupil", dot, 0.0),
    ]
    drawn = [laid_beside(body, name, "side", flat, width, sign) for name, flat, width in lines]
    return [replace(stroke, aspect=Aspect.SIDE) for stroke in drawn]


def side_strokes(body: Body, looks: Features, sign: float) -> list[Stroke]:
    """Return one side's brow, lid, lash, pupil and ear; `sign` is 1 for the left."""
    eye = np.array([body.eye[0], 0.0])
    turn = np.linspace(0, 2 * np.pi, SAMPLES)
    dot = eye + np.stack([np.cos(turn), np.sin(turn)], axis=1) * looks.pupil
    lines = [("brow", looks.brow, looks.brow_width), ("lid", looks.lid, 0.0026)]
    if looks.lash:
        lines.append(("lid", looks.lash, 0.0024))
    mirror = np.array([sign, 1.0])
    drawn = [front_stroke(body, name, (eye + bezier(curve)) * mirror, w) for name, curve, w in lines]
    front = [*drawn, front_stroke(body, "pupil", dot * mirror, 0.0)]
    beside = [
        laid_beside(body, name, name, bezier(getattr(looks, name)), 0.0026, sign) for name in ("ear", "jaw")
    ]
    return [*(replace(stroke, aspect=Aspect.FRONT) for stroke in front), *beside]


def bezier(curve: Sequence[Sequence[float]]) -> FloatArray:
    """Return SAMPLES points on a quadratic or cubic Bezier curve, as wide as the points that shape it."""
    share = np.linspace(0, 1, SAMPLES)[:, None]
    points = [np.array([point]) for point in curve]
    while len(points) > 1:  # de Casteljau
        points = [a + (b - a) * share for a, b in pairwise(points)]
    return points[0]


def front_stroke(body: Body, name: str, flat: FloatArray, width: float) -> Stroke:
    """Return a stroke laid on the face from the front; `flat` is x and height from the eyes, `(k, 2)` m."""
    centres = body.rest[body.faces].mean(axis=1)
    skull = body.head[body.joint("head")]
    near = (np.abs(centres[:, 0]) < 0.09) & (centres[:, 2] > skull[2] + FRONT_DEPTH)
    near &= np.abs(centres[:, 1] - body.eye[1]) < 0.13
    return glued(
        body, name, flat + np.array([0, body.eye[1]]), width, near, axes=(0, 1, 2), facing=FACING[name]
    )


def laid_beside(body: Body, name: str, kind: str, flat: FloatArray, width: float, sign: float) -> Stroke:
    """Return a stroke laid on from the side; `flat` is z and y from the eye's centre, `(k, 2)` m.

    `kind` ("ear", "jaw" or "side") tells how far from the midline it may lie and when it faces the viewer.
    """
    centres = body.rest[body.faces].mean(axis=1)
    near = (centres[:, 0] * sign > BESIDE[kind]) & (np.abs(centres[:, 1] - body.eye[1]) < 0.14)
    place = flat + body.eye[[2, 1]]
    return glued(body, name, place, width, near, axes=(2, 1, 0), facing=FACING[kind], sign=sign)


def glued(
    body: Body, name: str, flat: FloatArray, width: float, near: BoolArray,
    axes: tuple[int, int, int], facing: float, sign: float = 1.0, material: Material = Material.SKIN,
) -> Stroke:  # fmt: skip
    """Return flat points pinned to the outermost faces under them; `axes`: across, up, outward."""
    candidates = np.flatnonzero(near & (body.material == material))
    corners = body.rest[body.faces[candidates]][:, :, list(axes)] * [1, 1, sign]
    found = [pinned(corners, point) for point in flat]
    chosen = np.array([best for best, _ in found])
    return Stroke(
        name, candidates[chosen], np.array([weights for _, weights in found]), width, facing, material
    )


def pinned(corners: FloatArray, point: FloatArray) -> tuple[int, FloatArray]:
    """Return the outermost triangle over `point`, else the nearest one, and the point's weights there."""
    a, b, c = (corners[:, k, :2] for k in range(3))
    area = cross(b - a, c - a)
    area = np.where(np.abs(area) < 1e-12, 1e-12, area)
    second, third = cross(point - a, c - a) / area, cross(b - a, point - a) / area
    weights = np.stack([1 - second - third, second, third], axis=1)
    over = np.flatnonzero((weights > -1e-6).all(axis=1))
    if len(over):
        best = int(over[np.argmax((corners[over, :, 2] * weights[over]).sum(axis=1))])
        return best, weights[best]
    middle = corners.mean(axis=1)
    best = int(np.argmin(((middle[:, :2] - point) ** 2).sum(axis=1) - middle[:, 2] * OUTWARD_PULL))
    inside = np.clip(weights[best], 0, 1)
    return best, inside / inside.sum()


def cross(one: FloatArray, other: FloatArray) -> FloatArray:
    """Return the flat cross product of `(m, 2)` arrays, `(m,)`."""
    return np.asarray(one[..., 0] * other[..., 1] - one[..., 1] * other[..., 0])
