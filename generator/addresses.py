"""Every address of the site, the Markdown file below docs/ it has, and what it is made from.

Every file is the index of a folder of its own: so a way from file to file is one from page to page, too, and
builders that read ways in HTML differently agree on them.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from generator.handbook import Handbook

LISTS: Final = ("exercises", "routines", "muscles", "guidance")
"""Pages that list others; each is the index of a folder."""
ALONE: Final = ("a-z", "body-map", "build", "days")


@dataclass(frozen=True)
class Address:
    """One page: where it stands on the site ("" is the home page), and what it comes from."""

    address: str
    source: str
    """In words for a message, such as "the exercise content/exercises/neck/chin-tuck.yml"."""

    @property
    def file(self) -> str:
        """Its Markdown file below docs/."""
        return f"{self.address}/index.md".removeprefix("/")


def made_addresses(handbook: Handbook) -> Iterator[Address]:
    """The pages that the generator makes by itself."""
    for index in LISTS:
        yield Address(index, "a list that is made")
    for name in ALONE:
        yield Address(name, "a page that is made")
    if handbook.start.rows:
        yield Address("start", "the guided start content/start.yml")
    if handbook.progress.readings:
        yield Address("days/sheet", "the weekly numbers content/progress.yml")
    for area in handbook.areas:
        yield Address(f"exercises/{area}", f"the area '{area}'")
    for slug, exercise in handbook.exercises.items():
        yield Address(exercise.address, f"the exercise '{slug}'")
    for slug, routine in handbook.routines.items():
        yield Address(routine.address, f"the routine '{slug}'")
        sheet = f"{routine.address}/sheet"
        yield Address(sheet, f"the sheet of the routine '{slug}'")
    for muscle in handbook.muscles:
        yield Address(f"muscles/{muscle}", f"the muscle '{muscle}'")


def moved_pages(handbook: Handbook) -> Iterator[tuple[str, str, str]]:
    """Every address that a page had before, the one it has now, and what the page is called.

    The sheet of a routine goes with it, since readers keep its address, too.
    """
    for slug, grave in handbook.tombstones.items():
        if exercise := handbook.exercises.get(grave.now or ""):
            yield f"exercises/{exercise.area}/{slug}", exercise.address, exercise.name
    titles = page_titles(handbook)
    for old, now in handbook.moved.pages.items():
        yield old, now, titles[now]
        if sheet := titles.get(f"{now}/sheet"):
            yield f"{old}/sheet", f"{now}/sheet", sheet


def page_titles(handbook: Handbook) -> dict[str, str]:
    """What each page is called that a reader may know by its address."""
    routines = handbook.routines.values()
    return {
        **{f"exercises/{slug}": area.name for slug, area in handbook.areas.items()},
        **{each.address: each.name for each in handbook.exercises.values()},
        **{each.address: each.name for each in routines},
        **{f"{each.address}/sheet": each.name for each in routines},
        **{f"muscles/{slug}": muscle.name for slug, muscle in handbook.muscles.items()},
        **{page.address: page.title for page in handbook.pages.values() if page.address},
    }


def page_addresses(handbook: Handbook) -> Iterator[Address]:
    """The hand-written pages."""
    for page in handbook.pages.values():
        yield Address(page.address, f"pages/{page.address or 'index'}.md")
