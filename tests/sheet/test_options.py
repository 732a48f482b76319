"""Ready-made sheets on paper in every variant: pages, type, boxes, pictures, nothing cut off."""

import io
import re
from pathlib import Path
from typing import Any

import pypdf
import pytest
from playwright.sync_api import Page

from generator.handbook import Handbook
from tests.conftest import ROOT

ROUTINES = sorted(file.stem for file in (ROOT / "content" / "routines").glob("*.yml"))
VARIANTS = (
    "a4",
    "letter",
    "a4.large",
    "letter.large",
    "a4.low-ink",
    "a4.no-pictures",
    "a4.blank",
    "a4.2-weeks",
    "letter.goal.pain",
)
LEAST_PT, LEAST_LARGE_PT = 9, 16
LEAST_BOX_MM = 5
LEAST_HIGH_MM = {"a4": 270, "letter": 252}  # of 281 and 263: pictures take what words leave free
LEAST_LARGE_SIDE_MM = 19.5  # of a square with a picture's area: who needs large print needs large pictures
MOST_LARGE_PAGES = 3
MEASURE = (Path(__file__).parent / "measure.js").read_text(encoding="utf-8")


def _squeezed(text: str) -> str:
    return re.sub(r"\s+", "", text).casefold()


def _print(page: Page, address: str, slug: str, variant: str) -> tuple[pypdf.PdfReader, Any]:
    page.goto("about:blank")
    page.emulate_media(media="null")
    page.goto(f"{address}routines/{slug}/sheet/#{variant}")
    page.locator(".bar-options").wait_for(state="attached")
    printed = pypdf.PdfReader(io.BytesIO(page.pdf(prefer_css_page_size=True)))
    page.emulate_media(media="print")
    return printed, page.locator(".sheet").evaluate(MEASURE)


def _check(page: Page, address: str, handbook: Handbook, slug: str, variant: str) -> None:
    items = handbook.routines[slug].items
    printed, found = _print(page, address, slug, variant)
    large = "large" in variant
    assert len(printed.pages) <= (MOST_LARGE_PAGES if large else 1)
    assert not large or found["side"] >= LEAST_LARGE_SIDE_MM
    text = _squeezed("".join(each.extract_text() for each in printed.pages))
    names = [handbook.exercises[item.exercise].name for item in items]
    assert [name for name in names if _squeezed(name) not in text] == []
    assert found["smallest"] >= (LEAST_LARGE_PT if large else LEAST_PT) - 0.01
    assert found["box"] is None or found["box"] >= LEAST_BOX_MM - 0.05
    assert found["high"] >= LEAST_HIGH_MM.get(variant, 0)
    assert found["pictures"] >= (0 if "no-pictures" in variant else len(items))
    assert (found["overlaps"], found["clipped"]) == ([], [])


@pytest.mark.parametrize("variant", VARIANTS)
def test_a_sheet_in_every_variant(variant: str, page: Page, address: str, handbook: Handbook) -> None:
    _check(page, address, handbook, "desk-break-5", variant)


@pytest.mark.audit
@pytest.mark.parametrize("slug", ROUTINES)
def test_every_sheet_in_every_variant(slug: str, page: Page, address: str, handbook: Handbook) -> None:
    for variant in VARIANTS:
        _check(page, address, handbook, slug, variant)
