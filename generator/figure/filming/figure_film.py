"""A figure's file: its kept moments, what is lit, the things round it and the still's camera."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np

from ..anatomy.muscles import Muscle, coverage
from ..body.belly import with_belly
from ..body.body import Body
from ..body.face import Stroke
from ..body.mesh import FloatArray
from ..body.skin import skin
from ..posing.plan import amount
from ..posing.pose import Posed
from ..seeing.assembly import group_names, smooth_groups
from ..seeing.camera import Camera
from ..things.room import PRESSED, Room, finder, flattened, shapes
from ..things.solids import Solid
from .body_film import order_of, stroke_arrays
from .flats import alike, flats_of
from .grain import STEPS, grain_of_vertices
from .moments import Turns, standing, turns_of
from .packing import halves, pack
from .ways import Way, faces_of

PLACE_STEP = 1e-4  # m between places of the pelvis
THING_STEP = 2e-4  # m between corners of things
TURN_STEPS = 16383  # of a quaternion's part: what lies between -1 and 1 fits into halves
FIRM = 0.4  # how far a target's value may lie from one half before it is as good as in or out


@dataclass(frozen=True, eq=False)
class Shot:
    """The still's camera and window in px, the target and when it is lit, and the arrows on it."""

    camera: Camera
    window: tuple[float, float, float, float]
    muscles: Sequence[Muscle]
    lit: Mapping[str, bool]
    feet: FloatArray  # (n, 3) m, all that stands on the floor in any frame
    pulls: Sequence[Stroke] = ()


def figure_film(
    name: str, frames: Sequence[Posed], story: Sequence[str], ways: Sequence[Way], shot: Shot
) -> bytes:
    """Return the file of one figure; `story` names the frames of one repetition in turn."""
    body, letters = frames[0].body, [frame.letter for frame in frames]
    kept = [turns_of(body, frame.transforms) for frame in frames]
    solids = [frame.solids for frame in frames]
    bellies = [amount(frame.wanted, "belly.draw_in") for frame in frames]
    table = []
    for way in ways:
        ends = [letters.index(frame.letter) for frame in (way.start, way.end)]
        table.append([*ends, len(kept), len(way.kept) - 2, int(way.steps)])
        for number, moment in enumerate(way.kept[1:-1], 1):
            share = number / (len(way.kept) - 1)
            bellies.append(bellies[table[-1][0]] * (1 - share) + bellies[table[-1][1]] * share)
            solids.append(things_at(way, moment, bellies[-1]))
            kept.append(moment)
    looks, arrays = thing_arrays(solids)
    strokes, own = stroke_arrays(body, order_of(body.name), shot.pulls)
    meta = {
        "kind": "figure", "name": name, "body": body.name, "letters": letters,
        "lit": [shot.lit[letter] for letter in letters], "ways": table,
        "story": [letters.index(letter) for letter in story],
        "camera": camera_of(shot), "planes": planes_of(frames), "pressed": PRESSED, "things": looks,
        "flats": flats_of(frames, shot.feet), "strokes": strokes,
        "belly": [round(value, 2) for value in bellies] if any(bellies) else [],
        "placeStep": PLACE_STEP, "thingStep": THING_STEP, "moments": len(kept),
    }  # fmt: skip
    return pack(
        meta,
        {
            **turn_arrays(kept),
            **target_arrays(body, shot.muscles),
            **grain_array(body, shot),
            **belly_array(body, bellies),
            **own,
            **arrays,
        },
    )


def turn_arrays(kept: Sequence[Turns]) -> dict[str, np.ndarray]:
    """Return places and turns of all moments, each less the moment before."""
    places = np.round(np.array([each.place for each in kept]) / PLACE_STEP).astype(np.int64)
    turns = np.array([each.turns[:, :3] for each in kept])
    turns = np.round(turns * TURN_STEPS).astype(np.int64).reshape(len(kept), -1)
    return {
        "place": halves(np.diff(places, axis=0, prepend=0)),
        "turn": halves(np.diff(turns, axis=0, prepend=0)),
    }


def target_arrays(body: Body, muscles: Sequence[Muscle]) -> dict[str, np.ndarray]:
    """Return how far inside the target each vertex lies, 128 at its rim: of what works, and of the others."""
    order, found = order_of(body.name), {}
    for name, own in (("works", True), ("others", False)):
        chosen = [muscle for muscle in muscles if (muscle.action == "works") is own]
        if chosen:
            cover = np.max([coverage(body, each.name, each.side, body.rest) for each in chosen], axis=0)
            scaled = 128 + (cover - 0.5) / FIRM * 127
            found[name] = np.round(scaled[order.vertices]).clip(0, 255).astype(np.uint8)
    return found


