"""What a browser loads: every file of `docs/assets/` is used, and its rooms use one another one way only."""

import re
from collections.abc import Iterator
from pathlib import Path
from posixpath import normpath

from tests.conftest import ROOT

ASSETS = ROOT / "docs" / "assets"
USES: dict[str, set[str]] = {
    "page": set(),
    "figures": {"page"},
    "search": {"page"},
    "sheet": {"page"},
    "days": {"page", "sheet"},
    "follow": {"page", "figures", "search", "sheet", "days"},
    "builder": {"page", "figures", "sheet", "days", "follow"},
    "finder": {"page", "figures"},
    "offline": {"page"},
    "start": {"page", "sheet", "follow"},
    "press": set(),
}
"""Each room with the other rooms its files may name; all of them stand further up."""
PUTS_ON_A_PAGE = (
    "mkdocs.yml",
    "generator/pages/bundles.py",
    "generator/theme/**/*.html",
    "generator/templates/*.j2",
    "generator/press/prints.py",
    "content/pages/guidance/*.md",
)
"""The sources whose naming of an asset makes a browser load it; a page of guidance tells other sites to."""
FROM_THE_ROOT = re.compile(r"assets/([\w/.-]+\.(?:css|js|svg))")
FROM_HERE = re.compile(r"(?:from |import |import\(|new URL\()\"([\w/.-]+\.(?:css|js))\"")


def _files() -> set[str]:
    return {file.relative_to(ASSETS).as_posix() for file in ASSETS.rglob("*") if file.is_file()}


def _room(name: str) -> str:
    return name.partition("/")[0]


def _loads(name: str) -> Iterator[str]:
    """The assets that one asset names, imports and workers included."""
    text = (ASSETS / name).read_text(encoding="utf-8")
    yield from FROM_THE_ROOT.findall(text)
    yield from (normpath(f"{name}/../{way}") for way in FROM_HERE.findall(text))


def _on_pages() -> set[str]:
    sources = (file for pattern in PUTS_ON_A_PAGE for file in ROOT.glob(pattern))
    return {name for file in sources for name in FROM_THE_ROOT.findall(file.read_text(encoding="utf-8"))}


def _loaded() -> set[str]:
    """Every asset that some page comes to load."""
    found: set[str] = set()
    waiting = _on_pages()
    while waiting:
        found |= waiting
        there = (name for name in waiting if (ASSETS / name).is_file())
        waiting = {each for name in there for each in _loads(name)} - found
    return found


def test_every_asset_is_loaded_by_some_page() -> None:
    assert sorted(_files() - _loaded()) == []


def test_every_asset_that_is_named_is_there() -> None:
    assert sorted(_loaded() - _files()) == []


def test_every_asset_lies_in_a_room_and_every_room_is_on_the_map() -> None:
    assert {_room(name) for name in _files()} == set(USES)
    tree = (ROOT / "HACKING.md").read_text(encoding="utf-8").partition("\ndocs/assets/ ")[2]
    assert re.findall(r"^  (\w+)/ ", tree.partition("\ntests/ ")[0], re.MULTILINE) == list(USES)


def test_assets_use_only_the_rooms_they_may() -> None:
    wrong = [
        f"{name} loads {other}"
        for name in sorted(_files())
        for other in _loads(name)
        if _room(other) not in {_room(name), *USES[_room(name)]}
    ]
    assert wrong == []


def test_rooms_use_only_rooms_further_up() -> None:
    order = list(USES)
    assert [room for room in order if not USES[room] <= set(order[: order.index(room)])] == []


def test_every_asset_says_first_what_it_does() -> None:
    def begins(file: Path) -> str:
        return re.sub(r"^<svg[^>]*>", "", file.read_text(encoding="utf-8"))[:4]

    assert [name for name in sorted(_files()) if not begins(ASSETS / name).startswith(("/*", "<!--"))] == []


EXPORTED = re.compile(r"^export (?:async )?(?:function\*?|const|let|class) (\w+)", re.MULTILINE)


def test_whatever_a_module_hands_on_somebody_takes() -> None:
    """In another module, in a test or in a page; the rest would be carried to readers for nothing."""
    takers = [
        *ASSETS.rglob("*.js"),
        *(ROOT / "tests").rglob("*.py"),
        *(file for pattern in PUTS_ON_A_PAGE for file in ROOT.glob(pattern)),
    ]
    texts = {file: set(re.findall(r"\w+", file.read_text(encoding="utf-8"))) for file in takers}
    kept = [
        f"{file.relative_to(ASSETS)}: {name}"
        for file in ASSETS.rglob("*.js")
        for name in EXPORTED.findall(file.read_text(encoding="utf-8"))
        if not any(name in words for taker, words in texts.items() if taker != file)
    ]
    assert kept == []
