"""The built site: every link, image and anchor leads somewhere, raw HTML included."""

from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

import pytest

from tests.conftest import SUB_PATH

BASE = f"https://site.example{SUB_PATH}"
LINKS = {"href", "src", "poster", "data-src", "action"}


class _Reader(HTMLParser):
    """Collects ids and addresses of one page."""

    def __init__(self) -> None:
        super().__init__()
        self.ids: list[str] = []
        self.addresses: list[str] = []
        self.in_svg = 0
        self.faults: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = dict(attrs)
        self.in_svg += tag == "svg"
        if values.get("id"):
            self.ids.append(str(values["id"]))
        if tag == "a" and values.get("name"):
            self.ids.append(str(values["name"]))
        if tag == "img" and "alt" not in values:
            self.faults.append(f"<img src={values.get('src')}> has no alt")
        if self.in_svg and "href" in values:
            self.faults.append(f"<{tag}> inside inline SVG has href")
        if not (tag == "link" and values.get("rel") == "canonical"):
            self.addresses += [str(values[name]) for name in LINKS & values.keys() if values[name]]

    def handle_endtag(self, tag: str) -> None:
        self.in_svg -= tag == "svg"


@pytest.fixture(scope="session")
def pages(site: Path) -> dict[str, _Reader]:
    """Every HTML page of the site, read once, by its address."""
    found = {}
    for file in sorted(site.rglob("*.html")):
        reader = _Reader()
        reader.feed(file.read_text(encoding="utf-8"))
        found[urljoin(BASE, file.relative_to(site).as_posix())] = reader
    return found


def _targets(address: str, reader: _Reader) -> Iterator[tuple[str, str]]:
    """Every address of a page that stays on the site, with its anchor."""
    for raw in reader.addresses:
        whole = urlsplit(urljoin(address, raw))
        if whole.scheme in ("http", "https") and whole.netloc == urlsplit(BASE).netloc:
            yield unquote(whole.path), unquote(whole.fragment)


def _file(site: Path, path: str) -> Path:
    inside = site / path.removeprefix(SUB_PATH)
    return inside / "index.html" if path.endswith("/") else inside


def test_every_link_leads_somewhere(site: Path, pages: dict[str, _Reader]) -> None:
    missing = {
        f"{address} -> {path}"
        for address, reader in pages.items()
        for path, _ in _targets(address, reader)
        if not path.startswith(SUB_PATH) or not _file(site, path).is_file()
    }
    assert missing == set()


# A page whose script reads its state from the address has hashes that are no anchors.
STATES = ("exercises/index.html", "routines/index.html", "build/index.html", "sheet/index.html")


def test_every_anchor_is_there(site: Path, pages: dict[str, _Reader]) -> None:
    by_file = {_file(site, urlsplit(address).path): reader for address, reader in pages.items()}
    missing = {
        f"{address} -> {path}#{anchor}"
        for address, reader in pages.items()
        for path, anchor in _targets(address, reader)
        if anchor and (file := _file(site, path)) in by_file
        if not str(file).endswith(STATES) and anchor not in by_file[file].ids
    }
    assert missing == set()


def test_ids_stand_once(pages: dict[str, _Reader]) -> None:
    twice = {
        f"{address}: {name}"
        for address, reader in pages.items()
        for name in reader.ids
        if reader.ids.count(name) > 1
    }
    assert twice == set()


def test_markup_has_no_known_fault(pages: dict[str, _Reader]) -> None:
    assert {f"{address}: {fault}" for address, reader in pages.items() for fault in reader.faults} == set()


def test_a_planted_fault_is_found(tmp_path: Path) -> None:
    """The checker itself: it sees what it should see."""
    reader = _Reader()
    reader.feed('<p id="a"><a href="gone/#x">x</a><img src="y.png"><svg><use href="#a"/></svg>')
    assert list(_targets(BASE, reader)) == [("/unknot/gone/", "x"), ("/unknot/y.png", ""), ("/unknot/", "a")]
    assert len(reader.faults) == 2
