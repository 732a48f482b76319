"""What a muscle patch is: an outline in an anatomical chart, its depth, and where it is seen from."""

from __future__ import annotations

from dataclasses import dataclass

from .charts import Chart

Outline = tuple[tuple[float, float], ...]
Sides = tuple[tuple[int, int], tuple[int, int]]


@dataclass(frozen=True)
class Region:
    """One closed outline in a chart.

    `grain` names the two sides of the outline that run along the fibres, each by its first and last corner,
    both counted onward round the outline: (7, 10) of ten corners is 7, 8, 9 and 0. The fibres between them
    go over from the one into the other; sides that share a corner make a fan. None: no fibres are drawn.
    Of two regions that meet along a seam, the one that ends there stands before the one that begins there.
    """

    chart: Chart
    outline: Outline
    grain: Sides | None = None

    def sides(self) -> tuple[Outline, ...]:
        """Return the two outer fibres; none without a grain."""
        corners = len(self.outline)
        return tuple(
            tuple(self.outline[k % corners] for k in range(first, last + 1))
            for first, last in self.grain or ()
        )


@dataclass(frozen=True)
class Patch:
    """A muscle's place on the skin, left side; `deep` ones lie under others and show through hair."""

    muscle: str
    seen_from: tuple[str, ...]  # "back", "front", "side": best first
    source: str  # section of Gray's Myology the borders follow
    regions: tuple[Region, ...]
    deep: bool = False


def back(*outline: tuple[float, float], grain: Sides | None = None) -> Region:
    """Return a region of the back: cm from the midline, level."""
    return Region(Chart.BACK, outline, grain)


def front(*outline: tuple[float, float], grain: Sides | None = None) -> Region:
    """Return a region of the front: cm from the midline, level."""
    return Region(Chart.FRONT, outline, grain)


def ring(*outline: tuple[float, float], grain: Sides | None = None) -> Region:
    """Return a region round the trunk: degrees from the front, level."""
    return Region(Chart.RING, outline, grain)


def neck(*outline: tuple[float, float], grain: Sides | None = None) -> Region:
    """Return a region round the neck: degrees from the front, share from C7 to the skull."""
    return Region(Chart.NECK, outline, grain)


def leg(*outline: tuple[float, float], grain: Sides | None = None) -> Region:
    """Return a region round the leg: degrees from the front, 0 hip to 1 knee to 2 ankle."""
    return Region(Chart.LEG, outline, grain)


def arm(*outline: tuple[float, float], grain: Sides | None = None) -> Region:
    """Return a region round the upper arm: degrees from the front, 0 shoulder to 1 elbow."""
    return Region(Chart.ARM, outline, grain)


def forearm(*outline: tuple[float, float], grain: Sides | None = None) -> Region:
    """Return a region round the forearm: degrees from the front, 0 elbow to 1 wrist."""
    return Region(Chart.FOREARM, outline, grain)
