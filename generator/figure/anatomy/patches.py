"""What a muscle patch is: an outline in an anatomical chart, its depth, and where it is seen from."""

from __future__ import annotations

from dataclasses import dataclass

from .charts import Chart

Outline = tuple[tuple[float, float], ...]


@dataclass(frozen=True)
class Region:
    """One closed outline in a chart."""

    chart: Chart
    outline: Outline


@dataclass(frozen=True)
class Patch:
    """A muscle's place on the skin, left side; `deep` ones lie under others and show through hair."""

    muscle: str
    seen_from: tuple[str, ...]  # "back", "front", "side": best first
    source: str  # section of Gray's Myology the borders follow
    regions: tuple[Region, ...]
    deep: bool = False


def back(*outline: tuple[float, float]) -> Region:
    """Return a region of the back: cm from the midline, level."""
    return Region(Chart.BACK, outline)


def front(*outline: tuple[float, float]) -> Region:
    """Return a region of the front: cm from the midline, level."""
    return Region(Chart.FRONT, outline)


def ring(*outline: tuple[float, float]) -> Region:
    """Return a region round the trunk: degrees from the front, level."""
    return Region(Chart.RING, outline)


def neck(*outline: tuple[float, float]) -> Region:
    """Return a region round the neck: degrees from the front, share from C7 to the skull."""
    return Region(Chart.NECK, outline)


def leg(*outline: tuple[float, float]) -> Region:
    """Return a region round the leg: degrees from the front, 0 hip to 1 knee to 2 ankle."""
    return Region(Chart.LEG, outline)


def arm(*outline: tuple[float, float]) -> Region:
    """Return a region round the upper arm: degrees from the front, 0 shoulder to 1 elbow."""
    return Region(Chart.ARM, outline)
