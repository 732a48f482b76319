"""The numbers that the program asks for by name: a writer is told of a missing one, and of a slip in it."""

from pathlib import Path
from shutil import copytree

import pytest

from generator.__main__ import main
from generator.model.policy import FIXED_IDS, STRETCH_HOLD_ID
from tests.conftest import ROOT

COMMANDS = (["check"], ["build"], ["figures", "nod"], ["new", "neck/slow-nod", "--goal", "mobility"])


@pytest.fixture
def content(tmp_path: Path) -> Path:
    """A copy of the tiny handbook that has every number the program knows."""
    folder = tmp_path / "content"
    copytree(ROOT / "tests" / "content", folder)
    with (folder / "policy.yml").open("a", encoding="utf-8") as file:
        file.write(f"{STRETCH_HOLD_ID}: {{number: '20', unit: seconds, meaning: The usual hold.}}\n")
    return folder


def _say(content: Path, capsys: pytest.CaptureFixture[str], command: list[str]) -> tuple[int, str]:
    capsys.readouterr()
    code = main(["--content", str(content), "--out", str(content.parent / "out"), *command])
    return code, capsys.readouterr().out


def _slipped(name: str) -> str:
    """The name with a letter twice, as fingers do."""
    return name.replace("s", "ss", 1) if "s" in name else name.replace("e", "ee", 1)


@pytest.mark.parametrize("name", FIXED_IDS)
def test_a_slip_in_its_name_is_told_at_its_line(
    name: str, content: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = content / "policy.yml"
    lines = file.read_text(encoding="utf-8").splitlines()
    line = next(number for number, each in enumerate(lines, 1) if each.startswith(f"{name}:"))
    file.write_text("\n".join(lines).replace(f"{name}:", f"{_slipped(name)}:"), encoding="utf-8")
    code, said = _say(content, capsys, ["check"])
    assert code == 1
    assert f"policy.yml:{line}: {_slipped(name)}: the number '{name}' is missing" in said


@pytest.mark.parametrize("name", [each for each in FIXED_IDS if each != STRETCH_HOLD_ID])
@pytest.mark.parametrize("command", COMMANDS, ids=lambda each: each[0])
def test_without_it_every_command_ends_with_the_problem(
    name: str, command: list[str], content: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """None of them ends with a traceback, which pytest would show as an error of its own."""
    file = content / "policy.yml"
    kept = [line for line in file.read_text(encoding="utf-8").splitlines() if not line.startswith(f"{name}:")]
    file.write_text("\n".join(kept), encoding="utf-8")
    code, said = _say(content, capsys, command)
    if command[0] in ("check", "build"):
        assert code == 1 and f"the number '{name}' is missing" in said


@pytest.mark.parametrize("whole", ["", "[]", "7", "change-over: 15", "change-over: {number: many}"])
def test_a_file_of_numbers_that_is_no_such_file_ends_no_command(
    whole: str, content: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (content / "policy.yml").write_text(whole, encoding="utf-8")
    code, said = _say(content, capsys, ["check"])
    assert code == 1 and "policy.yml:1:" in said
