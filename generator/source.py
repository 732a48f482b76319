"""One YAML text as plain data, with the line of any place in it.

Everything is read as text (`No` stays "No", `1:30` is not 90): the models decide what a value means.
Reading goes through PyYAML's node graph, because only nodes know their line and their duplicate keys.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from stat import S_ISREG
from types import MappingProxyType
from typing import Any, TypeAlias

import yaml

from generator.characters import unwanted
from generator.slips import ANCHOR, TAG, in_indentation, in_name, in_plain_text, in_syntax, noticed_in

Data: TypeAlias = "str | list[Data] | dict[str, Data] | None"
Place: TypeAlias = tuple[str | int, ...]

# libyaml composes the same nodes about ten times faster; the pure loader is the fallback.
Loader = getattr(yaml, "CBaseLoader", yaml.BaseLoader)

REMEMBERED = 4096
"""Texts whose reading is kept in memory, so that the same text is not read twice by one process."""

MAX_BYTES = 200_000
"""A content file is a few kilobytes; anything of this size is a mistake."""

NOTHING = ("", "~", "null", "Null", "NULL")
"""What YAML and its converters write where nothing is given."""
DEEPEST = 40
"""Lists in lists in fields: content needs 8; far deeper ones would end the program, not only the reading."""
OPENING = re.compile(r"[\[{]")
INDENTED = re.compile(r"^[ \-?]*", re.MULTILINE)
CONFLICT = re.compile(r"^(?:<{7}|>{7}) ", re.MULTILINE)


@dataclass(frozen=True)
class Fault:
    """Something wrong with the text itself: line from 1, place, message."""

    line: int
    where: str
    message: str


@dataclass(frozen=True, eq=False)
class Source:
    """Plain data, the line of every place in it, and the faults met on the way; nobody changes the data."""

    path: str
    data: Data = None
    lines: Mapping[Place, int] = field(default_factory=lambda: MappingProxyType({}))
    faults: tuple[Fault, ...] = ()

    def line(self, place: Place) -> int:
        """The line of a place, or of the nearest thing around it that is there."""
        while place and place not in self.lines:
            place = place[:-1]
        return self.lines.get(place, 1)


def read_source(file: Path, path: str) -> Source:
    """Read one YAML file; `path` names it in messages."""
    text, fault = read_text(file)
    return Source(path, faults=(fault,)) if fault else parse(text, path)


def read_text(file: Path) -> tuple[str, Fault | None]:
    """A file's text with plain line ends, or the fault that keeps it from being read."""
    try:
        # Asked before it is opened: a pipe would wait for ever, a device would never end.
        if not S_ISREG(file.stat().st_mode):
            return "", Fault(1, "", "this is no plain file; remove it")
        with file.open("rb") as opened:
            raw = opened.read(MAX_BYTES + 1)
    except FileNotFoundError:
        reason = (
            "a symbolic link to nothing; restore or remove it" if file.is_symlink() else "missing; add it"
        )
        return "", Fault(1, "", f"the file is {reason}")
    except OSError as error:
        return "", Fault(1, "", f"the file cannot be read: {error.strerror}")
    if len(raw) > MAX_BYTES:
        return "", Fault(1, "", f"the file is larger than {MAX_BYTES} bytes; is it the right file?")
    return decoded(raw)


def decoded(raw: bytes) -> tuple[str, Fault | None]:
    """Bytes as text with plain line ends, or the fault that keeps them from being content."""
    if raw.startswith((b"\xff\xfe", b"\xfe\xff")):
        return "", Fault(1, "", "this is UTF-16; save the file as UTF-8")
    if b"\0" in raw:
        return "", Fault(1, "", "this is a binary file; content files are text")
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
        return "", Fault(line, "", "this is not UTF-8; save the file as UTF-8")
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    if not text.strip():
        return "", Fault(1, "", "the file is empty")
    for offset, name in unwanted(text):
        return "", Fault(
            text.count("\n", 0, offset) + 1, "", f"a character that nobody sees, {name}; remove it"
        )
    if found := CONFLICT.search(text):
        line = text.count("\n", 0, found.start()) + 1
        return "", Fault(
            line, "", "two versions were not merged here; keep one, and remove the marks <<< === >>>"
        )
    return text, None


