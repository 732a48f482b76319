"""One thing that is wrong with the content, and its two spellings."""

from dataclasses import dataclass

from generator.characters import visible

LONGEST = 1000
"""Characters of one line about a problem."""


@dataclass(frozen=True, order=True)
class Problem:
    """What is wrong, and where: file below the project's root, line from 1, place inside the file."""

    path: str
    line: int
    where: str
    message: str

    def for_terminal(self) -> str:
        """`path:line: where: message`; without the place where the whole file is meant."""
        place = f" {self.where}:" if self.where else ""
        return _short(visible(f"{self.path}:{self.line}:{place} {self.message}"))

    def for_github(self, kind: str = "error") -> str:
        """The same as a GitHub Actions annotation, which shows at the line of a pull request."""
        text = f"{self.where}: {self.message}" if self.where else self.message
        return (
            f"::{kind} file={_property(visible(self.path))},line={self.line}::{_data(_short(visible(text)))}"
        )


def _short(text: str) -> str:
    """A line that a terminal can hold: a value of any length may stand in a message."""
    return text if len(text) <= LONGEST else f"{text[:LONGEST]}…"


def _data(text: str) -> str:
    """Escape a message as GitHub's workflow commands want it."""
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    """Escape a property, where colons and commas end it."""
    return _data(text).replace(":", "%3A").replace(",", "%2C")
