"""Finished films by key: what is unchanged is read from disk, the rest is made in two processes."""

import json
import os
import re
import time
from base64 import b64decode, b64encode
from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import asdict, dataclass, replace
from pathlib import Path

from generator.figure import DrawnFigure, Film, Finding, draw_body_film, draw_film, load_engine
from generator.handbook import Handbook
from generator.model.exercise import Exercise
from generator.model.passing import Passing, with_passing
from generator.orders import KEY_LENGTH, Order, film_hash, held_in, key_of, ordered, story_of
from generator.phrasing import script_words

PROCESSES = 2
FEW = 2  # films that are not worth starting processes for
TOGETHER = 6  # films a process makes before it hands them back
VIEW_BOX = re.compile(r'viewBox="(\S+) (\S+) (\S+) (\S+)"')
FOLDER = "films"
LIST = f"{FOLDER}/films.json"
Window = tuple[float, float, float, float]


@dataclass(frozen=True)
class FilmOrder:
    """One film to make, with everything it depends on besides the engine."""

    order: Order
    story: tuple[str, ...]
    window: Window
    passing: tuple[Passing, ...] = ()

    def file(self, folder: Path) -> Path:
        """Return where the finished film is kept; the name holds a hash of all that decides it."""
        own = self.order.file(Path()).name
        passed = [each.model_dump_json() for each in self.passing]
        key = key_of([film_hash(), own, json.dumps([self.story, self.window]), *passed])
        return folder / f"{self.order.slug}.{key}.json"


def film_orders(handbook: Handbook, figures: Mapping[str, DrawnFigure]) -> list[FilmOrder]:
    """Return the films to make: of every exercise whose drawn pictures show more than one moment."""
    orders = []
    for order in ordered(handbook):
        exercise, figure = handbook.exercises.get(order.name), figures.get(order.name)
        if exercise and figure and figure.frames and len(story_of(exercise)) > 1:
            found = VIEW_BOX.search(figure.frames[0].svg)
            if found:
                left, top, width, height = (float(each) for each in found.groups())
                window = (left, top, width, height)
                orders.append(FilmOrder(order, story_of(exercise), window, exercise.passing))
    return orders


def ready_films(orders: Sequence[FilmOrder], folder: Path) -> dict[str, Film]:
    """Return the films that are on disk, by exercise."""
    files = {each.order.name: each.file(folder) for each in orders}
    return {name: read_film(file) for name, file in files.items() if file.exists()}


def make_films(orders: Sequence[FilmOrder], folder: Path) -> dict[str, Film]:
    """Return all films by exercise; make those that are not on disk yet, and say what they leave out."""
    missing = [each for each in orders if not each.file(folder).exists()]
    for each, film in _made(missing):
        _store(each.file(folder), each.order.slug, film)
        for finding in film.findings:
            print(f"film of {each.order.name} steps: {finding.message}")
    return ready_films(orders, folder)


def _made(orders: Sequence[FilmOrder]) -> Iterator[tuple[FilmOrder, Film]]:
    """Yield the orders with their films as they are made."""
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    if len(orders) <= FEW:
        yield from ((each, make_film(each)) for each in orders)
        return
    load_engine({each.order.spec.body for each in orders})
    groups = [orders[first : first + TOGETHER] for first in range(0, len(orders), TOGETHER)]
    with ProcessPoolExecutor(PROCESSES) as pool:
        for group, films in zip(groups, pool.map(make_group, groups), strict=True):
            yield from zip(group, films, strict=True)


def make_group(orders: Sequence[FilmOrder]) -> tuple[Film, ...]:
    """Return the films of some orders."""
    return tuple(make_film(each) for each in orders)


def make_film(wanted: FilmOrder) -> Film:
    """Return one film."""
    order, start = wanted.order, time.process_time()
    spec = with_passing(order.spec, wanted.passing)
    film = draw_film(spec, order.bases, order.slug, wanted.story, wanted.window)
    return replace(film, seconds=round(time.process_time() - start, 3))


def _store(file: Path, slug: str, film: Film) -> None:
    """Write one finished film and remove older ones of the same name."""
    file.parent.mkdir(parents=True, exist_ok=True)
    for old in file.parent.glob(f"{slug}.*.json"):
        old.unlink()
    part = file.with_suffix(".part")
    part.write_text(json.dumps({**asdict(film), "data": b64encode(film.data).decode()}), encoding="utf-8")
    part.replace(file)


def read_film(file: Path) -> Film:
    """Return the film kept in a cache file."""
    kept = json.loads(file.read_text(encoding="utf-8"))
    findings = tuple(Finding(**finding) for finding in kept["findings"])
    return Film(kept["slug"], b64decode(kept["data"]), findings, kept["seconds"])


@dataclass(frozen=True)
class Reels:
    """What the site offers: files by path, and each film's path below docs/ and its body's by exercise."""

    files: Mapping[str, bytes]
    films: Mapping[str, tuple[str, str]]


def reels(handbook: Handbook, films: Mapping[str, Film], folder: Path) -> Reels:
    """Return the films with the bodies they are about, and the list that names them by exercise."""
    files: dict[str, bytes] = {}
    named: dict[str, tuple[str, str]] = {}
    for name, film in films.items():
        body = handbook.exercises[name].figure.body
        data = body_file(body, folder)
        paths = (f"{FOLDER}/{film.slug}.{_mark(film.data)}.film", f"{FOLDER}/{body}.{_mark(data)}.film")
        files |= {paths[0]: film.data, paths[1]: data}
        named[name] = paths
    listed = {name: listing(handbook.exercises[name], *paths) for name, paths in named.items()}
    licence = handbook.publisher.words_licence
    whose = {"title": handbook.publisher.name, "licence": {"name": licence.name, "address": licence.address}}
    whole = {"handbook": whose, "words": script_words(handbook, "film"), "films": listed}
    files[LIST] = json.dumps(whole, indent=0, ensure_ascii=False).encode()
    return Reels({f"docs/{path}": data for path, data in files.items()}, named)


def listing(exercise: Exercise, film: str, body: str) -> dict[str, object]:
    """Return what a script needs to know to show an exercise's film."""
    dose = exercise.dose
    return {
        "name": exercise.name,
        "address": exercise.address,
        "film": film,
        "body": body,
        "hold": dose.hold,
        "move": dose.move,
        "held": held_in(exercise),
        "sides": exercise.sides,
    }


def body_file(name: str, folder: Path) -> bytes:
    """Return the file of a body, from disk if it is there."""
    file = folder / f"body-{name}.{key_of([film_hash(), name])}.film"
    if not file.exists():
        for old in folder.glob(f"body-{name}.*.film"):
            old.unlink()
        file.write_bytes(draw_body_film(name))
    return file.read_bytes()


def _mark(data: bytes) -> str:
    """Return the hash of a file's content that stands in its name."""
    return key_of([data.hex()])[: KEY_LENGTH // 2]
