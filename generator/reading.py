"""A Source as a typed entry, or every Problem that keeps it from being one."""

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from types import UnionType
from typing import TypeVar, Union, cast, get_args, get_origin

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from generator.model.base import KEY, SLUG
from generator.nearness import did_you_mean, suggestion
from generator.problem import Problem
from generator.source import REMEMBERED, Place, Source, spell

Entry = TypeVar("Entry", bound=BaseModel)

PLAIN_WORDS = {
    "none_required": "leave it out",
    "string_type": "should be text",
    "model_type": "should be fields, each `name: value`",
    "model_attributes_type": "should be fields, each `name: value`",
    "dict_type": "should be fields, each `name: value`",
    "tuple_type": "should be a list, each entry on a line of its own behind a dash",
    "int_parsing": "should be a whole number, not {input}",
    "int_type": "should be a whole number, not {input}",
    "int_from_float": "should be a whole number, not {input}",
    "float_parsing": "should be a number, not {input}",
    "bool_parsing": "should be true or false, not {input}",
    "string_too_short": "is too short: it needs {min_length} characters or more",
    "string_too_long": "is too long: {max_length} characters at most, and it has {length}",
    "string_pattern_mismatch": "{input} has the wrong form; expected {pattern}",
    "too_short": "needs {min_length} or more, and has {actual_length}",
    "too_long": "may have {max_length} at most, and has {actual_length}",
    "greater_than_equal": "should be {ge} or more, not {input}",
    "less_than_equal": "should be {le} or less, not {input}",
    "literal_error": "{input} is not one of: {expected}",
}
MISSING = "missing"
NOTHING_HERE = "nothing stands here; give a value or remove the field"
LONGEST_ID = 60
RESERVED = frozenset((
    "index", "readme", "assets", "con", "prn", "aux", "nul",
    *(f"{port}{number}" for port in ("com", "lpt") for number in range(1, 10)),
))  # fmt: skip
"""Names that the builder of the site gives a meaning of its own, or that Windows keeps for devices."""
DATES = ("date_from_datetime_parsing", "date_parsing", "date_type", "date_from_datetime_inexact")
PATTERNS = {
    SLUG: "lower-case letters, digits and single hyphens, such as chin-tuck",
    "^[A-E]$": "a frame's letter, A to E",
    "^#[0-9a-f]{6}$": "a colour such as #0f5e66",
    r"^https?://[A-Za-z0-9.-]+(:[0-9]+)?/([A-Za-z0-9._~%-]+/)*$": (
        "an address such as https://clinic.example/backs/, with a slash last"
    ),
    r"^https?://[^\s\"'<>\\]+$": "an address such as https://clinic.example/page",
    r"^https://[^\s\"'<>\\]+$": "an address such as https://clinic.example/page",
    r"^(https://|mailto:)[^\s\"'<>\\]+$": "an address such as https://clinic.example or mailto:us@my.example",
    KEY: "letters, digits and single hyphens, such as NICE-NG59",
    r"^\d+(?: (?:to|or) \d+)?$": "a number such as 20, 3 to 5 or 1 or 2",
}


def wrong_id(name: str, pattern: str = SLUG) -> str:
    """What is wrong with an id or a part of an address; nothing where it is right."""
    if not re.fullmatch(pattern, name) or len(name) > LONGEST_ID:
        expected = PATTERNS.get(pattern, pattern)
        return f"{_shown(name)} has the wrong form; expected {expected}, {LONGEST_ID} at most"
    if name in RESERVED:
        return (
            f"'{name}' cannot be used: it means something else to the site, or to Windows; take another name"
        )
    return ""


def read_entry(source: Source, model: type[Entry]) -> tuple[Entry | None, list[Problem]]:
    """The whole file as one entry."""
    entry, problems = _entry_of(source, model)
    return cast(Entry | None, entry), list(problems)


@lru_cache(REMEMBERED)
def _entry_of(source: Source, model: type[BaseModel]) -> tuple[BaseModel | None, tuple[Problem, ...]]:
    if source.faults and source.data is None:
        return None, ()
    entry, problems = _validated(source, model, source.data, ())
    return entry, tuple(_own(source, problems))


def read_vocabulary(
    source: Source, model: type[Entry], ids: str = SLUG
) -> tuple[dict[str, Entry], list[Problem]]:
    """The file as entries by id, in the file's order; `ids` is the pattern that an id must have.

    Ids become parts of addresses, names of files and anchors, so nothing else may stand in them.
    """
    entries, problems = _entries_of(source, model, ids)
    return dict(cast(dict[str, Entry], entries)), list(problems)


