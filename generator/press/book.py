"""The whole handbook as one HTML page that is made to be printed."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import groupby

from generator.figure import DrawnFigure
from generator.handbook import Handbook
from generator.model.base import switched_on
from generator.model.exercise import Exercise
from generator.model.page import Page
from generator.pages.pictures import Picture, inset, pictures
from generator.pages.qr import Code, qr_path
from generator.pages.templates import Templates
from generator.press.chapters import UNKNOWN, Chapters, anchor
from generator.press.index import index_of
from generator.press.prints import BOOK_STYLES, styles

LEFT_OUT = ("", "guidance")
"""Lists of pages, which the book has of its own."""


@dataclass(frozen=True)
class Chapter:
    """One hand-written page in the book."""

    id: str
    page: Page
    html: str


@dataclass(frozen=True)
class Shown:
    """One exercise in the book."""

    id: str
    exercise: Exercise
    pictures: tuple[Picture, ...]
    inset: str
    """The muscles on a still body, or nothing."""
    online: str
    qr: Code


def book_html(handbook: Handbook, figures: Mapping[str, DrawnFigure], numbers: Mapping[str, int]) -> str:
    """The book's page; `numbers` (anchor -> page) are those of the print before, none the first time."""
    templates = Templates(handbook, figures)
    kept = _kept(handbook)
    chapters = list(_chapters(Chapters(templates, kept, numbers)))
    return templates.fill(
        "book.html.j2",
        "book/index.html",
        style="\n".join((templates.fill("brand.css.j2", "book/index.html"), *styles(BOOK_STYLES))),
        safety_pages=[each for each in chapters if each.page.care_level == "emergency"],
        guides=[each for each in chapters if each.page.care_level in ("urgent", "self-care")],
        about=[each for each in chapters if each.page.care_level is None],
        areas=_areas(handbook, figures),
        index=index_of(handbook, kept, numbers),
        anchor=anchor,
        code=qr_path(handbook.publisher.address),
        number=lambda name: numbers.get(name, UNKNOWN),
    )


def _kept(handbook: Handbook) -> frozenset[str]:
    """The addresses that the book holds."""
    pages = (page.address for page in handbook.pages.values() if _on_paper(page))
    exercises = [each.address for each in handbook.exercises.values()]
    areas = (address.rpartition("/")[0] for address in exercises)
    routines = (each.address for each in handbook.routines.values())
    return frozenset(("guidance", "exercises", "routines", *pages, *areas, *exercises, *routines))


def _on_paper(page: Page) -> bool:
    return page.address not in LEFT_OUT and not switched_on(page.on_screen)


def _chapters(chapters: Chapters) -> Iterator[Chapter]:
    for page in chapters.templates.handbook.pages.values():
        if _on_paper(page):
            yield Chapter(anchor(page.address), page, chapters.chapter(page))


def _areas(handbook: Handbook, figures: Mapping[str, DrawnFigure]) -> list[tuple[str, list[Shown]]]:
    """Every area with its exercises, in the handbook's order."""
    grouped = groupby(handbook.exercises.values(), key=lambda each: each.area)
    return [(area, [_shown(handbook, each, figures) for each in group]) for area, group in grouped]


def _shown(handbook: Handbook, exercise: Exercise, figures: Mapping[str, DrawnFigure]) -> Shown:
    online = f"{handbook.publisher.address}{exercise.address}/"
    return Shown(
        anchor(exercise.address),
        exercise,
        pictures(exercise, figures),
        inset(handbook, exercise, figures),
        online,
        qr_path(online),
    )