def grain_array(body: Body, shot: Shot) -> dict[str, np.ndarray]:
    """Return between which of the target's fibres each vertex lies, if it has any."""
    grain = grain_of_vertices(body, shot.muscles, shot.camera.scale, max(shot.window[2:]))
    if not grain.any():
        return {}
    return {"grain": np.round(grain[order_of(body.name).vertices] * STEPS).clip(0, 255).astype(np.uint8)}


def belly_array(body: Body, bellies: Sequence[float]) -> dict[str, np.ndarray]:
    """Return how much of a drawn-in belly each vertex takes, if any moment has one."""
    if not any(bellies):
        return {}
    still = np.tile(np.eye(4), (len(body.joints), 1, 1))
    share = np.abs(with_belly(body, body.rest, still, 100.0) - body.rest).max(axis=1)
    return {"dent": np.round(share[order_of(body.name).vertices] * 255).clip(0, 255).astype(np.uint8)}


def things_at(way: Way, moment: Turns, belly: float) -> tuple[Solid, ...]:
    """Return the things at a moment: those that lie still as in the frames, the others placed to the body."""
    frame = way.start
    s, body = frame.setting, frame.body
    room = Room(body, s.compass, s.things, s.support, s.balance)
    transforms = standing(body, moment)
    placed = shapes(
        room, finder(body, flattened(with_belly(body, skin(body, transforms), transforms, belly), room))
    )
    ends = {solid.name: solid for solid in way.end.solids}
    still = {solid.name for solid in frame.solids if solid.name in ends and alike(solid, ends[solid.name])}
    return tuple(one if one.name in still else other for one, other in zip(frame.solids, placed, strict=True))


def thing_arrays(solids: Sequence[Sequence[Solid]]) -> tuple[list[dict[str, object]], dict[str, np.ndarray]]:
    """Return the looks of the things of the first moment, and their corners in every moment."""
    looks: list[dict[str, object]] = []
    arrays: dict[str, np.ndarray] = {}
    for number, solid in enumerate(solids[0]):
        group = smooth_groups(solid.faces, solid.edges)
        order = np.argsort(group, kind="stable")
        own = [next((each for each in every if each.name == solid.name), solid) for every in solids]
        own = [each if each.vertices.shape == solid.vertices.shape else solid for each in own]
        moves = any(not alike(solid, each) for each in own)
        corners = np.round(np.array([each.vertices for each in (own if moves else own[:1])]) / THING_STEP)
        looks.append(
            {"moves": moves, "tones": list(group_names(solid, group)), "corners": len(solid.vertices)}
        )
        arrays[f"corners{number}"] = halves(np.diff(corners, axis=0, prepend=0).transpose(0, 2, 1))
        arrays[f"faces{number}"] = halves(np.diff(solid.faces[order].ravel(), prepend=0))
        arrays[f"groups{number}"] = np.bincount(group).astype(np.uint16)
    return looks, arrays


def camera_of(shot: Shot) -> dict[str, float]:
    """Return direction in degrees and the still's window in metres of the picture plane, y up."""
    left, top, width, height = shot.window
    camera = shot.camera
    values = {
        "yaw": camera.direction.yaw, "pitch": camera.direction.pitch,
        "left": (left + camera.left) / camera.scale, "top": -(top + camera.top) / camera.scale,
        "width": width / camera.scale, "height": height / camera.scale, "scale": camera.scale,
    }  # fmt: skip
    return {name: round(float(value), 5) for name, value in values.items()}


def planes_of(frames: Sequence[Posed]) -> list[list[float]]:
    """Return each frame's faces that press flesh: normal, origin, way along, half sizes (0: endless)."""
    out = []
    for frame in frames:
        own = []
        for face in faces_of(frame):
            endless = face.along is None
            along = np.zeros(3) if face.along is None else face.along
            sizes = [0.0, 0.0] if endless else [face.half_along, face.half_across]
            own += [round(float(value), 5) for value in (*face.normal, *face.origin, *along, *sizes)]
        out.append(own)
    return out


def pairs(story: Sequence[str]) -> list[tuple[str, str]]:
    """Return the pairs of frames that follow each other in a story, each once and in one direction."""
    found: dict[frozenset[str], tuple[str, str]] = {}
    for one, other in pairwise(story):
        found.setdefault(frozenset((one, other)), (one, other))
    return list(found.values())
