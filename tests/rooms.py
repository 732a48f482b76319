"""Which rooms the generator has and what each uses: `python -m tests.rooms` prints the plan of the house."""

from __future__ import annotations

import ast
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

GENERATOR = Path(__file__).parent.parent / "generator"
HOUSE = (
    ("alphabet", "characters", "colour", "language", "nearness"),
    ("problem", "slips", "disk"),
    ("source",),
    ("model",),
    ("reading",),
    ("filling",),
    ("front_matter", "folder"),
    ("handbook",),
    ("loading",),
    ("addresses", "changes", "one_side", "phrasing", "seated", "scaffold"),
    ("floor", "example"),
    ("deciding",),
    ("checks", "schema"),
    ("figure",),
    ("orders",),
    ("gallery",),
    ("films",),
    ("agreement",),
    ("contact_sheet", "pages"),
    ("writer", "unchanged"),
    ("press", "offline"),
    ("spine",),
    ("serving",),
    ("__main__",),
)
FIGURE = (
    ("finding", "body"),
    ("anatomy",),
    ("things",),
    ("posing",),
    ("measuring",),
    ("seeing",),
    ("checks",),
    ("drawing", "filming"),
    ("arrows",),
    ("baking",),
    ("figure",),
    ("film",),
)


@dataclass(frozen=True)
class Rooms:
    """A package whose rooms (modules and folders) may use only rooms named before their own."""

    folder: Path
    package: str
    order: tuple[tuple[str, ...], ...]

    @cached_property
    def rank(self) -> dict[str, int]:
        """Return the place of every room in the order."""
        return {name: place for place, names in enumerate(self.order) for name in names}

    def files(self) -> list[Path]:
        """Return the modules, the package's own `__init__` left out: it hands on what all may use."""
        return [file for file in sorted(self.folder.rglob("*.py")) if file != self.folder / "__init__.py"]

    def room(self, file: Path) -> str:
        """Return the room a module lies in."""
        return file.relative_to(self.folder).parts[0].removesuffix(".py")

    def arrows(self) -> Iterator[tuple[Path, str]]:
        """Yield each module with each other room it imports from."""
        for file in self.files():
            for name in sorted(imported(file, self.package) - {self.room(file)}):
                yield file, name

    def upward(self) -> Iterator[str]:
        """Yield each import from a room that comes later in the order."""
        for file, name in self.arrows():
            if self.rank[name] > self.rank[self.room(file)]:
                yield f"{file.relative_to(self.folder)} imports {name}"

    def floors(self) -> int:
        """Return how many rooms the longest way through the house passes."""
        uses: dict[str, set[str]] = {}
        for file, name in self.arrows():
            uses.setdefault(self.room(file), set()).add(name)
        height: dict[str, int] = {}
        for names in self.order:
            for name in names:
                height[name] = 1 + max((height.get(each, 0) for each in uses.get(name, ())), default=0)
        return max(height.values())


THE_HOUSE = Rooms(GENERATOR, "generator", HOUSE)
THE_FIGURE = Rooms(GENERATOR / "figure", "generator.figure", FIGURE)


def modules(file: Path) -> Iterator[str]:
    """Yield the full names of all that a file of the generator imports from the generator."""
    here = ["generator", *file.relative_to(GENERATOR).parent.parts]
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom):
            start = here[: len(here) - node.level + 1] if node.level else []
            stem = [*start, *(node.module or "").split(".")]
            yield from (".".join([*stem, alias.name]) for alias in node.names)
        elif isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)


def imported(file: Path, package: str) -> set[str]:
    """Return the rooms of `package` that a file imports from."""
    depth = package.count(".") + 1
    return {name.split(".")[depth] for name in modules(file) if name.startswith(f"{package}.")}


def plan(house: Rooms) -> Sequence[str]:
    """Return the plan of a house, a line a room."""
    arrows = Counter((house.room(file), name) for file, name in house.arrows())
    sizes = Counter(house.room(file) for file in house.files())
    lines = [
        f"  {name}: {sizes[name]} module{'s'[: sizes[name] != 1]}"
        + "".join(sorted(f", {to} {n}" for (room, to), n in arrows.items() if room == name))
        for names in house.order
        for name in names
    ]
    up = len(list(house.upward()))
    head = f"{house.package}: {len(sizes)} rooms, {len(arrows)} arrows, {house.floors()} floors, {up} upward"
    return [head, *lines]


if __name__ == "__main__":
    for house in (THE_HOUSE, THE_FIGURE):
        print("\n".join(plan(house)))
