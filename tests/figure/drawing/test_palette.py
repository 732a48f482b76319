"""The painted muscle stands out from what it is painted on, by day and by night."""

import re

import pytest

from generator.checks.publisher import SHAPE, contrast
from tests.conftest import ROOT

STYLE = (ROOT / "docs" / "assets" / "figures" / "style.css").read_text(encoding="utf-8")
LIGHT, DARK = (dict(re.findall(r"--(fig-[\w-]+): (#[0-9a-f]{6})", block)) for block in STYLE.split("}")[:2])


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize(
    ("outline", "ground"),
    [
        ("fig-fibre", "fig-skin"),
        ("fig-fibre", "fig-shirt"),
        ("fig-deep-fibre", "fig-deep-skin"),
    ],
)
def test_a_painted_muscle_can_be_told_from_its_ground(scheme: str, outline: str, ground: str) -> None:
    """By its colour or by its outline and fibres (WCAG 2.2, 1.4.11)."""
    colours = LIGHT if scheme == "light" else {**LIGHT, **DARK}
    best = max(contrast(colours[each], colours[ground]) for each in (outline, "fig-target"))
    assert best >= SHAPE, f"{best:.2f} : 1"
