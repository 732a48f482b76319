"""Data flows one way: a module imports only from rooms above its own, in the house and in `figure/`."""

import pytest

from tests.rooms import THE_FIGURE, THE_HOUSE, Rooms, imported, modules

HOUSES = pytest.mark.parametrize("house", [THE_HOUSE, THE_FIGURE], ids=["generator", "figure"])


@HOUSES
def test_every_module_has_a_room(house: Rooms) -> None:
    assert {house.room(file) for file in house.files()} - set(house.rank) == set()


@HOUSES
def test_imports_point_upwards(house: Rooms) -> None:
    assert list(house.upward()) == []


def test_every_room_of_the_engine_says_what_goes_in_and_out() -> None:
    silent = [
        names[0]
        for names in THE_FIGURE.order
        if (folder := THE_FIGURE.folder / names[0]).is_dir()
        and not (folder / "__init__.py").read_text(encoding="utf-8").startswith('"""')
    ]
    assert silent == []


def test_figures_know_nothing_of_the_handbook() -> None:
    allowed = {"figure", "model"}
    wrong = {
        f"{file.name}: {name}"
        for file in THE_FIGURE.files()
        for name in imported(file, "generator") - allowed
    }
    assert wrong == set()


def test_nothing_outside_reaches_into_the_engine() -> None:
    deep = [
        f"{file.relative_to(THE_HOUSE.folder)}: {name}"
        for file in THE_HOUSE.files()
        if THE_HOUSE.room(file) != "figure"
        for name in modules(file)
        if name.startswith("generator.figure.") and name.split(".")[2] in THE_FIGURE.rank
    ]
    assert deep == []


def test_bodies_are_baked_by_hand_alone() -> None:
    assert [str(file) for file, name in THE_FIGURE.arrows() if name == "baking"] == []
