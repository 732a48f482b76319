"""One truth for numbers: what a text says about time and counts agrees with the dose and with policy.yml."""

import re
from collections import Counter
from collections.abc import Callable, Iterator
from functools import cache
from typing import Final

from generator.checks.exercises import goal_of
from generator.checks.texts import Told, plain, remembered, texts
from generator.handbook import Handbook
from generator.model.exercise import Exercise
from generator.model.policy import FIRST_DAYS_HOLD_ID, FIXED_IDS, PACE_IDS, STRETCH_HOLD_ID, PolicyNumber
from generator.model.routine import Item
from generator.nearness import nearest
from generator.problem import Problem

WORDS: Final = "one two three four five six seven eight nine ten eleven twelve"
IN_WORDS: Final = {word: number for number, word in enumerate(WORDS.split(), start=1)}
ONE: Final = rf"(?:\d+|{'|'.join(IN_WORDS)})"
SOME: Final = rf"({ONE})(?:\s?(?:to|or|–|-)\s?({ONE}))?"
BRACKETS: Final = re.compile(r"\s\([^()]{0,400}\)")
MINUTE: Final = 60
USUAL: Final = "what most stretches hold is held to it"
STAY: Final = re.compile(
    r"\b(?:hold|stay|keep|go on|walk|sit tall|pull|breathe)\b[^.!?;:]{0,200}?\bfor "
    rf"{SOME} (seconds?|minutes?)|\bgoal is {SOME} (seconds?|minutes?)",
    re.IGNORECASE,
)
"""A hold in words: "Hold for 5 seconds", "Keep going for 2 minutes", "The first goal is 10 minutes"."""
MOVE: Final = re.compile(rf"\btake {SOME} (seconds?)", re.IGNORECASE)
COUNT: Final = re.compile(
    rf"\b{SOME} (?:\w+ )?(?:circles|repetitions|lifts|rolls|squeezes|spots)\b", re.IGNORECASE
)
SET: Final = re.compile(r"\bset (\d+)\b", re.IGNORECASE)
WHEN_EASY: Final = re.compile(rf"\bwhen {SOME} are easy", re.IGNORECASE)
OURS: Final = re.compile(rf"\bwe (?:hold for|use|start with) {SOME} (seconds?|minutes?)", re.IGNORECASE)
IN_NOTE: Final = re.compile(rf"\b{SOME} (seconds?|minutes?)\b", re.IGNORECASE)
LINKED: Final = re.compile(r"\]\(/exercises/[a-z-]+/([a-z0-9-]+)/\)")
BLOCK: Final = re.compile(r"\[\[exercise:([a-z0-9-]+)\]\]")
TIMES: Final = re.compile(rf", {SOME} times\b", re.IGNORECASE)


def number(word: str) -> int:
    """The number behind digits or a word."""
    return IN_WORDS[word.casefold()] if word.casefold() in IN_WORDS else int(word)


def seconds(found: re.Match[str]) -> tuple[int, ...]:
    """The seconds that a match of a time says: one number or the two ends of a range."""
    *said, unit = (group for group in found.groups() if group)
    factor = MINUTE if unit.startswith("minute") else 1
    return tuple(number(each) * factor for each in said)


def policy_is_complete(handbook: Handbook) -> Iterator[Problem]:
    """The numbers that the program itself needs are there."""
    if "policy" not in handbook.known:
        return
    known = handbook.known["policy"]
    small = any(each.first_days for each in handbook.exercises.values())
    why = dict.fromkeys(PACE_IDS, "the minutes of every routine rest on it")
    why |= {FIRST_DAYS_HOLD_ID: "it limits every hold of the first days"} if small else {}
    for name in FIXED_IDS:
        slip = nearest(name, known - set(FIXED_IDS))
        if name not in known and (slip or name in why):
            message = f"the number '{name}' is missing; {why.get(name, USUAL)}"
            place, slipped = ((slip,), f"; you have '{slip}': give it that name") if slip else ((), "")
            yield handbook.problem("policy", place, message + slipped)


def policy_is_one(handbook: Handbook) -> Iterator[Problem]:
    """No text gives another number than policy.yml where the words are those of a policy."""
    has_phrase = _has_any(tuple(phrase for each in handbook.policy.values() for phrase in each.phrases))
    never = [words.casefold() for each in handbook.policy.values() for words in each.never]
    for told in texts(handbook):
        text = BRACKETS.sub("", plain(told.text))
        folded = text.casefold()
        # One look tells for nearly every text that it is no policy's.
        if has_phrase(text) or any(words in folded for words in never):
            for name, policy in handbook.policy.items():
                yield from _against(told, text, name, policy)


