"""Characters that no text needs and no reader sees: they break pages, or say other things than they show."""

import re
import unicodedata
from collections.abc import Iterator
from typing import Final

_OF_NO_PLANE: Final = "".join(
    f"{chr(plane << 16 | 0xFFFE)}{chr(plane << 16 | 0xFFFF)}" for plane in range(17)
)
UNWANTED: Final = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f"  # control signs; XML and YAML have no place for most of them
    "\u2028\u2029"  # ends of lines and paragraphs, which count as lines here and not there
    "\u202a-\u202e\u2066-\u2069"  # they turn the direction of what follows, and so hide what it says
    "\ufeff\ufff9-\ufffd"  # a mark of byte order, marks of annotations, stand-ins for what was lost
    "\ud800-\udfff\ufdd0-\ufdef\ue000-\uf8ff\U000f0000-\U0010fffd"  # halves, no characters, private ones
    f"{_OF_NO_PLANE}]"
)
ODD_SPACES: Final = "\u00a0\u1160\u115f\u1680\u180e\u2000-\u200b\u202f\u205f\u2060\u2800\u3000\u3164\uffa0"
"""Signs that look like a space and are none to YAML."""
ODD_START: Final = re.compile(rf"^(?: *-(?=[ {ODD_SPACES}]))* *([{ODD_SPACES}])")
"""One that begins a line, or stands behind the dash of a list."""


def unwanted(text: str) -> Iterator[tuple[int, str]]:
    """Offset and name of every such character, such as `U+202E (right-to-left override)`."""
    return ((found.start(), name_of(found[0])) for found in UNWANTED.finditer(text))


def name_of(character: str) -> str:
    """A character as people can look it up."""
    name = unicodedata.name(character, "").lower()
    return f"U+{ord(character):04X}" + (f" ({name})" if name else "")


def odd_space(text: str) -> str | None:
    """The name of an odd space at either end of a text."""
    found = re.search(rf"^[{ODD_SPACES}]|[{ODD_SPACES}]$", text)
    return name_of(found[0]) if found else None


def odd_start(line: str) -> str | None:
    """The name of an odd space that indents a line."""
    found = ODD_START.match(line)
    return name_of(found[1]) if found else None


def visible(text: str) -> str:
    """A text that a terminal shows as it is: what would move its cursor or colour it is spelt out."""
    return UNWANTED.sub(lambda found: f"\\u{ord(found[0]):04x}", text).replace("\n", "\\n").replace("\r", "")
