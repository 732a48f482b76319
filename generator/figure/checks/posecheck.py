"""Checks of a solved pose: what stops it (errors) and what the writer should look at (notices)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

import numpy as np

from generator.model.pose import Contact, FigureSpec
from generator.model.words import SIDES

from ..body.limits import LIMITS
from ..body.mesh import FloatArray
from ..body.sites import Site, sites_of
from ..finding import Finding, Severity
from ..posing.balance import centre_of_mass
from ..posing.bearings import Points
from ..posing.freedom import INDEX, NAMES, SPINE, stem
from ..posing.goals import Angle, Scene
from ..posing.pose import Posed
from ..posing.solver import State, System
from ..posing.wishes import HAND_PARTS, Wish
from ..things.props import offsets
from ..things.surface import Ball, Bar, Plane
from .kept import kept_faults
from .physique import body_faults
from .rivals import rival_text, way
from .support import carried_points, hover_faults, hull_distance, sunk_faults

UNMET = 0.008  # m a contact may miss
SLID = 0.045  # m a contact on the body may lie beside its spot
OFF = 6.0  # degrees an angle or direction asked for may be missed
WANDERED = 25.0  # degrees trunk, spine or head may move unasked
STRAIGHT = 5.0  # degrees: an elbow or knee straighter than this is at full reach
TOPPLED = 0.03  # m the centre of mass may stand outside the support
SWUNG = 0.12  # m a hand or foot moves to count as the one the text is about
BESIDE = 0.025  # m over the edge that a part may lie and still be on a thing
TOUCHING = 0.02  # m from a surface within which a part's points count as touching
SMALL_BALL = 0.15  # m radius up to which a ball may be touched anywhere: it is pressed against a wall or skin
CARRIED = ("seat", "buttock", "belly", "chest", "back", "tailbone", "pelvis", "low_back", "upper_back")
ON_TOP = 0.5  # height of the touched point's outward direction: 60 degrees from the top at most
MOVED, BENT = 0.06, 10.0  # m and degrees: less is no movement


Fault = tuple[Severity, str, str, str]  # severity, check with its subject, where, message


def check_frames(spec: FigureSpec, frames: Sequence[Posed]) -> Iterator[Finding]:
    """Yield everything wrong with the solved frames of a figure."""
    known = {frame.letter: frame for frame in frames}
    for frame in frames:
        found = (*check_pose(frame), *still_notices(spec, frame.letter, known))
        yield from (*found, *side_notices(spec, frame.letter, known))


def check_pose(s: Posed) -> tuple[Finding, ...]:
    """Return everything wrong with one frame."""
    faults = [*contact_faults(s), *asked_faults(s), *kept_faults(s), *wander_faults(s), *balance_faults(s)]
    faults += sunk_faults(s.setting.body, s.raw, s.solids)
    faults += hover_faults(s.setting.body, s.setting.compass.stance, s.raw, s.solids, lifted(s.wanted))
    faults += body_faults(s.setting.body, s.stand, s.vertices, "hands" in s.wanted)
    here = f"frames.{s.letter}"
    return tuple(
        Finding(severity, check, s.letter, here if where == "frames" else where, text)
        for severity, check, where, text in faults
    )


def lifted(wanted: Mapping[str, Wish]) -> set[str]:
    """Return the parts that are meant not to rest."""
    return {wish.part for slot, wish in wanted.items() if slot.startswith("lift ")}


def contact_faults(s: Posed) -> Iterator[Fault]:
    """Yield each contact that is not met, with how far it misses."""
    for slot, wish in s.wanted.items():
        if slot.startswith("touch ") and isinstance(wish.value, Contact):
            sites = sites_of(s.setting.body)
            on_body = wish.value.on.split(" ")[0] in SIDES
            missed = (
                body_miss(s, wish)
                if on_body
                else max(surface_miss(s, wish, site) for site in sites.part(wish.part))
            )
            if missed > UNMET:
                yield ("error", f"contact {wish.part}", wish.where, miss_text(s, wish, missed))
            elif not on_body and (text := beside_text(s, wish)):
                yield ("error", f"contact {wish.part}", wish.where, text)


def surface_miss(s: Posed, wish: Wish, site: Site) -> float:
    """Return by how many metres a patch hovers over the surface it should touch."""
    assert isinstance(wish.value, Contact)
    surface = s.setting.surface(wish.value.on)
    vertices = site.vertices if isinstance(surface, Plane) else site.spread
    if isinstance(surface, Bar) and wish.part.split(" ")[-1] in HAND_PARTS:
        palm = sites_of(s.setting.body).spots[f"{wish.side} palm"]
        return float(surface.distance(s.raw[palm])) - 0.025
    return float(surface.distance(s.raw[vertices]).min()) - (wish.value.gap or 0.0) / 100


def body_miss(s: Posed, wish: Wish) -> float:
    """Return by how many metres a part misses the spot on the body it should touch."""
    assert isinstance(wish.value, Contact)
    sites = sites_of(s.setting.body)
    noun = wish.part.split(" ")[-1]
    own = f"{wish.side} palm" if noun in ("palm", "hand") else wish.part
    vertex = sites.spots[own] if own in sites.spots else sites.part(wish.part)[0].middle
    offset, _ = s.setting.compass.offset(offsets(wish.value), wish.side)
    gap = (wish.value.gap or 0.0) / 100
    away = float(np.linalg.norm(s.raw[vertex] - s.raw[sites.spots[wish.value.on]] - offset))
    return away - gap - SLID


def miss_text(s: Posed, wish: Wish, missed: float) -> str:
    """Return the sentence for a missed contact; a straight limb is out of reach."""
    assert isinstance(wish.value, Contact)
    joint = {True: "elbow.bend", False: "knee.bend"}[wish.part.split(" ")[-1] in HAND_PARTS]
    name = f"{wish.side} {joint}"
    reach = name in INDEX and np.degrees(s.state.x[INDEX[name]]) < STRAIGHT
    why = "out of reach, the limb is straight" if reach else f"not met; {rival_text(s, wish)}"
    towards = way(s.setting.compass, to_touch(s, wish))
    return f"{wish.part} on {wish.value.on} misses by {missed * 100:.1f} cm {towards}".rstrip() + f": {why}"


def to_touch(s: Posed, wish: Wish) -> FloatArray:
    """Return the way in metres that a part would have to go to touch what it should, `(3,)`."""
    assert isinstance(wish.value, Contact)
    sites = sites_of(s.setting.body)
    middle = sites.part(wish.part)[0].middle
    if wish.value.on.split(" ")[0] in SIDES:
        return np.asarray(s.raw[sites.spots[wish.value.on]] - s.raw[middle])
    surface = s.setting.surface(wish.value.on)
    return np.asarray(-surface.outward(s.raw[[middle]])[0] * surface.distance(s.raw[[middle]])[0])


def beside_text(s: Posed, wish: Wish) -> str:
    """Return what is wrong with a contact that is as high as its thing and beside it, or on its flank."""
    assert isinstance(wish.value, Contact)
    surface = s.setting.surface(wish.value.on)
    for site in sites_of(s.setting.body).part(wish.part):
        near = s.raw[site.vertices][surface.distance(s.raw[site.vertices]) < TOUCHING]
        if not len(near):
            continue
        if isinstance(surface, Plane) and (over := float(surface.over(near).min())) > BESIDE:
            middle = surface.origin - near.mean(axis=0)
            towards = way(s.setting.compass, middle - surface.normal * (middle @ surface.normal))
            return f"{wish.part} lies {over * 100:.0f} cm beside the {wish.value.on}; move it {towards}"
        if isinstance(surface, Ball) and surface.radius > SMALL_BALL and wish.part.split(" ")[-1] in CARRIED:
            lean = float(surface.outward(near)[:, 1].max())
            if lean < ON_TOP:
                return f"{wish.part} touches the side of the {wish.value.on}; say {wish.value.on}.top"
    return ""


def asked_faults(s: Posed) -> Iterator[Fault]:
    """Yield angles and directions asked for in this figure that the solver could not give."""
    system = System(s.setting.body, s.state.anchor, s.goals)
    scene = system.scene(s.state.x)
    for goal in s.goals:
        if isinstance(goal, Angle) and not goal.soft and not goal.name.startswith("place"):
            off = abs(np.degrees(goal.value - s.state.x[INDEX[goal.name]]))
            if off > OFF:
                yield ("error", f"asked {goal.name}", "frames", range_text(goal, s.state))
        elif isinstance(goal, Points) and not goal.soft and goal.joint != "wrist":
            off = direction_off(goal, scene)
            if off > 2 * OFF:
                name = f"{goal.side} {PLAIN.get(goal.joint, goal.joint)}".strip()
                yield (
                    "error",
                    f"asked {name}",
                    "frames",
                    f"{name} points {off:.0f} degrees off the direction asked for",
                )


PLAIN = {
    "upperarm02": "upper arm", "lowerarm02": "forearm", "upperleg02": "thigh", "lowerleg02": "shin",
}  # fmt: skip


def direction_off(goal: Points, scene: Scene) -> float:
    """Return by how many degrees a direction asked for is missed."""
    have = (scene.turn(goal.joint, goal.side) @ goal.own)[0]
    want = scene.turn(goal.inside)[0] @ goal.towards if goal.inside else goal.towards
    return float(np.degrees(np.arccos(np.clip(have @ want, -1, 1))))


def range_text(goal: Angle, state: State) -> str:
    """Return the sentence for an angle missed: beyond the joint's range, or pulled away."""
    limit = LIMITS.get(goal.name.split(" ")[-1])
    have, want = np.degrees(state.x[INDEX[goal.name]]), np.degrees(goal.value)
    if limit and not limit.low - 0.5 <= want <= limit.high + 0.5:
        end, word = (limit.high, limit.above) if want > limit.high else (limit.low, limit.below)
        return f"{goal.name}: {abs(want):.0f} is beyond the range '{word}' {abs(end):.0f} ({limit.source})"
    return (
        f"{goal.name}: {want:.0f} asked for, {have:.0f} possible beside the rest; say less, or free something"
    )


