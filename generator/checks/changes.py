"""The public history of the handbook: dated, newest first."""

from collections.abc import Iterator
from datetime import date
from itertools import pairwise

from generator.handbook import Handbook
from generator.problem import Problem


def changes_are_in_order(handbook: Handbook, today: date | None = None) -> Iterator[Problem]:
    """No change is still to come, and the newest stands first."""
    now = today or date.today()
    for id, change in handbook.changes.items():
        if change.day > now:
            message = f"{change.day} is still to come; give the day on which it changed"
            yield handbook.problem("changes", (id, "day"), message)
    for (_, newer), (id, older) in pairwise(handbook.changes.items()):
        if older.day > newer.day:
            message = f"{older.day} stands below {newer.day}; the newest change stands first"
            yield handbook.problem("changes", (id, "day"), message)


CHECKS = (changes_are_in_order,)
