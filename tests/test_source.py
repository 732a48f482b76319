"""One YAML text as plain data with lines."""

import pytest

from generator.source import parse


def test_values_stay_as_they_are_written() -> None:
    source = parse("a: No\nb: 1:30\nc: 2026-01-02\nd: 007\ne:\nf: ''\n", "x.yml")
    assert source.data == {"a": "No", "b": "1:30", "c": "2026-01-02", "d": "007", "e": None, "f": ""}


def test_every_place_knows_its_line() -> None:
    source = parse("a:\n  - b: 1\n    c: 2\n  - d\n", "x.yml")
    assert [source.line(place) for place in (("a", 0, "c"), ("a", 1), ("a", 9, "z"), ("q",))] == [3, 4, 1, 1]


@pytest.mark.parametrize(
    ("text", "line", "words"),
    [
        ("a: 1\na: 2\n", 2, "stands twice (first in line 1)"),
        ("a: &x 1\nb: *x\n", 1, "aliases"),
        ("a: &x [*x]\n", 1, "aliases"),
        ("a: b: c\n", 1, "put the text in"),
        ("? [1, 2]\n: b\n", 1, "plain text"),
        ("a: 1\n\tb: 2\n", 2, "a tab"),
        ("- [" * 3000, 1, ""),
    ],
)
def test_faults_name_line_and_remedy(text: str, line: int, words: str) -> None:
    faults = parse(text, "x.yml").faults
    assert faults
    assert words in faults[0].message
    assert faults[0].line >= line
