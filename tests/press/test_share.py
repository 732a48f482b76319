"""The picture that other sites show beside a shared address."""

import os
from dataclasses import replace
from pathlib import Path

import pytest
from PIL import Image

from generator.figure import DrawnFigure, DrawnFrame
from generator.handbook import Handbook
from generator.loading import load_handbook
from generator.pages import render_site
from generator.press.share import share_pictures
from generator.writer import write_tree
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
    made = share_pictures(tiny, _drawn("nod"), tmp_path, draw=True)
    assert list(made) == ["docs/share/nod.png"]
    picture = Image.open(made["docs/share/nod.png"]).convert("RGB")
    assert picture.size == (1200, 630)
    assert picture.getpixel((600, 315)) == RED
    assert picture.getpixel((5, 5)) != RED


def test_a_picture_is_made_once_and_again_when_its_drawing_changes(tiny: Handbook, tmp_path: Path) -> None:
    share_pictures(tiny, _drawn("nod"), tmp_path, draw=True)
    before = {file.name: file.stat().st_mtime_ns for file in tmp_path.iterdir()}
    share_pictures(tiny, _drawn("nod"), tmp_path, draw=True)
    assert {file.name: file.stat().st_mtime_ns for file in tmp_path.iterdir()} == before
    figure = _drawn("nod")["nod"]
    smaller = tuple(replace(frame, svg=SQUARE.replace("h100v100", "h50v100")) for frame in figure.frames)
    share_pictures(tiny, {"nod": replace(figure, frames=smaller)}, tmp_path, draw=True)
    after = {file.name for file in tmp_path.iterdir()}
    assert len(after) == 1 and after.isdisjoint(before)


def test_a_plain_build_draws_none_and_offers_those_still_true(tiny: Handbook, tmp_path: Path) -> None:
    assert share_pictures(tiny, _drawn("nod"), tmp_path) == {}
    drawn = share_pictures(tiny, _drawn("nod"), tmp_path, draw=True)
    assert share_pictures(tiny, _drawn("nod"), tmp_path) == drawn
    newer = (DrawnFrame("A", SQUARE), DrawnFrame("B", SQUARE.replace("h100v100", "h50v100")))
    assert share_pictures(tiny, {"nod": replace(_drawn("nod")["nod"], frames=newer)}, tmp_path) == {}


@pytest.mark.parametrize("left", [0, 4, -1])
def test_a_picture_that_was_cut_off_is_not_offered_and_is_drawn_anew(
    left: int, tiny: Handbook, tmp_path: Path
) -> None:
    (file,) = share_pictures(tiny, _drawn("nod"), tmp_path, draw=True).values()
    whole = file.read_bytes()
    file.write_bytes(whole[:left])
    assert share_pictures(tiny, _drawn("nod"), tmp_path) == {}
    share_pictures(tiny, _drawn("nod"), tmp_path, draw=True)
    assert file.read_bytes() == whole


def test_a_page_names_its_picture_only_if_there_is_one(tiny: Handbook) -> None:
    page = "docs/exercises/neck/nod/index.md"
    there = frozenset({"docs/share/nod.png"})
    assert "share/nod.png" in render_site(tiny, _drawn("nod"), shared=there)[page]
    assert "share/nod.png" not in render_site(tiny, _drawn("nod"))[page]


def test_a_picture_that_lies_there_is_not_read_and_a_new_one_replaces_it(tmp_path: Path) -> None:
    kept = tmp_path / "kept.png"
    kept.write_bytes(b"one")
    assert write_tree(tmp_path, {"docs/a.png": kept}).changed == 1
    before = kept.stat().st_mtime_ns
    kept.write_bytes(b"two")
    os.utime(kept, ns=(before, before))
    assert write_tree(tmp_path, {"docs/a.png": kept}).changed == 0
    os.utime(kept)
    assert write_tree(tmp_path, {"docs/a.png": kept}).changed == 1
    assert (tmp_path / "docs" / "a.png").read_bytes() == b"two"
