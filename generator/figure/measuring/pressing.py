"""Where along the spine a round thing presses, in vertebrae."""

from __future__ import annotations

from functools import lru_cache

import numpy as np

from ..body.body import Body
from ..body.mesh import FloatArray
from ..body.skeleton import skeleton_of
from ..posing.pose import Posed
from .carrying import Contact
from .measures import Press

ROUND_KINDS = ("roller", "ball", "towel_roll")
PRESSED = ("upper back", "mid back", "low back", "neck", "shoulder", "flank")
REGIONS = (  # region, its vertebrae, joints at its lower and upper end, height of the lowest by the highest
    ("L", 5, "sp0", "sp4", 1.0),
    ("T", 12, "sp4", "neck01", 1.5),  # T12 is about one and a half times as high as T1 (White & Panjabi)
    ("C", 7, "neck01", "head", 1.0),
)


@lru_cache(maxsize=4)
def levels(body: Body) -> tuple[FloatArray, tuple[str, ...]]:
    """Return the heights at rest `(25,)` m between vertebrae from below, and their names from L5 to C1."""
    skeleton = skeleton_of(body)
    edges, names = [float(skeleton.at("sp0")[1])], []
    for region, count, low, high, taper in REGIONS:
        start, end = float(skeleton.at(low)[1]), float(skeleton.at(high)[1])
        sizes = np.linspace(taper, 1.0, count)
        edges += list(start + (end - start) * np.cumsum(sizes) / sizes.sum())
        names += [f"{region}{number}" for number in range(count, 0, -1)]
    return np.array(edges), tuple(names)


def level_at(body: Body, height: float) -> str:
    """Return the vertebra at a height in metres of the body at rest; the nearest beyond the ends."""
    edges, names = levels(body)
    return names[int(np.clip(np.searchsorted(edges, height) - 1, 0, len(names) - 1))]


def presses(posed: Posed, touching: list[Contact]) -> tuple[Press, ...]:
    """Return where each roller, ball or towel roll presses on the back of trunk or neck."""
    found = []
    for name in dict.fromkeys(each.on for each in touching if each.kind in ROUND_KINDS):
        own = [each for each in touching if each.on == name and each.part.endswith(PRESSED)]
        if not own:
            continue
        rest = posed.body.rest[np.concatenate([each.vertices for each in own])]
        top, bottom = (level_at(posed.body, float(height)) for height in (rest[:, 1].max(), rest[:, 1].min()))
        beside = round(float(np.abs(rest[:, 0]).min()) * 100, 1)
        found.append(Press(name, own[0].kind, top, bottom, beside))
    return tuple(found)
