"""Signs beyond the basic plane: an emoji in every field leaves every page whole."""

import json
import re
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import fields, replace
from html import unescape
from pathlib import Path
from shutil import copy, copytree
from typing import TypeVar

import pytest
from pydantic import BaseModel, ValidationError

from generator.handbook import Handbook
from generator.loading import load_handbook
from generator.pages import render_site
from generator.writer import write_tree
from tests.conftest import ROOT

SIGN = "🧘"
NOT_WORDS = frozenset(("sources", "path", "body", "figure", "figures", "also_called", "letter"))
LOST = re.compile(r"<p>(?:title|template|description|jsonld|back):")
"""What a page shows when its front matter could not be read."""
Entry = TypeVar("Entry")


def marked(value: Entry) -> Entry:
    """The same value with a sign behind every text that takes one."""
    if isinstance(value, BaseModel):
        entry: BaseModel = value
        for name in type(value).model_fields.keys() - NOT_WORDS:
            entry = _with(entry, name)
        return entry  # type: ignore[return-value]  # of the same type
    if isinstance(value, Mapping):
        return {key: marked(each) for key, each in value.items()}  # type: ignore[return-value]
    if isinstance(value, tuple):
        return tuple(marked(each) for each in value)  # type: ignore[return-value]
    return value


def _with(entry: BaseModel, name: str) -> BaseModel:
    """The entry with one field marked; as it was, where the field takes no such sign."""
    old = getattr(entry, name)
    if not isinstance(old, str):
        return entry.model_copy(update={name: marked(old)})
    new = f"{old} {SIGN}"
    return entry.model_copy(update={name: new}) if _takes(entry, name, new) else entry


def _takes(entry: BaseModel, name: str, new: object) -> bool:
    try:
        type(entry).model_validate({**entry.model_dump(by_alias=True, warnings=False), name: new})
    except ValidationError as refused:
        return all(each["loc"][:1] != (name,) for each in refused.errors())
    return True


@pytest.fixture(scope="module")
def whole() -> Handbook:
    """The tiny handbook with a sign in each of its texts."""
    found, _ = load_handbook(ROOT / "tests" / "content")
    kept = ("known", "sources", "folders")
    return replace(
        found,
        **{each.name: marked(getattr(found, each.name)) for each in fields(found) if each.name not in kept},
    )


@pytest.fixture(scope="module")
def site(whole: Handbook, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """That handbook as a built site."""
    root = tmp_path_factory.mktemp("signs")
    write_tree(root, render_site(whole, {}))
    copytree(ROOT / "docs" / "assets", root / "docs" / "assets")
    copytree(ROOT / "generator" / "theme", root / "generator" / "theme")
    copy(ROOT / "mkdocs.yml", root / "mkdocs.yml")
    subprocess.run([sys.executable, "-m", "mkdocs", "build", "--quiet"], cwd=root, check=True)
    return root / "build" / "site"


def test_the_fields_of_every_kind_are_marked(whole: Handbook) -> None:
    exercise, routine = whole.exercises["nod"], whole.routines["tiny"]
    texts = (
        exercise.name,
        exercise.why,
        exercise.steps[0].do,
        exercise.review.reviewer,
        routine.who_for_short,
    )
    more = (
        whole.publisher.name,
        whole.publisher.tagline,
        whole.safety.not_advice,
        whole.pages[""].description,
    )
    assert [text for text in (*texts, *more) if SIGN not in str(text)] == []
    assert exercise.goal == "mobility" and exercise.slug == "nod"


def test_no_page_shows_or_loses_its_front_matter(site: Path) -> None:
    for file in sorted(site.rglob("*.html")):
        page = file.read_text(encoding="utf-8")
        assert not LOST.search(page), file
        title = re.search(r"<title>(.*?)</title>", page)
        assert (title and SIGN in unescape(title[1])) or file.name == "404.html" or "http-equiv" in page, file


def test_what_machines_read_is_whole(site: Path, whole: Handbook) -> None:
    page = (site / "exercises" / "neck" / "nod" / "index.html").read_text(encoding="utf-8")
    found = re.search(r'<script type="application/ld\+json">(.*?)</script>', page, re.DOTALL)
    assert found and json.loads(found[1])["name"] == whole.exercises["nod"].name
    assert f'<meta property="og:title" content="{whole.exercises["nod"].name}">' in page
    sheet = (site / "routines" / "tiny" / "sheet" / "index.html").read_text(encoding="utf-8")
    assert "data-print" in sheet and SIGN in sheet
