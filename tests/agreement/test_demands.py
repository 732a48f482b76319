"""A pose that demands a caution is found, its near miss is not, and a writer is told what to do."""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache
from typing import Any

import pytest

from generator.agreement.demands import CHECKS, found_demands
from generator.figure import MIDDLE_ANGLES, MIDDLE_PARTS, PAIRED_ANGLES, DrawnFigure, Measures
from generator.figure.measuring.frame import measure
from generator.figure.measuring.measures import Axes, Carrier, Point
from generator.handbook import Handbook
from generator.model.demand import Condition, Demand
from generator.model.exercise import Exercise
from tests.figure.frames import solved

ORIGIN: Point = (0.0, 0.0, 0.0)


def demand(*when: dict[str, Any], **rest: Any) -> Demand:
    """Return a demand of dizziness, or what `rest` says."""
    words = {"what": "A test.", "why": "A test.", "cautions": ["dizziness"], "to_confirm": True}
    return Demand.model_validate(words | {"when": when} | rest)


@lru_cache(maxsize=8)
def pose(base: str, **words: Any) -> Measures:
    """Return the measures of a base pose."""
    return measure(solved(base, A=dict(words))["A"])


class Plant:
    """Measures made up so that conditions hold, or just miss."""

    def __init__(self) -> None:
        paired = {f"{side} {name}" for side in ("left", "right") for name in PAIRED_ANGLES}
        self.angles = dict.fromkeys({*MIDDLE_ANGLES, *paired}, 0.0)
        self.places: dict[str, Point] = {}
        self.carried: list[Carrier] = []

    def sides(self, name: str) -> list[str]:
        """Return a name with each side it can have."""
        first, _, rest = name.partition(" ")
        if first in ("left", "right") or name in (*MIDDLE_ANGLES, *MIDDLE_PARTS):
            return [name]
        return [f"{side} {rest if first == 'other' else name}" for side in ("left", "right")]

    def value(self, condition: Condition, miss: bool) -> float:
        """Return a number one step beyond the bound, or one short of it."""
        step = -1 if miss else 1
        if condition.under is not None:
            return condition.under - step
        return (condition.over if condition.over is not None else condition.beyond or 0.0) + step

    def meet(self, condition: Condition, miss: bool = False) -> None:
        """Make a condition hold on both sides, or just miss on both."""
        far = (0.0, self.value(condition, miss), 0.0)
        match condition.kind:
            case "angle":
                self.angles |= dict.fromkeys(self.sides(str(condition.angle)), far[1])
            case "height":
                above = [condition.above] if condition.above else []
                self.places |= {place: ORIGIN for name in above for place in (name, *self.sides(name))}
                self.places |= dict.fromkeys((str(condition.height), *self.sides(str(condition.height))), far)
            case "gap":
                one, other = condition.gap or ("", "")
                self.places |= dict.fromkeys(self.sides(one), ORIGIN) | dict.fromkeys(self.sides(other), far)
            case "load":
                for part in self.sides((condition.load or ("",))[0]):
                    self.carried.append(Carrier(part, "floor", "floor", max(far[1], 0.0)))
            case _:
                self.meet_fact(condition, miss)

    def meet_fact(self, condition: Condition, miss: bool) -> None:
        """Make what is only so or not hold, or not."""
        match condition.kind:
            case "carried":
                parts = [part for name in (condition.carried or ())[miss:] for part in self.sides(name)]
                self.carried += [Carrier(part, "floor", "floor", 5.0) for part in parts]
            case "free":
                parts = self.sides((condition.free or ("",))[0]) if miss else []
                self.carried += [Carrier(part, "mat", "mat", 0.0) for part in parts]
            case "on":
                kind = "chair" if miss else (condition.on or ("",))[0]
                self.carried.append(Carrier("seat", kind, kind, 5.0))
            case _:
                behind: Point = (0.0, 160.0, -9.0)
                palm = ORIGIN if miss else behind
                self.places |= {"left palm": palm, "right palm": palm, "left ear": (0.0, 160.0, 0.0)}
                self.places |= {"head_back": behind, "neck_back": behind}

    def measures(self) -> Measures:
        """Return what was planted."""
        axes = dict.fromkeys(("pelvis", "chest", "head"), Axes(ORIGIN, (0, 0, 1), (1, 0, 0), (0, 1, 0)))
        if "left palm" not in self.places:
            self.places |= {name: ORIGIN for name in ("left palm", "right palm", "left ear")}
            self.places |= {name: (0.0, 150.0, 0.0) for name in ("head_back", "neck_back")}
        return Measures("upright", self.angles, self.places, axes, {}, tuple(self.carried))


def planted(demand: Demand, missed: int = -1) -> Measures:
    """Return measures that meet a demand, or miss its condition number `missed` by a step."""
    plant = Plant()
    for index, condition in enumerate(demand.when):
        plant.meet(condition, miss=index == missed)
    return plant.measures()


def fires(demand: Demand, exercise: Exercise, *frames: Measures) -> bool:
    """Tell whether frames A, B … make a demand."""
    letters = dict(zip("ABCDE", frames, strict=False))
    return bool(list(found_demands({"test": demand}, exercise, letters)))


