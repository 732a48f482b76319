"""The picture that other sites show beside a shared address."""

from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image

from generator.figure import DrawnFigure, DrawnFrame
from generator.handbook import Handbook, load_handbook
from generator.pages import render_site
from generator.press.share import share_pictures
from tests.conftest import ROOT

TINY = ROOT / "tests" / "content"
RED = (210, 86, 44)
SHAPE = '<path class="f-target f-works" style="fill-opacity:1" d="M0 0h100v100H0z"/>'
SQUARE = f'<svg class="fig" viewBox="0 0 100 100">{SHAPE}</svg>'


@pytest.fixture(scope="module")
def tiny() -> Handbook:
    """A handbook of two exercises."""
    return load_handbook(TINY)[0]


def _drawn(slug: str) -> dict[str, DrawnFigure]:
    return {slug: DrawnFigure(slug, (DrawnFrame("A", SQUARE), DrawnFrame("B", SQUARE)), "", ())}


def test_a_drawn_exercise_gets_a_picture_in_the_colours_of_the_site(tiny: Handbook, tmp_path: Path) -> None:
    made = share_pictures(tiny, _drawn("nod"), tmp_path)
    assert list(made) == ["docs/share/nod.png"]
    picture = Image.open(BytesIO(made["docs/share/nod.png"])).convert("RGB")
    assert picture.size == (1200, 630)
    assert picture.getpixel((600, 315)) == RED
    assert picture.getpixel((5, 5)) != RED


def test_a_picture_is_made_once_and_again_when_its_drawing_changes(tiny: Handbook, tmp_path: Path) -> None:
    share_pictures(tiny, _drawn("nod"), tmp_path)
    before = {file.name: file.stat().st_mtime_ns for file in tmp_path.iterdir()}
    share_pictures(tiny, _drawn("nod"), tmp_path)
    assert {file.name: file.stat().st_mtime_ns for file in tmp_path.iterdir()} == before
    figure = _drawn("nod")["nod"]
    smaller = tuple(replace(frame, svg=SQUARE.replace("h100v100", "h50v100")) for frame in figure.frames)
    share_pictures(tiny, {"nod": replace(figure, frames=smaller)}, tmp_path)
    after = {file.name for file in tmp_path.iterdir()}
    assert len(after) == 1 and after.isdisjoint(before)


def test_a_page_names_its_picture_only_if_there_is_one(tiny: Handbook) -> None:
    page = "docs/exercises/neck/nod.md"
    assert "share/nod.png" in render_site(tiny, _drawn("nod"))[page]
    assert "share/nod.png" not in render_site(tiny, {})[page]
