"""Find the pose that meets all goals together: damped least squares within joint ranges."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

import numpy as np

from generator.model.words import SIDES

from .body import Body
from .freedom import COUNT, INDEX, ranges
from .goals import Angle, Goal, Rests, Scene, Touches, watched
from .mesh import BoolArray, FloatArray
from .rotation import exponential, frame, rotation_vector
from .sites import sites_of
from .skeleton import SIGN, Anchor, Motion, skeleton_of

STEP = 1e-5  # radians or metres: difference quotient of the Jacobian
MOST_ROUNDS = 60
SETTLED = 5e-4  # relative gain below which the search ends
CONTENT = 60.0  # cost below which no other start is tried
MET = 2.5  # residual of the worst contact below which none is tried either
UNLOCKED, WELL_BENT = np.radians(45.0), np.radians(80.0)  # least bend of an elbow at the start of a search
AHEAD = np.array([0.25, -0.45, 0.85])  # upper arm in the chest's axes, x outwards
LIFTED = 0.25  # m
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
        chosen = watched(goals, body)
        self.column = np.full(len(body.rest), -1)
        self.column[chosen] = np.arange(len(chosen))
        weights = body.weights[chosen].toarray()
        used = np.flatnonzero(weights.any(0))
        self.used, self.weights = used, weights[:, used]
        self.rest, self.normals = body.rest[chosen], sites_of(body).normals[chosen]

    def scene(self, x: FloatArray) -> Scene:
        """Return joints and watched vertices in the poses `x` `(b, COUNT)`."""
        stand = Motion(self.skeleton, self.anchor, x).stand()
        turn = stand.turn[:, self.used]
        shift = stand.centre[:, self.used] - np.einsum(
            "bjik,jk->bji", turn, self.skeleton.body.head[self.used]
        )
        count = len(turn)
        packed = np.concatenate([turn.reshape(count, -1, 9), shift], axis=2)
        mixed = self.weights @ packed
        turns = mixed[..., :9].reshape(count, -1, 3, 3)
        points = (turns @ self.rest[..., None])[..., 0] + mixed[..., 9:]
        normals = (turns @ self.normals[..., None])[..., 0]
        return Scene(self.skeleton, stand, points, normals, self.column)

    def residuals(self, x: FloatArray) -> FloatArray:
        """Return all residuals of the poses `x`, `(b, r)`."""
        scene = self.scene(np.atleast_2d(x))
        return np.concatenate([goal.residuals(scene) for goal in self.goals], axis=1)

    def worst_contact(self, x: FloatArray) -> float:
        """Return the largest residual of any contact in the pose `x`."""
        scene = self.scene(x[None])
        contacts = [goal for goal in self.goals if isinstance(goal, Rests | Touches) and not goal.obstacle]
        return max((float(np.abs(goal.residuals(scene)).max()) for goal in contacts), default=0.0)

    def linearised(self, x: FloatArray) -> tuple[FloatArray, FloatArray]:
        """Return the residuals `(r,)` at `x` and their Jacobian `(r, COUNT)`, from one batch of poses."""
        batch = np.vstack([x, x + STEP * np.eye(COUNT)])
        all_ = self.residuals(batch)
        return all_[0], (all_[1:] - all_[0]).T / STEP


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
    x, damping, used = np.clip(start, bounds.lower, bounds.upper), 1e-2, 0
    value, slope = linearised(x)
    cost = float(value @ value) / 2
    while used < rounds:
        used += 1
        gradient = slope.T @ value
        held = ((x <= bounds.lower) & (gradient > 0)) | ((x >= bounds.upper) & (gradient < 0))
        curve = slope.T @ slope
        before = cost
        while damping < 1e6:
            trial = np.clip(x + step(curve, gradient, damping, ~held), bounds.lower, bounds.upper)
            value = residuals(trial)[0]
            new = float(value @ value) / 2
            if new < cost:
                x, cost, damping = trial, new, max(damping / 5, 1e-6)
                break
            damping *= 4
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
        if best is None or found[1] < best[1]:
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
