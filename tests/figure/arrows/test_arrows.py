"""Arrows follow the true way of a part, come in even pairs and hide nothing that matters."""

import numpy as np
import pytest
from numpy.testing import assert_allclose

from generator.figure.arrows.arrow_shape import CLEAR, HEAD_LENGTH, LONGEST, SHORTEST, arrow_path
from generator.figure.arrows.arrows import draw_arrows, single
from generator.figure.arrows.motion import MOMENTS, part_path
from generator.figure.arrows.placing import BENT_OUT, Surroundings, stretch
from generator.figure.arrows.turns import turn_ring
from generator.figure.arrows.ways import POINTS, Moment, Way, true_way
from generator.figure.body.body import load_body
from generator.figure.body.mesh import FloatArray
from generator.figure.drawing.stills import standing
from generator.figure.seeing.camera import Camera, Direction, frame_camera
from generator.figure.seeing.staged import Staged, Still
from generator.figure.things.compass import UPRIGHT
from generator.model.arrow import Arrow

ARM = ("upperarm", "lowerarm", "wrist", "finger", "metacarpal")


def raised(sides: str = "LR") -> Still:
    """Return somebody standing with the arms turned up sideways by a quarter."""
    body = load_body("woman")
    start = standing(body)
    moved = start.transforms.copy()
    for side in sides:
        shoulder = body.joint(f"upperarm01.{side}")
        turn = np.eye(4)
        turn[:2, :2] = [[0, -1], [1, 0]] if side == "L" else [[0, 1], [-1, 0]]
        centre = (moved[shoulder] @ np.append(body.head[shoulder], 1.0))[:3]
        turn[:3, 3] = centre - turn[:3, :3] @ centre
        for number, name in enumerate(body.joints):
            if name.endswith(f".{side}") and name.startswith(ARM):
                moved[number] = turn @ moved[number]
    return Still(body, start.vertices, moved)


def leaning(start: Still, degrees: float) -> Still:
    """Return somebody tipped forward about the feet."""
    turn, angle = np.eye(4), np.radians(degrees)
    turn[1:3, 1:3] = [[np.cos(angle), -np.sin(angle)], [np.sin(angle), np.cos(angle)]]
    vertices = start.vertices @ turn[:3, :3].T
    return Still(start.body, vertices, turn @ start.transforms)


def seen(before: Staged, after: Staged, yaw: float = 0.0, above: float = 8.0) -> Moment:
    """Return two poses seen from `yaw` degrees round and `above` degrees."""
    camera: Camera = frame_camera(Direction(yaw, above), [before.vertices, after.vertices])
    return Moment(before, after, camera, UPRIGHT, 3.0)


def empty(moment: Moment) -> Surroundings:
    """Return a picture with nothing in it."""
    camera = moment.camera
    nothing = np.zeros((camera.height, camera.width), dtype=bool)
    return Surroundings(nothing, nothing, nothing, (0, 0, camera.width, camera.height), moment.unit)


@pytest.fixture(scope="module")
def moment() -> Moment:
    """Both arms go up sideways, seen from the front."""
    return seen(standing(load_body("woman")), raised())


def bounds(line: FloatArray) -> FloatArray:
    """Return the least and greatest coordinates of a line."""
    return np.array([line.min(axis=0), line.max(axis=0)])


def test_an_arrow_keeps_clear_of_the_face() -> None:
    precious, person = np.zeros((2, 400, 400), dtype=bool)
    person[100:300, 150:250] = True
    precious[120:180, 160:240] = True
    line = np.linspace([200.0, 260.0], [200.0, 140.0], POINTS)
    way = Way("straight", line, 120.0, np.array([[200.0, 200.0]]), 0.0)
    placed = single(way, Surroundings(precious, person, person & ~person, (0, 0, 400, 400), 2.0), [])
    y, x = np.nonzero(precious)
    nearest = min(float(np.hypot(x - px, y - py).min()) for px, py in placed)
    assert nearest >= CLEAR * 2.0
    assert placed[-1, 1] < placed[0, 1] - 100  # still upward, still as long


