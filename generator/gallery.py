"""Finished figures: what is unchanged is read from disk, the rest drawn in two processes."""

import json
import os
import re
import time
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict, replace
from pathlib import Path
from types import MappingProxyType

from generator.disk import alone, keep_text, kept_text
from generator.figure import (
    BodyMap,
    DrawnFigure,
    DrawnFrame,
    Finding,
    captioned,
    draw_body_map,
    draw_figure,
    load_engine,
    read_measures,
)
from generator.handbook import Handbook
from generator.orders import Order, engine_hash, key_of, ordered
from generator.problem import Problem
from generator.source import Place

PROCESSES = 2
FEW = 1  # figures that are not worth starting processes for
TOGETHER = 4  # figures that start from the same base pose and are drawn in one go at most
MAP_NAME = "body-map"


def draw_figures(
    handbook: Handbook, folder: Path, slugs: Iterable[str] = ()
) -> tuple[Mapping[str, DrawnFigure], list[Problem]]:
    """Return the drawn figures and what is wrong with them.

    An exercise's figure has its slug as key, a page's `<page path>#<name>`; `slugs` picks some (none: all).
    """
    chosen = frozenset(slugs)
    orders = [order for order in ordered(handbook) if not chosen or order.name in chosen]
    figures = _finished(orders, folder)
    return MappingProxyType(figures), faults(handbook, orders, figures)


def faults(handbook: Handbook, orders: Iterable[Order], figures: Mapping[str, DrawnFigure]) -> list[Problem]:
    """Return what is wrong with the drawn figures of some orders."""
    return [
        handbook.problem(order.address, (*order.place, *where(finding)), finding.message)
        for order in orders
        for finding in figures[order.name].findings
        if finding.severity == "error"
    ]


def where(finding: Finding) -> Place:
    """Return the place inside the figure that a finding speaks of."""
    return tuple(finding.where.split(".")) if finding.where else ()


def draw_map(handbook: Handbook, folder: Path) -> BodyMap:
    """Return front and back of the body with every muscle of the vocabulary as a region of its own."""
    file = map_file(handbook, folder)
    kept = read_map(file)
    if kept is None:
        kept = draw_body_map(muscle_names(handbook))
        keep(file, MAP_NAME, kept)
    return kept


def muscle_names(handbook: Handbook) -> dict[str, str]:
    """Return the name of every muscle of the vocabulary, by id."""
    return {id: muscle.name for id, muscle in handbook.muscles.items()}


def map_file(handbook: Handbook, folder: Path) -> Path:
    """Return where the finished body map is kept."""
    key = key_of([engine_hash(), json.dumps(muscle_names(handbook))])
    return folder / f"{MAP_NAME}.{key}.json"


def read_map(file: Path) -> BodyMap | None:
    """Return the body map kept in a cache file; None where it is not there, or damaged."""
    text = kept_text(file)
    return BodyMap(**json.loads(text)) if text is not None else None


def _finished(orders: Sequence[Order], folder: Path) -> dict[str, DrawnFigure]:
    """Return every ordered figure by name, drawing what is not on disk."""
    files = {order.name: order.file(folder) for order in orders}
    kept = {name: read_figure(file) for name, file in files.items()}
    for order, figure in _draw_all([order for order in orders if kept[order.name] is None]):
        keep(files[order.name], order.slug, figure)
        kept[order.name] = read_figure(files[order.name]) or figure
    finished = ((order, kept[order.name]) for order in orders)
    return {order.name: captioned(figure, order.captions) for order, figure in finished if figure}


def _draw_all(orders: Sequence[Order]) -> Iterator[tuple[Order, DrawnFigure]]:
    """Yield the orders with their figures as they are drawn."""
    one_thread_each()
    if len(orders) <= FEW:
        yield from ((order, draw_order(order)) for order in orders)
        return
    from concurrent.futures import ProcessPoolExecutor  # a build that draws nothing need not load it

    load_engine({order.spec.body for order in orders})  # before the processes part, so that they share it
    groups = grouped(orders)
    with ProcessPoolExecutor(PROCESSES) as pool:
        for group, figures in zip(groups, pool.map(draw_group, groups), strict=True):
            yield from zip(group, figures, strict=True)


def one_thread_each() -> None:
    """Keep processes that load the engine from now on to one thread: with small matrices more only cost."""
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")


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
    """Return one drawn figure without its words; senseless poses come back as an error finding."""
    start = time.process_time()
    try:
        drawn = draw_figure(order.spec, order.bases, order.slug)
    except ValueError as error:
        drawn = DrawnFigure(order.slug, (), "", (_senseless(str(error)),))
    return replace(drawn, seconds=round(time.process_time() - start, 3))


def _senseless(text: str) -> Finding:
    """Return the finding for words that cannot be posed; the text may begin with their place and a colon."""
    place, colon, message = text.partition(": ")
    if colon and re.fullmatch(r"[\w.-]+( [\w-]+)*", place):
        return Finding("error", "words", "", place, message)
    return Finding("error", "words", "", "", text)


def keep(file: Path, name: str, drawn: DrawnFigure | BodyMap) -> None:
    """Write one finished drawing and remove older ones of the same name."""
    with alone(file.parent):
        for old in file.parent.glob(f"{name}.*.json"):
            old.unlink(missing_ok=True)
        keep_text(file, json.dumps(asdict(drawn), ensure_ascii=False))


def read_figure(file: Path) -> DrawnFigure | None:
    """Return the figure kept in a cache file; None where it is not there, or damaged."""
    text = kept_text(file)
    if text is None:
        return None
    kept = json.loads(text)
    frames = tuple(DrawnFrame(**frame) for frame in kept["frames"])
    findings = tuple(Finding(**finding) for finding in kept["findings"])
    measures = {letter: read_measures(each) for letter, each in kept["measures"].items()}
    return DrawnFigure(kept["slug"], frames, kept["inset"], findings, kept["seconds"], measures)
