"""A page whose browser runs no scripts."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page


@pytest.fixture
def browser_without_scripts(browser: Browser) -> Iterator[Page]:
    """A fresh page of a reader who has switched scripts off."""
    context = browser.new_context(java_script_enabled=False)
    yield context.new_page()
    context.close()