def test_an_arrow_whose_way_begins_on_the_body_tells_the_last_of_it_only() -> None:
    person = np.zeros((400, 400), dtype=bool)
    person[100:300, 60:190] = True
    free, nothing = person & ~person, person & ~person
    line = np.linspace([100.0, 200.0], [380.0, 200.0], POINTS)
    way = Way("path", line, 280.0, np.array([[380.0, 200.0]]), 0.0)
    inside = single(way, Surroundings(nothing, person, person, (0, 0, 400, 400), 2.0), [])
    alone = single(way, Surroundings(nothing, free, free, (0, 0, 400, 400), 2.0), [])
    assert np.ptp(inside[:, 0]) < 0.8 * np.ptp(alone[:, 0])
    assert inside[:, 0].min() > 190 and inside[-1, 0] > inside[0, 0]


def test_a_part_swings_round_its_joint_instead_of_going_straight() -> None:
    body = load_body("woman")
    start, after = standing(body), raised("L")
    path = part_path(start, after, "left hand")
    shoulder = body.joint("upperarm01.L")
    centre = (start.transforms[shoulder] @ np.append(body.head[shoulder], 1.0))[:3]
    reach = np.linalg.norm(path - centre, axis=1)
    assert path.shape == (MOMENTS, 3)
    assert_allclose(reach, reach[0], atol=0.02)
    assert path[-1, 1] > path[0, 1] + 0.2


@pytest.mark.parametrize("parts", [("both hand",), ("left hand", "right hand")])
def test_a_pair_is_one_shape_mirrored(moment: Moment, parts: tuple[str, ...]) -> None:
    _, ways = draw_arrows([Arrow(part=part) for part in parts], moment, empty(moment))
    assert len(ways) == 2
    one, other = (way - way[-1] for way in ways)
    assert_allclose(one, other * [-1, 1], atol=1e-6)
    assert ways[0][-1, 1] == pytest.approx(ways[1][-1, 1])


def test_a_pair_seen_in_one_place_is_one_arrow() -> None:
    side = seen(standing(load_body("woman")), raised(), yaw=90.0, above=0.0)
    _, ways = draw_arrows([Arrow(part="both hand")], side, empty(side))
    assert len(ways) == 1


def test_arrows_are_as_large_in_every_picture(moment: Moment) -> None:
    for part in ("left hand", "left upper_arm", "chin"):
        way = true_way(Arrow(part=part), moment)
        assert SHORTEST * moment.unit <= way.length <= LONGEST * moment.unit


@pytest.mark.parametrize("degrees", [4.0, 8.0, 16.0, 40.0, 90.0])
def test_an_arrow_is_at_most_twice_as_long_as_the_movement_unless_it_would_be_all_head(
    degrees: float,
) -> None:
    start = standing(load_body("woman"))
    side = seen(start, leaning(start, degrees), yaw=90.0)
    path = side.camera.project(part_path(side.before, side.after, "chin"))[:, :2]
    moved = float(np.linalg.norm(np.diff(path, axis=0), axis=1).sum())
    _, (line,) = draw_arrows([Arrow(part="chin")], side, empty(side))
    drawn = float(np.linalg.norm(np.diff(line, axis=0), axis=1).sum())
    assert drawn <= max(2.0 * moved, BENT_OUT * SHORTEST * side.unit) + 1.0


@pytest.mark.parametrize(("side", "sign"), [("left", 1), ("right", -1)])
def test_a_turn_runs_round_the_front_of_its_axis(moment: Moment, side: str, sign: int) -> None:
    ring = turn_ring(Arrow.model_validate({"part": "chin", "turn": side}), moment)
    nearest = ring.line[np.argmax(ring.line[:, 1])]  # seen from above, the near side is lower
    step = ring.line[np.argmax(ring.line[:, 1]) + 1] - nearest
    assert step[0] * sign > 0  # the person's left is the viewer's right
    low, high = bounds(ring.line)
    crown = moment.camera.project(moment.after.vertices).min(axis=0)
    assert low[0] < nearest[0] < high[0] and crown[1] < nearest[1]


