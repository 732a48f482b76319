"""Slips of the pen in YAML: each with the words that help somebody who writes, and does not program."""

import re
from collections.abc import Iterator
from typing import Final

import yaml

from generator.characters import ODD_SPACES, name_of, odd_space, odd_start

COMMENT: Final = re.compile(r"^[ \t]*#")
SIGNS: Final = "@`%*&!|>?-"
"""What may not begin a text without quotes."""
BEGINS: Final = re.compile(rf"^\s*(?:- +)*(?:[\w-]+:\s+)?([{SIGNS}])(?=\S| +\S)")
GLUED: Final = re.compile(r"^\s*(?:- +)*([\w-]+):(?![ \t/]|$)")
"""A field's name with its text right behind the colon."""
ODD_COLON: Final = re.compile(rf"(?:^|[\s{{,])([\w-]+): *([{ODD_SPACES}])")
"""A field's name with a space behind the colon that is none to YAML."""
CLOSED: Final = re.compile(r":\s+(\"[^\"]*\"|'[^']*'|\[[^\]]*\]|\{[^}]*\})\s*[^\s#]")
"""Something closed, and then more text."""
AFTER_HASH: Final = (
    'a # begins a note that no reader sees; put the text in "quotes", or the note on a line of its own'
)
ANCHOR: Final = (
    'YAML aliases (&name, *name) are not read; write the value out, or put a text that starts so in "quotes"'
)
WANTED: Final = "YAML wants plain spaces"
TAG: Final = 'a text that starts with ! needs "quotes"'


def in_plain_text(value: str, rest: str) -> str | None:
    """What is wrong with a text without quotes; `rest` is what follows it on its line."""
    if COMMENT.match(rest):
        return AFTER_HASH
    if space := odd_space(value):
        return f"an invisible space, {space}, stands at an end of '{value.strip()}'; remove it"
    if value.startswith("“") and value.endswith("”") and value.count("“") == 1:
        return 'YAML\'s quotes are " ", not “ ”, which would be printed; change them, or put " " around them'
    return None


def in_name(name: str, flow: bool, rest: str) -> str | None:
    """What is wrong with a field's name; `rest` follows it on its line; `flow` says that { } are around."""
    if space := odd_space(name):
        return f"{space} stands beside '{name.strip()}'; {WANTED}"
    if found := ODD_COLON.search(name):
        return _odd_colon(found)
    if not flow or rest.lstrip().startswith(":"):
        return None
    if ":" in name:
        return f"a space is missing after '{name.partition(':')[0]}:'"
    return (
        f"a comma ends a text inside {{ }}, so '{name}' is read as a field; put the whole text in \"quotes\""
    )


def in_indentation(lines: list[str]) -> Iterator[tuple[int, str]]:
    """Index of each line that such a space indents, and what to do: YAML would read another depth."""
    for index, line in enumerate(lines):
        if space := odd_start(line):
            yield index, f"{space} indents this line; {WANTED}"


def in_syntax(error: yaml.MarkedYAMLError, lines: list[str], index: int) -> str:
    """The remedy for what keeps a text from being YAML; `index` is the line it was noticed in."""
    line = lines[index] if index < len(lines) else ""
    said = ": ".join(part.strip() for part in (error.context, error.problem) if part)
    indent = line[: len(line) - len(line.lstrip())]
    if "\t" in indent:
        return "a tab indents this line; YAML wants spaces"
    if found := ODD_COLON.search(line):
        return _odd_colon(found)
    if "another document" in said or "single document" in said:
        return "a second document starts here (---); one file holds one entry"
    return _remedy(said, line) or said


def _odd_colon(found: re.Match[str]) -> str:
    return f"{name_of(found[2])} stands behind '{found[1]}:'; {WANTED}"


def _remedy(said: str, line: str) -> str:
    if found := BEGINS.match(line):
        return f'a text that starts with {found[1]} needs "quotes"'
    if found := GLUED.match(line):
        return f"a space is missing after '{found[1]}:'"
    if "mapping values are not allowed" in said and len(re.findall(r":(?=\s|$)", line)) > 1:
        return 'a second ": " in one line; put the text in "quotes"'
    if "mapping values are not allowed" in said:
        return (
            "this line is indented further than the one above, which holds a text already; indent them alike"
        )
    if CLOSED.search(line):
        return 'more text stands behind what is closed; put all of it in "quotes"'
    if "flow" in said:
        return f'{said}: a comma or a bracket is missing before this, or "quotes" round the text'
    if "did not find expected key" in said or "expected '-'" in said:
        return f"{said}: is the line indented like those beside it?"
    return ""


def noticed_in(error: yaml.MarkedYAMLError, lines: list[str]) -> int:
    """The index of the line to look at: the one that was read last, or one before it that lacks a space."""
    mark = error.problem_mark or error.context_mark
    index = mark.line if mark else 0
    if "could not find expected ':'" in (error.problem or "") and error.context_mark:
        return int(error.context_mark.line)
    above = index - 1
    if 0 <= above < len(lines) and index < len(lines) and "mapping values" in (error.problem or ""):
        return above if _lacks_space(lines[above]) and not _lacks_space(lines[index]) else index
    return min(index, max(len(lines) - 1, 0))


def _lacks_space(line: str) -> bool:
    return bool(GLUED.match(line) or ODD_COLON.search(line))
