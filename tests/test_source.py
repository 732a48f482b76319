"""One YAML text as plain data with lines."""

import os
from pathlib import Path

import pytest

from generator.characters import UNWANTED
from generator.source import parse, read_source


def test_values_stay_as_they_are_written() -> None:
    source = parse("a: No\nb: 1:30\nc: 2026-01-02\nd: 007\ne:\nf: ''\ng: 'null'\n", "x.yml")
    assert source.data == {
        "a": "No",
        "b": "1:30",
        "c": "2026-01-02",
        "d": "007",
        "e": None,
        "f": "",
        "g": "null",
    }


@pytest.mark.parametrize("nothing", ["", "~", "null", "Null", "NULL"])
def test_what_a_converter_writes_for_nothing_is_nothing(nothing: str) -> None:
    assert parse(f"a: {nothing}\n", "x.yml").data == {"a": None}


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
        ("a: b\nwhy: Pain at #5 of 10 #6, or worse.\n", 2, "a # begins a note"),
        ("- You feel numb #1 or weak\n", 1, "a # begins a note"),
        ("a: one\n  two # three\n", 2, "a # begins a note"),
        ("a: #5 of 10\nb: 1\n", 1, "a # begins a note"),
        ("{a: Sit tall, and wait.}\n", 1, "a comma ends a text"),
        ("{a:b, c: d}\n", 1, "a space is missing after 'a:'"),
        ("a: “Sit tall.”\n", 1, "YAML's quotes"),
        ("m:\n\u00a0\u00a0b: 2\n", 2, "no-break space"),
        ("a: strength\u00a0\n", 1, "invisible space"),
        ("b: c\narea:neck\n", 2, "a space is missing after 'area:'"),
        ("a: x\n  b: y\n", 2, "indented further"),
        ('a: "x" y\n', 1, "behind what is closed"),
        ("a: !word\n", 1, "starts with !"),
        *((f"why: {sign}home it is\n", 1, f"starts with {sign} needs") for sign in "@`%*>|"),
        ("a:\n  b: 1\n c: 2\n", 3, "indented like those beside it"),
    ],
)
def test_faults_name_line_and_remedy(text: str, line: int, words: str) -> None:
    faults = parse(text, "x.yml").faults
    assert [(fault.line, fault.message) for fault in faults if words in fault.message][:1] == [
        (line, next(fault.message for fault in faults if words in fault.message))
    ]


PLACES = (
    ("m:\n~~a: [x]\n  b: [y]\n", 2),
    ("m:\n ~a: [x]\n  b: [y]\n", 2),
    ("m:\n  a: [x]\n~~b: [y]\n", 3),
    ("m:\n~~- a\n  - b\n", 2),
    ("m:\n ~- a\n  - b\n", 2),
    ("m:\n  -~a\n  - b\n", 2),
    ("m:\n  -~a: x\n    b: y\n", 2),
    ("m:\n  -~{a: x, b: y}\n", 2),
    ("m: >\n~~hello\n", 2),
    ("m: hello\n  ~there\n", 2),
    ("~m: x\n", 1),
    ("a: x\nm:~y\nb: z\n", 2),
    ("m:~y\nb: z\n", 1),
    ("m:~\n  a: x\n", 1),
    ("m~: y\n", 1),
    ("m: ~y\n", 1),
    ("m: {a: x,~b: y}\n", 1),
    ("m: {a:~[x], b: y}\n", 1),
    ("m: {a:~x}\n", 1),
    ("m: [a,~b]\n", 1),
)
"""Where a space may stand in YAML, and its line; ~ stands for the space."""


@pytest.mark.parametrize("sign", ["\u00a0", "\u2003", "\u200b", "\u202f", "\u3000", "\u2800"])
@pytest.mark.parametrize(("text", "line"), PLACES)
def test_a_space_that_is_none_is_named_wherever_it_stands(sign: str, text: str, line: int) -> None:
    assert parse(text.replace("~", " "), "x.yml").faults == ()
    faults = parse(text.replace("~", sign), "x.yml").faults
    assert [(each.line, f"U+{ord(sign):04X}" in each.message) for each in faults][:1] == [(line, True)]


@pytest.mark.parametrize(
    "text",
    [
        "a: C# and F#5\n",
        "a: 'Pain at #5 of 10'  # quotes hold the text together\n",
        "a:  # a note at a name\n  b: 1\n",
        "a: |\n  one # two\n",
        "# a note\n- x\n",
        "a: Say “ow” and “oh”.\n",
        "a: See [[number:walk]]?\n",
        "a: {b: 'one, two'}\n",
        "a: '5\u00a0kg, or “x\u00a0: y”'\n",
    ],
)
def test_what_is_meant_so_is_left_alone(text: str) -> None:
    assert parse(text, "x.yml").faults == ()


@pytest.mark.parametrize(
    "text",
    [
        "a: " + "[" * 900 + "]" * 900,
        "\n".join(" " * depth + "a:" for depth in range(600)),
        "- " * 60_000 + "x",
        "a: " + "[" * 90_000 + "]" * 90_000,
        "- [" * 3000,
    ],
)
def test_what_lies_too_deep_is_told_and_ends_nothing(text: str) -> None:
    assert parse(text, "x.yml").faults


def test_line_ends_of_every_system_mean_the_same(tmp_path: Path) -> None:
    read = []
    for end in ("\n", "\r\n", "\r"):
        file = tmp_path / "x.yml"
        file.write_bytes(f"a: one{end}b: |{end}  two{end}  three{end}".encode())
        read.append(read_source(file, "x.yml"))
    assert [source.data for source in read] == [{"a": "one", "b": "two\nthree\n"}] * 3
    assert [source.line(("b",)) for source in read] == [2] * 3


@pytest.mark.parametrize(
    "sign", ["\x07", "\x1b", "\x85", "\u2028", "\u202e", "\ufeff", "\ufffe", "\U0001ffff"]
)
def test_a_character_that_nobody_sees_is_named(sign: str, tmp_path: Path) -> None:
    file = tmp_path / "x.yml"
    file.write_text(f"a: 1\nb: x{sign}y\n", encoding="utf-8")
    for source in (read_source(file, "x.yml"), parse(f'a: 1\nb: "x\\U{ord(sign):08x}y"\n', "x.yml")):
        assert [(fault.line, f"U+{ord(sign):04X}" in fault.message) for fault in source.faults] == [(2, True)]


def test_every_other_sign_is_welcome() -> None:
    assert UNWANTED.search("Ünï 中文 ﷽ 🧘🏽‍♀️ 𝗖𝗵𝗶𝗻 א\u200f ½ – “”\t\n") is None


def test_only_plain_files_are_read_and_no_more_than_a_content_file_has(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.yml")
    (tmp_path / "zero.yml").symlink_to("/dev/zero")
    (tmp_path / "large.yml").write_text("a: " + "x" * 300_000)
    (tmp_path / "folder.yml").mkdir()
    for name in ("pipe", "zero", "large", "folder", "nowhere"):
        source = read_source(tmp_path / f"{name}.yml", name)
        assert len(source.faults) == 1 and source.data is None
