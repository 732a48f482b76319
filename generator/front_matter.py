"""A hand-written page: YAML front matter between two lines of ---, then Markdown."""

from dataclasses import replace
from functools import lru_cache
from pathlib import Path
from types import MappingProxyType

from generator.filling import Numbers, fill, unknown_blanks, with_numbers
from generator.model.page import Page
from generator.problem import Problem
from generator.reading import read_entry
from generator.source import REMEMBERED, Fault, Place, Source, parse, read_text

FENCE = "---"


def read_page(
    file: Path, path: str, address: str, numbers: Numbers
) -> tuple[Source, Page | None, list[Problem]]:
    """Read one page; `path` names the file in messages, `address` is the page's path on the site."""
    text, fault = read_text(file)
    if fault is not None:
        return _unread(path, fault)
    source, page, problems = _page_of(
        text, path, address, None if numbers is None else tuple(numbers.items())
    )
    return source, page, list(problems)


@lru_cache(REMEMBERED)
def _page_of(
    text: str, path: str, address: str, named: tuple[tuple[str, str], ...] | None
) -> tuple[Source, Page | None, list[Problem]]:
    front, body, fault = split(text)
    if fault is not None:
        return _unread(path, fault)
    numbers = None if named is None else dict(named)
    filled = with_numbers(parse(front, path, first_line=2), numbers)
    source = _whole(filled, body, front.count("\n") + 3, numbers)
    problems = [_problem(source, each) for each in source.faults]
    if not isinstance(source.data, dict):
        message = "the front matter should be fields, `name: value`"
        return source, None, problems or [Problem(path, 1, "", message)]
    whole = replace(source, data={**source.data, "path": address, "body": fill(body, numbers)})
    page, wrong = read_entry(whole, Page)
    wrong += [
        Problem(path, source.line((name,)), name, f"there is no field '{name}' here")
        for name in ("path", "body")
        if name in source.data
    ]
    return source, (None if problems else page), problems + wrong


def _unread(path: str, fault: Fault) -> tuple[Source, None, list[Problem]]:
    source = Source(path, faults=(fault,))
    return source, None, [_problem(source, fault)]


def _whole(front: Source, body: str, first_line: int, numbers: Numbers) -> Source:
    """The front matter's source with the lines and the faults of the body, which starts at `first_line`."""
    lines: dict[Place, int] = {**front.lines, ("body",): first_line}
    lines |= {("body", index): first_line + index for index in range(body.count("\n") + 1)}
    faults = (*front.faults, *unknown_blanks(body, numbers, first_line, "body"))
    return replace(front, lines=MappingProxyType(lines), faults=faults)


def split(text: str) -> tuple[str, str, Fault | None]:
    """Front matter and body, or the fault that keeps them from being told apart."""
    lines = text.split("\n")
    if lines[0].strip() != FENCE:
        return "", "", Fault(1, "", "a page starts with front matter between two lines of ---")
    for index, line in enumerate(lines[1:], start=1):
        if line.strip() == FENCE:
            return "\n".join(lines[1:index]) + "\n", "\n".join(lines[index + 1 :]), None
    return "", "", Fault(1, "", "the front matter has no closing line of ---")


def _problem(source: Source, fault: Fault) -> Problem:
    return Problem(source.path, fault.line, fault.where, fault.message)
