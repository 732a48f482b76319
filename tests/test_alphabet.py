"""Names in every language are found, sorted and spelt in addresses by their plain letters."""

import json
from dataclasses import replace

import pytest

from generator.alphabet import spelled, words
from generator.checks.passages import words as counted
from generator.checks.signs import _telling
from generator.handbook import Handbook
from generator.pages.entries import Entry
from generator.pages.finding import by_letter, names
from generator.pages.pdfs import book_pdf
from generator.pages.search import texts_json

BOTH = pytest.mark.parametrize("accent", ["é", "e\u0301"], ids=["composed", "in two signs"])


@BOTH
def test_a_word_keeps_its_accents_in_what_the_search_fetches(accent: str) -> None:
    said = " ".join(words(f"Caf{accent}: rígida, шея больно"))
    page = Entry(at="x/", kind="guidance", title="X", names=(), line="", text=said)
    assert json.loads(texts_json([page]))["x/"].split() == ["café", "rígida", "шея", "больно"]
    assert list(words("Your café's caf\u00e9-bar, 12 cm")) == ["your", "café's", "café-bar"]


def test_names_stand_below_their_plain_letters() -> None:
    """An accent, a mark before the name or a capital moves no name away from its letter."""
    called = ("zebra", "Árbol", "¿Hielo o calor?", "Apple", "“Bird” dog", "90/90 stretch", "hip")
    entry = Entry(at="x/", kind="guidance", title="Arch", names=called, line="")
    listed = [(letter, [each.name for each in group]) for letter, group in by_letter(names([entry]), "es")]
    assert listed == [
        ("0–9", ["90/90 stretch"]),
        ("A", ["Apple", "Árbol", "Arch"]),
        ("B", ["“Bird” dog"]),
        ("H", ["¿Hielo o calor?", "Hip"]),
        ("Z", ["Zebra"]),
    ]


def test_a_name_in_another_script_still_has_a_file(handbook: Handbook) -> None:
    named = {
        name: book_pdf(replace(handbook, publisher=handbook.publisher.model_copy(update={"name": name})))
        for name in ("Árbol y más", "Клиника", "A & B")
    }
    assert named == {"Árbol y más": "arbol-y-mas.pdf", "Клиника": "handbook.pdf", "A & B": "a-b.pdf"}
    assert spelled("España") == "espana"


def test_a_word_is_counted_and_compared_whole() -> None:
    assert counted("Él tiene una élite.") == ["Él", "tiene", "una", "élite"]
    assert "cuádricep" in _telling("tu cuádriceps")
