"""The spine and the command line."""

import argparse
import os
import sys
from collections.abc import Iterable
from pathlib import Path

from generator.agreement import check_agreement
from generator.checks import check_handbook, check_wording
from generator.gallery import draw_figures, draw_map
from generator.handbook import load_handbook
from generator.orders import figure_names
from generator.pages import render_site
from generator.press import ready_pdfs
from generator.press.share import share_pictures
from generator.problem import Problem
from generator.reading import did_you_mean
from generator.schema import render_schemas
from generator.writer import write_tree

PROBLEMS_FOUND = 1
WRONG_CALL = 2
FIGURE_NAME = "an exercise's file name, or page#figure such as guidance/sleep#side; none: all"


def build(content: Path, out: Path) -> list[Problem]:
    """Turn content/ into pages under `out`; return what is wrong with the content."""
    handbook, problems = load_handbook(content)
    problems += check_handbook(handbook)
    if not problems:
        folder = out / "build" / "figures"
        figures, problems = draw_figures(handbook, folder)
        problems += check_agreement(handbook, figures)
    if not problems:
        pdfs = ready_pdfs(out, handbook, figures)
        pages = render_site(handbook, figures, pdfs, draw_map(handbook, folder))
        shared = share_pictures(handbook, figures, out / "build" / "share")
        written = write_tree(out, {**pages, **shared})
        print(f"{written.total} files, {written.changed} changed, {written.removed} removed")
    return problems


def check(content: Path, out: Path) -> list[Problem]:
    """Everything that is wrong with the content, wording and figures included; changes no page."""
    handbook, problems = load_handbook(content)
    problems += check_handbook(handbook)
    problems += check_wording(handbook)
    if not problems:
        drawn, faults = draw_figures(handbook, out / "build" / "figures")
        problems += [*faults, *check_agreement(handbook, drawn)]
    return sorted(problems)


def figures(content: Path, out: Path, slugs: list[str]) -> list[Problem]:
    """Draw some figures of exercises and pages (none named: all) on one contact sheet."""
    from generator.contact_sheet import write_contact_sheet

    handbook, problems = load_handbook(content)
    if problems:
        return problems
    known = figure_names(handbook)
    unknown = sorted(set(slugs) - set(known))
    if unknown:
        names = ", ".join(f"'{slug}'{did_you_mean(slug, known)}" for slug in unknown)
        print(f"there is no exercise or page figure {names}", file=sys.stderr)
        raise SystemExit(WRONG_CALL)
    return write_contact_sheet(handbook, slugs, out / "build")


def schema(content: Path) -> None:
    """Write the JSON Schemas that editors complete and check content files with."""
    for name, text in render_schemas().items():
        (content / name).write_text(text, encoding="utf-8")


def report(problems: Iterable[Problem]) -> int:
    """Print every Problem, one a line, and return the exit code."""
    found = sorted(problems)
    github = os.environ.get("GITHUB_ACTIONS") == "true"
    for problem in found:
        print(problem.for_github() if github else problem.for_terminal())
    if found:
        print(f"{len(found)} problem{'s' if len(found) > 1 else ''}; nothing was written", file=sys.stderr)
    return PROBLEMS_FOUND if found else 0


def main(arguments: list[str] | None = None) -> int:
    """Run one command and return its exit code: 0 done, 1 problems in the content, 2 a wrong call."""
    options = _parser().parse_args(arguments)
    if not options.content.is_dir():
        print(f"there is no folder '{options.content}'; name one with --content DIR", file=sys.stderr)
        return WRONG_CALL
    try:
        return _run(options)
    except OSError as error:
        print(f"the disk refuses: {error}", file=sys.stderr)
        return WRONG_CALL


def _run(options: argparse.Namespace) -> int:
    match options.command:
        case "build":
            return report(build(options.content, options.out))
        case "check":
            return report(check(options.content, options.out))
        case "figures":
            return report(figures(options.content, options.out, options.slugs))
        case "serve":
            from generator.serving.process import serve

            return serve(options.content, options.out, options.host, options.port)
        case _:
            schema(options.content)
            return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m generator", description="Turn content/ into pages.")
    parser.add_argument("--content", type=Path, default=Path("content"), metavar="DIR", help="read from DIR")
    parser.add_argument("--out", type=Path, default=Path("."), metavar="DIR", help="write below DIR")
    commands = parser.add_subparsers(dest="command", required=True, metavar="COMMAND")
    commands.add_parser("build", help="write every page, or report what is wrong and write nothing")
    commands.add_parser("check", help="report what is wrong with the content and its wording")
    drawing = commands.add_parser("figures", help="draw figures on one contact sheet to look at")
    drawing.add_argument("slugs", nargs="*", metavar="SLUG", help=FIGURE_NAME)
    serving = commands.add_parser(
        "serve", help="show the site in a browser, and keep it current while you edit"
    )
    serving.add_argument("--host", default="127.0.0.1", help="the address to listen at (this machine alone)")
    serving.add_argument("--port", type=int, default=8000, help="the port to listen at (8000)")
    commands.add_parser("schema", help="write the JSON Schemas for editors into the content folder")
    return parser


if __name__ == "__main__":
    sys.exit(main())
