"""Draw every word of a pose: `make words` writes POSING.md and its pictures."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import yaml

from generator.figure import Caption, draw_figure
from generator.loading import load_handbook
from generator.model.pose import FigureSpec
from generator.pages.style import figure_css, portable
from tests.conftest import ROOT
from tests.guide import fill

WORDS = ROOT / "tests" / "pose-words.yml"
PICTURES = ROOT / ".github" / "poses"
BEGIN, END = "<!-- words: made by `make words` -->", "<!-- end of words -->"
FRONT = {"side": "left", "turn": "12", "above": "6"}
SIDE = {"side": "right", "turn": "72", "above": "10"}
ALT = "A person in the pose that the words on the left describe."


def spec_of(word: dict[str, Any]) -> FigureSpec:
    """The two-frame figure of one word."""
    figure = {
        "body": "woman",
        "base": word["base"],
        "view": FRONT if word.get("front") else SIDE,
        "crop": word.get("crop", "whole"),
        "props": word.get("props", {}),
        "target": {"stretches": [word["target"]]} if word.get("target") else {},
        "frames": {"A": {"alt": ALT}, "B": {"alt": ALT, **word["B"]}},
    }
    return FigureSpec.model_validate(figure)


def words() -> dict[str, dict[str, Any]]:
    """Every word by its name, as text, just as content is read."""
    found: dict[str, dict[str, Any]] = yaml.load(WORDS.read_text(encoding="utf-8"), yaml.BaseLoader)
    return found


def _pictures() -> Iterator[tuple[str, str]]:
    bases = load_handbook(ROOT / "content")[0].poses
    css = figure_css({})
    for name, word in words().items():
        captions = tuple(Caption(letter, word["words"], word["says"]) for letter in "AB")
        drawn = draw_figure(spec_of(word), bases, f"word-{name}", captions)
        svg = drawn.frames[1].svg
        head = '<svg xmlns="http://www.w3.org/2000/svg"' if "xmlns=" not in svg[:200] else "<svg"
        style = f"<style>{portable(css, svg)}</style>"
        yield name, re.sub(r"<svg([^>]*)>", rf"{head}\1>{style}", svg, count=1)


def _table() -> str:
    rows = [
        f"| `{word['words']}` | {word['says']} | ![{word['words']}](.github/poses/{name}.svg) |"
        for name, word in words().items()
    ]
    return "\n".join(["| you write | it means | it looks like |", "| --- | --- | --- |", *rows])


def main() -> None:
    """Write the pictures, and the table between the marks of POSING.md."""
    PICTURES.mkdir(parents=True, exist_ok=True)
    for old in PICTURES.glob("*.svg"):
        old.unlink()
    for name, svg in _pictures():
        Path(PICTURES / f"{name}.svg").write_text(svg, encoding="utf-8")
    fill(BEGIN, END, _table())


if __name__ == "__main__":
    main()
