"""Coverage is a file, not a claim: every number of the source text's inventory went somewhere."""

import re
from collections.abc import Iterator

from generator.handbook import Handbook
from generator.nearness import suggestion
from generator.problem import Problem

INVENTORY = {"E": 39, "G": 74, "C": 25}
"""How many exercises (E), other facts (G) and corrections (C) the inventory of the source text counts."""


def numbers() -> list[str]:
    """Every number of the inventory: E01 … C25."""
    return [f"{letter}{index:02}" for letter, last in INVENTORY.items() for index in range(1, last + 1)]


def every_number_went_somewhere(handbook: Handbook) -> Iterator[Problem]:
    """No number is missing, and none is there that the inventory does not have."""
    wanted, found = set(numbers()), set(handbook.coverage)
    if not found:
        return
    for number in sorted(wanted - found):
        yield handbook.problem("coverage", (), f"{number} is missing; name its page, or left_out and why")
    for number in sorted(found - wanted):
        yield handbook.problem("coverage", (number,), f"the inventory has no {number}")


def targets_exist(handbook: Handbook) -> Iterator[Problem]:
    """Each number's page is there, and so is its heading where the page is written by hand."""
    # Files that could not be read count too: one mistake is one Problem.
    addresses = set(handbook.folders)
    for number, carried in handbook.coverage.items():
        for index, other in enumerate(carried.also):
            if other not in addresses:
                message = f"there is no page '{other}'{suggestion(other, addresses)}"
                yield handbook.problem("coverage", (number, "also", index), message)
        if carried.page is None:
            continue
        address = carried.page.strip("/")
        if address not in addresses:
            message = f"there is no page '{address}'{suggestion(address, addresses)}"
            yield handbook.problem("coverage", (number, "page"), message)
        elif carried.heading and carried.heading not in _headings(handbook, address):
            message = f"the page has no heading '{carried.heading}'"
            yield handbook.problem("coverage", (number, "heading"), message)


def _headings(handbook: Handbook, address: str) -> set[str | None]:
    """A hand-written page's headings; other pages get theirs from a template, and a test reads those."""
    page = handbook.pages.get(address)
    if page is None:
        return {carried.heading for carried in handbook.coverage.values()}
    return set(re.findall(r"^#{2,4} +(.+?)[ \t]*$", page.body, flags=re.MULTILINE))


CHECKS = (every_number_went_somewhere, targets_exist)
