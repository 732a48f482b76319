"""What a run found is what the page shows; without a run the page says so."""

from datetime import date
from pathlib import Path

from generator.handbook import Handbook
from generator.model import tested as run
from generator.pages.templates import Templates
from generator.reading import read_entry
from generator.source import read_source
from tests.tested.__main__ import spelled

FOUND = run.Tested(
    on=date(2026, 11, 29),
    version="0da04e5",
    axe="0.1.8",
    kinds=(
        run.KindTested(name="home", looks=4, faults=0, wide=0, stops=40, covered=0),
        run.KindTested(name="sheet", looks=4, faults=2, stops=9, covered=1),
    ),
    engines=(run.Engine(name="Firefox 153", kinds=2, faults=0),),
    lighthouse="12.8.2",
    scores=(run.Score(page="home", performance=98, accessibility=100, practices=96, seo=91),),
)


def _shown(handbook: Handbook, found: run.Tested) -> str:
    macros = Templates(handbook, {}).macros("tested.md.j2", "guidance/how-we-tested.md")
    return str(macros.results(found))  # type: ignore[attr-defined]  # a macro's name, which no type knows


def test_what_is_written_is_read_back(tmp_path: Path) -> None:
    file = tmp_path / "tested.yml"
    file.write_text(spelled(FOUND), encoding="utf-8")
    assert read_entry(read_source(file, file.name), run.Tested) == (FOUND, [])


def test_the_page_shows_every_number_of_the_run(handbook: Handbook) -> None:
    shown = _shown(handbook, FOUND)
    for row in (
        "| home | 4 | 0 | 0 | 40 | 0 |",
        "| sheet | 4 | 2 | paper | 9 | 1 |",
        "| Firefox 153 | 2 | 0 |",
        "| home | 98 | 100 | 96 | 91 |",
    ):
        assert row in shown
    assert "29 November 2026" in shown and "8 times in all" in shown and "It found 2." in shown


def test_without_a_run_the_page_says_so(handbook: Handbook) -> None:
    shown = _shown(handbook, run.Tested())
    assert "Nobody has run the long tests" in shown and "|" not in shown


def test_without_lighthouse_there_are_no_scores(handbook: Handbook) -> None:
    assert "Lighthouse" not in _shown(handbook, FOUND.model_copy(update={"scores": (), "lighthouse": ""}))
