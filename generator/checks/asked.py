"""What people ask for must lead somewhere, and the rules of danger must name classes that there are."""

from collections.abc import Callable, Collection, Iterator

from generator.handbook import Handbook
from generator.nearness import suggestion
from generator.problem import Problem

INDEXES = ("exercises", "routines", "guidance", "muscles", "body-map", "a-z", "build")
"""Pages that the generator makes and no file of content stands for."""


def asked_addresses_exist(handbook: Handbook) -> Iterator[Problem]:
    """Every address under a class is a page of this handbook, or a list that its finder can show."""
    known = _addresses(handbook)
    for name, asked in handbook.asked.items():
        for address in asked.pages:
            if address not in known and not _list_exists(handbook, address):
                message = f"no page or list has the address '{address}'{suggestion(address, known)}"
                yield handbook.problem("asked", (name, "pages", address), message)


def _addresses(handbook: Handbook) -> set[str]:
    exercises = (each.address for each in handbook.exercises.values())
    routines = (each.address for each in handbook.routines.values())
    areas = (f"exercises/{slug}" for slug in handbook.areas)
    muscles = (f"muscles/{slug}" for slug in handbook.muscles)
    return {*INDEXES, *exercises, *routines, *handbook.pages, *areas, *muscles}


def _list_exists(handbook: Handbook, address: str) -> bool:
    """Whether an address such as exercises/#uses=band sets the finder to something there is."""
    facet, _, choice = address.removeprefix("exercises/#").partition("=")
    facets = handbook.facets
    choices: dict[str, Collection[str]] = {
        "position": facets.positions,
        "phase": facets.phases,
        "goal": facets.goals,
        "level": facets.levels,
        "uses": handbook.equipment,
        "equipment": ("none",),
        "caution": handbook.cautions,
    }
    return address.startswith("exercises/#") and all(
        one in choices.get(facet, {}) for one in choice.split(",")
    )


def danger_rules_name_classes(handbook: Handbook) -> Iterator[Problem]:
    """Every word in capitals of a rule is a class of content/danger.yml: another would never be found."""
    danger = handbook.danger
    for level in ("now", "soon"):
        for at, kind in enumerate(getattr(danger, level)):
            for name in (word for rule in kind for word in rule.split() if word.isupper()):
                if name not in danger.classes:
                    message = f"no class is called '{name}'{suggestion(name, danger.classes)}"
                    yield handbook.problem("danger", (level, at), message)


CHECKS: tuple[Callable[[Handbook], Iterator[Problem]], ...] = (
    asked_addresses_exist,
    danger_rules_name_classes,
)
