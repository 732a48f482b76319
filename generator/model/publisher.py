"""Who publishes this copy of the handbook: everything a clinic changes to make it its own."""

from typing import Annotated, Literal

from pydantic import AfterValidator, Field, StringConstraints

from generator.alphabet import spelled
from generator.colour import OF_FIGURES, shades
from generator.language import ENGLISH, known_language
from generator.model.base import Frozen, Switch, Text

Colour = Annotated[str, StringConstraints(pattern=r"^#[0-9a-f]{6}$")]
COLOURS = ("paper", "leaf", "ink", "teal", "terracotta", "mat", "emergency", *OF_FIGURES)
SiteAddress = Annotated[
    str, StringConstraints(pattern=r"^https?://[A-Za-z0-9.-]+(:[0-9]+)?/([A-Za-z0-9._~%-]+/)*$")
]
"""Where a site stands: letters, digits and -._~%, with a slash last."""
Secure = Annotated[str, StringConstraints(pattern=r"^https://[^\s\"'<>\\]+$", max_length=500)]
SecureOrMail = Annotated[str, StringConstraints(pattern=r"^(https://|mailto:)[^\s\"'<>\\]+$", max_length=500)]


def known_colours(colours: dict[str, str]) -> dict[str, str]:
    """Refuse names that no style sheet knows: a name becomes part of one."""
    for name in colours:
        if name not in COLOURS:
            raise ValueError(f"there is no colour '{name[:40]}'; they are {', '.join(COLOURS)}")
    return colours


class Line(Frozen):
    """A number to call, and when."""

    number: Text
    where: Text
    """The country or region, such as "UK"."""
    paper: Literal["a4", "letter"] | None = None
    """The paper that is sold there, where it is not A4: this line stands first on it."""

    @property
    def place(self) -> str:
        """The place as an address spells it, such as "north-america"; in other letters, its number."""
        return spelled(self.where) or spelled(self.number)


Path = Annotated[str, StringConstraints(pattern=r"^[MmLlHhVvCcSsQqTtAaZz0-9 .,-]+$", max_length=500)]


class Stroke(Frozen):
    """One line of the handbook's mark, on a square of 32 by 32."""

    path: Path
    """As the `d` of a path in SVG."""
    pale: Switch = False


RING = Stroke(path="M16 5a11 11 0 1 0 .01 0")
"""The mark of a handbook that has none of its own."""


class Licence(Frozen):
    """A licence and the address of its text."""

    name: Text
    address: Secure


class Publisher(Frozen):
    """The whole of content/handbook.yml."""

    name: Text
    tagline: Text
    language: Annotated[str, AfterValidator(known_language)] = ENGLISH
    """The language of all content, as a tag of BCP 47: en, es, pt-BR."""
    address: SiteAddress
    """Where this copy is published; with a final slash."""
    publisher: Text
    contact: Text
    feedback: SecureOrMail
    repository: Secure
    emergency: tuple[Line, ...] = Field(min_length=1)
    """Printed on every sheet, until its reader chooses one place of these."""
    urgent: tuple[Line, ...] = Field(min_length=1)
    crisis: tuple[Line, ...] = ()
    """Lines for people who feel that they cannot go on."""
    colours: Annotated[dict[str, Colour], AfterValidator(known_colours)]
    words_licence: Licence
    code_licence: Licence
    funding: Text
    mark: tuple[Stroke, ...] = (RING,)
    """The handbook's mark beside its name, in a browser's tab and on a home screen."""
    clinic: Annotated[str, StringConstraints(min_length=1, max_length=40, strip_whitespace=True)] | None = (
        None
    )
    """The clinic's name: printed with `mark` on every sheet where it is given."""
    clinic_phone: Text | None = None
    """Printed on sheets where it is given."""

    @property
    def inks(self) -> dict[str, str]:
        """Every colour that style sheets take from the handbook, by its name behind `--brand-`."""
        return {**self.colours, **shades(self.colours)}

    @property
    def emergency_line(self) -> str:
        """Every emergency number in one line, for paper: a sheet may be printed anywhere."""
        return ", ".join(f"{line.number} ({line.where})" for line in self.emergency)
