"""A kind of page, and what people scored it by a public scale; empty until somebody did."""

from typing import Annotated, Self

from pydantic import Field, model_validator

from generator.model.base import Day, Frozen, Text


class Rating(Frozen):
    """What one person found."""

    by: Text
    """The rater's name and role; never somebody who wrote the book."""
    day: Day
    points: Annotated[int, Field(ge=0, le=100)]
    """Of 100, as the scale counts them."""


class Score(Frozen):
    """One kind of page on one scale."""

    page: Text
    """The kind, in a reader's words."""
    scale: Text
    example: str
    """The address of the page to score."""
    ratings: tuple[Rating, ...] = Field(default=(), max_length=9)

    @model_validator(mode="after")
    def _raters_differ(self) -> Self:
        if len({each.by for each in self.ratings}) < len(self.ratings):
            raise ValueError("ratings: each rater stands once")
        return self
