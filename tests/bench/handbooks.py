"""Handbooks of any size, made of the real one: its exercises again under other names, figures included."""

import json
import re
import shutil
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import count, cycle, islice
from pathlib import Path

from generator.handbook import Handbook
from generator.loading import load_handbook
from generator.orders import ordered
from tests.conftest import ROOT

CONTENT = ROOT / "content"
DRAWN = ROOT / "build" / "figures"
"""Finished figures of the real handbook; `make site` draws them."""


@dataclass(frozen=True)
class Grown:
    """A project below `root`, ready to build; `copies` leads from a copy's slug to its original's."""

    root: Path
    copies: Mapping[str, str]

    @property
    def exercises(self) -> int:
        """Return how many exercises it has."""
        return sum(1 for _ in (self.root / "content" / "exercises").glob("*/*.yml"))

    def generate(self) -> list[str]:
        """Return the module and arguments that write its pages."""
        return ["generator", "--content", str(self.root / "content"), "--out", str(self.root), "build"]

    def forget_pages(self) -> "Grown":
        """Remove the pages that were made, but no figure."""
        for path in (self.root / "docs").iterdir():
            if path.name != "assets":
                shutil.rmtree(path) if path.is_dir() else path.unlink()
        return self

    def mkdocs(self) -> list[str]:
        """Return the module and arguments that build its site from the pages."""
        return ["mkdocs", "build", "--strict", "--quiet", "-f", str(self.root / "mkdocs.yml")]

    def edit(self) -> None:
        """Change one word of one exercise."""
        file = next((self.root / "content" / "exercises").rglob("*.yml"))
        text = re.sub(
            r"^why: (\"?)", r"why: \1Really. ", file.read_text(encoding="utf-8"), flags=re.MULTILINE
        )
        file.write_text(text, encoding="utf-8")


def grow(root: Path, exercises: int) -> Grown:
    """Make a handbook of so many exercises below `root`; never fewer than the real one has."""
    shutil.copytree(CONTENT, root / "content")
    shutil.copytree(ROOT / "docs" / "assets", root / "docs" / "assets")
    shutil.copytree(ROOT / "generator" / "theme", root / "generator" / "theme")
    shutil.copy(ROOT / "mkdocs.yml", root)
    originals = sorted((root / "content" / "exercises").glob("*/*.yml"))
    copies = dict(_copies(originals, exercises - len(originals)))
    _hang_up(load_handbook(root / "content")[0], copies, root / "build" / "figures")
    return Grown(root, copies)


def _copies(originals: list[Path], wanted: int) -> Iterator[tuple[str, str]]:
    """Write copies of exercises beside them; yield each copy's slug and its original's."""
    for index, file in zip(count(), islice(cycle(originals), max(wanted, 0)), strict=False):
        number = index // len(originals) + 2
        slug = f"{file.stem}-{number}"
        file.with_stem(slug).write_text(_renamed(file, slug, number), encoding="utf-8")
        yield slug, file.stem


def _renamed(file: Path, slug: str, number: int) -> str:
    """Return the text of an exercise under another name."""
    text = file.read_text(encoding="utf-8")
    name = re.search(r"^name: \"?(.*?)\"?$", text, re.MULTILINE)
    called = [f"{name[1] if name else slug} {number}{letter}" for letter in "abc"]
    text = _with(_with(text, "slug", slug), "also_called", called)
    return _with(text, "name", f"{name[1] if name else slug} {number}")


def _with(text: str, field: str, value: object) -> str:
    """Return an entry's text with another value for one field of the first level."""
    line = f"{field}: {json.dumps(value, ensure_ascii=False)}\n"
    return re.sub(rf"^{field}:.*\n(?:[ -].*\n)*", lambda _: line, text, count=1, flags=re.MULTILINE)


def _hang_up(handbook: Handbook, copies: Mapping[str, str], folder: Path) -> None:
    """Keep a finished figure for every exercise, the original's for a copy, so that none need be drawn."""
    shutil.copytree(DRAWN, folder)
    files = {order.name: order.file(folder) for order in ordered(handbook)}
    for slug, original in copies.items():
        if original in files:
            text = files[original].read_text(encoding="utf-8")
            ids = text.replace(f"fig-{original}-", f"fig-{slug}-")
            own = ids.replace(f'"slug": "{original}"', f'"slug": "{slug}"')
            files[slug].write_text(own, encoding="utf-8")
