"""Where the handbook tells what a report of exercise should tell: one item of CERT (Slade et al. 2016)."""

from typing import Annotated, Final, Self

from pydantic import StringConstraints, model_validator

from generator.model.base import Frozen, Text

ITEMS: Final = 16
"""How many items the Consensus on Exercise Reporting Template has."""
Field = Annotated[str, StringConstraints(pattern=r"^(exercise|routine|goal|safety|policy)\.[a-z_-]+$")]
"""A field that every entry of a kind has, such as exercise.dose; of policy, a number."""


class CertItem(Frozen):
    """One item, and what tells it."""

    asks: Text
    fields: tuple[Field, ...] = ()
    pages: tuple[str, ...] = ()
    missing: Text | None = None
    """What the handbook cannot tell, and why."""

    @model_validator(mode="after")
    def _is_told_or_said_to_be_missing(self) -> Self:
        if not (self.fields or self.pages or self.missing):
            raise ValueError("name the fields or pages that tell it, or say in `missing` why nothing does")
        return self
