"""How each condition of `model/showing.py` is measured in a frame."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from math import dist, inf
from types import MappingProxyType

from generator.agreement.looks import Look
from generator.figure import gaze_off, load, own_travel
from generator.model.showing import CONDITIONS, Span, sides_of, spine_span, thick_thing

SKULL = ("left head_side", "right head_side", "crown", "head_back")
ARM_ENDS = tuple(f"{side} {part}" for side in ("left", "right") for part in ("hand", "forearm", "elbow"))
UNITS = {"cm": "cm", "degrees": "degrees", "percent": "%"}
HEEL = 4.3  # cm from the sole to the landmark at the back of the heel
ORDER = ("L", "T", "C")  # regions of the spine from below
Whole = Callable[[Look], float]
Sided = Callable[[Look, str], float]


def _bend(look: Look) -> float:
    return max(abs(look.angle(f"cervical {move}")) for move in ("flexion", "side bend", "rotation"))


def _head_change(look: Look) -> float:
    return max(abs(look.grown(f"cervical {move}")) for move in ("flexion", "side bend", "rotation"))


def _other(side: str) -> str:
    return "left" if side == "right" else "right"


def _hip_step(look: Look) -> float:
    return abs(look.above("left hip joint", "right hip joint"))


def _hips_moved(look: Look) -> float:
    one, other = Look(look.before, look.before).middle("hip joint"), look.middle("hip joint")
    return dist(one, other)


def _elbows_wider(look: Look) -> float:
    wide = ("left elbow joint", "right elbow joint")
    return look.apart(*wide) - Look(look.before, look.before).apart(*wide)


def _chest_moved(look: Look) -> float:
    one, other = look.before.axes["chest"].origin, look.now.axes["chest"].origin
    return dist(one, other)


WHOLE: Mapping[str, Whole] = MappingProxyType({
    "low back neutral": lambda look: abs(look.angle("lumbar flexion")),
    "low back flat": lambda look: -look.angle("lumbar flexion"),
    "low back arched": lambda look: -look.angle("lumbar flexion"),
    "low back rounded": lambda look: look.angle("lumbar flexion"),
    "back rounded": lambda look: look.angle("trunk flexion"),
    "upper back rounded": lambda look: look.angle("thoracic flexion"),
    "upper back straight": lambda look: look.angle("thoracic flexion"),
    "trunk twisted": lambda look: abs(look.angle("trunk rotation")),
    "trunk turned": lambda look: abs(look.angle("trunk rotation")),
    "trunk bent sideways": lambda look: abs(look.angle("trunk side bend")),
    "trunk upright": lambda look: 90 - look.angle("trunk rise"),
    "trunk leaning forward": lambda look: look.leaning("forward"),
    "trunk leaning back": lambda look: -look.leaning("forward"),
    "trunk leaning sideways": lambda look: abs(look.leaning("left")),
    "chest still": _chest_moved,
    "ribs flared": lambda look: -look.angle("lumbar flexion") - look.angle("thoracic flexion"),
    "ball on the spine": lambda look: min((each.beside for each in look.now.pressed), default=inf),
    "pelvis tipped forward": lambda look: look.pelvis_forward(),
    "belly sucked in": lambda look: -own_travel(look.before, look.now, "belly", "pelvis")[0],
    "all weight on the roller": lambda look: sum(c.load for c in look.now.carried if c.kind == "roller"),
    "belly on the floor": lambda look: look.above("belly"),
    "chin level": lambda look: abs(look.angle("head facing")),
    "chin lifted": lambda look: look.angle("head facing"),
    "chin tucked": lambda look: look.angle("cervical flexion"),
    "chin on the chest": lambda look: look.angle("cervical flexion"),
    "chin poked": lambda look: min(look.angle("neck flexion"), -look.angle("head flexion")),
    "head in line": _bend,
    "head still": _head_change,
    "head tipped back": lambda look: -look.angle("cervical flexion"),
    "head hanging forward": lambda look: look.angle("cervical flexion"),
    "head lifted": lambda look: look.rise("head_back"),
    "head turned": lambda look: abs(look.angle("cervical rotation")),
    "head turned all the way": lambda look: abs(look.angle("cervical rotation")),
    "head tilted": lambda look: abs(look.angle("cervical side bend")),
    "weight on the head": lambda look: load(look.now, ("head", "neck")),
    "face up": lambda look: look.angle("head facing"),
    "face down": lambda look: -look.angle("head facing"),
    "elbows drifted apart": _elbows_wider,
    "elbows close": lambda look: max(look.outside(side) for side in ("left", "right")),
    "hands unloaded": lambda look: load(look.now, ARM_ENDS),
    "palms together": lambda look: look.apart("left palm", "right palm"),
    "hips sagging": lambda look: look.below_line(),
    "hips above the line": lambda look: -look.below_line(),
    "hips in line": lambda look: abs(look.below_line()),
    "hips lifted": lambda look: min(look.rise("left seat"), look.rise("right seat")),
    "hips still": _hips_moved,
    "hips level": _hip_step,
    "hips tipped": _hip_step,
    "hips turned": lambda look: look.turned("pelvis"),
    "hips pushed sideways": lambda look: look.pushed_sideways(),
    "knees together": lambda look: look.apart("left knee joint", "right knee joint"),
    "knees apart": lambda look: look.apart("left knee joint", "right knee joint"),
    "foot in front": lambda look: abs(look.along("forward", "left heel", "right heel")),
})  # fmt: skip
PAIRED: Mapping[str, Sided] = MappingProxyType({
    "shoulders shrugged": lambda look, s: look.angle(f"{s} girdle elevation"),
    "shoulders pulled back hard": lambda look, s: -look.angle(f"{s} girdle protraction"),
    "shoulders rounded forward": lambda look, s: look.angle(f"{s} girdle protraction"),
    "elbows locked": lambda look, s: look.angle(f"{s} elbow flexion"),
    "elbows straight": lambda look, s: look.angle(f"{s} elbow flexion"),
    "elbows bent": lambda look, s: look.angle(f"{s} elbow flexion"),
    "elbows soft": lambda look, s: look.angle(f"{s} elbow flexion"),
    "elbows above the shoulders": lambda look, s: look.above(f"{s} elbow joint", f"{s} shoulder joint"),
    "arms above the shoulders": lambda look, s: look.above(f"{s} palm", f"{s} shoulder joint"),
    "shoulders over wrists": lambda look, s: look.beside(f"{s} shoulder joint", f"{s} wrist joint"),
    "shoulders over elbows": lambda look, s: look.beside(f"{s} shoulder joint", f"{s} elbow joint"),
    "shoulder in the ear": lambda look, s: look.apart(f"{s} ear", f"{s} shoulder"),
    "hand on the head": lambda look, s: min(
        look.apart(f"{s} palm", place) for place in SKULL
    ),
    "hand on the chin": lambda look, s: look.apart(f"{s} palm", "chin"),
    "hand on the knee or shin": lambda look, s: min(
        look.apart(f"{s} palm", f"{leg} {place}") for leg in ("left", "right") for place in ("knee", "shin")
    ),
    "hand on the ankle": lambda look, s: look.apart(f"{s} palm", f"{s} ankle"),
    "hand on the elbow": lambda look, s: look.apart(f"{s} palm", f"{_other(s)} elbow joint"),
    "hand on the floor": lambda look, s: look.above(f"{s} palm"),
    "gaze follows hand": lambda look, s: gaze_off(look.now, f"{s} palm"),
    "shoulder lifted": lambda look, s: look.above(f"{s} shoulder joint"),
    "hips over knees": lambda look, s: look.beside(f"{s} hip joint", f"{s} knee joint"),
    "hips on heels": lambda look, s: look.apart(f"{s} seat", f"{s} heel"),
    "thighs past square": lambda look, s: look.angle(f"{s} hip flexion"),
    "knees locked": lambda look, s: look.angle(f"{s} knee flexion"),
    "knees square": lambda look, s: abs(look.angle(f"{s} knee flexion") - 90),
    "knees straight": lambda look, s: look.angle(f"{s} knee flexion"),
    "knees bent": lambda look, s: look.angle(f"{s} knee flexion"),
    "knee past toes": lambda look, s: look.past_toes(s),
    "knee over toes": lambda look, s: look.beside_foot(s),
    "knee falling in": lambda look, s: look.falling_in(s),
    "shins upright": lambda look, s: 90 - abs(look.angle(f"{s} shin rise")),
    "knee on the floor": lambda look, s: look.above(f"{s} knee joint"),
    "feet under knees": lambda look, s: look.beside(f"{s} ankle joint", f"{s} knee joint"),
    "feet too far away": lambda look, s: look.along("footward", f"{s} ankle joint", f"{s} knee joint"),
    "feet flat": lambda look, s: look.above(f"{s} heel") - HEEL,
    "heels down": lambda look, s: look.above(f"{s} heel") - HEEL,
    "leg above the hip": lambda look, s: look.above(f"{s} ankle joint", f"{s} hip joint"),
    "leg turned out": lambda look, s: look.angle(f"{s} hip rotation"),
    "legs lifted": lambda look, s: look.rise(f"{s} ankle joint"),
    "squatting": lambda look, s: look.angle(f"{s} knee flexion"),
})  # fmt: skip


@dataclass(frozen=True)
class Found:
    """What a condition measures in one frame: how much, and whether that makes it true."""

    holds: bool
    text: str


def look_for(text: str, look: Look) -> Iterator[Found]:
    """Yield what a condition measures: once, or once for each side it is about."""
    span, thickness = spine_span(text), thick_thing(text)
    if span:
        yield _pressed(span, look)
        return
    if thickness:
        name, size = thickness
        drawn = look.things[name].thick if name in look.things else None
        yield Found(drawn == size, f"the {name} is {drawn or 'not'} cm thick as drawn")
        return
    sides, name = sides_of(text)
    shown = CONDITIONS[name]
    values = [PAIRED[name](look, side) for side in sides] if shown.paired else [WHOLE[name](look)]
    for value in values:
        holds = value > shown.limit if shown.bound == "over" else value <= shown.limit
        yield Found(holds, f"{shown.says} {value:.0f} {UNITS[shown.unit]} (limit {shown.limit:g})")


def _pressed(span: Span, look: Look) -> Found:
    """Return where a round thing presses on the spine, and whether that is where the words have it."""
    press = next(
        (each for each in look.now.pressed if each.on == span.thing or each.kind == span.thing), None
    )
    if press is None:
        return Found(False, f"no {span.thing} presses on the back")
    top, bottom = _place(press.top), _place(press.bottom)
    high, low = sorted((_rank(span.first), _rank(span.last)), reverse=True)
    holds = {
        "at": bottom <= high and top >= low,
        "above": top > high,
        "below": bottom < low,
    }[span.word]
    return Found(holds, f"the {span.thing} presses from {press.top} to {press.bottom}")


def _place(vertebra: str) -> float:
    return _rank((vertebra[0], int(vertebra[1:])))


def _rank(vertebra: tuple[str, int]) -> float:
    """Return a number that grows from the lowest vertebra to the highest."""
    region, number = vertebra
    return ORDER.index(region) * 100.0 - number
