"""What a finished figure must be: small, styled by the sheet alone, described, the same every time."""

import gzip
import re
from xml.etree import ElementTree

import pytest

from generator.figure.anatomy.muscles import PATCHES
from generator.figure.drawing.drawn import Caption, DrawnFigure
from generator.figure.drawing.stills import draw_body_map
from generator.figure.figure import draw_figure
from generator.model.pose import BasePose, FigureSpec, Frame
from tests.conftest import ROOT

STYLE = ROOT / "docs" / "assets" / "figures" / "style.css"
LARGEST, LARGEST_ZIPPED = 16_000, 5_500  # bytes
BASES = {
    "kneeling": BasePose.model_validate(
        {
            "name": "On hands and knees",
            "stance": "on-all-fours",
            "props": {"mat": {}},
            "arms": {"reach": "down"},
            "legs": {"hip": {"bend": 90}, "knee": 90},
            "contacts": {"both palm": "floor", "both knee": "floor", "both instep": "floor"},
        }
    )
}
SPEC = FigureSpec.model_validate(
    {
        "body": "man",
        "base": "kneeling",
        "view": {"side": "right", "turn": 76, "above": 12},
        "inset": "back",
        "target": {"works": ["erector-spinae-thoracic", "rhomboids left", "latissimus-dorsi right"]},
        "frames": {
            "A": {"alt": "A person on hands and knees, back flat."},
            "B": {
                "alt": "The whole back is rounded up & the head hangs.",
                "low_back": {"round": 20},
                "upper_back": {"round": 30},
                "arrows": [{"part": "mid_back"}],
            },
        },
    }
)


@pytest.fixture(scope="module")
def drawn() -> DrawnFigure:
    """One figure with everything on it."""
    captions = (Caption("A", "Cat <A>", "Kneel & breathe."),)
    return draw_figure(SPEC, BASES, "cat", captions)


@pytest.fixture(scope="module")
def pictures(drawn: DrawnFigure) -> dict[str, str]:
    """Its pictures by id prefix."""
    return {f"fig-cat-{frame.letter.lower()}": frame.svg for frame in drawn.frames} | {
        "fig-cat-inset": drawn.inset
    }


def test_it_is_xml_without_links_styles_or_scripts(pictures: dict[str, str]) -> None:
    for svg in pictures.values():
        ElementTree.fromstring(svg)
        assert not re.search(r"href|style=|<style|<script|\n", svg)


def test_the_inset_is_a_round_cut_of_its_own(pictures: dict[str, str]) -> None:
    inset = pictures["fig-cat-inset"]
    assert re.findall(r"url\(([^)]*)\)", inset) == ["#fig-cat-inset-clip"]
    assert '<clipPath id="fig-cat-inset-clip"><circle ' in inset
    assert not any("url(" in svg for name, svg in pictures.items() if name != "fig-cat-inset")


def test_ids_carry_the_figure_and_the_frame(pictures: dict[str, str]) -> None:
    for prefix, svg in pictures.items():
        ids = re.findall(r'\bid="([^"]+)"', svg)
        assert ids
        assert all(name.startswith(f"{prefix}-") for name in ids)


def test_it_tells_its_title_and_description(pictures: dict[str, str]) -> None:
    root = ElementTree.fromstring(pictures["fig-cat-a"])
    space = "{http://www.w3.org/2000/svg}"
    named = {
        child.attrib["id"]: child.text for child in root if child.tag in (f"{space}title", f"{space}desc")
    }
    assert root.attrib["role"] == "img"
    assert [named[name] for name in root.attrib["aria-labelledby"].split()] == ["Cat <A>", "Kneel & breathe."]
    assert "hangs." in pictures["fig-cat-b"]


def test_every_class_has_a_rule(pictures: dict[str, str]) -> None:
    rules = STYLE.read_text(encoding="utf-8")
    used = {
        name
        for svg in pictures.values()
        for text in re.findall(r'class="([^"]+)"', svg)
        for name in text.split()
    }
    missing = {name for name in used if not re.search(rf"\.{name}\b", rules)} - {"fig-light", "fig-inset"}
    assert missing == set()


