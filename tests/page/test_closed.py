"""No page can load, run or send anything but the site's own, and the browser holds it."""

import re
import zipfile
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from generator.offline.archive import write_archive
from generator.offline.closed import close_pages, closed, policy
from tests.conftest import STOPPED, TELL_STOPPED

BARE = '<!doctype html><html><head><meta charset="utf-8"></head><body>{}</body></html>'
FOREIGN = """async () => {
  const tries = [fetch("https://elsewhere.example/"), import("data:text/javascript,")]
  const tried = await Promise.allSettled(tries)
  const script = Object.assign(document.createElement("script"), { textContent: "window.ran = true" })
  document.body.append(script)
  document.body.insertAdjacentHTML("beforeend", "<p onclick='window.ran = true' style='color: red'>x</p>")
  const line = document.body.lastElementChild
  line.click()
  return [tried.map(each => each.status), Boolean(window.ran), line.style.color]
}"""


def test_every_page_carries_the_policy_before_all_that_it_loads(site: Path) -> None:
    for page in sorted(site.rglob("*.html")):
        text = page.read_text(encoding="utf-8")
        place = text.find('<meta http-equiv="Content-Security-Policy" content="default-src \'none\'; ')
        assert 0 < place < min(text.find("<link"), text.find("<script") % len(text)), page
        assert '<meta name="referrer" content="no-referrer">' in text, page
        assert "unsafe-inline" not in text and "unsafe-eval" not in text, page


def test_a_page_refuses_what_is_not_the_sites_own(browser: Browser, address: str) -> None:
    context = browser.new_context(service_workers="block")
    page = context.new_page()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(address)
    assert page.evaluate(FOREIGN) == [["rejected", "rejected"], False, ""]
    assert [url for url in asked if "elsewhere.example" in url] == []
    context.close()


def test_pages_from_a_disk_keep_their_looks(browser: Browser, site: Path, tmp_path: Path) -> None:
    """Modules do not run from a disk, with a policy or without; styles, figures and the scheme have to."""
    write_archive(site, tmp_path / "site.zip")
    with zipfile.ZipFile(tmp_path / "site.zip") as archive:
        archive.extractall(tmp_path / "disk")
    context = browser.new_context(color_scheme="dark")
    context.add_init_script(TELL_STOPPED)
    page = context.new_page()
    said: list[str] = []
    page.on("console", lambda line: said.append(line.text))
    for path in ("index.html", "exercises/index.html", "routines/first-days-gentle/sheet/index.html"):
        page.goto((tmp_path / "disk" / path).as_uri())
        expect(page.locator("html")).to_have_attribute("data-md-color-scheme", "slate")
        assert page.evaluate("getComputedStyle(document.documentElement).getPropertyValue('--fig-line')")
        assert page.evaluate(
            "[...document.images].every(each => each.loading === 'lazy' || each.naturalWidth)"
        )
    assert [line for line in said if line.startswith(STOPPED)] == []
    context.close()


@pytest.mark.parametrize(
    "planted",
    [
        "<script>alert(1)</script>",
        '<script type="module">alert(1)</script>',
        '<img src="x" onerror="alert(1)">',
        '<p style="position: fixed">',
        '<li class="card" style="--ratio: 1; --wide: 1; background: red">',
    ],
)
def test_a_page_with_anything_that_runs_is_not_finished(planted: str, tmp_path: Path) -> None:
    (tmp_path / "page.html").write_text(BARE.format(planted), encoding="utf-8")
    with pytest.raises(ValueError, match=r"page\.html: "):
        close_pages(tmp_path)


def test_a_moved_page_is_closed_as_well() -> None:
    template = Path("generator/templates/moved.html.j2").read_text(encoding="utf-8")
    assert closed(template).count("Content-Security-Policy") == 1


def test_data_for_programs_needs_no_leave_and_styles_are_named_by_their_hash() -> None:
    text = BARE.format('<script type="application/ld+json">{}</script><style>p {}</style>')
    assert "script-src 'self';" in policy(text)
    assert len(re.findall(r"style-src 'self' 'sha256-[\w+/]{43}='", policy(text))) == 1
