"""Every length and angle of a step is given once more as data, and the two say the same."""

import re
from collections.abc import Iterable, Iterator, Sequence

from generator.handbook import Handbook
from generator.model.claim import Claim, numbers_of
from generator.model.exercise import Exercise
from generator.problem import Problem
from generator.source import Place

SIZED = re.compile(
    r"(\d+(?:\.\d+)?)(?: to (\d+(?:\.\d+)?))? ?(cm|centimet\w+|met(?:re|er)s?|degrees?|°)(?!\w)"
)
INCHES = re.compile(r"\d+ ?(?:inch|inches|foot)\b")
METRES = 100.0


def sizes_in(text: str) -> tuple[float, ...]:
    """Return the centimetres and degrees that a sentence names; metres count as 100 cm."""
    found = []
    for first, last, unit in SIZED.findall(text):
        factor = METRES if unit.startswith("met") else 1.0
        found += [float(each) * factor for each in (first, last) if each]
    return tuple(found)


def told(exercise: Exercise) -> Iterator[tuple[Place, str, Sequence[Claim], str]]:
    """Yield each sentence that may carry numbers: its place, its words, its claims and their field."""
    yield ("start",), exercise.start, exercise.start_shows, "start_shows"
    for index, step in enumerate(exercise.steps):
        yield ("steps", index, "do"), step.do, step.shows, "shows"


def numbers_are_claimed(handbook: Handbook) -> Iterator[Problem]:
    """Each number of a step stands in a claim, and each claim's number in its sentence."""
    for exercise in handbook.exercises.values():
        for place, text, claims, field in told(exercise):
            said = sizes_in(text)
            known = {number for claim in claims for number in numbers_of(claim.size)}
            for size in dict.fromkeys(said):
                if size not in known:
                    message = (
                        f"{size:g} stands in the words but not in `{field}`; say what moves or lies so far"
                    )
                    yield handbook.problem(exercise.address, place, message)
            for size in sorted(known - set(said)):
                message = f"`{field}` has {size:g}, but the words do not"
                yield handbook.problem(exercise.address, place, message)
            if INCHES.search(text) and not said:
                yield handbook.problem(exercise.address, place, "give centimetres too, not inches alone")


def short_words_agree(handbook: Handbook) -> Iterator[Problem]:
    """The line on the printed sheet names no size that the steps do not."""
    for exercise in handbook.exercises.values():
        known = {size for _, text, _, _ in told(exercise) for size in sizes_in(text)}
        for size in _missing(sizes_in(exercise.short), known):
            message = f"{size:g} stands in neither start nor steps"
            yield handbook.problem(exercise.address, ("short",), message)


def _missing(sizes: Iterable[float], known: set[float]) -> Iterator[float]:
    yield from (size for size in dict.fromkeys(sizes) if size not in known)


def mistakes_name_frames(handbook: Handbook) -> Iterator[Problem]:
    """A mistake that is only about some frames names frames of the figure."""
    for exercise in handbook.exercises.values():
        for index, mistake in enumerate(exercise.mistakes):
            for letter in mistake.only:
                if letter not in exercise.figure.frames:
                    message = f"the figure has no frame {letter}"
                    yield handbook.problem(exercise.address, ("mistakes", index, "only"), message)


CHECKS = (numbers_are_claimed, short_words_agree, mistakes_name_frames)
