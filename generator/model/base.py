"""The bases every content model builds on."""

import re
from datetime import date
from typing import Annotated, Final, Literal

from pydantic import BaseModel, BeforeValidator, ConfigDict, StringConstraints

Text = Annotated[str, StringConstraints(min_length=1, strip_whitespace=True)]
"""Words for a reader: plain text, never markup."""

Name = Annotated[str, StringConstraints(min_length=1, max_length=50, strip_whitespace=True)]
"""What something is called; longer ones push a printed sheet onto a second page."""

SLUG: Final = r"^[a-z0-9]+(-[a-z0-9]+)*$"
KEY: Final = r"^[A-Za-z0-9]+(-[A-Za-z0-9]+)*$"

Slug = Annotated[str, StringConstraints(pattern=SLUG, max_length=60)]
"""A name in an address: lower-case letters, digits and single hyphens."""

SourceName = Annotated[str, StringConstraints(pattern=KEY, max_length=60)]
"""What a source is called by, such as NICE-NG59."""

WebAddress = Annotated[str, StringConstraints(pattern=r"^https?://[^\s\"'<>\\]+$", max_length=500)]
"""An address of the web, without signs that could end the attribute it is printed in."""


def _day(value: object) -> object:
    if isinstance(value, str) and not re.fullmatch(r"\d{4}-\d{2}-\d{2}", value):
        raise ValueError(f"should be a date such as 2026-11-22, not '{value[:40]}'")
    return value


Day = Annotated[date, BeforeValidator(_day)]
"""A day as 2026-11-22; a bare number would be read as seconds since 1970."""

Switch = bool | Literal["true", "false"]
"""Something that is so or not; content is read as text, so a writer's `true` arrives as a word."""


def switched_on(value: Switch | None) -> bool:
    """Return whether a switch is set, and set to true."""
    return str(value).lower() == "true"


class Frozen(BaseModel):
    """A value that cannot change and has no fields but its own."""

    model_config = ConfigDict(frozen=True, extra="forbid")
