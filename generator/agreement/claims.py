"""Holds each drawn frame to what its steps claim, and proves that none shows a named mistake."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import dist

from generator.agreement.looks import Look, toe_tip
from generator.agreement.shown import look_for
from generator.figure import DrawnFigure, Measures, own_travel
from generator.handbook import Handbook
from generator.model.claim import Claim, span_of
from generator.model.exercise import Exercise
from generator.model.things import Prop
from generator.model.words import suggestion
from generator.problem import Problem
from generator.source import Place

NEAR_CM, NEAR_DEGREES = 1.0, 5.0  # what no reader sees in a picture
NEAR_SHARE = 0.15  # or this share of the size, whichever is more
PAIRS = {"feet": "ankle joint", "knees": "knee joint", "hands": "palm", "elbows": "elbow joint"}
SIDES = ("left", "right")
OWN = {"forward": 0, "backward": 0, "left": 1, "right": 1, "up": 2, "down": 2, "headward": 2, "footward": 2}
AGAINST = ("backward", "right", "down", "footward")


@dataclass(frozen=True)
class Drawn:
    """An exercise with what was measured on each frame of its figure, and the things that stand in it."""

    exercise: Exercise
    measures: Mapping[str, Measures]
    things: Mapping[str, Prop]

    def look(self, letter: str, since: str = "") -> Look:
        """Return a frame beside the one it starts from, or beside `since`; the first beside itself."""
        frame = self.exercise.figure.frames[letter]
        origin = since or ("" if frame.base else str(frame.origin or "A"))
        now = self.measures[letter]
        return Look(now, self.measures.get(origin, now), self.things)


def claims_are_drawn(handbook: Handbook, figures: Mapping[str, DrawnFigure]) -> Iterator[Problem]:
    """Each number and condition of a step is what its frame shows."""
    for drawn in _drawn(handbook, figures):
        for place, letter, claim in claims_of(drawn.exercise):
            for message in unmet(drawn, letter, claim):
                yield handbook.problem(drawn.exercise.address, place, f"frame {letter}: {message}")


def mistakes_are_not_drawn(handbook: Handbook, figures: Mapping[str, DrawnFigure]) -> Iterator[Problem]:
    """No frame shows a mistake that the exercise warns of."""
    for drawn in _drawn(handbook, figures):
        for place, message in shown_mistakes(drawn):
            yield handbook.problem(drawn.exercise.address, place, message)


def _drawn(handbook: Handbook, figures: Mapping[str, DrawnFigure]) -> Iterator[Drawn]:
    """Yield the exercises whose figures are drawn."""
    for exercise in handbook.exercises.values():
        figure = figures.get(exercise.slug)
        if figure is not None and figure.measures:
            base = handbook.poses.get(exercise.figure.base)
            things = together(base.props if base else {}, exercise.figure.props)
            yield Drawn(exercise, figure.measures, things)


def together(base: Mapping[str, Prop], own: Mapping[str, Prop]) -> dict[str, Prop]:
    """Return the things of a base pose, changed and joined by a figure's own words."""
    changed = {
        name: base[name].model_copy(update=prop.model_dump(exclude_unset=True)) if name in base else prop
        for name, prop in own.items()
    }
    return {**base, **changed}


def claims_of(exercise: Exercise) -> Iterator[tuple[Place, str, Claim]]:
    """Yield every claim of an exercise with its place and its frame."""
    for number, claim in enumerate(exercise.start_shows):
        yield ("start_shows", number), "A", claim
    for index, step in enumerate(exercise.steps):
        for number, claim in enumerate(step.shows):
            yield ("steps", index, "shows", number), step.frame, claim


def shown_mistakes(drawn: Drawn) -> Iterator[tuple[Place, str]]:
    """Yield the place of each mistake that a frame shows, and what it shows."""
    for index, mistake in enumerate(drawn.exercise.mistakes):
        for condition in mistake.never:
            for letter in mistake.only or sorted(drawn.measures):
                for found in look_for(condition, drawn.look(letter)):
                    if found.holds:
                        text = f"frame {letter} shows this mistake, '{condition}': {found.text}"
                        yield ("mistakes", index, "never"), text


