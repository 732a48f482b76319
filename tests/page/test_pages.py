"""What pages look like, and that text from content can never become markup."""

import dataclasses
import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Mapping
from hashlib import sha256
from html import unescape
from html.parser import HTMLParser
from pathlib import Path
from types import MappingProxyType
from typing import Any

import pytest

from generator.checks import check_handbook
from generator.figure import DrawnFigure
from generator.handbook import Handbook
from generator.loading import load_handbook
from generator.model.page import BLOCKS, Page
from generator.model.safety import SendsForHelp
from generator.pages import render_site
from generator.pages.pictures import unread
from generator.pages.site import render_sheets
from generator.pages.text import attr
from generator.writer import write_tree
from tests.conftest import ROOT

TESTS = ROOT / "tests"
GOLDEN = TESTS / "golden"
KEPT = (
    "docs/exercises/neck/nod/index.md",
    "docs/exercises/neck/hostile/index.md",
    "docs/exercises/neck/index.md",
    "docs/routines/tiny/index.md",
    "docs/routines/tiny/sheet/index.md",
    "docs/guidance/red-flags/index.md",
    "docs/index.md",
    "build/nav.yml",
)


@pytest.fixture(scope="module")
def tiny() -> Handbook:
    """A handbook of two exercises; one is hostile in every field."""
    found, problems = load_handbook(TESTS / "content")
    assert [problem.for_terminal() for problem in problems + check_handbook(found)] == []
    return found


def without_hashes(text: str) -> str:
    """A page without what every change of a style or a script changes in it."""
    return re.sub(r"\b([a-z]+)\.[0-9a-f]{10}\.", r"\1.HASH.", text)


@pytest.mark.parametrize("path", KEPT)
def test_a_page_looks_as_it_should(path: str, tiny: Handbook) -> None:
    """Run `python -m tests.goldens` to accept a change, then read the difference before you commit it."""
    expected = (GOLDEN / path).read_text(encoding="utf-8")
    assert without_hashes(render_site(tiny, {})[path]) == expected


@pytest.fixture(scope="module")
def ours(handbook: Handbook) -> dict[str, str]:
    """Every page of the real handbook, without drawings."""
    return render_site(handbook, {})


def test_what_to_leave_out_stands_before_what_to_take_care_of(
    handbook: Handbook, ours: dict[str, str]
) -> None:
    for exercise in handbook.exercises.values():
        text = ours[f"docs/{exercise.address}/index.md"].partition("{ #care }")[2].partition("\n## ")[0]
        skips = [": leave it out." in line for line in text.splitlines() if line.startswith("- **")]
        assert len(skips) == len(exercise.care), exercise.slug
        assert skips == sorted(skips, reverse=True), exercise.slug


HASH_OF_THE_SITE = """
from hashlib import sha256
from pathlib import Path
from types import MappingProxyType
from typing import Any
from generator.loading import load_handbook
from generator.pages import render_site
handbook, _ = load_handbook(Path.cwd() / "content")
print(sha256(repr(sorted(render_site(handbook, {}).items())).encode()).hexdigest())
"""


def test_the_same_handbook_gives_the_same_bytes(ours: dict[str, str]) -> None:
    """In another process, too, whose sets come in another order."""
    seed = "1" if os.environ.get("PYTHONHASHSEED") == "2" else "2"
    other = subprocess.run(
        [sys.executable, "-c", HASH_OF_THE_SITE],
        cwd=ROOT,
        env={**os.environ, "PYTHONHASHSEED": seed},
        check=True,
        capture_output=True,
        text=True,
    ).stdout
    assert sha256(repr(sorted(ours.items())).encode()).hexdigest() == other.strip()


def test_the_data_set_holds_every_entry(tiny: Handbook) -> None:
    data = json.loads(render_site(tiny, {})["docs/handbook.json"])
    assert "nod" in json.dumps(data) and "tiny" in json.dumps(data)


HOSTILE_NAME = """A & B </title><script>alert("5")</script> 'Clinic' 🌿"""


