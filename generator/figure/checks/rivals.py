"""Why a wish is not met: which way the body would have to go, and what asks for something else."""

from __future__ import annotations

import numpy as np

from ..body.mesh import FloatArray
from ..posing.freedom import COUNT
from ..posing.plan import goals_of
from ..posing.pose import Posed
from ..posing.solver import System
from ..posing.wishes import Wish
from ..things.compass import Compass

TELLING = 0.4  # cosine from which a direction counts as one of the compass's words
PULLS = 0.05  # share of the wish's own pull that a rival's pull has at least


def way(compass: Compass, vector: FloatArray) -> str:
    """Return a vector of the room in the words of a stance, such as "up and backward"."""
    length = float(np.linalg.norm(vector))
    if length == 0:
        return ""
    along = {word: float(axis @ vector) / length for word, axis in compass.words.items()}
    words = sorted((word for word in along if along[word] > TELLING), key=lambda word: -along[word])
    return " and ".join(_without_doubles(words, compass)[:2])


def _without_doubles(words: list[str], compass: Compass) -> list[str]:
    """Return the words but those that mean the same direction in this stance, as up and forward may."""
    kept: list[str] = []
    for word in words:
        if not any(compass.words[word] @ compass.words[other] > 0.9 for other in kept):
            kept.append(word)
    return kept


def rival(s: Posed, wish: Wish) -> Wish | None:
    """Return the wish that pulls most against another one where the search ended, or None.

    At the best pose found all pulls (each wish's share of the slope of the cost) add up to nothing, so what
    keeps a wish from being met is what pulls the other way.
    """
    own = _pull(s, wish)
    against: dict[str, float] = {}
    for slot, other in s.wanted.items():
        if slot != wish.slot and other.where != wish.where:
            against[slot] = -float(_pull(s, other) @ own)
    slot = max(against, key=lambda each: against[each], default="")
    return s.wanted[slot] if slot and against[slot] > PULLS * float(own @ own) else None


def rival_text(s: Posed, wish: Wish) -> str:
    """Return what keeps a wish from being met, as far as one other wish does."""
    other = rival(s, wish)
    if other is None:
        return "several other wishes pull against it a little each"
    where = f"`{other.where}`" if other.layer else f"the base pose (`{other.where}`)"
    return f"{where} pulls against it"


def _pull(s: Posed, wish: Wish) -> FloatArray:
    """Return the slope of the cost of one wish at the solved pose, `(COUNT,)`."""
    goals = goals_of(wish, s.wanted, s.setting)
    if not goals:
        return np.zeros(COUNT)
    value, slope = System(s.setting.body, s.state.anchor, goals).linearised(s.state.x)
    return np.asarray(slope.T @ value)
