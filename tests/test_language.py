"""A language decides how days are written, how a number bends a word, and where a letter stands."""

from datetime import date

import pytest

from generator import language
from generator.model.publisher import Line
from generator.pages.entries import words_of


@pytest.mark.parametrize(
    ("tag", "words"),
    [
        ("en", "3 March 2027"),
        ("en-US", "March 3, 2027"),
        ("es", "3 de marzo de 2027"),
        ("de", "3. März 2027"),
    ],
)
def test_a_day_is_written_as_its_readers_write_it(tag: str, words: str) -> None:
    assert language.day(date(2027, 3, 3), tag) == words


@pytest.mark.parametrize(
    ("tag", "count", "found"),
    [("en", 1, "one"), ("en", 2, "twice"), ("en", 5, "many"), ("pl", 3, "few"), ("pl", 5, "many")],
)
def test_a_number_takes_its_own_form_then_that_of_its_kind(tag: str, count: int, found: str) -> None:
    forms = {"2": "twice", "one": "one", "few": "few", "other": "many"}
    assert language.form(forms, count, tag) == found


def test_a_made_up_language_is_refused() -> None:
    for tag in ("english", "xx", "", "en_GB", "../en"):
        with pytest.raises(ValueError, match="is no known language"):
            language.known_language(tag)


def test_an_accent_does_not_send_a_word_behind_z() -> None:
    words = ["Rutina", "Rótula", "¿Hielo o calor?", "Ñu", "Nuez", "Oso", "Músculo", "Muslo"]
    ordered = sorted(words, key=lambda each: language.sort_key(each, "es"))
    assert ordered == ["¿Hielo o calor?", "Músculo", "Muslo", "Nuez", "Ñu", "Oso", "Rótula", "Rutina"]
    assert [language.initial(each, "es") for each in ("¿Hielo", "Ñu", "Écran")] == ["H", "Ñ", "E"]
    assert sorted(["ål", "zon", "af"], key=lambda each: language.sort_key(each, "sv")) == ["af", "zon", "ål"]
    assert language.sort_key("ål", "en") < language.sort_key("am", "en")


def test_a_word_with_an_accent_is_found_whole() -> None:
    words = [*words_of(["La articulación está rígida, café y l'été."])]
    assert words == ["articulación", "está", "rígida", "café", "l'été"]


@pytest.mark.parametrize(
    ("where", "spelled"), [("North America", "north-america"), ("España", "espana"), ("Ελλάδα", "112")]
)
def test_a_place_has_a_name_in_an_address_in_every_language(where: str, spelled: str) -> None:
    assert Line(number="112", where=where).place == spelled


def test_the_theme_knows_a_language_with_or_without_its_region() -> None:
    assert [language.theme_language(tag) for tag in ("es", "es-MX", "pt-BR", "haw")] == [
        "es",
        "es",
        "pt-BR",
        "",
    ]
