"""Scripts and their phrases fit together: no sentence stands in a script, no phrase is missing or spare."""

import re
from collections.abc import Iterator
from pathlib import Path
from shutil import copytree

import pytest

from generator.loading import load_handbook
from generator.model.phrases import Phrases
from generator.model.script_phrases import Scripts
from generator.phrasing import TAKEN
from tests.conftest import ROOT
from tests.spoken_words import scripts_below

ASSETS = ROOT / "docs" / "assets"
LITERAL = re.compile(r'"((?:[^"\\\n]|\\.)*)"|`((?:[^`\\\n]|\\.)*)`')
BLANK = re.compile(r"\$\{(?:[^{}]|\{[^{}]*\})*\}")
SENTENCE = re.compile(
    r"(?<![\w-])[A-Z]\w* [a-z]"
    r"|^[A-Z][a-z]{2,}[ .…!?×]*$"
    r"|#[,.:]? [a-z]{2,}(?![\w-])(?!\[)"
    r"|(?<![\w.#-])[a-z]{2,} #(?![-\w])"
    r"|(?<![\w-])[a-z]{2,} [a-z]{2,}[.!?…]"
)
"""What reads as words for a reader, with # for whatever is filled in; classes and selectors do not."""
NOT_READ = {
    "figures/film.js": "version #",
    "offline/copy.js": "what is shown?",
    "offline/worker.js": "# is not what it should be | what is shown?",
    "builder/calendar.js": "PRODID:-//Exercise sheets//Plan//EN",
    "figures/embed.js": ":host",
    "figures/picture.js": "# dark",
    "figures/player.js": ".frame svg.fig",
}
"""Errors for the console, and what programs say to each other: the beginning of each literal."""
KEYS = ("Home", "Escape", "Enter")
"""Of a keyboard, as browsers call them."""
BY_PARTS = re.compile(r"(?:order|any|chip)_\w+|(?:left|right)_only")
"""Phrases whose names a script puts together from this and the name of a thing."""
HANDED = ("language", *Scripts.model_fields, *(name for names in TAKEN.values() for name in names))


def _literals(text: str) -> Iterator[str]:
    for line in text.splitlines():
        for plain, filled in LITERAL.findall(line):
            yield BLANK.sub("#", plain or filled)


def test_no_script_keeps_a_sentence() -> None:
    kept = [
        f"{name}: {literal}"
        for name, text in scripts_below(ASSETS)
        for literal in _literals(text)
        if SENTENCE.search(literal) and literal not in KEYS
        and not any(literal.startswith(each) for each in NOT_READ.get(name, "\0").split(" | "))
    ]  # fmt: skip
    assert kept == []


@pytest.mark.parametrize(
    "sentence", ["Nothing fits", "Clear", "#, other side", "Hold for #", "# of #", "so it is."]
)
def test_a_sentence_would_be_found(sentence: str) -> None:
    assert SENTENCE.search(sentence)


def test_scripts_ask_for_phrases_that_are_there_and_for_all_of_them() -> None:
    text = "\n".join(text for _, text in scripts_below(ASSETS))
    rooms = {room: {*type(phrases).model_fields, *TAKEN.get(room, ())} for room, phrases in Scripts()}
    asked = set(re.findall(r"\bsaid\.(\w+)\.(\w+)", text))
    assert asked and [f"{room}.{name}" for room, name in asked if name not in rooms[room]] == []
    known = {*Phrases.model_fields, *HANDED, *(name for fields in rooms.values() for name in fields)}
    taken = set(re.findall(r"\bwords\.([a-z]+_\w+)", text))
    assert sorted(taken - known) == []
    unused = [
        f"{room}.{name}"
        for room, fields in rooms.items()
        for name in fields
        if not re.search(rf"\b{name}\b", text) and not BY_PARTS.fullmatch(name)
    ]
    assert unused == []


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("look_at: Mirar", "look_at: {name} belongs in 'Mirar'"),
        ('look: "Mirar {who}"', "look: nothing fills {who} here; it has no braces"),
        ("show: {two: Dos}", "give 'other', the form that holds for every number without one of its own"),
        ("lok: Mirar", "'lok'"),
    ],
)
def test_a_phrase_that_does_not_fit_is_a_problem_with_its_place(line: str, told: str, tmp_path: Path) -> None:
    copytree(ROOT / "tests" / "content", tmp_path / "content")
    (tmp_path / "content" / "phrases.yml").write_text(f"scripts:\n  finder:\n    {line}\n", encoding="utf-8")
    _, problems = load_handbook(tmp_path / "content")
    (problem,) = problems
    assert problem.path.endswith("phrases.yml") and problem.line in (2, 3)
    assert told in problem.message
