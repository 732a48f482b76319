"""One list of cues: to the second what the pages print, with whole second sides and counted ends."""

from collections.abc import Iterator
from itertools import pairwise
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from generator.handbook import Handbook
from generator.pages.doses import dose_of
from tests.follow.running import all_cues

WAITS = {"read", "ready", "change", "rest"}
Cues = list[dict[str, Any]]


@pytest.fixture(scope="module")
def cues(browser: Browser, address: str) -> Iterator[dict[str, Cues]]:
    """The cues of every routine and every exercise."""
    opened = browser.new_page(service_workers="block")
    yield all_cues(opened, address)
    opened.close()


def _printed(handbook: Handbook) -> dict[str, int]:
    """The seconds behind the minutes that the pages print."""
    exercises, pace = handbook.exercises, handbook.pace
    of = {f"exercise/{slug}": each.dose.seconds(each.sides, pace) for slug, each in exercises.items()}
    for slug, routine in handbook.routines.items():
        pairs = [(item, exercises[item.exercise]) for item in routine.items]
        of[f"routine/{slug}"] = sum(dose_of(item, each).seconds(each.sides, pace) for item, each in pairs)
    return of


def test_cues_last_as_long_as_the_pages_say_to_the_second(cues: dict[str, Cues], handbook: Handbook) -> None:
    assert {name: each[-1]["until"] for name, each in cues.items()} == _printed(handbook)


def test_cues_follow_one_another_without_a_gap(cues: dict[str, Cues]) -> None:
    for name, each in cues.items():
        assert each[0]["at"] == 0 and each[0]["kind"] == "read", name
        assert all(one["until"] == other["at"] for one, other in pairwise(each)), name


def test_both_sides_get_their_full_time(cues: dict[str, Cues], handbook: Handbook) -> None:
    """And between the sides there is the change, spoken and shown, that nobody has to do within a hold."""
    for slug, exercise in handbook.exercises.items():
        held: dict[int, int] = {1: 0, 2: 0}
        for cue in cues[f"exercise/{slug}"]:
            held[cue["side"]] += 0 if cue["kind"] in WAITS else cue["until"] - cue["at"]
        assert held[2] == (0 if exercise.sides == "together" else held[1]) and held[1] > 0, slug
        changes = [cue for cue in cues[f"exercise/{slug}"] if cue["kind"] == "change"]
        assert len(changes) == (exercise.dose.sets if exercise.sides == "each" else 0), slug
        assert {cue["until"] - cue["at"] for cue in changes} <= {handbook.pace.change_sides}, slug


def test_every_exercise_can_be_read_first_and_begins_with_get_ready(cues: dict[str, Cues]) -> None:
    for each in cues.values():
        for read, ready in pairwise(each):
            if read["kind"] == "read":
                assert ready["kind"] == "ready" and ready["item"] == read["item"]


def test_moments_count_to_the_end_and_never_after_it(page: Page, address: str) -> None:
    page.goto(f"{address}about/")
    moments = page.evaluate(
        """async root => {
          const { cueList } = await import(`${root}assets/follow/cues.js`)
          const { momentsOf } = await import(`${root}assets/follow/moments.js`)
          const dose = { move: 6 }
          const exercises = new Map([["a", { sides: "each", dose }]])
          const catalogue = { exercises, pace: { rest: 20, change_over: 15, change_sides: 10, ready: 5 } }
          const items = [{ id: "a", hold: 20, repetitions: 1, sets: 1, side: "both" }]
          const told = ({ at, kind, count, cue }) => [at, kind, count ?? cue.kind]
          return momentsOf(cueList(items, catalogue)).map(told)
        }""",
        address,
    )
    half_and_end = [
        (28, "half", "hold"),
        (35, "count", 3),
        (36, "count", 2),
        (37, "count", 1),
        (38, "start", "out"),
    ]
    assert [tuple(each) for each in moments if 20 < each[0] <= 38] == half_and_end
    assert [each[0] for each in moments] == sorted(each[0] for each in moments)
    assert len({each[0] for each in moments}) == len(moments), "no two at once, so that none is drowned"
