"""Figures while somebody edits: drawn by processes that keep the engine loaded, shown as they are done."""

import time
from collections.abc import Callable, Mapping
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass, field
from functools import lru_cache
from multiprocessing import active_children, get_context
from pathlib import Path
from typing import get_args

from generator.agreement import check_agreement
from generator.figure import BodyMap, DrawnFigure, captioned, draw_body_map, load_engine
from generator.gallery import (
    MAP_NAME,
    PROCESSES,
    draw_order,
    faults,
    map_file,
    muscle_names,
    one_thread_each,
    read_figure,
    read_map,
)
from generator.handbook import Handbook
from generator.model.pose import BodyName
from generator.orders import Order, ordered
from generator.problem import Problem
from generator.serving.worker import draw_and_keep, prepare, wording_problems

GATHER = 5.0
"""Seconds between two looks at the figures that are done, while others are still being drawn."""


@dataclass(frozen=True)
class Shelf:
    """The figures there are now: the last good ones, where newer ones are still being drawn."""

    figures: Mapping[str, DrawnFigure]
    body_map: BodyMap | None
    problems: list[Problem]


@dataclass
class Studio:
    """Draws what is not in `folder`; `ring` is called, from some thread, when there is more to see."""

    folder: Path
    ring: Callable[[], None]
    _pool: ProcessPoolExecutor | None = None
    _under_way: dict[Path, Future[None]] = field(default_factory=dict)
    _failed: dict[Path, BaseException] = field(default_factory=dict)
    _last: dict[str, DrawnFigure] = field(default_factory=dict)
    _map: BodyMap | None = None
    _agreed: tuple[Handbook, Mapping[str, DrawnFigure], list[Problem]] | None = None
    _rang: float = 0.0

    def open(self) -> None:
        """Start the processes if there are none, so that the engine is there before it is needed."""
        if self._pool is not None:
            return
        one_thread_each()
        context = get_context("spawn")
        self._pool = ProcessPoolExecutor(PROCESSES, mp_context=context, initializer=prepare)
        for _ in range(PROCESSES):
            self._submit(load_engine, get_args(BodyName))

    def close(self) -> None:
        """End the processes, whatever they are at."""
        pool, self._pool = self._pool, None
        if pool is not None:
            pool.shutdown(wait=False, cancel_futures=True)
            for worker in active_children():
                worker.kill()
                worker.join()

    def shelf(self, handbook: Handbook, looked_at: Callable[[str], bool]) -> Shelf:
        """The figures of a handbook; what is missing is begun, first what stands at an address looked at."""
        orders = list(ordered(handbook))
        files = {order.name: order.file(self.folder) for order in orders}
        self._drop(frozenset(files.values()) | {map_file(handbook, self.folder)})
        found = {order.name: _read(files[order.name]) for order in orders}
        read = {name: figure for name, figure in found.items() if figure is not None}
        fresh = [order for order in orders if order.name in read]
        problems = [*faults(handbook, fresh, read), *self._disagreements(handbook, read)]
        self._last.update({name: figure for name, figure in read.items() if figure.frames})
        for order in sorted(orders, key=lambda order: not looked_at(order.address)):
            if order.name not in read:
                self._begin(files[order.name], order.slug, draw_order, order)
                problems += self._broken(handbook, order, files[order.name])
        words = {order.name: order.captions for order in orders}
        drawn = {n: captioned(each, words[n]) for n, each in self._last.items() if n in words}
        return Shelf(drawn, self._body_map(handbook), problems)

    def _disagreements(self, handbook: Handbook, figures: Mapping[str, DrawnFigure]) -> list[Problem]:
        """What words and pictures disagree on; found anew when either changed."""
        if self._agreed is None or self._agreed[0] is not handbook or self._agreed[1] != figures:
            self._agreed = (handbook, figures, check_agreement(handbook, figures))
        return self._agreed[2]

    def wording(self, content: Path) -> Future[list[Problem]]:
        """Every Problem of wording, looked for while the others go on."""
        return self._submit(wording_problems, content)

    def _body_map(self, handbook: Handbook) -> BodyMap | None:
        file = map_file(handbook, self.folder)
        kept = read_map(file)
        if kept is not None:
            self._map = kept
        else:
            self._begin(file, MAP_NAME, draw_body_map, muscle_names(handbook))
        return self._map

    def _begin(
        self, file: Path, name: str, draw: Callable[..., DrawnFigure | BodyMap], subject: object
    ) -> None:
        if file in self._under_way or file in self._failed:
            return
        drawing = self._submit(draw_and_keep, file, name, draw, subject)
        self._under_way[file] = drawing
        drawing.add_done_callback(self._done)

    def _submit(self, function: Callable[..., object], *arguments: object) -> Future:  # type: ignore[type-arg]
        """Hand something to a process; where one died, all are replaced."""
        self.open()
        assert self._pool is not None
        try:
            return self._pool.submit(function, *arguments)
        except BrokenProcessPool:
            self.close()
            self.open()
            return self._pool.submit(function, *arguments)

    def _done(self, drawing: Future[None]) -> None:
        """Ring when all is done, and now and then before."""
        if drawing.cancelled():
            return
        waiting = any(not each.done() for each in list(self._under_way.values()))
        if not waiting or time.monotonic() - self._rang > GATHER:
            self._rang = time.monotonic()
            self.ring()

    def _drop(self, wanted: frozenset[Path]) -> None:
        """Forget what is done, what nobody wants any more, and the order of what is not begun yet."""
        for file, drawing in list(self._under_way.items()):
            if drawing.done() and not drawing.cancelled() and drawing.exception() is not None:
                self._failed[file] = drawing.exception() or ValueError()
            if drawing.done() or drawing.cancel():
                del self._under_way[file]
        for file in self._failed.keys() - wanted:
            del self._failed[file]

    def _broken(self, handbook: Handbook, order: Order, file: Path) -> list[Problem]:
        """The Problem of a figure that the engine could not draw at all."""
        if file not in self._failed:
            return []
        error = self._failed[file]
        message = f"the engine failed: {type(error).__name__}: {error}"
        return [handbook.problem(order.address, order.place, message)]


def _read(file: Path) -> DrawnFigure | None:
    """A finished figure, or None where it is not there, or damaged."""
    try:
        return _whole(file)
    except FileNotFoundError:
        return None


@lru_cache(1024)
def _whole(file: Path) -> DrawnFigure:
    """A finished figure; a file's name holds a hash of what is in it, so it is read once."""
    figure = read_figure(file)
    if figure is None:
        raise FileNotFoundError(file)  # an exception is not remembered: it may be there next time
    return figure
