"""Phrases of a handbook filled in: the same words for its pages, its sheets and what scripts draw."""

from collections.abc import Mapping
from typing import Final

from generator.handbook import Handbook
from generator.language import form, regional
from generator.model.saying import Forms

Said = Mapping[str, object]
"""The phrases of one room of scripts by their names, and the language that chooses forms for numbers."""
ON_PAGES: Final = ("site", "builder", "days", "routines", "start")
"""The rooms whose phrases stand on pages: on all, and on those whose front matter names it as `script`."""


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
    """The phrases of one room of scripts; the moving figure counts seconds in those of a sheet."""
    phrases = handbook.phrases
    own = {"language": regional(handbook.publisher.language), **getattr(phrases.scripts, room).model_dump()}
    return {**own, "second": phrases.second, "minute": phrases.minute} if room == "film" else own


def words_on_pages(handbook: Handbook) -> Mapping[str, Said]:
    """What pages bring of themselves; other rooms have their phrases with the data that they fetch."""
    return {room: script_words(handbook, room) for room in ON_PAGES}
