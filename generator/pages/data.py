"""The whole data set as JSON, for other programs, and its schema."""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Final, Literal

from generator.handbook import Handbook
from generator.model.base import Frozen
from generator.model.exercise import Exercise
from generator.model.publisher import Publisher
from generator.model.routine import Routine
from generator.model.safety import Safety
from generator.model.vocabulary import Area, Caution, Equipment, Facets, Muscle, Reference, Term
from generator.pages.doses import minutes

SCHEMA: Final = Path(__file__).parent / "data.schema.json"


class DataSet(Frozen):
    """Everything of the handbook but its hand-written pages."""

    version: Literal[2]
    """2: warning signs stand once, under `safety.signs`, and name the areas that ask for them."""
    publisher: Publisher
    safety: Safety
    facets: Facets
    areas: dict[str, Area]
    muscles: dict[str, Muscle]
    equipment: dict[str, Equipment]
    cautions: dict[str, Caution]
    references: dict[str, Reference]
    glossary: dict[str, Term]
    exercises: dict[str, Exercise]
    routines: dict[str, Routine]
    minutes: dict[str, int]
    """How long one round of each routine takes, rounded up."""


def handbook_json(handbook: Handbook) -> str:
    """The text of handbook.json."""
    names = DataSet.model_fields.keys() - {"version", "minutes"}
    fields: dict[str, Any] = {name: _plain(getattr(handbook, name)) for name in sorted(names)}
    times = {slug: minutes(handbook, routine) for slug, routine in handbook.routines.items()}
    data = DataSet.model_construct(version=2, **fields, minutes=times)
    return data.model_dump_json(indent=1, exclude_none=True, exclude_defaults=True, by_alias=True) + "\n"


def _plain(value: object) -> object:
    """A read-only mapping as a dict, which is what pydantic can write."""
    return dict(value) if isinstance(value, Mapping) else value


def schema_json() -> str:
    """The text of handbook.schema.json, as `python -m generator schema` wrote it; no build works it out."""
    return SCHEMA.read_text(encoding="utf-8")


def schema_of_today() -> str:
    """The text of handbook.schema.json worked out from the models."""
    return json.dumps(DataSet.model_json_schema(mode="serialization"), indent=1) + "\n"
