"""A figure as a writer writes it: base pose, frames as changes, contacts, props, view and target."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import AfterValidator, ConfigDict, Field, StringConstraints, field_validator, model_validator

from generator.model.arrow import Arrow
from generator.model.base import Frozen, Slug, Switch
from generator.model.conditions import Condition
from generator.model.things import Offset, Props
from generator.model.words import (
    PAIRED_SPOTS,
    Direction,
    Leaning,
    Part,
    Shift,
    ShoulderMove,
    Sideways,
    Size,
    Spot,
    check_spot,
    suggestion,
)

Letter = Annotated[str, StringConstraints(pattern=r"^[A-H]$")]
Alt = Annotated[str, StringConstraints(min_length=20, max_length=140, strip_whitespace=True)]
HandShape = Literal[
    "flat", "relaxed", "fist", "cup", "wrap", "grip_edge", "fingertips", "spread", "hook", "pointing"
]
BodyName = Literal["woman", "man", "older-man", "larger-woman"]
"""Who is drawn: the names of the body files."""

Stance = Literal["upright", "on-all-fours", "on-back", "on-front", "on-left-side", "on-right-side"]
FREE = (
    "trunk", "pelvis", "low_back", "upper_back", "head", "left_arm", "right_arm", "left_leg", "right_leg",
    "shoulders", "place",
)  # fmt: skip


class Pelvis(Frozen):
    """The pelvis against the trunk, in degrees: `tuck` tips the tailbone under, `tip` hollows the back."""

    tuck: Size | None = None
    tip: Size | None = None
    hike: Sideways | None = None


class Spine(Frozen):
    """A stretch of the spine, in degrees; `bend` and `turn` go to one of the person's own sides."""

    round: Size | None = None
    arch: Size | None = None
    bend: Sideways | None = None
    turn: Sideways | None = None


class Belly(Frozen):
    """The lower belly, in centimetres: drawn in by its muscles, or swelling with a breath."""

    draw_in: Size | None = None
    swell: Size | None = None


class Head(Frozen):
    """Head and neck: by where face and crown point, or by degrees from the chest."""

    look: Direction | None = None
    crown: Direction | None = None
    nod: Size | None = None
    tip_back: Size | None = None
    turn: Sideways | None = None
    tilt: Sideways | None = None
    slide: Annotated[str, AfterValidator(str.strip)] | None = None


class Trunk(Frozen):
    """The whole trunk in the room, in degrees from the base."""

    lean: Leaning | None = None
    turn: Sideways | None = None
    roll: Sideways | None = None


class Arm(Frozen):
    """One arm: where its segments point, how far the elbow bends, what the hand does."""

    upper: Direction | None = None
    fore: Direction | None = None
    reach: Direction | None = None
    bend: Size | None = None
    elbow: Direction | None = None
    palm: Direction | None = None
    fingers: Direction | None = None
    hand: HandShape | None = None
    shoulder: ShoulderMove | None = None


class Hip(Frozen):
    """A hip joint in degrees."""

    bend: Size | None = None
    extend: Size | None = None
    open: Size | None = None
    cross: Size | None = None
    turn_out: Size | None = None
    turn_in: Size | None = None


class Ankle(Frozen):
    """An ankle in degrees."""

    point: Size | None = None
    flex: Size | None = None


class Leg(Frozen):
    """One leg: where its segments point, or its joints in degrees."""

    thigh: Direction | None = None
    shin: Direction | None = None
    hip: Hip | None = None
    knee: Size | None = None
    knee_points: Direction | None = None
    foot_points: Direction | None = None
    ankle: Ankle | None = None
    toes_bent: Size | None = None


