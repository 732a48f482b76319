"""What browsers are shown: the pages that are made, the problems there are, and when each of them changed.

The session pins things up from its own thread; every request reads from another one.
"""

import threading
from collections import Counter
from collections.abc import Iterator, Mapping
from collections.abc import Set as AbstractSet
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from uuid import uuid4

from generator.problem import Problem

PATIENCE = 60.0
"""Seconds a request waits for a page that is about to be made."""
HEARTBEAT = 10.0
"""Seconds after which a stream says that it is still there."""
NEVER = -1


@dataclass(frozen=True)
class Notice:
    """What is wrong, and whether it keeps pages from being made anew."""

    problems: tuple[Problem, ...] = ()
    holds_back: bool = False


@dataclass(frozen=True)
class Shown:
    """One page as it hangs there, the problems beside it, and the moment it was looked at."""

    page: bytes | None
    found: bool
    """Whether the site has a page at this address, made or not."""
    notice: Notice
    since: str


@dataclass(frozen=True)
class News:
    """What a page in a browser has not heard yet."""

    changed: bool
    notice: Notice | None
    """None: still the same."""
    moment: int


class Board:
    """Pages by their file in the site, such as `exercises/index.html`; safe to use from any thread."""

    def __init__(self) -> None:
        self._run = uuid4().hex[:8]
        self._moment = 0
        self._news = threading.Condition()
        self._pages: dict[str, bytes] = {}
        self._tried: set[str] = set()
        self._changed: dict[str, int] = {}
        self._files_changed = 0
        self._files: Mapping[str, Path] = {}
        self._expected: AbstractSet[str] = frozenset()
        self._notice = Notice()
        self._notice_changed = 0
        self._open: Counter[str] = Counter()
        self._last = ""
        self._wanted: set[str] = set()
        self._ready = False
        self.mount = "/"

    def outline(self, mount: str, pages: AbstractSet[str], files: Mapping[str, Path]) -> None:
        """Say where the site begins, which pages it has, and where its other files lie."""
        with self._news:
            if mount != self.mount:
                self._files_changed = self._moment = self._moment + 1
            self.mount, self._expected, self._files, self._ready = mount, pages, files, True
            self._tried &= pages
            for gone in self._pages.keys() - pages:
                del self._pages[gone]
                self._changed[gone] = self._moment = self._moment + 1
            self._news.notify_all()

    def show(self, pages: Mapping[str, bytes | None], files_changed: bool = False) -> None:
        """Hang up pages, all at one moment; None leaves what hung there, since no new one could be made.

        `files_changed` says that any page may look different now.
        """
        with self._news:
            self._moment += 1
            self._tried |= pages.keys()
            for name, page in pages.items():
                if page is not None and self._pages.get(name) != page:
                    self._pages[name] = page
                    self._changed[name] = self._moment
            if files_changed:
                self._files_changed = self._moment
            self._news.notify_all()

    def tell(self, notice: Notice) -> bool:
        """Show these problems beside every page from now on; return whether they are news."""
        with self._news:
            changed = notice != self._notice
            if changed:
                self._moment += 1
                self._notice, self._notice_changed = notice, self._moment
            self._news.notify_all()
        return changed

    def looked_at(self) -> frozenset[str]:
        """The pages that are open in a browser, waited for, or were asked for last."""
        with self._news:
            return frozenset({*(+self._open), *self._wanted, self._last})

    def see(self, name: str) -> Shown:
        """A page; one that is still to be made is waited for."""
        with self._news:
            self._last = name if name in self._expected else self._last
            self._wanted.add(name)
            self._news.wait_for(lambda: self._ready and self._settled(name), PATIENCE)
            self._wanted.discard(name)
            since = f"{self._run}.{self._moment}"
            return Shown(self._pages.get(name), name in self._expected, self._notice, since)

    def file(self, name: str) -> Path | None:
        """Where a file that is no page lies, or None."""
        with self._news:
            self._news.wait_for(lambda: self._ready, PATIENCE)
            return self._files.get(name)

    def _settled(self, name: str) -> bool:
        return name in self._pages or name in self._tried or name not in self._expected

    @contextmanager
    def reader(self, name: str) -> Iterator[None]:
        """Count a browser that has a page open."""
        with self._news:
            self._open[name] += 1
        try:
            yield
        finally:
            with self._news:
                self._open[name] -= 1

    def moment(self, since: str) -> int:
        """The moment that a page says it was served at; before everything if another run served it."""
        run, _, number = since.partition(".")
        return int(number) if run == self._run and number.isdecimal() else NEVER

    def news(self, name: str, heard: int, told: int) -> News:
        """What changed at a page since `heard`, and the problems if they changed since `told`.

        Waits until there is something, HEARTBEAT seconds at most.
        """
        with self._news:
            self._news.wait_for(lambda: self._news_for(name, heard) or self._notice_changed > told, HEARTBEAT)
            notice = self._notice if self._notice_changed > told else None
            return News(self._news_for(name, heard), notice, self._moment)

    def _news_for(self, name: str, heard: int) -> bool:
        return max(self._changed.get(name, 0), self._files_changed) > heard
