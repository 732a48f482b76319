"""What a run of the long tests found, as `make audit` writes it into content/tested.yml."""

from typing import Annotated

from pydantic import Field

from generator.model.base import Day, Frozen, Text

Count = Annotated[int, Field(ge=0)]
Hundredth = Annotated[int, Field(ge=0, le=100)]


class KindTested(Frozen):
    """One kind of page, looked at in every width and scheme."""

    name: Text
    looks: Count
    """Widths times schemes in which axe-core looked at it."""
    faults: Count
    """What axe-core found in all of them."""
    wide: Count | None = None
    """Pixels that a window of 320 has to be scrolled sideways; nothing for paper, which has one width."""
    stops: Count
    """Tab stops that were tried on a phone's width."""
    covered: Count
    """Tab stops that something lay over."""


class Engine(Frozen):
    """One browser, and the kinds of page that it opened."""

    name: Text
    kinds: Count
    faults: Count
    """Errors of scripts, and pages wider than a phone."""


class Score(Frozen):
    """What Lighthouse gives one page on the phone that it imitates, of 100."""

    page: Text
    performance: Hundredth
    accessibility: Hundredth
    practices: Hundredth
    seo: Hundredth


class Tested(Frozen):
    """The whole of content/tested.yml; without a day nobody has run the tests on this copy."""

    on: Day | None = None
    version: str = ""
    """Of the source, as Git names it."""
    axe: str = ""
    kinds: tuple[KindTested, ...] = ()
    engines: tuple[Engine, ...] = ()
    lighthouse: str = ""
    """Its version; nothing where it was not there."""
    scores: tuple[Score, ...] = ()
