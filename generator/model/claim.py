"""A number of a step as data: what moves or lies how far, so that the drawing can be held to it."""

from __future__ import annotations

import re
from typing import Annotated, Any

from pydantic import AfterValidator, BeforeValidator, ConfigDict, Field, WithJsonSchema, model_validator

from generator.model.base import Frozen, Text
from generator.model.showing import ShownCondition
from generator.model.words import DIRECTIONS, suggestion

AMOUNT = re.compile(r"(?:(up to|at least) )?(\d+(?:\.\d+)?)(?: to (\d+(?:\.\d+)?))?")
ENDLESS = 1000.0  # larger than any size of a body
WAYS = (*DIRECTIONS, "away")


def check_amount(text: str) -> str:
    """Return `text` if it is "5", "10 to 20", "up to 10" or "at least 3"; else ValueError."""
    if not AMOUNT.fullmatch(text.strip()):
        raise ValueError(f"'{text}': expected '5', '10 to 20', 'up to 10' or 'at least 3'")
    return text.strip()


def check_way(text: str) -> str:
    """Return `text` if it is one direction word; else ValueError with a suggestion."""
    if text not in WAYS:
        raise ValueError(f"'{text}': no direction{suggestion(text, WAYS)}")
    return text


def or_text(schema: dict[str, Any]) -> None:
    """Let editors accept the short form, words alone, beside the fields."""
    whole = dict(schema)
    schema.clear()
    schema["anyOf"] = [{"type": "string"}, whole]


Amount = Annotated[
    str, BeforeValidator(str), AfterValidator(check_amount), WithJsonSchema({"type": ["number", "string"]})
]
"""A size as the sentence gives it: "5", "10 to 20", "up to 10" or "at least 3"."""

Way = Annotated[str, AfterValidator(check_way)]
"""One direction word of the stance; "away" is the straight distance, whichever way."""


def span_of(amount: str) -> tuple[float, float]:
    """Return the least and the greatest size an amount allows: "up to 10" is from 0 to 10."""
    found = AMOUNT.fullmatch(amount)
    assert found
    bound, first, last = found.groups()
    if bound:
        return (0.0, float(first)) if bound == "up to" else (float(first), ENDLESS)
    return float(first), float(last or first)


def numbers_of(amount: str) -> tuple[float, ...]:
    """Return the numbers that are written in an amount."""
    return tuple(float(each) for each in re.findall(r"\d+(?:\.\d+)?", amount))


class Claim(Frozen):
    """One thing a step says, in a form that can be measured in its frame.

    Either a condition (`holds`), or a number: how far a part `moves` since the frame before, where it
    `lies` from another part or the floor, how far two parts are `apart`, how wide an `angle` is or by how
    much it has `turned`; or a number that is `undrawn`, and why.
    """

    model_config = ConfigDict(frozen=True, extra="forbid", json_schema_extra=or_text)
    holds: ShownCondition | None = None
    part: Text | None = None
    moves: Way | None = None
    against: Text | None = None
    """The segment a movement counts against (chest, pelvis or head) instead of the room."""
    since: Annotated[str, Field(pattern=r"^[A-E]$")] | None = None
    """The frame to compare with, where it is not the one this frame starts from."""
    lies: Way | None = None
    off: Text | None = None
    apart: Text | None = None
    angle: Text | None = None
    turned: Text | None = None
    cm: Amount | None = None
    degrees: Amount | None = None
    undrawn: Text | None = None
    drawn: Amount | None = None
    """What the picture shows where it is larger than the words on purpose; the caption tells the reader."""
    because: Text | None = None

    @model_validator(mode="before")
    @classmethod
    def _from_words(cls, value: Any) -> Any:
        """Read the short form `palms together`."""
        return {"holds": value} if isinstance(value, str) else value

    @model_validator(mode="after")
    def _one_kind(self) -> Claim:
        kinds = ("holds", "moves", "lies", "apart", "angle", "turned", "undrawn")
        named = [kind for kind in kinds if getattr(self, kind) is not None]
        if len(named) != 1:
            raise ValueError(f"say one of {', '.join(kinds)}")
        sizes = [self.cm, self.degrees]
        if sum(size is not None for size in sizes) != (0 if self.holds else 1):
            raise ValueError("give either cm or degrees, as the sentence does" if not self.holds else
                             "a condition has its own limit; leave cm and degrees out")  # fmt: skip
        if (self.moves or self.lies) and not self.part:
            raise ValueError("name the part")
        if bool(self.lies) != bool(self.off):
            raise ValueError("lies needs off, and off needs lies: from which part or thing?")
        if bool(self.drawn) != bool(self.because):
            raise ValueError("drawn and because go together: why is it drawn larger?")
        return self

    @property
    def size(self) -> str:
        """The number as written; nothing for a condition."""
        return self.cm or self.degrees or ""

    @property
    def unit(self) -> str:
        """The unit of the number."""
        return "cm" if self.cm else "degrees"


class Mistake(Frozen):
    """One way it goes wrong, and the conditions that no frame may show because of it."""

    model_config = ConfigDict(frozen=True, extra="forbid", json_schema_extra=or_text)
    do: Text
    never: Annotated[tuple[ShownCondition, ...], Field(json_schema_extra=or_text)] = ()
    only: tuple[str, ...] = ()
    """The frames it is about, where others may show the condition rightly; none: all."""

    @model_validator(mode="before")
    @classmethod
    def _from_words(cls, value: Any) -> Any:
        """Read the short forms: only the words, or one condition instead of a list."""
        if isinstance(value, str):
            return {"do": value}
        if isinstance(value, dict) and isinstance(value.get("never"), str):
            return {**value, "never": (value["never"],)}
        return value
