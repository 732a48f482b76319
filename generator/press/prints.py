"""What there is to print, and which of it lies ready and is still true."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from posixpath import normpath
from typing import Final

from generator.disk import write_whole
from generator.figure import DrawnFigure
from generator.handbook import Handbook
from generator.pages import render_sheets
from generator.pages.bundles import ON_A_SHEET
from generator.pages.pdfs import book_pdf, sheet_pdf

FOLDER: Final = "docs/pdf"
MANIFEST: Final = f"{FOLDER}/.printed"
"""One line per PDF: the key of what it was printed from, two spaces, its name. MkDocs ignores dot files."""
GENERATOR: Final = Path(__file__).parent.parent
ASSETS: Final = GENERATOR.parent / "docs"
SHEET_PAGE: Final = GENERATOR / "theme" / "sheet.html"
ASSET: Final = re.compile(r"assets/[\w/.-]+\.(?:css|js)")
"""A style or a script that the sheet's page names."""
IMPORTED: Final = re.compile(r"from \"(\.[\w/.-]+\.js)\"")
"""A script that another one imports, as seen from there."""
PDF_TAIL: Final = 1024
"""Bytes at the end of a PDF in which its mark of the end stands."""
BOOK_ADDRESS: Final = ".book/"
"""Where the book's own page lies while it is printed; no page of the site can be called so."""
BOOK_STYLES: Final = ("assets/page/tokens.css", "assets/figures/style.css", "assets/press/book.css")
BOOK_CODE: Final = (
    *(f"press/{name}.py" for name in ("book", "chapters", "index")),
    *(f"pages/{name}.py" for name in ("blocks", "doses", "links", "pictures", "qr", "text")),
    "templates/book*.j2",
    *(
        f"templates/{name}.j2"
        for name in ("blocks.md", "exercise-parts.md", "exercise-board.md", "macros.md", "picture")
    ),
)
"""What decides how the book is put together."""


@dataclass(frozen=True)
class Paper:
    """One kind of paper a sheet is printed on."""

    ending: str
    """Of the PDF's name."""
    state: str
    """The part of the sheet's address that asks for it."""


PAPERS: Final = (Paper("a4", "a4"), Paper("letter", "letter"), Paper("large", "a4.large"))


@dataclass(frozen=True)
class Print:
    """One PDF: its name, the address below the site's root that it is printed from, and the key of that."""

    name: str
    address: str
    key: str


def sheet_prints(handbook: Handbook, figures: Mapping[str, DrawnFigure]) -> Iterator[Print]:
    """Every routine's sheet on every paper."""
    style = _sheet_style(handbook)
    for slug, text in render_sheets(handbook, figures).items():
        for paper in PAPERS:
            key = _key((text, style, paper.state))
            yield Print(sheet_pdf(slug, paper.ending), f"routines/{slug}/sheet/#{paper.state}", key)


def book_print(handbook: Handbook, figures: Mapping[str, DrawnFigure]) -> Print:
    """The whole handbook as one book."""
    drawn = [figure for _, figure in sorted(figures.items())]
    drawings = (svg for each in drawn for svg in (each.inset, *(frame.svg for frame in each.frames)))
    code = sorted(file for pattern in BOOK_CODE for file in GENERATOR.glob(pattern))
    texts = (file.read_text(encoding="utf-8") for file in code)
    key = _key((*_words(handbook), *drawings, *texts, *styles(BOOK_STYLES)))
    return Print(book_pdf(handbook), BOOK_ADDRESS, key)


def ready_pdfs(out: Path, handbook: Handbook, figures: Mapping[str, DrawnFigure]) -> frozenset[str]:
    """The names of the PDFs below `out` that were printed from what the handbook says now."""
    printed = read_manifest(out)
    if not printed:
        return frozenset()
    prints = [*sheet_prints(handbook, figures), book_print(handbook, figures)]
    return frozenset(each.name for each in prints if is_ready(out, each, printed))


def is_ready(out: Path, wanted: Print, printed: Mapping[str, str]) -> bool:
    """Whether a PDF is there and was printed from what it would be printed from now."""
    file = out / FOLDER / wanted.name
    return printed.get(wanted.name) == wanted.key and file.is_file() and _is_whole(file)


def _is_whole(file: Path) -> bool:
    """Whether a PDF has its end (ISO 32000-1, 7.5.5); one that was cut off has not."""
    with file.open("rb") as opened:
        opened.seek(max(0, file.stat().st_size - PDF_TAIL))
        return b"%%EOF" in opened.read()


def read_manifest(out: Path) -> dict[str, str]:
    """Name -> key of every PDF that the press has made below `out`."""
    try:
        lines = (out / MANIFEST).read_text(encoding="utf-8").splitlines()
    except (FileNotFoundError, UnicodeDecodeError):
        return {}  # damaged: all is printed anew
    pairs = (line.partition("  ") for line in lines)
    return {name: key for key, _, name in pairs if re.fullmatch(r"[a-z0-9-]+\.pdf", name)}


def write_manifest(out: Path, printed: Mapping[str, str]) -> None:
    """Keep the keys for the next run."""
    lines = (f"{key}  {name}\n" for name, key in sorted(printed.items()))
    write_whole(out / MANIFEST, "".join(lines).encode())


def styles(names: Iterable[str]) -> Iterator[str]:
    """The text of some hand-written assets, those that are there."""
    return ((ASSETS / name).read_text(encoding="utf-8") for name in names if (ASSETS / name).is_file())


def sheet_assets() -> list[str]:
    """The styles and scripts that a sheet's page loads, below docs/, those that scripts import included."""
    found: set[str] = set()
    waiting = {*ASSET.findall(SHEET_PAGE.read_text(encoding="utf-8")), *ON_A_SHEET}
    while waiting:
        found |= waiting
        waiting = {name for each in waiting for name in _imports(each)} - found
    return sorted(found)


def _imports(name: str) -> Iterator[str]:
    """The scripts that one asset imports, as names below docs/."""
    for text in styles([name]):
        for way in IMPORTED.findall(text):
            yield normpath(f"{name}/../{way}")


def _sheet_style(handbook: Handbook) -> str:
    publisher = handbook.publisher
    parts = (SHEET_PAGE.read_text(encoding="utf-8"), *styles(sheet_assets()), publisher.model_dump_json())
    return _key(parts)


def _words(handbook: Handbook) -> Iterator[str]:
    """Every entry and every page, in their order."""
    named = vars(handbook)
    for name in sorted(named.keys() - {"folders", "known", "sources"}):
        entries = named[name].items() if isinstance(named[name], Mapping) else ((name, named[name]),)
        yield from (f"{id} {entry.model_dump_json()}" for id, entry in entries)


def _key(parts: Iterable[str]) -> str:
    """One short key of many texts; 80 bits are plenty to tell versions apart."""
    found = sha256()
    for part in parts:
        found.update(f"{len(part)}:{part}".encode())
    return found.hexdigest()[:20]
