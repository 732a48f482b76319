"""Data flows one way: a module imports only from rooms above its own."""

import ast
from pathlib import Path

GENERATOR = Path(__file__).parent.parent / "generator"
ROOMS = (
    ("problem",),
    ("source",),
    ("model",),
    ("reading", "front_matter"),
    ("handbook",),
    ("checks", "schema"),
    ("figure",),
    ("cache", "contact_sheet"),
    ("text", "links", "blocks", "pages"),
    ("writer",),
    ("press",),
    ("__main__",),
)
RANK = {name: index for index, names in enumerate(ROOMS) for name in names}


def _imports(file: Path) -> set[str]:
    """The generator's rooms that a file imports from."""
    found: set[str] = set()
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        names: list[str] = []
        if isinstance(node, ast.ImportFrom) and node.module:
            names = [f"{node.module}.{alias.name}" for alias in node.names]
        elif isinstance(node, ast.Import):
            names = [alias.name for alias in node.names]
        found |= {name.split(".")[1] for name in names if name.startswith("generator.")}
    return found


def _room(file: Path) -> str:
    return file.relative_to(GENERATOR).parts[0].removesuffix(".py")


def _files() -> list[Path]:
    return [file for file in sorted(GENERATOR.rglob("*.py")) if file != GENERATOR / "__init__.py"]


def test_every_module_has_a_room() -> None:
    assert {_room(file) for file in _files()} - set(RANK) == set()


def test_imports_point_upwards() -> None:
    wrong = [
        f"{file.relative_to(GENERATOR)} imports {name}"
        for file in _files()
        for name in _imports(file)
        if RANK[name] > RANK[_room(file)]
    ]
    assert wrong == []


def test_figures_know_nothing_of_the_handbook() -> None:
    allowed = {"figure", "model"}
    wrong = {
        f"{file.name}: {name}"
        for file in _files()
        if _room(file) == "figure"
        for name in _imports(file) - allowed
    }
    assert wrong == set()
