"""A statement and what it rests on."""

from typing import Self

from pydantic import model_validator

from generator.model.base import Frozen, SourceName, Text


class Told(Frozen):
    """One or two sentences, and what they rest on."""

    text: Text
    sources: tuple[SourceName, ...] = ()
    to_confirm: bool = False
    """No source was read for it."""
    of_this_book: bool = False
    """It says something of the book itself, which rests on no source."""

    @model_validator(mode="after")
    def _rests_on_something(self) -> Self:
        if not (self.sources or self.to_confirm or self.of_this_book):
            raise ValueError("name the sources it was read in, or say `to_confirm: true`")
        return self
