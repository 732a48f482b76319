"""What readers do in WebKit, each story in a fresh browser: `python -m tests.engines webkit`.

Playwright does not drive Debian's WebKit, so these are few;
Chromium and Firefox run all tests of the site.
"""

import io
import json
import time
from base64 import b64decode
from collections.abc import Iterator
from pathlib import Path
from typing import Final

import numpy as np
import pytest
from numpy.typing import NDArray
from PIL import Image

from generator.handbook import Handbook
from tests.engines.webkit.launching import driver, opened
from tests.engines.webkit.session import LOOK, Session
from tests.kinds import KINDS
from tests.offline.serving import Host, hosted
from tests.offline.test_offline import KEPT, LONGEST, list_of

Pixels = NDArray[np.int64]
ROUTINE: Final = "stiff-neck-ease"
EXERCISE: Final = "exercises/lower-back/knee-rolls/"
LEFT, HOME, TAB, ENTER = "\ue012", "\ue011", "\ue004", "\ue007"
BOX: Final = "[data-md-component=search-query]"
CARDS: Final = """return [...document.querySelectorAll("li[data-exercise]")]
  .filter(each => each.checkVisibility()).map(each => each.dataset.exercise)"""
FITTED: Final = "return document.querySelector('main .sheet.fitted') && document.fonts.status === 'loaded'"
PAPERS: Final = """const { fitSheet, ROOM_MM } = await import(`${arguments[0]}assets/sheet/fit.js`)
const sheet = document.querySelector("main .sheet")
return Object.fromEntries(["a4", "letter"].map(paper => [paper, fitSheet(sheet, paper) <= ROOM_MM[paper]]))"""
PICTURED: Final = """const paper = document.querySelector("#builder-sheet")?.shadowRoot
return paper?.querySelector(".place svg")"""
PLACE: Final = "return document.activeElement.matches('.map-names a') && document.activeElement.textContent"
DRAWN: Final = """const canvas = document.querySelector(".film canvas")
const copy = Object.assign(document.createElement("canvas"), { width: canvas.width, height: canvas.height })
const context = copy.getContext("2d")
context.drawImage(canvas, 0, 0)
return context.getImageData(0, 0, copy.width, copy.height).data.some(each => each)"""
TOTAL: Final = "return document.querySelector('.follow-left').textContent"
FILLED: Final = """for (let size = 1 << 22, n = 0; size; n++)
  try { localStorage.setItem(`filled-${n}`, "x".repeat(size)) } catch { size >>= 1 }
return true"""
REFUSED: Final = """<script>
  for (const name of ["localStorage", "sessionStorage"])
    Object.defineProperty(window, name, { get() { throw new DOMException("refused", "SecurityError") } })
</script>"""
BARE: Final = """<script>
  Object.defineProperty(window, "speechSynthesis", { value: undefined })
  Object.defineProperty(navigator, "wakeLock", { value: undefined })
</script>"""
LISTEN: Final = """<script>
  window.faults = []
  addEventListener("error", each =>
    faults.push(each.message ?? `did not load: ${each.target.outerHTML}`), true)
  addEventListener("unhandledrejection", each => faults.push(`rejected: ${each.reason}`))
  addEventListener("securitypolicyviolation", each =>
    faults.push(`stopped by the policy: ${each.violatedDirective} ${each.blockedURI} ${each.sample}`))
  console.error = (...words) => faults.push(words.join(" "))
</script>"""


