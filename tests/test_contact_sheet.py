"""The contact sheet tells its author what to look at, and when its pictures are older than the words."""

import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from shutil import copytree

import pytest

import generator.contact_sheet as contact_sheet
from generator.contact_sheet import NAME, Entry, mark_old, render_sheet
from generator.figure import DrawnFigure, Finding
from generator.loading import load_handbook
from generator.problem import Problem
from tests.conftest import ROOT

PATIENCE = 60
"""Seconds for a drawing on a busy machine."""


def test_a_notice_of_all_frames_is_one_line_with_its_key() -> None:
    handbook, _ = load_handbook(ROOT / "tests" / "content")
    findings = tuple(
        Finding("notice", "hidden left hand", frame, "view", "only 3% can be seen") for frame in "ABC"
    )
    figure = DrawnFigure("nod", (), "", findings, 0.5)
    (line,) = contact_sheet._notices(handbook, "nod", figure)
    assert "notice: A, B, C: only 3% can be seen (silence: hidden left hand)" in line
    assert "nod.yml:" in line


def test_a_figure_without_a_pose_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    handbook, _ = load_handbook(ROOT / "tests" / "content")
    contact_sheet.write_contact_sheet(handbook, ["nod"], tmp_path)
    assert "nod: nothing is drawn; no frame says more than its `alt`" in capsys.readouterr().out


def test_a_sheet_says_that_it_is_old_and_why_until_there_is_a_new_one(tmp_path: Path) -> None:
    file = tmp_path / NAME
    file.write_text(render_sheet([Entry("nod", (), "", 0.1, ())]), encoding="utf-8")
    for message in ("there is no 'kne'", "there is no <b>'kn'"):
        mark_old(tmp_path, [Problem("nod.yml", 3, "figure", message)])
    text = file.read_text(encoding="utf-8")
    assert text.count("Old pictures") == 1 and "&lt;b&gt;" in text and "'kne'" not in text
    assert '<section id="nod">' in text
    mark_old(tmp_path / "nowhere", [])


def test_watching_draws_again_after_a_save_and_tells_of_a_mistake(tmp_path: Path) -> None:
    content = tmp_path / "content"
    copytree(ROOT / "tests" / "content", content)
    command = [
        sys.executable,
        "-m",
        "generator",
        "--content",
        str(content),
        "--out",
        str(tmp_path),
        "figures",
        "nod",
    ]
    sheet = tmp_path / "build" / NAME
    running = subprocess.Popen(
        [*command, "--watch"], cwd=ROOT, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    try:
        _until(lambda: sheet.exists() and "location.reload" in sheet.read_text(encoding="utf-8"))
        file = content / "exercises" / "neck" / "nod.yml"
        good = file.read_text(encoding="utf-8")
        file.write_text(good.replace("sides: together", "sides: sideways"), encoding="utf-8")
        _until(lambda: "Old pictures" in sheet.read_text(encoding="utf-8"))
        file.write_text(good.replace("Small nod", "Smaller nod"), encoding="utf-8")
        _until(lambda: "Old pictures" not in sheet.read_text(encoding="utf-8"))
    finally:
        running.terminate()
        running.wait()


def _until(holds: Callable[[], bool]) -> None:
    end = time.monotonic() + PATIENCE
    while not holds():
        if time.monotonic() > end:
            pytest.fail("nothing happened")
        time.sleep(0.1)
