"""Where each number of the source text's inventory went."""

from pydantic import model_validator

from generator.model.base import Frozen, Text


class Carried(Frozen):
    """The page and heading that carry one piece of the source text, or why none does."""

    page: str | None = None
    heading: Text | None = None
    also: tuple[str, ...] = ()
    """Other pages that carry a part of it."""
    left_out: Text | None = None

    @model_validator(mode="after")
    def _one_or_the_other(self) -> "Carried":
        if (self.page is None) == (self.left_out is None):
            raise ValueError("give a page, or left_out with the reason, and not both")
        return self
