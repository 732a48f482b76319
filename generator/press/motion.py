"""A figure's movement as PNG pictures, for slides: drawn by a browser as a reader's page would."""

from base64 import b64decode
from collections.abc import Iterator
from pathlib import Path

from .browser import reader

SOFTWARE = ("--use-angle=swiftshader", "--enable-unsafe-swiftshader", "--ignore-gpu-blocklist")
WIDTH = 1200  # px of each picture
HOME = "https://handbook.invalid/"
EMPTY = "assets/figures/film.css"
"""Any file of the site: a page has to lie in the handbook before it may load its scripts."""
STYLE = "".join(
    f'<link rel="stylesheet" href="{HOME}{each}">' for each in ("brand.css", "assets/figures/style.css")
)
PLACE = f'<div id="place" style="width:{WIDTH}px;background:var(--fig-paper)"></div>'
OPEN = """async slug => {
  const { openFilm } = await import("%sassets/figures/picture.js")
  self.film = await openFilm(document.getElementById("place"), slug)
  return self.film ? self.film.letters.length - 1 : 0
}"""
SHOW = """async at => {
  self.film.show(at)
  await new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))
  return document.querySelector("canvas").toDataURL("image/png")
}"""


class NoFilmError(Exception):
    """There is nothing to show; the message says why."""


def pictures_of(docs: Path, slug: str, count: int) -> Iterator[bytes]:
    """Yield `count` PNGs of one whole repetition of the exercise `slug`, from the made files below `docs`.

    NoBrowserError where no browser runs, NoFilmError where the handbook has no such film.
    """
    with reader(docs, HOME, SOFTWARE) as page:
        page.goto(f"{HOME}{EMPTY}")
        page.set_content(f"<!doctype html>{STYLE}{PLACE}", wait_until="load")
        legs = page.evaluate(OPEN % HOME, slug)
        if not legs:
            raise NoFilmError(f"there is no film of '{slug}'; only exercises that move have one")
        for number in range(count):
            address = page.evaluate(SHOW, legs * number / max(count - 1, 1))
            yield b64decode(address.partition(",")[2])


def write_pictures(docs: Path, slug: str, count: int, folder: Path) -> int:
    """Write `<slug>-001.png` and so on into `folder`, and return how many there are."""
    folder.mkdir(parents=True, exist_ok=True)
    for old in folder.glob(f"{slug}-*.png"):
        old.unlink()
    total = 0
    for total, data in enumerate(pictures_of(docs, slug, count), 1):
        (folder / f"{slug}-{total:03d}.png").write_bytes(data)
    return total
