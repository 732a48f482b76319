"""A name that cannot be one is told where it stands, not only one that is missing."""

import shutil
from pathlib import Path

import pytest

from generator.checks import check_handbook
from generator.loading import load_handbook
from tests.conftest import ROOT

PLACES = (
    ("routines/tiny.yml", "sources: [KP-NECK]"),
    ("exercises/neck/nod.yml", "sources: [KP-NECK]"),
    ("exercises/neck/nod.yml", "base: sitting"),
    ("safety.yml", "sources: [KP-NECK]"),
)


@pytest.mark.parametrize(("file", "words"), PLACES)
def test_a_slip_in_a_name_is_told(file: str, words: str, tmp_path: Path) -> None:
    content = tmp_path / "content"
    shutil.copytree(ROOT / "tests" / "content", content)
    path, slip = content / file, words.replace("-NECK", "\\-NECK").replace("sitting", "sit\\ting")
    assert words in path.read_text(encoding="utf-8")
    path.write_text(path.read_text(encoding="utf-8").replace(words, slip, 1), encoding="utf-8")
    handbook, problems = load_handbook(content)
    told = [each for each in (*problems, *check_handbook(handbook)) if each.path.endswith(file)]
    assert told and slip in path.read_text(encoding="utf-8").splitlines()[told[0].line - 1]
