"""Rules that hold across entries: one small function each, yielding Problems."""

from collections.abc import Callable, Iterator

from generator.checks import (
    asked,
    cert,
    changes,
    claims,
    coverage,
    exercises,
    names,
    numbers,
    pages,
    pairs,
    publisher,
    reviews,
    routines,
    scores,
    signs,
    start,
)
from generator.handbook import Handbook
from generator.problem import Problem

Check = Callable[[Handbook], Iterator[Problem]]

STRUCTURE: tuple[Check, ...] = (
    *names.CHECKS,
    *asked.CHECKS,
    *exercises.CHECKS,
    *claims.CHECKS,
    *routines.CHECKS,
    *signs.CHECKS,
    *start.CHECKS,
    *pages.CHECKS,
    *coverage.CHECKS,
    *numbers.CHECKS,
    *pairs.CHECKS,
    *publisher.CHECKS,
    *reviews.CHECKS,
    *changes.CHECKS,
    *cert.CHECKS,
    *scores.CHECKS,
)
"""What must hold before anything is rendered."""


def check_handbook(handbook: Handbook) -> list[Problem]:
    """Every Problem of structure: names, references, steps and frames, doses, safety."""
    return sorted({problem for check in STRUCTURE for problem in check(handbook)})


def check_wording(handbook: Handbook) -> list[Problem]:
    """Every Problem of wording; slower, since it counts syllables, so `build` leaves it out."""
    from generator.checks import wording

    return sorted({problem for check in wording.CHECKS for problem in check(handbook)})
