"""What hand-written pages and the coverage file must hold to."""

from collections.abc import Iterator

from generator.handbook import Handbook
from generator.problem import Problem

REQUIRED_PAGES = ("", "about", "guidance/red-flags", "guidance/first-72-hours")


def required_pages_exist(handbook: Handbook) -> Iterator[Problem]:
    """The pages that every other page leads to are there."""
    for path in REQUIRED_PAGES:
        if path not in handbook.sources:
            message = f"the page pages/{path or 'index'}.md is missing; other pages lead to it"
            yield handbook.problem("handbook", (), message)


CHECKS = (required_pages_exist,)
