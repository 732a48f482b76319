"""The bases every content model builds on."""

from typing import Annotated

from pydantic import BaseModel, ConfigDict, StringConstraints

Text = Annotated[str, StringConstraints(min_length=1, strip_whitespace=True)]
"""Words for a reader: plain text, never markup."""

Slug = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$", max_length=60)]
"""A name in an address: lower-case letters, digits and single hyphens."""


class Frozen(BaseModel):
    """A value that cannot change and has no fields but its own."""

    model_config = ConfigDict(frozen=True, extra="forbid")
