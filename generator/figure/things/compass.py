"""What the direction words mean in a base pose: vectors in the room, metres, y up."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

import numpy as np

from generator.model.words import parse_terms, split_frame

from ..body.mesh import FloatArray
from ..body.rotation import X, Y, Z, about, unit

FRAME_JOINT: Mapping[str, str] = MappingProxyType({"chest": "sp6", "pelvis": "pelvis", "head": "head"})
RIGHT_ANGLE = np.pi / 2


@dataclass(frozen=True, eq=False)
class Compass:
    """A stance: how the trunk lies in the room, and the words that make sense in it."""

    stance: str
    trunk: FloatArray  # (3, 3)
    words: Mapping[str, FloatArray]

    def vector(self, text: str, side: str = "") -> FloatArray:
        """Return the unit direction of words such as "up 3 out 1"; ValueError for a word without meaning."""
        total = sum((weight * self.word(word, side) for word, weight in parse_terms(text)), np.zeros(3))
        return unit(total)

    def word(self, word: str, side: str = "") -> FloatArray:
        """Return one word's direction; "in" and "out" need a side."""
        if word in ("in", "out"):
            if not side:
                raise ValueError(f"'{word}' needs a left or right part; say 'left' or 'right' here")
            away = self.words[side]
            return np.asarray(away if word == "out" else -away)
        if word not in self.words:
            raise ValueError(f"'{word}' has no meaning {self.stance}; use {', '.join(self.words)}")
        return self.words[word]

    def direction(self, text: str, side: str = "") -> tuple[FloatArray, str]:
        """Return a direction and the joint whose axes it is in ("" for the room)."""
        frame, rest = split_frame(text)
        if not frame:
            return self.vector(rest, side), ""
        return UPRIGHT.vector(rest, side), FRAME_JOINT[frame]

    def offset(self, centimetres: Mapping[str, float], side: str = "") -> tuple[FloatArray, FloatArray]:
        """Return an offset in metres and the unit directions `(k, 3)` its words speak of."""
        named = {word: self.word(word, side) for word in centimetres}
        total = sum((named[word] * cm / 100 for word, cm in centimetres.items()), np.zeros(3))
        return np.asarray(total), np.array(list(named.values())).reshape(-1, 3)


def compass(stance: str, trunk: FloatArray, **extra: FloatArray) -> Compass:
    """Return a stance's words from how the trunk lies."""
    left = np.round(trunk @ X)
    words = {"up": Y, "down": -Y, "left": left, "right": -left}
    for word, opposite in (("forward", "backward"), ("headward", "footward")):
        if word in extra:
            words |= {word: extra[word], opposite: -extra[word]}
    return Compass(stance, trunk, MappingProxyType(words))


UPRIGHT = compass("upright", np.eye(3), forward=Z)
COMPASSES: Mapping[str, Compass] = MappingProxyType({
    "upright": UPRIGHT,
    "on-all-fours": compass("on all fours", about(X, RIGHT_ANGLE), forward=Z, headward=Z),
    "on-front": compass("lying on the front", about(X, RIGHT_ANGLE), headward=Z),
    "on-back": compass("lying on the back", about(X, -RIGHT_ANGLE), headward=-Z),
    "on-right-side": compass("lying on the right side", about(Z, RIGHT_ANGLE), forward=Z, headward=-X),
    "on-left-side": compass("lying on the left side", about(Z, -RIGHT_ANGLE), forward=Z, headward=X),
})  # fmt: skip
