"""From wishes to goals: every word of a pose as something the solver can measure."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import numpy as np

from generator.model.words import SIDES, parse_terms

from ..body.mesh import FloatArray
from ..body.rotation import X, Y, Z, about, unit
from ..body.sites import sites_of
from ..body.skeleton import skeleton_of
from ..things.compass import Compass
from .balance import Balance
from .bearings import Points, Pole
from .conditions import condition_goals
from .contacts import clear_goals, touch_goals
from .freedom import NAMES, SPINE, ranges, stem
from .goals import Angle, Eased, Goal, Habit, Placed
from .setting import Setting
from .volumes import keep_out
from .wishes import FOOT_PARTS, Wish, to_left

FIRM, EASY = np.radians(1.0), np.radians(5.0)  # tolerance of an angle asked for here, or by the base
AIMED, LOOSE = np.radians(1.5), np.radians(7.0)  # the same for directions
HEAD_SHARE = {"nod": 0.4, "turn": 0.45, "tilt": 0.25}  # the head joint's share, the rest is the neck's
PATIENT = 3.0  # trunk and spine hold out longer than limbs
UPRIGHT_SPINE = np.radians(4.0)  # tolerance of a straight spine in a base pose
NECK_LEVER = 0.10  # m from the root of the neck to the head joint: turns a slide into angles


def goals_for(wanted: Mapping[str, Wish], s: Setting) -> tuple[Goal, ...]:
    """Return all goals of a frame; ValueError, naming the place, for words that make no sense here."""
    goals: list[Goal] = [habit(wanted, s), keep_out(s.body), *trunk_goals(wanted, s), *clear_goals(wanted, s)]
    if s.balance:
        feet = tuple(side for side in SIDES if any(f"touch {side} {part}" in wanted for part in FOOT_PARTS))
        if feet:
            goals.append(Balance(s.body, feet))
    for wish in wanted.values():
        goals += goals_of(wish, wanted, s)
    return tuple(goals)


def goals_of(wish: Wish, wanted: Mapping[str, Wish], s: Setting) -> tuple[Goal, ...]:
    """Return the goals of one wish beside the others; ValueError, naming the place, for senseless words."""
    touches = wish.slot.startswith(("touch ", "hands"))
    try:
        return tuple(touch_goals(wish, wanted, s) if touches else word_goals(wish, s))
    except ValueError as error:
        raise ValueError(f"{wish.where}: {error}") from error


def habit(wanted: Mapping[str, Wish], s: Setting) -> Habit:
    """Return the pull of everything unsaid towards the pose before; what is set free gives more."""
    softness = ranges().softness.copy()
    for wish in wanted.values():
        if wish.slot.startswith("free ") and isinstance(wish.value, float):
            for i, name in enumerate(NAMES):
                if freed(name, wish.part):
                    softness[i] = 0.5 if name.startswith("place") else np.radians(wish.value)
    patience = np.array([PATIENT if stem(name) in ("trunk", *SPINE) else 1.0 for name in NAMES])
    return Habit(s.before.x, softness, patience)


def freed(name: str, part: str) -> bool:
    """Tell whether a degree of freedom belongs to what `free` names."""
    stem = name.split(".")[0]
    return {
        "trunk": stem == "trunk", "pelvis": stem in ("trunk", "place"), "place": stem == "place",
        "head": stem in ("head", "neck"), "shoulders": stem.endswith(" shoulder"),
    }.get(part, stem == part or arm_or_leg(stem) == part.replace("_", " "))  # fmt: skip


def arm_or_leg(stem: str) -> str:
    """Return "left arm" for "left elbow", "right leg" for "right hip"."""
    side, _, joint = stem.partition(" ")
    return f"{side} {'arm' if joint in ('shoulder', 'arm', 'elbow', 'forearm', 'wrist') else 'leg'}"


def amount(wanted: Mapping[str, Wish], slot: str) -> float:
    """Return the signed degrees of a slot, 0 if nobody asked."""
    value = wanted[slot].value if slot in wanted else 0.0
    return to_left(value) if isinstance(value, str) else float(value)  # type: ignore[arg-type]


def trunk_goals(wanted: Mapping[str, Wish], s: Setting) -> Iterator[Goal]:
    """Yield the pelvis's direction in the room and the angles of spine, neck and head."""
    asked = [
        slot
        for slot in ("trunk.lean", "trunk.turn", "trunk.roll", "pelvis.tuck", "pelvis.hike")
        if slot in wanted
    ]
    if asked:
        turn = trunk_turn(wanted, s.compass)
        tolerance, soft = strength(wanted[asked[-1]], s, AIMED, LOOSE)
        for axis in (Y, Z):
            yield Points("pelvis", "", axis, turn @ axis, tolerance, soft=soft)
    counter = {
        "low_back.round": amount(wanted, "pelvis.tuck"),
        "low_back.bend": amount(wanted, "pelvis.hike"),
    }
    for region in ("low_back", "upper_back"):
        for move in ("round", "bend", "turn"):
            slot = f"{region}.{move}"
            cause = wanted.get(slot) or (wanted.get("pelvis.tuck") if counter.get(slot) else None)
            if cause:
                tolerance, soft = strength(cause, s, FIRM, EASY)
                degrees = amount(wanted, slot) + counter.get(slot, 0.0)
                yield Angle(slot, np.radians(degrees), tolerance, soft)
    yield from head_goals(wanted, s)
    if s.newest == 0:
        yield from (Angle(name, 0.0, UPRIGHT_SPINE) for name in NAMES if straight_in_base(name, wanted))


