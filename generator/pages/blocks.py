"""The blocks of hand-written pages: `[[stop-signs]]` alone on a line becomes what safety.yml says."""

import re

from generator.model.page import Page
from generator.pages.links import rooted
from generator.pages.templates import Templates
from generator.pages.text import body, text

BLOCK = re.compile(r"^\[\[([a-z-]+)(?::([a-z0-9/-]+))?\]\]\s*$", re.MULTILINE)


def with_blocks(templates: Templates, page: Page) -> str:
    """A page's body as Markdown, its blocks filled in and its links made relative."""
    here = templates.files[page.address]
    blocks = templates.blocks(here, page)

    def filled(found: re.Match[str]) -> str:
        name, target = found.groups()
        block = getattr(blocks, name.replace("-", "_"), None)
        if block is None:
            return text(found.group())
        return f"\n{block(target) if target else block()}\n"

    return BLOCK.sub(filled, rooted(templates.files, here, body(page.body)))
