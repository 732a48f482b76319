"""Colours: how well one is seen on another, and the shades of figures that follow from a few."""

import re
from collections.abc import Iterator, Mapping
from typing import Final

LINES: Final = "#2c3134"
"""Outlines of figures in light pages, as figures/style.css has them."""
LEAF: Final = "#fffdf8"
"""The ground of figures there."""
OF_FIGURES: Final[Mapping[str, str]] = {
    "skin": "#f1cfb5",
    "deep-skin": "#a9744f",
    "shirt": "#dfeae7",
    "trousers": "#7390a0",
    "muscle": "#d2562c",
    "arrow": "#5b2a9d",
}
"""What a handbook may choose of its figures, and what stands in figures/style.css where it does not."""
STANDING: Final[Mapping[str, str]] = {**OF_FIGURES, "muscle-line": "#782207", "muscle-deep-line": "#471000"}
"""The same with the lines of a muscle."""
GROUNDS: Final = ("skin", "deep-skin", "shirt", "trousers")
"""What lines and muscles are drawn on."""
BLACK: Final = "#000000"
WHITE: Final = "#ffffff"
BRANDED: Final = re.compile(r"var\(--brand-([a-z-]+), (#[0-9a-f]{3,6})\)")


def contrast(first: str, second: str) -> float:
    """Contrast of two colours such as #0f5e66, from 1 to 21 (WCAG 2.2, definition of contrast ratio)."""
    light, dark = sorted((_luminance(first), _luminance(second)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def _luminance(colour: str) -> float:
    """Relative luminance of a colour, 0 to 1 (WCAG 2.2)."""
    parts = [part / 255 for part in _parts(colour)]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def _parts(colour: str) -> tuple[int, ...]:
    """Red, green and blue of a colour such as #0f5e66, 0 to 255."""
    return tuple(int(colour[start : start + 2], 16) for start in (1, 3, 5))


def mixed(colour: str, share: float, other: str) -> str:
    """A colour with a share of it kept, and another for the rest."""
    both = zip(_parts(colour), _parts(other), strict=True)
    return "#" + "".join(f"{round(share * one + (1 - share) * rest):02x}" for one, rest in both)


def shades(chosen: Mapping[str, str]) -> dict[str, str]:
    """Every colour that figures take from those chosen for them, by its name behind `--brand-`.

    The far limbs, dark pages and the lines of a muscle follow from one colour, so that a handbook names few.
    """
    return dict(pair for name in OF_FIGURES if name in chosen for pair in _shades_of(name, chosen[name]))


def _shades_of(name: str, colour: str) -> Iterator[tuple[str, str]]:
    yield name, colour
    if name in GROUNDS:
        dark = mixed(colour, 0.72 if "skin" in name else 0.48, BLACK)
        yield f"{name}-far", mixed(colour, 0.84, BLACK)
        yield f"{name}-dark", dark
        yield f"{name}-dark-far", mixed(dark, 0.8, BLACK)
    elif name == "muscle":
        yield "muscle-pale", mixed(colour, 0.55, WHITE)
        yield "muscle-line", mixed(colour, 0.5, BLACK)
        yield "muscle-rim", mixed(colour, 0.8, BLACK)
        yield "muscle-deep-line", mixed(colour, 0.25, BLACK)
        yield "muscle-dark", mixed(colour, 0.78, WHITE)
        yield "muscle-dark-pale", mixed(colour, 0.6, WHITE)
        yield "muscle-dark-line", mixed(colour, 0.15, BLACK)
        yield "muscle-dark-rim", mixed(colour, 0.66, BLACK)
        yield "muscle-dark-deep-line", mixed(colour, 0.2, WHITE)
    else:
        yield f"{name}-dark", mixed(colour, 0.4, WHITE)


def muscle_on(ground: str, chosen: Mapping[str, str]) -> float:
    """The contrast of a painted muscle on what it lies on in a light page: by its colour, or by its lines."""
    every = {**STANDING, **shades(chosen)}
    line = "muscle-deep-line" if ground == "deep-skin" else "muscle-line"
    return max(contrast(every[each], every[ground]) for each in ("muscle", line))


def resolved(css: str, chosen: Mapping[str, str]) -> str:
    """A style sheet with the handbook's own colours in it, for a file that no brand.css stands beside."""
    return BRANDED.sub(lambda found: chosen.get(found[1], found[2]), css)