def straight_in_base(name: str, wanted: Mapping[str, Wish]) -> bool:
    """Tell whether a base pose leaves a spinal angle at zero because it says nothing of it."""
    head = any(slot.startswith("head.") for slot in wanted)
    region = stem(name)
    return region in SPINE and not any(slot.startswith(f"{region}.") for slot in wanted) and not (
        head and region in ("neck", "head")
    )  # fmt: skip


def trunk_turn(wanted: Mapping[str, Wish], compass: Compass) -> FloatArray:
    """Return the rotation of the pelvis that lean, turn, roll and tuck ask for."""
    lean = np.eye(3)
    if "trunk.lean" in wanted:
        for word, degrees in parse_terms(str(wanted["trunk.lean"].value)):
            lean = about(unit(np.cross(compass.trunk @ Y, compass.word(word))), np.radians(degrees)) @ lean
    heading = about(Y, np.radians(amount(wanted, "trunk.turn")))
    own = about(Y, np.radians(amount(wanted, "trunk.roll")))
    tuck = about(X, -np.radians(amount(wanted, "pelvis.tuck"))) @ about(
        Z, np.radians(amount(wanted, "pelvis.hike"))
    )
    return np.asarray(heading @ lean @ compass.trunk @ own @ tuck)


def head_goals(wanted: Mapping[str, Wish], s: Setting) -> Iterator[Goal]:
    """Yield the angles of neck and head, or the directions of face and crown."""
    slide = slide_angle(str(wanted["head.slide"].value)) if "head.slide" in wanted else 0.0
    for slot, move in (("nod", "round"), ("turn", "turn"), ("tilt", "bend")):
        wish = wanted.get(f"head.{slot}") or (wanted.get("head.slide") if move == "round" else None)
        if wish is None:
            continue
        tolerance, soft = strength(wish, s, FIRM, EASY)
        degrees, share = amount(wanted, f"head.{slot}"), HEAD_SHARE[slot]
        extra = slide if move == "round" else 0.0
        yield Angle(f"neck.{move}", np.radians(degrees * (1 - share) + extra), tolerance, soft)
        yield Angle(f"head.{move}", np.radians(degrees * share - extra), tolerance, soft)
    for slot, axis in (("look", Z), ("crown", Y)):
        if f"head.{slot}" in wanted:
            wish = wanted[f"head.{slot}"]
            tolerance, soft = strength(wish, s, 2 * AIMED, LOOSE)
            towards, inside = s.compass.direction(str(wish.value))
            yield Points("head", "", axis, towards, tolerance, inside, soft)


def slide_angle(words: str) -> float:
    """Return the neck's forward bend in degrees for "forward 3" or "backward 2" centimetres."""
    return sum(
        float(np.degrees(np.arcsin(size / 100 / NECK_LEVER))) * (1 if word == "forward" else -1)
        for word, size in parse_terms(words)
    )


def strength(wish: Wish, s: Setting, firm: float, easy: float) -> tuple[float, bool]:
    """Return tolerance and softness: firm for the frames' own words, easy for the base's."""
    return (firm, False) if wish.layer >= s.strict_from else (easy, True)


