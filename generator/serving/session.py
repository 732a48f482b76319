"""The edit loop: after every ring of the bell look at everything, and make anew what would differ.

Nothing is remembered about what an edit was. Texts that were read before are not read again, figures that
are drawn are not drawn again, and pages are compared with what they were made from; so a missed, doubled or
half-finished change can cost time, and can never leave a wrong page.
"""

import threading
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from generator.checks import check_handbook
from generator.example import example_of
from generator.films import film_orders, ready_films, reels
from generator.handbook import Handbook
from generator.loading import load_handbook
from generator.pages import render_site
from generator.press import ready_pdfs
from generator.press.share import share_pictures
from generator.problem import Problem
from generator.serving.board import Board
from generator.serving.code import Code
from generator.serving.faults import fault, settings_fault, warned
from generator.serving.preview import Preview
from generator.serving.proof import Proof
from generator.serving.stamps import Stamp, stamps
from generator.serving.studio import Shelf, Studio
from generator.serving.troubles import Troubles
from generator.serving.watching import watched
from generator.writer import write_tree


@dataclass(frozen=True, eq=False)
class _Read:
    """The content as it was last read, and what the disk said then of all that decides about pages."""

    seen: Mapping[Path, Mapping[str, Stamp]]
    handbook: Handbook
    problems: list[Problem]


class Session:
    """One server's work, done in one thread; `ring` and `end` may be called from any."""

    def __init__(self, content: Path, out: Path, board: Board, start_anew: Callable[[], None]) -> None:
        self.content, self.out, self.board = content, out, board
        self._start_anew = start_anew
        self._over = False
        self._bell = threading.Event()
        self._code = Code(out)
        self._preview = Preview(out)
        self._studio = Studio(out / "build" / "figures", self.ring)
        self._troubles = Troubles()
        self._proof = Proof(content, self._studio.wording, self.ring)
        self._read: _Read | None = None
        self._written: object = None
        self._handbook: Handbook | None = None
        self._files_changed = False

    def ring(self) -> None:
        """Something may have changed: look."""
        self._bell.set()

    def end(self) -> None:
        """Leave off, soon."""
        self._over = True
        self._bell.set()

    def run(self) -> None:
        """Work until the end; whatever goes wrong is shown, and the work goes on."""
        try:
            while self._bell.wait() and not self._over:
                self._bell.clear()
                started = time.monotonic()
                self._look()
                made = self._make_all()
                self._studio.open()
                if made:
                    print(f"{made} page{'s'[: made != 1]} in {time.monotonic() - started:.1f} s", flush=True)
        finally:
            self._studio.close()

    def _look(self) -> None:
        """Bring pages on disk and the site's plan up to date, as far as nothing is wrong."""
        problems = list(self._code_problems())
        try:
            problems += self._write()
        except Exception as error:
            problems.append(fault(error, self.out))
        try:
            if (self.out / "build" / "nav.yml").exists() or not problems:
                self._files_changed |= self._preview.look()
        except (Exception, SystemExit) as error:
            problems.append(settings_fault(error, self._preview.heard, self.out))
        self._troubles.blocking = problems
        self._troubles.forget_all_but(self._preview.pages)
        self.board.outline(self._preview.mount, self._preview.pages, self._preview.assets)

    def _code_problems(self) -> Iterator[Problem]:
        """What keeps changed code from running; if nothing does, start anew with it."""
        changed, problem = self._code.news()
        if problem is not None:
            yield problem
        elif changed:
            print(f"{changed[0]} changed: starting anew", flush=True)
            self._start_anew()

    def _write(self) -> list[Problem]:
        """Turn content into pages on disk; with problems, leave the pages as they are."""
        seen = {folder: stamps(folder) for folder in watched(self.content, self.out)}
        if self._read is None or self._read.seen != seen:
            handbook, problems = load_handbook(self.content)
            self._read = _Read(seen, handbook, [*problems, *check_handbook(handbook)])
        if self._read.problems:
            return self._read.problems
        shelf = self._studio.shelf(self._read.handbook, self._is_looked_at)
        if not shelf.problems and self._written != (self._read, shelf.figures, shelf.body_map):
            self._written = None
            self._render(self._read.handbook, shelf)
            self._written = (self._read, shelf.figures, shelf.body_map)
        return shelf.problems

    def _render(self, handbook: Handbook, shelf: Shelf) -> None:
        pdfs = ready_pdfs(self.out, handbook, shelf.figures)
        shared = share_pictures(handbook, shelf.figures, self.out / "build" / "share")
        kept = self.out / "build" / "films"
        offered = reels(handbook, ready_films(film_orders(handbook, shelf.figures), kept), kept)
        pages = render_site(handbook, shelf.figures, pdfs, shelf.body_map, shared.keys(), offered.films)
        write_tree(self.out, {**pages, **shared, **offered.files})
        self._handbook = handbook

    def _is_looked_at(self, address: str) -> bool:
        return f"{address}/index.html" in self.board.looked_at()

    def _make_all(self) -> int:
        """Make stale pages until there are none, or until there is something newer; return how many.

        Those that somebody looks at come first and together.
        """
        made = 0
        while not self._over and (stale := self._preview.stale()):
            looked_at = self.board.looked_at()
            names = [name for name in stale if name in looked_at] or stale[:1]
            self._show({name: self._make(name) for name in names})
            made += len(names)
            if self._bell.is_set():
                return made
        if not self._troubles.blocking:
            self._troubles.anchors = list(self._dead_anchors())
            self._troubles.wording = self._proof.read()
            self._troubles.example = list(example_of(self.content))
        self._show({})
        return made

    def _show(self, pages: dict[str, bytes | None]) -> None:
        """Show pages and problems; files that changed come with the first pages: browsers load once."""
        self.board.tell(self._troubles.notice())
        self.board.show(pages, self._files_changed)
        self._files_changed = False

    def _make(self, name: str) -> bytes | None:
        """One page, or None and a Problem."""
        source = self._preview.source(name)
        try:
            page, warnings = self._preview.make(name)
        except (Exception, SystemExit) as error:
            self._troubles.failed[name] = fault(error, self.out, f"docs/{source}")
            return None
        self._troubles.failed.pop(name, None)
        self._troubles.warned[name] = list(self._warned(source, warnings))
        return page

    def _dead_anchors(self) -> Iterator[Problem]:
        for source, warnings in self._preview.dead_anchors():
            yield from self._warned(source, warnings)

    def _warned(self, source: str, warnings: Sequence[str]) -> Iterator[Problem]:
        return warned(self._handbook, self.out / "docs", source, warnings)
