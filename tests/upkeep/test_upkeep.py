"""The weekly job tells of reviews that run out and of sources that are gone, and of nothing else."""

import http.server
import threading
from collections.abc import Iterator
from datetime import date

import pytest

from generator.loading import load_handbook
from tests.conftest import ROOT
from tests.upkeep.deployed import shown
from tests.upkeep.reviews import due
from tests.upkeep.sources import state

ANSWERS = {"/here": 200, "/gone": 404, "/taken-away": 410, "/no-programs": 403}


class _Host(http.server.BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        """Answer as told."""
        self.send_response(ANSWERS.get(self.path, 200))
        self.end_headers()
        if self.path == "/version.json":
            self.wfile.write(b'{"version": "abc"}')

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing."""


@pytest.fixture(scope="module")
def host() -> Iterator[str]:
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), _Host)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_address[1]}"
    server.shutdown()
    server.server_close()


def test_a_review_is_told_before_its_last_day() -> None:
    tiny, _ = load_handbook(ROOT / "tests" / "content")
    assert list(due(tiny, date(2028, 11, 30))) == []
    assert list(due(tiny, date(2028, 12, 1))) == [(date(2028, 12, 1), tiny.exercises["nod"].address)]


@pytest.mark.parametrize(
    ("path", "expected"),
    [("/here", "there"), ("/gone", "gone"), ("/taken-away", "gone"), ("/no-programs", "not sure")],
)
def test_only_a_plain_no_counts_as_gone(host: str, path: str, expected: str) -> None:
    assert state(host + path) == expected


def test_a_host_that_does_not_answer_is_not_a_source_that_is_gone() -> None:
    assert state("http://127.0.0.1:9/") == "not sure"


def test_the_deployed_version_is_read_from_the_site(host: str) -> None:
    assert shown(f"{host}/") == "abc"
    assert shown("http://127.0.0.1:9/") == ""
