"""Each item of CERT is told by a field that is there, by a page, or is said to be missing."""

from collections.abc import Iterator, Mapping
from typing import Final

from pydantic import BaseModel

from generator.handbook import Handbook
from generator.model.cert import ITEMS
from generator.model.exercise import Exercise
from generator.model.routine import Routine
from generator.model.safety import Safety
from generator.model.vocabulary import Goal
from generator.nearness import suggestion
from generator.problem import Problem

MODELS: Final[Mapping[str, type[BaseModel]]] = {
    "exercise": Exercise,
    "routine": Routine,
    "goal": Goal,
    "safety": Safety,
}


def every_item_of_cert_is_told(handbook: Handbook) -> Iterator[Problem]:
    """All sixteen items stand there, and each field that one names is a field."""
    if not handbook.cert:
        return
    wanted = {f"item-{number}" for number in range(1, ITEMS + 1)}
    for id in sorted(wanted - handbook.known["cert"]):
        yield handbook.problem("cert", (), f"{id} is missing; CERT has {ITEMS} items")
    for id in handbook.cert.keys() - wanted:
        yield handbook.problem("cert", (id,), f"CERT has no {id}")
    for id, item in handbook.cert.items():
        for index, field in enumerate(item.fields):
            kind, _, name = field.partition(".")
            known = MODELS[kind].model_fields.keys() if kind in MODELS else handbook.known.get(kind)
            if known is not None and name not in known:  # a file that could not be read is told alone
                message = f"there is no '{name}' in {kind}{suggestion(name, known)}"
                yield handbook.problem("cert", (id, "fields", index), message)


CHECKS = (every_item_of_cert_is_told,)
