"""A page whose next check is near says so at its head; one that was checked lately does not."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from generator.handbook import Handbook
from generator.loading import load_handbook
from generator.model.exercise import SOON_DAYS, Review
from generator.pages import render_site
from tests.conftest import ROOT

PAGES = (
    "docs/exercises/neck/nod/index.md",
    "docs/routines/tiny/index.md",
    "docs/guidance/red-flags/index.md",
)


def signed(days: int) -> Handbook:
    """The tiny handbook, every page of which has its next check in some days."""
    handbook, _ = load_handbook(ROOT / "tests" / "content")
    review = Review(
        author="A clinic",
        reviewer="A. Person",
        role="Physiotherapist",
        reviewed=date.today() - timedelta(days=300),
        next_review=date.today() + timedelta(days=days),
    )
    update = {"review": review}
    return replace(
        handbook,
        exercises={slug: each.model_copy(update=update) for slug, each in handbook.exercises.items()},
        routines={slug: each.model_copy(update=update) for slug, each in handbook.routines.items()},
        pages={path: each.model_copy(update=update) for path, each in handbook.pages.items()},
    )


@pytest.mark.parametrize("path", PAGES)
def test_a_check_that_is_near_is_told_before_the_title(path: str) -> None:
    page = render_site(signed(SOON_DAYS), {})[path]
    assert 'class="due"' in page.partition("\n# ")[0]
    assert 'class="due"' not in render_site(signed(SOON_DAYS + 1), {})[path]
