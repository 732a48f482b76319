"""What every phrase obeys: its blanks, its forms for numbers, and the English that stands in for it."""

import re
from collections.abc import Iterator
from typing import Annotated, Any, ClassVar, Final, Self

from pydantic import AfterValidator, Field, StringConstraints, model_validator

from generator.model.base import Frozen, Text

BLANK: Final = re.compile(r"\{\w+\}")
OTHER: Final = "other"
KINDS: Final = ("zero", "one", "two", "few", "many", OTHER)
"""The kinds of numbers that languages tell apart (CLDR)."""
LONGER, MORE = 2, 12
"""Where there is no room for more, a phrase may be twice as long as the English one, and a little."""


def _known_forms(forms: dict[str, str]) -> dict[str, str]:
    for name in forms:
        if not name.isdigit() and name not in KINDS:
            raise ValueError(f"'{name[:40]}' is no number and no kind of one; kinds are {', '.join(KINDS)}")
    if OTHER not in forms:
        raise ValueError(f"give '{OTHER}', the form that holds for every number without one of its own")
    return forms


Word = Annotated[str, StringConstraints(pattern=r"^[^\W\d_]+$", max_length=30)]
"""One word, of letters alone: it becomes part of what a script looks for."""
Forms = Annotated[dict[str, Text], AfterValidator(_known_forms)]
"""A phrase by the number in it: by that very number ("2"), else by its kind ("few"), else "other"."""
Names = Annotated[tuple[Text, ...], Field(max_length=20)]
"""What people call one thing: as many as a language has, or none."""


class Saying(Frozen):
    """Phrases of one place: braces are filled in, and what is left out stays English."""

    narrow: ClassVar[bool] = False
    """Whether the place has no room for phrases that are much longer than the English ones."""

    @model_validator(mode="after")
    def _fits_where_it_stands(self) -> Self:
        for name in self.model_fields_set:
            usual = type(self).model_fields[name].default
            for place, phrase, like in _pairs(name, getattr(self, name), usual):
                may_lack = {"{n}"} if isinstance(usual, dict) else set()
                if fault := _fault(phrase, like, may_lack) or (self.narrow and _too_long(phrase, like)):
                    raise ValueError(f"{place}: {fault}")
        return self


def unsaid(phrases: Saying, place: tuple[str, ...] = ()) -> Iterator[tuple[tuple[str, ...], tuple[str, ...]]]:
    """The names of the phrases that are still English, by the place where they stand."""
    named = [(name, getattr(phrases, name, None)) for name in type(phrases).model_fields]
    inner = {name: each for name, each in named if isinstance(each, Saying)}
    if lacking := sorted(name for name, _ in named if name not in {*inner, *phrases.model_fields_set}):
        yield place, tuple(lacking)
    for name, each in inner.items():
        yield from unsaid(each, (*place, name))


def _pairs(name: str, given: Any, usual: Any) -> Iterator[tuple[str, str, str]]:
    """Each phrase with its place and the English one that it stands for."""
    if isinstance(given, str):
        yield name, given, usual
    elif isinstance(given, dict):
        yield from ((f"{name}.{form}", each, usual.get(form, usual[OTHER])) for form, each in given.items())
    elif isinstance(given, tuple):
        yield from ((f"{name}.{place}", each, next(iter(usual), "")) for place, each in enumerate(given))


def _fault(phrase: str, like: str, may_lack: set[str]) -> str:
    """What is wrong with a phrase; a form may lack its number, as "once" does."""
    blanks, wanted = sorted(BLANK.findall(phrase)), sorted(BLANK.findall(like))
    if stray := [each for each in blanks if each not in (*wanted, *may_lack)]:
        return f"nothing fills {stray[0]} here; it has {' '.join(wanted) or 'no braces'}"
    if lacks := [each for each in set(wanted) - may_lack if blanks.count(each) != wanted.count(each)]:
        return f"{lacks[0]} belongs in '{phrase}'{_often(wanted.count(lacks[0]))}"
    return ""


def _too_long(phrase: str, like: str) -> str:
    most = LONGER * len(like) + MORE
    return (
        f"{len(phrase)} letters, and there is room for {most}: '{phrase[:30]}…'" if len(phrase) > most else ""
    )


def _often(count: int) -> str:
    return f" {count} times" if count > 1 else ""
