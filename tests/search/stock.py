"""The rival: the search that the theme brings, on the same pages and the same judged queries."""

import subprocess
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from generator.loading import load_handbook
from generator.press.browser import reader
from tests.bench.handbooks import grow
from tests.bench.stock import stock
from tests.conftest import ROOT
from tests.search.evaluate import HOME, engine, figures, judged, times

ASK = """async ({ script, queries }) => {
  const index = await (await fetch("search/search_index.json")).json()
  const worker = new Worker(script)
  const answer = (type, data) => new Promise(done => {
    worker.onmessage = ({ data }) => done(data.data)
    worker.postMessage({ type, data })
  })
  await answer(0, { ...index, options: { suggest: false } })
  const found = []
  for (const query of queries) {
    const start = performance.now()
    const { items } = await answer(2, query)
    found.push({ ms: performance.now() - start, found: items.slice(0, 8).map(([page]) => page.location) })
  }
  return found
}"""
"""The worker takes 0 with the index and 2 with a query, and answers with pages by groups, best first."""


def stock_rows(folder: Path) -> Iterator[tuple[str, ...]]:
    """How the theme's own search answers the fresh judged queries; builds the stock site below `folder`."""
    rows = judged()
    answers = stock_answers(folder, (each.query for each in rows))
    found = figures(rows, answers)
    yield ("search", "n", "first %", "three %", "nDCG@5", "empty %")
    yield (
        "the theme's own, all fresh",
        str(found.judged),
        *(f"{x:.1f}" for x in (found.first, found.three, found.ndcg, found.empty)),
    )


def stock_answers(folder: Path, queries: Iterable[str]) -> list[dict[str, Any]]:
    """The stock search's answer to each query: its addresses and its milliseconds."""
    grown = grow(folder / "book", 0)
    (folder / "stock").mkdir()
    _run(grown.generate())
    _run(stock(grown, folder / "stock"))
    site = folder / "stock" / "site"
    [script] = (site / "assets" / "javascripts" / "workers").glob("search.*.min.js")
    with reader(site, HOME) as page:
        page.goto(f"{HOME}404.html")
        asked = {"script": f"{HOME}{script.relative_to(site).as_posix()}", "queries": list(queries)}
        answers: list[dict[str, Any]] = page.evaluate(ASK, asked)
    return answers


def _run(command: list[str]) -> None:
    subprocess.run([sys.executable, "-m", *command], cwd=ROOT, check=True, capture_output=True)


def large_row(folder: Path, exercises: int) -> Iterator[tuple[str, ...]]:
    """How long our own search takes in a handbook of so many exercises."""
    handbook, _ = load_handbook(grow(folder / "large", exercises).root / "content")
    with reader(ROOT / "docs", HOME) as page:
        yield (f"ms a query at {exercises} exercises, median / 95 %", times(engine(page, handbook)))
