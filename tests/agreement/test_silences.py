"""A slip in the key of a `silence` is an error with the name that was meant; a stale key is a notice."""

import re
from dataclasses import replace

import pytest

from generator.agreement.silences import BEGINNINGS, WHOLE, fault_of, silences_are_known
from generator.figure import DrawnFigure, Finding
from generator.figure.checks.sight import LIMBS, PARTS
from generator.handbook import Handbook
from generator.orders import ENGINE

FRAMES = {"A": None, "B": None}
NAMED = re.compile(
    r'(?:yield \(|Finding\()\s*"(?:error|notice)",\s*f?"([a-z]+)|yield f"(hidden|short) |(slot), wish\.where'
)
"""How the engine names what it finds: by the first word."""


@pytest.mark.parametrize(
    ("key", "meant"),
    [
        ("hiden left hand", "; did you mean 'hidden left hand'?"),
        ("hidden left hend", "; did you mean 'hidden left hand'?"),
        ("B: short right thing", "; did you mean 'short right thigh'?"),
        ("smal target", "; did you mean 'small target'?"),
        ("nonsense", ""),
        ("hidden", ""),
    ],
)
def test_a_slip_is_told_with_what_was_meant(key: str, meant: str) -> None:
    fault = fault_of(key, FRAMES)
    assert fault.startswith("nothing is called") and fault.endswith(meant or fault)


@pytest.mark.parametrize(
    "key", ["still", "B: still", "contact left hand", "keep knees together", "hover head"]
)
def test_the_name_of_a_finding_is_none(key: str) -> None:
    assert fault_of(key, FRAMES) == ""


def test_a_frame_that_is_not_there_is_told() -> None:
    assert fault_of("C: still", FRAMES) == "the figure has no frame 'C'; it has A, B"


def test_every_name_that_the_engine_gives_is_known() -> None:
    """A check that comes later must not make an error of what silences it elsewhere."""
    found = set()
    for file in (ENGINE / "checks").glob("*.py"):
        for name, seen, slot in NAMED.findall(file.read_text(encoding="utf-8")):
            found.add(name or seen or (slot and "keep"))
    known = {*BEGINNINGS, *(name.partition(" ")[0] for name in WHOLE)}
    assert found - {"way"} == known  # a film is never silenced
    seen = {
        f"hidden {each}" for part in PARTS if part != "head" for each in (f"left {part}", f"right {part}")
    }
    short = {f"short {side} {limb}" for side in ("left", "right") for limb in LIMBS}
    assert {*seen, *short, "hidden head"} == {each for each in WHOLE if each.startswith(("hidden", "short"))}


def _with_silence(handbook: Handbook, key: str) -> Handbook:
    slug, exercise = next(iter(handbook.exercises.items()))
    figure = exercise.figure.model_copy(update={"silence": {key: "It may be so."}})
    changed = exercise.model_copy(update={"figure": figure})
    return replace(handbook, exercises={slug: changed})


@pytest.mark.parametrize(
    ("key", "told", "count"),
    [
        ("hiden left hand", "nothing is called 'hiden left hand' here; take the line out", 1),
        ("hidden left hand", "nothing is called 'hidden left hand' here; take the line out", 0),
        ("a name of next year", "", 0),
    ],
    ids=["a slip", "grown stale", "at work"],
)
def test_only_a_slip_stops_a_build(key: str, told: str, count: int, handbook: Handbook) -> None:
    """A key that the engine answers to is never asked for its name: no fork stops at a newer engine."""
    book = _with_silence(handbook, key)
    slug = next(iter(book.exercises))
    findings = (Finding("notice", "", "", "silence", told),) if told else ()
    problems = list(silences_are_known(book, {slug: DrawnFigure(slug, (), "", findings)}))
    assert len(problems) == count
    assert all(each.where == f"figure.silence.{key}" for each in problems)
    assert all("did you mean 'hidden left hand'?" in each.message for each in problems)
