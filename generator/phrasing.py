"""Phrases of a handbook filled in: the same words for its pages, its sheets and what scripts draw."""

from collections.abc import Mapping
from operator import attrgetter
from typing import Final

from generator.handbook import Handbook
from generator.language import form, regional
from generator.model.saying import Forms

Said = Mapping[str, object]
"""The phrases of one room of scripts by their names, and the language that chooses forms for numbers."""
ON_PAGES: Final = ("site", "builder", "days", "routines", "start")
"""The rooms whose phrases stand on pages: on all, and on those whose front matter names it as `script`."""

TAKEN: Final[Mapping[str, Mapping[str, str]]] = {
    "site": {"index": "pages.titles.letters"},
    "builder": {
        "made_by": "made_by",
        "calendar_plan": "own_plan_says",
        "no_floor": "pages.exercise.no_floor",
        "times": "pages.routine.how_often",
        "any_phase": "scripts.finder.any_phase",
    },
    "follow": {
        "warning_signs": "pages.everywhere.see_signs",
        "leave_out": "pages.exercise.leave_this_out",
        "left_out": "scripts.days.left_out",
    },
    "days": {"other_version": "scripts.links.file_other_version", "save": "scripts.builder.list_save"},
    "film": {"other_side": "scripts.follow.say_other_side", "second": "second", "minute": "minute"},
}
"""What a room says in words that stand elsewhere, by its name for them: nobody translates a wording twice."""


def fill(phrase: str, **values: object) -> str:
    """A phrase with its blanks filled; what fills one is never read as a blank."""
    parts = phrase.split("{")
    return parts[0] + "".join(_filled(each, values) for each in parts[1:])


def _filled(part: str, values: Mapping[str, object]) -> str:
    name, closed, rest = part.partition("}")
    return f"{values[name]}{rest}" if closed and name in values else "{" + part


def counted(handbook: Handbook, forms: Forms, count: int) -> str:
    """A phrase for a number, such as "3 times"."""
    return fill(form(forms, count, handbook.publisher.language), n=count)


def script_words(handbook: Handbook, room: str) -> Said:
    """The phrases of one room of scripts, its own and those it takes from elsewhere."""
    phrases = handbook.phrases
    own = getattr(phrases.scripts, room).model_dump()
    taken = {name: attrgetter(place)(phrases) for name, place in TAKEN.get(room, {}).items()}
    return {"language": regional(handbook.publisher.language), **own, **taken}


def words_on_pages(handbook: Handbook) -> Mapping[str, Said]:
    """What pages bring of themselves; other rooms have their phrases with the data that they fetch."""
    return {room: script_words(handbook, room) for room in ON_PAGES}