@lru_cache(REMEMBERED)
def _entries_of(
    source: Source, model: type[BaseModel], ids: str
) -> tuple[Mapping[str, BaseModel], list[Problem]]:
    if source.faults and source.data is None:
        return {}, []
    if not isinstance(source.data, dict):
        message = "should map each id to its entry: `id:`, and the fields below it"
        return {}, [Problem(source.path, 1, "", message)]
    found: dict[str, BaseModel] = {}
    problems: list[Problem] = []
    for name, data in source.data.items():
        entry, wrong = _validated(source, model, data, (name,))
        problems += wrong
        if fault := wrong_id(name, ids):
            problems.append(Problem(source.path, source.line((name,)), spell((name,)), fault))
        elif entry is not None:
            found[name] = entry
    return found, list(_own(source, problems))


def _own(source: Source, problems: Iterable[Problem]) -> Iterator[Problem]:
    """The Problems but those that only say that something is not there which a fault took away."""
    told = {fault.where for fault in source.faults}
    for each in problems:
        if each.where not in told or not each.message.endswith((MISSING, NOTHING_HERE)):
            yield each


def _validated(
    source: Source, model: type[Entry], data: object, place: Place
) -> tuple[Entry | None, list[Problem]]:
    try:
        return model.model_validate(data), []
    except ValidationError as error:
        details = error.errors()
        wrong = [
            _problem(source, model, place, each)
            for each in details
            if each["type"] != "missing" and not _follows(each, details)
        ]
        return None, wrong + list(_missing(source, place, details))


def _follows(detail: ErrorDetails, details: Iterable[ErrorDetails]) -> bool:
    """Whether a list only counts as too short because an entry of it is wrong."""
    loc = detail["loc"]
    inside = (each["loc"] for each in details if len(each["loc"]) > len(loc))
    return detail["type"] == "too_short" and any(each[: len(loc)] == loc for each in inside)


def _missing(source: Source, place: Place, details: Iterable[ErrorDetails]) -> Iterator[Problem]:
    """One Problem for all the fields that one thing lacks."""
    names: dict[Place, list[str]] = {}
    for detail in details:
        if detail["type"] == "missing":
            *parent, name = _as_written(source, place, tuple(detail["loc"]))
            names.setdefault((*place, *parent), []).append(str(name))
    for where, missing in names.items():
        fields = f"the field {missing[0]} is" if len(missing) == 1 else f"the fields {', '.join(missing)} are"
        yield Problem(source.path, source.line(where), spell(where), f"{fields} {MISSING}")


def _problem(source: Source, model: type[BaseModel], place: Place, detail: ErrorDetails) -> Problem:
    inside = _as_written(source, place, tuple(detail["loc"]))
    where = (*place, *inside)
    return Problem(source.path, source.line(where), spell(where), _message(model, inside, detail))


def _as_written(source: Source, place: Place, loc: Place) -> Place:
    """pydantic's location without the names it adds for unions, which are nowhere in the file.

    A part counts when the file has it there; the last part counts too, since it may be the one missing.
    """
    kept: Place = ()
    for index, part in enumerate(loc):
        if (*place, *kept, part) in source.lines or (index == len(loc) - 1 and "[" not in str(part)):
            kept = (*kept, part)
    return kept


def _message(model: type[BaseModel], where: Place, detail: ErrorDetails) -> str:
    kind, context = detail["type"], dict(detail.get("ctx", {}))
    if kind == "extra_forbidden":
        name = str(where[-1]) if where else ""
        return f"there is no field '{name}' here{suggestion(name, _fields_at(model, where[:-1]))}"
    if kind == "value_error":
        return str(context["error"])
    if kind in DATES:
        return f"should be a date such as 2026-11-22, not {_shown(detail['input'])}"
    if "pattern" in context:
        context["pattern"] = PATTERNS.get(context["pattern"], context["pattern"])
    if detail["input"] is None:
        return NOTHING_HERE
    text = PLAIN_WORDS.get(kind, "{message}")
    shown = _shown(detail["input"])
    message = text.format(input=shown, length=len(str(detail["input"])), message=detail["msg"], **context)
    return message + _nearest(kind, detail["input"], str(context.get("expected", "")))


def _nearest(kind: str, value: object, expected: str) -> str:
    if kind != "literal_error":
        return ""
    return did_you_mean(str(value), expected.replace(" or ", ", ").replace("'", "").split(", "))


def _shown(value: object) -> str:
    text = str(value)
    return f"'{text}'" if len(text) <= 40 else f"'{text[:37]}…'"


def _fields_at(model: type[BaseModel], place: Place) -> set[str]:
    """The field names a model has at a place inside it."""
    models: list[type[BaseModel]] = [model]
    for part in place:
        if not isinstance(part, str):
            continue
        fields = [m.model_fields[part] for m in models if part in m.model_fields]
        models = [inner for info in fields for inner in _models_in(info.annotation)] or models
    return {info.alias or name for m in models for name, info in m.model_fields.items()}


def _models_in(annotation: object) -> Iterator[type[BaseModel]]:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation
    elif get_origin(annotation) in (tuple, dict, list, Union, UnionType) or get_args(annotation):
        for inner in get_args(annotation):
            yield from _models_in(inner)
