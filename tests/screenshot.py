"""Take the README's picture of the built site: `make screenshot`."""

import functools
import http.server
import threading

from playwright.sync_api import sync_playwright

from generator.press.browser import find_browser
from tests.conftest import BARE, ROOT, SITE

PICTURE = ROOT / ".github" / "screenshot.png"
PAGE = "exercises/upper-back/cat-cow/"


def main() -> None:
    """Write .github/screenshot.png, one exercise page at laptop width."""
    handler = functools.partial(http.server.SimpleHTTPRequestHandler, directory=str(SITE))
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
    with server, sync_playwright() as playwright:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        browser = playwright.chromium.launch(executable_path=find_browser(), args=list(BARE))
        page = browser.new_page(service_workers="block", viewport={"width": 1180, "height": 820})
        page.goto(f"http://127.0.0.1:{server.server_address[1]}/{PAGE}")
        page.wait_for_load_state("networkidle")
        page.screenshot(path=PICTURE)
        browser.close()
        server.shutdown()


if __name__ == "__main__":
    main()
