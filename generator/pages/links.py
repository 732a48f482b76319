"""Where each page stands on disk, and the relative way from one to another."""

import re
from collections.abc import Iterator, Mapping
from functools import cache
from posixpath import commonprefix

from generator.handbook import Handbook
from generator.pages.text import text

ROOT_LINK = re.compile(r"\]\(/([^)\s#]*)(#[^)\s]*)?\)")
"""A link of a hand-written page, from the site's root: `](/guidance/sleep/#pillows)`."""


def page_files(handbook: Handbook) -> Mapping[str, str]:
    """The Markdown file below docs/ of every address of the site ("" is the home page)."""
    return dict(_files(handbook))


def _files(handbook: Handbook) -> Iterator[tuple[str, str]]:
    for index in ("exercises", "routines", "muscles", "guidance"):
        yield index, f"{index}/index.md"
    yield "", "index.md"
    yield "a-z", "a-z.md"
    yield "body-map", "body-map.md"
    yield "build", "build.md"
    yield "days", "days.md"
    for area in handbook.areas:
        yield f"exercises/{area}", f"exercises/{area}/index.md"
    for exercise in handbook.exercises.values():
        yield exercise.address, f"{exercise.address}.md"
    for routine in handbook.routines.values():
        yield routine.address, f"{routine.address}.md"
        yield f"{routine.address}/sheet", f"{routine.address}/sheet.md"
    for muscle in handbook.muscles:
        yield f"muscles/{muscle}", f"muscles/{muscle}.md"
    for page in handbook.pages.values():
        if page.address not in ("", "guidance", "exercises", "routines", "muscles"):
            yield page.address, f"{page.address}.md"


@cache
def way(here: str, there: str) -> str:
    """The relative way from one file below docs/ to another; `relpath` would ask the disk each time."""
    start, target = here.split("/")[:-1], there.split("/")
    shared = len(commonprefix((start, target)))
    return "/".join([".."] * (len(start) - shared) + target[shared:]) or "."


def markdown_link(files: Mapping[str, str], here: str, address: str, words: str, anchor: str = "") -> str:
    """A Markdown link; the words alone where there is no such page."""
    target = files.get(address)
    if target is None:
        return text(words)
    return f"[{text(words)}]({way(here, target)}{anchor})"


def rooted(files: Mapping[str, str], here: str, markdown: str) -> str:
    """A page's body with its links from the root made relative; unknown ones stay, and the builder warns."""

    def relative(found: re.Match[str]) -> str:
        target = files.get(found.group(1).strip("/"))
        return f"]({way(here, target)}{found.group(2) or ''})" if target else found.group()

    return ROOT_LINK.sub(relative, markdown)
