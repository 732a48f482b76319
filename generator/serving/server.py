"""The site over HTTP: pages from the board, other files from disk, and news for every open page."""

import json
from collections.abc import Iterator
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from mimetypes import guess_type
from pathlib import Path
from urllib.parse import parse_qs, unquote, urlsplit

from generator.serving.board import Board
from generator.serving.markup import problems_html, waiting_page, with_live

OWN = "/.serve/"
OWN_FILES = {name: Path(__file__).parent / name for name in ("live.js", "live.css")}
GONE = "404.html"
RETRY = 500
"""Milliseconds after which a browser asks again when the server was away."""


class Server(ThreadingHTTPServer):
    """Serves a board until it is shut down; raises OSError where the port is taken."""

    daemon_threads = True

    def __init__(self, host: str, port: int, board: Board) -> None:
        self.board = board
        super().__init__((host, port), _Handler)

    @property
    def address(self) -> str:
        """Where the site can be read."""
        host, port = self.server_address[:2]
        return f"http://{host!s}:{port}/"

    def handle_error(self, request: object, client_address: object) -> None:
        """A browser that goes away in the middle is no news."""


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    server: Server

    def do_GET(self) -> None:
        """Answer with a page, a file, or news."""
        split = urlsplit(self.path)
        path, board = unquote(split.path), self.server.board
        if path == f"{OWN}news":
            asked = parse_qs(split.query)
            self._stream(asked.get("page", [""])[0], asked.get("since", [""])[0])
        elif path.startswith(OWN):
            self._file(OWN_FILES.get(path.removeprefix(OWN)))
        elif (file := board.file(_name(path, board.mount))) is not None:
            self._file(file)
        elif path == "/" and board.mount != "/":
            self._send(HTTPStatus.FOUND, b"", location=board.mount)
        else:
            self._page(path)

    def do_HEAD(self) -> None:
        """Answer without the body."""
        self.do_GET()

    def _page(self, path: str) -> None:
        board = self.server.board
        name = _name(path, board.mount)
        shown = board.see(name)
        if not shown.found and f"{path}/" != path and board.see(_name(f"{path}/", board.mount)).found:
            self._send(HTTPStatus.FOUND, b"", location=f"{path}/")
        elif shown.page is not None and not name.endswith(".html"):
            self._send(HTTPStatus.OK, shown.page, guess_type(name)[0])
        else:
            gone = None if shown.page or shown.found else board.see(GONE).page
            status = HTTPStatus.OK if shown.page else HTTPStatus.NOT_FOUND
            if not shown.page and not gone:
                status = HTTPStatus.SERVICE_UNAVAILABLE
            self._send(status, with_live(shown.page or gone or waiting_page(), shown.notice, shown.since))

    def _file(self, file: Path | None) -> None:
        try:
            content = file.read_bytes() if file else None
        except OSError:
            content = None
        if file is None or content is None:
            self._send(HTTPStatus.NOT_FOUND, b"", "text/plain")
        else:
            self._send(HTTPStatus.OK, content, guess_type(file.name)[0] or "application/octet-stream")

    def _send(
        self, status: HTTPStatus, body: bytes, kind: str | None = "text/html", location: str = ""
    ) -> None:
        charset = "; charset=utf-8" if (kind or "").startswith(("text/", "application/j")) else ""
        self.send_response(status)
        self.send_header("Content-Type", f"{kind}{charset}")
        self.send_header("Content-Length", str(len(body)))
        self.send_header("Cache-Control", "no-store")
        if location:
            self.send_header("Location", location)
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(body)

    def _stream(self, page: str, since: str) -> None:
        """Tell a page what changes for as long as its browser listens."""
        board = self.server.board
        self.close_connection = True
        self.send_response(HTTPStatus.OK)
        self.send_header("Content-Type", "text/event-stream")
        self.send_header("Cache-Control", "no-store")
        self.end_headers()
        name = _name(unquote(page), board.mount)
        with board.reader(name):
            for line in _news(board, name, since):
                self.wfile.write(line.encode())
                self.wfile.flush()

    def log_message(self, format: str, *args: object) -> None:
        """Requests are no news."""


def _news(board: Board, name: str, since: str) -> Iterator[str]:
    yield f"retry: {RETRY}\n\n"
    heard, told = board.moment(since), -1
    while True:
        news = board.news(name, heard, told)
        heard, told = news.moment, news.moment
        if news.notice is not None:
            yield f"event: problems\ndata: {json.dumps(problems_html(news.notice))}\n\n"
        if news.changed:
            yield "event: page\ndata: changed\n\n"
        yield ": still here\n\n"


def _name(path: str, mount: str) -> str:
    """The file in the site behind an address; one outside the site has no file."""
    if not path.startswith(mount):
        return f"..{path}"
    below = path.removeprefix(mount)
    return f"{below}index.html" if below.endswith("/") or not below else below
