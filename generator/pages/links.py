"""Where each page stands on disk, and the relative way from one to another."""

import re
from collections.abc import Mapping
from functools import cache
from posixpath import commonprefix

from generator.addresses import made_addresses, page_addresses
from generator.handbook import Handbook
from generator.pages.text import text

ROOT_LINK = re.compile(r"\]\(/([^()\[\]\s#]*)(#[^()\[\]\s]*)?\)")
"""A link of a hand-written page, from the site's root: `](/guidance/sleep/#pillows)`."""

DATA = ("handbook.json", "handbook.schema.json")
"""Files below docs/ that are no pages, and that a page may link from the root, too."""


def page_files(handbook: Handbook) -> Mapping[str, str]:
    """The Markdown file below docs/ of every address of the site ("" is the home page)."""
    made = {each.address: each.file for each in made_addresses(handbook)}
    return made | {each.address: each.file for each in page_addresses(handbook)} | {"": "index.md"}


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
        named = found.group(1).strip("/")
        target = named if named in DATA else files.get(named)
        return f"]({way(here, target)}{found.group(2) or ''})" if target else found.group()

    return ROOT_LINK.sub(relative, markdown)
