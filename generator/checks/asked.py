"""What people ask for must lead somewhere, and the rules of danger must name classes that there are."""

from collections.abc import Callable, Iterator
from typing import Final

from generator.handbook import Handbook
from generator.model.search import Danger
from generator.nearness import suggestion
from generator.problem import Problem
from generator.source import Place

INDEXES = ("exercises", "routines", "guidance", "muscles", "body-map", "a-z", "build")
"""Pages that the generator makes and no file of content stands for."""


def asked_addresses_exist(handbook: Handbook) -> Iterator[Problem]:
    """Every address under a class is a page of this handbook, or a list that its finder can show."""
    known = _addresses(handbook)
    for name, asked in handbook.asked.items():
        for address in asked.pages:
            if address not in known and not _may_exist(handbook, address):
                message = f"no page or list has the address '{address}'{suggestion(address, known)}"
                yield handbook.problem("asked", (name, "pages", address), message)


def _addresses(handbook: Handbook) -> set[str]:
    areas = (f"exercises/{slug}" for slug in handbook.areas)
    muscles = (f"muscles/{slug}" for slug in handbook.muscles)
    # Files that could not be read count too: one mistake is one Problem.
    return {*INDEXES, *areas, *muscles, *handbook.folders}


LISTED: Final = {
    "exercises/#position=": "positions",
    "exercises/#phase=": "phases",
    "exercises/#goal=": "goals",
    "exercises/#level=": "levels",
    "exercises/#uses=": "equipment",
    "exercises/#caution=": "cautions",
    "muscles/": "muscles",
    "exercises/": "areas",
}
"""The vocabulary whose ids stand behind the beginning of an address."""


def _may_exist(handbook: Handbook, address: str) -> bool:
    """Whether an address such as exercises/#uses=band leads to what there is, or to what was not read."""
    if address == "exercises/#equipment=none":
        return True
    for beginning, vocabulary in LISTED.items():
        if address.startswith(beginning):
            known = handbook.known.get(vocabulary)
            return known is None or set(address.removeprefix(beginning).split(",")) <= set(known)
    return False


def danger_rules_name_classes(handbook: Handbook) -> Iterator[Problem]:
    """Every word in capitals of a rule is a class of content/danger.yml: another would never be found."""
    for place, name in _classes_named(handbook.danger):
        if name not in handbook.danger.classes:
            message = f"no class is called '{name}'{suggestion(name, handbook.danger.classes)}"
            yield handbook.problem("danger", place, message)


def _classes_named(danger: Danger) -> Iterator[tuple[Place, str]]:
    for level in ("now", "soon"):
        for at, kind in enumerate(getattr(danger, level)):
            yield from (((level, at), word) for rule in kind for word in rule.split() if word.isupper())
    if danger.ages:
        yield ("ages", "counts_as"), danger.ages.counts_as
    yield from ((("as_typed_counts_as", name), name) for name in danger.as_typed_counts_as)
    for at, word in enumerate(danger.about_muscles.found_by):
        if word.isupper():
            yield ("about_muscles", "found_by", at), word


CHECKS: tuple[Callable[[Handbook], Iterator[Problem]], ...] = (
    asked_addresses_exist,
    danger_rules_name_classes,
)
