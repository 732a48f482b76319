"""A face keeps its eye, nose and mouth from the front to the profile."""

from __future__ import annotations

import numpy as np
import pytest

from generator.figure.body.face import face_strokes, round_the_nose
from generator.figure.body.mesh import BoolArray
from generator.figure.drawing.drafts import Draft
from generator.figure.drawing.portrait import face_drafts
from generator.figure.drawing.scene import see_frame
from generator.figure.drawing.trace import OCCLUSIONS, Kind, trace_chains
from generator.figure.posing.pose import Posed
from generator.figure.seeing.camera import Camera, Direction, frame_camera
from generator.figure.seeing.pixels import Pixels
from tests.figure.frames import solved

SLASH = 0.007  # m; a shorter line of a face tells nothing


def head_camera(frame: Posed, yaw: float, pitch: float = 5.0) -> Camera:
    """Return a camera that looks at the head alone."""
    high = frame.vertices[:, 1] > 0.86 * frame.vertices[:, 1].max()
    return frame_camera(Direction(yaw, pitch), [frame.vertices[high]])


def dots(drafts: list[Draft]) -> int:
    """Return how many eyes are drawn."""
    return sum(len(draft.paths) for draft in drafts if draft.css == "f-dot")


@pytest.mark.parametrize("body", ["woman", "man"])
@pytest.mark.parametrize("yaw", [-90.0, -70.0, 70.0, 90.0])
def test_a_profile_shows_one_eye_a_nose_and_a_mouth_whole(body: str, yaw: float) -> None:
    frame = solved("standing", body, A={})["A"]
    camera = head_camera(frame, yaw)
    pixels = see_frame(frame, camera)
    drafts = face_drafts(frame, camera, pixels)
    assert dots(drafts) == 1
    lines = [
        path.pieces[0] for draft in drafts if draft.css in ("f-face", "f-face-bold") for path in draft.paths
    ]
    lengths = [float(np.linalg.norm(np.diff(line, axis=0), axis=1).sum()) / camera.scale for line in lines]
    assert len(lengths) == len(("brow", "lid", "nose", "mouth", "ear", "jaw"))
    assert min(lengths) > SLASH


@pytest.mark.parametrize("yaw", [0.0, 40.0])
def test_a_face_seen_from_the_front_shows_two_eyes(yaw: float) -> None:
    frame = solved("standing", "woman", A={})["A"]
    camera = head_camera(frame, yaw)
    assert dots(face_drafts(frame, camera, see_frame(frame, camera))) == 2


def test_no_stroke_of_the_face_hangs_off_the_skin() -> None:
    frame = solved("standing", "man", A={})["A"]
    for stroke in face_strokes(frame.body):
        steps = np.linalg.norm(np.diff(stroke.points(frame.body, frame.vertices), axis=0), axis=1)
        assert steps.max() < 0.02


def test_the_outline_of_a_face_is_lighter_than_that_of_a_trunk() -> None:
    frame = solved("standing", "woman", A={})["A"]
    pixels = see_frame(frame, head_camera(frame, 90.0))
    rims = [chain for chain in trace_chains(pixels) if Kind.RIM in chain.kinds]
    assert max(len(chain.points) for chain in rims) > 100
    heavy = {int(kind) for chain in trace_chains(pixels) for kind in chain.kinds}
    assert Kind.SILHOUETTE in heavy


@pytest.mark.parametrize("yaw", [107.0, 112.0])
def test_no_line_parts_the_nose_from_a_face_that_is_turned_a_little_away(yaw: float) -> None:
    frame = solved("standing", "older-man", A={})["A"]
    camera = head_camera(frame, yaw)
    pixels = see_frame(frame, camera)
    face = round_the_nose(frame.body, pixels.rest) & pixels.figure
    assert parting(pixels, face, None) > 0, "the cheek hides the foot of the nose"
    assert parting(pixels, face, face) == 0


def parting(pixels: Pixels, face: BoolArray, plain: BoolArray | None) -> int:
    """Return how many points of inner lines lie within the face."""
    inner = [chain for chain in trace_chains(pixels, plain) if set(chain.kinds.tolist()) <= set(OCCLUSIONS)]
    points = np.vstack([np.zeros((0, 2), dtype=int), *(chain.points for chain in inner)])
    x, y = points.T
    inside = (x > 0) & (y > 0) & (x < face.shape[1]) & (y < face.shape[0])
    x, y = x[inside], y[inside]
    return int((face[y, x] & face[y - 1, x - 1] & face[y - 1, x] & face[y, x - 1]).sum())