def test_every_token_has_a_light_a_dark_and_a_printed_value() -> None:
    rules = STYLE.read_text(encoding="utf-8")
    light, rest = rules.split('[data-md-color-scheme="slate"]', 1)
    dark, printed = rest.split("@media print", 1)
    tokens = set(re.findall(r"(--fig-[\w-]+):", light))
    assert tokens == set(re.findall(r"(--fig-[\w-]+):", dark))
    assert tokens - set(re.findall(r"(--fig-[\w-]+):", printed)) == {"--fig-shade"}


def test_it_is_small(pictures: dict[str, str]) -> None:
    for svg in pictures.values():
        assert len(svg.encode()) < LARGEST
        assert len(gzip.compress(svg.encode())) < LARGEST_ZIPPED


def test_only_the_moved_frame_lights_the_target_and_carries_the_arrow(pictures: dict[str, str]) -> None:
    for name in ("f-target", "f-fibre", "f-arrow"):
        assert f'"{name}' not in pictures["fig-cat-a"]
        assert f'"{name}' in pictures["fig-cat-b"]


def test_a_muscle_of_which_a_scrap_is_seen_is_left_to_the_inset() -> None:
    narrow = {"target": SPEC.target.model_copy(update={"works": ["lower-trapezius"]})}
    for inset, painted in (("back", False), (None, True)):
        figure = draw_figure(SPEC.model_copy(update=narrow | {"inset": inset}), BASES, "cat")
        assert ('"f-target' in figure.frames[1].svg) == painted


def test_deep_and_surface_muscles_are_one_patch(pictures: dict[str, str]) -> None:
    for name in ("f-target", "f-fibre"):
        assert pictures["fig-cat-inset"].count(f'"{name}') == 1


def test_shoulder_blades_are_drawn_only_where_the_move_is_about_them(pictures: dict[str, str]) -> None:
    about_them = SPEC.model_copy(update={"blades": "true", "frames": {"A": SPEC.frames["A"]}, "inset": None})
    asked = draw_figure(about_them, BASES, "blades").frames[0].svg
    assert '"f-blade"' in asked
    assert '"f-ridge"' in asked
    assert not any('"f-blade"' in svg for svg in pictures.values())


def began(**frame: object) -> bool:
    """Whether the end of a nod shows where it began."""
    end = Frame.model_validate({"alt": "The head has moved from where it was.", **frame})
    spec = SPEC.model_copy(update={"frames": {"A": SPEC.frames["A"], "B": end}})
    return 'class="f-ghost"' in draw_figure(spec, BASES, "nod").frames[1].svg


def test_a_start_is_shown_of_what_moves_a_little_and_not_of_what_turns_in_its_place() -> None:
    assert began(head={"nod": "25"}, arrows=[{"part": "chin"}])
    assert not began(head={"turn": "left 25"}, arrows=[{"part": "head", "turn": "left"}])


def test_frames_share_scale_and_window(pictures: dict[str, str]) -> None:
    boxes = {re.search(r'viewBox="([^"]+)"', pictures[f"fig-cat-{letter}"])[1] for letter in "ab"}  # type: ignore[index]
    assert len(boxes) == 1


def test_the_same_input_gives_the_same_bytes(drawn: DrawnFigure) -> None:
    again = draw_figure(SPEC, BASES, "cat", (Caption("A", "Cat <A>", "Kneel & breathe."),))
    assert [frame.svg for frame in again.frames] == [frame.svg for frame in drawn.frames]


def test_the_body_map_has_a_labelled_region_for_every_muscle() -> None:
    labels = {name: f"the {name}" for name in PATCHES}
    both = draw_body_map(labels)
    shown = set()
    for svg in (both.front, both.back):
        ElementTree.fromstring(svg)
        shown |= set(re.findall(r'data-muscle="([^"]+)" d="[^"]+"><title>the ', svg))
    assert shown == set(PATCHES)


def test_only_a_cropped_person_is_said_to_be_cut() -> None:
    whole = SPEC.model_copy(update={"frames": {"A": SPEC.frames["A"]}, "inset": None})
    cropped = whole.model_copy(update={"crop": "bust"})
    assert "fig-cut" not in draw_figure(whole, BASES, "whole").frames[0].svg
    assert re.search(r'class="fig [^"]*fig-cut cut-bottom', draw_figure(cropped, BASES, "cut").frames[0].svg)
