"""Which files a reader's copy of the site has, each with its hash, and the version they make."""

from collections.abc import Iterator, Mapping
from hashlib import sha256
from json import dumps
from pathlib import Path
from typing import Final

from jinja2 import Environment, FileSystemLoader, StrictUndefined

TEMPLATES: Final = Path(__file__).parent.parent / "templates"
WORKER: Final = "sw.js"
VERSION: Final = "version.json"
LEFT_OUT: Final = (
    "assets/images/",
    "assets/javascripts/",
    "assets/press/",
    "assets/stylesheets/",
    "handbook.",
    "pdf/",
    "share/",
    "sitemap.",
)
"""What nobody needs to read a page: the theme's own files, PDFs, and data for other programs."""
DIGITS: Final = 16
"""Hexadecimal digits of a file's hash, of SHA-256; the browser counts them again before it keeps a file."""


def kept(site: Path) -> dict[str, str]:
    """Every file of the copy: path below the site's root -> hash."""
    return {path: sha256((site / path).read_bytes()).hexdigest()[:DIGITS] for path in _paths(site)}


def _paths(site: Path) -> Iterator[str]:
    for file in sorted(site.rglob("*")):
        path = file.relative_to(site).as_posix()
        if file.is_file() and path not in (WORKER, VERSION) and not path.startswith(LEFT_OUT):
            yield path


def version_of(files: Mapping[str, str], worker: str) -> str:
    """One word for all the files together and for the program that keeps them."""
    return sha256(repr((sorted(files.items()), worker)).encode()).hexdigest()[:DIGITS]


def write_listing(site: Path) -> tuple[str, int, int]:
    """Put sw.js and version.json into a built site; return the version, its files and their bytes."""
    files = kept(site)
    worker = (site / "assets" / "offline" / "worker.js").read_text(encoding="utf-8")
    version = version_of(files, worker)
    environment = Environment(loader=FileSystemLoader(TEMPLATES), undefined=StrictUndefined, autoescape=False)
    text = environment.get_template(f"{WORKER}.j2").render(version=version, files=files)
    (site / WORKER).write_text(f"{text}\n", encoding="utf-8")
    (site / VERSION).write_text(dumps({"version": version}) + "\n", encoding="utf-8")
    return version, len(files), sum((site / path).stat().st_size for path in files)
