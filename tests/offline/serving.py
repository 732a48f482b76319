"""A site that can be changed while it is served, and that can go away."""

import functools
import http.server
import shutil
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.conftest import SUB_PATH, _Handler


class Host:
    """A host of one copy of the site at one address; it can be switched off, and on again."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.port = 0
        self.server: http.server.ThreadingHTTPServer | None = None

    @property
    def address(self) -> str:
        """The address of the site, with a final slash; the same after it was off."""
        return f"http://127.0.0.1:{self.port}{SUB_PATH}"

    def on(self) -> None:
        """Serve the folder."""
        handler = functools.partial(_Handler, directory=str(self.folder))
        self.server = http.server.ThreadingHTTPServer(("127.0.0.1", self.port), handler)
        self.port = self.server.server_address[1]
        threading.Thread(target=self.server.serve_forever, daemon=True).start()

    def off(self) -> None:
        """Serve nothing, as if the network were gone."""
        if self.server:
            self.server.shutdown()
            self.server.server_close()
        self.server = None


@contextmanager
def hosted(site: Path, folder: Path) -> Iterator[Host]:
    """A host of a copy of the site, which a test may change."""
    shutil.copytree(site, folder, ignore=shutil.ignore_patterns("pdf", "*.map"))
    host = Host(folder)
    host.on()
    yield host
    host.off()