def _against(told: Told, text: str, name: str, policy: PolicyNumber) -> Iterator[Problem]:
    remedy = f"write [[number:{name}]], or change policy.yml"
    for phrase in policy.phrases:
        for found in _pattern(phrase).finditer(text):
            least = number(found[1])
            most = number(found[2]) if found[2] else least
            if not policy.least <= least <= most <= policy.most:
                message = f"'{found[0]}', but policy.yml says {policy.number} {policy.unit}; {remedy}"
                yield told.problem(message)
    for words in policy.never:
        if re.search(rf"\b{re.escape(words)}\b", text, re.IGNORECASE):
            message = f"'{words}', but policy.yml says {policy.number} {policy.unit}; {remedy}"
            yield told.problem(message)


@cache
def _pattern(phrase: str) -> re.Pattern[str]:
    return re.compile(r"\b" + _expression(phrase, SOME), re.IGNORECASE)


@cache
def _has_any(phrases: tuple[str, ...]) -> Callable[[str], object]:
    some = rf"{ONE}(?:\s?(?:to|or|–|-)\s?{ONE})?"
    choices = "|".join(_expression(each, some) for each in phrases)
    return remembered(re.compile(rf"\b(?:{choices})" if phrases else r"(?!)", re.IGNORECASE))


def _expression(phrase: str, some: str) -> str:
    words = re.escape(phrase).replace(r"\ ", r"\s+").replace(r"\#", some)
    return words.replace("…", r"[^.!?:;]{0,40}?")


def texts_say_the_dose(handbook: Handbook) -> Iterator[Problem]:
    """The steps, the short text and the other versions hold as long and count as far as the dose."""
    for told in texts(handbook):
        exercise = _exercise(handbook, told.key)
        if exercise is not None:
            yield from (told.problem(each) for each in _disagreements(exercise, told))


def _exercise(handbook: Handbook, key: str) -> Exercise | None:
    exercise = handbook.exercises.get(key.rpartition("/")[2]) if key.startswith("exercises/") else None
    return exercise if exercise is not None and exercise.address == key else None


def _disagreements(exercise: Exercise, told: Told) -> Iterator[str]:
    field, text = str(told.place[0]), BRACKETS.sub("", told.text)
    dose, first = exercise.dose, exercise.first_days
    if field in ("steps", "short", "one_repetition", "no_floor", "start"):
        yield from _holds(text, dose.hold, "dose.hold")
        yield from _moves(text, dose.move)
        yield from _counts(text, dose.repetitions, "dose.repetitions")
        yield from _sets(text, dose.sets)
    elif field == "first_days" and first is not None:
        yield from _holds(text, first.hold, "first_days.hold")
        yield from _counts(text, first.repetitions, "first_days.repetitions")
    elif field in ("easier", "harder"):
        yield from _other_version(field, text, dose.hold)
    elif field == "stricter":
        yield from _times(OURS, text, (dose.hold,), "dose.hold")
    elif told.place == ("dose", "when"):
        yield from _easy(text, dose.repetitions)


def _holds(text: str, hold: int, field: str) -> Iterator[str]:
    yield from _times(STAY, text, (hold,), field)


def _times(pattern: re.Pattern[str], text: str, allowed: tuple[int, ...], field: str) -> Iterator[str]:
    for found in pattern.finditer(text):
        if not set(allowed) & set(seconds(found)) or len(seconds(found)) > 1:
            said = " or ".join(str(each) for each in allowed)
            yield f"'{found[0]}', but {field} is {said} seconds; make them the same"


def _moves(text: str, move: int) -> Iterator[str]:
    yield from _times(MOVE, text, (move,), "dose.move")


def _counts(text: str, repetitions: int, field: str) -> Iterator[str]:
    counts = list(COUNT.finditer(text))
    for found in counts:
        if number(found[1]) != repetitions:
            yield f"'{found[0]}', but {field} is {repetitions}; make them the same"
    if len(counts) > 1 and not SET.search(text):
        yield f"{len(counts)} counts in one step; say which set each of them is"


def _sets(text: str, sets: int) -> Iterator[str]:
    for found in SET.finditer(text):
        if int(found[1]) > sets:
            yield f"'{found[0]}', but dose.sets is {sets}; make them the same"


