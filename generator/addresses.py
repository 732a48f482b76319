"""Every address of the site, the Markdown file below docs/ it has, and what it is made from."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from generator.handbook import Handbook

LISTS: Final = ("exercises", "routines", "muscles", "guidance")
"""Pages that list others; each is the index of a folder."""
ALONE: Final = ("a-z", "body-map", "build", "days")


@dataclass(frozen=True)
class Address:
    """One page: where it stands on the site ("" is the home page), its file, and what it comes from."""

    address: str
    file: str
    source: str
    """In words for a message, such as "the exercise content/exercises/neck/chin-tuck.yml"."""


def made_addresses(handbook: Handbook) -> Iterator[Address]:
    """The pages that the generator makes by itself."""
    for index in LISTS:
        yield Address(index, f"{index}/index.md", "a list that is made")
    for name in ALONE:
        yield Address(name, f"{name}.md", "a page that is made")
    if handbook.start.rows:
        yield Address("start", "start.md", "the guided start content/start.yml")
    if handbook.progress.readings:
        yield Address("days/sheet", "days/sheet.md", "the weekly numbers content/progress.yml")
    for area in handbook.areas:
        yield Address(f"exercises/{area}", f"exercises/{area}/index.md", f"the area '{area}'")
    for slug, exercise in handbook.exercises.items():
        yield Address(exercise.address, f"{exercise.address}.md", f"the exercise '{slug}'")
    for slug, routine in handbook.routines.items():
        yield Address(routine.address, f"{routine.address}.md", f"the routine '{slug}'")
        sheet = f"{routine.address}/sheet"
        yield Address(sheet, f"{sheet}.md", f"the sheet of the routine '{slug}'")
    for muscle in handbook.muscles:
        yield Address(f"muscles/{muscle}", f"muscles/{muscle}.md", f"the muscle '{muscle}'")


def page_addresses(handbook: Handbook) -> Iterator[Address]:
    """The hand-written pages."""
    for page in handbook.pages.values():
        yield Address(page.address, f"{page.address or 'index'}.md", f"pages/{page.address or 'index'}.md")
