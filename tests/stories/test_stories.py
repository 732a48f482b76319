"""Ten people and what they came for, on a phone: each gets there, and in how many taps.

`python -m tests.stories` prints what each story costs. The stories are those of a review with newcomers.
The one without a network, who reads what an earlier visit kept, is told in tests/offline.
"""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser

from tests.stories.reader import HEIGHT, Reader
from tests.stories.ten import STORIES


@pytest.fixture
def reader(browser: Browser, address: str) -> Iterator[Reader]:
    """A newcomer; nothing is kept from an earlier visit."""
    context = browser.new_context(
        viewport={"width": 390, "height": HEIGHT},
        has_touch=True,
        is_mobile=True,
        service_workers="block",
        reduced_motion="reduce",
    )
    yield Reader(context.new_page(), address)
    context.close()


@pytest.mark.parametrize("name", STORIES)
def test_a_reader_gets_there(name: str, reader: Reader) -> None:
    story = STORIES[name]
    story.told(reader)
    assert reader.taps <= story.most_taps
    assert reader.swipes <= story.most_swipes
