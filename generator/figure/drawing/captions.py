"""The words of a finished picture: put in when they change, without drawing it again; loads without numpy."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from html import escape

from .drawn import Caption, DrawnFigure, DrawnFrame

WORDS = re.compile(r'(<title id="[^"]*">)[^<]*(</title><desc id="[^"]*">)[^<]*(</desc>)')


def captioned(figure: DrawnFigure, captions: Sequence[Caption]) -> DrawnFigure:
    """Return the figure with the words of `captions` in its frames of the same letters."""
    words = {caption.letter: caption for caption in captions}
    frames = (_with_words(frame, words.get(frame.letter)) for frame in figure.frames)
    return replace(figure, frames=tuple(frames))


def _with_words(frame: DrawnFrame, words: Caption | None) -> DrawnFrame:
    if words is None:
        return frame
    title, description = escape(words.title), escape(words.description)
    svg = WORDS.sub(lambda found: f"{found[1]}{title}{found[2]}{description}{found[3]}", frame.svg, count=1)
    return replace(frame, svg=svg)
