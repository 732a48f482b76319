"""Finished figures by content hash: what has not changed is read from disk, the rest is drawn in two processes."""

import json
import os
import time
from collections.abc import Iterable, Mapping
from concurrent.futures import ProcessPoolExecutor
from dataclasses import asdict, dataclass
from functools import cache
from hashlib import sha256
from pathlib import Path
from types import MappingProxyType

from generator.figure.drawn import BodyMap, Caption, DrawnFigure, DrawnFrame
from generator.figure.finding import Finding
from generator.handbook import Handbook
from generator.model.exercise import Exercise
from generator.model.pose import BasePose, FigureSpec
from generator.problem import Problem

PROCESSES = 2
FEW = 1  # figures that are not worth starting processes for
KEY_LENGTH = 20  # hex digits of the hash in a file's name
ENGINE = Path(__file__).parent / "figure"
GRAMMAR = tuple(
    Path(__file__).parent / "model" / f"{name}.py" for name in ("base", "conditions", "pose", "words")
)
MAP_NAME = "body-map"


@dataclass(frozen=True)
class Order:
    """One figure to draw, with everything its drawing depends on."""

    slug: str
    spec: FigureSpec
    bases: Mapping[str, BasePose]
    captions: tuple[Caption, ...]

    def key(self) -> str:
        """Return the hash of all that decides how the figure looks."""
        parts = [engine_hash(), self.slug, self.spec.model_dump_json()]
        parts += [f"{name}={self.bases[name].model_dump_json()}" for name in sorted(self.bases)]
        parts += [json.dumps(asdict(caption)) for caption in self.captions]
        return sha256("\0".join(parts).encode()).hexdigest()[:KEY_LENGTH]


def draw_figures(
    handbook: Handbook, folder: Path, slugs: Iterable[str] = ()
) -> tuple[Mapping[str, DrawnFigure], list[Problem]]:
    """Return the figures of `slugs` (none named: all) by slug, and what is wrong with them."""
    chosen = list(slugs) or list(handbook.exercises)
    orders = [
        _order(handbook, handbook.exercises[slug]) for slug in chosen if is_posed(handbook.exercises[slug])
    ]
    figures = _finished([order for order in orders if order is not None], folder)
    return MappingProxyType(figures), [
        _problem(handbook, figure.slug, finding)
        for figure in figures.values()
        for finding in figure.findings
        if finding.severity == "error"
    ]


def draw_map(handbook: Handbook, folder: Path) -> BodyMap:
    """Return front and back of the body with every muscle of the vocabulary as a region of its own."""
    labels = {name: muscle.name for name, muscle in handbook.muscles.items()}
    key = sha256("\0".join([engine_hash(), json.dumps(labels)]).encode()).hexdigest()[:KEY_LENGTH]
    file = folder / f"{MAP_NAME}.{key}.json"
    if file.exists():
        return BodyMap(**json.loads(file.read_text(encoding="utf-8")))
    from generator.figure.stills import draw_body_map

    drawn = draw_body_map(labels)
    _store(file, MAP_NAME, asdict(drawn))
    return drawn


def is_posed(exercise: Exercise) -> bool:
    """Return whether any frame of an exercise says more than its alt text."""
    frames = exercise.figure.frames.values()
    return any(frame.model_dump(exclude_defaults=True, exclude={"alt"}) for frame in frames)


def _order(handbook: Handbook, exercise: Exercise) -> Order | None:
    """Return what to draw for an exercise, None if its base pose is unknown (a check says so)."""
    bases: dict[str, BasePose] = {}
    name: str | None = exercise.figure.base
    while name is not None and name not in bases:
        if name not in handbook.poses:
            return None
        bases[name] = handbook.poses[name]
        name = bases[name].like
    captions = tuple(_caption(exercise, letter) for letter in exercise.figure.frames)
    return Order(exercise.slug, exercise.figure, bases, captions)


def _caption(exercise: Exercise, letter: str) -> Caption:
    """Return the words of one frame: its name, and its alt text with the steps it shows."""
    steps = [step.do for step in exercise.steps if step.frame == letter]
    opening = [exercise.start] if letter == min(exercise.figure.frames) else []
    text = " ".join([exercise.figure.frames[letter].alt, *opening, *steps])
    return Caption(letter, f"{exercise.name}, picture {letter}", text)


def _finished(orders: Iterable[Order], folder: Path) -> dict[str, DrawnFigure]:
    """Return every ordered figure by slug, drawing what is not on disk."""
    files = {order.slug: (order, folder / f"{order.slug}.{order.key()}.json") for order in orders}
    missing = [order for order, file in files.values() if not file.exists()]
    for figure in _draw_all(missing):
        _store(files[figure.slug][1], figure.slug, asdict(figure))
    return {slug: read_figure(file) for slug, (_, file) in files.items()}


def _draw_all(orders: list[Order]) -> Iterable[DrawnFigure]:
    """Yield the ordered figures as they are drawn."""
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")  # small matrices: more threads only cost
    if len(orders) <= FEW:
        yield from map(draw_order, orders)
        return
    with ProcessPoolExecutor(PROCESSES) as pool:
        yield from pool.map(draw_order, orders)


def draw_order(order: Order) -> DrawnFigure:
    """Return one drawn figure; words that make no sense come back as an error finding."""
    from generator.figure.figure import draw_figure

    start = time.process_time()
    try:
        drawn = draw_figure(order.spec, order.bases, order.slug, order.captions)
    except ValueError as error:
        where, colon, message = str(error).partition(": ")
        known = bool(colon) and " " not in where
        finding = Finding("error", "words", "", where if known else "", message if known else str(error))
        drawn = DrawnFigure(order.slug, (), "", (finding,))
    seconds = round(time.process_time() - start, 3)
    return DrawnFigure(drawn.slug, drawn.frames, drawn.inset, drawn.findings, seconds)


def _store(file: Path, name: str, content: Mapping[str, object]) -> None:
    """Write one finished drawing and remove older ones of the same name."""
    file.parent.mkdir(parents=True, exist_ok=True)
    for old in file.parent.glob(f"{name}.*.json"):
        old.unlink()
    part = file.with_suffix(".part")
    part.write_text(json.dumps(content, ensure_ascii=False), encoding="utf-8")
    part.replace(file)


def read_figure(file: Path) -> DrawnFigure:
    """Return the figure kept in a cache file."""
    kept = json.loads(file.read_text(encoding="utf-8"))
    frames = tuple(DrawnFrame(**frame) for frame in kept["frames"])
    findings = tuple(Finding(**finding) for finding in kept["findings"])
    return DrawnFigure(kept["slug"], frames, kept["inset"], findings, kept["seconds"])


@cache
def engine_hash() -> str:
    """Return the hash of the engine's source, its grammar and its bodies."""
    files = sorted([*ENGINE.glob("*.py"), *ENGINE.glob("*.npz"), *GRAMMAR])
    total = sha256()
    for file in files:
        total.update(file.name.encode() + b"\0" + file.read_bytes())
    return total.hexdigest()


def _problem(handbook: Handbook, slug: str, finding: Finding) -> Problem:
    """Return an error finding as a Problem at its place in the exercise's file."""
    place = tuple(finding.where.split(".")) if finding.where else ()
    return handbook.problem(handbook.exercises[slug].address, ("figure", *place), finding.message)
