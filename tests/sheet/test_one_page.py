"""Every routine's sheet on paper: one page of A4 and of US Letter, with everything on it."""

import io
import re

import pypdf
import pytest
from playwright.sync_api import Page

from generator.handbook import Handbook
from tests.conftest import ROOT

ROUTINES = sorted(file.stem for file in (ROOT / "content" / "routines").glob("*.yml"))
PAPERS = ("A4", "Letter")


def _printed(page: Page, paper: str) -> pypdf.PdfReader:
    return pypdf.PdfReader(
        io.BytesIO(page.pdf(format=paper, prefer_css_page_size=False, print_background=True))
    )


def _words(text: str) -> str:
    """Text without the line breaks and spaces that typesetting adds."""
    return re.sub(r"\s+", "", text).casefold()


@pytest.mark.parametrize("slug", ROUTINES)
def test_a_sheet_fits_and_holds_everything(slug: str, page: Page, address: str, handbook: Handbook) -> None:
    routine = handbook.routines[slug]
    page.goto(f"{address}routines/{slug}/sheet/")
    for paper in PAPERS:
        printed = _printed(page, paper)
        assert len(printed.pages) == 1, f"{len(printed.pages)} pages of {paper}"
        text = _words(printed.pages[0].extract_text())
        names = [handbook.exercises[item.exercise].name for item in routine.items]
        assert [name for name in (routine.name, *names) if _words(name) not in text] == []
        for line in (
            handbook.safety.red_flag_short,
            handbook.safety.stop_short,
            handbook.safety.not_reviewed,
        ):
            assert _words(line) in text
        assert _words(handbook.publisher.emergency[0].number) in text
