"""The baked bodies: what posing, props and drawing rely on."""

from __future__ import annotations

import hashlib
from pathlib import Path
from typing import get_args

import numpy as np
import pytest
from scipy.spatial import cKDTree

from generator.figure.body.body import FOLDER, Body, Material, load_body
from generator.figure.body.face import face_strokes
from generator.figure.body.mesh import vertex_normals
from generator.figure.body.strands import hair_strokes
from generator.model.pose import BodyName
from tests.conftest import ROOT

STYLE = ROOT / "docs" / "assets" / "figures" / "style.css"
LARGEST = 130_000  # bytes per body file
SCALP_NEAR, LEAST_OVER = 0.02, 0.002  # m within which there is scalp under hair, and that hair lies over it


@pytest.fixture(params=get_args(BodyName))
def body(request: pytest.FixtureRequest) -> Body:
    """Return each baked body in turn."""
    return load_body(str(request.param))


def test_a_body_stands_on_the_floor_and_faces_forward(body: Body) -> None:
    assert abs(body.rest[:, 1].min()) < 0.002
    assert body.rest[body.landmarks["left toes"], 2] > body.rest[body.landmarks["left heel"], 2]
    assert body.rest[body.landmarks["left knee"], 0] > 0 > body.rest[body.landmarks["right knee"], 0]


def test_a_body_file_stays_small(body: Body) -> None:
    assert (FOLDER / f"body-{body.name}.npz").stat().st_size <= LARGEST


def test_bodies_share_joints_and_landmarks_but_not_looks() -> None:
    woman, man = load_body("woman"), load_body("man")
    assert woman.joints == man.joints
    assert set(woman.landmarks) == set(man.landmarks)
    assert woman.tone != man.tone
    assert man.measures.height > woman.measures.height + 0.1


def waist(body: Body) -> float:
    """Return how wide the trunk is in metres half-way from hips to shoulders."""
    middle = (body.measures.hip + body.measures.shoulder) / 2
    trunk = np.array([name.startswith("sp") for name in body.joints])[body.dominant] & (body.field > 0)
    return float(np.ptp(body.rest[trunk & (np.abs(body.rest[:, 1] - middle) < 0.02), 0]))


def test_one_person_is_older_and_one_is_larger() -> None:
    woman, larger, older = (load_body(name) for name in ("woman", "larger-woman", "older-man"))
    assert waist(larger) > 1.25 * waist(woman)
    assert "grey" in older.tone.split()
    assert ".fig-grey .f-hair" in STYLE.read_text(encoding="utf-8")


def test_parents_come_before_children(body: Body) -> None:
    assert all(parent < child for child, parent in enumerate(body.parent))


def test_a_chair_fits_the_lower_leg(body: Body) -> None:
    assert 0.36 < body.measures.seat < body.measures.knee
    assert body.measures.knee - body.measures.seat < 0.09


def test_clothes_leave_only_head_forearms_and_feet_bare(body: Body) -> None:
    bare = body.rest[body.vertex_material == Material.SKIN]
    trunk = (
        (np.abs(bare[:, 0]) < 0.12) & (bare[:, 1] > body.measures.hip) & (bare[:, 1] < body.measures.shoulder)
    )
    assert not trunk.any()


def test_landmarks_are_on_shown_surface(body: Body) -> None:
    assert (body.field[list(body.landmarks.values())] > 0).all()


def test_every_face_line_is_whole_and_in_front(body: Body) -> None:
    strokes = face_strokes(body)
    assert {stroke.name for stroke in strokes} == {"brow", "lid", "pupil", "nose", "mouth", "ear", "jaw"}
    for stroke in strokes:
        points = stroke.points(body, body.rest)
        assert len(points) == 16
        assert stroke.name in ("ear", "jaw") or points[:, 2].min() > body.eye[2] - 0.02


def test_strands_of_hair_lie_outside_the_skull_on_both_sides(body: Body) -> None:
    strands = [stroke.points(body, body.rest) for stroke in hair_strokes(body)]
    skull = body.head[body.joint("head")]
    assert all(np.linalg.norm(points - skull, axis=1).min() > 0.05 for points in strands)
    assert {float(np.sign(points[:, 0].mean())) for points in strands} == {1.0, -1.0}


def test_shoulders_are_about_three_heads_wide(body: Body) -> None:
    covered = body.field > 0
    arm = np.array([name.startswith(("upperarm", "shoulder")) for name in body.joints])[body.dominant]
    beside_eyes = covered & (np.abs(body.rest[:, 1] - body.eye[1]) < 0.03)
    shoulders = covered & arm & (body.rest[:, 1] > body.measures.shoulder - 0.03)
    ratio = np.ptp(body.rest[shoulders, 0]) / np.ptp(body.rest[beside_eyes, 0])
    assert 2.0 < ratio < 3.0


def test_packing_a_body_again_gives_the_same_bytes(body: Body, tmp_path: Path) -> None:
    file = FOLDER / f"body-{body.name}.npz"
    arrays = dict(np.load(file))
    np.savez_compressed(tmp_path / "again.npz", allow_pickle=False, **arrays)
    digests = [hashlib.sha256(path.read_bytes()).hexdigest() for path in (file, tmp_path / "again.npz")]
    assert digests[0] == digests[1]


def test_hair_lies_on_the_scalp_and_not_in_it(body: Body) -> None:
    """Hair that dips into a round forehead is seen as torn skin along the hairline."""
    skin, locks = (body.faces[body.material == each] for each in (Material.SKIN, Material.HAIR))
    scalp, hair = np.unique(skin), np.unique(locks)
    hair = hair[body.drawn_field[hair] > 0]
    away, nearest = cKDTree(body.rest[scalp]).query(body.rest[hair])
    out = vertex_normals(body.rest, skin)[scalp[nearest]]
    height = ((body.rest[hair] - body.rest[scalp[nearest]]) * out).sum(axis=1)
    assert height[away < SCALP_NEAR].min() > LEAST_OVER
