"""Print what every story costs on the built site, as a table."""

import sys

from playwright.sync_api import Error, sync_playwright

from generator.press.browser import find_browser
from tests.stories.reader import HEIGHT, Reader
from tests.stories.ten import STORIES


def main(address: str) -> None:
    """Walk through every story at an address; one that cannot be told to its end says why."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=find_browser())
        for name, story in STORIES.items():
            page = browser.new_page(
                viewport={"width": 390, "height": HEIGHT},
                has_touch=True,
                is_mobile=True,
                service_workers="block",
            )
            reader, end = Reader(page, address), "there"
            try:
                story.told(reader)
            except (AssertionError, Error) as error:
                end = f"stuck: {str(error).splitlines()[0]}"
            print(f"{name:<26}{reader.taps:>3} taps {reader.swipes:>3} swipes  {end}")
            page.close()
        browser.close()


if __name__ == "__main__":
    main(sys.argv[1])
