"""The part of figures/style.css that a picture file carries with it: it cannot see the page's styles."""

import re
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Final

from generator.colour import resolved

STYLE: Final = Path(__file__).parent.parent.parent / "docs" / "assets" / "figures" / "style.css"
RULE: Final = re.compile(r"^([^\s@/{}][^{}]*)\{([^{}]*)\}", re.MULTILINE)
"""One rule that stands by itself: media queries are indented inside theirs and left out."""
CLASS: Final = re.compile(r"\.([\w-]+)")
FALLBACK: Final = re.compile(r"var\((--fig-[\w-]+),\s*([^)]*)\)")
"""A colour of a rule, and what stands in for it."""
TOKEN: Final = re.compile(r"(--fig-[\w-]+):\s*([^;]+);")
LIGHT: Final = ":root"
DARK: Final = '[data-md-color-scheme="slate"]:not(.on-desk)'
"""A sheet lies on a dark desk and stays paper."""


def figure_css(inks: Mapping[str, str]) -> str:
    """The style sheet of figures with a handbook's own colours in it."""
    return resolved(STYLE.read_text(encoding="utf-8"), inks) if STYLE.exists() else ""


def in_light(css: str, svg: str) -> str:
    """The rules that `svg` uses, with the colours of light pages in them: for what knows no variables."""
    light: dict[str, str] = dict(TOKEN.findall(_blocks(css).get(LIGHT, "")))
    return FALLBACK.sub(lambda found: light.get(found[1], str(found[2])), _rules(css, svg))


def portable(css: str, svg: str) -> str:
    """The rules and colours that `svg` uses, dark ones included for readers who prefer dark."""
    blocks, kept = _blocks(css), _rules(css, svg)
    wanted = set(re.findall(r"--fig-[\w-]+", svg + kept))
    light, dark = (_tokens(blocks.get(scheme, ""), wanted) for scheme in (LIGHT, DARK))
    return f":root{{{light}}}@media (prefers-color-scheme:dark){{:root{{{dark}}}}}{kept}"


def _rules(css: str, svg: str) -> str:
    used = set(re.findall(r"[\w-]+", " ".join(re.findall(r'class="([^"]*)"', svg))))
    return "".join(
        f"{selector}{{{' '.join(body.split())}}}"
        for selector, body in _blocks(css).items()
        if selector not in (LIGHT, DARK) and any(_applies(part, used) for part in selector.split(","))
    )


@cache
def _blocks(css: str) -> dict[str, str]:
    """Every rule of a style sheet that stands by itself: selector -> what it sets."""
    return {selector.strip(): body for selector, body in RULE.findall(css)}


def _applies(selector: str, used: set[str]) -> bool:
    return set(CLASS.findall(selector)) <= used


def _tokens(block: str, wanted: set[str]) -> str:
    return "".join(f"{name}:{value};" for name, value in TOKEN.findall(block) if name in wanted)