class Contact(Offset):
    """What a part touches: a surface, a prop, a place on the body, or nothing any more."""

    model_config = ConfigDict(frozen=True, extra="forbid", populate_by_name=True)
    on: str
    origin: Spot | None = Field(default=None, alias="from")
    gap: Size | None = None
    hold: Switch | None = None
    """Whether a contact kept from the frame before may not slide."""

    @model_validator(mode="before")
    @classmethod
    def from_word(cls, value: Any) -> Any:
        """Read the short form `left knee: floor`."""
        return {"on": value} if isinstance(value, str) else value

    @field_validator("on")
    @classmethod
    def known(cls, value: str) -> str:
        """Refuse a place on the body that does not exist; props are checked with the figure."""
        side, _, noun = value.partition(" ")
        if side in ("left", "right", "own", "other") and "." not in value:
            return check_spot(value)
        if noun or value in PAIRED_SPOTS:
            raise ValueError(f"'{value}': say 'left {noun or value}' or 'right {noun or value}'")
        return value


class Hands(Offset):
    """Both hands together: how they join and where."""

    model_config = ConfigDict(frozen=True, extra="forbid", populate_by_name=True)
    join: Literal["interlace", "prayer", "stack"]
    on: Spot | None = None
    origin: Spot | None = Field(default=None, alias="from")
    fingers: Direction | None = None
    thumbs: Direction | None = None


class Posture(Frozen):
    """What base poses and frames share: the body and what must hold."""

    trunk: Trunk | None = None
    pelvis: Pelvis | None = None
    low_back: Spine | None = None
    upper_back: Spine | None = None
    belly: Belly | None = None
    head: Head | None = None
    arms: Arm | None = None
    left_arm: Arm | None = None
    right_arm: Arm | None = None
    legs: Leg | None = None
    left_leg: Leg | None = None
    right_leg: Leg | None = None
    hands: Hands | Literal["apart"] | None = None
    contacts: dict[Part, Contact] = {}
    rest: tuple[Part, ...] = ()
    lift: tuple[Part, ...] = ()
    shift: dict[Part, Shift] = {}
    keep: tuple[Condition, ...] = ()
    loosen: tuple[Condition, ...] = ()
    """Conditions of the pose before that no longer hold."""
    free: dict[str, Size] = {}

    @field_validator("free")
    @classmethod
    def known_free(cls, value: dict[str, float]) -> dict[str, float]:
        """Refuse names of what cannot be set free."""
        for name in value:
            if name not in FREE:
                raise ValueError(f"nothing called '{name}' can be freed{suggestion(name, FREE)}")
        return value


class View(Frozen):
    """Where the camera stands: `turn` 0 = in front, 90 = at that side, 180 = behind; `above` in degrees."""

    side: Literal["left", "right"] = "right"
    turn: Size = 0.0
    above: Size = 8.0


class Frame(Posture):
    """One lettered picture, as a change to the frame it starts from."""

    alt: Alt
    base: Slug | None = None
    """A base pose of this frame's own; then it starts from there, not from another frame."""
    origin: Letter | Literal["base"] | None = Field(default=None, alias="from")
    lit: Switch | None = None
    arrows: tuple[Arrow, ...] = ()


class BasePose(Posture):
    """A pose that exercises start from."""

    name: str
    mirror_of: Slug | None = None
    stance: Stance = "upright"
    support: str = "floor"
    props: Props = {}
    view: View | None = None
    balance: Switch = False


class PaintedMuscles(Frozen):
    """The muscles a figure paints, by what happens to them; each is an id and a side."""

    works: tuple[str, ...] = ()
    stretches: tuple[str, ...] = ()
    moves: tuple[str, ...] = ()
    releases: tuple[str, ...] = ()
    rests: tuple[str, ...] = ()


class FigureSpec(Frozen):
    """The figure of one exercise: a body, a base pose, things, a view and lettered frames."""

    body: BodyName = "woman"
    base: Slug
    support: str | None = None
    props: Props = {}
    target: PaintedMuscles = PaintedMuscles()
    view: View | Literal["auto"] = "auto"
    crop: Literal["whole", "knees", "waist", "bust"] = "whole"
    inset: Literal["back", "front"] | None = None
    blades: Switch = False
    """Whether the shoulder blades are drawn on the shirt: for moves that are about them."""
    mirror: Switch = False
    silence: dict[str, str] = {}
    frames: dict[Letter, Frame] = Field(min_length=1)
