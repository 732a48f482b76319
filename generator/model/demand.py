"""What a posture or movement asks of a body, in measures of the drawn figure: content/demands.yml."""

from typing import Literal, Self

from pydantic import Field, model_validator

from generator.model.base import Frozen, Slug, SourceName, Switch, Text


class Condition(Frozen):
    """One thing measured on a frame, and the bound that counts.

    Names without a side are tried on the left and on the right; all conditions of a demand then speak of the
    same side, and "other knee" is the knee of the other one.
    """

    angle: Text | None = None
    """A joint angle in degrees, such as "hip flexion"."""
    height: Text | None = None
    """A place, in centimetres above the floor, or above another place (`above`)."""
    above: Text | None = None
    gap: tuple[Text, Text] | None = None
    """Two places, in centimetres apart."""
    load: tuple[Text, ...] | None = None
    """Parts that carry, in percent of the body's weight together."""
    carried: tuple[Text, ...] | None = None
    """Parts that all touch the floor or a thing."""
    free: tuple[Text, ...] | None = None
    """Parts of which none touches the floor or a thing."""
    on: tuple[Text, ...] | None = None
    """Kinds of things of which one touches the body."""
    behind_head: Switch | None = None
    """A hand lies behind the head."""
    over: float | None = None
    under: float | None = None
    beyond: float | None = None
    """Over this size in either direction."""

    @property
    def kind(self) -> str:
        """The one measure that is set."""
        return next(name for name in (*SIZES, *FACTS) if getattr(self, name) is not None)

    @model_validator(mode="after")
    def _one_measure_with_its_bound(self) -> Self:
        kinds = [name for name in (*SIZES, *FACTS) if getattr(self, name) is not None]
        bounds = [name for name in ("over", "under", "beyond") if getattr(self, name) is not None]
        if len(kinds) != 1:
            raise ValueError(f"a condition measures one thing: {', '.join((*SIZES, *FACTS))}")
        if kinds[0] in SIZES and len(bounds) != 1:
            raise ValueError(f"'{kinds[0]}' needs one bound: over, under or beyond")
        if kinds[0] in FACTS and bounds:
            raise ValueError(f"'{kinds[0]}' is so or not; it takes no bound")
        if self.above is not None and self.height is None:
            raise ValueError("'above' goes with 'height'")
        return self


SIZES = ("angle", "height", "gap", "load")
FACTS = ("carried", "free", "on", "behind_head")


class Demand(Frozen):
    """A posture or movement, how it is recognised, and who is to be warned of it."""

    what: Text
    """What the body does, in plain words; a writer reads it in the message."""
    when: tuple[Condition, ...] = Field(min_length=1)
    """Conditions that all hold in one frame, on one side."""
    frames: Literal["any", "all", "held"] = "any"
    """Which frames count: any one, every one, or any but the first (what is held)."""
    held: int = Field(default=0, ge=0)
    """Least seconds of the dose's hold."""
    goals: tuple[Slug, ...] = ()
    """The goals of exercises it is for; none: all."""
    cautions: tuple[Slug, ...] = Field(min_length=1)
    """Each must have a line of care, or a reason under `not_needed`."""
    why: Text
    sources: tuple[SourceName, ...] = ()
    to_confirm: bool = False
    """No source was read for it: it is our own caution."""

    @model_validator(mode="after")
    def _sourced_or_said(self) -> Self:
        if not self.sources and not self.to_confirm:
            raise ValueError("name a source, or say `to_confirm: true`")
        return self
