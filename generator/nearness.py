"""The word that somebody meant who wrote one that is not known: a slip of the pen away, or a relative."""

import re
from collections.abc import Iterable, Set
from itertools import takewhile
from typing import Final

RELATIVES: Final = {
    **dict.fromkeys(("downward", "downwards", "below", "lower", "under"), "down"),
    **dict.fromkeys(("upward", "upwards", "above", "raise", "higher", "over"), "up"),
    **dict.fromkeys(("inward", "inwards"), "in"),
    **dict.fromkeys(("outward", "outwards"), "out"),
    **dict.fromkeys(("front", "ahead"), "forward"),
    **dict.fromkeys(("back", "behind", "rearward"), "backward"),
    **dict.fromkeys(("stomach", "tummy", "abdomen"), "belly"),
    **dict.fromkeys(("bottom", "bum", "glute", "glutes"), "buttock"),
    **dict.fromkeys(("hamstring", "hamstrings"), "thigh_back"),
    **dict.fromkeys(("couch", "sofa"), "bed"),
    **dict.fromkeys(("desk", "counter", "worktop"), "table"),
    "foam_roller": "roller",
    "towel": "towel_roll",
}
"""What people write for a word of poses, where no slip of the pen leads to it."""
SHORT: Final = 3
"""Up to this length another letter makes another word: "bar" is no "bag"."""
LONG: Final = 6
"""From this length a word bears two slips."""
BEGINNING: Final = 4
SHARED: Final = 0.8
"""Letters, and part of both, that two words begin with if they are one family: "dizzy" and "dizziness"."""
LISTED: Final = 160
"""Characters that a list of all that is known may take in a message."""
PART: Final = re.compile(r"[ _/-]")


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """`; did you mean 'x'?` for the known word that is really near, or nothing."""
    near = nearest(word, known)
    return f"; did you mean '{near}'?" if near else ""


def suggestion(word: str, known: Iterable[str]) -> str:
    """The same, or else what is known: all where that is little, or what has a part of the word."""
    ordered = sorted(known) if isinstance(known, Set) else known
    choices = [each for each in dict.fromkeys(ordered) if each]
    parts = frozenset(PART.split(word))
    for some in (choices, [each for each in choices if parts.intersection(PART.split(each))]):
        listed = ", ".join(some)
        if 0 < len(listed) <= LISTED:
            return did_you_mean(word, choices) or f"; known here: {listed}"
    return did_you_mean(word, choices)


def nearest(word: str, known: Iterable[str]) -> str | None:
    """The known word that somebody meant, if one is near enough to be named."""
    choices = frozenset(known)
    if RELATIVES.get(word) in choices:
        return RELATIVES[word]
    near = [(far, each) for each in choices if (far := _apart(word, each)) is not None]
    return min(near)[1] if near else None


def _apart(one: str, two: str) -> float | None:
    """How far two names are apart; None if nobody would take one for the other."""
    # Addresses share their folders, and say little; where the last part is the same, the folder is the slip.
    (folder, _, name), (other_folder, _, other) = one.rpartition("/"), two.rpartition("/")
    if folder != other_folder:
        return 0.0 if name == other and folder and other_folder else _by_slips(one, two)
    slips = _by_slips(name, other)
    return _by_beginning(name, other) if slips is None else slips


def _by_slips(one: str, two: str) -> float | None:
    """Slips between two names whose parts are all near each other, or that differ in a hyphen."""
    parts, others = re.split(PART, one), re.split(PART, two)
    if len(parts) != len(others):
        return 1.0 if "".join(parts) == "".join(others) else None
    pairs = [(part.lower(), other.lower()) for part, other in zip(parts, others, strict=True)]
    return float(sum(_slips(*pair) for pair in pairs)) if all(_near(*pair) for pair in pairs) else None


def _by_beginning(one: str, two: str) -> float | None:
    """The letters at the ends of two names of one family; more than any slips."""
    shared = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(one, two, strict=False)))
    if shared < max(BEGINNING, SHARED * min(len(one), len(two))):
        return None
    return float(LONG + len(one) + len(two) - 2 * shared)


def _near(one: str, two: str) -> bool:
    slips, length = _slips(one, two), min(len(one), len(two))
    if 0 < length <= SHORT and len(one) == len(two):
        return slips == 0 or (slips == 1 and sorted(one) == sorted(two))
    return slips <= (2 if length >= LONG else min(length, 1))


def _slips(one: str, two: str) -> int:
    """Letters too many, too few, wrong, or changed with their neighbour."""
    before: list[int] = []
    row = list(range(len(two) + 1))
    for i, letter in enumerate(one):
        last, before, row = before, row, [i + 1]
        for j, other in enumerate(two):
            least = min(before[j + 1] + 1, row[j] + 1, before[j] + (letter != other))
            if i and j and letter == two[j - 1] and one[i - 1] == other:
                least = min(least, last[j - 1] + 1)
            row.append(least)
    return row[-1]
