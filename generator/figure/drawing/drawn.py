"""A finished figure: pictures as SVG text and what making them noticed; loads without numpy."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from ..finding import Finding
from ..measuring.measures import Measures


@dataclass(frozen=True)
class Caption:
    """The words of one frame: its letter, a short title and a full description."""

    letter: str
    title: str
    description: str


@dataclass(frozen=True)
class DrawnFrame:
    """One lettered picture."""

    letter: str
    svg: str


@dataclass(frozen=True)
class DrawnFigure:
    """All pictures of one exercise; `inset` shows the painted muscles on a still body, or is empty."""

    slug: str
    frames: tuple[DrawnFrame, ...]
    inset: str
    findings: tuple[Finding, ...]
    seconds: float = 0.0
    """CPU time the drawing took when it was last made; solving included."""
    measures: Mapping[str, Measures] = field(default_factory=dict)
    """What was measured on each frame, by its letter."""


@dataclass(frozen=True)
class Film:
    """The file from which a browser shows one figure moving, and all that is wrong with its ways."""

    slug: str
    data: bytes
    findings: tuple[Finding, ...]
    seconds: float = 0.0
    """CPU time it took when it was last made; solving included."""


@dataclass(frozen=True)
class BodyMap:
    """The two pictures of the body map as SVG text."""

    front: str
    back: str
