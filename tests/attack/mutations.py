"""Ways to damage a content file, from a slip of the finger to malice; the same seed damages the same."""

import random
import re
from collections.abc import Callable
from typing import Final

TOKENS: Final = (
    *("", " ", "null", "~", "No", "1:30", "-1", "0", "1e400", "NaN", ".inf", "99999999999", "2026-13-40"),
    *("[]", "{}", "[[]]", "{a: b}", "*x", "&x", "!!python/object/apply:os.system ['true']", "a: b: c"),
    *("<script>alert(1)</script>", "javascript:alert(1)", "](javascript:alert(1))", "onclick=alert(1)"),
    *("{{ config }}", "{% for %}", "../../x", "/etc/passwd", "con", "index", "$(id)", "\\"),
    *(
        "\u202e",
        "\x07",
        "\0",
        "🧘",
        "𝗖",
        "\u00a0",
        "“x”",
        "#5 of 10",
        "@x",
        "`x`",
        "%x",
        "|",
        ">",
        "- x",
        "? x",
    ),
    *("[[emergency-signs]]", "[[--class--]]", "[[figure]]", "[[number:nope]]"),
    *("[x](https://e.example)", "![x](//e.example/x.png)", "[x](java&#115;cript:alert(1))"),
    *("x" * 500, "é" * 300, "<" * 50, "[" * 60, "* " * 60),
)
"""What a value may become."""
Mutation = Callable[[random.Random, str], str]


def _lines(text: str) -> list[str]:
    return text.split("\n")


def drop_line(chance: random.Random, text: str) -> str:
    lines = _lines(text)
    del lines[chance.randrange(len(lines))]
    return "\n".join(lines)


def double_line(chance: random.Random, text: str) -> str:
    lines = _lines(text)
    at = chance.randrange(len(lines))
    return "\n".join([*lines[:at], lines[at], *lines[at:]])


def swap_lines(chance: random.Random, text: str) -> str:
    lines = _lines(text)
    one, other = chance.randrange(len(lines)), chance.randrange(len(lines))
    lines[one], lines[other] = lines[other], lines[one]
    return "\n".join(lines)


def indent_line(chance: random.Random, text: str) -> str:
    lines = _lines(text)
    at = chance.randrange(len(lines))
    lines[at] = chance.choice((" ", "  ", "\t", "\u00a0")) + lines[at]
    return "\n".join(lines)


def outdent_line(chance: random.Random, text: str) -> str:
    lines = _lines(text)
    at = chance.randrange(len(lines))
    lines[at] = lines[at].lstrip()
    return "\n".join(lines)


def change_value(chance: random.Random, text: str) -> str:
    found = list(re.finditer(r"(?<=: )[^\n,{}\[\]]+", text))
    if not found:
        return text
    each = chance.choice(found)
    return text[: each.start()] + chance.choice(TOKENS) + text[each.end() :]


def change_name(chance: random.Random, text: str) -> str:
    found = list(re.finditer(r"[\w-]+(?=:)", text))
    if not found:
        return text
    each = chance.choice(found)
    return text[: each.start()] + chance.choice((*TOKENS, each[0] + "s")) + text[each.end() :]


def insert_token(chance: random.Random, text: str) -> str:
    at = chance.randrange(len(text) + 1)
    return text[:at] + chance.choice(TOKENS) + text[at:]


def drop_sign(chance: random.Random, text: str) -> str:
    at = chance.randrange(len(text))
    return text[:at] + text[at + 1 :]


def change_sign(chance: random.Random, text: str) -> str:
    at = chance.randrange(len(text))
    return text[:at] + chance.choice("\"'#:{}[],-&*!|>%@`\\ \n\t0aé🧘<") + text[at + 1 :]


def cut_off(chance: random.Random, text: str) -> str:
    return text[: chance.randrange(len(text))]


def repeat_part(chance: random.Random, text: str) -> str:
    start = chance.randrange(len(text))
    part = text[start : start + chance.randrange(1, 60)]
    return text[:start] + part * chance.choice((2, 3, 40)) + text[start:]


def windows_ends(_: random.Random, text: str) -> str:
    return text.replace("\n", "\r\n")


def empty_value(chance: random.Random, text: str) -> str:
    return re.sub(
        r"(?<=: )[\[{].*?[\]}]$", chance.choice(("[]", "{}", "")), text, count=1, flags=re.MULTILINE
    )


MUTATIONS: Final[tuple[Mutation, ...]] = (
    drop_line, double_line, swap_lines, indent_line, outdent_line, change_value, change_value, change_value,
    change_name, insert_token, insert_token, drop_sign, change_sign, cut_off, repeat_part, windows_ends,
    empty_value,
)  # fmt: skip


def damaged(seed: int, text: str) -> str:
    """The text with one to three damages; the same for the same seed."""
    chance = random.Random(seed)
    for _ in range(chance.choice((1, 1, 1, 2, 3))):
        text = chance.choice(MUTATIONS)(chance, text or " ")
    return text
