"""A signature holds until its date: on exercises, routines and pages alike."""

from collections.abc import Iterator
from datetime import date

from generator.handbook import Handbook
from generator.model.exercise import Review
from generator.problem import Problem

LONGEST_DAYS = 3 * 366
"""Three years: the PIF TICK guide's longest time between reviews."""


def signed(handbook: Handbook) -> Iterator[tuple[str, Review]]:
    """Each review of the handbook with the address of what it covers, made or not."""
    yield from ((each.address, each.review) for each in handbook.exercises.values())
    yield from ((each.address, each.review) for each in handbook.routines.values())
    yield from ((each.path, each.review) for each in handbook.pages.values() if each.review)


def reviews_hold(handbook: Handbook, today: date | None = None) -> Iterator[Problem]:
    """A signed review was made, has not passed its date, and the next one comes within three years."""
    now = today or date.today()
    for address, review in signed(handbook):
        if review.reviewed is None or review.next_review is None:
            continue
        if review.reviewed > now:
            message = f"{review.reviewed} is still to come; give the day on which it was checked"
            yield handbook.problem(address, ("review", "reviewed"), message)
        if review.next_review < now:
            message = (
                f"the review was due on {review.next_review}; have it checked anew, or take reviewer, role, "
                "reviewed and next_review out, and the page says that nobody has checked it"
            )
            yield handbook.problem(address, ("review", "next_review"), message)
        if not 0 < (review.next_review - review.reviewed).days <= LONGEST_DAYS:
            message = "the next review comes after the last, three years later at most"
            yield handbook.problem(address, ("review", "next_review"), message)


CHECKS = (reviews_hold,)
