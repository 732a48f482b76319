"""Rounding errors, which differ from machine to machine, change no picture that anybody could see."""

from __future__ import annotations

import re
from dataclasses import replace

import numpy as np
import pytest

from generator.figure import figure
from generator.figure.body.body import Body, load_body
from generator.figure.drawing.drawn import DrawnFigure
from generator.figure.posing import pose
from generator.figure.posing.solver import State
from generator.figure.things.compass import Compass
from generator.handbook import Handbook
from generator.orders import Order, ordered

NOISE = 1e-9  # m and radians; machines differ by less
MOST = 0.5  # px
NAMES = ("walking", "bridge", "neck-rotation")
RARER = [pytest.param(name, marks=pytest.mark.audit) for name in NAMES[1:]]
"""More of the same, in the audit."""


@pytest.fixture(scope="module")
def orders(handbook: Handbook) -> dict[str, Order]:
    """Return the real figures by name."""
    return {order.name: order for order in ordered(handbook) if order.name in NAMES}


def drawn(order: Order, patch: pytest.MonkeyPatch, noise: float) -> DrawnFigure:
    """Return a figure drawn of a body and from a start that are off by `noise`."""
    random = np.random.default_rng(7)
    exact = load_body(order.spec.body)
    body = replace(exact, rest=exact.rest + random.normal(scale=noise, size=exact.rest.shape))
    neutral = pose.neutral

    def shaken(body: Body, compass: Compass) -> State:
        state = neutral(body, compass)
        return replace(state, x=state.x + random.normal(scale=noise, size=state.x.shape))

    with patch.context() as patched:
        patched.setattr(pose, "neutral", shaken)
        patched.setattr(figure, "load_body", lambda _: body)
        pose.opened.cache_clear()
        result = figure.draw_figure(order.spec, order.bases, order.slug)
    pose.opened.cache_clear()
    return result


def without_numbers(svg: str) -> str:
    """Return a picture without its numbers: elements, classes and path commands."""
    return re.sub(r"-?\d*\.?\d+", "#", svg)


def numbers(svg: str) -> np.ndarray:
    """Return all numbers of a picture in px."""
    return np.array([float(number) for number in re.findall(r"-?\d*\.?\d+", svg)])


@pytest.mark.parametrize("name", [NAMES[0], *RARER])
def test_rounding_errors_move_no_outline(
    name: str, orders: dict[str, Order], monkeypatch: pytest.MonkeyPatch
) -> None:
    exact, shaken = (drawn(orders[name], monkeypatch, noise) for noise in (0.0, NOISE))
    for one, other in zip(exact.frames, shaken.frames, strict=True):
        assert without_numbers(one.svg) == without_numbers(other.svg)
        assert np.abs(numbers(one.svg) - numbers(other.svg)).max() < MOST
