"""What a pose asks for, layer on layer: base pose first, then frame by frame, later words first."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from generator.model.pose import Arm, Belly, Contact, Hands, Head, Leg, Pelvis, Posture, Spine, Trunk
from generator.model.words import SIDES, parse_terms

HAND_PARTS = ("palm", "hand", "back_of_hand", "hand_edge", "fingertips", "fist", "wrist")
LOWER_ARM_PARTS = ("forearm", "elbow")
FOOT_PARTS = ("sole", "heel", "toes", "instep", "foot", "ankle", "calf", "shin")
KNEE_PARTS = ("knee", "knee_inside", "thigh", "thigh_back")
ARM_WORDS = ("elbow", "hand", "forearm", "upper_arm")  # conditions a newly placed arm ends
LEG_WORDS = ("shin", "foot", "feet", "thigh", "hips over", "knees under")  # and a newly placed leg
Value = Arm | Belly | Contact | Hands | Head | Leg | Pelvis | Spine | Trunk | str | float | tuple[str, ...]


@dataclass(frozen=True, eq=False)
class Wish:
    """One thing asked for: the slot it fills, its words, whose limb, where it is written, in which layer."""

    slot: str
    value: Value
    where: str
    layer: int
    side: str = ""

    @property
    def part(self) -> str:
        """Return the part a contact or shift is about, with its side."""
        return self.slot.partition(" ")[2]


def sided(part: str) -> tuple[str, ...]:
    """Return "both palm" as its two parts, any other part alone."""
    side, _, noun = part.partition(" ")
    return (f"left {noun}", f"right {noun}") if side == "both" else (part,)


def side_of(part: str) -> str:
    """Return "left", "right" or nothing."""
    side = part.split(" ")[0]
    return side if side in SIDES else ""


def wishes(posture: Posture, layer: int, where: str) -> Iterator[Wish]:
    """Yield everything one posture asks for."""
    for name in ("trunk", "pelvis", "low_back", "upper_back", "belly", "head"):
        value = getattr(posture, name)
        if value is not None:
            yield from fields(name, value, layer, f"{where}.{name}")
    for side in SIDES:
        for limb in ("arm", "leg"):
            for key in (f"{limb}s", f"{side}_{limb}"):
                value = getattr(posture, key)
                if value is not None:
                    yield from fields(f"{side} {limb}", value, layer, f"{where}.{key}", side)
    if posture.hands is not None:
        yield Wish("hands", posture.hands, f"{where}.hands", layer)
    for part in posture.rest:
        for one in sided(part):
            yield Wish(f"touch {one}", Contact(on="support"), f"{where}.rest", layer, side_of(one))
    for part, contact in posture.contacts.items():
        for one in sided(part):
            yield Wish(
                f"touch {one}", owned(contact, side_of(one)), f"{where}.contacts.{part}", layer, side_of(one)
            )
    for part, words in posture.shift.items():
        for one in sided(part):
            yield Wish(f"shift {one}", words, f"{where}.shift.{part}", layer, side_of(one))
    for condition in posture.keep:
        yield Wish(f"keep {condition}", condition, f"{where}.keep", layer)
    for condition in posture.loosen:
        yield Wish(f"loosen {condition}", condition, f"{where}.loosen", layer)
    for name, size in posture.free.items():
        yield Wish(f"free {name}", size, f"{where}.free.{name}", layer)
    for part in posture.lift:
        for one in sided(part):
            yield Wish(f"lift {one}", "", f"{where}.lift", layer)


def owned(contact: Contact, side: str) -> Contact:
    """Return the contact with "own" and "other" as the sides they mean beside a part of `side`."""
    sides = {"own": side, "other": "left" if side == "right" else "right"}

    def plain(spot: str) -> str:
        first, _, noun = spot.partition(" ")
        return f"{sides[first]} {noun}" if first in sides else spot

    origin = plain(contact.origin) if contact.origin else None
    return contact.model_copy(update={"on": plain(contact.on), "origin": origin})


def fields(slot: str, value: Value, layer: int, where: str, side: str = "") -> Iterator[Wish]:
    """Yield one wish for each field a part of the body sets; opposite words share a slot."""
    assert isinstance(value, Arm | Belly | Head | Leg | Pelvis | Spine | Trunk)
    for name in sorted(value.model_fields_set):
        inner = getattr(value, name)
        if inner is None:
            continue
        if name in ("hip", "ankle"):
            for part in sorted(inner.model_fields_set):
                size = getattr(inner, part)
                yield Wish(
                    f"{slot}.{name}.{OPPOSITE.get(part, part)}",
                    signed(part, size),
                    f"{where}.{name}.{part}",
                    layer,
                    side,
                )
        else:
            yield Wish(
                f"{slot}.{OPPOSITE.get(name, name)}", signed(name, inner), f"{where}.{name}", layer, side
            )


OPPOSITE: Mapping[str, str] = {
    "arch": "round",
    "tip": "tuck",
    "tip_back": "nod",
    "extend": "bend",
    "cross": "open",
    "turn_in": "turn_out",
    "flex": "point",
    "swell": "draw_in",
}


def signed(name: str, value: Value) -> Value:
    """Return a size as a signed number on its slot's scale: "arch 10" is round -10; other words stay."""
    if isinstance(value, float):
        return -value if name in OPPOSITE else value
    return value


