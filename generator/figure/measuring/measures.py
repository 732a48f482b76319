"""What was measured on one posed body, as plain numbers; loads without numpy.

Angles are in degrees, lengths in centimetres; both are rounded to one decimal so that machines agree.
Signs and names of joint angles follow the clinic (AAOS, "Joint Motion", 1965) and are counted in the joint
coordinate systems of the International Society of Biomechanics: Wu et al., J Biomech 35 (2002) 543-548
(ankle, hip, spine) and 38 (2005) 981-992 (shoulder to hand); knee after Grood & Suntay, J Biomech Eng 105
(1983) 136-144. Zero is standing upright with hanging arms, palms to the thighs. Left is the person's own.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Any

Point = tuple[float, float, float]
SEGMENTS = ("pelvis", "chest", "head")
SIDES = ("left", "right")
MOVES = MappingProxyType({
    "flexion": "bent forward; less than zero is bent back",
    "side bend": "bent to the person's own left; less than zero to the right",
    "rotation": "turned to the person's own left; less than zero to the right",
})  # fmt: skip
REGIONS = MappingProxyType({
    "lumbar": "low back, sacrum to T12",
    "thoracic": "upper back, T12 to T1",
    "trunk": "chest against pelvis: lumbar and thoracic together",
    "neck": "lower neck, T1 to C3",
    "head": "head on the upper neck, C2 to skull",
    "cervical": "head against chest: both parts of the neck together",
})  # fmt: skip
TILTS = MappingProxyType({
    "rise": "headward axis above level: 90 upright, 0 lying, -90 head down",
    "facing": "forward axis above level: 90 faces the ceiling, 0 ahead or aside, -90 the floor",
})  # fmt: skip
MIDDLE_ANGLES: Mapping[str, str] = MappingProxyType(
    {
        f"{region} {move}": f"{where}, {way}"
        for region, where in REGIONS.items()
        for move, way in MOVES.items()
    }
    | {f"{segment} {tilt}": f"{segment}: {way}" for segment in SEGMENTS for tilt, way in TILTS.items()}
    | {"trunk rise": "line from hips to neck above level: 90 upright, 0 lying, -90 head down"}
)
PAIRED_ANGLES: Mapping[str, str] = MappingProxyType({
    "shoulder elevation": "upper arm against the hanging arm, in the chest's axes: 90 level, 180 overhead",
    "shoulder plane": "where a raised arm goes: 0 out to the side, 90 forward, more across, below 0 behind",
    "shoulder flexion": "share of the elevation that goes forward; less than zero is behind the trunk",
    "shoulder abduction": "share of the elevation that goes to the side; less than zero is across",
    "shoulder rotation": "upper arm turned out about its own length, from the shortest way up; below 0 in",
    "girdle elevation": "collarbone raised beyond what goes with the arm; less than zero is drawn down",
    "girdle protraction": "collarbone brought forward beyond what goes with the arm; below 0 drawn back",
    "elbow flexion": "bent; 0 straight",
    "forearm pronation": "palm turned down or back; less than zero is palm up",
    "wrist extension": "hand bent back; less than zero is bent to the palm",
    "wrist ulnar deviation": "hand bent to the little finger; less than zero to the thumb",
    "hip flexion": "thigh bent up against the pelvis; less than zero is stretched back",
    "hip abduction": "thigh out to the side; less than zero is across the midline",
    "hip rotation": "thigh turned out about its length; less than zero is turned in",
    "knee flexion": "bent; 0 straight",
    "ankle dorsiflexion": "foot drawn up; less than zero is pointed",
    "foot inversion": "sole turned in; less than zero is turned out",
    "toe extension": "toes bent up; less than zero is curled",
    "upper arm rise": "line shoulder to elbow above level; -90 hangs straight down",
    "forearm rise": "line elbow to wrist above level; -90 hangs straight down",
    "thigh rise": "line hip to knee above level; -90 hangs straight down",
    "shin rise": "line knee to ankle above level; -90 hangs straight down",
})  # fmt: skip

MIDDLE_PARTS = (
    "head", "neck", "chest", "upper back", "ribs", "mid back", "belly", "low back", "groin", "seat",
)  # fmt: skip
PAIRED_PARTS = (
    "shoulder", "flank", "hip", "upper arm", "elbow", "forearm", "hand", "thigh", "knee", "shin", "heel",
    "foot", "toes",
)  # fmt: skip
"""Parts of the body that carry; together they are all of it."""


@dataclass(frozen=True)
class Axes:
    """A segment's own frame: its origin in the room (cm) and its unit directions in the room."""

    origin: Point
    forward: Point
    left: Point
    up: Point


@dataclass(frozen=True)
class Carrier:
    """A part of the body that touches a thing or the floor."""

    part: str
    """For example "left hand", "right knee", "upper back", "seat"."""
    on: str
    """The thing's name, "floor" for the floor and a mat on it."""
    kind: str
    """The kind of the thing, such as "chair" or "roller"."""
    load: float
    """Percent of the body's weight, 0 where the thing is only beside the part."""


@dataclass(frozen=True)
class Press:
    """A round thing (roller, ball, towel roll) that presses on the back of the trunk or neck."""

    on: str
    kind: str
    top: str
    """Highest vertebra whose level it touches, such as "T4"; levels are those of the vertebral bodies."""
    bottom: str
    beside: float
    """cm from the midline to the nearest skin that it touches; 0 on the spine."""


@dataclass(frozen=True)
class Touch:
    """A contact the writer asked for and the pose meets: a part on a thing, a place on the body or a hand."""

    part: str
    on: str


@dataclass(frozen=True)
class Measures:
    """Everything measured on one frame.

    `angles` has `MIDDLE_ANGLES`, and `PAIRED_ANGLES` with "left" or "right" before the name. `places` are in
    the room: x to the left of somebody upright, y above the floor, z ahead (cm). Paired places carry their
    side ("left heel"), middle ones none ("chin"); joint centres end in "joint" ("left hip joint").
    """

    stance: str
    angles: Mapping[str, float]
    places: Mapping[str, Point]
    axes: Mapping[str, Axes]
    """Of the `SEGMENTS`; their origins are the mid-hips, the middle of the chest spine, the skull base."""
    words: Mapping[str, Point]
    """What direction words mean in this stance: unit directions in the room ("headward", "left", "up")."""
    carried: tuple[Carrier, ...] = ()
    pressed: tuple[Press, ...] = ()
    touches: tuple[Touch, ...] = field(default=())
    joined: str = ""
    """How the two hands are joined ("interlace", "prayer", "stack"), or nothing."""


def read_measures(kept: Mapping[str, Any]) -> Measures:
    """Return the measures whose fields were kept as JSON; KeyError or TypeError if they are not whole."""
    return Measures(
        stance=kept["stance"],
        angles=kept["angles"],
        places=_points(kept["places"]),
        axes={name: Axes(**_points(axes)) for name, axes in kept["axes"].items()},
        words=_points(kept["words"]),
        carried=tuple(Carrier(**each) for each in kept["carried"]),
        pressed=tuple(Press(**each) for each in kept["pressed"]),
        touches=tuple(Touch(**each) for each in kept["touches"]),
        joined=kept["joined"],
    )


def _points(kept: Mapping[str, list[float]]) -> dict[str, Point]:
    """Return points kept as lists of three numbers."""
    return {name: (values[0], values[1], values[2]) for name, values in kept.items()}