def wander_faults(s: Posed) -> Iterator[Fault]:
    """Yield trunk, spine or head moving far although nobody asked."""
    if s.setting.newest == 0 or not s.setting.pinned:
        return
    asked = {goal.name for goal in s.goals if isinstance(goal, Angle)}
    loose = {wish.part for slot, wish in s.wanted.items() if slot.startswith("free ")}
    for i, name in enumerate(NAMES):
        region = stem(name)
        if region not in SPINE or name in asked or {region, "head" if region == "neck" else region} & loose:
            continue
        moved = abs(np.degrees(s.state.x[i] - s.setting.before.x[i]))
        if moved > WANDERED:
            text = f"{name} moves {moved:.0f} degrees that nobody asked for; say how much, or free it"
            yield ("notice", f"solver {name}", "frames", text)


def balance_faults(s: Posed) -> Iterator[Fault]:
    """Yield a centre of mass outside what carries the body."""
    centre = centre_of_mass(s.setting.body, s.stand)[0]
    off = hull_distance(s.raw, s.setting.body, s.solids, centre)
    if off is None:
        yield ("error", "balance", "frames", "nothing touches the floor or a prop")
    elif off > TOPPLED:
        yield (
            "error",
            "balance",
            "frames",
            fall_text(s, centre, off),
        )