def test_a_name_of_the_site_is_words_wherever_it_stands(tiny: Handbook, tmp_path: Path) -> None:
    """The titles of all pages, of sheets and of the page that is not there have it letter for letter."""
    publisher = tiny.publisher.model_copy(update={"name": HOSTILE_NAME, "tagline": HOSTILE_NAME})
    site = built(tmp_path, dataclasses.replace(tiny, publisher=publisher))
    titles = {}
    for file in site.rglob("*.html"):
        page = file.read_text(encoding="utf-8")
        assert "<script>alert(" not in page, file
        titles[file.relative_to(site).as_posix()] = unescape(
            page.partition("<title>")[2].split("</title>")[0]
        )
    for path in ("index.html", "404.html", "about/index.html", "routines/tiny/sheet/index.html"):
        assert HOSTILE_NAME in titles[path], path


class _Elements(HTMLParser):
    """Collects what a browser would act on."""

    def __init__(self) -> None:
        super().__init__()
        self.scripts: list[str] = []
        self.acts: list[str] = []
        self.text: list[str] = []
        self._inside = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        data = tag == "script" and dict(attrs).get("type") == "application/ld+json"
        self._inside = "data" if data else tag
        for name, value in attrs:
            if name.startswith("on") or (value or "").strip().lower().startswith("javascript:"):
                self.acts.append(f"{tag} {name}={value}")
            if name in ("src", "href") and "evil.example" in (value or ""):
                self.acts.append(f"{tag} {name}={value}")

    def handle_data(self, data: str) -> None:
        (self.scripts if self._inside == "script" else self.text).append(data)

    def handle_endtag(self, tag: str) -> None:
        self._inside = ""


