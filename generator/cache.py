"""Finished figures by content hash: what is unchanged is read from disk, the rest drawn in two processes."""

import json
import os
import re
import time
from collections.abc import Iterable, Iterator, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import asdict, dataclass, replace
from functools import cache
from hashlib import sha256
from importlib import import_module
from pathlib import Path
from types import MappingProxyType

from generator.figure.drawn import BodyMap, Caption, DrawnFigure, DrawnFrame
from generator.figure.finding import Finding
from generator.handbook import Handbook
from generator.model.exercise import Exercise
from generator.model.pose import BasePose, FigureSpec
from generator.problem import Problem
from generator.source import Place

PROCESSES = 2
FEW = 1  # figures that are not worth starting processes for
TOGETHER = 4  # figures that start from the same base pose and are drawn in one go at most
KEY_LENGTH = 20  # hex digits of the hash in a file's name
ENGINE = Path(__file__).parent / "figure"
GRAMMAR = tuple(
    Path(__file__).parent / "model" / f"{name}.py"
    for name in ("arrow", "base", "conditions", "pose", "words")
)
MAP_NAME = "body-map"


@dataclass(frozen=True)
class Order:
    """One figure to draw, with everything its drawing depends on and the place in content it comes from."""

    name: str
    spec: FigureSpec
    bases: Mapping[str, BasePose]
    captions: tuple[Caption, ...]
    address: str
    place: Place

    @property
    def slug(self) -> str:
        """Return the name as it may stand in ids and file names."""
        return re.sub(r"[^a-z0-9]+", "-", self.name.lower()).strip("-")

    def file(self, folder: Path) -> Path:
        """Return where the finished figure is kept; the name holds a hash of all that decides its looks."""
        parts = [engine_hash(), self.name, self.spec.model_dump_json()]
        parts += [f"{name}={self.bases[name].model_dump_json()}" for name in sorted(self.bases)]
        parts += [json.dumps(asdict(caption)) for caption in self.captions]
        key = sha256("\0".join(parts).encode()).hexdigest()[:KEY_LENGTH]
        return folder / f"{self.slug}.{key}.json"


def draw_figures(
    handbook: Handbook, folder: Path, slugs: Iterable[str] = ()
) -> tuple[Mapping[str, DrawnFigure], list[Problem]]:
    """Return the drawn figures and what is wrong with them.

    An exercise's figure has its slug as key, a page's `<page path>#<name>`; `slugs` picks some (none: all).
    """
    chosen = frozenset(slugs)
    orders = [order for order in ordered(handbook) if not chosen or order.name in chosen]
    figures = _finished(orders, folder)
    problems = [
        handbook.problem(order.address, (*order.place, *where(finding)), finding.message)
        for order in orders
        for finding in figures[order.name].findings
        if finding.severity == "error"
    ]
    return MappingProxyType(figures), problems


def figure_names(handbook: Handbook) -> tuple[str, ...]:
    """Return the names of all figures: exercises' slugs and pages' `<page path>#<name>`."""
    pages = [f"{page.path}#{name}" for page in handbook.pages.values() for name in page.figures]
    return (*handbook.exercises, *pages)


def where(finding: Finding) -> Place:
    """Return the place inside the figure that a finding speaks of."""
    return tuple(finding.where.split(".")) if finding.where else ()


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


def ordered(handbook: Handbook) -> Iterator[Order]:
    """Yield every figure of the handbook whose frames say more than their alt text."""
    for exercise in handbook.exercises.values():
        if is_posed(exercise.figure):
            captions = tuple(_caption(exercise, letter) for letter in exercise.figure.frames)
            bases = _bases(exercise.figure, handbook.poses)
            yield Order(exercise.slug, exercise.figure, bases, captions, exercise.address, ("figure",))
    for page in handbook.pages.values():
        for name, spec in page.figures.items():
            captions = tuple(Caption(letter, page.title, frame.alt) for letter, frame in spec.frames.items())
            place = ("figures", name)
            yield Order(f"{page.path}#{name}", spec, _bases(spec, handbook.poses), captions, page.path, place)


