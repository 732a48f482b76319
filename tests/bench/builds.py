"""What a build costs at several sizes, beside stock MkDocs and Material, and how that grows."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from math import log
from pathlib import Path
from statistics import linear_regression

from tests.bench.child import Run, least, run
from tests.bench.handbooks import Grown, grow
from tests.bench.stock import stock
from tests.bench.table import Row

SIZES = (60, 300, 1000)
TIMES = {60: 5, 300: 3, 1000: 1}
"""How often a command runs at each size; the least seconds count."""


@dataclass(frozen=True)
class Cost:
    """What one handbook's build costs, stage by stage."""

    exercises: int
    pages: int
    anew: Run
    """The generator when every page has to be written, figures drawn before."""
    unchanged: Run
    edited: Run
    """The generator after one word of one exercise changed."""
    mkdocs: Run
    stock: Run

    @property
    def whole(self) -> float:
        """Return the seconds of an unchanged build, generator and MkDocs."""
        return self.unchanged.seconds + self.mkdocs.seconds


def build_rows(folder: Path) -> Iterator[Row]:
    """Yield the table of costs by size, one measure a row, the growth exponent last."""
    costs = [_cost(grow(folder / str(size), size), folder / "bytecode", size) for size in SIZES]
    yield ("processor seconds", *(f"{cost.exercises} exercises" for cost in costs), "grows with n to the")
    yield ("pages", *(str(cost.pages) for cost in costs))
    stages: dict[str, Callable[[Cost], float]] = {
        "generator, every page new": lambda cost: cost.anew.seconds,
        "generator, nothing changed": lambda cost: cost.unchanged.seconds,
        "generator, one word changed": lambda cost: cost.edited.seconds,
        "MkDocs": lambda cost: cost.mkdocs.seconds,
        "generator (nothing changed) + MkDocs": lambda cost: cost.whole,
        "stock Material, same Markdown": lambda cost: cost.stock.seconds,
    }
    for name, seconds in stages.items():
        yield (name, *(f"{seconds(cost):.2f}" for cost in costs), f"{_exponent(costs, seconds):.2f}")
    yield ("generator's share, nothing changed", *(f"{_share(cost.unchanged, cost):.0%}" for cost in costs))
    yield ("generator's share, one word changed", *(f"{_share(cost.edited, cost):.0%}" for cost in costs))
    yield ("whole build ÷ stock", *(f"{cost.whole / cost.stock.seconds:.2f} ×" for cost in costs))
    yield ("MkDocs ÷ stock", *(f"{cost.mkdocs.seconds / cost.stock.seconds:.2f} ×" for cost in costs))
    yield ("peak MB, generator, every page new", *(f"{cost.anew.megabytes:.0f}" for cost in costs))
    yield ("peak MB, MkDocs", *(f"{cost.mkdocs.megabytes:.0f}" for cost in costs))
    yield ("peak MB, stock", *(f"{cost.stock.megabytes:.0f}" for cost in costs))


def _cost(grown: Grown, bytecode: Path, size: int) -> Cost:
    """Measure one handbook; its two sites are built in turn, so that a busy moment meets both."""
    run(grown.generate(), bytecode)  # Python and Jinja compile what they have not seen
    anew = run(grown.forget_pages().generate(), bytecode)
    unchanged = least(grown.generate(), bytecode, TIMES[size] + 1)
    rival = stock(grown, grown.root / "stock")
    turns = [(run(grown.mkdocs(), bytecode), run(rival, bytecode)) for _ in range(TIMES[size])]
    grown.edit()
    edited = run(grown.generate(), bytecode)
    ours, theirs = (min(runs, key=lambda each: each.seconds) for runs in zip(*turns, strict=True))
    pages = sum(1 for _ in (grown.root / "docs").rglob("*.md"))
    return Cost(max(size, grown.exercises), pages, anew, unchanged, edited, ours, theirs)


def _share(generator: Run, cost: Cost) -> float:
    """Return the generator's share of a build."""
    return generator.seconds / (generator.seconds + cost.mkdocs.seconds)


def _exponent(costs: Sequence[Cost], seconds: Callable[[Cost], float]) -> float:
    """Return the slope of the straight line through the costs on paper that is logarithmic both ways."""
    sizes = [log(cost.exercises) for cost in costs]
    return linear_regression(sizes, [log(seconds(cost)) for cost in costs]).slope