def unmet(drawn: Drawn, letter: str, claim: Claim) -> Iterator[str]:
    """Yield in which way a frame does not show what is claimed."""
    look = drawn.look(letter, claim.since or "")
    if claim.holds:
        missing = [found for found in look_for(claim.holds, look) if not found.holds]
        yield from (f"it does not show '{claim.holds}': {found.text}" for found in missing)
        return
    if claim.undrawn:
        return
    try:
        values = measured(look, claim)
    except KeyError as error:
        known = (*look.now.places, *look.now.angles, *look.now.words)
        yield f"nothing called {error} is measured here{suggestion(str(error.args[0]), known)}"
        return
    if not values:
        yield f"no {claim.part} presses on the back"
    least, most = span_of(claim.drawn or claim.size)
    near = NEAR_CM if claim.unit == "cm" else NEAR_DEGREES
    for value in values:
        if not least - max(near, NEAR_SHARE * least) <= value <= most + max(near, NEAR_SHARE * most):
            said = f"{claim.drawn} as drawn" if claim.drawn else claim.size
            yield f"{_subject(claim)} {said} {claim.unit} in words, {value:.1f} in the picture"


def _subject(claim: Claim) -> str:
    """Return what a number is about, for a message."""
    if claim.part:
        return f"{claim.part} {claim.moves or f'{claim.lies} off {claim.off}'}"
    return str(claim.apart or claim.angle or claim.turned)


def measured(look: Look, claim: Claim) -> Sequence[float]:
    """Return what the picture shows of a number, once or for each side; KeyError for an unknown place."""
    if claim.angle or claim.turned:
        name = str(claim.angle or claim.turned)
        return [(look.angle if claim.angle else look.grown)(each) for each in sided(name)]
    if claim.apart:
        noun = PAIRS.get(claim.apart, claim.apart)
        return [look.apart(f"left {noun}", f"right {noun}")]
    if claim.off == "spine":
        return [press.beside for press in look.now.pressed if claim.part in (press.on, press.kind)]
    parts = sided(str(claim.part))
    if claim.off in look.things:
        return [_off_thing(look, part, look.things[str(claim.off)]) for part in parts]
    if claim.moves:
        return [_moved(look, part, claim.moves, claim.against) for part in parts]
    others = sided(str(claim.off)) if str(claim.off).startswith("both ") else [str(claim.off)] * len(parts)
    return [_lies(look, part, str(claim.lies), off) for part, off in zip(parts, others, strict=True)]


def _off_thing(look: Look, part: str, thing: Prop) -> float:
    """Return how far a part is from the face of an upright thing on one side of the body, such as a wall."""
    word = next(word for word in ("forward", "backward", "left", "right") if getattr(thing, word) is not None)
    place = sum(a * w for a, w in zip(_spot(look.now, part), look.now.words[word], strict=True))
    return abs(float(getattr(thing, word)) - place)


def sided(name: str) -> list[str]:
    """Return "both palm" as its two sides, any other name alone."""
    first, _, noun = name.partition(" ")
    return [f"{side} {noun}" for side in SIDES] if first == "both" else [name]


def _spot(measures: Measures, name: str) -> tuple[float, float, float]:
    """Return a place, the origin of a segment (pelvis, chest, head), or where the "gaze" meets the floor."""
    if name == "gaze":
        eyes, ahead = measures.places["eyes"], measures.axes["head"].forward
        reach = eyes[1] / -min(ahead[1], -1e-3)
        return (eyes[0] + ahead[0] * reach, 0.0, eyes[2] + ahead[2] * reach)
    if name.endswith("toe tip"):
        return toe_tip(measures, name.split()[0])
    return measures.places[name] if name in measures.places else measures.axes[name].origin


def _way(look: Look, part: str, word: str) -> tuple[float, float, float]:
    """Return a direction word of the stance; "in" and "out" are about the part's side."""
    if word in ("in", "out"):
        side = part.split(" ")[0]
        word = side if word == "out" else {"left": "right", "right": "left"}[side]
    return look.now.words[word]


def _moved(look: Look, part: str, word: str, against: str | None) -> float:
    """Return how far a part moved since the frame before, along a word or in all."""
    if against:
        step = own_travel(look.before, look.now, part, against)
        sign = -1.0 if word in AGAINST else 1.0
        return dist(step, (0, 0, 0)) if word == "away" else sign * step[OWN[word]]
    one, other = _spot(look.before, part), _spot(look.now, part)
    if word == "away":
        return dist(one, other)
    return sum((b - a) * w for a, b, w in zip(one, other, _way(look, part, word), strict=True))


def _lies(look: Look, part: str, word: str, off: str) -> float:
    """Return how far a part lies from another or the floor, along a word or in all."""
    here = _spot(look.now, part)
    if off == "floor":
        return here[1]
    there = _spot(look.now, off)
    if word == "away":
        return dist(here, there)
    return sum((a - b) * w for a, b, w in zip(here, there, _way(look, part, word), strict=True))


CHECKS = (claims_are_drawn, mistakes_are_not_drawn)
