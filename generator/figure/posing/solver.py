"""Find the pose that meets all goals together: damped least squares within joint ranges."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

import numpy as np

from generator.model.words import SIDES

from ..body.body import Body
from ..body.mesh import BoolArray, FloatArray
from ..body.rotation import exponential, frame, rotation_vector
from ..body.skeleton import SIGN, Anchor, skeleton_of
from .freedom import COUNT, INDEX, ranges
from .goals import Angle, Goal, Rests, Scene, Touches
from .kinematics import Motion
from .pull import Pull

STEP = 1e-5  # radians or metres: difference quotient of the Jacobian
MOST_ROUNDS = 60
HEAVIER, HEAVIEST = 4.0, 1e6  # how the damping grows after a step in vain, and where the search gives up
AT_ONCE = 5  # dampings tried together after a step in vain
SETTLED = 5e-4  # relative gain below which the search ends
CONTENT = 60.0  # cost below which no other start is tried
MET = 2.5  # residual of the worst contact below which none is tried either
UNLOCKED, WELL_BENT = np.radians(45.0), np.radians(80.0)  # least bend of an elbow at the start of a search
AHEAD = np.array([0.25, -0.45, 0.85])  # upper arm in the chest's axes, x outwards
LIFTED = 0.25  # m
BETTER = 0.999  # share of the best cost another start must reach to count: rounding errors choose no pose
BIGGEST = 0.35  # radians or metres any unknown moves in one round


@dataclass(frozen=True, eq=False)
class State:
    """A pose: values of all degrees of freedom and the rotations the ball joints count from."""

    x: FloatArray
    anchor: Anchor

    def rebased(self) -> State:
        """Return the same pose with the ball joints' own values back at zero."""
        x = self.x.copy()
        turned = {}
        for name, first in (("trunk", "trunk.x"), ("left", "left arm.x"), ("right", "right arm.x")):
            i = INDEX[first]
            own = exponential(x[i : i + 3])
            base = getattr(self.anchor, name)
            turned[name] = own @ base if name == "trunk" else base @ own
            x[i : i + 3] = 0.0
        return State(x, Anchor(**turned))


@dataclass(frozen=True, eq=False)
class Solution:
    """A solved pose, its cost and how many rounds it took."""

    state: State
    cost: float
    rounds: int


class System:
    """Goals on one body as a function from poses to residuals."""

    def __init__(self, body: Body, anchor: Anchor, goals: tuple[Goal, ...]) -> None:
        self.skeleton, self.anchor, self.goals = skeleton_of(body), anchor, goals
        self.pull = Pull.of(body, goals)
        self._narrowed: dict[tuple[bool, ...], Pull] = {}
        self._tried: Scene | None = None  # the poses whose residuals were asked for last

    def scene(self, x: FloatArray, pull: Pull | None = None) -> Scene:
        """Return joints and watched vertices in the poses `x` `(b, COUNT)`."""
        stand = Motion(self.skeleton, self.anchor, x).stand()
        return (pull or self.pull).scene(self.skeleton, stand)

    def residuals(self, x: FloatArray) -> FloatArray:
        """Return all residuals of the poses `x`, `(b, r)`."""
        scene = self._tried = self.scene(np.atleast_2d(x))
        return np.concatenate([goal.residuals(scene) for goal in self.goals], axis=1)

    def worst_contact(self, x: FloatArray) -> float:
        """Return the largest residual of any contact in the pose `x`."""
        scene = self.scene(x[None])
        contacts = [goal for goal in self.goals if isinstance(goal, Rests | Touches) and not goal.obstacle]
        return max((float(np.abs(goal.residuals(scene)).max()) for goal in contacts), default=0.0)

    def linearised(self, x: FloatArray) -> tuple[FloatArray, FloatArray]:
        """Return the residuals `(r,)` at `x` and their Jacobian `(r, COUNT)`, from one batch of poses.

        Goals that are at rest, such as a floor far below, do not enter the batch: their slope is zero.
        """
        scene = self._scene_of(x)
        values = [goal.residuals(scene)[0] for goal in self.goals]
        live = [not goal.idle(scene) for goal in self.goals]
        moving = tuple(goal for goal, counts in zip(self.goals, live, strict=True) if counts)
        near = self.scene(x + STEP * np.eye(COUNT), self._pull_on(tuple(live), moving))
        change = np.concatenate([goal.residuals(near) for goal in moving], axis=1)
        rows = np.repeat(live, [len(value) for value in values])
        value = np.concatenate(values)
        slope = np.zeros((len(value), COUNT))
        slope[rows] = (change - value[rows]).T / STEP
        return value, slope

    def _scene_of(self, x: FloatArray) -> Scene:
        """Return the scene of the one pose `x`: most often it was just tried."""
        if self._tried is not None:
            same = np.flatnonzero((self._tried.stand.x == x).all(axis=1))
            if len(same):
                return self._tried.alone(int(same[0]))
        return self.scene(x[None])

    def _pull_on(self, live: tuple[bool, ...], moving: tuple[Goal, ...]) -> Pull:
        """Return the pull on what the `moving` goals watch, marked `live` among all; made once for each."""
        if live not in self._narrowed:
            self._narrowed[live] = self.pull.narrowed(moving)
        return self._narrowed[live]


