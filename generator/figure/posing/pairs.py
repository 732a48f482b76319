"""Goals for two hands together: interlaced, in prayer, stacked, or hooked behind a limb."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from generator.model.pose import Hands
from generator.model.words import SIDES

from ..body.mesh import FloatArray
from ..body.rotation import unit
from ..body.sites import Sites, sites_of, spot_name
from ..body.skeleton import SIGN, skeleton_of
from ..things.compass import UPRIGHT, Compass
from ..things.props import offsets
from .bearings import Meet, Points, Presses
from .goals import Beside, Goal, Touches
from .setting import Setting

TOE_IN = np.radians(38)  # between the palms of interlaced hands; from the prototype's drawings
HALF_FINGER = 0.0105  # m one hand sits above the other when fingers interlace
PALM_GAP = {"interlace": 0.012, "prayer": 0.004, "stack": 0.004}  # m from the middle to each palm
HOOKED_APART = 0.055  # m between the palms of hands hooked behind a limb
FOLLOWS = np.radians(14)  # tolerance of a palm following the skin under it
TURNED = np.radians(6)
HANDS_BEHIND = ("thigh_back", "head_back", "knee_back", "neck_back", "calf")


def pair_goals(pair: Hands, s: Setting) -> Iterator[Goal]:
    """Yield the goals of joined hands."""
    if pair.on and pair.on.split(" ")[-1] in (*HANDS_BEHIND, "shin", "knee", "belly", "ribs", "chest"):
        yield from hooked(pair, s)
        return
    sites = sites_of(s.body)
    fingers, inside = direction(pair.fingers, s.compass, "forward")
    thumbs, _ = direction(pair.thumbs, s.compass, "up")
    thumbs = unit(thumbs - fingers * (thumbs @ fingers))
    aside = np.cross(thumbs, fingers)
    for side, sign in SIGN.items():
        turn = TOE_IN if pair.join == "interlace" else 0.0
        ahead = np.cos(turn) * fingers - np.sin(turn) * sign * aside
        palm = -np.cos(turn) * sign * aside - np.sin(turn) * fingers
        hand = skeleton_of(s.body).hands[side]
        yield Points("wrist", side, hand.fingers, ahead, TURNED, inside)
        yield Points("wrist", side, hand.palm, palm, TURNED, inside)
    step = aside * 2 * PALM_GAP[pair.join] + thumbs * (2 * HALF_FINGER if pair.join == "interlace" else 0.0)
    offset, along = s.compass.offset(offsets(pair))
    name = str(pair.origin or pair.on or "chest")
    left, right = (sites.spots[f"{side} palm"] for side in SIDES)
    yield Meet(left, right, middle_spots(name, sites), offset, np.eye(3) if pair.on else along, step)
    if " " not in name and not {"left", "right"} & set(offsets(pair)):
        aside = s.compass.words["left"]
        yield Meet(left, right, middle_spots(name, sites), np.zeros(3), aside[None], step)


def middle_spots(name: str, sites: Sites) -> tuple[int, ...]:
    """Return the vertices in whose middle a spot lies: one of a side, or a pair for the body's middle."""
    if " " in name:
        return (sites.spots[name],)
    noun = spot_name(name).split(" ")[-1]
    return tuple(sites.spots[f"{side} {noun}"] for side in SIDES)


def direction(words: str | None, compass: Compass, otherwise: str) -> tuple[FloatArray, str]:
    """Return a direction asked for, or the chest's own."""
    if words is None:
        return UPRIGHT.word(otherwise), "sp6"
    return compass.direction(words)


def hooked(pair: Hands, s: Setting) -> Iterator[Goal]:
    """Yield the goals of two hands round a limb from behind, fingers meeting."""
    sites, skeleton = sites_of(s.body), skeleton_of(s.body)
    spot = sites.spots[str(pair.on)]
    side_way = s.compass.words["left"]
    for side, sign in SIGN.items():
        palm = sites.spots[f"{side} palm"]
        yield Touches(palm, spot, 0.012, side_way * sign * HOOKED_APART / 2 * 1.6, 0.012)
        yield Presses(side, spot, 1.0, 1.6 * FOLLOWS)
        yield Points("wrist", side, skeleton.hands[side].fingers, -sign * side_way, np.radians(25), soft=True)
    left, right = (sites.spots[f"{side} palm"] for side in SIDES)
    yield Beside(left, right, side_way * HOOKED_APART, side_way[None], 0.015)
