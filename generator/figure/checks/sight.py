"""What the chosen camera does not show: hidden head, hands and feet, limbs seen end on, targets too small."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Protocol

import numpy as np

from generator.model.pose import FigureSpec

from ..body.body import Body
from ..body.mesh import BoolArray, vertex_normals
from ..finding import Finding
from ..seeing.camera import Direction
from ..seeing.pixels import Pixels
from ..seeing.staged import Staged
from ..seeing.views import joint_place, visible_vertices

LEAST_SEEN = 0.35  # share of the side turned to the viewer that must not be hidden
SHORT_BELOW = 28.0  # degrees between a limb and the view line
MOST_ARROWS = 2  # in one frame; with more nobody knows where to look first
LEAST_TARGET = 0.004  # share of the person's picture
PARTS = {"head": ("head",), "hand": ("wrist", "finger"), "foot": ("foot", "toe")}
LIMBS = {
    "upper arm": ("upperarm01", "lowerarm01"),
    "forearm": ("lowerarm01", "wrist"),
    "thigh": ("upperleg01", "lowerleg01"),
    "shin": ("lowerleg01", "foot"),
}
SIDES = {"left": ".L", "right": ".R"}


class LetteredFrame(Staged, Protocol):
    """A posed frame that knows its letter."""

    @property
    def letter(self) -> str:
        """Return the frame's letter."""
        ...


def look_over(
    spec: FigureSpec,
    frames: Sequence[LetteredFrame],
    direction: Direction,
    pixels: Sequence[Pixels],
    targets: Sequence[BoolArray],
) -> Iterator[Finding]:
    """Yield frames with too many arrows, and notices about what a figure's camera hides."""
    yield from _crowded(spec)
    for frame, seen, target in zip(frames, pixels, targets, strict=True):
        for name, message in (*_hidden(frame, direction), *_short(frame, direction)):
            yield Finding("notice", name, frame.letter, "view", message)
        share = target.sum() / max(int(seen.figure.sum()), 1)
        if 0 < share < LEAST_TARGET and spec.inset is None:
            text = f"the target covers {share:.1%} of the person; name an inset"
            yield Finding("notice", "small target", frame.letter, "target", text)


def _crowded(spec: FigureSpec) -> Iterator[Finding]:
    """Yield an error for each frame with more arrows than a reader follows; "both" parts make two."""
    for letter, frame in spec.frames.items():
        count = sum(2 if arrow.part.startswith("both ") else 1 for arrow in frame.arrows)
        if count > MOST_ARROWS:
            text = f"{count} arrows in one picture; {MOST_ARROWS} at most, so move one to a frame of its own"
            yield Finding("error", "arrows", letter, f"frames.{letter}.arrows", text)


def _hidden(frame: Staged, direction: Direction) -> Iterator[tuple[str, str]]:
    """Yield a name and a message for each head, hand and foot that is mostly hidden."""
    visible = visible_vertices(frame, direction)
    body = frame.body
    turned = vertex_normals(frame.vertices, body.faces) @ direction.axes()[2] > 0
    for part, joints in PARTS.items():
        for side in ("",) if part == "head" else tuple(SIDES):
            own = _of_part(body, joints, SIDES.get(side, "")) & turned
            share = float(visible[own].mean()) if own.any() else 0.0
            if share < LEAST_SEEN:
                name = f"{side} {part}".strip()
                yield f"hidden {name}", f"only {share:.0%} of the {name} can be seen"


def _of_part(body: Body, joints: tuple[str, ...], suffix: str) -> BoolArray:
    """Return the shown vertices that follow joints of these names on one side."""
    own = [name.startswith(joints) and name.endswith(suffix) for name in body.joints]
    return np.asarray(np.array(own)[body.dominant] & (body.field > 0))


def _short(frame: Staged, direction: Direction) -> Iterator[tuple[str, str]]:
    """Yield a name and a message for each limb segment that points at the viewer."""
    toward = direction.axes()[2]
    for side, suffix in SIDES.items():
        for limb, (start, end) in LIMBS.items():
            along = joint_place(frame, end + suffix) - joint_place(frame, start + suffix)
            cosine = abs(float(along @ toward)) / max(float(np.linalg.norm(along)), 1e-9)
            angle = float(np.degrees(np.arccos(min(cosine, 1.0))))
            if angle < SHORT_BELOW:
                yield f"short {side} {limb}", f"the {side} {limb} is {angle:.0f} degrees from the view line"
