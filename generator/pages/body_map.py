"""The body map: where it hurts, as links on the figure and as a list beside it; and one muscle alone."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from generator.figure import BodyMap
from generator.handbook import Handbook
from generator.model.base import switched_on
from generator.model.exercise import Exercise
from generator.model.routine import Routine
from generator.model.vocabulary import Area
from generator.pages.pictures import retitled
from generator.pages.templates import Templates
from generator.pages.zones import MUSCLE, VIEW, Outline, outlines, view_round
from generator.phrasing import fill

ADDRESS: Final = "body-map"
REGION: Final = re.compile(r'<path [^>]*data-muscle="([a-z0-9-]+)"[^>]*><title>[^<]*</title></path>')
"""One muscle of the drawn map."""
TONES: Final = 3
"""How many colours zones have in turn, so that neighbours differ."""
SHOWN: Final = 3
"""How many exercises and how many routines of a place the map's own page shows; its own page has all."""


@dataclass(frozen=True)
class Place:
    """One part of the body and what helps there."""

    slug: str
    area: Area
    routines: tuple[Routine, ...]
    exercises: tuple[Exercise, ...]


@dataclass(frozen=True)
class Zone:
    """One part of the body as a shape of a drawing."""

    slug: str
    area: Area
    number: int
    """Its place in the list beside the drawing."""
    tone: int
    outline: Outline


def body_map_page(handbook: Handbook, templates: Templates, drawn: BodyMap | None) -> tuple[str, str]:
    """The body map's page: its path and text; without a drawing the list stands alone."""
    places = tuple(_places(handbook))
    say = handbook.phrases.pages.body_map
    named = ((drawn.front, say.front), (drawn.back, say.back)) if drawn else ()
    sides = [_linked(handbook, templates, places, retitled(svg, words, say.regions)) for svg, words in named]
    return templates.page("body-map.md.j2", ADDRESS, places=places, sides=sides)


def muscle_alone(handbook: Handbook, drawn: BodyMap | None, muscle: str) -> tuple[str, ...]:
    """The sides of the map that show a muscle, each with this muscle and no other."""
    if drawn is None:
        return ()
    say, name = handbook.phrases.pages, handbook.muscles[muscle].name
    sides = ((say.muscle.front, drawn.front), (say.muscle.back, drawn.back))
    return tuple(
        retitled(_only(svg, muscle), fill(words, name=name), say.body_map.regions)
        for words, svg in sides
        if any(each[1] == muscle for each in REGION.finditer(svg))
    )


def _only(svg: str, muscle: str) -> str:
    """A map with one muscle, seen from near enough."""
    shapes = [d for name, d in MUSCLE.findall(svg) if name == muscle]
    near = VIEW.sub(f'viewBox="{view_round(shapes)}"', svg, count=1)
    return REGION.sub(lambda each: each[0] if each[1] == muscle else "", near)


def _places(handbook: Handbook) -> Iterator[Place]:
    """The areas that are a place, with a region on the map or without one."""
    for slug, area in handbook.areas.items():
        if switched_on(area.part_of_body):
            routines = tuple(each for each in handbook.routines.values() if slug in each.areas)
            exercises = tuple(each for each in handbook.exercises.values() if each.area == slug)
            yield Place(slug, area, routines[:SHOWN], exercises[:SHOWN])


def _linked(handbook: Handbook, templates: Templates, places: tuple[Place, ...], svg: str) -> str:
    """A drawing with zones in place of its muscles, each a link; without muscles it stays as it is."""
    first = REGION.search(svg)
    if first is None:
        return svg
    zones = tuple(_zones(handbook, places, svg))
    links = templates.fill("body-map-zones.j2", templates.files[ADDRESS], zones=zones).strip()
    before, after = svg[: first.start()], REGION.sub("", svg[first.start() :])
    return f"{before}{links}{after}".replace('role="img"', 'role="group"', 1)


def _zones(handbook: Handbook, places: tuple[Place, ...], svg: str) -> Iterator[Zone]:
    numbers = {place.slug: number for number, place in enumerate(places, 1)}
    found = outlines(svg, {name: muscle.area for name, muscle in handbook.muscles.items()})
    on_body = (each for each in found if each.name in numbers)
    for outline in sorted(on_body, key=lambda each: numbers[each.name]):
        number = numbers[outline.name]
        yield Zone(outline.name, handbook.areas[outline.name], number, number % TONES, outline)
