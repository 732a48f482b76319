"""What goes over the wire to WebKit's driver and what comes back, with a driver that is made up."""

import json
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

import pytest

from tests.engines.__main__ import ENGINES
from tests.engines.webkit import stories
from tests.engines.webkit.session import ELEMENT, RefusedError, Session

Asked = list[tuple[str, str, Any]]


@pytest.fixture
def asked() -> Asked:
    """What the driver was asked."""
    return []


@pytest.fixture
def session(asked: Asked) -> Iterator[Session]:
    """A session with a driver that finds one place, refuses every address and does all else."""

    class Driver(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            words = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
            asked.append((self.command, self.path, words))
            refused = {"error": "timeout", "message": "too slow"} if self.path.endswith("/url") else None
            found = {ELEMENT: "place-1"} if "checkVisibility" in words.get("script", "") else None
            body = json.dumps({"value": refused or found}).encode()
            self.send_response(500 if refused else 200)
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, format: str, *args: object) -> None:
            return

    with ThreadingHTTPServer(("127.0.0.1", 0), Driver) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield Session(f"http://127.0.0.1:{server.server_address[1]}/session/1")
        server.shutdown()


def test_a_tap_clicks_the_place_that_was_found(session: Session, asked: Asked) -> None:
    session.tap("button", "Play")
    assert asked[0][2]["args"] == ["button", "Play"]
    assert asked[-1] == ("POST", "/session/1/element/place-1/click", {})


def test_keys_go_down_and_up_one_after_the_other(session: Session, asked: Asked) -> None:
    session.keys("ab")
    strokes = [(each["type"], each["value"]) for each in asked[0][2]["actions"][0]["actions"]]
    assert strokes == [("keyDown", "a"), ("keyUp", "a"), ("keyDown", "b"), ("keyUp", "b")]


def test_a_refusal_comes_in_the_drivers_own_words(session: Session) -> None:
    with pytest.raises(RefusedError, match="timeout: too slow"):
        session.open("http://127.0.0.1/")


def test_every_story_has_its_row() -> None:
    told = {name for name in vars(stories) if name.startswith("test_")}
    assert {each.rpartition("::")[2] for each in ENGINES["webkit"].areas.values()} == told
