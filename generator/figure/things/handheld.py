"""Things a hand carries: they hang plumb from its grip, or lie along it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace

import numpy as np

from ..body.body import Body
from ..body.mesh import FloatArray
from ..body.rotation import Y, unit
from .props import Thing
from .shapes import Finder
from .solids import HELD, Solid, joined, prism, rod, rounded, tube

GRIP_RADIUS = 0.012  # m; the handles of hand weights are 2.2 to 3 cm thick
TOWARDS_FINGERS = 0.022  # m from the middle of the palm to the crease where a carried handle lies
BAG = (0.32, 0.30, 0.13)  # m along the grip, high, across; a shopping bag for four bottles
STRAP_DROP, STRAP_RADIUS = 0.13, 0.008  # m from grip to the bag's mouth; a bag's handle is softer and thinner
BOTTLE, BOTTLE_SHOWN = 0.017, 0.06  # m radius of a neck, and what of it stands out of the bag
BELL, BELL_DROP = 0.15, 0.145  # m thick, and from grip to its middle: a kettlebell of 4 kg
DUMBBELL, DISC, DISC_THICK = 0.17, 0.042, 0.045  # m long, radius and thickness of its ends: 2 kg


@dataclass(frozen=True, eq=False)
class Grip:
    """Where one hand holds a handle: the handle's middle and its direction, `(3,)` m and unit."""

    middle: FloatArray
    along: FloatArray

    def level(self) -> FloatArray:
        """Return the handle's direction seen from above; what hangs from straps turns no other way."""
        return unit(self.along * [1, 0, 1])


def grip_of(t: Thing, find: Finder, radius: float) -> Grip:
    """Return where the hand that carries `t` holds a handle of `radius` metres; ValueError if none does."""
    if t.spec.held is None:
        raise ValueError(f"props.{t.name}: say which hand carries it, as in 'held: right hand'")
    side = t.spec.held.split(" ")[0]
    palm, wrist = find(f"{side} palm"), find(f"{side} wrist")
    fingers = unit(palm - wrist)
    out = palm - find(f"{side} back_of_hand")
    out = unit(out - (out @ fingers) * fingers)
    middle = palm + TOWARDS_FINGERS * fingers + radius * out
    return Grip(middle, np.cross(fingers, out))


def bag_shape(t: Thing, body: Body, find: Finder) -> Solid:
    """Return a shopping bag with bottles in it, hanging from its two handles."""
    length, high, across = t.size("length", BAG[0]), t.size("height", BAG[1]), t.size("width", BAG[2])
    grip = grip_of(t, find, STRAP_RADIUS)
    along, aside = grip.level(), np.cross(grip.level(), Y)
    mouth = grip.middle - Y * STRAP_DROP
    corner = (along * length / 2, aside * across / 2)
    parts = [prism("bag", mouth, corner, mouth - Y * high, (corner[0] * 0.86, corner[1]), "soft")]
    for sign in (-1, 1):
        edge = mouth + sign * corner[1]
        ends = [edge - corner[0] * 0.55, edge + corner[0] * 0.55]
        parts.append(tube("handle", arch(ends[0], grip.middle, ends[1], 1.0), STRAP_RADIUS, "soft"))
        neck = mouth + sign * corner[0] * 0.45
        parts.append(rod("bottle", neck - Y * 0.01, neck + Y * BOTTLE_SHOWN, BOTTLE, "soft"))
    return replace(joined(t.name, "soft", *parts), use=HELD)


def kettlebell_shape(t: Thing, body: Body, find: Finder) -> Solid:
    """Return a kettlebell: a ball below a bowed handle."""
    thick = t.size("thick", BELL)
    grip = grip_of(t, find, GRIP_RADIUS)
    along = grip.level()
    ball = grip.middle - Y * BELL_DROP
    foot = ball + Y * thick * 0.28
    handle = arch(foot - along * thick * 0.46, grip.middle, foot + along * thick * 0.46)
    parts = (
        rounded("ball", ball, np.full(3, thick), "iron", 1.0),
        tube("handle", handle, GRIP_RADIUS, "iron"),
    )
    return replace(joined(t.name, "iron", *parts), use=HELD)


def dumbbell_shape(t: Thing, body: Body, find: Finder) -> Solid:
    """Return a dumbbell that lies along the grip."""
    half = t.size("length", DUMBBELL) / 2
    grip = grip_of(t, find, GRIP_RADIUS)
    line = grip.middle + np.linspace(-half, half, 17)[:, None] * grip.along
    parts = [tube("handle", line, GRIP_RADIUS, "iron")]
    for sign in (-1, 1):
        end = grip.middle + sign * half * grip.along
        parts.append(
            rod("disc", end, end - sign * DISC_THICK * grip.along, t.size("thick", 2 * DISC) / 2, "iron")
        )
    return replace(joined(t.name, "iron", *parts), use=HELD)


def arch(start: FloatArray, top: FloatArray, end: FloatArray, square: float = 0.5) -> FloatArray:
    """Return a curve `(17, 3)` m that rises from `start`, is flat at `top` and falls to `end`.

    `square` 1 is half an ellipse, towards 0 a frame with corners.
    """
    turn = np.linspace(0, np.pi, 17)[:, None]
    across = np.sign(np.cos(turn)) * np.abs(np.cos(turn)) ** square
    middle, half = (start + end) / 2, (start - end) / 2
    return np.asarray(middle + across * half + np.sin(turn) ** square * (top - middle))


HELD_SHAPES: Mapping[str, Callable[[Thing, Body, Finder], Solid]] = {
    "bag": bag_shape,
    "kettlebell": kettlebell_shape,
    "dumbbell": dumbbell_shape,
}
