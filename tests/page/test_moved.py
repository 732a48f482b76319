"""Old addresses of every kind of page lead to the new ones: printed codes outlive a name."""

from dataclasses import replace

import pytest

from generator.checks.pages import moved_pages_lead_somewhere
from generator.handbook import Handbook
from generator.loading import load_handbook
from generator.model.moved import Moved
from generator.pages import render_site
from tests.conftest import ROOT


@pytest.fixture(scope="module")
def tiny() -> Handbook:
    """A handbook of a few pages."""
    return load_handbook(ROOT / "tests" / "content")[0]


def moved(handbook: Handbook, **pages: str) -> Handbook:
    """The same handbook with old addresses, in which _ stands for /."""
    return replace(handbook, moved=Moved(pages={old.replace("_", "/"): now for old, now in pages.items()}))


@pytest.mark.parametrize(
    ("old", "now", "way"),
    [
        ("routines_short", "routines/tiny", "../tiny/"),
        ("guidance_alarm", "guidance/red-flags", "../red-flags/"),
        ("exercises_shoulders_nod", "exercises/neck/nod", "../../neck/nod/"),
        ("muscles_flexors", "muscles/deep-neck-flexors", "../deep-neck-flexors/"),
    ],
)
def test_a_page_at_the_old_address_leads_to_the_new_one(tiny: Handbook, old: str, now: str, way: str) -> None:
    pages = render_site(moved(tiny, **{old: now}), {})
    text = pages[f"docs/{old.replace('_', '/')}/index.html"]
    assert f'content="0; url={way}"' in text and f'href="{way}"' in text
    assert f'rel="canonical" href="{tiny.publisher.address}{now}/"' in text


def test_a_sheet_goes_with_its_routine(tiny: Handbook) -> None:
    pages = render_site(moved(tiny, routines_short="routines/tiny"), {})
    assert 'href="../../tiny/sheet/"' in pages["docs/routines/short/sheet/index.html"]


def test_an_old_address_that_leads_nowhere_or_is_taken_is_told(tiny: Handbook) -> None:
    wrong = moved(tiny, routines_short="routines/tinny", guidance_glossary="routines/tiny")
    found = [each.message for each in moved_pages_lead_somewhere(wrong)]
    assert len(found) == 2
    assert "did you mean 'routines/tiny'" in found[0] and "a page stands at 'guidance/glossary'" in found[1]
    assert list(moved_pages_lead_somewhere(moved(tiny, routines_short="routines/tiny"))) == []
