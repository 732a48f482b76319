"""How large the cards of a printed sheet may be, so that it stays on one page, and what is ticked on it."""

from dataclasses import dataclass
from itertools import accumulate
from typing import Any, Literal

from generator.handbook import Handbook
from generator.language import regional
from generator.model.routine import Part, Routine
from generator.phrasing import fill


@dataclass(frozen=True)
class Size:
    """One layout of a sheet; its millimetres stand in assets/sheet/layout.css under its name."""

    name: Literal["few", "some", "many"]
    most: int
    """The most exercises that fit one page of US Letter."""
    columns: int
    feel: bool
    """Whether there is room for what you should feel; a script that knows the page may find it."""


SIZES = (
    Size("few", 6, 2, True),
    Size("some", 8, 2, False),
    Size("many", 12, 2, False),
)


def size_for(exercises: int) -> Size:
    """The largest layout that holds so many exercises on one page; beyond 12 a sheet takes two."""
    return next((size for size in SIZES if exercises <= size.most), SIZES[-1])


OF_PAPER = (
    *("tick", "tick_sides", "tick_week", "blank", "printed"),
    *("plan_to_write", "goal_to_write", "goal_rated", "pain_rated", "both_rated"),
)
"""What a script writes on a sheet that is already there."""
OF_PYTHON = (
    *("sheet_", "bar", "weeks_", "larger", "breath", "change_sides", "side_", "hold"),
    *("checked", "how_much", "parts", "code", "not_for", "emergency", "version"),
)
"""How phrases begin that no script says."""


def words_of_sheet(handbook: Handbook, ready: bool = False) -> dict[str, str | dict[str, str]]:
    """The phrases that scripts say on a sheet, with its language; on a `ready` one a few are enough."""
    said = _phrases(handbook)
    if ready:
        wanted = [name for name in said if name in OF_PAPER or name.startswith("print_")]
    else:
        wanted = [name for name in said if not name.startswith(OF_PYTHON)]
    return {"language": regional(handbook.publisher.language), **{name: said[name] for name in wanted}}


def _phrases(handbook: Handbook) -> dict[str, Any]:
    """The phrases of sheets by their names; those of pages and scripts stand in rooms of their own."""
    return handbook.phrases.model_dump(exclude={"pages", "scripts"})


def bar_words(handbook: Handbook) -> dict[str, str]:
    """The phrases of the bar above a sheet, by the last part of their names."""
    said = _phrases(handbook)
    bar = {name.removeprefix("bar_"): words for name, words in said.items() if name.startswith("bar")}
    return {**bar, "letter": handbook.phrases.print_us_letter}


@dataclass(frozen=True)
class TickRow:
    """One row of the boxes to tick."""

    words: str
    sided: bool
    """Whether left and right are ticked apart."""
    moves: int = 1
    """How many exercises it stands for."""


def tick_rows(handbook: Handbook, routine: Routine, size: Size) -> tuple[TickRow, ...]:
    """A row for each exercise; where there are many, for each part that has a title."""
    if size.name == "many" and all(part.title for part in routine.parts):
        ends = accumulate(len(part.items) for part in routine.parts)
        return tuple(_part_row(handbook, part, end) for part, end in zip(routine.parts, ends, strict=True))
    exercises = [handbook.exercises[item.exercise] for item in routine.items]
    return tuple(
        TickRow(f"{number} {each.name.split(' (')[0]}", each.sides != "together")
        for number, each in enumerate(exercises, 1)
    )


def _part_row(handbook: Handbook, part: Part, end: int) -> TickRow:
    first = end - len(part.items) + 1
    numbers = f"{first}" if first == end else fill(handbook.phrases.parts, first=first, last=end)
    return TickRow(f"{numbers}: {part.title}", sided=False, moves=len(part.items))
