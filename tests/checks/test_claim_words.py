"""A length or an angle in a step stands in a claim too, and a claim's number in its sentence."""

from __future__ import annotations

import pytest

from generator.checks.claims import sizes_in


@pytest.mark.parametrize(
    ("words", "sizes"),
    [
        ("Lift both arms 5 cm (2 inches).", (5.0,)),
        ("Slide your arms 10 to 20 cm (4 to 8 inches) up the wall.", (10.0, 20.0)),
        ("Face the band, 1 metre (3 feet) away.", (100.0,)),
        ("Turn your toes out 10 degrees.", (10.0,)),
        ("Hold for 20 seconds. Do 3 rounds.", ()),
        ("Lift your arms no more than 10 cm (4 inches). Your chest follows by 5 cm (2 inches).", (10.0, 5.0)),
    ],
)
def test_a_sentence_names_its_centimetres_and_degrees(words: str, sizes: tuple[float, ...]) -> None:
    assert sizes_in(words) == sizes
