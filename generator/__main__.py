"""The command line. The spine, which takes a while to load, is loaded only where there is something to do."""

import argparse
import sys
from pathlib import Path

from generator.unchanged import inputs, untouched

WRONG_CALL = 2
MARKS = ("handbook.yml", "exercises")
"""One of these at least tells a handbook from any other folder, which may be a whole disk."""
BOOK = "handbook"
"""What `new` begins besides an exercise, which always names an area."""
FIGURE_NAME = "an exercise's file name, or page#figure such as guidance/sleep#side; none: all"


def main(arguments: list[str] | None = None) -> int:
    """Run one command and return its exit code: 0 done, 1 problems in the content, 2 a wrong call."""
    options = _parser().parse_args(arguments)
    if wrong := _wrong_call(options):
        print(wrong, file=sys.stderr)
        return WRONG_CALL
    try:
        return _run(options)
    except OSError as error:
        print(f"the disk refuses: {error}", file=sys.stderr)
        return WRONG_CALL


def _wrong_call(options: argparse.Namespace) -> str:
    """What is wrong with a call; nothing where it can be answered."""
    if options.command != "new":
        return _wrong_folder(options.content, options.out)
    if options.name == BOOK:  # the one thing that needs no handbook
        return "" if options.folder else "name the folder of the new handbook: new handbook DIR"
    if not options.goal or options.folder:
        return "an exercise begins with its goal: new AREA/NAME --goal GOAL; a handbook: new handbook DIR"
    return _wrong_folder(options.content, options.out)


def _wrong_folder(content: Path, out: Path) -> str:
    """What is wrong with the folders of a call; nothing where they can be read and written."""
    if not content.is_dir():
        return f"there is no folder '{content}'; name one with --content DIR"
    if not any((content / name).exists() for name in MARKS):
        return f"'{content}' holds no handbook: no {' and no '.join(MARKS)}; name one with --content DIR"
    if out.resolve().is_relative_to(content.resolve()):
        return f"'{out}' lies in the content folder; what is made would be read as content"
    return ""


def _run(options: argparse.Namespace) -> int:
    if options.command == "build" and (files := _untouched(options)):
        print(f"{files} files, 0 changed, 0 removed")
        return 0
    from generator.spine import build, check, figures, publishable, report, schema

    match options.command:
        case "build":
            return report(build(options.content, options.out, options.share))
        case "check":
            return report(check(options.content, options.out), well="no problems")
        case "publishable":
            return report(
                publishable(options.content), well="nothing of the example of a new handbook is left"
            )
        case "figures":
            if options.watch:
                from generator.serving.sheet import watch_figures

                watch_figures(options.content, options.out, options.slugs)
                return 0
            return report(figures(options.content, options.out, options.slugs))
        case "film":
            from generator.spine import film

            return film(options.out, options.slug, options.count)
        case "new":
            from generator.spine import new, new_book

            return (
                new_book(options.folder)
                if options.folder
                else new(options.content, options.name, options.goal)
            )
        case "serve":
            from generator.serving.process import serve

            return serve(options.content, options.out, options.host, options.port)
        case _:
            schema(options.content)
            return 0


def _untouched(options: argparse.Namespace) -> int:
    """How many files there are, if a build would change none of them."""
    return untouched(options.out, inputs(options.content, options.out), options.share)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m generator", description="Turn content/ into pages.")
    parser.add_argument("--content", type=Path, default=Path("content"), metavar="DIR", help="read from DIR")
    parser.add_argument("--out", type=Path, default=Path("."), metavar="DIR", help="write below DIR")
    commands = parser.add_subparsers(dest="command", required=True, metavar="COMMAND")
    building = commands.add_parser("build", help="write every page, or report problems and write nothing")
    building.add_argument("--share", action="store_true", help="draw the pictures to share that are missing")
    commands.add_parser("check", help="report what is wrong with the content and its wording")
    commands.add_parser("publishable", help="report what is still the example of `new handbook`")
    drawing = commands.add_parser("figures", help="draw figures on one contact sheet to look at")
    drawing.add_argument("slugs", nargs="*", metavar="SLUG", help=FIGURE_NAME)
    drawing.add_argument("--watch", action="store_true", help="draw again after every save")
    filming = commands.add_parser("film", help="write one repetition of a built figure as PNGs for slides")
    filming.add_argument("slug", metavar="SLUG", help="an exercise's file name")
    filming.add_argument("--count", type=int, default=24, help="how many pictures (24)")
    adding = commands.add_parser("new", help="write a new exercise to fill in, or a new handbook to change")
    adding.add_argument(
        "name", metavar="AREA/NAME", help="its area and its file name, such as neck/slow-nod; or: handbook"
    )
    adding.add_argument(
        "folder", nargs="?", type=Path, metavar="DIR", help="where a new handbook is to stand"
    )
    adding.add_argument("--goal", help="what an exercise is for, an id of the goals in facets.yml")
    serving = commands.add_parser(
        "serve", help="show the site in a browser, and keep it current while you edit"
    )
    serving.add_argument("--host", default="127.0.0.1", help="the address to listen at (this machine alone)")
    serving.add_argument("--port", type=int, default=8000, help="the port to listen at (8000)")
    commands.add_parser("schema", help="write the JSON Schemas for editors into the content folder")
    return parser


if __name__ == "__main__":
    sys.exit(main())