def is_posed(spec: FigureSpec) -> bool:
    """Return whether any frame of a figure says more than its alt text."""
    return any(frame.model_dump(exclude_defaults=True, exclude={"alt"}) for frame in spec.frames.values())


def _bases(spec: FigureSpec, poses: Mapping[str, BasePose]) -> Mapping[str, BasePose]:
    """Return the base poses a figure uses, with those they are like; unknown ones are left out."""
    own = [frame.base for frame in spec.frames.values()]
    waiting = [name for name in (spec.base, *own) if name]
    bases: dict[str, BasePose] = {}
    while waiting:
        name = waiting.pop()
        if name in poses and name not in bases:
            bases[name] = poses[name]
            waiting += [link for link in (bases[name].like, bases[name].mirror_of) if link]
    return bases


def _caption(exercise: Exercise, letter: str) -> Caption:
    """Return the words of one frame: its name, and its alt text with the steps it shows."""
    steps = [step.do for step in exercise.steps if step.frame == letter]
    opening = [exercise.start] if letter == min(exercise.figure.frames) else []
    text = " ".join([exercise.figure.frames[letter].alt, *opening, *steps])
    return Caption(letter, f"{exercise.name}, picture {letter}", text)


def _finished(orders: Sequence[Order], folder: Path) -> dict[str, DrawnFigure]:
    """Return every ordered figure by name, drawing what is not on disk."""
    files = {order.name: order.file(folder) for order in orders}
    missing = [order for order in orders if not files[order.name].exists()]
    for order, figure in _draw_all(missing):
        _store(files[order.name], order.slug, asdict(figure))
    return {name: read_figure(file) for name, file in files.items()}


def _draw_all(orders: Sequence[Order]) -> Iterator[tuple[Order, DrawnFigure]]:
    """Yield the orders with their figures as they are drawn."""
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")  # small matrices: more threads only cost
    if len(orders) <= FEW:
        yield from ((order, draw_order(order)) for order in orders)
        return
    load_engine({order.spec.body for order in orders})  # before the processes part, so that they share it
    groups = grouped(orders)
    with ProcessPoolExecutor(PROCESSES) as pool:
        for group, figures in zip(groups, pool.map(draw_group, groups), strict=True):
            yield from zip(group, figures, strict=True)


def load_engine(bodies: Iterable[str]) -> None:
    """Load the drawing half of the program and its bodies."""
    from generator.figure.body import load_body

    import_module("generator.figure.figure")
    for name in sorted(bodies):
        load_body(name)


def grouped(orders: Sequence[Order]) -> list[tuple[Order, ...]]:
    """Return the orders in groups that start from the same base pose, the longest first.

    A base pose is solved once in a process; long groups first keep all processes busy to the end.
    """
    alike: dict[tuple[str, str], list[Order]] = {}
    for order in orders:
        alike.setdefault((order.spec.body, order.spec.base), []).append(order)
    groups = [
        tuple(group[first : first + TOGETHER])
        for group in alike.values()
        for first in range(0, len(group), TOGETHER)
    ]
    return sorted(groups, key=lambda group: -sum(len(order.spec.frames) for order in group))


def draw_group(orders: Sequence[Order]) -> tuple[DrawnFigure, ...]:
    """Return the drawn figures of some orders."""
    return tuple(draw_order(order) for order in orders)


def draw_order(order: Order) -> DrawnFigure:
    """Return one drawn figure; words that make no sense come back as an error finding."""
    from generator.figure.figure import draw_figure

    start = time.process_time()
    try:
        drawn = draw_figure(order.spec, order.bases, order.slug, order.captions)
    except ValueError as error:
        drawn = DrawnFigure(order.slug, (), "", (_senseless(str(error)),))
    return replace(drawn, seconds=round(time.process_time() - start, 3))


def _senseless(text: str) -> Finding:
    """Return the finding for words that cannot be posed; the text may begin with their place and a colon."""
    place, colon, message = text.partition(": ")
    if colon and re.fullmatch(r"[\w.-]+( [\w-]+)*", place):
        return Finding("error", "words", "", place, message)
    return Finding("error", "words", "", "", text)


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
