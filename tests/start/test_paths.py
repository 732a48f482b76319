"""The decision table of the guided start: the browser and the generator walk all of it, and agree."""

from itertools import combinations
from typing import Any

import pytest
from playwright.sync_api import Page

from generator.deciding import Decider, Path, paths
from generator.handbook import Handbook

DECIDE = """async paths => {
  const { decide } = await import(new URL("../assets/start/decide.js", location.href))
  const table = JSON.parse(document.getElementById("start-table").textContent)
  return paths.map(([where, since, can, spare, time]) => {
    const answer = decide(table, { where, since, can, spare: spare || "none", time })
    return answer && (answer.ending ?? [answer.routine, ...answer.exercises].join(" "))
  })
}"""
WALK = """async skips => {
  const { decide, wayFor } = await import(new URL("../assets/start/decide.js", location.href))
  const table = JSON.parse(document.getElementById("start-table").textContent)
  const cautions = Object.keys(table.spare)
  const found = { paths: 0, endings: 0, dead: [], wrong: [] }
  const check = answers => {
    found.paths += 1
    const answer = decide(table, answers)
    if (!answer) return found.dead.push(answers)
    if (answer.ending) return found.endings += 1
    const chosen = answers.spare.split(".")
    const moves = [...answer.exercises, ...table.routines[answer.routine].items]
    if (moves.some(slug => (skips[slug] ?? []).some(each => chosen.includes(each)))) found.wrong.push(answers)
  }
  for (const where in table.where) for (const since in table.since) for (const can in table.can)
    for (const time in table.time) for (let set = 0; set < 2 ** cautions.length; set += 1) {
      const spare = cautions.filter((_, index) => set >> index & 1).join(".") || "none"
      check({ where, since, can, spare, time })
    }
  return { ...found, dead: found.dead.slice(0, 9), wrong: found.wrong.slice(0, 9) }
}"""


def _spelled(path: Path) -> list[str]:
    return [path.where, path.since, path.can, ".".join(sorted(path.spare)), path.time]


def _decided(decider: Decider, path: Path) -> str | None:
    answer = decider.decide(path)
    if answer is None:
        return None
    return answer.ending or " ".join((answer.routine or "", *answer.exercises))


def test_the_browser_decides_as_the_generator_does(page: Page, address: str, handbook: Handbook) -> None:
    """No caution, each alone and all of them, on every path."""
    cautions = tuple(handbook.start.spare)
    _agree(page, address, handbook, [*_sets(cautions, 0), *_sets(cautions, 1), frozenset(cautions)])


@pytest.mark.audit
def test_they_agree_on_every_pair_of_cautions(page: Page, address: str, handbook: Handbook) -> None:
    _agree(page, address, handbook, _sets(tuple(handbook.start.spare), 2))


def _sets(cautions: tuple[str, ...], count: int) -> list[frozenset[str]]:
    return [frozenset(each) for each in combinations(cautions, count)]


def _agree(page: Page, address: str, handbook: Handbook, sets: list[frozenset[str]]) -> None:
    walked = list(paths(handbook, sets))
    page.goto(f"{address}start/")
    decider = Decider(handbook)
    here = [_decided(decider, path) for path in walked]
    assert page.evaluate(DECIDE, [_spelled(path) for path in walked]) == here
    assert None not in here


@pytest.mark.audit
def test_every_path_with_every_set_of_cautions_ends_well(
    page: Page, address: str, handbook: Handbook
) -> None:
    skips = {
        slug: [care.caution for care in each.care if care.skip] for slug, each in handbook.exercises.items()
    }
    page.goto(f"{address}start/")
    found: dict[str, Any] = page.evaluate(WALK, skips)
    start = handbook.start
    singles = len(start.where) * len(start.since) * len(start.can) * len(start.time)
    assert found["paths"] == singles * 2 ** len(start.spare)
    assert (found["dead"], found["wrong"]) == ([], [])
    print(f"{found['paths']} paths, {found['endings']} of them without exercises")
