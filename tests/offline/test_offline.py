"""The copy that a reader keeps: whole after one visit, never stale, told of and never forced."""

import json
import zipfile
from collections.abc import Iterator
from pathlib import Path
from time import monotonic

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from generator.offline.archive import write_archive
from generator.offline.listing import write_listing
from tests.offline.serving import Host, hosted

KEPT = """async () => {
  const registration = await navigator.serviceWorker.ready
  const store = await caches.open("/unknot/files")
  return registration.active.state === "activated" ? (await store.keys()).map(each => each.url) : []
}"""
LONGEST = 60
"""Seconds until a copy must be whole."""


def _wait_for_copy(page: Page, host: Host) -> None:
    """Until the copy is what the host lists, no more and no less: then its worker is at work.

    It looks at the files and asks the worker nothing, which would keep the old one from going.
    """
    wanted = {f"{host.address}{path}?{hash_}" for path, hash_ in json.loads(list_of(host)).items()}
    end = monotonic() + LONGEST
    while set(page.evaluate(KEPT)) != wanted:
        assert monotonic() < end, "the copy is not whole"
        page.wait_for_timeout(100)


@pytest.fixture(scope="module")
def host(site: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Host]:
    """The site at an address of its own, so that it may change and go away."""
    with hosted(site, tmp_path_factory.mktemp("host") / "site") as found:
        write_listing(found.folder)
        yield found


@pytest.fixture(scope="module")
def reader(browser: Browser, host: Host) -> Iterator[BrowserContext]:
    """A reader who has visited one page, once, and stayed until the copy was whole."""
    context = browser.new_context(viewport={"width": 1000, "height": 800})
    page = context.new_page()
    page.goto(host.address)
    _wait_for_copy(page, host)
    page.close()
    yield context
    context.close()


def list_of(host: Host) -> str:
    """The files that a reader's copy has, with their hashes, as JSON."""
    text = (host.folder / "sw.js").read_text(encoding="utf-8")
    return text.partition("self.FILES = ")[2].partition("\n")[0]


@pytest.fixture
def page(reader: BrowserContext, host: Host) -> Iterator[Page]:
    """A new tab of that reader; the host is there again when it closes."""
    opened = reader.new_page()
    errors: list[str] = []
    opened.on("pageerror", lambda error: errors.append(str(error)))
    yield opened
    opened.close()
    if host.server is None:
        host.on()
    assert errors == []


def test_the_handbook_works_with_the_server_stopped(page: Page, host: Host) -> None:
    host.off()
    page.goto(f"{host.address}routines/stiff-neck-ease/")
    expect(page.locator(".told")).to_contain_text("You are offline")
    page.get_by_role("button", name="Start now").click()
    page.locator(".follow-start").click()
    expect(page.locator(".follow-order")).to_have_text("First")
    expect(page.locator(".follow-figure svg").first).to_be_attached()
    page.get_by_role("button", name="Close", exact=True).click()
    page.get_by_role("textbox", name="Search").click()
    page.keyboard.type("stiff neck")
    expect(page.locator(".md-search-result__list li").first).to_contain_text("neck", ignore_case=True)
    page.goto(f"{host.address}build/#1&bridge&cat-cow")
    expect(page.locator(".builder-minutes")).to_contain_text("2 exercises")
    expect(page.locator("#builder-sheet .place svg").first).to_be_attached()
    page.goto(f"{host.address}exercises/")
    expect(page.locator("#finder label").first).to_be_attached()
    page.goto(f"{host.address}days/")
    expect(page.locator(".month")).to_be_visible()


def test_addresses_are_answered_offline_as_the_host_answers_them(page: Page, host: Host) -> None:
    host.off()
    page.goto(f"{host.address}guidance/sleep")
    assert page.url == f"{host.address}guidance/sleep/"
    page.goto(f"{host.address}a-z/?q=knot")
    expect(page.locator("h1")).to_have_text("A to Z")
    answer = page.goto(f"{host.address}nowhere/")
    assert answer and answer.status == 404
    expect(page.locator("h1")).to_have_text("This page is not here")


