"""Goals for what touches what: on surfaces, on props, on the body, hand in hand."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import numpy as np

from generator.model.base import switched_on
from generator.model.pose import Contact, Hands
from generator.model.words import SIDES

from ..body.mesh import FloatArray
from ..body.rotation import unit
from ..body.sites import Site, sites_of, spot_name
from ..body.skeleton import skeleton_of
from ..things.props import offsets
from ..things.surface import FLOOR, Bar, Plane, Surface
from .bearings import Aligned, Points, Presses
from .goals import Beside, Goal, Placed, Rests, Touches, Within
from .pairs import pair_goals
from .setting import Setting
from .volumes import OverFloor, balls_of
from .wishes import FOOT_PARTS, HAND_PARTS, KNEE_PARTS, LOWER_ARM_PARTS, Wish

FLAT = np.radians(5)  # tolerance of a palm lying flat
FOLLOWS = np.radians(14)  # tolerance of a palm following the skin under it
HAND_THICK = 0.006  # m between the palm's skin and what it touches
LIMB_GAP = 0.004  # m between two parts of the body that touch
BEHIND = ("thigh_back", "knee_back", "calf", "head_back", "neck_back")  # the fingers go round these
ROUND_IT = np.radians(25)  # tolerance of fingers that go round a limb
ALONG = 0.9  # cosine to the body's own axis from which a bar runs along it
ON_TOP = 0.006  # m beside the middle of a bar along the body
UP = np.array([0.0, 1.0, 0.0])
GRIP_DEPTH = 0.012  # m from an edge to the palm that grips it
CLEARANCE = 0.004  # m anything may press into the floor, beyond its softness, before the solver minds
DRIFT = {"limb": 0.004, "trunk": 0.05}  # m tolerance of staying in place from frame to frame
TRUNK_PARTS = ("shoulder_blade", "hip", "buttock", "shoulder")
ROLLED = ("upper_back", "mid_back", "low_back", "pelvis")
CLEAR_MIDDLE = ("head", "belly", "chest", "pelvis")
CLEAR_PARTS = ("wrist", "elbow", "shoulder", "hip", "knee", "foot", "buttock")


def touch_goals(wish: Wish, wanted: Mapping[str, Wish], s: Setting) -> Iterator[Goal]:
    """Yield the goals of one contact."""
    if isinstance(wish.value, Hands):
        yield from pair_goals(wish.value, s)
        return
    contact = wish.value
    assert isinstance(contact, Contact)
    if contact.on.split(" ")[0] in SIDES and " " in contact.on:
        yield from on_body(wish, contact, s)
    else:
        yield from on_surface(wish, contact, wanted, s)


def on_surface(wish: Wish, contact: Contact, wanted: Mapping[str, Wish], s: Setting) -> Iterator[Goal]:
    """Yield the goals of a part resting on the floor or a prop."""
    surface = s.surface(contact.on)
    noun = wish.part.split(" ")[-1]
    gap = (contact.gap or 0.0) / 100
    if isinstance(surface, Bar) and noun in HAND_PARTS:
        yield from gripping(wish, surface, s)
        palm = sites_of(s.body).spots[f"{wish.side} palm"]
        site = Site(wish.part, np.array([palm]), np.array([palm]), 0.0, palm)
        yield from located(site, contact, surface, wish, wanted, s)
        return
    if isinstance(surface, Bar) and not wish.side:
        yield from astride(wish, surface, s)
    for number, site in enumerate(sites_of(s.body).part(wish.part)):
        patch = site.vertices if isinstance(surface, Plane) else site.spread
        yield Rests(patch, surface, gap - (0.0 if gap else site.give))
        if number == 0 or not offsets(contact):
            yield from located(site, contact, surface, wish, wanted, s)
    if noun == "forearm" and surface is FLOOR and f"{wish.side} arm.palm" not in wanted:
        hand = skeleton_of(s.body).hands[wish.side]
        shape = wanted.get(f"{wish.side} arm.hand")
        facing = -hand.thumb if shape and shape.value == "fist" else hand.palm
        yield Points("wrist", wish.side, facing, -FLOOR.normal, ROUND_IT, soft=True)
    if isinstance(surface, Plane) and noun in ("palm", "hand", "back_of_hand"):
        hand = skeleton_of(s.body).hands[wish.side]
        way = -1.0 if noun == "back_of_hand" else 1.0
        yield Points("wrist", wish.side, hand.palm * way, -surface.normal, FLAT)


def astride(wish: Wish, bar: Bar, s: Setting) -> Iterator[Goal]:
    """Yield that a part of the middle lies on top of a bar that runs along the body, not beside it."""
    axis = unit(bar.end - bar.start)
    if abs(axis @ s.compass.words.get("headward", UP)) < ALONG:
        return
    for site in sites_of(s.body).part(wish.part):
        yield Placed(site.middle, bar.start, np.cross(axis, UP)[None], ON_TOP)


def located(
    site: Site, contact: Contact, surface: Surface, wish: Wish, wanted: Mapping[str, Wish], s: Setting
) -> Iterator[Goal]:
    """Yield where on the surface a part lies: asked for, as in the frame before, or inside the edges."""
    named = offsets(contact)
    if named or contact.origin:
        offset, along = s.compass.offset(named, wish.side)
        spots = sites_of(s.body).spots
        if contact.origin:
            along = level(along, surface)
            yield Beside(site.middle, spots[spot_name(contact.origin)], offset, along)
        else:
            yield Placed(site.middle, offset, along)
    elif s.pinned and s.reached is not None and stays(wish, contact, wanted, s):
        kind = "limb" if wish.side and wish.part.split(" ")[-1] not in TRUNK_PARTS else "trunk"
        axes = level(np.zeros((0, 3)), surface)
        yield Placed(site.middle, s.reached[site.middle], axes, DRIFT[kind], soft=kind == "trunk")
    elif isinstance(surface, Plane) and surface.along is not None:
        yield Within(site.middle, surface)


def stays(wish: Wish, contact: Contact, wanted: Mapping[str, Wish], s: Setting) -> bool:
    """Tell whether a contact kept from the frame before may not slide: nothing new moves that part."""
    noun = wish.part.split(" ")[-1]
    moved = {
        word for other in wanted.values() if other.layer == s.newest and other.slot.startswith("keep ")
        for word in other.part.split() if not other.part.endswith("still")
    }  # fmt: skip
    groups = (("feet", FOOT_PARTS), ("knees", KNEE_PARTS), ("hands", HAND_PARTS), ("elbows", LOWER_ARM_PARTS))
    loose = any(word in moved and noun in parts for word, parts in groups)
    return wish.layer < s.newest and (contact.hold is None or switched_on(contact.hold)) and not loose


def level(along: FloatArray, surface: Surface) -> FloatArray:
    """Return two directions in a face, so that a contact without words lies straight beside its origin."""
    if not isinstance(surface, Plane):
        return along if len(along) else np.eye(3)[[0, 2]]
    one = np.array([1.0, 0, 0]) if abs(surface.normal[0]) < 0.9 else np.array([0, 0, 1.0])
    one = one - surface.normal * (one @ surface.normal)
    return np.stack([one, np.cross(surface.normal, one)])


def gripping(wish: Wish, bar: Bar, s: Setting) -> Iterator[Goal]:
    """Yield the goals of a hand round a bar or over an edge: palm on it, fingers across it."""
    hand = skeleton_of(s.body).hands[wish.side]
    palm = sites_of(s.body).spots[f"{wish.side} palm"]
    axis = (bar.end - bar.start) / np.linalg.norm(bar.end - bar.start)
    yield Rests(np.array([palm]), bar, GRIP_DEPTH, 0.004)
    across = np.cross(hand.fingers, hand.palm)
    yield Aligned(wish.side, across, axis, np.radians(25))


def on_body(wish: Wish, contact: Contact, s: Setting) -> Iterator[Goal]:
    """Yield the goals of a part touching a spot on the body."""
    sites = sites_of(s.body)
    spot = sites.spots[contact.on]
    noun = wish.part.split(" ")[-1]
    offset, _ = s.compass.offset(offsets(contact), wish.side)
    gap = contact.gap / 100 if contact.gap is not None else HAND_THICK if noun in HAND_PARTS else LIMB_GAP
    own = f"{wish.side} palm" if noun in ("palm", "hand") else wish.part
    vertex = sites.spots[own] if own in sites.spots else sites.part(wish.part)[0].middle
    yield Touches(vertex, spot, gap, offset)
    if noun in ("palm", "hand", "back_of_hand"):
        yield Presses(wish.side, spot, -1.0 if noun == "back_of_hand" else 1.0, FOLLOWS)
        if contact.on.split(" ")[-1] in BEHIND:
            inwards = s.compass.word("in", wish.side)
            fingers = skeleton_of(s.body).hands[wish.side].fingers
            yield Points("wrist", wish.side, fingers, inwards, ROUND_IT, soft=True)


def clear_goals(wanted: Mapping[str, Wish], s: Setting) -> Iterator[Goal]:
    """Yield that nothing sinks into the floor, nor the trunk into a roller."""
    sites = sites_of(s.body)
    for name in (*CLEAR_MIDDLE, *(f"{side} {part}" for side in SIDES for part in CLEAR_PARTS)):
        for site in sites.part(name)[:1]:
            yield Rests(site.vertices[::2], FLOOR, -CLEARANCE - site.give, 0.003, clear=True)
    for side in SIDES:
        if not any(f"touch {side} {part}" in wanted for part in HAND_PARTS):
            yield OverFloor(balls_of(s.body), side)
    for item in s.things.values():
        if item.kind == "roller":
            for name in ROLLED:
                for site in sites.part(name):
                    yield Rests(
                        site.spread[::3], s.surface(item.name), -CLEARANCE - site.give, 0.003, clear=True
                    )
