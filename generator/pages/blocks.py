"""The blocks of hand-written pages: `[[stop-signs]]` alone on a line becomes what safety.yml says."""

import re
from collections.abc import Iterator
from typing import Any, Final

from generator.model.page import BLOCKS, FROM, Page
from generator.model.safety import SendsForHelp
from generator.pages.links import rooted
from generator.pages.pictures import page_pictures
from generator.pages.templates import Templates
from generator.pages.text import body, text

BLOCK: Final = re.compile(r"^\[\[([a-z-]+)(?::([a-z0-9/-]+))?\]\]\s*$", re.MULTILINE)
UNSURE: Final = re.compile(r"\s*\{to-confirm\}")
"""The mark behind a statement that no source was read for."""
RESTS: Final = "\ue001"
"""Stands round the names of sources that a claim rests on, while braces are made harmless."""
RESTING: Final = re.compile(f"{RESTS}([^{RESTS}]*){RESTS}")
PLACE: Final = "\ue000"
"""Stands for the mark while braces are made harmless: a private character no writer types."""
BULLET: Final = re.compile(r"^\s*(?:[-*]|\d+\.)\s+")


def with_blocks(templates: Templates, page: Page) -> str:
    """A page's body as Markdown, its blocks filled in and its links made relative."""
    here = templates.files[page.address]
    drawn = page_pictures(page, templates.figures)
    blocks = templates.macros("blocks.md.j2", here, unsure=list(_unsure(templates, here)), drawn=drawn)

    def filled(found: re.Match[str]) -> str:
        name, target = found.groups()
        if name not in BLOCKS or bool(target) != bool(BLOCKS[name]):
            return text(found.group())  # a Problem, so that no page is made
        block = getattr(blocks, name.replace("-", "_"))
        return f"\n{block(target) if target else block()}\n"

    markdown = BLOCK.sub(
        filled, _safe(templates, here, _marked(page.body, templates.handbook.safety.sends_for_help))
    )
    return _with_marks(templates, here, markdown)


def _with_marks(templates: Templates, here: str, markdown: str) -> str:
    """What a claim rests on, or that no source was read for it, in the place of the private characters."""
    marks: Any = templates.macros("macros.md.j2", here)  # a template's macros, which no type knows
    named = RESTING.sub(lambda found: f" {marks.rests_on(found[1].split(', '))}", markdown)
    return named.replace(PLACE, f" {marks.unsure()}")


def _marked(markdown: str, sends: SendsForHelp) -> str:
    """A body with PLACE for its marks, but for lines that send a reader for help: nothing may hold one back.

    The page of open points lists those, too.
    """
    lines, helping = [], False
    for line in FROM.sub(rf"{RESTS}\1{RESTS}", markdown).splitlines():
        helping = sends.begins(line) if line.startswith("#") else helping
        lines.append(UNSURE.sub("" if helping or sends.says(line) else PLACE, line))
    return "\n".join(lines)


def _unsure(templates: Templates, here: str) -> Iterator[tuple[Page, str]]:
    """Every marked statement of every page, as Markdown for the page `here`."""
    for page in templates.handbook.pages.values():
        for line in page.body.splitlines():
            if UNSURE.search(line):
                yield page, _safe(templates, here, FROM.sub("", UNSURE.sub("", BULLET.sub("", line))))


def _safe(templates: Templates, here: str, markdown: str) -> str:
    return rooted(templates.files, here, body(markdown))
