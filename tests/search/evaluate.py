"""How good the search is on judged queries: `python -m tests.search.evaluate`, and part of `make bench`.

The engine runs in a browser without its box, so the figures are of ranking and safety and not of drawing.
"""

import gzip
import hashlib
import math
import statistics
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import yaml
from playwright.sync_api import Page

from generator.handbook import Handbook
from generator.loading import load_handbook
from generator.offline.lean import leaned
from generator.pages.entries import Entry, asked_entries
from generator.pages.search import search_json, texts_json
from generator.press.browser import reader
from tests.bench.table import show
from tests.conftest import ROOT

HOME = "http://unknot.invalid/"
ASSETS = ROOT / "docs" / "assets" / "search"
QUERIES = Path(__file__).parent
LATER = ("common-words.js", "filter.js")
"""Scripts that are fetched for a word that no name has."""
RELEVANT = 2
"""The least grade of a page that answers a query."""
OPEN = """async ({ at, vocabulary, texts }) => {
  const [{ Search }, { Filter }, { COMMON }] = await Promise.all(
    ["rank.js", "filter.js", "common-words.js"].map(name => import(at + name)))
  window.shallow = new Search(JSON.parse(vocabulary))
  window.search = new Search(JSON.parse(vocabulary), { texts: JSON.parse(texts), common: new Filter(COMMON) })
}"""
ASK = """({ queries, weights }) => {
  if (weights) search.weights = weights
  return queries.map(query => {
    const start = performance.now()
    const { danger, off, changed, found } = search.find(query)
    const ms = performance.now() - start
    const at = off ? [] : found.map(each => each.at)
    return { danger, off: Boolean(off), changed: changed.length, ms, found: at }
  })
}"""


@dataclass(frozen=True)
class Judged:
    """One query with the grades of the pages that answer it, by slug."""

    query: str
    grades: Mapping[str, int]

    @property
    def training(self) -> bool:
        """Whether weights may be fitted to it."""
        return hashlib.sha256(self.query.encode()).digest()[0] % 2 == 0


@dataclass(frozen=True)
class Figures:
    """Shares of the judged queries, in per cent."""

    judged: int
    first: float
    three: float
    ndcg: float
    empty: float


def engine(page: Page, handbook: Handbook | None = None, entries: Collection[Entry] | None = None) -> Page:
    """The page with the search loaded as `window.search`, over this handbook, another or some entries.

    `window.shallow` is the search as it is before the texts of the pages have come.
    """
    page.goto(f"{HOME}mark.svg")
    handbook = handbook or load_handbook(ROOT / "content")[0]
    entries = entries or asked_entries(handbook)
    data = {"vocabulary": search_json(handbook, entries), "texts": texts_json(entries)}
    page.evaluate(OPEN, {"at": f"{HOME}assets/search/", **data})
    return page


def ask(page: Page, queries: Iterable[str], weights: Mapping[str, Any] | None = None) -> list[dict[str, Any]]:
    """The engine's answer to each query: danger, off, changed, ms, and the addresses it found."""
    answers: list[dict[str, Any]] = page.evaluate(ASK, {"queries": list(queries), "weights": weights})
    return answers


def slug(at: str) -> str:
    """A page's slug, "list:x" for the finder set to x and for the core, "guidance/walking" for that page."""
    parts = urlsplit(at)
    if "=" in parts.fragment:
        return "list:" + parts.fragment.partition("=")[2].split(",")[0]
    path = [each for each in parts.path.split("/") if each]
    if path == ["guidance", "walking"]:
        return "guidance/walking"
    last = path[-1] if path else "home"
    return "list:core" if last == "core" else last


def judged() -> list[Judged]:
    """The fresh judged queries that some page answers, the harmless ones included."""
    rows = yaml.safe_load((QUERIES / "open.yml").read_text(encoding="utf-8"))
    found = [Judged(str(row["q"]), row["grades"]) for row in rows if row["kind"] in ("plain", "harmless")]
    return [each for each in found if any(grade >= RELEVANT for grade in each.grades.values())]


def known(*parts: str) -> list[Judged]:
    """The makers' own queries: the best page is graded 3, those beside it 2."""
    rows = yaml.safe_load((QUERIES / "queries.yml").read_text(encoding="utf-8"))
    found = []
    for query, best, *near in (row for part in parts for row in rows[part]):
        firsts = [best] if isinstance(best, str) else best
        found.append(Judged(str(query), {**dict.fromkeys(near, RELEVANT), **dict.fromkeys(firsts, 3)}))
    return found


