"""The shade on a person stays on the person, and lies over itself nowhere."""

from __future__ import annotations

import numpy as np
import pytest
from PIL import Image, ImageDraw
from scipy import ndimage

from generator.figure.body.body import Material
from generator.figure.body.mesh import BoolArray, FloatArray
from generator.figure.drawing.scene import see_frame
from generator.figure.drawing.shade import shade_frame
from generator.figure.seeing.camera import Direction, frame_camera
from generator.figure.seeing.masks import grown
from tests.figure.frames import solved

FEW_PIECES = 6  # of shade on a shirt and its sleeves
OUTLINE = 3  # px of an outline that lie outside the person
VIEWS = [
    (base, yaw)
    for base in ("standing", "sitting-on-chair", "hands-and-knees")
    for yaw in (40.0, 60.0, 90.0)
    if (base, yaw) != ("standing", 40.0)  # where the light reaches all that is seen
]


def filled(loop: FloatArray, like: BoolArray) -> BoolArray:
    """Return the pixels inside a closed outline `(n, 2)` px."""
    picture = Image.new("1", like.shape[::-1])
    ImageDraw.Draw(picture).polygon([(float(x), float(y)) for x, y in loop], fill=1)
    return np.asarray(picture)


@pytest.mark.parametrize(("base", "yaw"), VIEWS)
def test_shade_leaves_neither_the_person_nor_crosses_itself(base: str, yaw: float) -> None:
    """Outside it is a spear on the paper; where two shades crossed, light shards were left."""
    frame = solved(base, A={})["A"]
    camera = frame_camera(Direction(yaw, 8.0), [frame.vertices])
    pixels = see_frame(frame, camera)
    shades = [filled(loop, pixels.figure) for loop in shade_frame(pixels, camera, frame.vertices).person]
    assert shades
    assert not np.any(np.any(shades, axis=0) & ~grown(pixels.figure, OUTLINE))
    outer = [
        shade
        for shade in shades
        if not any(shade is not each and (each & shade).sum() == shade.sum() for each in shades)
    ]
    assert np.sum(outer, axis=0).max() == 1


def test_shade_runs_down_the_far_side_of_a_body_and_is_no_stain_on_it() -> None:
    frame = solved("standing", A={"arms": {"reach": "out"}})["A"]
    camera = frame_camera(Direction(0.0, 4.0), [frame.vertices])
    pixels = see_frame(frame, camera)
    shirt = pixels.material == Material.SHIRT
    middle = np.argwhere(shirt)[:, 1].mean()
    shades = np.any(
        [filled(loop, shirt) for loop in shade_frame(pixels, camera, frame.vertices).person], axis=0
    )
    shaded = shirt & shades
    assert shaded.sum() > 0.05 * shirt.sum()
    assert np.argwhere(shaded)[:, 1].mean() > middle
    assert (ndimage.label(shaded)[0].max()) <= FEW_PIECES
