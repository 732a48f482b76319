"""Words against pictures: what an exercise says must agree with what is measured on its drawn figure."""

from collections.abc import Callable, Iterator, Mapping

from generator.agreement import claims, demands, silences
from generator.figure import DrawnFigure
from generator.handbook import Handbook
from generator.problem import Problem

Check = Callable[[Handbook, Mapping[str, DrawnFigure]], Iterator[Problem]]

CHECKS: tuple[Check, ...] = (*demands.CHECKS, *claims.CHECKS, *silences.CHECKS)


def check_agreement(handbook: Handbook, figures: Mapping[str, DrawnFigure]) -> list[Problem]:
    """Return every Problem of words that the drawn figures do not bear out."""
    return sorted({problem for check in CHECKS for problem in check(handbook, figures)})