@pytest.fixture(scope="module")
def webkit(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of WebKit's driver."""
    with driver(tmp_path_factory.mktemp("webkit")) as found:
        yield found


@pytest.fixture
def reader(webkit: str) -> Iterator[Session]:
    """A reader who comes for the first time."""
    with opened(webkit) as session:
        yield session


def test_search(reader: Session, address: str) -> None:
    """It finds an exercise by its name, and danger before everything else."""
    reader.open(address)
    reader.tap(BOX)
    reader.keys("knee to chest")
    reader.see(".md-search-result__item:first-child", "nee to chest")
    reader.open(address)
    reader.tap(BOX)
    reader.keys("numb between my legs")
    assert reader.see(".search-call", "Call")
    assert reader.script("return document.querySelectorAll('.md-search-result__item').length") == 1


def test_finder(reader: Session, address: str, handbook: Handbook) -> None:
    """A tap on an area leaves its exercises and no others."""
    reader.open(f"{address}exercises/")
    reader.tap("#finder summary", "Where")
    reader.tap("#finder label", handbook.areas["neck"].name)
    neck = [slug for slug, each in handbook.exercises.items() if each.area == "neck"]
    reader.see(".finder-count", f"{len(neck)} of ")
    assert set(reader.script(CARDS)) == set(neck)


def test_builder(reader: Session, address: str) -> None:
    """Two exercises, one with another dose: the sheet says so, and a link brings it back."""
    reader.open(f"{address}build/")
    reader.tap("#builder summary", "Pick from pictures")
    reader.tap(".pick-list button", "Add Chin tuck")
    reader.tap(".pick-list button", "Add Cat-cow")
    reader.tap("[data-focus=repetitions-0]")
    reader.script("document.activeElement.select()")
    reader.keys(f"7{TAB}")
    paper = "const paper = document.querySelector('#builder-sheet').shadowRoot\n"
    reader.until(f"{paper}return paper.querySelector('.sheet')?.textContent.includes('7 times')")
    reader.until(f"{paper}return paper.querySelectorAll('.place svg').length >= 2")
    link = reader.script("return location.href")
    assert "chin-tuck" in link and "cat-cow" in link
    reader.open("about:blank")
    reader.open(link)
    reader.see(".builder-minutes", "2 exercises")
    reader.until(f"{paper}return paper.querySelector('.sheet')?.textContent.includes('7 times')")


def test_sheet(reader: Session, address: str, handbook: Handbook) -> None:
    """Every ready sheet fits one page of either paper; so does one's own, and a long one is told."""
    for slug in handbook.routines:
        reader.open(f"{address}routines/{slug}/sheet/")
        reader.until(FITTED)
        assert reader.later(PAPERS, address) == {"a4": True, "letter": True}, slug
    for count, fits in ((8, True), (24, False)):
        reader.open("about:blank")
        reader.open(f"{address}build/#1&{'&'.join(list(handbook.exercises)[:count])}")
        reader.until(PICTURED)
        reader.until("return document.querySelector('.builder-pages').hidden === arguments[0]", fits)
        time.sleep(1)
        assert reader.script("return document.querySelector('.builder-pages').hidden") is fits


def test_body_map(reader: Session, address: str) -> None:
    """The keyboard comes to a part in the list and opens its exercises."""
    reader.open(f"{address}body-map/")
    for _ in range(60):
        reader.keys(TAB)
        if name := reader.script(PLACE):
            break
    assert name
    reader.keys(ENTER)
    reader.until("return location.pathname.includes('/exercises/')")
    assert name in reader.see("h1")
    assert reader.see(".cards li")


def _canvas(reader: Session) -> Pixels:
    """The pixels of the moving figure."""
    code = "return document.querySelector('.film canvas').toDataURL().split(',')[1]"
    return np.asarray(Image.open(io.BytesIO(b64decode(reader.script(code)))).convert("RGBA"), dtype=int)


def _changed(one: Pixels, other: Pixels) -> float:
    """The share of pixels that differ clearly."""
    return float((np.abs(one - other).max(axis=2) > 40).mean())


def test_moving_figure(reader: Session, address: str) -> None:
    """It is drawn with WebGL2, goes a step, turns by keys and comes back."""
    reader.open(f"{address}{EXERCISE}")
    reader.tap(".film-open")
    reader.until("return document.activeElement.matches('.film canvas')")
    reader.until(DRAWN)
    first = _canvas(reader)
    assert (first[..., 3] > 0).mean() > 0.05 and len(np.unique(first.reshape(-1, 4), axis=0)) > 20
    for _ in range(3):
        reader.keys(LEFT)
    time.sleep(1)
    assert _changed(first, _canvas(reader)) > 0.01
    reader.keys(HOME)
    time.sleep(2)
    assert _changed(first, _canvas(reader)) < 0.001
    reader.tap(".film button", "Picture B")
    reader.see(".film-said", "Picture B")
    assert _changed(first, _canvas(reader)) > 0.001


def test_follow_along(reader: Session, address: str) -> None:
    """A phase changes by itself; a pause stands still; a reload comes back to what is due."""
    reader.open(f"{address}routines/{ROUTINE}/")
    reader.tap("button", "Start now")
    reader.tap(".follow-start")
    reader.see(".follow-order", "First")
    reader.see(".follow-order", "Get ready")
    reader.tap(".follow-main", "Pause")
    left = reader.script(TOTAL)
    time.sleep(2)
    assert reader.script(TOTAL) == left
    reader.tap(".follow-main", "Go on")
    name = reader.see(".follow-name")
    reader.open(reader.script("return location.href"))
    reader.see("dialog[open] .follow-name", name)
    reader.until("return document.querySelector('.follow-left').textContent !== arguments[0]", left)
    reader.see(".follow-note", "Tap the screen once")


def test_storage(reader: Session, address: str) -> None:
    """A device that is full: the builder says that it keeps nothing, and how to keep the sheet."""
    reader.open(f"{address}build/#1&chin-tuck&cat-cow")
    reader.tap("button", "Change it")
    assert reader.script(FILLED)
    reader.tap("button", "Save on this device")
    reader.see(".builder-status", "does not let the page keep anything")


def test_refused_storage(reader: Session, site: Path, tmp_path: Path) -> None:
    """A device that keeps nothing for any page: a sheet and a run go on, and what is not kept is said."""
    with hosted(site, tmp_path / "site") as host:
        for where in ("build/", f"routines/{ROUTINE}/"):
            _told_before(host.folder / where / "index.html", REFUSED)
        reader.open(f"{host.address}build/#1&chin-tuck&cat-cow")
        reader.tap("button", "Change it")
        reader.tap("button", "Save on this device")
        reader.see(".builder-status", "does not let the page keep anything")
        reader.open(f"{host.address}routines/{ROUTINE}/")
        reader.tap("button", "Start now")
        reader.tap(".follow-start")
        reader.see(".follow-order", "Get ready")


def test_no_voice_and_no_lock(reader: Session, site: Path, tmp_path: Path) -> None:
    """A device without a voice, whose screen goes dark: both are said, and the run goes on."""
    with hosted(site, tmp_path / "site") as host:
        _told_before(host.folder / "routines" / ROUTINE / "index.html", BARE)
        reader.open(f"{host.address}routines/{ROUTINE}/")
        reader.tap("button", "Start now")
        reader.see(".follow-small", "no voice")
        reader.tap(".follow-start")
        reader.see(".follow-note", "may go dark")
        reader.see(".follow-order", "Get ready")


def _told_before(file: Path, script: str) -> None:
    """Let a page run a script before its own, and before its policy."""
    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace("<head>", f"<head>{script}", 1), encoding="utf-8")


