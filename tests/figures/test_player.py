"""The moving figure: comes with a tap, plays, steps, turns and mirrors, and looks like the still."""

from __future__ import annotations

import gzip
import io
import re
from base64 import b64decode
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
from PIL import Image
from playwright.sync_api import Browser, Page, expect
from scipy import ndimage

from generator.handbook import Handbook
from tests.conftest import SITE
from tests.drawing import PATIENCE, page_that_draws
from tests.styling import restyle

ALIKE = 0.97  # share of both silhouettes that overlaps
EDGES = 4  # px, half the width of what is an edge of a thing, no part of a person
MOST_CODE = 15_000  # bytes of all that the first tap fetches as code, lean and each file compressed
MOST_BOOK = 700_000
BLACK = ("skin", "deep-skin", "shirt", "legs", "hair", "deep-hair")
WHITE = ("prop", "wood", "soft", "wall", "mat", "roller")
FLAT = (
    "".join(f"--fig-{name}: #000; --fig-{name}-far: #000; " for name in BLACK)
    + "".join(f"--fig-{name}: #fff; --fig-{name}-dark: #fff; " for name in WHITE)
    + "--fig-line: #000; --fig-target: #000; --fig-target-pale: #000; --fig-fibre: #000; "
    + "--fig-shade: #fff; --fig-paper: #fff; --fig-band: #fff;"
)
HIDDEN = ".f-arrow, .f-blade, .f-ridge, .f-contact, .f-edge, .f-ghost, .film-arrows"
PLAIN = f":root, body, .fig {{ {FLAT} background: #fff }} {HIDDEN} {{ display: none !important }}"
BESIDE = """([svg, width]) => {
  const box = document.createElement("div")
  box.id = "beside"
  box.style.cssText = `position:absolute;left:0;top:0;z-index:99;background:#fff;width:${width}px`
  box.innerHTML = svg
  box.firstChild.style.cssText = "max-height:none;width:100%"
  document.body.append(box)
}"""


LOST = """async ([root, slugs]) => {
  const { openFilm } = await import(`${root}assets/figures/picture.js`)
  const contexts = [], { getContext } = HTMLCanvasElement.prototype
  HTMLCanvasElement.prototype.getContext = function (...asked) {
    const made = getContext.apply(this, asked)
    if (asked[0] === "webgl2") contexts.push(made)
    return made
  }
  const frames = async count => { while (count--) await new Promise(requestAnimationFrame) }
  const places = slugs.map(() => document.body.appendChild(document.createElement("div")))
  for (const place of places) place.style.width = "320px"
  for (const [n, slug] of slugs.entries()) await openFilm(places[n], slug)
  const [gl, ...more] = contexts
  if (more.length) throw new Error("films do not share one context")
  await frames(4)
  const canvases = places.map(place => place.querySelector("canvas"))
  const seen = () => canvases.map(canvas => canvas.toDataURL())
  const told = name => new Promise(done => gl.canvas.addEventListener(name, done, { once: true }))
  const before = seen(), loss = gl.getExtension("WEBGL_lose_context")
  const lost = told("webglcontextlost"), restored = told("webglcontextrestored")
  loss.loseContext()
  await lost
  canvases.forEach(canvas => canvas.getContext("2d").clearRect(0, 0, 9999, 9999))
  setTimeout(() => loss.restoreContext())
  await restored
  await frames(4)
  return seen().map((picture, n) => picture === before[n])
}"""


@pytest.fixture
def page(drawing: Browser, address: str) -> Iterator[Page]:
    """A page on which a script error fails the test."""
    with page_that_draws(drawing) as opened:
        yield opened


def filmed(handbook: Handbook) -> list[str]:
    """Return the addresses of the exercises that offer a film."""
    there = []
    for exercise in handbook.exercises.values():
        text = (SITE / exercise.address / "index.html").read_text(encoding="utf-8")
        there += [exercise.address] if 'class="film"' in text else []
    return there


