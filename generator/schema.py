"""The models as JSON Schema, so that editors complete and check what a writer types."""

import json
from collections.abc import Mapping
from typing import Any

from pydantic import BaseModel, TypeAdapter

from generator.loading import VOCABULARIES
from generator.model.doors import Doors
from generator.model.exercise import Exercise
from generator.model.moved import Moved
from generator.model.phrases import Phrases
from generator.model.progress import Progress
from generator.model.publisher import Publisher
from generator.model.routine import Routine
from generator.model.safety import Safety
from generator.model.search import Danger, Words
from generator.model.start import Start
from generator.model.tested import Tested
from generator.model.vocabulary import Facets
from generator.model.wording import Wording

WHOLE_FILES: Mapping[str, type[BaseModel]] = {
    "exercise": Exercise,
    "routine": Routine,
    "handbook": Publisher,
    "doors": Doors,
    "moved": Moved,
    "phrases": Phrases,
    "safety": Safety,
    "facets": Facets,
    "search": Words,
    "danger": Danger,
    "start": Start,
    "progress": Progress,
    "tested": Tested,
    "wording": Wording,
}


def render_schemas() -> dict[str, str]:
    """File name -> JSON Schema, for every kind of content file."""
    whole = {
        f"{name}.schema.json": _spelled(model.model_json_schema()) for name, model in WHOLE_FILES.items()
    }
    mapped = {
        f"{name}.schema.json": _spelled(TypeAdapter(dict[str, model]).json_schema())  # type: ignore[valid-type]
        for name, model in VOCABULARIES.items()
    }
    return whole | mapped


def _spelled(schema: dict[str, Any]) -> str:
    return json.dumps(schema, indent=2, ensure_ascii=False) + "\n"
