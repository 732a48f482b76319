"""No text that somebody may paste takes long to read: each pattern of the checks looks only so far."""

import time

import pytest

from generator.checks.numbers import BRACKETS, STAY
from generator.checks.passages import passages_of_page, sentences, words
from generator.checks.texts import LINK, plain
from generator.model.page import Page

SIZE, SECONDS = 50_000, 2.0
NASTY = (
    "[", "[[", "{", "](", "[a](", " (", "*", "\n", " ", "\n ", "- ", "1", "hold ", "hold for ",
    "a.", '."', ".",
)  # fmt: skip


def page(body: str) -> Page:
    """A page of guidance with these words."""
    return Page.model_construct(
        title="Words", description="Words.", main_message="", path="guidance/x", body=body
    )


@pytest.mark.parametrize("sign", NASTY)
def test_fifty_kilobytes_of_one_sign_are_read_at_once(sign: str) -> None:
    text = (sign * SIZE)[:SIZE]
    start = time.process_time()
    list(passages_of_page(page(f"A word.\n{text}")))
    sentences(text)
    words(text)
    plain(text)
    BRACKETS.sub("", text)
    STAY.search(text)
    LINK.search(text)
    assert time.process_time() - start < SECONDS
