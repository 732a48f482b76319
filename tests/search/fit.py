"""Fits docs/assets/search/weights.js to the training queries: `python -m tests.search.fit`.

One number after the other is tried larger and smaller. What raises nDCG@5 on the training fold of the fresh
queries and on the makers' own stays. It prints what the validation fold says, to which nothing is fitted.
"""

import json
import re
from collections.abc import Iterator
from copy import deepcopy
from typing import Any

from playwright.sync_api import Page

from generator.press.browser import reader
from tests.conftest import ROOT
from tests.search.evaluate import ASSETS, HOME, Judged, ask, engine, figures, judged, known

STEPS = (0.5, 0.75, 1.4, 2.0)
"""What a number is multiplied by on trial."""
ROUNDS = 2
LEAST_GAIN = 0.05
"""Points of nDCG@5 below which a change is noise, and the rounder number stays."""
Weights = dict[str, Any]


def main() -> None:
    """Fit, print, and write the file."""
    file = ASSETS / "weights.js"
    training = [each for each in judged() if each.training] + known("open", "tuned")
    rest = [each for each in judged() if not each.training]
    with reader(ROOT / "docs", HOME) as page:
        engine(page)
        weights = page.evaluate("Object.fromEntries(Object.entries(search.weights))")
        best = _ndcg(page, training, weights)
        print(f"training {best:.1f}, validation {_ndcg(page, rest, weights):.1f}", flush=True)
        for name, part, step in [*_trials(weights)] * ROUNDS:
            trial = _changed(weights, name, part, step)
            gained = _ndcg(page, training, trial)
            if gained > best + LEAST_GAIN:
                best, weights = gained, trial
                print(f"training {best:.1f}: {name} {part} × {step}", flush=True)
        print(f"training {best:.1f}, validation {_ndcg(page, rest, weights):.1f}")
    file.write_text(_written(file.read_text(encoding="utf-8"), weights), encoding="utf-8")


def _ndcg(page: Page, rows: list[Judged], weights: Weights) -> float:
    return figures(rows, ask(page, (each.query for each in rows), weights)).ndcg


def _trials(weights: Weights) -> Iterator[tuple[str, str, float]]:
    """Every number by its name and its part, which is "" for one that has none, with every step."""
    for name, value in weights.items():
        for part in value if isinstance(value, dict) else [""]:
            yield from ((name, part, step) for step in STEPS)


def _changed(weights: Weights, name: str, part: str, step: float) -> Weights:
    """The weights with one number changed."""
    trial = deepcopy(weights)
    if part:
        trial[name][part] = round(trial[name][part] * step, 2)
    else:
        trial[name] = round(trial[name] * step, 2)
    return trial


def _written(text: str, weights: Weights) -> str:
    for name, value in weights.items():
        told = json.dumps(value) if not isinstance(value, dict) else _object(value)
        text = re.sub(rf"(?<=export const {name} = ).*", told, text)
    return text


def _object(value: dict[str, float]) -> str:
    return "{ " + ", ".join(f"{name}: {part:g}" for name, part in value.items()) + " }"


if __name__ == "__main__":
    main()
