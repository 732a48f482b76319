"""The guides keep up with the code: everything that exists is documented."""

import re
from pathlib import Path

import pytest
import yaml

from generator.__main__ import _parser
from generator.model.exercise import Exercise
from generator.pages.data import schema_json, schema_of_today
from generator.schema import render_schemas
from tests.conftest import ROOT
from tests.posing_reference import reference
from tests.shown_words import table

FORMS = [
    file for file in sorted((ROOT / ".github" / "ISSUE_TEMPLATE").glob("*.yml")) if file.stem != "config"
]
EXAMPLE = ROOT / "content" / "exercises" / "neck" / "chin-tuck.yml"


def _text(name: str) -> str:
    return (ROOT / name).read_text(encoding="utf-8")


def test_every_field_of_an_exercise_is_explained() -> None:
    table = _text("CONTRIBUTING.md")
    assert [name for name in Exercise.model_fields if f"`{name}`" not in table] == []


def test_every_condition_a_frame_may_show_is_explained_with_its_limit() -> None:
    assert table() in _text("POSING.md")


def test_every_word_of_a_pose_stands_in_the_guide() -> None:
    """`make words` writes it anew."""
    assert reference() in _text("POSING.md")


def test_the_example_is_the_file_itself() -> None:
    """All of it but who has signed: a first review is no reason to rewrite the guide."""
    example = re.sub(r"(?m)^review:.*\n(?: +.*\n)*", "", EXAMPLE.read_text(encoding="utf-8"))
    guide = re.sub(r"(?m)^review:.*\n(?: +.*\n)*", "", _text("CONTRIBUTING.md"))
    assert f"```yaml\n{example}```" in guide


@pytest.mark.parametrize("file", FORMS, ids=lambda file: file.stem)
def test_a_form_can_be_filled_in_without_git_and_asks_for_nobodys_health(file: Path) -> None:
    form = yaml.safe_load(file.read_text(encoding="utf-8"))
    assert form["name"] and form["description"]
    ids = [each["id"] for each in form["body"] if each["type"] != "markdown"]
    assert ids and len(ids) == len(set(ids))
    assert all(each["attributes"]["label"] for each in form["body"] if each["type"] != "markdown")
    said = " ".join(each["attributes"]["value"] for each in form["body"] if each["type"] == "markdown")
    assert "leave out names and details of anybody's health" in " ".join(said.split())


def test_every_make_target_has_its_line_of_help() -> None:
    targets = re.findall(r"^([a-z]+):", _text("Makefile"), re.MULTILINE)
    explained = re.findall(r"^([a-z]+):.*## ", _text("Makefile"), re.MULTILINE)
    assert sorted(targets) == sorted(explained)


def test_every_command_is_in_the_guides() -> None:
    help_text = _parser().format_help()
    commands = re.findall(r"^    ([a-z]+) ", help_text, re.MULTILINE)
    guides = _text("CONTRIBUTING.md") + _text("HACKING.md") + _text("Makefile")
    assert len(commands) >= 4
    assert [command for command in commands if f"generator {command}" not in guides] == []


@pytest.mark.parametrize("name", sorted(render_schemas()))
def test_editors_get_the_schema_of_today(name: str) -> None:
    """`python -m generator schema` writes them anew."""
    assert (ROOT / "content" / name).read_text(encoding="utf-8") == render_schemas()[name]


def test_programs_get_the_schema_of_today() -> None:
    """The site's own data set; `python -m generator schema` writes its schema anew."""
    assert schema_json() == schema_of_today()


def test_every_room_of_the_house_is_on_the_map() -> None:
    rooms = {file.name for file in Path(ROOT / "generator").iterdir() if not file.name.startswith("__")}
    tree = _text("HACKING.md")
    assert [room for room in sorted(rooms) if room not in tree] == []


@pytest.mark.parametrize("target", ["serve", "site", "check", "figures", "pdf"])
def test_a_second_handbook_is_made_by_the_same_commands(target: str) -> None:
    recipe = re.search(rf"^{target}:.*\n((?:\t.*\n)+)", _text("Makefile"), re.MULTILINE)
    assert recipe and "--content $(CONTENT)" in recipe[1]
    assert "CONTENT=" in _text("README.md")
