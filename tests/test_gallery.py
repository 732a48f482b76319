"""Unchanged figures are read, not drawn; a change redraws what it touches and nothing else."""

import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

import generator.gallery as gallery
import generator.orders as orders
from generator.__main__ import main
from generator.figure import Finding, draw_figure
from generator.figure.drawing.drawn import Caption, DrawnFigure, DrawnFrame
from generator.gallery import draw_order
from generator.model.pose import BasePose, FigureSpec
from generator.orders import Order
from tests.conftest import ROOT

BASE = BasePose.model_validate({"name": "Standing", "stance": "upright"})
ALT = {"A": {"alt": "A person stands and looks ahead."}}


def order(name: str = "neck/stretch#one", **changes: object) -> Order:
    """Return an order for a small figure."""
    spec = FigureSpec.model_validate({"base": "standing", "frames": ALT} | changes)
    return Order(name, spec, {"standing": BASE}, (Caption("A", "Neck", "Stand."),), name, ("figure",))


@pytest.fixture
def drawings(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Names of what was really drawn, with a pen that costs nothing."""
    drawn: list[str] = []

    def pen(each: Order) -> DrawnFigure:
        drawn.append(each.name)
        findings = (Finding("notice", "hidden left hand", "A", "view", "only 3% can be seen"),)
        return DrawnFigure(each.slug, (DrawnFrame("A", f"<svg>{each.name}</svg>"),), "", findings, 0.5)

    monkeypatch.setattr(gallery, "draw_order", pen)
    monkeypatch.setattr(gallery, "FEW", 100)
    return drawn


def test_a_second_run_draws_nothing_and_gives_the_same(tmp_path: Path, drawings: list[str]) -> None:
    first = gallery._finished([order("one"), order("two")], tmp_path)
    assert drawings == ["one", "two"]
    assert gallery._finished([order("one"), order("two")], tmp_path) == first
    assert drawings == ["one", "two"]


def test_a_changed_figure_redraws_itself_alone_and_leaves_no_old_file(
    tmp_path: Path, drawings: list[str]
) -> None:
    gallery._finished([order("one"), order("two")], tmp_path)
    gallery._finished([order("one", body="man"), order("two")], tmp_path)
    assert drawings == ["one", "two", "one"]
    assert len(list(tmp_path.glob("one.*.json"))) == 1


def test_everything_a_drawing_depends_on_counts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    plain = order()
    other_base = Order(
        plain.name,
        plain.spec,
        {"standing": BASE.model_copy(update={"support": "mat"})},
        plain.captions,
        "",
        (),
    )
    files = {each.file(tmp_path) for each in (plain, other_base, order(body="man"))}
    monkeypatch.setattr(orders, "engine_hash", lambda: "another engine")
    files.add(plain.file(tmp_path))
    assert len(files) == 4


def test_a_changed_word_draws_nothing_and_stands_in_the_picture(tmp_path: Path) -> None:
    told = replace(order(), captions=(Caption("A", "Neck <A>", "Stand & breathe."),))
    first = gallery._finished([told], tmp_path)[told.name]
    other_alt = {"A": {"alt": "A person stands and looks far away."}}
    reworded = replace(order(frames=other_alt), captions=(Caption("A", "Neck", "Sit."),))
    assert reworded.file(tmp_path) == told.file(tmp_path)
    second = gallery._finished([reworded], tmp_path)[told.name]
    assert "Neck &lt;A&gt;" in first.frames[0].svg and "Stand &amp; breathe." in first.frames[0].svg
    drawn_so = draw_figure(reworded.spec, reworded.bases, reworded.slug, reworded.captions)
    assert second.frames == drawn_so.frames


def test_words_that_make_no_sense_become_an_error_at_their_place() -> None:
    figure = draw_order(order(frames={"A": {"alt": ALT["A"]["alt"], "arms": {"reach": "footward"}}}))
    assert [finding.severity for finding in figure.findings] == ["error"]
    assert figure.frames == ()


def test_reading_finished_figures_needs_no_numpy() -> None:
    code = "import sys, generator.gallery; sys.exit('numpy' in sys.modules or 'scipy' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_figures_from_one_base_pose_are_drawn_in_one_process() -> None:
    orders = [order("one"), order("two", body="man"), order("three"), *(order(f"n{k}") for k in range(4))]
    groups = gallery.grouped(orders)
    assert [[each.name for each in group] for group in groups] == [
        ["one", "three", "n0", "n1"],
        ["n2", "n3"],
        ["two"],
    ]


def test_a_wrong_name_suggests_the_nearest_figure_of_a_page(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as stopped:
        main(["--content", str(ROOT / "content"), "figures", "guidance/slep#side"])
    assert stopped.value.code == 2
    assert "did you mean 'guidance/sleep#side'?" in capsys.readouterr().err
