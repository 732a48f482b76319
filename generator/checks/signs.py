"""What the warning signs of safety.yml must hold to, and that no other file says them again."""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping

from generator.checks.passages import Passage
from generator.handbook import Handbook
from generator.model.safety import Sign
from generator.problem import Problem

MOST = 7
"""More than seven things in one list are hard to follow (CDC Clear Communication Index, item 8)."""
SHARED = 0.6
"""The share of a line's telling words that makes it a sign said again."""
LEAST_SHARED = 4
"""Lines with fewer telling words in common are about the same part of the body, not the same sign."""
POINT = re.compile(r"^\s*(?:[-*]|\d+\.)\s+(.*)$", re.MULTILINE)
ENDING = re.compile(r"(?:iness|ness|ing|ed|ly|es|s|y)$")
SMALL = frozenset((
    "a", "an", "the", "and", "or", "of", "in", "on", "to", "at", "by", "as", "if", "is", "are", "be", "it",
    "you", "your", "have", "has", "had", "not", "no", "do", "does", "that", "this", "than", "with", "from",
    "for", "when", "which", "any", "one", "more", "most", "so", "but", "its", "they", "them", "there",
    "can", "may", "get", "goes", "go", "turn", "turns", "feel", "feels", "call", "emergency", "number",
    "stop", "see", "check", "page", "advice", "first", "ask", "leave", "out", "move", "moves", "day",
    "today",
))  # fmt: skip
"""Words that carry no meaning of their own, and those that only say what to do."""


def _signs(handbook: Handbook) -> Mapping[str, Sign]:
    """Every sign; none where safety.yml could not be read."""
    return getattr(handbook.safety, "signs", {})


def lists_of_signs_are_short(handbook: Handbook) -> Iterator[Problem]:
    """No group, area, exercise or caution lists more than seven signs of one level."""
    counts: dict[tuple[str, str, str], int] = defaultdict(int)
    for id, sign in _signs(handbook).items():
        lists = ((field, each) for field in ("areas", "stops", "cautions") for each in getattr(sign, field))
        for field, name in (("group", sign.group), *lists):
            counts[field, name, sign.level] += 1
            if counts[field, name, sign.level] == MOST + 1:
                message = f"an eighth {sign.level} sign for '{name}'; {MOST} at most, so join two or regroup"
                yield handbook.problem("safety", ("signs", id, field), message)


def words_lead_to_one_sign(handbook: Handbook) -> Iterator[Problem]:
    """What people type stands under one sign only, so that its level is clear."""
    first: dict[str, str] = {}
    for id, sign in _signs(handbook).items():
        for index, word in enumerate(sign.words):
            if word in first:
                message = f"'{word}' stands under '{first[word]}' already; keep it under one sign"
                yield handbook.problem("safety", ("signs", id, "words", index), message)
            first.setdefault(word, id)


def areas_have_signs(handbook: Handbook) -> Iterator[Problem]:
    """Each area asks for at least one sign before its exercises."""
    asked = {area for sign in _signs(handbook).values() for area in sign.areas}
    for area in handbook.areas if asked else ():
        if area not in asked:
            message = f"no sign names the area '{area}' in its `areas`; the area's page would ask for nothing"
            yield handbook.problem("safety", ("signs",), message)


def fresh_injuries_are_screened(handbook: Handbook) -> Iterator[Problem]:
    """A routine for the first days asks for the signs of its main area before it starts."""
    for routine in handbook.routines.values():
        if handbook.fresh in routine.phases and routine.areas[0] not in routine.screen:
            message = (
                f"a routine for the first days asks for warning signs; add `screen: [{routine.areas[0]}]`"
            )
            yield handbook.problem(routine.address, ("screen",), message)


def signs_are_not_retyped(handbook: Handbook) -> Iterator[Problem]:
    """No exercise, routine or page says in its own words what a sign says."""
    signs = {id: _telling(sign.sign) for id, sign in _signs(handbook).items()}
    for key, passage in _lines(handbook):
        told = _telling(passage.text)
        again = next((id for id, words in signs.items() if _says(told, words)), None)
        if again:
            message = f"says again what the sign '{again}' in safety.yml says; take the line out and name"
            message += (
                " the area, the caution or the routine's `screen` there, so that the words stay the same"
            )
            yield handbook.problem(key, passage.place, message)


def the_short_lines_name_their_signs(handbook: Handbook) -> Iterator[Problem]:
    """The line above every exercise and the one on paper name the signs that safety.yml lists for them."""
    for id, words in getattr(handbook.safety, "line_names", {}).items():
        for line in ("red_flag_line", "red_flag_short"):
            said = getattr(handbook.safety, line).casefold()
            if not any(each.casefold() in said for each in words):
                message = f"does not name '{id}' by any of: {', '.join(words)}"
                yield handbook.problem("safety", (line,), message)


def _lines(handbook: Handbook) -> Iterator[tuple[str, Passage]]:
    for exercise in handbook.exercises.values():
        for index, line in enumerate(exercise.stop):
            yield exercise.address, Passage(("stop", index), line)
    for routine in handbook.routines.values():
        for index, line in enumerate(routine.not_for):
            yield routine.address, Passage(("not_for", index), line)
    for page in handbook.pages.values():
        for point in POINT.findall(page.body):
            yield page.path, Passage(("body",), point)


def _telling(line: str) -> frozenset[str]:
    """The words that carry a line's meaning, without endings."""
    words = re.findall(r"[^\W\d_]{2,}", line.casefold())
    return frozenset(ENDING.sub("", each) or each for each in words if each not in SMALL)


def _says(line: frozenset[str], sign: frozenset[str]) -> bool:
    shared = len(line & sign)
    return shared >= LEAST_SHARED and shared >= SHARED * min(len(line), len(sign))


CHECKS = (
    lists_of_signs_are_short,
    words_lead_to_one_sign,
    areas_have_signs,
    fresh_injuries_are_screened,
    signs_are_not_retyped,
    the_short_lines_name_their_signs,
)
