"""The guided start: a table with a hole, a dead row or an answer against a caution is found."""

from dataclasses import replace
from typing import Any

import pytest

from generator.checks.start import CHECKS
from generator.deciding import Decider, Offered
from generator.handbook import Handbook
from generator.model.start import Row


def _messages(handbook: Handbook) -> str:
    return "\n".join(problem.message for check in CHECKS for problem in check(handbook))


def _with(handbook: Handbook, **changes: Any) -> Handbook:
    return replace(handbook, start=handbook.start.model_copy(update=changes))


def _rows(handbook: Handbook, index: int, *rows: Row) -> Handbook:
    table = handbook.start.rows
    return _with(handbook, rows=(*table[:index], *rows, *table[index + 1 :]))


def _last(handbook: Handbook) -> int:
    return len(handbook.start.rows) - 1


def test_the_table_is_sound(handbook: Handbook) -> None:
    assert _messages(handbook) == ""


def test_a_missing_row_is_found(handbook: Handbook) -> None:
    assert "no row holds for" in _messages(_rows(handbook, _last(handbook)))


def test_a_row_that_leaves_somebody_with_nothing_is_found(handbook: Handbook) -> None:
    row = handbook.start.rows[_last(handbook)]
    short = row.model_copy(update={"exercises": row.exercises[:3]})
    assert "not enough is left for" in _messages(_rows(handbook, _last(handbook), short))


def test_a_row_that_nothing_reaches_is_found(handbook: Handbook) -> None:
    row = handbook.start.rows[_last(handbook)]
    assert "no path comes here" in _messages(_rows(handbook, _last(handbook), row, row))


def test_a_caution_that_nobody_asks_for_is_found(handbook: Handbook) -> None:
    caution, *others = handbook.start.spare
    asked = {each: handbook.start.spare[each] for each in others}
    assert f"'{caution}' is a caution of the handbook" in _messages(_with(handbook, spare=asked))


def test_an_exercise_against_a_caution_is_found(handbook: Handbook, monkeypatch: pytest.MonkeyPatch) -> None:
    """The check does not trust the rule that chose: a rule that forgets cautions is caught."""

    def careless(self: Decider, slug: str, *_: object, **__: object) -> Offered:
        return self.ways[slug][0]

    monkeypatch.setattr(Decider, "way", careless)
    messages = _messages(handbook)
    assert "which they leave out or cannot do" in messages
    assert "an answer for 'osteoporosis' holds" in messages or "an answer for 'pregnancy' holds" in messages
