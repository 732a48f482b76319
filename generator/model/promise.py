"""What the handbook promises and how that is held; what could go wrong and what guards against it."""

from typing import Literal, Self

from pydantic import Field, model_validator

from generator.model.base import Frozen, Text

State = Literal["held", "partly", "open"]


class Promise(Frozen):
    """One promise to the reader, from the public standards for health information."""

    promise: Text
    """What the reader may count on."""
    asked_by: Text
    """The public standard that asks for it."""
    state: State
    """Whether the build holds it, holds a part, or nobody holds it yet."""
    how: Text
    """How it is held, in plain words."""
    checks: tuple[Text, ...] = ()
    """The checks of content that hold it, by name: the build stops when one finds something."""
    tests: tuple[str, ...] = Field(default=(), examples=[["tests/page/test_signs.py::test_…"]])
    """The tests that hold it, by file and name."""
    left: Text | None = None
    """What is still missing, and whether it needs a person."""

    @model_validator(mode="after")
    def says_what_holds_it(self) -> Self:
        """Refuse a promise held by nothing, and one not held whole that leaves unsaid what is missing."""
        if self.state == "held" and not (self.checks or self.tests):
            raise ValueError("a promise that is held names the checks or tests that hold it")
        if self.state != "held" and not self.left:
            raise ValueError("a promise that is not held whole says what is left")
        return self


class Hazard(Frozen):
    """One way in which the handbook could harm a reader."""

    harm: Text
    """What could happen to whom."""
    cause: Text
    """How the handbook could bring it about."""
    guards: tuple[Text, ...] = Field(min_length=1)
    """What is done against it."""
    left: Text
    """What remains all the same."""
    pages: tuple[str, ...] = ()
    """Addresses of pages that help."""
