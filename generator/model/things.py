"""Things in the picture, as a writer names them: a kind, sizes in centimetres, and where they stand."""

from __future__ import annotations

from typing import Annotated, Literal, get_args

from pydantic import AfterValidator, ConfigDict, Field

from generator.model.base import Frozen
from generator.model.words import Part, Place, Sideways, Size
from generator.nearness import did_you_mean

PropKind = Literal[
    "mat", "chair", "stool", "bed", "wall", "doorway", "pillow", "cushion", "towel_roll", "roller", "ball",
    "band", "strap", "step", "rail", "box", "table", "screen", "pad", "bag", "kettlebell", "dumbbell",
    "wheelchair",
]  # fmt: skip


class Offset(Frozen):
    """Centimetres from a place, by direction words."""

    up: Size | None = None
    down: Size | None = None
    left: Size | None = None
    right: Size | None = None
    forward: Size | None = None
    backward: Size | None = None
    headward: Size | None = None
    footward: Size | None = None
    inward: Size | None = Field(default=None, alias="in")
    outward: Size | None = Field(default=None, alias="out")


class Prop(Offset):
    """A thing in the picture, in centimetres; what is left out comes from the body."""

    model_config = ConfigDict(frozen=True, extra="forbid", populate_by_name=True)
    kind: PropKind | None = None
    height: Size | None = None
    width: Size | None = None
    length: Size | None = None
    thick: Size | None = None
    lies: Literal["across", "along"] | None = None
    back: Literal["low", "high", "none"] | None = None
    under: Part | None = None
    behind: Part | None = None
    between: tuple[Place, Place] | None = None
    """What it is held between; a ball lies on a place that is named twice."""
    through: tuple[Place | Literal["anchor"], ...] = ()
    turn: Sideways | None = None
    held: Literal["left hand", "right hand"] | None = None


def known_kinds(things: dict[str, Prop]) -> dict[str, Prop]:
    """Refuse a thing whose kind nobody can tell: its name is none, and it says none."""
    for name, prop in things.items():
        if prop.kind is None and name not in get_args(PropKind):
            near = did_you_mean(name, get_args(PropKind))
            kinds = ", ".join(get_args(PropKind))
            raise ValueError(f"'{name}' is no kind of thing{near}; give it a `kind`, one of {kinds}")
    return things


Props = Annotated[dict[str, Prop], AfterValidator(known_kinds)]
"""Things by name; a name that is a kind needs no `kind`."""
