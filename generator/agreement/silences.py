"""A `silence` whose key no finding could have is a slip: what it should silence is still told."""

from collections.abc import Iterator, Mapping
from typing import Final

from generator.figure import DrawnFigure
from generator.handbook import Handbook
from generator.nearness import suggestion
from generator.orders import Order, ordered
from generator.problem import Problem

SIDES: Final = ("left", "right")
WHOLE: Final = frozenset((
    *("arrows", "balance", "hidden head", "joint head", "joint trunk", "side", "small target", "still"),
    *(f"hidden {side} {part}" for side in SIDES for part in ("foot", "hand")),
    *(f"joint {side} shoulder" for side in SIDES),
    *(f"overlap {side} {part}" for side in SIDES for part in ("forearm", "hand", "shin")),
    *(f"short {side} {part}" for side in SIDES for part in ("forearm", "shin", "thigh", "upper arm")),
))  # fmt: skip
"""What findings are called, where all of the name is known."""
BEGINNINGS: Final = ("asked", "below", "contact", "hover", "inside", "keep", "solver")
"""How the names of others begin; a part, a thing or a condition follows."""


def silences_are_known(handbook: Handbook, figures: Mapping[str, DrawnFigure]) -> Iterator[Problem]:
    """A key that silences nothing is at least the name of a finding: one that may have been there before.

    What silences something is never asked for its name, whatever the engine calls it one day.
    """
    for order in ordered(handbook):
        if (figure := figures.get(order.name)) is None:
            continue
        for finding in figure.findings:
            if finding.where == "silence":
                yield from _unknown(handbook, order, finding.message)


def _unknown(handbook: Handbook, order: Order, told: str) -> Iterator[Problem]:
    for key in order.spec.silence:
        if f"'{key}'" in told and (fault := fault_of(key, order.spec.frames)):
            yield handbook.problem(order.address, (*order.place, "silence", key), fault)


def fault_of(key: str, frames: Mapping[str, object]) -> str:
    """What is wrong with a key such as "B: still"; nothing where findings are called so."""
    letter, colon, rest = key.partition(": ")
    name = rest if colon else key
    if colon and letter not in frames:
        return f"the figure has no frame '{letter}'; it has {', '.join(sorted(frames))}"
    first, _, subject = name.partition(" ")
    if name in WHOLE or (first in BEGINNINGS and subject):
        return ""
    return f"nothing is called '{name}'{suggestion(name, WHOLE)}"


CHECKS: Final = (silences_are_known,)