@pytest.fixture(scope="module")
def tiny_site(tiny: Handbook, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The tiny handbook as a built site."""
    return built(tmp_path_factory.mktemp("tiny"), tiny)


def built(
    root: Path,
    handbook: Handbook,
    figures: Mapping[str, DrawnFigure] = MappingProxyType({}),
    **offered: Any,
) -> Path:
    """A handbook's site, as MkDocs makes it below a folder; `offered` is what else `render_site` takes."""
    write_tree(root, render_site(handbook, figures, **offered))
    shutil.copytree(ROOT / "docs" / "assets", root / "docs" / "assets")
    shutil.copytree(ROOT / "generator" / "theme", root / "generator" / "theme")
    shutil.copy(ROOT / "mkdocs.yml", root / "mkdocs.yml")
    subprocess.run([sys.executable, "-m", "mkdocs", "build", "--quiet"], cwd=root, check=True)
    return root / "build" / "site"


def test_text_from_content_never_becomes_markup(tiny_site: Path) -> None:
    for file in sorted(tiny_site.rglob("*.html")):
        found = _Elements()
        found.feed(file.read_text(encoding="utf-8"))
        assert found.acts == [], file
        assert [script for script in found.scripts if "alert(" in script and "<script" not in script] == [], (
            file
        )


def test_every_drawing_comes_out_of_its_comment(tiny_site: Path) -> None:
    pages = {file.parent.name: file.read_text(encoding="utf-8") for file in tiny_site.rglob("*.html")}
    assert [name for name, page in pages.items() if "<!--drawing" in page or "drawing-->" in page] == []
    assert pages["nod"].count('<svg class="fig') == pages["sheet"].count('<svg class="fig') // 2 == 2


def test_no_drawing_ends_its_comment_early() -> None:
    found: list[str] = []

    class _Comments(HTMLParser):
        def handle_comment(self, data: str) -> None:
            found.append(data)

    _Comments().feed(unread("<svg><title>a --> b --!> c</title></svg>\n"))
    assert [unescape(comment) for comment in found] == [
        "drawing <svg><title>a --> b --!> c</title></svg> drawing"
    ]


HOSTILE = (
    "<script>alert(1)</script>",
    "{{ config }}",
    "](javascript:alert(1))",
    "`code` | pipe",
    '**bold** _em_ [[stop-signs]] {: .cls } &amp; 5 < 6 "quotes"',
    "# Not a heading",
    "- not a list",
    "1. not a number",
    "!!! note",
    "</div></figure><script>alert(4)</script>",
    "| a | b |",
    "![x](https://evil.example/x.png)",
    "*[HTML]: abbreviation",
    "> quote",
    '--8<-- "secret.md"',
)


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_comes_out_letter_for_letter(text: str, tiny_site: Path) -> None:
    found = _Elements()
    found.feed((tiny_site / "exercises" / "neck" / "hostile" / "index.html").read_text(encoding="utf-8"))
    assert text in " ".join("".join(found.text).split())


def test_every_block_of_a_page_is_known_to_the_checks() -> None:
    text = (ROOT / "generator" / "templates" / "blocks.md.j2").read_text(encoding="utf-8")
    macros = {name.replace("_", "-") for name in re.findall(r"{% macro (\w+)", text)}
    assert macros == set(BLOCKS)


ENGLISH = SendsForHelp(headings=("Get help",), lines=("emergency number",))
SPANISH = SendsForHelp(headings=("Pide ayuda",), lines=("tel. de urgencias",))


@pytest.mark.parametrize(
    ("sends", "heading", "call"),
    [
        (ENGLISH, "Get help now", "Call your emergency number."),
        (SPANISH, "Pide ayuda hoy", "Tel. de urgencias!"),
    ],
)
def test_no_line_that_sends_for_help_is_held_back(
    sends: SendsForHelp, heading: str, call: str, handbook: Handbook
) -> None:
    """What no source was read for is said of such a line where the open points stand, and not beside it."""
    safety = handbook.safety.model_copy(update={"sends_for_help": sends})
    open_points = next(page for page in handbook.pages.values() if "[[to-confirm]]" in page.body)
    path = next(path for path, page in handbook.pages.items() if page.address and page is not open_points)
    page = handbook.pages[path]
    body = (
        f"## {heading}\n\n- A thumb that turned green: see somebody. {{to-confirm}}\n\n"
        f"## What helps\n\nRest it. {{to-confirm}}\n\nIs it blue? {call} {{to-confirm}}\n"
    )
    told = dataclasses.replace(handbook, safety=safety)
    changed = replace_page(told, path, page.model_copy(update={"body": body}))
    pages = render_site(changed, {})
    own = pages[f"docs/{page.address}/index.md"].splitlines()
    marked = [line for line in own if "{: .unsure }" in line]
    assert [line.partition(" [")[0] for line in marked] == ["Rest it."]
    listed = pages[f"docs/{open_points.address}/index.md"]
    assert all(words in listed for words in ("thumb that turned green", "Rest it.", "Is it blue?"))


def replace_page(handbook: Handbook, path: str, page: Page) -> Handbook:
    """Return the handbook with another page at a path."""
    return dataclasses.replace(handbook, pages={**handbook.pages, path: page})


def test_a_number_written_with_spaces_can_be_dialled(handbook: Handbook) -> None:
    line = handbook.publisher.emergency[0].model_copy(update={"number": "0800 11 22"})
    publisher = handbook.publisher.model_copy(update={"emergency": (line,)})
    pages = render_site(dataclasses.replace(handbook, publisher=publisher), {})
    for path in ("docs/start/index.md", "docs/index.md"):
        assert "tel:08001122" in pages[path] and "0800 11 22" in pages[path]


def test_a_sheet_shows_every_picture_of_every_move(handbook: Handbook) -> None:
    """Who stands up from a chair is seen standing, on paper too."""
    sheets = render_sheets(handbook, {})
    lacking = [
        (slug, item.exercise, letter)
        for slug, routine in handbook.routines.items()
        for item in routine.items
        for letter, frame in handbook.exercises[item.exercise].figure.frames.items()
        if attr(frame.alt) not in sheets[slug]
    ]
    assert sheets and lacking == []
