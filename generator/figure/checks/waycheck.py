"""The check of a way between two frames: what touches in both stays, nothing sinks, joints keep in range."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Protocol

from ..finding import Finding

STRAYED = 0.010  # m a part that touches in both frames may stray from its place
SUNK = 0.010  # m anything drawn may lie deeper in floor or thing than in either frame
OVER = 1.0  # degrees a joint may be beyond its range


class Travelled(Protocol):
    """What the check needs of a way."""

    @property
    def name(self) -> str:
        """Return the letters of the frames it joins, such as "A to B"."""
        ...

    @property
    def letter(self) -> str:
        """Return the letter of the frame it leads to."""
        ...

    def strays(self) -> float:
        """Return how far in metres any held part strays."""
        ...

    def sinks(self) -> float:
        """Return how far in metres anything drawn sinks deeper than in the frames."""
        ...

    def overreach(self) -> float:
        """Return by how many degrees any joint leaves its range."""
        ...


def check_way(way: Travelled) -> Iterator[Finding]:
    """Yield what is wrong with a way."""
    where = f"frames.{way.letter}"
    for measured, most, what in (
        (way.strays() * 100, STRAYED * 100, "what touches in both strays by {:.1f} cm"),
        (way.sinks() * 100, SUNK * 100, "the body sinks in by {:.1f} cm"),
        (way.overreach(), OVER, "a joint leaves its range by {:.0f} degrees"),
    ):
        if measured > most:
            yield Finding(
                "notice", "way", way.letter, where, f"on the way from {way.name} {what.format(measured)}"
            )
