"""Bodies with one place or angle moved, so that a condition holds or just misses."""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache
from typing import Any

from generator.agreement.looks import Look
from generator.agreement.shown import look_for
from generator.figure import Measures
from generator.figure.measuring.frame import measure
from tests.figure.frames import solved

BOTH = ("left", "right")
Way = tuple[float, float, float]
UP: Way = (0.0, 1.0, 0.0)
LEFT: Way = (1.0, 0.0, 0.0)
AHEAD: Way = (0.0, 0.0, 1.0)


def put(m: Measures, place: str, beside: str, way: Way, cm: float) -> Measures:
    """Return the measures with a place some way from another, or from where it was."""
    origin = m.places[beside]
    x, y, z = (a + w * cm for a, w in zip(origin, way, strict=True))
    return replace(m, places={**m.places, place: (x, y, z)})


def put_both(m: Measures, noun: str, beside: str, way: Way, cm: float) -> Measures:
    """Return the measures with a place of both sides some way from another of its side."""
    for side in BOTH:
        m = put(m, f"{side} {noun}", f"{side} {beside}", way, cm)
    return m


def put_out(m: Measures, noun: str, beside: str, cm: float) -> Measures:
    """The same outwards, away from the midline."""
    return put(
        put(m, f"left {noun}", f"left {beside}", LEFT, cm), f"right {noun}", f"right {beside}", LEFT, -cm
    )


def move(m: Measures, segment: str, cm: float) -> Measures:
    """Return the measures with a segment's origin moved up."""
    axes = m.axes[segment]
    x, y, z = axes.origin
    return replace(m, axes={**m.axes, segment: replace(axes, origin=(x, y + cm, z))})


def on_line(m: Measures, cm: float) -> Measures:
    """Return a level body whose hips hang some cm below the line from shoulders to ankles."""
    spots = {"shoulder joint": (40.0, 0.0), "hip joint": (40.0 - cm, 50.0), "ankle joint": (40.0, 130.0)}
    places = {f"{side} {noun}": (0.0, y, z) for side in BOTH for noun, (y, z) in spots.items()}
    return replace(m, places={**m.places, **places})


@lru_cache(maxsize=64)
def standing() -> Measures:
    """Return the measures of a person who stands."""
    return measure(solved("standing", A={})["A"])


def posed(base: str, words: dict[str, Any]) -> Measures:
    """Return the measures of a base pose and some words."""
    return measure(solved(base, A=words)["A"])


def with_angle(name: str, degrees: float) -> Look:
    """Return a standing person, every angle of that name set."""
    now = standing()
    names = [each for each in now.angles if each == name or each.endswith(f" {name}")]
    zero = dict.fromkeys(("lumbar flexion", "thoracic flexion"), 0.0) if "flexion" in name else {}
    angles = {**now.angles, **zero, **dict.fromkeys(names, degrees)}
    return Look(replace(now, angles=angles), now)


def holds(condition: str, look: Look) -> list[bool]:
    """Return whether a condition holds, for each side it is about."""
    return [found.holds for found in look_for(condition, look)]