def fall_text(s: Posed, centre: FloatArray, off: float) -> str:
    """Return the sentence for a body that would fall, with the way it would have to go."""
    carried = carried_points(s.raw, s.setting.body, s.solids)
    back = (carried.mean(axis=0) - centre) * [1, 0, 1]
    towards = way(s.setting.compass, back)
    text = f"the centre of mass lies {off * 100:.0f} cm outside the support"
    return f"{text}; shift the pelvis {towards}, or let something carry more" if towards else text


def still_notices(spec: FigureSpec, letter: str, frames: Mapping[str, Posed]) -> Iterator[Finding]:
    """Yield that nothing moves against the frame this one starts from."""
    before = spec.frames[letter].origin or "A"
    if before == letter or before not in frames:
        return
    one, other = frames[letter], frames[before]
    shift = float(np.linalg.norm(one.vertices - other.vertices, axis=1).max())
    turn = float(np.abs(np.degrees(one.state.x - other.state.x))[6:].max())
    if shift < MOVED and turn < BENT:
        text = f"nothing moves more than {MOVED * 100:.0f} cm or {BENT:.0f} degrees against {before}"
        yield Finding("notice", "still", letter, f"frames.{letter}", text)


def side_notices(spec: FigureSpec, letter: str, frames: Mapping[str, Posed]) -> Iterator[Finding]:
    """Yield that the text names one side while only limbs of the other side move."""
    before = spec.frames[letter].origin or "A"
    said = {side for side in SIDES if side in spec.frames[letter].alt.lower().split()}
    if before == letter or before not in frames or spec.frames[letter].base or len(said) != 1:
        return
    moved = {side for side in SIDES if limb_travel(frames[letter], frames[before], side) > SWUNG}
    if moved and not moved & said:
        text = f"the text says {said.pop()}, but only {moved.pop()} arm or leg moves; is it mirrored?"
        yield Finding("notice", "side", letter, f"frames.{letter}.alt", text)


def limb_travel(one: Posed, other: Posed, side: str) -> float:
    """Return how far in metres the hand or foot of a side moves between two frames."""
    spots = sites_of(one.body).spots
    ends = [spots[f"{side} {end}"] for end in ("palm", "heel")]
    return float(np.linalg.norm(one.vertices[ends] - other.vertices[ends], axis=1).max())