def opened(page: Page, address: str, exercise: str) -> None:
    """Open an exercise and its film."""
    page.goto(f"{address}{exercise}/")
    page.get_by_role("button", name="See it move").click()
    page.wait_for_function("() => document.querySelector('.film canvas')?.width > 300")
    settle(page)


def settle(page: Page) -> None:
    """Wait until what was asked for is drawn, and drawn with all samples where the device was slow."""
    page.evaluate("() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))")
    expect(page.locator("canvas[data-coarse]")).to_have_count(0, timeout=PATIENCE)


def grey(data: bytes) -> np.ndarray:
    """Return a picture's greys, `(h, w)`."""
    return np.asarray(Image.open(io.BytesIO(data)).convert("L"), dtype=int)


def moving_picture(page: Page) -> np.ndarray:
    """Return the greys of the film's canvas as it was drawn last."""
    address = page.locator(".film canvas").evaluate("canvas => canvas.toDataURL()")
    return grey(b64decode(address.partition(",")[2]))


def still(page: Page) -> None:
    """Ask for no motion, so that steps are there at once."""
    page.emulate_media(reduced_motion="reduce")


@pytest.fixture
def exercise(handbook: Handbook, site: object) -> str:
    """The exercise with a film whose one repetition takes longest."""
    known = {each.address: each for each in handbook.exercises.values()}
    return max(filmed(handbook), key=lambda address: known[address].dose.move)


def test_nothing_is_fetched_before_the_tap(page: Page, address: str, exercise: str) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(f"{address}{exercise}/")
    expect(page.get_by_role("button", name="See it move")).to_be_visible()
    assert [url for url in asked if re.search(r"\.film$|player\.js|stage\.js", url)] == []


def test_the_offer_moves_nothing_when_it_comes_late(page: Page, address: str, exercise: str) -> None:
    page.route("**/figures/open.js", lambda route: route.abort())
    page.goto(f"{address}{exercise}/")
    below = "() => document.querySelector('.film').getBoundingClientRect().bottom + scrollY"
    without = page.evaluate(below)
    page.unroute_all()
    page.goto(f"{address}{exercise}/")
    expect(page.get_by_role("button", name="See it move")).to_be_visible()
    assert page.evaluate(below) == without


def test_playing_moves_the_picture_and_pausing_stops_it(page: Page, address: str, exercise: str) -> None:
    opened(page, address, exercise)
    before = moving_picture(page)
    page.get_by_role("button", name="Play").click()
    page.wait_for_function("() => Number(document.querySelector('.film input').value) > 20")
    page.get_by_role("button", name="Pause").click()
    settle(page)
    after = moving_picture(page)
    assert (np.abs(after - before) > 40).sum() > 100
    settle(page)
    assert (moving_picture(page) == after).all()


def test_it_does_not_start_by_itself(page: Page, address: str, exercise: str) -> None:
    opened(page, address, exercise)
    page.wait_for_timeout(500)
    assert page.locator(".film input").input_value() == "0"


def test_without_motion_a_step_is_there_at_once_and_is_said(page: Page, address: str, exercise: str) -> None:
    still(page)
    opened(page, address, exercise)
    page.get_by_role("button", name="Picture B").click()
    assert page.locator(".film input").input_value() == "100"
    expect(page.locator(".film-said")).to_contain_text("Picture B")


def test_keys_turn_it_and_home_brings_it_back(page: Page, address: str, exercise: str) -> None:
    still(page)
    opened(page, address, exercise)
    page.locator(".film canvas").focus()
    before = moving_picture(page)
    for _ in range(3):
        page.keyboard.press("ArrowLeft")
    settle(page)
    assert (np.abs(moving_picture(page) - before) > 40).mean() > 0.01
    page.keyboard.press("Home")
    settle(page)
    assert (np.abs(moving_picture(page) - before) > 40).mean() < 0.001


def test_the_other_side_is_the_mirror_of_the_picture(page: Page, address: str, exercise: str) -> None:
    still(page)
    opened(page, address, exercise)
    before = moving_picture(page)
    page.get_by_role("button", name="Other side").click()
    settle(page)
    mirrored = moving_picture(page)[:, ::-1]
    assert (np.abs(mirrored - before) > 60).mean() < 0.03


