"""A warning sign must rest on something, and say how fast to get help."""

import pytest
from pydantic import ValidationError

from generator.model.safety import Sign

SIGN = {"level": "urgent", "group": "ill", "sign": "Fever.", "why": "An infection.", "words": ["fever"]}


def test_a_sign_without_a_source_must_be_confirmed() -> None:
    with pytest.raises(ValidationError, match="to_confirm"):
        Sign.model_validate(SIGN)
    assert Sign.model_validate({**SIGN, "to_confirm": "true"}).to_confirm


def test_a_sign_that_nobody_could_search_for_is_refused() -> None:
    with pytest.raises(ValidationError, match="words"):
        Sign.model_validate({**SIGN, "sources": ["NHS"], "words": []})
