"""Whatever is thrown at a stage: it answers with values or with words, never with a traceback."""

import string
from contextlib import suppress
from dataclasses import replace
from functools import lru_cache
from pathlib import Path
from tempfile import TemporaryDirectory
from types import MappingProxyType

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from markdown import markdown
from pydantic import BaseModel

from generator.characters import UNWANTED
from generator.checks.pages import blocks_are_known, links_lead_somewhere_safe, lists_are_not_deep
from generator.disk import keep_text, kept_text
from generator.handbook import Handbook
from generator.loading import load_handbook
from generator.model.exercise import Exercise
from generator.model.page import Page
from generator.model.pose import BasePose, FigureSpec
from generator.model.publisher import Publisher
from generator.model.routine import Routine
from generator.model.safety import Safety
from generator.model.vocabulary import Area, Facets, Term
from generator.pages.text import attr, body, text
from generator.reading import read_entry, read_vocabulary
from generator.source import MAX_BYTES, Source, decoded, parse
from generator.writer import OccupiedError, write_tree
from tests.attack.test_fuzz import EXTENSIONS, acts
from tests.conftest import ROOT

MANY = settings(max_examples=150, deadline=None, suppress_health_check=list(HealthCheck))
SIGNS = st.text(st.characters(codec="utf-8"), max_size=60)
YAML_LIKE = st.text(st.sampled_from("ab :-#[]{}&*!|>'\"%@`,?\n\t\u00a0“”é🧘0.~"), max_size=200)
NAMES = st.sampled_from(
    [name for model in (Exercise, FigureSpec, Safety, Publisher, Routine) for name in model.model_fields]
)
DATA = st.recursive(
    st.none() | SIGNS | st.sampled_from(["true", "5", "-1", "2026-01-02", "neck", "up 3", "left 8"]),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(NAMES | SIGNS, inner, max_size=5),
    max_leaves=25,
)
MODELS = (Exercise, FigureSpec, BasePose, Routine, Safety, Publisher, Facets)
MARKS = (
    "[a](",
    "![a](",
    "[a][b]",
    "\n\n[b]: ",
    ")",
    " ",
    "\n",
    "\n- ",
    "`",
    "**",
    "> ",
    "# ",
    "1. ",
    '"',
    "(",
)
WAYS = (
    "javascript:alert(1)",
    "java&#115;cript:alert(1)",
    "java\tscript:x",
    "java\nscript:x",
    "data:text/html,x",
)
MORE = (
    "https://a.example",
    "//a.example",
    "/guidance/",
    "&colon;",
    "&Tab;",
    "{: onclick=x }",
    "[[stop-signs]]",
)
HTML = ("<a href='javascript:x'>", "<script>", '<https://a.example/" onclick="x>', "<img src=x onerror=y>")
TABLE = "| a | b |\n|---|---|\n"
ATOMS = st.sampled_from((*MARKS, *WAYS, *MORE, *HTML, TABLE))
MINE = ("docs/assets/a", "docs/pdf/a", "mkdocs.yml")


@MANY
@given(st.binary(max_size=300) | SIGNS.map(str.encode) | YAML_LIKE.map(str.encode))
def test_any_bytes_are_read_or_told(raw: bytes) -> None:
    found, fault = decoded(raw)
    assert (found == "") == (fault is not None)
    if fault is None:
        source = parse(found, "x.yml")
        assert source.data is not None or source.faults
        assert all(fault.message and fault.line >= 1 for fault in source.faults)


@MANY
@given(YAML_LIKE | SIGNS)
def test_any_text_is_read_or_told(words: str) -> None:
    source = parse(words, "x.yml")
    assert all(fault.message and fault.line >= 1 for fault in source.faults)


@pytest.mark.parametrize("model", MODELS)
@MANY
@given(DATA)
def test_any_data_is_an_entry_or_problems(model: type[BaseModel], data: object) -> None:
    entry, problems = read_entry(Source("x.yml", data), model)  # type: ignore[arg-type]
    assert (entry is None) == bool(problems)
    assert all("\n" not in problem.for_terminal() for problem in problems)
    assert all(UNWANTED.search(problem.for_terminal()) is None for problem in problems)