def descend(
    linearised: Callable[[FloatArray], tuple[FloatArray, FloatArray]],
    residuals: Callable[[FloatArray], FloatArray],
    start: FloatArray,
    rounds: int = MOST_ROUNDS,
) -> tuple[FloatArray, float, int]:
    """Return the best point found, half its squared residual and the rounds used.

    Levenberg-Marquardt (Marquardt 1963) with unknowns held at a bound while the slope pushes outwards.
    """
    bounds = ranges()
    x, damping, used, hopeful = np.clip(start, bounds.lower, bounds.upper), 1e-2, 0, True
    value, slope = linearised(x)
    cost = float(value @ value) / 2
    while used < rounds:
        used += 1
        gradient = slope.T @ value
        held = ((x <= bounds.lower) & (gradient > 0)) | ((x >= bounds.upper) & (gradient < 0))
        curve = slope.T @ slope
        before = cost
        while damping < HEAVIEST:
            tried = damping * HEAVIER ** np.arange(1 if hopeful else AT_ONCE)
            moves = np.stack([step(curve, gradient, each, ~held) for each in tried])
            trials = np.clip(x + moves, bounds.lower, bounds.upper)
            values = residuals(trials)
            costs = (values**2).sum(axis=1) / 2
            better = np.flatnonzero(costs < cost)
            hopeful = len(better) > 0
            if hopeful:
                first = better[0]
                x, cost, damping = trials[first], float(costs[first]), max(float(tried[first]) / 5, 1e-6)
                break
            damping = float(tried[-1]) * HEAVIER
        if before - cost < SETTLED * max(cost, 1e-3):
            break
        value, slope = linearised(x)
    return x, cost, used


def step(curve: FloatArray, gradient: FloatArray, damping: float, free: BoolArray) -> FloatArray:
    """Return the damped Newton step of the free unknowns, none longer than BIGGEST."""
    move = np.zeros(len(gradient))
    inner = curve[np.ix_(free, free)]
    inner = inner + damping * np.diag(np.maximum(np.diag(inner), 1e-3))
    move[free] = -np.linalg.solve(inner, gradient[free])
    return np.asarray(move * min(1.0, BIGGEST / max(float(abs(move).max()), 1e-12)))


def headstart(x: FloatArray, goals: tuple[Goal, ...], bend: float = UNLOCKED) -> FloatArray:
    """Return `x` with every angle that is asked for outright set, and no elbow locked straight.

    A straight elbow does not know which way to bend, and the search would leave it at its bound.
    """
    start = x.copy()
    for goal in goals:
        if isinstance(goal, Angle):
            start[INDEX[goal.name]] = goal.value
    asked = {goal.name for goal in goals if isinstance(goal, Angle)}
    for side in SIDES:
        elbow = f"{side} elbow.bend"
        if elbow not in asked:
            start[INDEX[elbow]] = max(start[INDEX[elbow]], bend)
    return start


def solve(body: Body, state: State, goals: tuple[Goal, ...], fresh: bool = False) -> Solution:
    """Return the pose nearest `state` that meets `goals` best, tried from more than one start if need be.

    `fresh` says that `state` is no pose yet but the neutral body.
    """
    system = System(body, state.anchor, goals)
    best: tuple[FloatArray, float, int] | None = None
    for start in starts(body, state, goals, WELL_BENT if fresh else UNLOCKED):
        found = descend(system.linearised, system.residuals, start)
        if best is None or found[1] < best[1] * BETTER:
            best = found
        if best[1] < CONTENT or system.worst_contact(best[0]) < MET:
            break
    assert best is not None
    return Solution(State(best[0], state.anchor).rebased(), best[1], best[2])


def starts(body: Body, state: State, goals: tuple[Goal, ...], bend: float) -> Iterator[FloatArray]:
    """Yield places to search from: the pose before, the same without obstacles, and lifted clear."""
    first = headstart(state.x, goals, bend)
    yield first
    yield reaching(first, state.anchor, body)
    ghostly = System(body, state.anchor, tuple(goal for goal in goals if not goal.obstacle))
    yield descend(ghostly.linearised, ghostly.residuals, state.x)[0]
    yield descend(ghostly.linearised, ghostly.residuals, raised(first))[0]
    yield raised(first)


def reaching(x: FloatArray, anchor: Anchor, body: Body) -> FloatArray:
    """Return the pose with both arms in front of the chest, elbows bent: near most places hands go."""
    start = x.copy()
    for side in SIDES:
        limb = skeleton_of(body).arms[side]
        along = AHEAD * [SIGN[side], 1, 1]
        wanted = frame(along, np.array([-1.0, 0.0, 0.0])) @ frame(limb.upper, limb.hinge).T
        i = INDEX[f"{side} arm.x"]
        start[i : i + 3] = rotation_vector(getattr(anchor, side).T @ wanted)
        start[INDEX[f"{side} elbow.bend"]] = WELL_BENT
    return start


def raised(x: FloatArray) -> FloatArray:
    """Return the pose lifted clear of its supports, which sometimes unlocks a search that got stuck."""
    start = x.copy()
    start[INDEX["place.y"]] += LIFTED
    return start
