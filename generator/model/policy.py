"""A number that is the policy of the whole house, as it stands in content/policy.yml under its id."""

import re
from typing import Annotated

from pydantic import StringConstraints

from generator.model.base import Frozen, Text

REST_ID = "rest-between-sets"
CHANGE_OVER_ID = "change-over"
CHANGE_SIDES_ID = "change-sides"
GET_READY_ID = "get-ready"
FIRST_DAYS_HOLD_ID = "first-days-hold"
STRETCH_HOLD_ID = "stretch-hold"
PACE_IDS = (REST_ID, CHANGE_OVER_ID, CHANGE_SIDES_ID, GET_READY_ID)
FIXED_IDS = (*PACE_IDS, FIRST_DAYS_HOLD_ID, STRETCH_HOLD_ID)
"""The numbers that the program asks for by name; a handbook without stretches needs no STRETCH_HOLD_ID."""
NUMBER = re.compile(r"\d+")
Phrase = Annotated[str, StringConstraints(pattern=r"#", strip_whitespace=True)]


class PolicyNumber(Frozen):
    """One number, what it counts, and the phrases in which it turns up."""

    number: Annotated[str, StringConstraints(pattern=r"^\d+(?: (?:to|or) \d+)?$")]
    """One number or two: "20", "3 to 5", "1 or 2"."""
    unit: Text
    meaning: Text
    phrases: tuple[Phrase, ...] = ()
    """Words around the number, which # stands for; … stands for up to 40 letters within a sentence."""
    never: tuple[Text, ...] = ()
    """Words that contradict the policy whatever the number."""

    @property
    def least(self) -> int:
        """The number, or the smaller of the two."""
        return int(NUMBER.findall(self.number)[0])

    @property
    def most(self) -> int:
        """The number, or the larger of the two."""
        return int(NUMBER.findall(self.number)[-1])


class Pace(Frozen):
    """Seconds that every round has besides its work."""

    rest: int
    """Between two sets."""
    change_over: int
    """Reading about the next exercise and getting ready for it."""
    change_sides: int
    """Between the first side and the second."""
    ready: int
    """The end of the change-over, when the reading is over."""
