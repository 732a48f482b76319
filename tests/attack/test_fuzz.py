"""Thousands of damaged files: each is told with its line, or becomes pages without foreign markup."""

import os
import time
from collections import Counter
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from functools import lru_cache
from html.parser import HTMLParser
from pathlib import Path
from shutil import copytree
from tempfile import TemporaryDirectory
from typing import Final

import pytest
from markdown import markdown

from generator.checks import check_handbook, check_wording
from generator.loading import load_handbook
from generator.pages import render_site
from tests.attack.mutations import damaged
from tests.conftest import ROOT

TINY: Final = ROOT / "tests" / "content"
FILES: Final = int(os.environ.get("FUZZ_FILES", "20000"))
SECONDS_EACH: Final = 5.0
EXTENSIONS: Final = ("admonition", "attr_list", "md_in_html", "tables")
"""As mkdocs.yml sets them."""
SAFE: Final = ("https://", "http://", "mailto:", "tel:", "#", "/", ".", "../")


class Acts(HTMLParser):
    """What a browser would do with a page that came from content."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = dict(attrs)
        if tag in ("iframe", "object", "embed", "base") or (tag == "script" and not _data(values)):
            self.found.append(f"<{tag}>")
        for name, value in attrs:
            way = "".join((value or "").split()).lower()
            if name.startswith("on") or (
                name in ("href", "src", "action", "formaction") and ":" in way and not way.startswith(SAFE)
            ):
                self.found.append(f"{tag} {name}={value}")
            if name in ("src", "action", "formaction") and way.startswith(("http", "//")):
                self.found.append(f"{tag} {name}={value}")


def _data(values: dict[str, str | None]) -> bool:
    ours = ("application/ld+json", "module")
    return values.get("type") in ours or str(values.get("src", "")).startswith(("../", "assets/"))


def acts(page: str) -> list[str]:
    """Everything that a page would do by itself, or lead to, that it must not."""
    parser = Acts()
    parser.feed(page)
    return parser.found


def attack(seed: int, content: Path, files: list[str]) -> Iterator[str]:
    """Damage one file, read and render all, and yield what went wrong; the file is whole again afterwards."""
    file = content / files[seed % len(files)]
    before = file.read_bytes()
    file.write_bytes(damaged(seed, before.decode("utf-8")).encode("utf-8", errors="surrogatepass"))
    start = time.process_time()
    try:
        yield from _faults(content, file)
    except Exception as error:  # a traceback is what must never be
        yield f"{type(error).__name__}: {error}"
    finally:
        file.write_bytes(before)
    if time.process_time() - start > SECONDS_EACH:
        yield f"it took {time.process_time() - start:.0f} s"


def _faults(content: Path, file: Path) -> Iterator[str]:
    handbook, problems = load_handbook(content)
    problems += check_handbook(handbook)
    if problems:
        last = file.read_bytes().replace(b"\r\n", b"\n").replace(b"\r", b"\n").count(b"\n") + 2
        for each in problems:
            mine = each.path.endswith(file.name)
            if not each.message or each.line < 1 or (mine and each.line > max(last, 2)):
                yield f"a problem without a place: {each}"
        return
    check_wording(handbook)
    for path, page in render_site(handbook, {}).items():
        if path.endswith(".md"):
            yield from (f"{path}: {act}" for act in published(page.split("---\n", 2)[-1]))


@lru_cache(maxsize=2048)
def published(body: str) -> tuple[str, ...]:
    """What a page made of this Markdown would do; most pages are the same for most damages."""
    return tuple(acts(markdown(body, extensions=list(EXTENSIONS))))


def batch(seeds: range) -> tuple[Counter[str], list[str]]:
    """Attack once for each seed; how many were made, and every fault with its seed and file."""
    counts: Counter[str] = Counter()
    faults = []
    with TemporaryDirectory() as folder:
        content = Path(folder) / "content"
        copytree(TINY, content)
        files = sorted(
            path.relative_to(content).as_posix()
            for path in content.rglob("*")
            if path.suffix in (".yml", ".md")
        )
        for seed in seeds:
            found = list(attack(seed, content, files))
            counts["files"] += 1
            faults += [f"seed {seed}, {files[seed % len(files)]}: {each}" for each in found]
    return counts, faults


def test_some_damaged_files_are_told_or_harmless() -> None:
    """A taste of the long one, with seeds of its own."""
    counts, faults = batch(range(1_000_000, 1_000_080))
    assert faults == []
    assert counts["files"] == 80


@pytest.mark.audit
def test_thousands_of_damaged_files_are_told_or_harmless() -> None:
    parts = [range(start, min(start + 500, FILES)) for start in range(0, FILES, 500)]
    total: Counter[str] = Counter()
    wrong: list[str] = []
    with ProcessPoolExecutor(2) as pool:
        for counts, faults in pool.map(batch, parts):
            total += counts
            wrong += faults
    print(f"{total['files']} damaged files")
    assert wrong == []
    assert total["files"] == FILES
