"""What a pose must keep: short sentences such as "thighs vertical" or "hands under shoulders"."""

from __future__ import annotations

import re
from typing import Annotated

from pydantic import AfterValidator

from generator.model.words import suggestion

SENTENCES = (
    r"(left |right |)(thigh|shin|upper_arm|forearm|foot)s? (vertical|level)",
    r"(left |right |)(elbow|knee)s? straight",
    r"(trunk|shoulders|pelvis|gaze) (level|vertical)",
    r"(trunk|pelvis|head|hands|feet|knees|chest) still",
    r"(knees|feet|hands|elbows) together",
    r"(knees|feet|hands|elbows) apart (\d+)",
    r"(left |right |)(hand|elbow|knee|feet|foot|hip|head|shoulder)s? (under|over) "
    r"(shoulder|hip|knee|feet|hand|elbow)s?",
    r"body straight to (knees|ankles)",
    r"head in line",
    r"balance",
)
EXAMPLES = (
    "thighs vertical",
    "left shin level",
    "elbows straight",
    "trunk level",
    "trunk vertical",
    "shoulders level",
    "gaze level",
    "pelvis level",
    "trunk still",
    "head still",
    "hands still",
    "feet still",
    "knees still",
    "knees together",
    "feet together",
    "hands together",
    "feet apart 35",
    "hands under shoulders",
    "elbows under shoulders",
    "knees under hips",
    "hips over knees",
    "feet under knees",
    "body straight to knees",
    "body straight to ankles",
    "head in line",
    "balance",
)


def check_condition(text: str) -> str:
    """Return `text` if it is a condition the solver knows; ValueError with a suggestion if not."""
    if any(re.fullmatch(sentence, text.strip()) for sentence in SENTENCES):
        return text.strip()
    raise ValueError(f"'{text}': no such condition{suggestion(text, EXAMPLES)}")


Condition = Annotated[str, AfterValidator(check_condition)]
"""A condition for the solver, in words."""
