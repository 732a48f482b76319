"""The bases every content model builds on."""

from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, StringConstraints

Text = Annotated[str, StringConstraints(min_length=1, strip_whitespace=True)]
"""Words for a reader: plain text, never markup."""

Slug = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$", max_length=60)]
"""A name in an address: lower-case letters, digits and single hyphens."""


Switch = bool | Literal["true", "false"]
"""Something that is so or not; content is read as text, so a writer's `true` arrives as a word."""


def switched_on(value: Switch | None) -> bool:
    """Return whether a switch is set, and set to true."""
    return str(value).lower() == "true"


class Frozen(BaseModel):
    """A value that cannot change and has no fields but its own."""

    model_config = ConfigDict(frozen=True, extra="forbid")
