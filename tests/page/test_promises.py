"""What the page "How we check this book" names must be there."""

import pytest

from generator import checks
from generator.checks import wording
from generator.handbook import Handbook
from tests.conftest import ROOT

NAMES = {check.__name__ for check in (*checks.STRUCTURE, *wording.CHECKS)}


def test_every_check_that_holds_a_promise_runs(handbook: Handbook) -> None:
    named = {name for each in handbook.promises.values() for name in each.checks}
    assert named <= NAMES


def test_every_test_that_holds_a_promise_is_there(handbook: Handbook) -> None:
    for each in handbook.promises.values():
        for place in each.tests:
            file, _, name = place.partition("::")
            if not (ROOT / file).exists() or f"def {name}(" not in (ROOT / file).read_text(encoding="utf-8"):
                pytest.fail(f"{each.promise} names {place}, which is not there")
