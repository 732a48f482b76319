"""The spine: content/ to pages, from one stage to the next."""

import os
import sys
from collections.abc import Iterable, Mapping
from pathlib import Path

from generator.agreement import check_agreement
from generator.changes import last_changes
from generator.checks import check_handbook, check_wording
from generator.checks.names import poses_stand_on_their_own
from generator.checks.publisher import stray_address
from generator.checks.wording import does_not_apply
from generator.example import example_left, example_of
from generator.films import film_orders, make_films, reels
from generator.gallery import draw_figures, draw_map
from generator.handbook import Handbook
from generator.loading import load_handbook
from generator.nearness import suggestion
from generator.orders import figure_names
from generator.pages import render_site
from generator.pages.data import SCHEMA, schema_of_today
from generator.press import ready_pdfs
from generator.press.share import share_pictures
from generator.problem import Problem
from generator.scaffold import OccupiedFolderError, WrongNameError, new_exercise, new_handbook
from generator.schema import render_schemas
from generator.unchanged import inputs, remember
from generator.writer import Content, OccupiedError, write_tree

PROBLEMS_FOUND = 1
WRONG_CALL = 2


def build(content: Path, out: Path, share: bool = False) -> list[Problem]:
    """Turn content/ into pages under `out`; return what is wrong with the content.

    With `share`, pictures to share that are missing are drawn as well.
    """
    key = inputs(content, out)
    handbook, problems = load_handbook(content)
    problems += check_handbook(handbook)
    if not problems:
        folder = out / "build" / "figures"
        figures, problems = draw_figures(handbook, folder)
        problems += check_agreement(handbook, figures)
    if not problems:
        pdfs = ready_pdfs(out, handbook, figures)
        shared = share_pictures(handbook, figures, out / "build" / "share", share)
        kept = out / "build" / "films"
        offered = reels(handbook, make_films(film_orders(handbook, figures), kept), kept)
        body_map = draw_map(handbook, folder)
        pages = render_site(
            handbook, figures, pdfs, body_map, shared.keys(), offered.films, last_changes(content)
        )
        tree: dict[str, Content] = {**pages, **shared, **offered.files}
        problems = _write(out, tree)
    if not problems:
        remember(out, key, tree, share)
        _warn(stray_address(handbook.publisher.address, os.environ.get("GITHUB_REPOSITORY", "")))
        _notice(example_of(content))
    return problems


def _warn(words: str) -> None:
    """Say something that stops no build; in a job of GitHub's it stands on the job's page."""
    if words:
        print(f"::warning file=content/handbook.yml::{words}" if _on_github() else words)


def _notice(found: Iterable[Problem]) -> None:
    """Say where something stands that stops no build."""
    for each in found:
        print(each.for_github("warning") if _on_github() else f"{each.for_terminal()} (a notice)")


def _on_github() -> bool:
    return os.environ.get("GITHUB_ACTIONS") == "true"


def publishable(content: Path) -> list[Problem]:
    """What must be made somebody's own before a handbook is published; nothing where all of it is."""
    return example_left(content)


def _write(out: Path, tree: Mapping[str, Content]) -> list[Problem]:
    """Write the pages, or say which files stand in the way."""
    try:
        written = write_tree(out, tree)
    except OccupiedError as occupied:
        message = "no build made this file, and a page belongs here; move it away"
        return [Problem(path, 1, "", message) for path in occupied.paths]
    print(f"{written.total} files, {written.changed} changed, {written.removed} removed")
    return []


def check(content: Path, out: Path) -> list[Problem]:
    """Everything that is wrong with the content, wording and figures included; changes no page."""
    handbook, problems = load_handbook(content)
    problems += check_handbook(handbook)
    problems += check_wording(handbook)
    _warn(does_not_apply(handbook))
    _notice(example_left(content))
    if not problems:
        drawn, faults = draw_figures(handbook, out / "build" / "figures")
        problems += [*faults, *check_agreement(handbook, drawn)]
    return sorted(problems)


