"""What a screen reader is told, page by page, is what somebody has read and accepted."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page

from tests.access.spoken import GOLDEN, PAGES, spoken, tiny_page


@pytest.fixture(scope="module")
def tiny(browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Page, str]]:
    """A page of the tiny handbook and its address."""
    with tiny_page(browser, tmp_path_factory.mktemp("tiny")) as found:
        yield found


@pytest.mark.parametrize("kind", PAGES)
def test_a_screen_reader_is_told_what_was_accepted(kind: str, tiny: tuple[Page, str]) -> None:
    """Run `python -m tests.access.spoken` to accept a change; read the difference before you commit."""
    assert spoken(*tiny, kind) == (GOLDEN / f"{kind}.txt").read_text(encoding="utf-8")
