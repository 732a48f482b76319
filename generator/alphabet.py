"""Words of every script, and names by their plain letters, as addresses spell them."""

import re
from collections.abc import Iterator
from typing import Final
from unicodedata import combining, normalize

WORD: Final = re.compile(r"[^\W\d_](?:[^\W\d_]|['’-]){2,}")
JOINED: Final = str.maketrans(
    {"ł": "l", "ø": "o", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "ı": "i"}
)
"""Letters whose stroke or pair Unicode takes for a part of the letter."""


def words(text: str) -> Iterator[str]:
    """The words of three letters and more, in any script, with their accents."""
    # Composed, since an accent that is a sign of its own would end its word.
    return (found[0] for found in WORD.finditer(normalize("NFC", text.lower())))


def spelled(name: str) -> str:
    """A name as an address or a file spells it: "España" is "espana"; nothing where no letter is Latin."""
    return re.sub(r"[^a-z0-9]+", "-", _plain(name)).strip("-")


def _plain(name: str) -> str:
    """A name without capitals, accents and apostrophes."""
    return "".join(sign for sign in bare(name.casefold()) if sign not in "'’")


def bare(small: str) -> str:
    """Small letters without their marks and strokes: "espana" of "españa", "lodz" of "łódź"."""
    parts = normalize("NFKD", small).translate(JOINED)
    return "".join(sign for sign in parts if not combining(sign))
