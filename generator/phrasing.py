"""Phrases of a handbook filled in: the same words for its pages, its sheets and what scripts draw."""

from collections.abc import Mapping

from generator.handbook import Handbook
from generator.language import form
from generator.model.saying import Forms


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
