"""Arrows follow the true way of a part and hide nothing that matters."""

import numpy as np
from numpy.testing import assert_allclose

from generator.figure.arrows import Surroundings, _placed
from generator.figure.body import load_body
from generator.figure.motion import MOMENTS, part_path
from generator.figure.staged import Still
from generator.figure.stills import standing


def test_an_arrow_moves_off_the_face_and_off_the_body() -> None:
    precious, person = np.zeros((2, 400, 400), dtype=bool)
    person[100:300, 150:250] = True
    precious[120:180, 160:240] = True
    way = np.linspace([200.0, 260.0], [200.0, 140.0], 25)
    placed = _placed(way, Surroundings(precious, person))
    x, y = placed[:, 0].astype(int), placed[:, 1].astype(int)
    assert not precious[y.clip(0, 399), x.clip(0, 399)].any()
    assert np.abs(np.diff(placed, axis=0) - np.diff(way, axis=0)).max() < 1e-9  # only shifted


def test_a_part_swings_round_its_joint_instead_of_going_straight() -> None:
    body = load_body("woman")
    start = standing(body)
    raised = start.transforms.copy()
    shoulder = body.joint("upperarm01.L")
    turn = np.eye(4)
    turn[:2, :2] = [[0, -1], [1, 0]]  # a quarter turn, arm up sideways
    centre = (raised[shoulder] @ np.append(body.head[shoulder], 1.0))[:3]
    turn[:3, 3] = centre - turn[:3, :3] @ centre
    for number, name in enumerate(body.joints):
        if name.endswith(".L") and name.startswith(("upperarm", "lowerarm", "wrist", "finger", "metacarpal")):
            raised[number] = turn @ raised[number]
    path = part_path(start, Still(body, start.vertices, raised), "left hand")
    reach = np.linalg.norm(path - centre, axis=1)
    assert path.shape == (MOMENTS, 3)
    assert_allclose(reach, reach[0], atol=0.02)
    assert path[-1, 1] > path[0, 1] + 0.2