def figures(rows: list[Judged], answers: list[dict[str, Any]]) -> Figures:
    """How often a right page came first and among three, nDCG@5, and how often nothing came."""
    got = [
        [row.grades.get(each, 0) for each in dict.fromkeys(map(slug, answer["found"]))]
        for row, answer in zip(rows, answers, strict=True)
    ]
    return Figures(
        judged=len(rows),
        first=_share(grades[:1] != [] and grades[0] >= RELEVANT for grades in got),
        three=_share(max(grades[:3], default=0) >= RELEVANT for grades in got),
        ndcg=100 * statistics.mean(_ndcg(row, grades) for row, grades in zip(rows, got, strict=True)),
        empty=_share(not grades for grades in got),
    )


def _ndcg(row: Judged, grades: list[int]) -> float:
    return _gain(grades[:5]) / _gain(sorted(row.grades.values(), reverse=True)[:5])


def _gain(grades: Iterable[int]) -> float:
    return math.fsum((2.0**grade - 1) / math.log2(place + 2) for place, grade in enumerate(grades))


def _share(those: Iterable[bool]) -> float:
    return 100 * statistics.mean(those)


def search_rows() -> Iterator[tuple[str, ...]]:
    """The table, measured in a browser of its own."""
    with reader(ROOT / "docs", HOME) as page:
        yield from search_table(engine(page))


def search_table(page: Page) -> Iterator[tuple[str, ...]]:
    """Rows to print: quality by set, danger and alarms, time and bytes."""
    yield ("queries", "n", "first %", "three %", "nDCG@5", "empty %")
    rows = judged()
    sets = {
        "fresh, training fold": [each for each in rows if each.training],
        "fresh, validation fold": [each for each in rows if not each.training],
        "makers' own": known("open", "tuned", "held"),
    }
    for name, those in sets.items():
        found = figures(those, ask(page, (each.query for each in those)))
        yield (
            name,
            str(found.judged),
            *(f"{x:.1f}" for x in (found.first, found.three, found.ndcg, found.empty)),
        )
    yield from _danger_rows(page)
    yield ("ms a query, median / 95 %", times(page))
    first, more = weights_in_bytes()
    yield ("kB before the first answer, gzipped", f"{first / 1000:.1f}")
    yield ("kB more for a word that no name has", f"{more / 1000:.1f}")


def times(page: Page) -> str:
    """Milliseconds that the fresh judged queries take, median and the longest but one in 20."""
    taken = sorted(answer["ms"] for answer in ask(page, (each.query for each in judged())))
    return f"{statistics.median(taken):.1f} / {taken[int(len(taken) * 0.95)]:.1f}"


def _danger_rows(page: Page) -> Iterator[tuple[str, ...]]:
    wanted = yaml.safe_load((QUERIES / "danger.yml").read_text(encoding="utf-8"))
    for name, level in (("now", "now"), ("soon", "soon"), ("harmless", "")):
        levels = [answer["danger"] for answer in ask(page, wanted[name])]
        yield (
            f"danger: {name}",
            str(len(levels)),
            f"{levels.count(level)} right",
            f"{levels.count('now')} alarms",
        )


def weights_in_bytes() -> tuple[int, int]:
    """Bytes, gzipped, that a reader fetches before the first answer, and for a word that no name has."""
    handbook, _ = load_handbook(ROOT / "content")
    files = {file.name: _served(file) for file in ASSETS.iterdir()}
    later = [files.pop(name) for name in LATER]
    entries = asked_entries(handbook)
    first = [search_json(handbook, entries).encode(), *files.values()]
    return _zipped(first), _zipped([texts_json(entries).encode(), *later])


def _served(file: Path) -> bytes:
    text = file.read_text(encoding="utf-8")
    return (leaned(file, text) if file.suffix == ".js" else text).encode()


def _zipped(texts: Iterable[bytes]) -> int:
    return sum(len(gzip.compress(text)) for text in texts)


def main() -> None:
    """Print the table."""
    show("The search on judged queries", search_rows())


if __name__ == "__main__":
    main()
