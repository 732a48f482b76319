"""Who must leave an exercise out and who takes care, in as few words as a sheet has room for."""

from collections.abc import Iterable
from hashlib import sha256

from generator.handbook import Handbook
from generator.model.exercise import Exercise
from generator.model.routine import Routine


def left_out(handbook: Handbook, exercise: Exercise) -> tuple[str, ...]:
    """Who must leave an exercise out, such as "thin bones"."""
    return tuple(handbook.cautions[each.caution].filter for each in exercise.care if each.skip)


def care_with(
    handbook: Handbook, exercises: Iterable[Exercise], skip: bool
) -> tuple[tuple[str, tuple[int, ...]], ...]:
    """Who leaves moves out (`skip`) or takes care with them: words and the moves' numbers, by caution."""
    found: dict[str, list[int]] = {id: [] for id in handbook.cautions}
    for number, exercise in enumerate(exercises, 1):
        for each in exercise.care:
            if each.skip == skip:
                found[each.caution].append(number)
    return tuple((handbook.cautions[id].filter, tuple(moves)) for id, moves in found.items() if moves)


def version_of_text(handbook: Handbook, text: str) -> str:
    """Six signs that change with a text or any of the safety lines."""
    # How pages send for help is no line that a reader sees; what can happen stands on no sheet.
    lines = handbook.safety.model_dump_json(exclude={"sends_for_help", "line_names", "harm"})
    return sha256((lines + text).encode()).hexdigest()[:6]


def version_of(handbook: Handbook, routine: Routine | None = None) -> str:
    """Six signs that change with any word of a routine, its exercises or the safety lines; or of all."""
    slugs = [item.exercise for item in routine.items] if routine else list(handbook.exercises)
    exercises = [handbook.exercises[slug] for slug in dict.fromkeys(slugs)]
    routines = [routine] if routine else handbook.routines.values()
    return version_of_text(handbook, "".join(each.model_dump_json() for each in (*exercises, *routines)))
