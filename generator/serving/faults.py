"""Whatever went wrong while a page was made, as a Problem with its file and line."""

import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from traceback import extract_tb

from jinja2 import TemplateSyntaxError
from mkdocs.exceptions import MkDocsException

from generator.handbook import Handbook
from generator.problem import Problem

LINK = re.compile(r" link '([^']+)'")
LINE = re.compile(r"\bline (\d+)")
GENERATOR = Path(__file__).parent.parent


def fault(error: BaseException, root: Path, otherwise: str = "generator") -> Problem:
    """An exception as a Problem at the innermost place that is ours; `otherwise` names a file if none is."""
    match error:
        case TemplateSyntaxError():
            path, line, message = error.filename or error.name or otherwise, error.lineno, error.message
        case SyntaxError():
            path, line, message = error.filename or otherwise, error.lineno or 1, error.msg
        case _:
            path, line = _place(error, root) or (otherwise, 1)
            message = str(error)
    return Problem(_below(path, root), line, "", f"{type(error).__name__}: {message or 'no more is known'}")


def settings_fault(error: BaseException, warnings: Sequence[str], root: Path) -> Problem:
    """What MkDocs says against its settings."""
    if not isinstance(error, (SystemExit, MkDocsException)):
        return fault(error, root)
    message = "; ".join((*warnings, str(error))).replace(f"{root.resolve()}/", "")
    line = LINE.search(message)
    return Problem("mkdocs.yml", int(line[1]) if line else 1, "", " ".join(message.split()))


def warned(handbook: Handbook | None, docs: Path, source: str, warnings: Sequence[str]) -> Iterator[Problem]:
    """What MkDocs warned of in one page, at the line of content that holds the link it names."""
    for message in warnings:
        found = LINK.search(message)
        path, line = _where(handbook, docs, source, found[1] if found else "")
        yield Problem(path, line, "", message)


def _where(handbook: Handbook | None, docs: Path, source: str, link: str) -> tuple[str, int]:
    """The line of a page's own content, or of the page made from it, that holds a link."""
    address = re.sub(r"(^|/)index$", "", source.removesuffix(".md"))
    written = handbook.sources.get(address) if handbook else None
    made = docs / source
    files = [(written.path, Path(written.path))] if written else []
    for name, file in (*files, (f"docs/{source}", made)):
        lines = file.read_text(encoding="utf-8").splitlines() if file.is_file() else []
        for number, line in enumerate(lines, start=1):
            if link and link in line:
                return name, number
    return (written.path if written else f"docs/{source}"), 1


def _place(error: BaseException, root: Path) -> tuple[str, int] | None:
    """File and line of the innermost call in our own code, templates and theme."""
    own = (str(GENERATOR), str(root.resolve() / "generator"))
    frames = [frame for frame in extract_tb(error.__traceback__) if frame.filename.startswith(own)]
    outside = [frame for frame in frames if not frame.filename.startswith(str(Path(__file__).parent))]
    last = (outside or frames)[-1:]
    return (last[0].filename, last[0].lineno or 1) if last else None


def _below(path: str, root: Path) -> str:
    """A path as it is read from the project's root."""
    for folder in (root.resolve(), GENERATOR.parent):
        if Path(path).is_absolute() and Path(path).is_relative_to(folder):
            return Path(path).relative_to(folder).as_posix()
    return path