def test_a_turn_is_only_moved_along_its_axis(moment: Moment) -> None:
    around = empty(moment)
    around.precious[:] = around.person[:] = moment.camera.height > 0
    arrow = Arrow.model_validate({"part": "chin", "turn": "left"})
    ring = turn_ring(arrow, moment)
    _, (placed,) = draw_arrows([arrow], moment, around)
    moved = placed - ring.line
    assert_allclose(moved - moved[0], 0, atol=1e-9)
    assert abs(float(moved[0] @ [ring.axis[1], -ring.axis[0]])) < 1e-6


@pytest.mark.parametrize(("way", "sign"), [("backward", -1), ("forward", 1)])
def test_a_tipping_pelvis_has_a_wheel_before_it(way: str, sign: int) -> None:
    body = load_body("woman")
    side = seen(standing(body), standing(body), yaw=90.0, above=0.0)
    _, (placed,) = draw_arrows([Arrow.model_validate({"part": "pelvis", "turn": way})], side, empty(side))
    assert (placed[-1, 1] - placed[0, 1]) * sign > 0  # backward: the front of the pelvis goes up
    assert bounds(placed)[0, 0] < placed[[0, -1], 0].min() - 5  # a bulge to the front, the viewer's left


def test_a_pressing_arrow_points_at_its_spot_and_stops_short() -> None:
    body = load_body("woman")
    side = seen(standing(body), standing(body), yaw=90.0)
    _, (placed,) = draw_arrows([Arrow(part="belly", press=True)], side, empty(side))
    spot = true_way(Arrow(part="belly", press=True), side).line[-1]
    ahead = (placed[-1] - placed[0]) / np.linalg.norm(placed[-1] - placed[0])
    gap = spot - placed[-1]
    assert 3.0 < np.linalg.norm(gap) / side.unit < 15.0
    assert float(ahead @ gap) == pytest.approx(float(np.linalg.norm(gap)), rel=1e-3)


def test_both_ways_has_a_head_at_each_end() -> None:
    line = np.linspace([0.0, 0.0], [200.0, 0.0], POINTS)
    one, both = (np.vstack(arrow_path(line, 3.0, flag).pieces) for flag in (False, True))
    width = {name: np.ptp(points[points[:, 0] < HEAD_LENGTH * 3.0 * 1.1][:, 1])
             for name, points in (("one", one), ("both", both))}  # fmt: skip
    assert width["both"] > 2 * width["one"]


def test_a_short_way_goes_on_straight_at_both_ends() -> None:
    line = np.linspace([0.0, 0.0], [10.0, 0.0], POINTS)
    assert_allclose(bounds(stretch(line, 100.0, 0.0)), [[-45.0, 0.0], [55.0, 0.0]], atol=1e-6)


def test_arrows_that_meet_leave_a_gap() -> None:
    body = load_body("woman")
    behind = seen(standing(body), standing(body), yaw=180.0)
    blades = [("left", "right"), ("right", "left")]
    arrows = [Arrow(part=f"{side} shoulder_blade", towards=way) for side, way in blades]
    _, (one, other) = draw_arrows(arrows, behind, empty(behind))
    assert np.linalg.norm(one[:, None] - other[None], axis=2).min() > 8.0 * behind.unit


def test_a_short_way_seen_from_its_edge_is_drawn_straight(monkeypatch: pytest.MonkeyPatch) -> None:
    body = load_body("woman")
    side = seen(standing(body), standing(body))
    angle = np.linspace(-1.4, 1.4, MOMENTS)
    swing = np.stack([0.05 * np.sin(angle), 1 + 0 * angle, 0.3 * np.cos(angle)], axis=1)
    monkeypatch.setattr("generator.figure.arrows.ways.part_path", lambda *_: swing)
    line = true_way(Arrow(part="chin"), side).line
    assert np.abs(np.diff(line, n=2, axis=0)).max() < 1e-9
