"""Ready PDFs: offered only when true, readable for everyone, and a book whose page numbers are right."""

import re
import shutil
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pypdf
import pytest
from playwright.sync_api import Browser, Page

from generator.gallery import draw_figures
from generator.handbook import Handbook
from generator.loading import load_handbook
from generator.pages import render_site
from generator.press import ready_pdfs
from generator.press.__main__ import Press, is_fresh
from generator.press.book import book_html
from generator.press.browser import NoBrowserError, at_home, find_browser, print_page
from generator.press.prints import (
    FOLDER,
    Print,
    book_print,
    read_manifest,
    sheet_assets,
    sheet_prints,
    write_manifest,
)
from tests.conftest import ROOT
from tests.paper import words

TINY = ROOT / "tests" / "content"


@pytest.fixture(scope="module")
def tiny() -> Handbook:
    """A handbook of two exercises; one is hostile in every field."""
    return load_handbook(TINY)[0]


@pytest.fixture
def home(browser: Browser, site: Path, handbook: Handbook) -> Iterator[Page]:
    """A page that sees the built site at its public address."""
    context = browser.new_context(service_workers="block")
    yield at_home(context.new_page(), site, handbook.publisher.address)
    context.close()


def _printed(out: Path, prints: list[Print]) -> None:
    """As if the press had run, without a browser."""
    (out / FOLDER).mkdir(parents=True)
    for each in prints:
        (out / FOLDER / each.name).write_bytes(b"%PDF-\n%%EOF\n")
    write_manifest(out, {each.name: each.key for each in prints})


def _prints(handbook: Handbook) -> list[Print]:
    return [*sheet_prints(handbook, {}), book_print(handbook, {})]


def test_nothing_is_offered_before_it_is_printed(tmp_path: Path, tiny: Handbook) -> None:
    assert ready_pdfs(tmp_path, tiny, {}) == frozenset()
    assert not [path for path, text in render_site(tiny, {}).items() if ".pdf)" in text]


def test_what_is_printed_is_offered(tmp_path: Path, tiny: Handbook) -> None:
    prints = _prints(tiny)
    _printed(tmp_path, prints)
    ready = ready_pdfs(tmp_path, tiny, {})
    assert ready == {each.name for each in prints} >= {"tiny-a4.pdf", "tiny-letter.pdf", "tiny-large.pdf"}
    pages = render_site(tiny, {}, ready)
    assert "(../../pdf/tiny-a4.pdf)" in pages["docs/routines/tiny/index.md"]
    assert re.search(r"\(\.\./pdf/[a-z-]+\.pdf\)", pages["docs/routines/index.md"])
    assert "pdf/tiny-handbook.pdf)" in pages["docs/index.md"]
    assert (
        pages["docs/routines/tiny/sheet/index.md"]
        == render_site(tiny, {})["docs/routines/tiny/sheet/index.md"]
    )


def test_what_is_no_longer_true_is_not_offered(tmp_path: Path, tiny: Handbook) -> None:
    _printed(tmp_path, _prints(tiny))
    (tmp_path / FOLDER / "tiny-letter.pdf").unlink()
    assert "tiny-letter.pdf" not in ready_pdfs(tmp_path, tiny, {})
    nod = tiny.exercises["nod"].model_copy(update={"short": "Nod once, slowly, and come back up again."})
    changed = replace(tiny, exercises={**tiny.exercises, "nod": nod})
    assert ready_pdfs(tmp_path, changed, {}) == frozenset()


@pytest.mark.parametrize("found", [b"", b"%PDF-", b"%PDF-\n" + b"0" * 9000])
def test_a_pdf_that_was_cut_off_is_not_offered(found: bytes, tmp_path: Path, tiny: Handbook) -> None:
    _printed(tmp_path, _prints(tiny))
    (tmp_path / FOLDER / "tiny-a4.pdf").write_bytes(found)
    assert "tiny-a4.pdf" not in ready_pdfs(tmp_path, tiny, {})
    assert "tiny-letter.pdf" in ready_pdfs(tmp_path, tiny, {})


