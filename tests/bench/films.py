"""Moving figures in software rendering: time between frames while one turns, at first and adapted."""

import json
from collections.abc import Iterator
from pathlib import Path

from playwright.sync_api import sync_playwright

from generator.loading import load_handbook
from generator.press.browser import at_home, find_browser
from generator.press.motion import SOFTWARE
from tests.bench.table import Row
from tests.conftest import BARE, ROOT
from tests.figure.filming.reader import unpacked

SIDE = (600, 440)  # CSS px, at most
SECONDS = 6
TURN = """async ([root, slug, [wide, high], seconds]) => {
  const { Picture, filmsOf, sceneOf } = await import(`${root}assets/figures/picture.js`)
  const { film: own, body } = (await filmsOf(root)).films[slug]
  const scene = await sceneOf(new URL(own, root), new URL(body, root))
  const gl = WebGL2RenderingContext.prototype
  let calls = 0
  for (const name of ["drawArrays", "drawElements"]) {
    const own = gl[name]
    gl[name] = function (...asked) { calls++; return own.apply(this, asked) }
  }
  const place = document.body.appendChild(document.createElement("div"))
  const film = new Picture(place, scene), { camera } = scene.figure
  place.style.width = `${Math.min(wide, high * camera.width / camera.height)}px`
  const times = [], draws = []
  const paced = now => { times.push(now); requestAnimationFrame(paced) }
  requestAnimationFrame(paced)
  const draw = film.draw.bind(film)
  film.draw = () => { const before = calls; draw(); draws.push(calls - before) }
  await film.animate("turning", seconds * 1000, share => film.look({ yaw: share * 720, pitch: 10 }), false)
  const between = times.slice(1).map((time, n) => time - times[n])
  const middle = values => values.sort((a, b) => a - b)[values.length >> 1]
  const { width, height } = film.canvas, ms = [between.slice(0, 8), between.slice(-40)].map(middle)
  return [...ms, Math.max(...draws), scene.body.count, [width, height]]
}"""


def film_rows() -> Iterator[Row]:
    """Yield some films: milliseconds between frames at first and in the end, draw calls, vertices, size."""
    handbook = load_handbook(ROOT / "content")[0]
    yield ("film", "ms at first", "ms adapted", "draw calls", "vertices", "px")
    address = handbook.publisher.address
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=find_browser(), args=[*BARE, *SOFTWARE])
        for slug in _few(ROOT / "build" / "site" / "films"):
            page = at_home(browser.new_page(service_workers="block"), ROOT / "build" / "site", address)
            page.goto(f"{address}about/")
            first, last, calls, vertices, size = page.evaluate(TURN, [address, slug, SIDE, SECONDS])
            page.close()
            yield (slug, f"{first:.0f}", f"{last:.0f}", str(calls), str(vertices), f"{size[0]} × {size[1]}")
        browser.close()


def _few(folder: Path) -> list[str]:
    """Return the names of the smallest and the largest film of a built site, and of the widest picture."""
    films = json.loads((folder / "films.json").read_text(encoding="utf-8"))["films"]
    data = {slug: (folder.parent / film["film"]).read_bytes() for slug, film in films.items()}
    slugs = sorted(data, key=lambda slug: len(data[slug]))
    return [slugs[0], slugs[-1], max(slugs, key=lambda slug: _ratio(data[slug]))]


def _ratio(film: bytes) -> float:
    """Return how many times as wide as high a film's picture is."""
    camera = unpacked(film).head["camera"]
    return float(camera["width"] / camera["height"])
