"""Every ready-made sheet on paper: one page with everything on it, large enough to read and to tick.

The plain sheet on A4 is part of `make test`; every variant on both papers is part of `make audit`.
"""

import io
from dataclasses import dataclass

import pypdf
import pytest
from playwright.sync_api import Page

from generator.handbook import Handbook
from tests.conftest import ROOT
from tests.paper import Measured, measure, words
from tests.styling import restyle

ROUTINES = sorted(file.stem for file in (ROOT / "content" / "routines").glob("*.yml"))
SMALLEST = 9.0
"""Points."""
SMALLEST_LARGE = 16.0
TICK = 4.98
"""Millimetres that a day's box is high and wide at least: 5, less what a browser rounds."""
MOST_PAGES = 3
"""Of large print; all else is one page."""


@dataclass(frozen=True)
class Variant:
    """One way to print a sheet: the words of the address that ask for it."""

    state: str

    @property
    def large(self) -> bool:
        return "large" in self.state

    @property
    def pages(self) -> int:
        return MOST_PAGES if self.large else 1


PAPERS = ("a4", "letter")
CHOICES = (
    *("", "large", "low-ink", "no-pictures", "blank", "2-weeks", "goal", "pain", "goal.pain"),
    *("large.low-ink", "large.no-pictures", "large.goal.pain"),
)
VARIANTS = [Variant(".".join(filter(None, (paper, choice)))) for paper in PAPERS for choice in CHOICES]


def _check(page: Page, address: str, handbook: Handbook, slug: str, variant: Variant) -> None:
    page.goto(f"{address}routines/{slug}/sheet/#{variant.state}")
    page.wait_for_selector(".bar-options", state="attached")
    _check_boxes(measure(page), variant, len(handbook.routines[slug].items))
    _check_printed(page.pdf(prefer_css_page_size=True, print_background=True), handbook, slug, variant.pages)


def _check_printed(pdf: bytes, handbook: Handbook, slug: str, most: int) -> None:
    printed, routine = pypdf.PdfReader(io.BytesIO(pdf)), handbook.routines[slug]
    assert len(printed.pages) <= most
    text = words("".join(each.extract_text() for each in printed.pages))
    names = [handbook.exercises[item.exercise].name for item in routine.items]
    assert [name for name in (routine.name, *names) if words(name) not in text] == []
    safety = handbook.safety
    lines = (*routine.not_for, safety.red_flag_short, safety.stop_short, safety.not_reviewed)
    assert [line for line in lines if words(line) not in text] == []
    assert words(handbook.publisher.emergency[0].number) in text


def _check_boxes(found: Measured, variant: Variant, exercises: int) -> None:
    assert found.clipped == ()
    assert found.overlaps == ()
    assert found.smallest >= (SMALLEST_LARGE if variant.large else SMALLEST)
    assert found.tick_width >= TICK and found.tick_height >= TICK
    assert found.cards == exercises
    assert found.pictured == (0 if "no-pictures" in variant.state else exercises)


@pytest.mark.parametrize("slug", ROUTINES)
def test_a_sheet_is_readable_on_paper(slug: str, page: Page, address: str, handbook: Handbook) -> None:
    """As it stands, and where a reader's printer has another paper than the sheet was made for."""
    _check(page, address, handbook, slug, Variant("a4"))
    _check_printed(page.pdf(format="Letter", print_background=True), handbook, slug, most=1)


@pytest.mark.parametrize("slug", ROUTINES)
def test_lines_to_write_on_keep_a_sheet_on_one_page(
    slug: str, page: Page, address: str, handbook: Handbook
) -> None:
    _check(page, address, handbook, slug, Variant("letter.goal.pain"))


@pytest.mark.audit
@pytest.mark.parametrize("variant", VARIANTS, ids=lambda each: each.state)
@pytest.mark.parametrize("slug", ROUTINES)
def test_every_variant_is_readable_on_paper(
    slug: str, variant: Variant, page: Page, address: str, handbook: Handbook
) -> None:
    _check(page, address, handbook, slug, variant)


LONG_WORDS = """() => {
  const texts = ".sheet :is(h1, h2, h3, p, .ticks th):not(:has(p, h2, h3), .write)"
  const told = [...document.querySelectorAll(texts)].filter(each => each.textContent.trim())
  for (const each of told) each.append(" " + "Wirbel".repeat(9))
}"""


@pytest.mark.parametrize("state", ["a4", "letter.large"])
def test_a_word_without_a_space_stays_within_its_column(state: str, page: Page, address: str) -> None:
    """A compound of 54 letters in every text of a sheet runs into no box, no neighbour and no margin."""
    page.goto(f"{address}routines/{ROUTINES[0]}/sheet/#{state}")
    page.wait_for_selector(".bar-options", state="attached")
    page.evaluate(LONG_WORDS)
    found = measure(page)
    assert (found.clipped, found.overlaps) == ((), ())


def test_the_measure_sees_what_is_wrong(page: Page, address: str) -> None:
    page.goto(f"{address}routines/{ROUTINES[0]}/sheet/#a4")
    page.wait_for_selector(".bar-options", state="attached")
    restyle(page, ".sheet .how { margin-top: -6mm; font-size: 8pt; } .sheet .ticks td { height: 3mm; }")
    restyle(page, ".sheet .ticks th { height: 3mm; } .sheet .card h2 { white-space: nowrap; width: 4mm; }")
    found = measure(page)
    assert found.overlaps and found.smallest == 8 and found.tick_height < TICK
    restyle(page, ".sheet .card .dose { display: block; text-indent: 90mm; white-space: pre }")
    assert measure(page).clipped
