"""The words of a pose: directions, amounts, parts of the body and places on it.

A number is a size (degrees or centimetres), a word is a direction; there are no signs.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from typing import Annotated

from pydantic import AfterValidator, BeforeValidator

from generator.nearness import suggestion as suggestion  # also for what reads a pose

DIRECTIONS = ("up", "down", "left", "right", "forward", "backward", "headward", "footward", "in", "out")
FRAMES = ("chest", "pelvis", "head")
PAIRED_PARTS = (
    "palm", "back_of_hand", "hand_edge", "fingertips", "fist", "hand", "wrist", "forearm", "elbow",
    "upper_arm", "shoulder", "shoulder_blade", "ear", "head_side", "cheek", "buttock", "hip", "thigh",
    "thigh_back", "knee", "knee_inside", "shin", "calf", "ankle", "heel", "sole", "toes", "instep", "foot",
)  # fmt: skip
SINGLE_PARTS = (
    "head", "back_of_head", "forehead", "chin", "crown", "nose", "chest", "belly", "back", "upper_back",
    "mid_back", "low_back", "shoulders", "seat", "pelvis", "tailbone", "feet", "knees", "front",
)  # fmt: skip
PAIRED_SPOTS = (
    "knee", "knee_outside", "knee_inside", "knee_back", "thigh", "thigh_low", "thigh_middle", "thigh_back",
    "thigh_outside", "thigh_inside", "shin", "shin_low", "shin_inside", "calf", "ankle", "heel", "sole",
    "toes", "foot_top", "elbow", "elbow_inside", "upper_arm", "forearm", "wrist", "palm", "shoulder",
    "shoulder_outside", "shoulder_front", "shoulder_back", "shoulder_blade", "hip", "hip_side", "buttock",
    "chest", "belly", "ribs", "low_back", "spine", "head_side", "head_back", "crown", "forehead", "cheek",
    "chin", "ear", "neck_back",
)  # fmt: skip
LARGEST = 400.0
"""More than a whole turn in degrees, and the width of a room in centimetres."""
SIDES = ("left", "right")
EVERY = ("left", "right", "both")


def parse_number(value: object) -> float:
    """Return the size written in `value`; ValueError for a sign or for what is no number."""
    if isinstance(value, int | float) and not isinstance(value, bool):
        text = repr(value)
    else:
        text = str(value).strip()
    if re.fullmatch(r"[-+]\s*[\d.]+", text):
        raise ValueError(f"'{text}': no signs here, a number is only a size; the word says the direction")
    if not re.fullmatch(r"\d+(\.\d+)?|\.\d+", text):
        raise ValueError(f"'{text}': expected a plain number such as 12 or 0.5")
    if float(text) > LARGEST:
        raise ValueError(
            f"'{text[:12]}' is too large; {LARGEST:g} is the most, in degrees and in centimetres"
        )
    return float(text)


def parse_terms(text: str) -> tuple[tuple[str, float], ...]:
    """Return the words of `text` with the number after each (1 if none): "up 3 out" -> (up, 3), (out, 1)."""
    terms: list[tuple[str, float]] = []
    for token in text.split():
        if token[0].isdigit() or token[0] in "+-.":
            if not terms:
                raise ValueError(f"'{text}': write the word first, then the number, as in 'left 8'")
            terms[-1] = (terms[-1][0], parse_number(token))
        else:
            terms.append((token, 1.0))
    if not terms:
        raise ValueError("empty; expected a word such as 'left 8'")
    return tuple(terms)


def split_frame(text: str) -> tuple[str, str]:
    """Return the part of the body whose axes count ("" for the room) and the rest: "chest.up 2"."""
    frame, dot, rest = text.strip().partition(".")
    return (frame, rest) if dot and frame.isalpha() else ("", text.strip())


def check_words(text: str, allowed: Iterable[str], what: str) -> None:
    """Raise ValueError with a suggestion unless each word of `text` is one of `allowed`."""
    for word, _ in parse_terms(text):
        if word not in allowed:
            raise ValueError(f"'{text}': no {what} '{word}'{suggestion(word, allowed)}")


def check_direction(text: str) -> str:
    """Return `text` if it is a direction such as "up 3 out 1" or "chest.forward"; else ValueError."""
    frame, rest = split_frame(text)
    if frame and frame not in FRAMES:
        raise ValueError(f"'{text}': no frame '{frame}'{suggestion(frame, FRAMES)}")
    check_words(rest, DIRECTIONS, "direction")
    return text


def amounts(*allowed: str) -> Callable[[str], str]:
    """Return a check that a text pairs words of `allowed` with numbers: "left 8 forward 3"."""

    def check(text: str) -> str:
        check_words(text, allowed, "direction")
        if len(parse_terms(text)) != len(re.findall(r"(?<![\w.])[\d.]+", text)):
            raise ValueError(f"'{text}': each word needs a number after it, as in '{allowed[0]} 8'")
        return text

    return check


def check_sided(
    paired: Iterable[str], single: Iterable[str], what: str, sides: Iterable[str] = EVERY
) -> Callable[[str], str]:
    """Return a check that a text names a part: "left knee", "both palm" or, for middle ones, "head"."""

    def check(text: str) -> str:
        side, _, noun = text.strip().partition(" ")
        if (side in sides and noun in paired) or text in single:
            return text
        if text in paired:
            more = f" or 'both {text}'" if "both" in sides else ""
            raise ValueError(f"'{text}': say which side, as in 'left {text}'{more}")
        raise ValueError(f"no {what} '{text}'{suggestion(noun or text, (*paired, *single))}")

    return check


check_part = check_sided(PAIRED_PARTS, SINGLE_PARTS, "part of the body")
MIDDLE_SPOTS = ("head", "pelvis", "shoulders", "chest", "seat")
check_spot = check_sided(PAIRED_SPOTS, MIDDLE_SPOTS, "place on the body", (*SIDES, "own", "other"))
check_place = check_sided(
    (*PAIRED_SPOTS, *PAIRED_PARTS), (*MIDDLE_SPOTS, *SINGLE_PARTS), "place on the body", SIDES
)

Size = Annotated[float, BeforeValidator(parse_number)]
"""Degrees or centimetres, never below zero."""

Text = Annotated[str, BeforeValidator(lambda value: str(value) if isinstance(value, int | float) else value)]
Direction = Annotated[Text, AfterValidator(check_direction)]
"""A direction in words: "up", "up 3 out 1", "chest.forward"."""

Sideways = Annotated[Text, AfterValidator(amounts("left", "right"))]
"""Degrees to one of the person's own sides: "left 8"."""

Leaning = Annotated[Text, AfterValidator(amounts("forward", "backward", "left", "right", "up", "down"))]
"""Degrees the head end of the trunk leans towards a direction: "forward 20 left 5"."""

ShoulderMove = Annotated[Text, AfterValidator(amounts("up", "down", "forward", "backward"))]
"""Centimetres the shoulder girdle moves: "down 2 backward 3"."""

Shift = Annotated[Text, AfterValidator(amounts(*DIRECTIONS))]
"""Centimetres in any direction: "up 3"."""

Part = Annotated[Text, AfterValidator(check_part)]
"""A part of the body that can touch something: "left palm", "both knee", "forehead"."""

Spot = Annotated[Text, AfterValidator(check_spot)]
"""A place on the body that can be touched: "right thigh_outside"."""

Place = Annotated[Text, AfterValidator(check_place)]
"""A place on the body that a thing lies at: "right palm", "left spine", "seat"."""
