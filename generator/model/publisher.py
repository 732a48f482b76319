"""Who publishes this copy of the handbook: everything a clinic changes to make it its own."""

from typing import Annotated

from pydantic import StringConstraints

from generator.model.base import Frozen, Text

Colour = Annotated[str, StringConstraints(pattern=r"^#[0-9a-f]{6}$")]
SiteAddress = Annotated[str, StringConstraints(pattern=r"^https?://\S+/$")]


class Line(Frozen):
    """A number to call, and when."""

    number: Text
    where: Text
    """The country or region, such as "UK"."""


class Licence(Frozen):
    """A licence and the address of its text."""

    name: Text
    address: Annotated[str, StringConstraints(pattern=r"^https://\S+$")]


class Publisher(Frozen):
    """The whole of content/handbook.yml."""

    name: Text
    tagline: Text
    address: SiteAddress
    """Where this copy is published; with a final slash."""
    publisher: Text
    contact: Text
    feedback: Annotated[str, StringConstraints(pattern=r"^(https://|mailto:)\S+$")]
    repository: Annotated[str, StringConstraints(pattern=r"^https://\S+$")]
    emergency: tuple[Line, ...]
    """The first is printed on every sheet."""
    urgent: tuple[Line, ...]
    crisis: tuple[Line, ...] = ()
    """Lines for people who feel that they cannot go on."""
    colours: dict[str, Colour]
    words_licence: Licence
    code_licence: Licence
    funding: Text
    clinic_phone: Text | None = None
    """Printed on sheets where it is given."""
