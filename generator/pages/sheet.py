"""How large the cards of a printed sheet may be, so that it stays on one page."""

from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True)
class Size:
    """One layout of a sheet; its millimetres stand in assets/sheet/layout.css under its name."""

    name: Literal["few", "some", "many"]
    most: int
    """The most exercises that fit one page of US Letter."""
    columns: int
    feel: bool
    """Whether there is room for what you should feel."""


SIZES = (
    Size("few", 6, 2, True),
    Size("some", 8, 2, True),
    Size("many", 9, 3, True),
    Size("many", 12, 3, False),
)


def size_for(exercises: int) -> Size:
    """The largest layout that holds so many exercises on one page; beyond 12 a sheet takes two."""
    return next((size for size in SIZES if exercises <= size.most), SIZES[-1])