def _deploy(host: Host, path: str, old: str, new: str) -> None:
    """Change one file on the host as a deploy does."""
    file = host.folder / path
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new), encoding="utf-8")
    write_listing(host.folder)


def test_nothing_is_stale_after_a_deploy(page: Page, host: Host) -> None:
    """Pages are read from the network while there is one, and the copy follows by itself."""
    page.goto(f"{host.address}about/")
    _deploy(host, "about/index.html", "<h1", "<h1 data-new")
    page.reload()
    expect(page.locator("h1[data-new]")).to_be_visible()
    expect(page.locator(".told")).to_have_count(0)
    _wait_for_copy(page, host)
    host.off()
    page.reload()
    expect(page.locator("h1[data-new]")).to_be_visible()


def test_a_reader_of_the_old_copy_is_told_and_the_new_one_comes_when_asked_for(
    page: Page, host: Host
) -> None:
    """The page came from the copy, as on a slow network; then the host answers with a newer version."""
    page.goto(f"{host.address}guidance/sleep/")
    page.evaluate("localStorage.setItem('/unknot/days', '[]')")
    host.off()
    page.goto(f"{host.address}guidance/sleep/")
    _deploy(host, "guidance/sleep/index.html", "<h1", '<h1 data-newer="yes"')
    host.on()
    page.evaluate("import('../../assets/offline/copy.js?again')")
    told = page.locator(".told", has_text="newer version").first  # the page may have asked, too
    expect(told).to_be_visible()
    assert page.locator("h1[data-newer]").count() == 0, "nothing is forced"
    told.get_by_role("button", name="Show it").click()
    expect(page.locator("h1[data-newer]")).to_be_visible(timeout=20_000)
    assert page.evaluate("localStorage.getItem('/unknot/days')") == "[]"
    host.off()
    page.goto(f"{host.address}guidance/sleep/")
    expect(page.locator("h1[data-newer]")).to_be_visible()


def test_the_list_has_all_that_a_page_loads_and_nothing_of_the_theme(site: Path, host: Host) -> None:
    files = json.loads(list_of(host))
    pages = {path for path in files if path.endswith(".html")}
    there = {each.relative_to(site).as_posix() for each in site.rglob("*.html")}
    assert pages == there
    assert not [path for path in files if path.startswith("assets/javascripts/") or path.endswith(".pdf")]
    assert {path for path in files if path.startswith("assets/follow/")}


def test_it_can_be_installed(page: Page, host: Host) -> None:
    page.goto(host.address)
    manifest = page.evaluate(
        """async () => {
          const link = document.querySelector("link[rel=manifest]")
          const found = await (await fetch(link.href)).json()
          const size = async icon => {
            const image = await createImageBitmap(await (await fetch(new URL(icon.src, link.href))).blob())
            return `${image.width}x${image.height}` === icon.sizes
          }
          const icons = await Promise.all(found.icons.map(size))
          return { scope: new URL(found.scope, link.href).href, icons }
        }"""
    )
    assert manifest["scope"] == host.address
    assert len(manifest["icons"]) == 4 and all(manifest["icons"])


def test_the_archive_opens_from_a_disk(site: Path, tmp_path: Path, browser: Browser) -> None:
    """Every link of a page leads to a page, not to a list of files."""
    write_archive(site, tmp_path / "site.zip")
    with zipfile.ZipFile(tmp_path / "site.zip") as archive:
        archive.extractall(tmp_path / "site")
    page = browser.new_page()
    page.goto((tmp_path / "site" / "index.html").as_uri())
    expect(page.locator("html.no-js")).to_be_attached()
    page.locator(".top-links").get_by_role("link", name="Routines").click()
    page.get_by_role("link", name="Stiff neck: easy movement").first.click()
    expect(page.locator("h1")).to_have_text("Stiff neck: easy movement")
    assert page.locator(".round img").first.evaluate("each => each.complete && each.naturalWidth > 0")
    folders = page.locator("a[href$='/'], form[action$='/']").evaluate_all(
        "all => all.map(each => each.href ?? each.action).filter(each => each.startsWith('file:'))"
    )
    assert folders == []
    page.close()
