"""What the guided start must hold to: every path ends, and no answer holds what its reader should not do."""

from collections.abc import Iterator
from typing import Final, get_args

from generator.deciding import Answer, Decider, Path, left_out, paths
from generator.handbook import Handbook
from generator.model.policy import PACE_IDS
from generator.model.safety import Level
from generator.model.start import Row
from generator.problem import Problem

KEY: Final = "start"


def _whole(handbook: Handbook) -> bool:
    """Whether there is a start, and all that it leans on could be read."""
    return bool(getattr(handbook.start, "rows", ())) and bool(handbook.facets.positions)


def every_caution_is_asked(handbook: Handbook) -> Iterator[Problem]:
    """Each caution of the handbook is asked for, and each level of a warning sign has an ending."""
    if not _whole(handbook):
        return
    for caution in handbook.cautions:
        if caution not in handbook.start.spare:
            message = f"'{caution}' is a caution of the handbook and is not asked for; add it"
            yield handbook.problem(KEY, ("spare",), message)
    ended = {each.ending for each in handbook.start.rows if each.ending} | set(get_args(Level))
    for ending in sorted(ended - set(handbook.start.endings)):
        yield handbook.problem(KEY, ("endings",), f"there is no ending '{ending}'; add it")


def rows_suit_their_phases(handbook: Handbook) -> Iterator[Problem]:
    """A row names only exercises and routines that are for the phases of its answers."""
    for index, row in enumerate(handbook.start.rows if _whole(handbook) else ()):
        phases = {handbook.start.since[each].phase for each in row.since if each in handbook.start.since}
        for field, entries in (("routines", handbook.routines), ("exercises", handbook.exercises)):
            for place, slug in enumerate(getattr(row, field)):
                lacking = phases - set(entries[slug].phases) if slug in entries else set()
                if lacking:
                    message = f"'{slug}' is not for {', '.join(sorted(lacking))}"
                    yield handbook.problem(KEY, ("rows", index, field, place), message)


def ways_are_the_exercises_own(handbook: Handbook) -> Iterator[Problem]:
    """A way is in a position that the exercise names and its picture does not show."""
    for slug, ways in handbook.start.ways.items() if _whole(handbook) else ():
        exercise = handbook.exercises.get(slug)
        for index, way in enumerate(ways if exercise else ()):
            if exercise and way.position not in exercise.positions[1:]:
                message = f"'{slug}' is drawn so already, or does not name '{way.position}' in its positions"
                yield handbook.problem(KEY, ("ways", slug, index, "position"), message)


def every_path_ends_well(handbook: Handbook) -> Iterator[Problem]:
    """Each path ends, in an ending or with a routine and three exercises that its reader may and can do."""
    timed = handbook.policy.keys() >= set(PACE_IDS)
    if not timed or not _whole(handbook) or any(_strangers(handbook)):
        return
    decider, told = Decider(handbook), set()
    for path in paths(handbook, _choices(handbook)):
        answer = decider.decide(path)
        faults = tuple(_faults(decider, path, answer)) if answer else (_no_end(decider, path),)
        for place, message in faults:
            if (place, path.where, path.since, path.can) not in told:
                told.add((place, path.where, path.since, path.can))
                yield handbook.problem(KEY, place, message)


def every_row_is_reached(handbook: Handbook) -> Iterator[Problem]:
    """No row stands behind another that takes all its paths."""
    if not _whole(handbook) or any(_strangers(handbook)):
        return
    decider, rows = Decider(handbook), handbook.start.rows
    held = (decider.row(each.where, each.since, each.can) for each in paths(handbook, (frozenset(),)))
    met = {rows.index(row) for row in held if row}
    for index in range(len(rows)):
        if index not in met:
            yield handbook.problem(KEY, ("rows", index), "no path comes here; rows before it take them all")


def _choices(handbook: Handbook) -> tuple[frozenset[str], ...]:
    """No caution, each alone, and all at once; fewer cautions leave more, and a test walks every choice."""
    cautions = tuple(handbook.start.spare)
    return (frozenset(), *(frozenset((each,)) for each in cautions), frozenset(cautions))


def _strangers(handbook: Handbook) -> Iterator[str]:
    """Ids that lead nowhere; `names.py` reports them, and no path can be walked through them."""
    start, used = handbook.start, set()
    for row in start.rows:
        yield from (each for each in row.routines if each not in handbook.routines)
        found = (handbook.routines[each] for each in row.routines if each in handbook.routines)
        used |= {*row.exercises, *(item.exercise for each in found for item in each.items)}
    yield from (each for each in used if each not in handbook.exercises)
    exercises = (handbook.exercises[each] for each in used if each in handbook.exercises)
    known = handbook.facets.positions
    yield from (position for each in exercises for position in each.positions if position not in known)


def _no_end(decider: Decider, path: Path) -> tuple[tuple[str | int, ...], str]:
    row = decider.row(path.where, path.since, path.can)
    spoken = ", ".join((path.where, path.since, path.can, *sorted(path.spare), path.time))
    if row is None:
        return ("rows",), f"no row holds for {spoken}"
    return ("rows", _place(decider, row)), f"not enough is left for {spoken}: add what these readers can do"


def _place(decider: Decider, row: Row) -> int:
    return next(index for index, each in enumerate(decider.start.rows) if each is row)


def _faults(decider: Decider, path: Path, answer: Answer) -> Iterator[tuple[tuple[str | int, ...], str]]:
    """What an answer holds that its reader should not do or cannot, found without the rule that chose it."""
    book, spare = decider.handbook, decider.spared(path)
    items = book.routines[answer.routine].items if answer.routine else ()
    for slug in (*answer.exercises, *(item.exercise for item in items)):
        exercise = book.exercises[slug]
        barred = left_out(exercise) & spare
        if barred or not set(exercise.positions) & set(decider.start.can[path.can].positions):
            why = ", ".join(sorted(barred)) or path.can
            yield (
                ("rows",),
                f"an answer for '{why}' holds '{slug}', which they leave out or cannot do",
            )


CHECKS = (
    every_caution_is_asked,
    rows_suit_their_phases,
    ways_are_the_exercises_own,
    every_path_ends_well,
    every_row_is_reached,
)
