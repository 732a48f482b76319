"""Goals for the conditions a pose keeps: "thighs vertical", "hands under shoulders", "balance" …"""

from __future__ import annotations

import re
from collections.abc import Iterator

import numpy as np

from generator.model.words import SIDES

from ..body.rotation import X, Y, Z
from ..body.sites import sites_of
from .balance import Balance
from .bearings import Apart, InLine, Level, Segment
from .freedom import INDEX, NAMES, stem
from .goals import Angle, Goal, Placed
from .setting import Setting

SHARP, CLOSE = np.radians(1.5), 0.006  # tolerances: radians of a direction, metres of a distance
SEGMENTS = {
    "thigh": ("upperleg01", "lowerleg01"), "shin": ("lowerleg01", "foot"),
    "upper_arm": ("upperarm01", "lowerarm01"), "forearm": ("lowerarm01", "wrist"),
}  # fmt: skip
JOINTS = {
    "shoulder": "upperarm01", "elbow": "lowerarm01", "hand": "wrist", "hip": "upperleg01",
    "knee": "lowerleg01", "feet": "foot", "foot": "foot",
}  # fmt: skip
SIDE_BY_SIDE = {
    "knees": 0.105,
    "feet": 0.085,
    "hands": 0.06,
    "elbows": 0.10,
}  # m between the joints, touching
STRAIGHT = {"elbow": 3.0, "knee": 2.0}  # degrees left in a straight joint
STILL = {
    "trunk": ("place", "trunk", "low_back", "upper_back"), "pelvis": ("place", "trunk"),
    "chest": ("place", "trunk", "low_back", "upper_back"), "head": ("neck", "head"),
}  # fmt: skip


def condition_goals(text: str, s: Setting) -> Iterator[Goal]:
    """Yield the goals of one condition."""
    if text == "balance":
        yield Balance(s.body)
    elif text == "head in line":
        for name in NAMES:
            if stem(name) in ("neck", "head"):
                yield Angle(name, 0.0, 2 * SHARP)
    elif text.endswith((" vertical", " level")):
        yield from upright_or_level(text)
    elif text.endswith(" straight"):
        yield from straight(text)
    elif text.endswith(" still"):
        yield from still(text.split()[0], s)
    elif " together" in text or " apart " in text:
        yield from spaced(text)
    elif text.startswith("body straight"):
        yield from body_line(text.split()[-1])
    else:
        yield from over_or_under(text)


def sides_in(text: str) -> tuple[str, ...]:
    """Return the sides a condition is about."""
    first = text.split()[0]
    return (first,) if first in SIDES else SIDES


def upright_or_level(text: str) -> Iterator[Goal]:
    """Yield that a segment, the trunk or the gaze stands upright or lies level."""
    along = np.stack([X, Z]) if text.endswith("vertical") else Y[None]
    if text.startswith("gaze"):
        yield Level("head", "", Z, along, SHARP)
    elif text.startswith("trunk"):
        yield Segment(("pelvis", ""), ("neck01", ""), along, SHARP)
    elif text.startswith(("shoulders", "pelvis")):
        joint = "upperarm01" if text.startswith("shoulders") else "upperleg01"
        yield Segment((joint, "left"), (joint, "right"), along, SHARP)
    elif "foot" in text:
        for side in sides_in(text):
            yield Level("foot", side, Z, along, SHARP)
    else:
        name = next(name for name in SEGMENTS if name in text)
        for side in sides_in(text):
            start, end = SEGMENTS[name]
            yield Segment((start, side), (end, side), along, SHARP)


def straight(text: str) -> Iterator[Goal]:
    """Yield that elbows or knees are straight."""
    joint = "elbow" if "elbow" in text else "knee"
    for side in sides_in(text):
        yield Angle(f"{side} {joint}.bend", np.radians(STRAIGHT[joint]), SHARP)


def still(what: str, s: Setting) -> Iterator[Goal]:
    """Yield that a part stays where it was in the frame before."""
    if what in STILL:
        for name in NAMES:
            if stem(name) in STILL[what]:
                tolerance = 0.003 if stem(name) == "place" else SHARP / 2
                yield Angle(name, float(s.before.x[INDEX[name]]), tolerance)
        return
    noun = {"hands": "palm", "feet": "foot", "knees": "knee"}[what]
    for side in SIDES:
        site = sites_of(s.body).part(f"{side} {noun}")[0]
        if s.reached is not None:
            yield Placed(site.middle, s.reached[site.middle], np.eye(3))


def spaced(text: str) -> Iterator[Goal]:
    """Yield that two joints of a kind lie side by side, or some centimetres apart."""
    words = text.split()
    joint = JOINTS[words[0].rstrip("s")]
    distance = float(words[2]) / 100 if words[1] == "apart" else SIDE_BY_SIDE[words[0]]
    yield Apart((joint, "left"), (joint, "right"), X[None], np.array([distance]), CLOSE, "pelvis")
    if words[1] == "together":
        yield Apart((joint, "left"), (joint, "right"), np.stack([Y, Z]), np.zeros(2), 4 * CLOSE, "pelvis")


def body_line(end: str) -> Iterator[Goal]:
    """Yield that chest, hips and knees (or ankles) lie on one line, seen from the side."""
    if end == "ankles":
        for side in SIDES:
            yield Angle(f"{side} knee.bend", np.radians(STRAIGHT["knee"]), SHARP)
    last = "lowerleg01" if end == "knees" else "foot"
    yield InLine(("sp6", ""), ("upperleg01", "both"), (last, "both"), SHARP / 2)


def over_or_under(text: str) -> Iterator[Goal]:
    """Yield that one joint stands plumb over or under another."""
    found = re.fullmatch(r"(?:left |right )?(\w+?)s? (?:under|over) (\w+?)s?", text)
    assert found
    flat = np.stack([X, Z])
    for side in sides_in(text):
        one, other = ((JOINTS[word], side) if word != "head" else ("head", "") for word in found.groups())
        yield Apart(one, other, flat, np.zeros(2), CLOSE)