def figures(content: Path, out: Path, slugs: list[str], renewed: bool = False) -> list[Problem]:
    """Draw some figures of exercises and pages (none named: all) on one contact sheet.

    Where a mistake stands in the way, the sheet of before says that it is old.
    """
    from generator.contact_sheet import mark_old, write_contact_sheet

    handbook, problems = load_handbook(content)
    problems += poses_stand_on_their_own(handbook)
    if problems := _in_the_way(handbook, slugs, problems):
        mark_old(out / "build", problems)
        return problems
    known = figure_names(handbook)
    unknown = sorted(set(slugs) - set(known))
    if unknown:
        names = ", ".join(f"'{slug}'{suggestion(slug, known)}" for slug in unknown)
        print(f"there is no exercise or page figure {names}", file=sys.stderr)
        raise SystemExit(WRONG_CALL)
    return write_contact_sheet(handbook, slugs, out / "build", renewed)


def _in_the_way(handbook: Handbook, slugs: list[str], problems: list[Problem]) -> list[Problem]:
    """The problems that keep some figures from being drawn: of their own files and of the base poses.

    What is wrong with other files is for `check` to say, and hinders nobody who looks at a figure.
    """
    if not slugs:
        return problems
    addresses = {slug.partition("#")[0] for slug in slugs}
    files = {
        source.path
        for key, source in handbook.sources.items()
        if key == "poses" or key in addresses or key.rpartition("/")[2] in addresses
    }
    return [problem for problem in problems if problem.path in files]


def new(content: Path, name: str, goal: str) -> int:
    """Write a new exercise to fill in, and return the exit code; a file that is there is left alone."""
    handbook, _ = load_handbook(content)
    try:
        path, text = new_exercise(handbook, name, goal)
        file = content / path
        file.parent.mkdir(parents=True, exist_ok=True)
        with file.open("x", encoding="utf-8") as fresh:
            fresh.write(text)
    except (WrongNameError, FileExistsError) as error:
        print(error, file=sys.stderr)
        return WRONG_CALL
    print(f"{file}: fill in what says WRITE; `make check` tells what is left")
    return 0


def new_book(folder: Path) -> int:
    """Write a new handbook to change, and return the exit code; what is in the way is left alone."""
    try:
        new_handbook(folder)
    except OccupiedFolderError as error:
        print(error, file=sys.stderr)
        return WRONG_CALL
    print(f"{folder}: a whole handbook; change what says CHANGE, and look at it: make serve CONTENT={folder}")
    return 0


def film(out: Path, slug: str, count: int) -> int:
    """Write one repetition of a built figure as PNGs under build/, and return the exit code."""
    from generator.press.browser import NoBrowserError
    from generator.press.motion import NoFilmError, write_pictures

    folder = out / "build" / "film" / slug
    try:
        written = write_pictures(out / "docs", slug, count, folder)
    except (NoBrowserError, NoFilmError) as error:
        print(error, file=sys.stderr)
        return WRONG_CALL
    print(f"{written} pictures in {folder}")
    return 0


def schema(content: Path) -> None:
    """Write the JSON Schemas that editors complete and check content files with, and the data set's."""
    for name, text in render_schemas().items():
        (content / name).write_text(text, encoding="utf-8")
    SCHEMA.write_text(schema_of_today(), encoding="utf-8")


def report(problems: Iterable[Problem], well: str = "") -> int:
    """Print every Problem, one a line, or that all is `well`, and return the exit code."""
    found = sorted(problems)
    for problem in found:
        print(problem.for_github() if _on_github() else problem.for_terminal())
    if found:
        print(f"{len(found)} problem{'s' if len(found) > 1 else ''}; nothing was written", file=sys.stderr)
    elif well:
        print(well)
    return PROBLEMS_FOUND if found else 0