def to_left(words: str) -> float:
    """Return "left 8" as 8 and "right 8" as -8."""
    return sum(size if word == "left" else -size for word, size in parse_terms(words))


def layered(*layers: tuple[Wish, ...]) -> dict[str, Wish]:
    """Return what is asked for after all layers, by slot."""
    have: dict[str, Wish] = {}
    for layer in layers:
        new = {wish.slot for wish in layer}
        for wish in layer:
            for slot in [slot for slot in have if slot not in new and replaced(slot, wish)]:
                del have[slot]
        for wish in layer:
            have[wish.slot] = wish
    ended = {
        slot for slot, wish in have.items() if isinstance(wish.value, Contact) and wish.value.on == "none"
    }
    lifts = {f"lift {have[slot].part}": have[slot] for slot in ended}
    kept = {slot: wish for slot, wish in have.items() if slot not in ended and wish.value != "apart"}
    return kept | {slot: replace(wish, slot=slot, value="") for slot, wish in lifts.items()}


def replaced(old: str, wish: Wish) -> bool:
    """Tell whether an earlier slot makes no sense any more beside a new wish."""
    kind, _, part = wish.slot.partition(" ")
    if old.startswith("keep "):
        return overtaken(old, wish, kind, part)
    if kind == "lift":
        return old.startswith("touch ") and (
            old.endswith(part) or (part == "feet" and old.split(" ")[-1] in FOOT_PARTS)
        )
    if kind == "hands":
        return any(old in hand_slots(side) or limb_slot(old, side, "arm") for side in SIDES)
    if kind == "touch" and wish.side:
        return replaced_by_touch(old, wish.side, part.split(" ")[-1])
    if (
        wish.side
        and wish.slot.startswith(f"{wish.side} arm.")
        and wish.slot.endswith((".upper", ".reach", ".fore"))
    ):
        return old in hand_slots(wish.side) or (
            limb_slot(old, wish.side, "arm") and wish.slot.endswith((".upper", ".reach"))
        )
    if wish.side and wish.slot.startswith(
        (f"{wish.side} leg.thigh", f"{wish.side} leg.hip", f"{wish.side} leg.shin")
    ):
        return old in {f"touch {wish.side} {noun}" for noun in (*FOOT_PARTS, *KNEE_PARTS)} or clash(old, wish)
    return (
        old.startswith("head.")
        and wish.slot.startswith("head.")
        and (wish.slot.endswith((".look", ".crown")) != old.endswith((".look", ".crown")))
    )


def overtaken(old: str, wish: Wish, kind: str, part: str) -> bool:
    """Tell whether a condition is loosened, or is about a limb that a new contact or direction moves."""
    if kind == "loosen":
        return old == f"keep {part}"
    noun, slot = part.split(" ")[-1], wish.slot
    hand = (kind == "touch" and noun in (*HAND_PARTS, *LOWER_ARM_PARTS)) or slot.endswith(
        (".upper", ".reach", ".fore")
    )
    foot = (kind == "touch" and noun in FOOT_PARTS) or slot.endswith((".thigh", ".shin")) or ".hip." in slot
    words = ARM_WORDS if hand else LEG_WORDS if foot else ()
    return any(word in old for word in words) and "still" not in old


def clash(old: str, wish: Wish) -> bool:
    """Tell whether a thigh's direction and its hip angles say the same thing twice."""
    aimed = f"{wish.side} leg.thigh"
    return (old == aimed and ".hip." in wish.slot) or (
        wish.slot == aimed and old.startswith(f"{wish.side} leg.hip.")
    )


def replaced_by_touch(old: str, side: str, noun: str) -> bool:
    """Tell whether a new contact of a hand or foot ends an earlier one."""
    if noun in HAND_PARTS:
        return old in hand_slots(side) or limb_slot(old, side, "arm")
    if noun in LOWER_ARM_PARTS:
        return old in hand_slots(side) or limb_slot(old, side, "arm")
    if noun in FOOT_PARTS:
        return old in {f"touch {side} {part}" for part in FOOT_PARTS} or limb_slot(old, side, "leg")
    return noun == "knee" and limb_slot(old, side, "leg")


def hand_slots(side: str) -> set[str]:
    """Return the slots in which a hand is already busy."""
    return {"hands"} | {f"touch {side} {noun}" for noun in (*HAND_PARTS, *LOWER_ARM_PARTS)}


def limb_slot(slot: str, side: str, limb: str) -> bool:
    """Tell whether a slot says where an arm or leg points."""
    stays = (".hand", ".shoulder") if limb == "arm" else (".toes_bent",)
    return slot.startswith(f"{side} {limb}.") and not slot.endswith(stays)