def word_goals(wish: Wish, s: Setting) -> Iterator[Goal]:
    """Yield the goals of one wish about a limb, a shift or a condition."""
    kind = wish.slot.split(".")[0]
    if kind.endswith(" arm"):
        yield from arm_goals(wish, s)
    elif kind.endswith(" leg"):
        yield from leg_goals(wish, s)
    elif wish.slot.startswith("shift "):
        yield from shift_goals(wish, s)
    elif wish.slot.startswith("keep "):
        kept = condition_goals(str(wish.value), s)
        yield from (Eased(goal) for goal in kept) if wish.layer < s.strict_from else kept


def arm_goals(wish: Wish, s: Setting) -> Iterator[Goal]:
    """Yield the goals of one word about an arm."""
    name, side = wish.slot.split(".")[1], wish.side
    limb, hand = skeleton_of(s.body).arms[side], skeleton_of(s.body).hands[side]
    if name == "bend":
        yield Angle(f"{side} elbow.bend", np.radians(float(wish.value)), *strength(wish, s, FIRM, EASY))  # type: ignore[arg-type]
    elif name == "shoulder":
        yield from girdle_goals(wish, s)
    elif name != "hand":
        towards, inside = s.compass.direction(str(wish.value), side)
        tolerance, soft = strength(wish, s, AIMED, LOOSE)
        own = {"upper": limb.upper, "fore": limb.lower, "palm": hand.palm, "fingers": hand.fingers}
        if name == "elbow":
            yield Pole(side, "arm", towards, np.radians(12), inside)
        for key in ("upper", "fore") if name == "reach" else (name,):
            if key in own:
                joint = {"upper": "upperarm02", "fore": "lowerarm02"}.get(key, "wrist")
                wide = 3.0 if key in ("palm", "fingers") else 1.0
                yield Points(joint, side, own[key], towards, tolerance * wide, inside, soft)


def girdle_goals(wish: Wish, s: Setting) -> Iterator[Goal]:
    """Yield the collarbone's angles for centimetres of shoulder movement; no word means no movement."""
    terms = dict(parse_terms(str(wish.value)))
    skeleton = skeleton_of(s.body)
    lever = float(np.linalg.norm(skeleton.at("upperarm01", wish.side) - skeleton.at("clavicle", wish.side)))
    tolerance, soft = strength(wish, s, FIRM, EASY)
    for move, plus, minus in (("up", "up", "down"), ("forward", "forward", "backward")):
        shift = (terms.get(plus, 0.0) - terms.get(minus, 0.0)) / 100
        yield Angle(
            f"{wish.side} shoulder.{move}", float(np.arcsin(np.clip(shift / lever, -1, 1))), tolerance, soft
        )


def leg_goals(wish: Wish, s: Setting) -> Iterator[Goal]:
    """Yield the goals of one word about a leg."""
    name, side = wish.slot.split(".", 1)[1], wish.side
    limb = skeleton_of(s.body).legs[side]
    angles = {
        "hip.bend": "hip.bend", "hip.open": "hip.open", "hip.turn_out": "hip.turn", "knee": "knee.bend",
        "ankle.point": "ankle.point", "toes_bent": "toes.bent",
    }  # fmt: skip
    if name in angles:
        yield Angle(f"{side} {angles[name]}", np.radians(float(wish.value)), *strength(wish, s, FIRM, EASY))  # type: ignore[arg-type]
        return
    towards, inside = s.compass.direction(str(wish.value), side)
    tolerance, soft = strength(wish, s, AIMED, LOOSE)
    if name == "knee_points":
        yield Pole(side, "leg", towards, np.radians(8), inside)
        return
    joint, own = {
        "thigh": ("upperleg02", limb.upper), "shin": ("lowerleg02", limb.lower), "foot_points": ("foot", Z),
    }[name]  # fmt: skip
    yield Points(joint, side, own, towards, tolerance, inside, soft)


def shift_goals(wish: Wish, s: Setting) -> Iterator[Goal]:
    """Yield where a part has to be, some centimetres from where it was in the frame before."""
    for site in sites_of(s.body).part(wish.part):
        offset, along = s.compass.offset(dict(parse_terms(str(wish.value))), wish.side)
        if s.reached is None:
            raise ValueError("a shift needs a pose before it")
        yield Placed(site.middle, s.reached[site.middle] + offset, along)
