"""All figures on one page to look at: small and large, light, dark, and as printed."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from gzip import compress
from pathlib import Path
from types import MappingProxyType

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from generator.colour import resolved
from generator.figure import DrawnFigure, Finding
from generator.gallery import draw_figures, where
from generator.handbook import Handbook
from generator.problem import Problem
from generator.seated import NAME as IN_WHEELCHAIR

TEMPLATES = Path(__file__).parent / "templates"
STYLE = Path(__file__).parent.parent / "docs" / "assets" / "figures" / "style.css"
NAME = "contact-sheet.html"
RENEWED = 2
"""Seconds after which a sheet that is being worked on loads itself again."""
OLD_BEGINS, OLD_ENDS = "<!--old-->", "<!--/old-->"
"""Between them a sheet says that its pictures are old."""


@dataclass(frozen=True)
class Entry:
    """One figure on the sheet: its pictures by name, and what it cost."""

    slug: str
    pictures: tuple[tuple[str, str], ...]
    sizes: str
    seconds: float
    notices: tuple[str, ...]


def write_contact_sheet(
    handbook: Handbook, slugs: list[str], folder: Path, renewed: bool = False
) -> list[Problem]:
    """Write the sheet of `slugs` (none: all), print its place and the notices; return errors as Problems.

    A `renewed` sheet loads itself again, for somebody who looks at it while it changes.
    """
    figures, problems = draw_figures(handbook, folder / "figures", slugs)
    entries = [_entry(handbook, name, figure) for name, figure in figures.items()]
    folder.mkdir(parents=True, exist_ok=True)
    inks = handbook.publisher.inks
    (folder / NAME).write_text(render_sheet(entries, RENEWED if renewed else 0, inks), encoding="utf-8")
    for line in _report(entries):
        print(line)
    for slug in slugs:
        if slug not in figures:
            print(f"{slug}: nothing is drawn; no frame says more than its `alt`")
    print(folder / NAME)
    return problems


def mark_old(folder: Path, problems: Iterable[Problem]) -> None:
    """Say on the sheet that is there that it is older than the content, and why there is no new one."""
    file = folder / NAME
    if file.exists():
        told = [each.for_terminal() for each in problems]
        words = _environment().get_template("contact-sheet-old.html.j2").render(problems=told)
        before, _, behind = file.read_text(encoding="utf-8").partition(OLD_BEGINS)
        behind = behind.partition(OLD_ENDS)[2]
        file.write_text(f"{before}{OLD_BEGINS}{words}{OLD_ENDS}{behind}", encoding="utf-8")


def render_sheet(
    entries: Iterable[Entry], renewed: int = 0, inks: Mapping[str, str] = MappingProxyType({})
) -> str:
    """Return the sheet as one HTML page that needs no other file, in the colours that a handbook chose."""
    style = resolved(STYLE.read_text(encoding="utf-8"), inks)
    printed = style.replace("@media print", "@media all")
    return (
        _environment()
        .get_template(f"{NAME}.j2")
        .render(entries=entries, style=style, printed=printed, renewed=renewed)
    )


def _environment() -> Environment:
    return Environment(
        loader=FileSystemLoader(TEMPLATES), undefined=StrictUndefined, autoescape=True, trim_blocks=True
    )


def _entry(handbook: Handbook, name: str, figure: DrawnFigure) -> Entry:
    """Return what the sheet shows of one figure."""
    pictures = [(frame.letter, frame.svg) for frame in figure.frames]
    if figure.inset:
        pictures.append(("inset", figure.inset))
    sizes = ", ".join(f"{name} {len(svg.encode())}/{len(compress(svg.encode()))}" for name, svg in pictures)
    return Entry(name, tuple(pictures), sizes, figure.seconds, tuple(_notices(handbook, name, figure)))


def _notices(handbook: Handbook, name: str, figure: DrawnFigure) -> Iterator[str]:
    """Yield the figure's notices with file, line and the key that silences each; one line for all frames.

    A picture in a wheelchair only shows the seat: what the move needs is said of the figure it is made from.
    """
    path, is_page, part = name.partition("#")
    if part == IN_WHEELCHAIR:
        return
    address = path if is_page else handbook.exercises[name].address
    place = ("figures", part) if is_page else ("figure",)
    alike: dict[str, list[Finding]] = {}
    for finding in figure.findings:
        if finding.severity == "notice":
            alike.setdefault(finding.check or finding.message, []).append(finding)
    for found in alike.values():
        first, frames = found[0], ", ".join(each.frame for each in found if each.frame)
        text = f"notice: {frames}: {first.message}" if frames else f"notice: {first.message}"
        key = f" (silence: {first.check})" if first.check else ""
        yield handbook.problem(address, (*place, *where(first)), text + key).for_terminal()


def _report(entries: Iterable[Entry]) -> Iterator[str]:
    """Yield one line per figure and one per notice."""
    for entry in entries:
        yield f"{entry.slug}: {entry.seconds:.2f} s CPU when drawn; bytes raw/gzip: {entry.sizes}"
        yield from entry.notices
