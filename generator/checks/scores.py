"""Nobody may say that people scored the pages before two of them did."""

from collections.abc import Iterator
from typing import Final

from generator.addresses import page_titles
from generator.handbook import Handbook
from generator.nearness import suggestion
from generator.problem import Problem

RATERS: Final = 2
PROMISE: Final = "scored"


def scores_come_from_two_people(handbook: Handbook) -> Iterator[Problem]:
    """The promise of scores is open until each kind of page has two raters; what they scored is there."""
    titles = page_titles(handbook)
    few = [id for id, each in handbook.scores.items() if len(each.ratings) < RATERS]
    promise = handbook.promises.get(PROMISE)
    if promise and promise.state == "held" and (few or not handbook.scores):
        message = (
            f"it is held when scores.yml has {RATERS} raters for each; too few: {', '.join(few) or 'all'}"
        )
        yield handbook.problem("promises", (PROMISE, "state"), message)
    for id, each in handbook.scores.items():
        if each.example not in titles and each.example not in handbook.sources:
            message = f"there is no page '{each.example}'{suggestion(each.example, titles)}"
            yield handbook.problem("scores", (id, "example"), message)


CHECKS = (scores_come_from_two_people,)
