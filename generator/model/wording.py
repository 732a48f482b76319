"""Words that no text of the handbook has, as they stand in content/wording.yml; English has its own here."""

from generator.model.base import Frozen, Text

VAGUE = (
    "a few", "a couple", "several", "as long as you can", "as far as you can", "as much as you can",
    "as hard as you can", "a while", "a number of", "a bit", "some time", "from time to time", "to taste",
)  # fmt: skip
PROMISES = (
    "cure", "cures", "cured", "fixes", "heals", "healed", "guarantee", "guaranteed", "guarantees",
    "permanent", "permanently", "miracle", "instant", "instantly", "immediate relief", "once and for all",
    "get rid of", "eliminate", "eliminates", "100 %", "100%", "pain-free for good", "completely gone",
)  # fmt: skip
NO_VERBS = (
    "the", "a", "an", "your", "you", "it", "this", "that", "these", "those", "with", "without", "from", "in",
    "on", "at", "by", "for", "both", "each", "one", "two", "three", "right", "left", "then", "there", "when",
    "while", "if", "as", "and", "or", "but", "so", "not", "no", "never", "very", "slowly", "gently", "now",
    "hands", "feet", "arms", "legs", "knees", "elbows", "shoulders", "head", "back", "hips",
)  # fmt: skip

LIMITS = "What is not known"


class Wording(Frozen):
    """The whole of content/wording.yml; what it leaves out is English."""

    promises: tuple[Text, ...] = PROMISES
    """What no text says, since it promises a cure."""
    vague: tuple[Text, ...] = VAGUE
    """What stands where a number should."""
    no_verbs: tuple[Text, ...] = NO_VERBS
    """What no step begins with, since it begins with what to do."""
    limits: Text | None = None
    """The heading below which a page of guidance with sources says what nobody knows; in English LIMITS."""
