"""What a frame may be said to show, and what it must never show: conditions that can be measured.

Every condition has one written limit, so that writer, reader and check mean the same by it. Angles are
counted as in `figure/measuring/measures.py`; lengths are those of the drawn body.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Annotated, Literal

from pydantic import AfterValidator

from generator.model.words import suggestion

Unit = Literal["cm", "degrees", "percent"]
SIDED = ("left", "right")
PLACED = re.compile(r"(.+) (at|above|below) ([CTL])(\d+)(?: to ([CTL])(\d+))?")
THICK = re.compile(r"(\w+) (\d+(?:\.\d+)?) cm thick")
VERTEBRAE = MappingProxyType({"C": 7, "T": 12, "L": 5})


@dataclass(frozen=True)
class Shown:
    """A condition: what is measured, and from which limit on it holds."""

    says: str
    bound: Literal["over", "under"]
    limit: float
    unit: Unit
    paired: bool = False
    """Whether it is about a limb, and may name one side; without a side it is about both."""


def _over(
    says: str, limit: float, unit: Literal["cm", "degrees", "percent"] = "degrees", paired: bool = False
) -> Shown:
    return Shown(says, "over", limit, unit, paired)


def _under(says: str, limit: float, unit: Unit = "degrees", paired: bool = False) -> Shown:
    return Shown(says, "under", limit, unit, paired)


TRUNK: Mapping[str, Shown] = MappingProxyType({
    "low back neutral": _under("the low back is bent either way by", 15),
    "low back flat": _under("the low back is hollowed by", 2),
    "low back arched": _over("the low back is hollowed by", 20),
    "low back rounded": _over("the low back is bent forward by", 20),
    "back rounded": _over("chest against pelvis, bent forward by", 25),
    "upper back rounded": _over("the upper back is bent forward by", 12),
    "upper back straight": _under("the upper back is bent forward by", 12),
    "trunk twisted": _over("the chest is turned against the pelvis by", 15),
    "trunk turned": _over("the chest is turned against the pelvis by", 15),
    "trunk bent sideways": _over("chest against pelvis, bent to a side by", 15),
    "trunk upright": _under("the line from hips to neck leans by", 15),
    "trunk leaning forward": _over("the line from hips to neck leans forward by", 15),
    "trunk leaning back": _over("the line from hips to neck leans back by", 15),
    "trunk leaning sideways": _over("the line from hips to neck leans to a side by", 12),
    "chest still": _under("the chest has moved since the frame before by", 3, "cm"),
    "ribs flared": _over("low and upper back together are hollowed by", 30),
    "ball on the spine": _under("the ball presses beside the midline by", 2.5, "cm"),
    "pelvis tipped forward": _over("the pelvis leans forward by", 15),
    "belly sucked in": _over("the belly has drawn in since the frame before by", 4, "cm"),
    "all weight on the roller": _over("the roller carries of the body's weight", 80, "percent"),
    "belly on the floor": _under("the belly is above the floor by", 3, "cm"),
})  # fmt: skip
HEAD: Mapping[str, Shown] = MappingProxyType({
    "chin level": _under("the face points up or down by", 10),
    "chin lifted": _over("the face points above level by", 12),
    "chin tucked": _over("the head is nodded against the chest by", 15),
    "chin on the chest": _over("the head is bent forward against the chest by", 50),
    "chin poked": _over("neck bent forward and head tipped back, both by", 9),
    "head in line": _under("the head is bent against the chest, any way, by", 15),
    "head still": _under("the head has turned or bent since the frame before by", 8),
    "head tipped back": _over("the head is bent back against the chest by", 20),
    "head hanging forward": _over("the head is bent forward against the chest by", 25),
    "head lifted": _over("the back of the head has risen since the frame before by", 3, "cm"),
    "head turned": _over("the head is turned against the chest by", 15),
    "head turned all the way": _over("the head is turned against the chest by", 75),
    "head tilted": _over("the ear is brought to the shoulder by", 10),
    "weight on the head": _over("head and neck carry of the body's weight", 20, "percent"),
    "face up": _over("the face points above level by", 75),
    "face down": _over("the face points below level by", 60),
})  # fmt: skip
ARMS: Mapping[str, Shown] = MappingProxyType({
    "shoulders shrugged": _over("the collarbone is raised by", 8, paired=True),
    "shoulders pulled back hard": _over("the collarbone is drawn back by", 20, paired=True),
    "shoulders rounded forward": _over("the collarbone is brought forward by", 10, paired=True),
    "elbows locked": _under("the elbow is bent by", 4, paired=True),
    "elbows straight": _under("the elbow is bent by", 12, paired=True),
    "elbows bent": _over("the elbow is bent by", 15, paired=True),
    "elbows soft": _over("the elbow is bent by", 8, paired=True),
    "elbows above the shoulders": _over("the elbow is above the shoulder joint by", 3, "cm", True),
    "elbows drifted apart": _over("the elbows are wider than in the frame before by", 5, "cm"),
    "elbows close": _under("each elbow is outside its shoulder joint by", 8, "cm"),
    "arms above the shoulders": _over("the hand is above the shoulder joint by", 5, "cm", True),
    "shoulders over wrists": _under("shoulder and wrist are off one plumb line by", 8, "cm", True),
    "shoulders over elbows": _under("shoulder and elbow are off one plumb line by", 8, "cm", True),
    "shoulder in the ear": _under("ear and shoulder are apart by", 10, "cm", True),
    "palms together": _under("the palms are apart by", 4, "cm"),
    "hand on the head": _under("a palm is off the skull by", 11, "cm", True),
    "hand on the chin": _under("a palm is off the chin by", 8, "cm", True),
    "hand on the knee or shin": _under("a palm is off the knee or shin by", 7, "cm", True),
    "hand on the ankle": _under("a palm is off the ankle by", 8, "cm", True),
    "hand on the elbow": _under("a palm is off the other elbow by", 5, "cm", True),
    "hands unloaded": _under("hands and forearms carry of the body's weight", 8, "percent"),
    "hand on the floor": _under("a palm is above the floor by", 4, "cm", True),
    "gaze follows hand": _under("the face points beside the hand by", 45, paired=True),
    "shoulder lifted": _over("the shoulder is above the floor by", 14, "cm", True),
})  # fmt: skip
LEGS: Mapping[str, Shown] = MappingProxyType({
    "hips sagging": _over("the hips are below the line from shoulders to feet or knees by", 4, "cm"),
    "hips above the line": _over("the hips are above the line from shoulders to feet or knees by", 6, "cm"),
    "hips in line": _under("the hips are off the line from shoulders to feet or knees by", 5, "cm"),
    "hips lifted": _over("the seat has risen since the frame before by", 3, "cm"),
    "hips still": _under("the middle of the hips has moved since the frame before by", 3, "cm"),
    "hips level": _under("one hip is higher than the other by", 4, "cm"),
    "hips tipped": _over("one hip is higher than the other by", 4, "cm"),
    "hips turned": _over("the pelvis has turned since the frame before by", 12),
    "hips pushed sideways": _over("the hips stand beside the middle of the feet by", 8, "cm"),
    "hips over knees": _under("hip and knee are off one plumb line by", 9, "cm", True),
    "hips on heels": _under("the seat is off the heel by", 9, "cm", True),
    "thighs past square": _over("the hip is bent by", 130, paired=True),
    "knees locked": _under("the knee is bent by", 3, paired=True),
    "knees square": _under("the knee differs from a right angle by", 12, paired=True),
    "knees straight": _under("the knee is bent by", 12, paired=True),
    "knees bent": _over("the knee is bent by", 15, paired=True),
    "knees together": _under("the knees are apart, from middle to middle, by", 16, "cm"),
    "knees apart": _over("the knees are apart, from middle to middle, by", 20, "cm"),
    "knee past toes": _over("the kneecap is ahead of the tip of the toes by", 4, "cm", True),
    "knee over toes": _under("the knee is beside the line over the foot by", 8, "cm", True),
    "knee falling in": _over("the knee is inside the line from hip to ankle by", 5, "cm", True),
    "shins upright": _under("the shin leans by", 15, paired=True),
    "knee on the floor": _under("the knee joint is above the floor by", 9, "cm", True),
    "feet under knees": _under("knee and ankle are off one plumb line by", 9, "cm", True),
    "feet too far away": _over("the ankle is footward of the knee by", 9, "cm", True),
    "foot in front": _over("one foot is ahead of the other by", 10, "cm"),
    "feet flat": _under("heel or toes are above the floor by", 3, "cm", True),
    "heels down": _under("the heel is above the floor by", 3, "cm", True),
    "leg above the hip": _over("the ankle is above the hip joint by", 6, "cm", True),
    "leg turned out": _over("the thigh is turned out by", 35, paired=True),
    "legs lifted": _over("the ankle has risen since the frame before by", 14, "cm", True),
    "squatting": _over("the knee is bent by", 60, paired=True),
})  # fmt: skip
CONDITIONS: Mapping[str, Shown] = MappingProxyType({**TRUNK, **HEAD, **ARMS, **LEGS})


@dataclass(frozen=True)
class Span:
    """Where on the spine a round thing presses: on the vertebrae from `first` to `last`, or beyond one."""

    thing: str
    word: Literal["at", "above", "below"]
    first: tuple[str, int]
    last: tuple[str, int]


def sides_of(text: str) -> tuple[tuple[str, ...], str]:
    """Return the sides a condition is about, and the condition without them: both where none is named."""
    first, _, rest = text.strip().partition(" ")
    if first in SIDED:
        singular = next((name for name in CONDITIONS if rest in (name, _single(name))), rest)
        return (first,), singular
    return SIDED, text.strip()


def _single(name: str) -> str:
    """Return "shoulder over elbow" for "shoulders over elbows", "left foot flat" as "foot flat"."""
    noun, _, rest = name.partition(" ")
    rest = re.sub(r"\b(over|under) (elbow|wrist|knee)s$", r"\1 \2", rest)
    return f"{ {'feet': 'foot'}.get(noun, noun.removesuffix('s')) } {rest}"


def spine_span(text: str) -> Span | None:
    """Return what "roller at T4 to T12" or "roller above T1" says; nothing for other conditions."""
    found = PLACED.fullmatch(text.strip())
    if not found:
        return None
    thing, word, region, number, other, last = found.groups()
    first = (region, int(number))
    return Span(thing, word, first, (other, int(last)) if other else first)  # type: ignore[arg-type]


def thick_thing(text: str) -> tuple[str, float] | None:
    """Return the thing and its size in "ball 6.7 cm thick"; nothing for other conditions."""
    found = THICK.fullmatch(text.strip())
    return (found.group(1), float(found.group(2))) if found else None


def check_shown(text: str) -> str:
    """Return `text` if it is a condition that can be measured; ValueError with a suggestion if not."""
    span = spine_span(text)
    if span:
        for region, number in (span.first, span.last):
            if not 1 <= number <= VERTEBRAE[region]:
                raise ValueError(f"'{text}': there is no vertebra {region}{number}")
        return text.strip()
    if thick_thing(text):
        return text.strip()
    sides, name = sides_of(text)
    if name not in CONDITIONS:
        raise ValueError(f"'{text}': no such condition{suggestion(name, CONDITIONS)}")
    if len(sides) == 1 and not CONDITIONS[name].paired:
        raise ValueError(f"'{text}': '{name}' is not about one side")
    return text.strip()


ShownCondition = Annotated[str, AfterValidator(check_shown)]
"""Something that can be measured in a frame, in words: "palms together", "left knee past toes"."""
