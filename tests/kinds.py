"""One page of every kind that the site has, for tests that hold for all pages."""

from collections.abc import Callable, Mapping
from typing import Final

from generator.handbook import Handbook


def _exercise(handbook: Handbook) -> str:
    return next(iter(handbook.exercises.values())).address


def _routine(handbook: Handbook) -> str:
    return next(iter(handbook.routines.values())).address


def _guidance(handbook: Handbook) -> str:
    return next(slug for slug in handbook.pages if slug.startswith("guidance/"))


KINDS: Final[Mapping[str, Callable[[Handbook], str]]] = {
    "home": lambda handbook: "",
    "area": lambda handbook: f"{_exercise(handbook).rpartition('/')[0]}/",
    "exercise": lambda handbook: f"{_exercise(handbook)}/",
    "finder": lambda handbook: "exercises/",
    "routine": lambda handbook: f"{_routine(handbook)}/",
    "routines": lambda handbook: "routines/",
    "sheet": lambda handbook: f"{_routine(handbook)}/sheet/",
    "builder": lambda handbook: "build/",
    "guided start": lambda handbook: "start/",
    "guidance": lambda handbook: f"{_guidance(handbook)}/",
    "all guidance": lambda handbook: "guidance/",
    "body map": lambda handbook: "body-map/",
    "muscle": lambda handbook: f"muscles/{next(iter(handbook.muscles))}/",
    "muscles": lambda handbook: "muscles/",
    "A to Z": lambda handbook: "a-z/",
    "days": lambda handbook: "days/",
    "days on paper": lambda handbook: "days/sheet/",
    "not here": lambda handbook: "nowhere/",
}
"""Kind of page -> where one of that kind stands below the site's root."""