def suited(demand: Demand, handbook: Handbook) -> Exercise:
    """Return an exercise with the goal and hold that a demand is for."""
    some = next(iter(handbook.exercises.values()))
    goal = demand.goals[0] if demand.goals else some.goal
    return some.model_copy(update={"goal": goal, "dose": some.dose.model_copy(update={"hold": demand.held})})


def test_every_demand_of_the_book_is_made_by_its_pose_and_not_by_a_near_miss(handbook: Handbook) -> None:
    for name, each in handbook.demands.items():
        exercise, still = suited(each, handbook), Plant().measures()
        first = () if each.frames != "held" else (still,)
        assert fires(each, exercise, *first, planted(each)), name
        for index in range(len(each.when)):
            assert not fires(each, exercise, *first, planted(each, index)), (name, index)


REAL = [
    ({"angle": "hip flexion", "over": 85}, "half-kneeling", "kneeling-on-heels"),
    ({"angle": "wrist extension", "over": 60}, "hands-and-knees", "forearm-kneeling"),
    ({"load": ["knee", "shin"], "over": 8}, "half-kneeling", "sitting-on-chair"),
    ({"angle": "chest facing", "over": 60}, "lying-on-back-flat", "lying-face-down"),
    ({"on": ["roller", "ball"]}, "lying-over-roller", "lying-on-back-flat"),
    ({"behind_head": "true"}, "lying-over-roller", "lying-on-back-flat"),
    ({"height": "eyes", "above": "heart", "under": -9}, "forearm-kneeling", "standing"),
]  # fmt: skip


@pytest.mark.parametrize(("condition", "base", "other"), REAL)
def test_real_poses_make_a_demand(
    condition: dict[str, Any], base: str, other: str, handbook: Handbook
) -> None:
    asked, exercise = demand(condition), next(iter(handbook.exercises.values()))
    assert fires(asked, exercise, pose(base))
    assert not fires(asked, exercise, pose(other))


def test_all_conditions_speak_of_one_side(handbook: Handbook) -> None:
    exercise = next(iter(handbook.exercises.values()))
    bent = {"angle": "hip flexion", "over": 60}
    m = pose("half-kneeling")  # left hip bent, right knee on the floor
    assert fires(demand(bent, {"load": ["foot", "heel", "toes"], "over": 10}), exercise, m)
    assert not fires(demand(bent, {"load": ["knee"], "over": 10}), exercise, m)
    assert fires(demand(bent, {"load": ["other knee"], "over": 10}), exercise, m)


def test_frames_goal_and_hold_decide_what_counts(handbook: Handbook) -> None:
    some = next(iter(handbook.exercises.values()))
    exercise = some.model_copy(update={"dose": some.dose.model_copy(update={"hold": 5})})
    turn = {"angle": "cervical rotation", "beyond": 55}
    far, still = planted(demand(turn)), Plant().measures()
    assert fires(demand(turn), exercise, far, still)
    assert not fires(demand(turn, frames="held"), exercise, far, still)
    assert not fires(demand(turn, frames="all"), exercise, far, still)
    assert fires(demand(turn, frames="all"), exercise, far, far)
    assert fires(demand(turn, held=5), exercise, far) and not fires(demand(turn, held=6), exercise, far)
    assert not fires(demand(turn, goals=["other"]), exercise, far)


def answered(handbook: Handbook, care: list[str], not_needed: dict[str, str], **when: Any) -> list[str]:
    """Return the messages for one exercise that turns the head far, by what its writer says."""
    asked = demand(when or {"angle": "cervical rotation", "beyond": 55})
    some = next(iter(handbook.exercises.values()))
    lines = [{"caution": each, "do": "Take care."} for each in care]
    exercise = Exercise.model_validate(
        some.model_dump(by_alias=True) | {"care": lines, "not_needed": not_needed}
    )
    book = replace(handbook, demands={"far-turn": asked}, exercises={exercise.slug: exercise})
    turned = planted(demand({"angle": "cervical rotation", "beyond": 55}))
    figure = DrawnFigure(exercise.slug, (), "", (), measures={"A": Plant().measures(), "B": turned})
    return [
        f"{each.where}: {each.message}" for check in CHECKS for each in check(book, {exercise.slug: figure})
    ]


def test_a_missing_line_names_frame_value_bound_and_remedy(handbook: Handbook) -> None:
    (message,) = answered(handbook, [], {})
    for words in ("care: ", "'dizziness'", "frame B", "cervical rotation 56°", "beyond 55°", "not_needed"):
        assert words in message


def test_a_line_of_care_or_a_reason_answers_a_demand(handbook: Handbook) -> None:
    assert answered(handbook, ["dizziness"], {}) == []
    assert answered(handbook, [], {"dizziness": "The turn is done lying down."}) == []


def test_a_reason_for_nothing_is_a_problem(handbook: Handbook) -> None:
    (useless,) = answered(handbook, ["dizziness"], {"knee": "The knees rest."})
    assert useless.startswith("not_needed.knee: nothing in the figure asks for 'knee'")
    (double,) = answered(handbook, ["dizziness"], {"dizziness": "It is slow."})
    assert "has a line of care" in double


def test_a_name_nobody_measures_is_a_problem_and_never_a_silent_pass(handbook: Handbook) -> None:
    (message,) = answered(handbook, [], {}, angle="cervical rotatoin", beyond=55)
    assert message == (
        "far-turn.when.0.angle: nobody measures 'cervical rotatoin'; did you mean 'cervical rotation'?"
    )