def test_a_change_that_no_sheet_shows_leaves_the_sheets_current(tmp_path: Path, tiny: Handbook) -> None:
    _printed(tmp_path, _prints(tiny))
    term, entry = next(iter(tiny.glossary.items()))
    other = entry.model_copy(update={"meaning": "Something else."})
    changed = replace(tiny, glossary={**tiny.glossary, term: other})
    assert ready_pdfs(tmp_path, changed, {}) == {"tiny-a4.pdf", "tiny-letter.pdf", "tiny-large.pdf"}


def test_a_sheet_knows_every_script_and_style_it_is_made_with(site: Path) -> None:
    names = sheet_assets()
    assert {"assets/sheet/layout.css", "assets/sheet/option-words.js", "assets/page/element.js"} <= set(names)
    assert [name for name in names if not (site / name).is_file()] == []


def test_the_press_takes_the_finished_site_and_no_other(site: Path, handbook: Handbook) -> None:
    """A finished site's scripts are not those in docs/: `make pdf` must print from it all the same."""
    figures, _ = draw_figures(handbook, ROOT / "build" / "figures")
    assert site == ROOT / "build" / "site" and is_fresh(ROOT, handbook, figures)
    assert not is_fresh(ROOT, handbook, {})


def test_what_nobody_wants_any_more_goes(tmp_path: Path, tiny: Handbook, site: Path) -> None:
    prints = _prints(tiny)
    _printed(tmp_path, [*prints, Print("gone-a4.pdf", "", "key")])
    Press(tmp_path, tiny, {}, read_manifest(tmp_path)).run(prints[:-1], prints[-1])
    assert not (tmp_path / FOLDER / "gone-a4.pdf").exists()
    assert read_manifest(tmp_path) == {each.name: each.key for each in prints}


def test_without_a_browser_the_remedy_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shutil, "which", lambda name: None)
    monkeypatch.delenv("CHROMIUM", raising=False)
    with pytest.raises(NoBrowserError, match="make browser"):
        find_browser()
    monkeypatch.setenv("CHROMIUM", "/no/such/browser")
    with pytest.raises(NoBrowserError, match="CHROMIUM"):
        find_browser()


def test_a_ready_sheet_can_be_read_by_everyone(home: Page, tmp_path: Path, handbook: Handbook) -> None:
    routine = next(iter(handbook.routines.values()))
    file = tmp_path / "sheet.pdf"
    print_page(home, f"{handbook.publisher.address}{routine.address}/sheet/#letter", file)
    pdf = pypdf.PdfReader(file)
    assert [round(float(side)) for side in pdf.pages[0].mediabox[2:]] == [612, 792]
    assert len(pdf.pages) == 1
    _check_readable(pdf, routine.name)
    assert words(routine.name) in words(pdf.pages[0].extract_text())
    assert f"{handbook.publisher.address}{routine.address}/" in set(_links(pdf))


def _check_readable(pdf: pypdf.PdfReader, title: str) -> None:
    """Tagged, in English, titled, every font inside, every outside link public."""
    root: Any = pdf.root_object
    assert root["/MarkInfo"]["/Marked"] and root["/StructTreeRoot"]["/K"]
    assert root["/Lang"].startswith("en")
    assert root["/ViewerPreferences"]["/DisplayDocTitle"]
    assert pdf.metadata is not None and title in str(pdf.metadata.title)
    assert [font for page in pdf.pages for font in _bare_fonts(page)] == []
    assert [
        link for link in _links(pdf) if "127.0.0.1" in link or not re.match("https?:|mailto:|tel:", link)
    ] == []


