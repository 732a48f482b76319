"""Whether a condition holds on a measured frame, and the words for what was measured."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from generator.figure import (
    MIDDLE_ANGLES,
    MIDDLE_PARTS,
    PAIRED_ANGLES,
    PAIRED_PARTS,
    Measures,
    behind_head,
    distance,
    height,
    load,
)
from generator.model.base import switched_on
from generator.model.demand import SIZES, Condition

OTHER = {"left": "right", "right": "left"}
UNITS = {"angle": "°", "height": " cm", "gap": " cm", "load": "%"}


@dataclass(frozen=True)
class Reading:
    """One condition measured on one side of one frame."""

    holds: bool
    text: str
    excess: float
    """How far beyond its bound, in its own unit; 0 for what is only so or not."""


def read(condition: Condition, m: Measures, side: str) -> Reading:
    """Return whether a condition holds for one side of a frame; KeyError for a name nobody measures."""
    if condition.kind in SIZES:
        return _size(condition, m, side)
    touching = {each.part for each in m.carried}
    match condition.kind:
        case "carried":
            parts = [sided(name, side, MIDDLE_PARTS) for name in condition.carried or ()]
            return Reading(touching.issuperset(parts), f"{' and '.join(parts)} carried", 0.0)
        case "free":
            parts = [sided(name, side, MIDDLE_PARTS) for name in condition.free or ()]
            return Reading(touching.isdisjoint(parts), f"{' and '.join(parts)} free", 0.0)
        case "on":
            found = sorted({each.kind for each in m.carried} & set(condition.on or ()))
            return Reading(bool(found), f"the body on the {' and the '.join(found)}", 0.0)
        case _:
            there = behind_head(m, side) == switched_on(condition.behind_head)
            return Reading(there, f"{side} hand behind the head", 0.0)


def _size(condition: Condition, m: Measures, side: str) -> Reading:
    """Return the reading of a condition that compares a number."""
    name, value = _measured(condition, m, side)
    unit = UNITS[condition.kind]
    if condition.over is not None:
        word, bound, excess = "over", condition.over, value - condition.over
    elif condition.under is not None:
        word, bound, excess = "under", condition.under, condition.under - value
    else:
        bound = condition.beyond or 0.0
        word, excess = "beyond", abs(value) - bound
    return Reading(excess > 0, f"{name} {value:.0f}{unit}, {word} {bound:.0f}{unit}", excess)


def _measured(condition: Condition, m: Measures, side: str) -> tuple[str, float]:
    """Return the full name of what a condition measures, and its value."""
    if condition.angle is not None:
        name = sided(condition.angle, side, MIDDLE_ANGLES)
        return name, m.angles[name]
    if condition.height is not None:
        part = sided(condition.height, side, m.places)
        above = sided(condition.above, side, m.places) if condition.above else ""
        return f"{part} above the {above or 'floor'}", height(m, part, above)
    if condition.gap is not None:
        one, other = (sided(name, side, m.places) for name in condition.gap)
        return f"{one} to {other}", distance(m, one, other)
    parts = [sided(name, side, MIDDLE_PARTS) for name in condition.load or ()]
    return f"weight on {', '.join(parts)}", load(m, parts)


def sided(name: str, side: str, middle: Iterable[str]) -> str:
    """Return a name with the side meant: "knee" of the left is "left knee", "other knee" the right."""
    first, _, rest = name.partition(" ")
    if first == "other":
        return f"{OTHER[side]} {rest}"
    return name if first in OTHER or name in middle else f"{side} {name}"


def unknown(condition: Condition, m: Measures) -> Iterator[tuple[str, str, set[str]]]:
    """Yield what a condition names that nobody measures: its field, the name, and what there is."""
    angles, parts = {*MIDDLE_ANGLES, *PAIRED_ANGLES}, {*MIDDLE_PARTS, *PAIRED_PARTS}
    places = {name.removeprefix("left ") for name in m.places if not name.startswith("right ")}
    asked = {
        "angle": ([condition.angle], angles),
        "height": ([condition.height], places),
        "above": ([condition.above], places),
        "gap": (condition.gap or (), places),
        "load": (condition.load or (), parts),
        "carried": (condition.carried or (), parts),
        "free": (condition.free or (), parts),
    }
    for field, (names, known) in asked.items():
        for name in names:
            if name is not None and _bare(name) not in known:
                yield field, name, known


def _bare(name: str) -> str:
    """Return a name without its side."""
    first, _, rest = name.partition(" ")
    return rest if first in ("left", "right", "other") else name
