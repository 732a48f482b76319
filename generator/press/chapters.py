"""Hand-written pages as chapters of the book: HTML whose links lead to other pages of the same book."""

import re
from collections.abc import Mapping
from posixpath import dirname, join, normpath
from typing import Final

from markdown import Markdown

from generator.model.page import Page
from generator.pages.blocks import with_blocks
from generator.pages.templates import Templates

EXTENSIONS: Final = ("admonition", "attr_list", "md_in_html", "tables", "toc")
"""What mkdocs.yml asks of Markdown."""
HEADING: Final = re.compile(r"(</?h)([2-5])\b")
NAMED: Final = re.compile(r"(<(?:h[1-6]|li|p|dt|dd|div|section|span|a)\b[^>]*? id=\")([^\"]+)")
LINK: Final = re.compile(r"<a\b([^>]*?)href=\"([^\"]*)\"([^>]*)>")
SOURCE: Final = re.compile(r"(<img\b[^>]*?src=\")([^\":]+)\"")
OUTSIDE: Final = re.compile(r"^(?:[a-z]+:|//)")


def anchor(address: str, part: str = "") -> str:
    """The id that stands in the book for an address of the site, or for one part of that page."""
    name = address.replace("/", "-")
    return f"{name}--{part}" if part else name


class Chapters:
    """Turns pages into chapters; `kept` are the addresses that the book holds, `numbers` anchor -> page."""

    def __init__(self, templates: Templates, kept: frozenset[str], numbers: Mapping[str, int]) -> None:
        self.templates = templates
        self.addresses = {file: address for address, file in templates.files.items()}
        self.kept = kept
        self.numbers = numbers
        self.home = templates.handbook.publisher.address

    def chapter(self, page: Page) -> str:
        """The HTML of a page's body, its headings one step lower than on the site."""
        markdown = Markdown(extensions=list(EXTENSIONS))
        html = markdown.convert(with_blocks(self.templates, page))
        html = HEADING.sub(lambda found: f"{found.group(1)}{int(found.group(2)) + 1}", html)
        html = NAMED.sub(lambda found: found.group(1) + anchor(page.address, found.group(2)), html)
        here = self.templates.files[page.address]
        html = SOURCE.sub(lambda found: f'{found.group(1)}../{_file(here, found.group(2))}"', html)
        return LINK.sub(lambda found: self._link(page.address, found), html)

    def _link(self, address: str, found: re.Match[str]) -> str:
        before, target, after = found.groups()
        if OUTSIDE.match(target):
            return found.group()
        path, _, part = target.partition("#")
        there = self.addresses.get(_file(self.templates.files[address], path)) if path else address
        if there is None or there not in self.kept:
            return f'<a{before}href="{self.home}{f"{there}/" if there else ""}"{after}>'
        name = anchor(there, part)
        number = self.numbers.get(name) or self.numbers.get(anchor(there), UNKNOWN)
        return f'<a{before}href="#{name}" data-page="{number}"{after}>'


UNKNOWN: Final = 888
"""Stands for a page number that is not known yet; as wide as most are."""


def _file(here: str, path: str) -> str:
    return normpath(join(dirname(here), path))
