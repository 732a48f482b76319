"""A handbook of another part of the body finds no word of ours on its pages, sheets and in its scripts."""

import re
from collections.abc import Iterator
from pathlib import Path
from shutil import copytree

import pytest

from generator.checks import check_handbook
from generator.figure import draw_body_map
from generator.loading import load_handbook
from generator.pages import render_site
from tests.conftest import ROOT

OURS = re.compile(
    r"\b(?:spines?|spinal|spasms?|knots?|knotted|unknot|lumbar|seized|necks?)\b"
    r"|\b(?:your|an?|the|my|his|her|low|lower|upper|sore|stiff|bad|whole) back\b(?!-)"
    r"|\bback(?: pain|s\b|ache)",
    re.IGNORECASE,
)
KNEE = {
    "deep-neck-flexors": "quadriceps",
    "neck": "knee",
    "Neck": "Knee",
    "NECK": "KNEE",
    "spine": "shin",
    "sore back": "sore leg",
    "back pain": "leg pain",
    "whole back": "whole leg",
    "the back": "the leg",
    "your back": "your side",
}
COMMENT = re.compile(r"/\*.*?\*/|(?<![:\"'`\\])//[^\n]*|<!--.*?-->|{#.*?#}", re.DOTALL)
HELD = ("docs/handbook.schema.json",)
"""The language of poses, which no reader reads."""


@pytest.fixture(scope="module")
def knee(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """Every text that a handbook of the knee is made into: path -> text."""
    content = tmp_path_factory.mktemp("knee") / "content"
    copytree(ROOT / "tests" / "content", content)
    (content / "exercises" / "neck").rename(content / "exercises" / "knee")
    for file in (*content.rglob("*.yml"), *content.rglob("*.md")):
        text = file.read_text(encoding="utf-8")
        for ours, theirs in KNEE.items():
            text = text.replace(ours, theirs)
        file.write_text(text, encoding="utf-8")
    handbook, problems = load_handbook(content)
    assert [each.message for each in (*problems, *check_handbook(handbook))] == []
    return render_site(handbook, {})


def _found(texts: dict[str, str]) -> Iterator[tuple[str, str]]:
    for path, text in texts.items():
        for line in COMMENT.sub("", text).splitlines():
            if path not in HELD and (found := OURS.search(line)):
                yield path, line[max(0, found.start() - 30) : found.end() + 30]


def test_no_page_sheet_or_vocabulary_has_a_word_of_ours(knee: dict[str, str]) -> None:
    assert {"docs/index.md", "docs/routines/tiny/sheet/index.md", "docs/search-vocabulary.json"} <= set(knee)
    assert list(_found(knee)) == []


def test_neither_has_what_every_handbook_shares() -> None:
    folders = (ROOT / "generator" / "theme", ROOT / "generator" / "templates", ROOT / "docs" / "assets")
    files = (file for folder in folders for file in folder.rglob("*") if _is_shared(file))
    assert (
        list(_found({str(file.relative_to(ROOT)): file.read_text(encoding="utf-8") for file in files})) == []
    )


def _is_shared(file: Path) -> bool:
    return file.suffix in (".html", ".j2", ".js", ".css", ".svg") and "new-exercise" not in file.name


def test_ids_of_ours_stand_in_no_program() -> None:
    """An address, a phase or a page that another handbook calls something else is named in content alone."""
    ids = re.compile(
        r"[\"'/](?:first-days(?:-gentle)?|first-72-hours|under-18|common-myths|to-be-confirmed)[\"'/]"
    )
    folders = (ROOT / "generator", ROOT / "docs" / "assets")
    files = [
        file
        for folder in folders
        for file in folder.rglob("*")
        if file.suffix in (".py", ".j2", ".html", ".js")
    ]
    assert files
    assert [
        file.name for file in files if ids.search(COMMENT.sub("", file.read_text(encoding="utf-8")))
    ] == []


def test_an_area_without_a_place_on_the_drawn_body_is_still_in_the_list(knee: dict[str, str]) -> None:
    assert "Knee" in knee["docs/body-map/index.md"]


def test_a_muscle_that_nobody_can_paint_is_words_without_a_region() -> None:
    drawn = draw_body_map({"kneecap-muscle": "kneecap muscle"})
    assert "kneecap" not in drawn.front + drawn.back
