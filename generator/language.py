"""What a language decides besides the words: days, forms for numbers, the order of the alphabet."""

import re
from collections.abc import Mapping
from datetime import date
from functools import cache
from importlib.resources import files
from typing import Final

from babel import Locale, UnknownLocaleError
from babel.dates import format_date

from generator.alphabet import bare

ENGLISH: Final = "en"
HOUSE: Final = "en-GB"
"""How days are written where a handbook says no more than that it is in English."""
OTHER: Final = "other"
OWN_LETTERS: Final[Mapping[str, str]] = {
    "da": "æøå",
    "es": "ñ",
    "fi": "åäö",
    "nb": "æøå",
    "nn": "æøå",
    "sv": "åäö",
}
"""Letters that are no others with a mark: each stands behind the letter before it, or behind z."""
FIRST: Final = re.compile(r"[^\W_]")


def known_language(tag: str) -> str:
    """Refuse a tag such as "english" or "xx", for which there are no days and no numbers."""
    try:
        _locale(tag)
    except (ValueError, UnknownLocaleError):
        raise ValueError(f"'{tag[:40]}' is no known language; write a tag such as en, es or pt-BR") from None
    return tag


@cache
def _locale(tag: str) -> Locale:
    return Locale.parse(tag, sep="-")


def primary(tag: str) -> str:
    """The language of a tag without its region: "es" of "es-MX"."""
    return tag.partition("-")[0].lower()


def is_english(tag: str) -> bool:
    """Whether rules that were made for English hold."""
    return primary(tag) == ENGLISH


def regional(tag: str) -> str:
    """The tag by which days are written."""
    return HOUSE if tag == ENGLISH else tag


def day(when: date, tag: str) -> str:
    """A date in words, such as 3 March 2027 or 3 de marzo de 2027."""
    return format_date(when, "long", _locale(regional(tag)))


def form(forms: Mapping[str, str], count: int, tag: str) -> str:
    """The form of a phrase for a number: for this very number, else for its kind, else the usual one."""
    return forms.get(str(count)) or forms.get(_locale(tag).plural_form(count)) or forms[OTHER]


def theme_language(tag: str) -> str:
    """The theme's own name of a language, exact or without its region; nothing where it has none."""
    folder = files("material").joinpath("templates", "partials", "languages")
    return next((name for name in (tag, primary(tag)) if folder.joinpath(f"{name}.html").is_file()), "")


def sort_key(words: str, tag: str) -> str:
    """What words are put in order by: small letters without marks, and nothing that is no letter in front."""
    return "".join(_rank(each, tag) for each in _from_first(words).casefold())


def initial(words: str, tag: str) -> str:
    """The letter that a word stands below in an index."""
    first = _from_first(words)[:1]
    return (
        first.upper()
        if first.casefold() in OWN_LETTERS.get(primary(tag), "")
        else bare(first.casefold()).upper()
    )


def _from_first(words: str) -> str:
    found = FIRST.search(words)
    return words[found.start() :] if found else words


def _rank(letter: str, tag: str) -> str:
    own = OWN_LETTERS.get(primary(tag), "")
    if letter in own:
        return f"n\uffff{letter}" if letter == "ñ" else f"z\uffff{own.index(letter)}"
    return bare(letter)
