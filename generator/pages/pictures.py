"""The frames of an exercise as pages need them, drawn or still to be drawn."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from html import escape
from math import sqrt
from types import MappingProxyType
from typing import Final

from generator.figure import DrawnFigure as DrawnFigure
from generator.handbook import Handbook
from generator.model.exercise import Exercise
from generator.model.page import Page
from generator.model.pose import FigureSpec
from generator.phrasing import fill
from generator.seated import figure_name

VIEW_BOX: Final = re.compile(r'viewBox="\S+ \S+ (\S+) (\S+)"')
PAINTED: Final = "f-target"
"""The class of a muscle that a picture shows."""
INSET: Final = "inset"
"""Stands for the letter of a picture that shows the muscle alone."""
OWN_WORDS: Final = re.compile(r"(<title id=\"[^\"]*\">)[^<]*(</title><desc id=\"[^\"]*\">)[^<]*(</desc>)")
COMMENT_END: Final = re.compile(r"--(?=!?>)")
"""What would end a comment before its time."""
SHAPES: Final = (("wide", 1.75), ("even", 1.15), ("upright", 0.7), ("tall", 0.0))
"""Names of shapes, each with its least width over height; content.css and layout.css place each its way."""


@dataclass(frozen=True)
class Picture:
    """One frame of one figure."""

    letter: str
    alt: str
    svg: str | None
    """The drawing, or None where there is none yet."""
    caption: str = ""
    """What a reader is told below it, where no step stands beside it."""

    @property
    def began(self) -> bool:
        """Return whether the drawing shows pale where a part began its way."""
        return 'class="f-ghost"' in (self.svg or "")

    @property
    def ratio(self) -> float:
        """Width over height of the drawing."""
        found = VIEW_BOX.search(self.svg or "")
        return round(float(found.group(1)) / float(found.group(2)), 3) if found else 1.333

    @property
    def wide(self) -> float:
        """Its width where its area is that of a square with side 1."""
        return round(sqrt(self.ratio), 3)

    @property
    def shape(self) -> str:
        """How the drawing fills a page: "wide" for lying people, "tall" for standing ones, or between."""
        return next(name for name, least in SHAPES if self.ratio >= least)


def pictures(exercise: Exercise, figures: Mapping[str, DrawnFigure]) -> tuple[Picture, ...]:
    """Every frame of an exercise, in order."""
    return _frames(exercise.figure, figures.get(exercise.slug))


def on_paper(
    handbook: Handbook, exercise: Exercise, figures: Mapping[str, DrawnFigure]
) -> tuple[Picture, ...]:
    """The frames of an exercise; then, where none of them shows its muscle, the muscle on a still body."""
    frames = pictures(exercise, figures)
    alone = inset(handbook, exercise, figures)
    if not alone or any(PAINTED in (each.svg or "") for each in frames):
        return frames
    return (*frames, Picture(INSET, "", alone))


def drawn_together(
    handbook: Handbook, exercises: Iterable[Exercise], figures: Mapping[str, DrawnFigure]
) -> list[tuple[Picture, ...]]:
    """The pictures of exercises drawn on one page; one that stands there again has ids of its own."""
    seen: dict[str, int] = {}
    found = []
    for exercise in exercises:
        count = seen[exercise.slug] = seen.get(exercise.slug, 0) + 1
        frames = on_paper(handbook, exercise, figures)
        found.append(frames if count == 1 else tuple(_renamed(each, exercise.slug, count) for each in frames))
    return found


def _renamed(picture: Picture, slug: str, count: int) -> Picture:
    svg = picture.svg and picture.svg.replace(f"fig-{slug}-", f"fig-{slug}-{count}-")
    return replace(picture, svg=svg)


def in_wheelchair(exercise: Exercise, figures: Mapping[str, DrawnFigure]) -> Picture | None:
    """The picture of an exercise done in a wheelchair, if there is one."""
    asked = exercise.in_wheelchair
    if asked is None:
        return None
    figure = figures.get(figure_name(exercise))
    drawn = {frame.letter: frame.svg for frame in figure.frames} if figure else {}
    return Picture(asked.frame, asked.alt, drawn.get(asked.frame))


def page_pictures(page: Page, figures: Mapping[str, DrawnFigure]) -> dict[str, tuple[Picture, ...]]:
    """The frames of every figure of a hand-written page, by the figure's name."""
    named = page.figures.items()
    return {
        name: _frames(spec, figures.get(f"{page.path}#{name}"), page.captions.get(name, {}))
        for name, spec in named
    }


def _frames(
    spec: FigureSpec, figure: DrawnFigure | None, captions: Mapping[str, str] = MappingProxyType({})
) -> tuple[Picture, ...]:
    drawn = {frame.letter: frame.svg for frame in figure.frames} if figure else {}
    return tuple(
        Picture(letter, frame.alt, drawn.get(letter), captions.get(letter, ""))
        for letter, frame in spec.frames.items()
    )


def telling(exercise: Exercise, figures: Mapping[str, DrawnFigure]) -> Picture:
    """The one frame that stands for the exercise on a card: its own choice, or the second if there is one."""
    found = pictures(exercise, figures)
    return next((each for each in found if each.letter == exercise.card), found[:2][-1])


def unread(svg: str) -> str:
    """A drawing as a comment in a page's Markdown, whose parser skips it in one step.

    The theme takes the comment's signs off again (`partials/drawn.html`), so the page holds the drawing.
    """
    drawn = svg.rstrip("\n")
    return f"<!--drawing {COMMENT_END.sub('-&#45;', drawn)} drawing-->{svg[len(drawn) :]}"


def inset(handbook: Handbook, exercise: Exercise, figures: Mapping[str, DrawnFigure]) -> str:
    """The small picture of the muscles on a body at rest, or nothing."""
    figure = figures.get(exercise.slug)
    if not (figure and figure.inset):
        return ""
    say, target = handbook.phrases.pages.exercise, exercise.figure.target
    painted = dict.fromkeys(each.split()[0] for ids in target.model_dump().values() for each in ids)
    names = ", ".join(handbook.muscles[id].name for id in painted if id in handbook.muscles)
    words = fill(say.muscles_front if exercise.figure.inset == "front" else say.muscles_back, muscles=names)
    return retitled(figure.inset, words, words)


def retitled(svg: str, title: str, about: str) -> str:
    """A drawing whose first words, which the engine knows in English alone, are those of the handbook."""
    words = (escape(title), escape(about))
    return OWN_WORDS.sub(lambda found: f"{found[1]}{words[0]}{found[2]}{words[1]}{found[3]}", svg, count=1)


def drawn_larger(handbook: Handbook, exercise: Exercise) -> str:
    """What a reader must know of moves that a picture shows larger than the words on purpose, or nothing."""
    found = [(step.frame, claim) for step in exercise.steps for claim in step.shows if claim.drawn]
    phrase = handbook.phrases.larger
    told = (
        fill(phrase, picture=letter, drawn=claim.drawn, said=claim.size, unit=claim.unit)
        for letter, claim in found
    )
    return " ".join(dict.fromkeys(told))


def card_words(handbook: Handbook, exercise: Exercise) -> str:
    """The movement in one line for a card, with what its picture draws larger."""
    return f"{exercise.short} {drawn_larger(handbook, exercise)}".strip()
