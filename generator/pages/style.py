"""The part of figures/style.css that a picture file carries with it: it cannot see the page's styles."""

import re
from functools import cache
from typing import Final

RULE: Final = re.compile(r"^([^\s@/{}][^{}]*)\{([^{}]*)\}", re.MULTILINE)
"""One rule that stands by itself: media queries are indented inside theirs and left out."""
CLASS: Final = re.compile(r"\.([\w-]+)")
TOKEN: Final = re.compile(r"(--fig-[\w-]+):\s*([^;]+);")
LIGHT: Final = ":root"
DARK: Final = '[data-md-color-scheme="slate"]:not(.on-desk)'
"""A sheet lies on a dark desk and stays paper."""


def portable(css: str, svg: str) -> str:
    """The rules and colours that `svg` uses, dark ones included for readers who prefer dark."""
    blocks = _blocks(css)
    used = set(re.findall(r"[\w-]+", " ".join(re.findall(r'class="([^"]*)"', svg))))
    rules = {
        selector: body
        for selector, body in blocks.items()
        if selector not in (LIGHT, DARK) and any(_applies(part, used) for part in selector.split(","))
    }
    wanted = set(re.findall(r"--fig-[\w-]+", svg + "".join(rules.values())))
    light, dark = (_tokens(blocks.get(scheme, ""), wanted) for scheme in (LIGHT, DARK))
    kept = "".join(f"{selector}{{{' '.join(body.split())}}}" for selector, body in rules.items())
    return f":root{{{light}}}@media (prefers-color-scheme:dark){{:root{{{dark}}}}}{kept}"


@cache
def _blocks(css: str) -> dict[str, str]:
    """Every rule of a style sheet that stands by itself: selector -> what it sets."""
    return {selector.strip(): body for selector, body in RULE.findall(css)}


def _applies(selector: str, used: set[str]) -> bool:
    return set(CLASS.findall(selector)) <= used


def _tokens(block: str, wanted: set[str]) -> str:
    return "".join(f"{name}:{value};" for name, value in TOKEN.findall(block) if name in wanted)
