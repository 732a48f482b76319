"""The shape each hand takes: asked for, or fitting what it touches, closed on what it holds."""

from __future__ import annotations

from collections.abc import Mapping

from generator.model.pose import Hands
from generator.model.words import SIDES

from ..body.hands import SHAPES, FingerPose, shape_hand
from ..body.mesh import FloatArray
from ..body.skeleton import Stand, skeleton_of
from ..body.skin import rough_skin
from ..things.room import Room, finder, shapes
from .grip import LYING_CURL, MOST_CURL, close_hand, obstacle
from .wishes import Wish

DEFAULT_HAND = "relaxed"
CLOSING = ("wrap", "grip_edge", "hook")


def fingered(room: Room, joints: Stand, wanted: Mapping[str, Wish]) -> FloatArray:
    """Return the joint transforms `(j, 4, 4)` with the fingers in their shapes, closed on what they hold."""
    skeleton = skeleton_of(room.body)
    pose = FingerPose(skeleton, joints.turn[0], joints.centre[0])
    carrying = {side for side in SIDES if carries(room, side)}
    form = {side: "wrap" if side in carrying else hand_shape(wanted, side) for side in SIDES}
    closing = [side for side in SIDES if side in carrying or (form[side] in CLOSING and held(wanted, side))]
    for side in SIDES:
        shape_hand(pose, side, SHAPES[form[side]])
    if closing:
        vertices = rough_skin(room.body, joints.transforms(room.body))
        solids = shapes(room, finder(room.body, vertices))
        for side in closing:
            most = LYING_CURL if on_body(held(wanted, side)) else MOST_CURL
            close_hand(pose, side, obstacle(room.body, vertices, solids, side), most)
    return joints.transforms(room.body)


def carries(room: Room, side: str) -> bool:
    """Return whether a thing hangs from one hand."""
    return any(item.spec.held == f"{side} hand" for item in room.things.values())


def held(wanted: Mapping[str, Wish], side: str) -> Wish | None:
    """Return the contact of one hand, if it has one."""
    for part in ("palm", "hand", "fist", "back_of_hand", "fingertips", "hand_edge"):
        if f"touch {side} {part}" in wanted:
            return wanted[f"touch {side} {part}"]
    return wanted.get("hands") if "hands" in wanted and getattr(wanted["hands"].value, "on", None) else None


def on_body(contact: Wish | None) -> bool:
    """Return whether a hand's contact is with a part of the person."""
    return contact is not None and getattr(contact.value, "on", "").split(" ")[0] in SIDES


def hand_shape(wanted: Mapping[str, Wish], side: str) -> str:
    """Return the shape of one hand: asked for, or fitting what it touches."""
    if f"{side} arm.hand" in wanted:
        return str(wanted[f"{side} arm.hand"].value)
    if "hands" in wanted and isinstance(wanted["hands"].value, Hands):
        pair = wanted["hands"].value
        if pair.on:
            return "wrap"
        return {"interlace": "interlace", "prayer": "flat", "stack": "cup"}[pair.join]
    contact = held(wanted, side)
    if contact is None:
        return "flat" if f"touch {side} forearm" in wanted else DEFAULT_HAND
    noun, target = contact.part.split(" ")[-1], getattr(contact.value, "on", "")
    if noun in ("palm", "hand"):
        return (
            "wrap"
            if on_body(contact) or ("." in target and not target.endswith((".top", ".seat", "jamb")))
            else "flat"
        )
    return {"fist": "fist", "fingertips": "fingertips", "back_of_hand": "relaxed"}.get(noun, "flat")