@lru_cache(REMEMBERED)
def parse(text: str, path: str, first_line: int = 1) -> Source:
    """Turn YAML text into a Source; `first_line` is the line its first line has in the file."""
    lines = text.split("\n")
    if odd := [Fault(first_line + index, "", message) for index, message in in_indentation(lines)]:
        return Source(path, faults=tuple(odd))
    try:
        if deep := _too_deep(text):
            return Source(
                path, faults=(Fault(first_line + deep - 1, "", "too many lists and fields in others"),)
            )
        node = yaml.compose(text, Loader=Loader)
    except yaml.MarkedYAMLError as error:
        index = noticed_in(error, lines)
        return Source(path, faults=(Fault(first_line + index, "", in_syntax(error, lines, index)),))
    except (yaml.YAMLError, RecursionError) as error:
        return Source(path, faults=(Fault(first_line, "", f"this is not YAML: {_first_line(error)}"),))
    if node is None:
        return Source(path, faults=(Fault(first_line, "", "the file holds only comments"),))
    reader = _Reader(first_line, lines)
    data = reader.read(node, ())
    if data is None and not reader.faults:
        return Source(path, faults=(Fault(first_line, "", "the file holds nothing"),))
    return Source(path, data, MappingProxyType(reader.lines), tuple(reader.faults))


def _too_deep(text: str) -> int:
    """The line from 1 where things lie deeper in others than DEEPEST, or 0."""
    # Composing walks down by calling itself, in C without any bound; events come one after the other.
    most = len(OPENING.findall(text)) + 2 * max(len(found[0]) for found in INDENTED.finditer(text))
    depth = 0
    for event in yaml.parse(text, Loader=Loader) if most > DEEPEST else ():
        depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
        if depth > DEEPEST:
            return int(event.start_mark.line) + 1 if event.start_mark else 1
    return 0


def _first_line(error: BaseException) -> str:
    return (str(error) or type(error).__name__).splitlines()[0]


class _Reader:
    """Walks a node graph once, keeping lines and faults."""

    def __init__(self, first_line: int, text: list[str]) -> None:
        self.first_line = first_line
        self.text = text
        self.lines: dict[Place, int] = {}
        self.faults: list[Fault] = []
        self.seen: set[int] = set()

    def read(self, node: yaml.Node, place: Place) -> Data:
        line = node.start_mark.line + self.first_line
        self.lines.setdefault(place, line)
        # An alias is the same node met again; writing values out keeps files readable and loops impossible.
        if id(node) in self.seen:
            self.faults.append(Fault(line, spell(place), ANCHOR))
            return None
        self.seen.add(id(node))
        if message := {"&": ANCHOR, "!": TAG}.get(self._behind(node.start_mark)[:1]):
            self.faults.append(Fault(line, spell(place), message))
        if isinstance(node, yaml.MappingNode):
            return dict(self._entries(node, place))
        if isinstance(node, yaml.SequenceNode):
            return [self.read(child, (*place, index)) for index, child in enumerate(node.value)]
        return self._text(node, place) if isinstance(node, yaml.ScalarNode) else None

    def _behind(self, mark: Any) -> str:
        """What follows a mark on its line."""
        return self.text[mark.line][mark.column :] if mark.line < len(self.text) else ""

    def _text(self, node: yaml.ScalarNode, place: Place) -> Data:
        line = node.end_mark.line + self.first_line
        text = str(node.value)
        if not node.style:
            slip = in_plain_text(text, self._behind(node.end_mark))
            self.faults += [Fault(line, spell(place), slip)] if slip else []
        for _, name in unwanted(text):
            message = f"a character that nobody sees, {name}; remove it"
            self.faults.append(Fault(line, spell(place), message))
            break
        # `reviewer:` with nothing behind it means "not given", as converters' null does; "" is an empty text.
        nothing = not node.style and text in NOTHING
        return None if nothing else text

    def _entries(self, node: yaml.MappingNode, place: Place) -> Iterator[tuple[str, Data]]:
        keys: dict[str, int] = {}
        for key_node, value_node in node.value:
            line = key_node.start_mark.line + self.first_line
            if not isinstance(key_node, yaml.ScalarNode):
                self.faults.append(Fault(line, spell(place), "a field's name must be plain text"))
                continue
            key = str(key_node.value)
            here = (*place, key)
            slip = in_name(key, bool(node.flow_style), self._behind(key_node.end_mark))
            if slip and not key_node.style:
                self.faults.append(Fault(line, spell(place), slip))
                continue
            if key in keys:
                message = f"'{key}' stands twice (first in line {keys[key]}); keep one"
                self.faults.append(Fault(line, spell(here), message))
                continue
            keys[key] = line
            self.lines[here] = line
            yield key, self.read(value_node, here)


def spell(place: Place) -> str:
    """A place as people read it: `steps.2.do`."""
    return ".".join(str(part) for part in place)
