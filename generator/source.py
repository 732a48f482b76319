"""One YAML text as plain data, with the line of any place in it.

Everything is read as text (`No` stays "No", `1:30` is not 90): the models decide what a value means.
Reading goes through PyYAML's node graph, because only nodes know their line and their duplicate keys.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from types import MappingProxyType
from typing import TypeAlias

import yaml

Data: TypeAlias = "str | list[Data] | dict[str, Data] | None"
Place: TypeAlias = tuple[str | int, ...]

# libyaml composes the same nodes about ten times faster; the pure loader is the fallback.
Loader = getattr(yaml, "CBaseLoader", yaml.BaseLoader)

REMEMBERED = 4096
"""Texts whose reading is kept in memory, so that the same text is not read twice by one process."""

MAX_BYTES = 200_000
"""A content file is a few kilobytes; anything of this size is a mistake."""


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
    """A file's text, or the fault that keeps it from being read."""
    try:
        if file.stat().st_size > MAX_BYTES:
            return "", Fault(1, "", f"the file is larger than {MAX_BYTES} bytes; is it the right file?")
        raw = file.read_bytes()
    except FileNotFoundError:
        reason = "a symbolic link to nothing" if file.is_symlink() else "not there"
        return "", Fault(1, "", f"the file is {reason}; restore or remove it")
    except OSError as error:
        return "", Fault(1, "", f"the file cannot be read: {error.strerror}")
    return _decoded(raw)


def _decoded(raw: bytes) -> tuple[str, Fault | None]:
    if b"\0" in raw:
        return "", Fault(1, "", "this is a binary file; content files are text")
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
        return "", Fault(line, "", "this is not UTF-8; save the file as UTF-8")
    if not text.strip():
        return "", Fault(1, "", "the file is empty")
    return text, None


@lru_cache(REMEMBERED)
def parse(text: str, path: str, first_line: int = 1) -> Source:
    """Turn YAML text into a Source; `first_line` is the line its first line has in the file."""
    try:
        node = yaml.compose(text, Loader=Loader)
    except yaml.MarkedYAMLError as error:
        return Source(path, faults=(_syntax_fault(error, text, first_line),))
    except (yaml.YAMLError, RecursionError) as error:
        return Source(path, faults=(Fault(first_line, "", f"this is not YAML: {_first_line(error)}"),))
    if node is None:
        return Source(path, faults=(Fault(first_line, "", "the file holds only comments"),))
    reader = _Reader(first_line)
    data = reader.read(node, ())
    return Source(path, data, MappingProxyType(reader.lines), tuple(reader.faults))


def _first_line(error: BaseException) -> str:
    return (str(error) or type(error).__name__).splitlines()[0]


def _syntax_fault(error: yaml.MarkedYAMLError, text: str, first_line: int) -> Fault:
    mark = error.problem_mark or error.context_mark
    index = mark.line if mark else 0
    message = ": ".join(part.strip() for part in (error.context, error.problem) if part)
    lines = text.splitlines()
    line = lines[index] if index < len(lines) else ""
    if "\t" in line[: len(line) - len(line.lstrip())]:
        message = "a tab indents this line; YAML wants spaces"
    elif "mapping values are not allowed" in message:
        message = 'a second ": " in one line; put the text in "quotes"'
    elif "another document" in message or "single document" in message:
        message = "a second document starts here (---); one file holds one entry"
    return Fault(first_line + index, "", message)


class _Reader:
    """Walks a node graph once, keeping lines and faults."""

    def __init__(self, first_line: int) -> None:
        self.first_line = first_line
        self.lines: dict[Place, int] = {}
        self.faults: list[Fault] = []
        self.seen: set[int] = set()

    def read(self, node: yaml.Node, place: Place) -> Data:
        line = node.start_mark.line + self.first_line
        self.lines.setdefault(place, line)
        # An alias is the same node met again; writing values out keeps files readable and loops impossible.
        if id(node) in self.seen:
            message = "YAML aliases (*name) are not read; write the value out"
            self.faults.append(Fault(line, spell(place), message))
            return None
        self.seen.add(id(node))
        if isinstance(node, yaml.MappingNode):
            return dict(self._entries(node, place))
        if isinstance(node, yaml.SequenceNode):
            return [self.read(child, (*place, index)) for index, child in enumerate(node.value)]
        # `reviewer:` with nothing behind it means "not given"; "" in quotes is an empty text.
        quoted = isinstance(node, yaml.ScalarNode) and bool(node.style)
        return str(node.value) if node.value or quoted else None

    def _entries(self, node: yaml.MappingNode, place: Place) -> Iterator[tuple[str, Data]]:
        keys: dict[str, int] = {}
        for key_node, value_node in node.value:
            line = key_node.start_mark.line + self.first_line
            if not isinstance(key_node, yaml.ScalarNode):
                self.faults.append(Fault(line, spell(place), "a field's name must be plain text"))
                continue
            key = str(key_node.value)
            here = (*place, key)
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