def test_closing_leaves_the_still_and_the_offer(page: Page, address: str, exercise: str) -> None:
    opened(page, address, exercise)
    page.get_by_role("button", name="Close the moving picture").click()
    expect(page.locator(".film canvas")).to_have_count(0)
    expect(page.get_by_role("button", name="See it move")).to_be_focused()


def silhouettes(page: Page, letters: int) -> Iterator[float]:
    """Yield how much of still and moving picture overlap in each frame."""
    restyle(page, PLAIN)
    for number in range(letters):
        page.locator(".film-row button").nth(1 + number).click()
        settle(page)
        moving = moving_picture(page) < 128
        svg = page.locator(".frame svg.fig").nth(number).evaluate("svg => svg.outerHTML")
        high, width = moving.shape
        page.evaluate(BESIDE, [svg, width])
        drawn = grey(page.locator("#beside svg").screenshot(caret="initial")) < 128
        page.evaluate("document.getElementById('beside').remove()")
        size = min(high, drawn.shape[0])
        one, other = (ndimage.binary_opening(each[:size], iterations=EDGES) for each in (moving, drawn))
        yield float((one & other).sum() / max((one | other).sum(), 1))


def overlap(page: Page, address: str, exercise: str) -> list[float]:
    """Return the overlaps of all frames of an exercise's film."""
    still(page)
    opened(page, address, exercise)
    return list(silhouettes(page, page.locator(".film-row").first.locator("button").count() - 2))


def test_the_moving_picture_covers_what_the_still_covers(page: Page, address: str, exercise: str) -> None:
    assert min(overlap(page, address, exercise)) > ALIKE


@pytest.mark.audit
def test_every_film_covers_what_its_still_covers(page: Page, address: str, handbook: Handbook) -> None:
    found = {exercise: overlap(page, address, exercise) for exercise in filmed(handbook)}
    print(*(f"{name} {[round(each, 3) for each in own]}" for name, own in found.items()), sep="\n")
    assert {name: own for name, own in found.items() if min(own) < ALIKE} == {}


def loaded(script: Path) -> set[Path]:
    """Return a script of the site and all that come with it."""
    ways = re.findall(r'(?:from ?|import\()"(\./\w+\.js)"', script.read_text(encoding="utf-8"))
    return {script}.union(*(loaded(script.parent / way) for way in ways))


def test_the_code_and_the_book_stay_small(site: Path) -> None:
    code = loaded(site / "assets" / "figures" / "player.js")
    assert code > {site / "assets" / "figures" / "player.js"}
    assert sum(len(gzip.compress(file.read_bytes(), 9)) for file in code) < MOST_CODE
    assert sum(file.stat().st_size for file in (site / "films").iterdir()) < MOST_BOOK


def test_a_second_film_is_drawn_without_a_warning_and_after_the_loss_of_the_first_picture(
    page: Page, address: str, handbook: Handbook
) -> None:
    """Films share one context: a film with a target after one without, and all again after its loss."""
    said: list[str] = []
    page.on("console", lambda message: said.append(message.text))
    still(page)
    page.goto(f"{address}about/")
    slugs = [exercise.rpartition("/")[2] for exercise in filmed(handbook)[:3]]
    same = page.evaluate(LOST, [address, slugs])
    assert [text for text in said if "INVALID" in text] == []
    assert same == [True] * len(slugs)


def test_any_page_below_a_sub_path_may_show_a_film(page: Page, address: str, exercise: str) -> None:
    """As a run does, from the exercise's name alone."""
    page.goto(f"{address}about/")
    letters = page.evaluate(
        """async ([root, slug]) => {
          const { openFilm } = await import(`${root}assets/figures/picture.js`)
          const place = document.body.appendChild(document.createElement("div"))
          const film = await openFilm(place, slug)
          film.show(1)
          const { letters } = film
          film.dispose()
          return letters
        }""",
        [address, exercise.rpartition("/")[2]],
    )
    assert len(letters) >= 2
