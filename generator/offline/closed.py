"""Every page of the built site closed: it tells the browser to load and run nothing but this site."""

import re
from base64 import b64encode
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path
from typing import Final

SCHEME: Final = Path(__file__).parent.parent / "theme" / "partials" / "scheme.html"
"""The one script that stands in pages: light or dark has to be known before anything shows."""
SCRIPT: Final = re.compile(r'<script(?![^>]*\s(?:src=|type="application/))[^>]*>(.*?)</script>', re.DOTALL)
"""Text that a browser would run; data for programs is not."""
STYLE: Final = re.compile(r"<style[^>]*>(.*?)</style>", re.DOTALL)
SIZES: Final = re.compile(r'<li class="card" style="([^"]*)"')
PLAIN_SIZES: Final = re.compile(r"--ratio: [\d.]+; --wide: [\d.]+")
BEFORE_IT: Final = r"""(?:\s+[\w:.@-]+(?:\s*=\s*(?:"[^"]*"|'[^']*'|[^\s"'>]+))?)*?"""
BY_ATTRIBUTE: Final = re.compile(rf"<[a-z][\w:-]*{BEFORE_IT}\s+(?:on[a-z]+|style|srcdoc)\s*=", re.IGNORECASE)
"""What would run or restyle by an attribute."""
BUILDER: Final = "assets/builder/editor.css"
"""Its page shows a logo from the clinic's own disk and, in old browsers, a style that it made itself."""
START: Final = re.compile(r"<meta charset=\"utf-8\">", re.IGNORECASE)
ALLOWED: Final = (
    "default-src 'none'",
    "connect-src 'self'",
    "manifest-src 'self'",
    "worker-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
)
"""The same on every page; scripts and styles are added with the hashes of what stands in the page."""


def close_pages(site: Path) -> int:
    """Write the policy into every page of a built site; return how many there are.

    Raises ValueError, with the page, where one has a script that is not ours or an attribute that runs.
    """
    pages = sorted(site.rglob("*.html"))
    for page in pages:
        text = page.read_text(encoding="utf-8")
        if faults := sorted(_faults(text)):
            raise ValueError(f"{page}: {faults[0]}")
        page.write_text(closed(text), encoding="utf-8")
    return len(pages)


def closed(page: str) -> str:
    """A page with its policy before everything that it loads."""
    metas = (
        f'<meta http-equiv="Content-Security-Policy" content="{policy(page)}">'
        '<meta name="referrer" content="no-referrer">'
    )
    found = START.search(page)
    if found is None:
        raise ValueError("a page does not begin with its charset")
    return f"{page[: found.end()]}{metas}{page[found.end() :]}"


def policy(page: str) -> str:
    """What a page may load and run, in the words of Content Security Policy."""
    scripts = " ".join(["'self'", *_hashes(SCRIPT.findall(page))])
    sizes = SIZES.findall(page)
    styles = " ".join(
        ["'self'", *(["'unsafe-hashes'"] if sizes else []), *_hashes(STYLE.findall(page) + sizes)]
    )
    images, made = (" data:", " blob:") if BUILDER in page else ("", "")
    own = (f"img-src 'self'{images}", f"script-src {scripts}", f"style-src {styles}{made}")
    return "; ".join((*ALLOWED, *own))


def _faults(page: str) -> Iterator[str]:
    ours = set(SCRIPT.findall(SCHEME.read_text(encoding="utf-8")))
    for script in SCRIPT.findall(page):
        if script not in ours:
            yield f"a script that is not ours: {' '.join(script.split())[:60]}"
    for sizes in SIZES.findall(page):
        if not PLAIN_SIZES.fullmatch(sizes):
            yield f"a card with more than sizes: {sizes}"
    for found in BY_ATTRIBUTE.findall(SIZES.sub("", page)):
        yield f"an attribute that runs or restyles: {found[-60:]}"


def _hashes(texts: list[str]) -> list[str]:
    """Each text once, as a browser counts it."""
    return [f"'sha256-{b64encode(sha256(text.encode()).digest()).decode()}'" for text in dict.fromkeys(texts)]