def _bare_fonts(page: pypdf.PageObject) -> Iterator[str]:
    """Fonts that the PDF only names, so that another computer would have to guess."""
    for name, font in page.get("/Resources", {}).get("/Font", {}).items():
        inner = font.get_object()
        inner = inner["/DescendantFonts"][0].get_object() if "/DescendantFonts" in inner else inner
        descriptor = inner.get("/FontDescriptor", {})
        if inner["/Subtype"] != "/Type3" and not {"/FontFile", "/FontFile2", "/FontFile3"} & set(descriptor):
            yield name


def _links(pdf: pypdf.PdfReader) -> Iterator[str]:
    for page in pdf.pages:
        for note in page.get("/Annots", []):
            action = note.get_object().get("/A", {})
            if "/URI" in action:
                yield str(action["/URI"])


def test_the_book_holds_everything_and_no_link_leads_nowhere(tiny: Handbook) -> None:
    html = book_html(tiny, {}, {})
    ids = re.findall(r' id="([^"]+)"', html)
    assert sorted(set(re.findall(r'href="#([^"]+)"', html)) - set(ids)) == []
    assert len(ids) == len(set(ids))
    assert "<script" not in html and "<img src=x" not in html
    for exercise in tiny.exercises.values():
        assert f'id="exercises-{exercise.area}-{exercise.slug}"' in html


def _print_book(page: Page, site: Path, out: Path, handbook: Handbook) -> pypdf.PdfReader:
    (out / FOLDER).mkdir(parents=True)
    (out / "build").mkdir()
    (out / "build" / "site").symlink_to(site)
    wanted = book_print(handbook, {})
    Press(out, handbook, {}).make(page, wanted, is_book=True)
    return pypdf.PdfReader(out / FOLDER / wanted.name)


def _check_numbers(pdf: pypdf.PdfReader, handbook: Handbook) -> None:
    """Contents and index name the pages that the exercises stand on, and the page says so itself."""
    pages = [words(each.extract_text()) for each in pdf.pages]
    found = {
        each.slug: _pages_with(pages, f"Also called {each.also_called[0]}")
        for each in handbook.exercises.values()
    }
    contents = "".join(pages[: min(map(min, found.values())) - 1])
    index = "".join(pages[max(map(max, found.values())) :])
    for exercise in handbook.exercises.values():
        (number,) = found[exercise.slug]
        assert words(f"{exercise.name}{number}") in contents
        assert words(f"{exercise.also_called[0]},") in index
    assert [n for n, text in enumerate(pages[1:], 2) if str(n) not in text[:24] + text[-24:]] == []


def _pages_with(pages: list[str], line: str) -> list[int]:
    return [number for number, text in enumerate(pages, 1) if words(line) in text]


def test_the_book_of_a_tiny_handbook_is_numbered(
    browser: Browser, site: Path, tmp_path: Path, tiny: Handbook
) -> None:
    shutil.copytree(site / "assets", tmp_path / "site" / "assets")
    page = at_home(browser.new_page(service_workers="block"), tmp_path / "site", tiny.publisher.address)
    pdf = _print_book(page, tmp_path / "site", tmp_path / "out", tiny)
    page.close()
    _check_readable(pdf, tiny.publisher.name)
    _check_numbers(pdf, tiny)
    assert pdf.outline


@pytest.mark.audit
def test_the_whole_book(home: Page, site: Path, tmp_path: Path, handbook: Handbook) -> None:
    pdf = _print_book(home, site, tmp_path, handbook)
    _check_readable(pdf, handbook.publisher.name)
    _check_numbers(pdf, handbook)
    texts = [words(page.extract_text()) for page in pdf.pages]
    assert not [number for number, text in enumerate(texts, 1) if len(text) < 60]
    exercises = [number for number, text in enumerate(texts) if "alsocalled" in text and "start." in text]
    between = texts[exercises[0] : exercises[-1] + 1]
    assert len(exercises) == len(handbook.exercises)
    openings = [words(area.summary) for area in handbook.areas.values()]
    of_areas = [text for text in between if any(opening in text for opening in openings)]
    assert [text[:40] for text in between if "alsocalled" not in text and text not in of_areas] == []
