"""The author's experience: one folder with every mistake, and every message it must get."""

from pathlib import Path

import pytest

from generator.__main__ import main
from tests.conftest import ROOT

BAD = ROOT / "tests" / "bad"

Output = pytest.CaptureFixture[str]
Patch = pytest.MonkeyPatch


def _messages(capsys: Output, monkeypatch: Patch, tmp_path: Path) -> list[str]:
    monkeypatch.chdir(BAD)
    monkeypatch.delenv("GITHUB_ACTIONS", raising=False)
    assert main(["--out", str(tmp_path), "build"]) == 1
    return capsys.readouterr().out.splitlines()


def test_every_mistake_gets_its_message(capsys: Output, monkeypatch: Patch, tmp_path: Path) -> None:
    expected = (BAD / "expected.txt").read_text(encoding="utf-8").splitlines()
    assert _messages(capsys, monkeypatch, tmp_path) == expected


def test_nothing_is_written(capsys: Output, monkeypatch: Patch, tmp_path: Path) -> None:
    _messages(capsys, monkeypatch, tmp_path)
    assert list(tmp_path.iterdir()) == []


def test_github_sees_annotations(capsys: Output, monkeypatch: Patch, tmp_path: Path) -> None:
    monkeypatch.chdir(BAD)
    monkeypatch.setenv("GITHUB_ACTIONS", "true")
    assert main(["--out", str(tmp_path), "build"]) == 1
    lines = capsys.readouterr().out.splitlines()
    assert "::error file=content/areas.yml" not in "".join(lines)
    assert (
        "::error file=content/exercises/neck/chin-tuck.yml,line=19::"
        "dose.hold: should be a whole number, not 'No'" in lines
    )


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        (["--content", "nowhere", "check"], "there is no folder 'nowhere'"),
        (["figures", "chin-tukc"], "did you mean 'chin-tuck'?"),
    ],
)
def test_a_wrong_call_says_what_to_do(arguments: list[str], expected: str, capsys: Output) -> None:
    try:
        code = main(arguments)
    except SystemExit as stop:
        code = int(str(stop.code))
    assert code == 2
    assert expected in capsys.readouterr().err
