"""All measures of one solved frame."""

from __future__ import annotations

from collections.abc import Iterator

from generator.model.pose import Contact as Asked
from generator.model.pose import Hands

from ..posing.pose import Posed
from .angles import angles
from .carrying import carriers, contacts
from .measures import Measures, Touch
from .places import axes, places, way
from .pressing import presses


def measure(posed: Posed) -> Measures:
    """Return everything that is measured on a solved frame."""
    touching = contacts(posed)
    return Measures(
        stance=posed.setting.compass.stance,
        angles=angles(posed),
        places=places(posed),
        axes=axes(posed),
        words={word: way(direction) for word, direction in posed.setting.compass.words.items()},
        carried=carriers(posed, touching),
        pressed=presses(posed, touching),
        touches=tuple(_touches(posed)),
        joined=next((w.value.join for w in posed.wanted.values() if isinstance(w.value, Hands)), ""),
    )


def _touches(posed: Posed) -> Iterator[Touch]:
    """Yield the contacts that the frame asks for, sorted as the writer gave them."""
    for slot, wish in posed.wanted.items():
        if isinstance(wish.value, Hands):
            yield Touch("hands", wish.value.on or "")
        elif slot.startswith("touch ") and isinstance(wish.value, Asked):
            on = posed.setting.support if wish.value.on == "support" else wish.value.on
            yield Touch(wish.part, on)