def _easy(text: str, repetitions: int) -> Iterator[str]:
    for found in WHEN_EASY.finditer(text):
        if number(found[1]) != repetitions:
            yield f"'{found[0]}', but dose.repetitions is {repetitions}; make them the same"


def _other_version(field: str, text: str, hold: int) -> Iterator[str]:
    for found in STAY.finditer(text):
        longest = max(seconds(found))
        if field == "easier" and longest > hold:
            yield f"'{found[0]}' is longer than dose.hold, {hold} seconds; an easier way holds no longer"
        if field == "harder" and longest <= hold:
            yield f"'{found[0]}' is no longer than dose.hold, {hold} seconds; a harder way holds longer"


def notes_say_the_numbers(handbook: Handbook) -> Iterator[Problem]:
    """The note of a routine's item says the seconds and the counts that hold for the item."""
    for routine in handbook.routines.values():
        for p, part in enumerate(routine.parts):
            for i, item in enumerate(part.items):
                exercise = handbook.exercises.get(item.exercise)
                place = ("parts", p, "items", i, "note")
                for message in _in_note(exercise, item) if exercise and item.note else ():
                    yield handbook.problem(routine.address, place, message)


def _in_note(exercise: Exercise, item: Item) -> Iterator[str]:
    dose = exercise.dose.changed(item.hold, item.repetitions, item.sets)
    yield from _times(IN_NOTE, item.note or "", (dose.hold,), "the hold here")
    yield from _counts(item.note or "", dose.repetitions, "the number of repetitions here")


def guidance_says_the_dose(handbook: Handbook) -> Iterator[Problem]:
    """A line of guidance that leads to one exercise gives that exercise's own numbers."""
    lines: dict[str, list[Told]] = {}
    for each in texts(handbook):
        if each.place[0] == "body":
            lines.setdefault(each.key, []).append(each)
    for page in handbook.pages.values():
        told = lines.get(page.path, [])
        for line, after in zip(told, [*told[1:], None], strict=False):
            slugs = set(LINKED.findall(line.text)) or set(BLOCK.findall(after.text if after else ""))
            exercise = handbook.exercises.get(slugs.pop()) if len(slugs) == 1 else None
            if exercise is not None:
                yield from (line.problem(message) for message in _about(exercise, plain(line.text)))


def _about(exercise: Exercise, text: str) -> Iterator[str]:
    dose, first = exercise.dose, exercise.first_days
    holds = tuple(sorted({dose.hold, first.hold if first else dose.hold}))
    yield from _times(STAY, text, holds, f"the dose of '{exercise.name}'")
    counts = {dose.repetitions, first.repetitions if first else dose.repetitions}
    for found in TIMES.finditer(text):
        if number(found[1]) not in counts:
            said = " or ".join(map(str, sorted(counts)))
            yield f"'{found[0][2:]}', but '{exercise.name}' is done {said} times; make them the same"


def first_days_hold_short(handbook: Handbook) -> Iterator[Problem]:
    """In the first days no stretch or small move is held longer than the policy."""
    policy = handbook.policy.get(FIRST_DAYS_HOLD_ID)
    for exercise in handbook.exercises.values() if policy else ():
        first = exercise.first_days
        goal = goal_of(handbook, exercise)
        moves = goal is not None and goal.held
        if policy and first and moves and first.hold > policy.most:
            message = f"{first.hold} seconds, but policy.yml says {policy.most} at most in the first days"
            yield handbook.problem(exercise.address, ("first_days", "hold"), message)


def the_usual_is_usual(handbook: Handbook) -> Iterator[Problem]:
    """What policy.yml calls the usual hold of a stretch is the one that most stretches have."""
    goals = ((each, goal_of(handbook, each)) for each in handbook.exercises.values())
    holds = Counter(each.dose.hold for each, goal in goals if goal and goal.stretches)
    policy = handbook.policy.get(STRETCH_HOLD_ID)
    if policy and holds and holds[policy.least] < max(holds.values()):
        message = f"most stretches hold for {holds.most_common(1)[0][0]} seconds; say that here"
        yield handbook.problem("policy", (STRETCH_HOLD_ID, "number"), message)


CHECKS = (
    policy_is_complete,
    policy_is_one,
    texts_say_the_dose,
    notes_say_the_numbers,
    guidance_says_the_dose,
    first_days_hold_short,
    the_usual_is_usual,
)
