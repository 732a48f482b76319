"""The body map: where it hurts, as links on the figure and as a list beside it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from generator.figure import BodyMap
from generator.handbook import Handbook
from generator.model.base import switched_on
from generator.model.routine import Routine
from generator.model.vocabulary import Area
from generator.pages.templates import Templates

FILE = "body-map.md"
REGION = re.compile(r'<path [^>]*data-muscle="([a-z0-9-]+)"[^>]*><title>[^<]*</title></path>')
"""One muscle of the drawn map."""


@dataclass(frozen=True)
class Place:
    """One part of the body and what helps there."""

    slug: str
    area: Area
    routines: tuple[Routine, ...]


@dataclass(frozen=True)
class Zone:
    """One part of the body as shapes of a drawing."""

    slug: str
    area: Area
    shapes: str


def body_map_text(handbook: Handbook, templates: Templates, drawn: BodyMap | None) -> str:
    """The Markdown of the body map's page; without a drawing the list stands alone."""
    places = tuple(_places(handbook))
    sides = [_linked(handbook, templates, svg) for svg in (drawn.front, drawn.back)] if drawn else []
    return templates.fill("body-map.md.j2", FILE, address="body-map", places=places, sides=sides)


def _places(handbook: Handbook) -> Iterator[Place]:
    """The areas that are a place, with a region on the map or without one."""
    for slug, area in handbook.areas.items():
        if switched_on(area.part_of_body):
            yield Place(slug, area, tuple(each for each in handbook.routines.values() if slug in each.areas))


def _linked(handbook: Handbook, templates: Templates, svg: str) -> str:
    """A drawing with its muscles gathered by area, each area a link, in the place of the first muscle."""
    links = templates.fill("body-map-zones.j2", FILE, zones=tuple(_zones(handbook, svg))).strip()
    first = REGION.search(svg)
    if first is None:
        return svg
    before, after = svg[: first.start()], REGION.sub("", svg[first.start() :])
    return f"{before}{links}{after}".replace('role="img"', 'role="group"', 1)


def _zones(handbook: Handbook, svg: str) -> Iterator[Zone]:
    order = list(handbook.areas)
    found = sorted(REGION.finditer(svg), key=lambda each: order.index(_area_of(handbook, each)))
    for slug, group in groupby(found, key=lambda each: _area_of(handbook, each)):
        yield Zone(slug, handbook.areas[slug], "".join(each.group() for each in group))


def _area_of(handbook: Handbook, region: re.Match[str]) -> str:
    return handbook.muscles[region.group(1)].area
