"""Which folders to watch, and a bell that rings when something in them changed."""

from collections.abc import Callable, Iterator
from pathlib import Path
from threading import Event

from watchfiles import Change, DefaultFilter, watch

DEBOUNCE = 50
"""Milliseconds for which changes are gathered at most: an editor's save is several."""
STEP = 20
"""Milliseconds without a change that end the gathering."""
TURN = 200
"""Milliseconds after which a watch without news says that it is on."""
GENERATOR = Path(__file__).parent.parent


def watched(content: Path, out: Path) -> Iterator[Path]:
    """The folders below which any change counts."""
    folders = (content, GENERATOR, out / "docs" / "assets", out / "docs" / "pdf", out / "generator" / "theme")
    yield from sorted({folder.resolve() for folder in folders if folder.is_dir()})


class _Settings(DefaultFilter):
    """Only mkdocs.yml, seen through its folder: a watch on the file ends when an editor replaces it."""

    def __call__(self, change: Change, path: str) -> bool:
        return Path(path).name == "mkdocs.yml"


def ring_for_folders(folders: list[Path], ring: Callable[[], None], stop: Event) -> None:
    """Ring once when the watch is on, and after every change, until `stop`."""
    ready = False
    for changes in watch(
        *folders,
        debounce=DEBOUNCE,
        step=STEP,
        rust_timeout=TURN,
        yield_on_timeout=True,
        stop_event=stop,
        raise_interrupt=False,
    ):
        if changes or not ready:
            ready = True
            ring()


def ring_for_settings(root: Path, ring: Callable[[], None], stop: Event) -> None:
    """Ring after every change of the MkDocs settings, until `stop`."""
    for _ in watch(
        root,
        watch_filter=_Settings(),
        debounce=DEBOUNCE,
        step=STEP,
        recursive=False,
        stop_event=stop,
        raise_interrupt=False,
    ):
        ring()