@MANY
@given(st.dictionaries(SIGNS, DATA, max_size=4))
def test_any_id_is_plain_or_told(data: dict[str, object]) -> None:
    for model in (Area, Term):
        entries, _ = read_vocabulary(Source("x.yml", data), model)  # type: ignore[arg-type]
        assert all(set(name) <= set(f"{string.ascii_lowercase}{string.digits}-") for name in entries)


PATHS = st.text(st.sampled_from("ab./\\~ \n\0é"), min_size=1, max_size=12) | st.sampled_from(
    ("docs/a.md", "docs/b/c.md", "docs/../x", "../x", "/x", "build/nav.yml", "docs/assets/a", "docs/pdf/a")
)


@settings(max_examples=60, deadline=None)
@given(st.dictionaries(PATHS.map("docs/{}".format) | PATHS, SIGNS, max_size=5), st.lists(PATHS, max_size=5))
def test_nothing_outside_is_ever_touched(tree: dict[str, str], listed: list[str]) -> None:
    with TemporaryDirectory() as folder:
        project, outside = Path(folder) / "project", Path(folder) / "outside.txt"
        outside.write_text("keep")
        for path in MINE:
            (project / path).parent.mkdir(parents=True, exist_ok=True)
            (project / path).write_text("mine")
        (project / "docs" / ".generated").write_bytes("\n".join(listed).encode())
        with suppress(ValueError, OSError, OccupiedError):
            write_tree(project, tree)
        assert outside.read_text() == "keep"
        assert {each.name for each in Path(folder).iterdir()} == {"project", "outside.txt"}
        assert all((project / path).read_text() == "mine" for path in MINE)


@MANY
@given(SIGNS, st.integers(0, 200), st.binary(max_size=3))
def test_kept_text_is_read_whole_or_not_at_all(words: str, at: int, damage: bytes) -> None:
    with TemporaryDirectory() as folder:
        file = Path(folder) / "kept"
        keep_text(file, words)
        assert kept_text(file) == words
        whole = file.read_bytes()
        hurt = whole[:at] + damage + whole[at + 1 :]
        file.write_bytes(hurt)
        assert kept_text(file) == (words if hurt == whole else None)


@lru_cache(maxsize=1)
def tiny() -> Handbook:
    """The tiny handbook, for its vocabularies; no fixture, since a failure would print all of it."""
    return load_handbook(ROOT / "tests" / "content")[0]


@settings(max_examples=400, deadline=None, suppress_health_check=list(HealthCheck))
@example('[a](java\tscript:x"[a](')
@given(st.lists(ATOMS | SIGNS, max_size=12).map("".join))
def test_a_page_that_passes_leads_nowhere_unsafe(words: str) -> None:
    alone = _with_body(words)
    checks = (blocks_are_known, links_lead_somewhere_safe, lists_are_not_deep)
    if not any(list(check(alone)) for check in checks):
        assert acts(markdown(body(words), extensions=list(EXTENSIONS))) == []


@MANY
@given(SIGNS)
def test_a_field_is_words_and_never_markup(words: str) -> None:
    for made in (text(words), attr(words)):
        assert "<" not in made and ">" not in made and '"' not in made
    assert acts(markdown(text(words), extensions=list(EXTENSIONS))) == []


def test_the_largest_file_is_read_in_no_time() -> None:
    for sign in ("[", "](/", "{", "- ", "a: ", "*", "`", "&"):
        words = (sign * MAX_BYTES)[:50_000]
        parse(words, "x.yml")
        list(links_lead_somewhere_safe(_with_body(words)))


def _with_body(words: str) -> Handbook:
    """The tiny handbook with one page, whose body this is."""
    page = Page.model_construct(title="X", description="X", path="x", body=words, figures={})
    source = Source("x.md", {}, MappingProxyType({("body",): 1}))
    return replace(tiny(), pages={"x": page}, sources={**tiny().sources, "x": source})