def test_offline(reader: Session, site: Path, tmp_path: Path) -> None:
    """After one visit the handbook works with the server stopped."""
    with hosted(site, tmp_path / "site") as host:
        reader.open(host.address)
        if not reader.script("return 'serviceWorker' in navigator"):
            pytest.skip("this WebKit has no service workers")
        _wait_for_copy(reader, host)
        host.off()
        reader.open(f"{host.address}routines/{ROUTINE}/")
        reader.see(".told", "You are offline")
        reader.tap(BOX)
        reader.keys("stiff neck")
        reader.see(".md-search-result__item:first-child", "neck")


def _wait_for_copy(reader: Session, host: Host) -> None:
    end = time.monotonic() + LONGEST
    while len(reader.later(f"return await ({KEPT})()")) < len(json.loads(list_of(host))):
        assert time.monotonic() < end, "the copy is not whole"
        time.sleep(LOOK)


def test_every_kind_of_page(reader: Session, site: Path, tmp_path: Path, handbook: Handbook) -> None:
    """No error and nothing that the page's own policy stops."""
    faults = {}
    with hosted(site, tmp_path / "site") as host:
        for kind, where in KINDS.items():
            page = host.folder / where(handbook) / "index.html"
            file = page if page.exists() else host.folder / "404.html"
            _told_before(file, LISTEN)
            reader.open(f"{host.address}{where(handbook)}")
            time.sleep(1)
            faults[kind] = reader.script("return window.faults ?? ['no one listened']")
    assert {kind: each for kind, each in faults.items() if each} == {}
